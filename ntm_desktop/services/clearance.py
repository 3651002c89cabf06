"""Plots of households that a work needs: their register, what happened to each, which works they hold up."""

from __future__ import annotations

import operator
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import RowMapping

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, next_seq, remove, rows_using, update
from ntm_desktop.db.kept import Written, stood_in
from ntm_desktop.db.models import clearance, clearance_event, clearance_total, hamlet, household, work
from ntm_desktop.db.session import Session, live, names, until_written
from ntm_desktop.domain.clearance import (
    FORM_NAMES,
    OF_MONEY,
    STATE_WORDS,
    Event,
    EventKind,
    Form,
    Standing,
    check_event,
    standing_on,
)
from ntm_desktop.domain.contributions import LARGEST
from ntm_desktop.domain.corrections import check_stands, in_order
from ntm_desktop.errors import EntryRefused, NtmError
from ntm_desktop.services import households, totals
from ntm_desktop.services.fields import body, line
from ntm_desktop.services.totals import LandTotal
from ntm_desktop.text import format_date, natural_key

_HAPPENED = operator.attrgetter(
    *("clearance_uid", "event", "on_date", "amount", "uid", "seq", "supersedes", "document", "note", "reason")
)(clearance_event.c)
_GONE = "Thửa đất này không còn trong danh sách. Tải lại trang Huy động."


@dataclass(frozen=True, slots=True)
class EventView:
    uid: str
    kind: EventKind
    on: date
    amount: int | None
    document: str
    note: str
    reason: str


@dataclass(frozen=True, slots=True)
class PlotView:
    uid: str
    work_uid: str
    work: str
    household_uid: str
    household: str
    hamlet_uid: str
    hamlet: str
    since: date
    sheet: str
    plot: str
    area: int  # thousandths of m²
    land: str
    form: Form
    assets: str
    note: str
    standing: Standing
    events: tuple[EventView, ...]
    """Until the day of the list, newest first; without what was corrected since."""

    @property
    def place(self) -> str:
        """“thửa 112, tờ 14”."""
        return f"thửa {self.plot}, tờ {self.sheet}" if self.sheet else f"thửa {self.plot}"

    @property
    def form_text(self) -> str:
        return FORM_NAMES[self.form]

    @property
    def state_text(self) -> str:
        return STATE_WORDS[self.standing.state]


@dataclass(frozen=True, slots=True)
class Listed:
    """A plot as somebody lists it; ``giver`` names its household, which is added when it is new."""

    work_uid: str | None
    giver: str
    hamlet_uid: str | None
    since: date
    plot: str
    area: int
    form: Form
    sheet: str = ""
    land: str = ""
    assets: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ClearanceTable:
    on: date
    rows: tuple[PlotView, ...]
    """By work in the office's own order, those to be cleared first. An authority has sums in their place."""
    sums: tuple[LandTotal, ...] = ()

    @property
    def open(self) -> tuple[PlotView, ...]:
        return tuple(row for row in self.rows if row.standing.is_open)

    @property
    def open_count(self) -> int:
        return len(self.open) + sum(one.open_plots for one in self.sums)

    @property
    def totals(self) -> tuple[LandTotal, ...]:
        """By work in the order of the rows."""
        of_work: dict[str, list[PlotView]] = {}
        for row in self.rows:
            of_work.setdefault(row.work_uid, []).append(row)
        return (*self.sums, *(_total(uid, plots) for uid, plots in of_work.items()))


def waiting(plots: Iterable[PlotView]) -> int:
    """Households that have not handed over all their land."""
    return len({plot.household_uid for plot in plots if plot.standing.is_open})


def _total(work_uid: str, plots: Sequence[PlotView]) -> LandTotal:
    still = [plot for plot in plots if plot.standing.is_open]
    return LandTotal(
        work_uid=work_uid,
        plots=len(plots),
        open_plots=len(still),
        waiting=waiting(plots),
        area=sum(plot.area for plot in plots),
        open_area=sum(plot.area for plot in still),
        decided=sum(plot.standing.decided or 0 for plot in plots),
        paid=sum(plot.standing.paid for plot in plots),
        unpaid=sum(plot.standing.unpaid for plot in plots),
        handed_over=max((day for plot in plots if (day := plot.standing.handed_over)), default=None),
    )


