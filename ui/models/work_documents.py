"""The papers of a work as prepared rows. No queries."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ntm_desktop.services.work_documents import Purpose, Use, WorkDocument
from ntm_desktop.text import format_date
from ui.models.rows import Cell, Column, Row
from ui.wording import said

ON, NAME, ISSUER, PURPOSE, FILE = range(5)


def document_columns() -> tuple[Column, ...]:
    return (
        Column(QCoreApplication.translate("WorkDocuments", "Ngày"), 84, right=True),
        Column(QCoreApplication.translate("WorkDocuments", "Văn bản"), 220),
        Column(QCoreApplication.translate("WorkDocuments", "Nơi ban hành, bên ký"), 190),
        Column(QCoreApplication.translate("WorkDocuments", "Dùng cho, nội dung")),
        Column(QCoreApplication.translate("WorkDocuments", "Tệp"), 150),
    )


def document_rows(documents: Sequence[WorkDocument]) -> list[Row]:
    return [_row(one) for one in documents]


def _row(one: WorkDocument) -> Row:
    name = name_of(one)
    what = "; ".join(_words(purpose) for purpose in one.purposes)
    told = f"{what}: {one.title}" if one.title else what
    file = one.file.name if one.file is not None else ""
    return Row(
        (
            Cell(format_date(one.on) if one.on is not None else ""),
            Cell(name, tooltip=name, strong=True),
            Cell(one.issuer, tooltip=one.issuer),
            Cell(told, tooltip=told),
            Cell(file, tooltip=file),
        ),
        one.uid,
    )


def name_of(one: WorkDocument) -> str:
    """“Quyết định 17/QĐ-UBND”."""
    kinds = {
        Use.CONTRACT: QCoreApplication.translate("WorkDocuments", "Hợp đồng"),
        Use.ANNEX: QCoreApplication.translate("WorkDocuments", "Phụ lục"),
        Use.LETTER: QCoreApplication.translate("WorkDocuments", "Công văn"),
    }
    return f"{one.kind or kinds[one.purposes[0].use]} {one.number}".strip()


def _words(purpose: Purpose) -> str:
    words = {
        Use.STAGE: QCoreApplication.translate("WorkDocuments", "Giai đoạn {}"),
        Use.INVESTMENT: QCoreApplication.translate("WorkDocuments", "Tổng mức đầu tư"),
        Use.ADJUSTMENT: QCoreApplication.translate("WorkDocuments", "Điều chỉnh tổng mức đầu tư"),
        Use.COMMITTED: QCoreApplication.translate("WorkDocuments", "Cam kết vốn ({} {})"),
        Use.ALLOTTED: QCoreApplication.translate("WorkDocuments", "Bố trí vốn ({} {})"),
        Use.DISBURSED: QCoreApplication.translate("WorkDocuments", "Giải ngân vốn ({} {})"),
        Use.ACCEPTED: QCoreApplication.translate("WorkDocuments", "Nghiệm thu khối lượng"),
        Use.PROMISE: QCoreApplication.translate("WorkDocuments", "Cam kết vốn ({} {})"),
        Use.OBSTACLE: QCoreApplication.translate("WorkDocuments", "Vướng mắc: {}"),
        Use.CONTRACT: QCoreApplication.translate("WorkDocuments", "Thi công"),
        Use.ANNEX: QCoreApplication.translate("WorkDocuments", "Sửa đổi hợp đồng {}"),
        Use.LETTER: QCoreApplication.translate("WorkDocuments", "Đôn đốc {}"),
    }
    return words[purpose.use].format(said(purpose.detail), purpose.year or "")
