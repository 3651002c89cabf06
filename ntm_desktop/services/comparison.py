"""*So sánh với lần trước*: what differs between two prints of the register, or between one and the data of
today.

A print's data are found again by going back in the history to the entry that put it into the register; what
was done and taken back since then has left nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select

from ntm_desktop.db.models import dossier, freeze, history
from ntm_desktop.db.past import past
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.comparison import Change, Group, Thing
from ntm_desktop.domain.comparison import compare as rule
from ntm_desktop.errors import NtmError
from ntm_desktop.services import commune
from ntm_desktop.services.dossier import PRINT_ACTION, PrintedView, register_list
from ntm_desktop.services.dossier_things import things
from ntm_desktop.services.judged import judge_on
from ntm_desktop.services.printings import Printing, by_ordinal, printings
from ntm_desktop.text import count_words, counted, format_date, office_time

TODAY = 0
"""In place of the ordinal of a print, which counts from 1: the data of today."""

Pair = tuple[int, int]

NOTHING_PRINTED = (
    "Chưa có bản in chính thức nào trong sổ nên chưa có gì để so sánh. "
    "In hồ sơ chính thức rồi so sánh với lần sau."
)
_NO_SUCH = "Sổ bản in không có lần in {ordinal}. Chọn một trong các lần: {known}."
_THE_SAME = "Hai bên là cùng một lần in. Chọn hai lần in khác nhau, hoặc so với số liệu hiện nay."
_NOT_IN_HISTORY = (
    "Lịch sử không còn thao tác đã in lần {ordinal} nên không biết lại được số liệu lúc đó. "
    "Chọn lần in khác để so sánh."
)
OTHER_SET = (
    "Hai bên theo hai bộ tiêu chí khác nhau nên không so từng tiêu chí, chỉ tiêu, minh chứng và kế hoạch."
)
_ERASED = "Nội dung của {what} đã được xóa theo yêu cầu, nên thay đổi do thao tác đó có thể không hiện ở đây."
_FIRST = "Trước lần in {ordinal} không có lần in nào. Chọn lần in khác, hoặc so với số liệu hiện nay."
BY_SET = frozenset({Group.CRITERIA, Group.INDICATORS, Group.EVIDENCE, Group.PLANS})
"""Told by the codes of a criteria set; those of another one say nothing beside them."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two that are compared; ``printing`` None is the data of today."""

    printing: Printing | None
    as_of: date

    @property
    def printed(self) -> PrintedView | None:
        """Of volumes the first."""
        return self.printing.first if self.printing else None

    @property
    def name(self) -> str:
        """“Lần in 2”, of volumes “Lần in 2–21 (20 tập)”, of a paper alone “Lần in 22 (Tờ trình)”."""
        if self.printing is None:
            return "Số liệu hiện nay"
        total = len(self.printing.entries)
        what = count_words(total, "tập") if total > 1 else self.printing.first.paper
        return f"Lần in {self.printing.ordinals}" + (f" ({what})" if what else "")

    @property
    def told(self) -> str:
        """“Lần in 2, in ngày 30/6/2021, số liệu đến 30/6/2021”."""
        at = f", in ngày {format_date(office_time(self.printed.printed_at).date())}" if self.printed else ""
        return f"{self.name}{at}, số liệu đến {format_date(self.as_of)}"


@dataclass(frozen=True, slots=True)
class Comparison:
    then: Side
    now: Side
    changes: tuple[Change, ...]
    notes: tuple[str, ...] = ()
    """What a reader must know of how far this can be relied on."""


@dataclass(frozen=True, slots=True)
class _State:
    set_id: str
    things: tuple[Thing, ...]


