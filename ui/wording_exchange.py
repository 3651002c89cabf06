"""What the rows of the exchange are called, for the window in another language (``ui.wording``)."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

EXCHANGE_WORDS = frozenset(
    (
        QT_TRANSLATE_NOOP("core", "trả lời nhận xét"),
        QT_TRANSLATE_NOOP("core", "tóm tắt về xã"),
        QT_TRANSLATE_NOOP("core", "quyết định về xã"),
        QT_TRANSLATE_NOOP("core", "gói nhận được"),
        QT_TRANSLATE_NOOP("core", "gói gửi đi"),
        QT_TRANSLATE_NOOP("core", "khóa của nơi trao đổi"),
        QT_TRANSLATE_NOOP("core", "biên nhận gói"),
        QT_TRANSLATE_NOOP("core", "nhận xét"),
        QT_TRANSLATE_NOOP("core", "lần ghi gói ra ngoài"),
        QT_TRANSLATE_NOOP("core", "kết luận về nhận xét"),
        QT_TRANSLATE_NOOP("core", "tổng hợp giải phóng mặt bằng"),
        QT_TRANSLATE_NOOP("core", "tổng hợp đóng góp"),
        QT_TRANSLATE_NOOP("core", "Đủ điều kiện, đề nghị xét công nhận"),
        QT_TRANSLATE_NOOP("core", "Chưa đủ điều kiện"),
        QT_TRANSLATE_NOOP("core", "Trả hồ sơ để hoàn thiện"),
        QT_TRANSLATE_NOOP("core", "Đã công nhận"),
    )
)
