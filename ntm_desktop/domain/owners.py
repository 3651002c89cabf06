"""Which side writes a row, and what the other side is told (architecture §3.6)."""

from __future__ import annotations

READ_ONLY = {
    "unit": (
        "Số liệu này do xã quản lý, cơ quan thẩm định chỉ xem. "
        "Nêu nhận xét ở chỉ tiêu hoặc công trình để xã sửa."
    ),
    "authority": (
        "Nội dung này của cơ quan thẩm định, xã chỉ xem. Trả lời nhận xét ở trang Trao đổi; "
        "số liệu thì sửa ở trang của chỉ tiêu hoặc công trình."
    ),
}
"""By the side that owns it."""