def _renewed(session: Session, known: ClearanceTable, written: Written, *, on: date) -> ClearanceTable:
    """After some plots were listed or changed, or something happened to them."""
    theirs = stood_in(written, clearance_event.name, "clearance_uid")
    plots = theirs | written.get(clearance.name, {}).keys()
    others = (row for row in known.rows if row.uid not in plots)
    order = names(work, session, work.c.position)
    return ClearanceTable(on, _sorted([*others, *_views(session, on, plots)], order), known.sums)


@until_written(
    clearance_total, named=(hamlet, household, work), each=(clearance, clearance_event), renew=_renewed
)
def table(session: Session, *, on: date) -> ClearanceTable:
    """All plots that were listed by a day, as they stood then."""
    if not session.own:
        return ClearanceTable(on, (), totals.land(session))
    return ClearanceTable(on, _views(session, on))


def by_work(
    session: Session, *, on: date, of: Collection[str] | None = None
) -> Mapping[str, tuple[PlotView, ...]]:
    """The plots of each work that needs any, or of those among the works ``of``."""
    if of is None:
        rows = table(session, on=on).rows
    else:
        rows = _views(session, on, rows_using(session, clearance, "work_uid", of))
    return {uid: tuple(plots) for uid, plots in groupby(rows, key=operator.attrgetter("work_uid"))}


def waiting_by_work(session: Session, plots: Mapping[str, Sequence[PlotView]]) -> Mapping[str, int]:
    """Households that have not handed over, of the plots that ``by_work`` gave or by an authority's sums."""
    if session.own:
        return {uid: waiting(found) for uid, found in plots.items()}
    return {one.work_uid: one.waiting for one in totals.land(session)}


def _views(session: Session, on: date, plots: Collection[str] | None = None) -> tuple[PlotView, ...]:
    """Of all plots, or of those with one of the uids."""
    listed = live(clearance, session).where(clearance.c.since <= on.isoformat())
    happened = live(clearance_event, session)
    if plots is not None:
        listed = listed.where(clearance.c.uid.in_(plots))
        happened = happened.where(clearance_event.c.clearance_uid.in_(plots))
    rows = session.rows(listed)
    if not rows:
        return ()
    needed, owning = None, live(household, session)
    if plots is not None:
        needed = {row["work_uid"] for row in rows}
        owning = owning.where(household.c.uid.in_({row["household_uid"] for row in rows}))
    works, hamlets = names(work, session, work.c.position, of=needed), names(hamlet, session)
    owners = {row["uid"]: row for row in session.rows(owning)}
    events: dict[str, list[Event]] = {}
    words: dict[str, Sequence[str]] = {}
    for of_plot, kind, day, amount, uid, seq, corrects, *said in session.connection.execute(
        happened.with_only_columns(*_HAPPENED)
    ).all():
        one = Event(EventKind(kind), date.fromisoformat(day), amount, uid, seq, corrects)
        events.setdefault(of_plot, []).append(one)
        words[uid] = said
    views = [
        _view(
            row,
            works[row["work_uid"]],
            owners[row["household_uid"]],
            hamlets,
            in_order(events.get(row["uid"], ())),
            words,
            on,
        )
        for row in rows
    ]
    return _sorted(views, works)


def _sorted(views: Iterable[PlotView], works: Iterable[str]) -> tuple[PlotView, ...]:
    """By work, whose order ``works`` gives, those to be cleared first."""
    order = {uid: place for place, uid in enumerate(works)}
    return tuple(
        sorted(
            views,
            key=lambda view: (
                order[view.work_uid],
                not view.standing.is_open,
                natural_key(view.sheet),
                natural_key(view.plot),
                view.uid,
            ),
        )
    )


