"""What the window says of a criteria set as a whole: what of it this program has, and when another came."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ntm_desktop.domain.criteria import SetState
from ntm_desktop.text import counted, format_date

if TYPE_CHECKING:
    from ntm_desktop.services.criteria_sets import SetChoice


def missing(choice: SetChoice) -> str:
    """“Thiếu mức 27 chỉ tiêu, trong đó 04 do tỉnh quy định”; of a whole set nothing."""
    translate = QCoreApplication.translate
    gaps = choice.gaps
    if choice.state is SetState.SKELETON:
        return translate("CriteriaSets", "Mới có tên tiêu chí, chưa đánh giá được")
    if not gaps.missing:
        return ""
    if gaps.by_province == gaps.missing:
        return translate("CriteriaSets", "Thiếu mức {} chỉ tiêu, do tỉnh quy định").format(
            counted(gaps.missing)
        )
    return translate("CriteriaSets", "Thiếu mức {} chỉ tiêu, trong đó {} do tỉnh quy định").format(
        counted(gaps.missing), counted(gaps.by_province)
    )


def unverified(choice: SetChoice) -> str:
    if not choice.gaps.unverified:
        return ""
    return QCoreApplication.translate("CriteriaSets", "Mức của {} chỉ tiêu chưa đối chiếu").format(
        counted(choice.gaps.unverified)
    )


def content(choice: SetChoice) -> str:
    """All of it in sentences."""
    said = [words for words in (missing(choice), unverified(choice)) if words]
    whole = QCoreApplication.translate("CriteriaSets", "Đủ chỉ tiêu và mức")
    return " ".join(f"{words}." for words in said or [whole])


def outside_period(choices: Sequence[SetChoice], *, set_id: str, year: int, on: date) -> str:
    """Why the year is another set's; "" when it is this one's. The same doubt as of the readiness list."""
    from ntm_desktop.services.criteria_sets import newer  # the first window does without until it has sets

    found = newer(choices, set_id=set_id, year=year, on=on)
    if found is None:
        return ""
    translate = QCoreApplication.translate
    said = translate(
        "CriteriaSets", "Năm {} ngoài thời kỳ của bộ này: đã có {} (Quyết định {}, hiệu lực từ {})."
    ).format(year, found.short_title, found.decision, format_date(found.effective))
    if found.state is SetState.SKELETON:
        then = translate(
            "CriteriaSets",
            "Chương trình chưa có chỉ tiêu và mức của bộ đó: dùng tạm bộ này để theo dõi. "
            "Có tệp bộ mới thì nhập ở Thiết lập, mục Mục tiêu, rồi mới làm hồ sơ chính thức.",
        )
    else:
        then = translate("CriteriaSets", "Hồ sơ chính thức phải theo bộ đó.")
    return f"{said} {then}"