def usual_pair(prints: Sequence[PrintedView], *, then: int | None = None, now: int | None = None) -> Pair:
    """The last print but one and the last one; of the only one, that and today. What is given stays; beside
    it, what comes next after ``then`` last, or before ``now``. The volumes of one print count as one, which
    goes by its first; papers that went out alone count only where nothing else did."""
    if not prints:
        raise NtmError(NOTHING_PRINTED)
    made = printings(prints)
    firsts = [one.first.ordinal for one in made if not one.first.paper] or [one.first.ordinal for one in made]
    newest = firsts[0]
    if then is not None:
        usual_now = TODAY if then >= newest else newest
        return then, usual_now if now is None else now
    known = by_ordinal(prints)
    until = known[now].first.ordinal if now is not None and now in known else now
    before = [one for one in firsts if until in (None, TODAY) or one < (until or 0)]
    if now is None:
        return (before[1], before[0]) if len(before) > 1 else (newest, TODAY)
    if not before:
        raise NtmError(_FIRST.format(ordinal=now))
    return before[0], now


def compare(session: Session, *, then: int, now: int, on: date) -> Comparison:
    """Two prints by their ordinals, or one and the data of today, as of ``on``."""
    prints = by_ordinal(register_list(session))
    if not prints:
        raise NtmError(NOTHING_PRINTED)
    for ordinal in (then, now):
        if ordinal not in (*prints, TODAY):
            known = ", ".join(str(one) for one in sorted(prints))
            raise NtmError(_NO_SUCH.format(ordinal=ordinal, known=known))
    then, now = (prints[one].first.ordinal if one in prints else TODAY for one in (then, now))
    if then == now:
        raise NtmError(_THE_SAME)
    states: dict[int, _State] = {}
    if TODAY in (then, now):
        states[TODAY] = _state(session, on=on, today=on)
    with past(session) as copy:
        for ordinal in sorted({then, now} - {TODAY}, reverse=True):
            printed = prints[ordinal].first
            earlier = copy.back_to(_entry_of(session, printed))
            states[ordinal] = _state(earlier, on=printed.as_of, today=_paper_day(earlier, printed))
        unknown = copy.unknown
    left, right = states[then], states[now]
    same_set = left.set_id == right.set_id
    before, after = (
        [one for one in state.things if same_set or one.group not in BY_SET] for state in (left, right)
    )
    return Comparison(
        then=_side(prints.get(then), on),
        now=_side(prints.get(now), on),
        changes=rule(before, after),
        notes=(*(() if same_set else (OTHER_SET,)), *_erased(unknown)),
    )


def _side(printing: Printing | None, on: date) -> Side:
    return Side(printing, on if printing is None else printing.first.as_of)


def _state(session: Session, *, on: date, today: date) -> _State:
    judged = judge_on(session, on=on)
    return _State(judged.criteria_set.id, things(session, judged, today=today))


def _entry_of(session: Session, printed: PrintedView) -> int:
    """The number of the entry that put a print into the register. Of prints within one second, each has its
    own row in the images."""
    at = printed.printed_at.strftime("%Y-%m-%dT%H:%M:%SZ")
    found = session.row(
        select(history.c.seq)
        .where(
            history.c.commune_id == session.commune_id,
            history.c.at == at,
            or_(
                history.c.images.contains(f'"uid":"{printed.uid}"'),
                history.c.images.is_(None) & history.c.action.startswith(PRINT_ACTION),
            ),
        )
        .order_by(history.c.seq)
    )
    if found is None:
        raise NtmError(_NOT_IN_HISTORY.format(ordinal=printed.ordinal))
    return int(found["seq"])


def _paper_day(session: Session, printed: PrintedView) -> date:
    """The day that the papers were made on: that of the print; of a sample, whose papers keep the time of
    its story, that of the freeze."""
    if not commune.load(session).illustrative:
        return office_time(printed.printed_at).date()
    made = session.scalar(
        live(freeze, session)
        .join(dossier, (dossier.c.freeze_uid == freeze.c.uid) & (dossier.c.commune_id == freeze.c.commune_id))
        .where(dossier.c.uid == printed.uid)
        .with_only_columns(freeze.c.made_on)
    )
    return date.fromisoformat(made)


def _erased(numbers: Sequence[int]) -> tuple[str, ...]:
    if not numbers:
        return ()
    listed = ", ".join(str(number) for number in numbers)
    what = f"thao tác số {listed}" if len(numbers) == 1 else f"{counted(len(numbers))} thao tác ({listed})"
    return (_ERASED.format(what=what),)
