"""*Bảng so sánh hai lần in*: what changed between two prints of the dossier, as a statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from ntm_desktop.documents.office import Office
from ntm_desktop.documents.tables import Head, Kind, Line, LineKind, Statement
from ntm_desktop.domain.comparison import Change, apart

NAME = "Bảng so sánh hai lần in"
NOTHING = "Không có gì thay đổi."
_HEADS = (Head("TT", Kind.CODE), Head("Nội dung", width=80), Head("Trước", width=75), Head("Nay", width=75))


def comparison_table(
    changes: Sequence[Change],
    *,
    then: str,
    now: str,
    on: date,
    office: Office,
    nothing: str = NOTHING,
    notes: Sequence[str] = (),
) -> Statement:
    """``then`` and ``now``: what the two sides are called, below the table."""
    sides = (f"Trước: {then}.", f"Nay: {now}.") if then else ()
    return Statement(
        name=NAME,
        subject=f"Hồ sơ xây dựng nông thôn mới {office.commune.name}",
        on=on,
        heads=_HEADS,
        lines=tuple(_lines(changes)),
        office=office,
        nothing=" ".join((nothing, *sides)),
        notes=(*sides, *notes),
    )


def _lines(changes: Sequence[Change]) -> Iterator[Line]:
    number = 0
    for group, some in groupby(changes, key=lambda one: one.group):
        yield Line((group.value,), LineKind.GROUP)
        for one in some:
            number += 1
            then, now = apart(one.then, one.now)
            yield Line((number, one.what, then, now))
