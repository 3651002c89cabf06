"""What a block copied from Excel means when pasted into the table: which indicator gets which figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from ntm_desktop.errors import NtmError
from ntm_desktop.services.indicators import IndicatorRow
from ui.models.indicators import VALUE


def figures_of(lines: Sequence[Sequence[str]], rows: Sequence[IndicatorRow], start: str) -> Mapping[str, str]:
    """Text by indicator code.

    One column goes down from ``start``, empty cells passed over. Of two columns the first names the
    indicator; of more it is a row as this table copies it. Raises NtmError naming every line without a place.
    """
    known = {name: row.code for row in rows for name in (row.official_code, row.code)}
    below = [row.code for row in rows]
    below = below[below.index(start) :] if start in below else []
    found: dict[str, str] = {}
    problems = []
    for number, cells in enumerate(lines):
        texts = [cell.strip() for cell in cells]
        text = texts[VALUE] if len(texts) > VALUE else texts[-1] if texts else ""
        if not text:
            continue
        if len(texts) > 1:
            code = known.get(texts[0])
        else:
            code = below[number] if number < len(below) else None
        if code is None:
            words = QCoreApplication.translate("Paste", "Dòng {}: không có chỉ tiêu cho “{}”.")
            problems.append(words.format(number + 1, texts[0]))
        else:
            found[code] = text
    if problems:
        words = QCoreApplication.translate("Paste", "Chưa dán số liệu nào. Sửa các dòng sau rồi dán lại.")
        raise NtmError(words, problems)
    return found