def _view(
    row: RowMapping,
    of_work: str,
    owner: RowMapping,
    hamlets: Mapping[str, str],
    events: Sequence[Event],
    words: Mapping[str, Sequence[str]],
    on: date,
) -> PlotView:
    return PlotView(
        uid=row["uid"],
        work_uid=row["work_uid"],
        work=of_work,
        household_uid=row["household_uid"],
        household=owner["name"],
        hamlet_uid=owner["hamlet_uid"],
        hamlet=hamlets[owner["hamlet_uid"]],
        since=date.fromisoformat(row["since"]),
        sheet=row["sheet"],
        plot=row["plot"],
        area=row["area"],
        land=row["land"],
        form=Form(row["terms"]),
        assets=row["assets"],
        note=row["note"],
        standing=standing_on(events, on),
        events=tuple(
            EventView(one.uid, one.kind, one.on, one.amount, *words[one.uid])
            for one in reversed(events)
            if one.on <= on
        ),
    )


def save(session: Session, listed: Listed, *, today: date, uid: str | None = None) -> Changes:
    """Adds a plot, or changes the one of ``uid``."""
    hamlet_uid = check(listed, today=today)
    _refuse_twin(session, uid, listed)
    if uid is None:
        return add_all(session, [(listed, ())])
    check_change(listed, [_event(row) for row in _events_of(session, uid)])
    changes, household_uid = households.find_or_add(session, name=listed.giver, hamlet_uid=hamlet_uid)
    return changes | update(session, clearance, uid, _values(listed, household_uid))


def add_all(session: Session, plots: Iterable[tuple[Listed, Sequence[Event]]]) -> Changes:
    """New plots that were checked, each with what has happened to it, which was checked too; households that
    are new are added to the register."""
    known = households.known(session)
    owners: list[dict[str, str]] = []
    rows: list[dict[str, Any]] = []
    events: list[dict[str, Any]] = []
    seq = next_seq(session, clearance_event)
    for listed, happened in plots:
        assert listed.hamlet_uid is not None
        owner = known.find(listed.giver, listed.hamlet_uid)
        if owner is None:
            owner = session.new_uid()
            owners.append(known.add(owner, listed.giver, listed.hamlet_uid))
        uid = session.new_uid()
        rows.append({"uid": uid, **_values(listed, owner)})
        for one in happened:
            events.append(
                {
                    "clearance_uid": uid,
                    "event": one.kind.value,
                    "on_date": one.on.isoformat(),
                    "amount": one.amount,
                    "document": "",
                    "note": "",
                    "supersedes": None,
                    "reason": "",
                    "seq": seq + len(events),
                }
            )
    changes = insert(session, household, owners) | insert(session, clearance, rows)
    return changes | insert(session, clearance_event, events)


def check(listed: Listed, *, today: date) -> str:
    """The hamlet of a plot that can be listed. Raises the first of ``problems``."""
    for refused in problems(listed, today=today):
        raise refused
    assert listed.hamlet_uid is not None
    return listed.hamlet_uid


def problems(listed: Listed, *, today: date) -> Iterator[EntryRefused]:
    """All that keeps a plot from being listed."""
    if listed.work_uid is None:
        yield EntryRefused("work_uid", "Chưa chọn công trình cần mặt bằng.")
    if listed.since > today:
        yield EntryRefused(
            "since",
            f"Ngày lập danh sách {format_date(listed.since)} ở sau hôm nay ({format_date(today)}). "
            "Nhập lại ngày.",
        )
    if not line(listed.plot):
        yield EntryRefused("plot", "Chưa nhập số thửa đất.")
    if listed.area <= 0:
        yield EntryRefused("area", "Diện tích phải lớn hơn 0. Nhập số mét vuông, ví dụ 85.")
    if listed.area > LARGEST:
        yield EntryRefused("area", "Diện tích quá lớn. Kiểm tra lại số đã nhập.")
    yield from households.problems(listed.giver, listed.hamlet_uid)


