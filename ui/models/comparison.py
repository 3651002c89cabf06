"""The lines of a comparison of two prints: what, which part of it, then, now, under their group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from ntm_desktop.domain.comparison import Change, apart
from ui.models.rows import Cell, Column, Kind, Row
from ui.wording import said


def columns() -> tuple[Column, ...]:
    what = QCoreApplication.translate("Comparison", "Nội dung")
    then = QCoreApplication.translate("Comparison", "Trước")
    now = QCoreApplication.translate("Comparison", "Nay")
    part = QCoreApplication.translate("Comparison", "Mục")
    return (Column(what, least=220), Column(part, 150), Column(then, least=170), Column(now, least=170))


def rows(changes: Sequence[Change]) -> Iterator[Row]:
    """``data`` of a line is its number and its change: two may say the same."""
    number = 0
    for group, some in groupby(changes, key=lambda one: one.group):
        lines = list(some)
        title = f"{said(group.value)} ({len(lines)})"
        yield Row((Cell(title, strong=True), Cell(), Cell(), Cell()), group.value, Kind.GROUP, group.value)
        for one in lines:
            number += 1
            then, now = apart(one.then, one.now)
            cells = (
                Cell(one.name, tooltip=one.what),
                Cell(one.label or said(one.kind.value), "text2", tooltip=one.what),
                Cell(then, tooltip=one.then, copied=one.then),
                Cell(now, tooltip=one.now, copied=one.now),
            )
            yield Row(cells, (number, one), group=group.value)