def check_change(listed: Listed, events: Sequence[Event]) -> None:
    """Refuses the first of ``change_problems``."""
    for refused in change_problems(listed, events):
        raise refused


def change_problems(listed: Listed, events: Sequence[Event]) -> Iterator[EntryRefused]:
    """What does not go with the events of a plot that is known."""
    known = in_order(events)
    if known and known[0].on < listed.since:
        yield EntryRefused(
            "since",
            f"Ngày lập danh sách {format_date(listed.since)} ở sau diễn biến ngày "
            f"{format_date(known[0].on)}. Nhập lại ngày.",
        )
    if listed.form is Form.DONATED and any(one.kind in OF_MONEY for one in known):
        yield EntryRefused("form", "Thửa đất đã có bồi thường được duyệt. Giữ hình thức bồi thường.")


def _values(listed: Listed, household_uid: str) -> dict[str, Any]:
    return {
        "work_uid": listed.work_uid,
        "household_uid": household_uid,
        "since": listed.since.isoformat(),
        "sheet": line(listed.sheet),
        "plot": line(listed.plot),
        "area": listed.area,
        "land": line(listed.land),
        "terms": listed.form.value,
        "assets": line(listed.assets),
        "note": body(listed.note),
    }


def remove_plot(session: Session, *, uid: str) -> Changes:
    """Takes a plot out with all its events; undo brings it back."""
    return remove(session, clearance, [uid], children=True)


def record_event(
    session: Session,
    *,
    uid: str,
    event: EventKind,
    on: date,
    today: date,
    amount: int | None = None,
    document: str = "",
    note: str = "",
    supersedes: str | None = None,
    reason: str = "",
) -> Changes:
    """What happened to a plot on a day; correcting an event of it needs a reason."""
    row = session.row(live(clearance, session).where(clearance.c.uid == uid))
    if row is None:
        raise NtmError(_GONE)
    known = [_event(found) for found in _events_of(session, uid)]
    check_stands(supersedes, known)
    seq = next_seq(session, clearance_event)
    amount = amount if event in OF_MONEY else None
    new = Event(event, on, amount, uid=session.new_uid(), seq=seq, supersedes=supersedes)
    check_event(
        new,
        known,
        form=Form(row["terms"]),
        since=date.fromisoformat(row["since"]),
        today=today,
        reason=reason,
    )
    values = {
        "uid": new.uid,
        "clearance_uid": uid,
        "event": event.value,
        "on_date": on.isoformat(),
        "amount": amount,
        "document": line(document),
        "note": body(note),
        "supersedes": supersedes,
        "reason": line(reason),
        "seq": seq,
    }
    return insert(session, clearance_event, [values])


def _refuse_twin(session: Session, uid: str | None, listed: Listed) -> None:
    sheet, plot = line(listed.sheet), line(listed.plot)
    twin = session.row(
        live(clearance, session).where(
            clearance.c.work_uid == listed.work_uid, clearance.c.sheet == sheet, clearance.c.plot == plot
        )
    )
    if twin is None or twin["uid"] == uid:
        return
    owner = session.row(live(household, session).where(household.c.uid == twin["household_uid"]))
    whose = f" của hộ {owner['name']}" if owner is not None else ""
    where = f"Thửa {plot}, tờ {sheet}" if sheet else f"Thửa {plot}"
    raise EntryRefused(
        "plot", f"{where} đã có trong danh sách của công trình này{whose}. Nhập lại số thửa, số tờ."
    )


def _events_of(session: Session, uid: str) -> Sequence[RowMapping]:
    return session.rows(live(clearance_event, session).where(clearance_event.c.clearance_uid == uid))


def _event(row: RowMapping) -> Event:
    return Event(
        EventKind(row["event"]),
        date.fromisoformat(row["on_date"]),
        row["amount"],
        uid=row["uid"],
        seq=row["seq"],
        supersedes=row["supersedes"],
    )
