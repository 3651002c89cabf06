"""Plots to be cleared as a sheet: which rows are new, what the others change, what happened to each.

A plot is known by its work, sheet of the map and number. What happened is added; an event that is recorded
otherwise is corrected on its page, where a reason is asked for. What was decided or paid more than once
takes a row each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from operator import attrgetter

from ntm_desktop.changes import Changes
from ntm_desktop.db.session import Session
from ntm_desktop.domain.clearance import (
    EVENT_NAMES,
    FORM_NAMES,
    Event,
    EventKind,
    check_event,
    check_first_events,
    event_problems,
)
from ntm_desktop.domain.clearance import Form as Terms
from ntm_desktop.errors import EntryRefused
from ntm_desktop.services import clearance, commune, households, known_owners, known_works
from ntm_desktop.services.clearance import Listed, PlotView
from ntm_desktop.services.fields import body, line
from ntm_desktop.services.importing import (
    Change,
    Choices,
    Planned,
    RowReader,
    RowView,
    Standing,
    change,
    in_words,
    noted,
    row_readers,
)
from ntm_desktop.services.known_works import Known
from ntm_desktop.services.plot_sheet import CODE, FORM, MISSING, PLOT_AND_SHEET, WORK
from ntm_desktop.sheets.columns import Form, Value
from ntm_desktop.sheets.reading import SheetRows
from ntm_desktop.text import format_date, format_decimal, format_int, search_key, spelling_key

_COLUMNS = {column.key: column for column in FORM.columns}
_EVENTS: Mapping[str, EventKind] = {
    "inventory": EventKind.INVENTORY,
    "agreed": EventKind.AGREED,
    "decided": EventKind.DECIDED,
    "paid_on": EventKind.PAID,
    "handed_over": EventKind.HANDED_OVER,
}
_AMOUNTS: Mapping[EventKind, str] = {EventKind.DECIDED: "amount", EventKind.PAID: "paid"}
_CELLS_OF_EVENTS = {key: (kind, _AMOUNTS.get(kind, "")) for key, kind in _EVENTS.items()}
_DAYS_OF_MONEY = {kind: key for key, kind in _EVENTS.items() if kind in _AMOUNTS}
_DAY = attrgetter("on")
_NO_AMOUNT = {
    EventKind.DECIDED: "Chưa ghi số tiền bồi thường được duyệt.",
    EventKind.PAID: "Chưa ghi số tiền đã chi trả.",
}
_NO_DAY = {
    EventKind.DECIDED: "Chưa ghi ngày duyệt bồi thường của số tiền này.",
    EventKind.PAID: "Chưa ghi ngày chi trả số tiền này.",
}
_CONTENT = ("giver", "hamlet", "area", "land", "terms", "assets", "since", "note")
_AT: Mapping[str, str] = {"hamlet_uid": "hamlet", "form": "terms", "work_uid": "work"}
"""Where a refusal of the rules stands, when the column has another name."""

_OF_MONEY = ("decided", "amount", "paid_on", "paid")
_STEPS = ("inventory", "agreed", "handed_over")

Key = tuple[str, str, str]


@dataclass(slots=True)
class _Taken:
    """A plot that an earlier row is about; ``listed`` None: that row is refused."""

    number: int
    given: Mapping[str, Value]
    before: PlotView | None
    listed: Listed | None
    known: list[Event]  # recorded, or in the rows so far
    new: list[Event]
    days: set[tuple[EventKind, Value]]  # of money, in the rows so far


@dataclass(slots=True)
class _Steps:
    today: date
    taken: dict[Key, _Taken] = field(default_factory=dict)
    new: list[tuple[Listed, Sequence[Event]]] = field(default_factory=list)
    changed: list[tuple[str, Listed, Sequence[Event]]] = field(default_factory=list)

    def write(self, session: Session) -> Changes:
        changes = clearance.add_all(session, self.new)
        for uid, listed, events in self.changed:
            changes |= clearance.save(session, listed, today=self.today, uid=uid)
            for one in events:
                changes |= clearance.record_event(
                    session, uid=uid, event=one.kind, on=one.on, today=self.today, amount=one.amount
                )
        return changes


def form(session: Session) -> Form:
    """With the hamlets of the commune."""
    return FORM.with_choices(
        "hamlet", [(str(one.uid), one.name) for one in commune.list_hamlets(session) if one.uid]
    )


def values(session: Session, today: date, known: Known) -> Sequence[Mapping[str, Value]]:
    """Every plot that was listed until the day, work by work."""
    codes, found = known.codes(), list[Mapping[str, Value]]()
    for view in clearance.table(session, on=today).rows:
        cells = _cells(view)
        place: dict[str, Value] = {"work": view.work, "work_code": codes[view.work_uid]}
        place |= {"sheet": view.sheet or None, "plot": view.plot}
        first, *more = _happened(_events(view, today))
        found.append({**cells, **place, **first})
        found += [{key: cells[key] for key in ("giver", "hamlet")} | place | one for one in more]
    return found


def plan(session: Session, sheet: SheetRows, choices: Choices, known: Known, today: date) -> Planned:
    stored = {
        _key(view.work_uid, view.sheet, view.plot): view
        for view in clearance.table(session, on=date.max).rows
    }
    columns = [column for column in sheet.form.columns if column not in (WORK, CODE)]
    head = search_key(sheet.heads["plot"][1].replace("*", " "))
    together = head in map(search_key, PLOT_AND_SHEET)
    former = households.former(session)
    steps, rows = _Steps(today), list[RowView]()
    for reader in row_readers(sheet, choices):
        work_uid, said, question = known_works.find(
            reader, known, choices, code_column=CODE, name_column=WORK, may_be_new=False
        )
        given = reader.values(columns)
        if together:
            _part(reader, given)
        name = _named(given)
        if work_uid is None and question is None and not said and not reader.has(CODE.key):
            work_uid = choices.within
            if work_uid is None:
                reader.refuse("work", "Chưa ghi công trình cần mặt bằng. Ô này phải ghi.")
        if question is not None or work_uid is None or reader.refusals:
            _check_unread(reader, given, work_uid if question is None else None, stored, steps)
            rows.append(reader.view(name, Standing.REFUSED, question=question))
            continue
        key = _key(work_uid, str(given.get("sheet") or ""), str(given["plot"]))
        before = stored.get(key)
        owner = before.household_uid if before is not None else ""
        called, question = known_owners.find(given, former, choices, owner=owner)
        if question is not None:
            view = reader.view(name, Standing.REFUSED, question=question)
        elif key in steps.taken:
            view = _take_more(reader, name, given, steps.taken[key], steps)
        else:
            view = _take(reader, name, given, key, known.names[work_uid], before, steps)
        rows.append(replace(view, note=noted(view.note, called)) if called else view)
    return Planned(tuple(rows), steps.write)


def _part(reader: RowReader, given: dict[str, Value]) -> None:
    """A plot and its sheet that stand in one cell: “112/14”, of a plot without a sheet “112”."""
    plot, _slash, sheet = str(given.get("plot") or "").rpartition("/")
    if plot and "sheet" in given:
        reader.refuse("sheet", "Số tờ đã ghi cùng số thửa. Để trống ô này.")
    elif plot:
        given["plot"], given["sheet"] = line(plot), line(sheet)


def _take(
    reader: RowReader,
    name: str,
    given: Mapping[str, Value],
    key: Key,
    work: str,
    before: PlotView | None,
    steps: _Steps,
) -> RowView:
    known = _events(before, steps.today) if before is not None else []
    new = _new_events(reader, given, known)
    listed = _listed(reader, given, key[0], before, new, steps.today)
    changes = _changes(reader, given, before, new)
    sound = None if reader.refusals else listed
    steps.taken[key] = _Taken(reader.number, given, before, sound, [*known, *new], new, _days_of_money(given))
    if listed is None or reader.refusals:
        _check_rest(reader, given, listed or _stand_in(given, before), known, new, steps.today)
        return reader.view(name, Standing.REFUSED)
    if before is not None and not changes:
        return reader.view(name, Standing.UNCHANGED, note="Đã có trong danh sách.")
    _check(reader, given, listed, known, new, steps.today)
    if before is None:
        if not reader.refusals:
            steps.new.append((listed, new))
        where = in_words(reader.column("hamlet"), listed.hamlet_uid)
        told = f"{where}; {format_decimal(listed.area)} m², {FORM_NAMES[listed.form].lower()}; {work}"
        return reader.view(name, Standing.NEW, note=told)
    if not reader.refusals:
        steps.changed.append((before.uid, listed, new))
    return reader.view(name, Standing.CHANGED, changes)


def _take_more(
    reader: RowReader, name: str, given: Mapping[str, Value], first: _Taken, steps: _Steps
) -> RowView:
    """A further row of a plot: what was decided or paid on another day, and nothing else that differs."""
    days = _days_of_money(given)
    alike = all(
        spelling_key(str(said)) == spelling_key(str(first.given.get(key, "")))
        for key, said in given.items()
        if key not in _OF_MONEY
    )
    if first.listed is None:
        reader.refuse("plot", f"Thửa đất này ở dòng {first.number} còn lỗi. Sửa dòng đó trước.")
    elif not alike or days <= first.days:
        reader.refuse(
            "plot",
            f"Trùng thửa đất ở dòng {first.number}. Xóa một trong hai dòng. Dòng ghi thêm một lần chi trả "
            "phải khác ngày, các cột khác giống dòng trước hoặc để trống.",
        )
    if first.listed is None or reader.refusals:
        return reader.view(name, Standing.REFUSED)
    new = _new_events(reader, given, first.known, is_new=first.before is None)
    _check(reader, given, first.listed, first.known, new, steps.today)
    first.days |= days
    first.known += new
    if first.before is None:
        first.new += new
    elif new:
        steps.changed.append((first.before.uid, first.listed, new))
    if not new:
        return reader.view(name, Standing.UNCHANGED, note="Đã có trong danh sách.")
    return reader.view(name, Standing.CHANGED, _event_changes(new))


def _days_of_money(given: Mapping[str, Value]) -> set[tuple[EventKind, Value]]:
    return {(kind, given[at]) for kind, at in _DAYS_OF_MONEY.items() if at in given}


def _new_events(
    reader: RowReader, given: Mapping[str, Value], known: Sequence[Event], *, is_new: bool = False
) -> list[Event]:
    """What the row says that is not recorded yet. Recorded otherwise, it is refused at its cell; what is paid
    on another day is paid once more, and of a plot that is new in this sheet decided once more."""
    found = []
    for key, (kind, amount_key) in _CELLS_OF_EVENTS.items():
        day, amount = given.get(key), given.get(amount_key)
        if day is None and amount is None:
            continue
        recorded = [one for one in known if one.kind is kind] if known else []
        if isinstance(day, date):
            paid = amount if isinstance(amount, int) else None
            that_day = [one.amount for one in recorded if one.on == day] if recorded else []
            if that_day and paid in (None, *that_day, _of_day(kind, that_day)):
                continue
            if recorded and (that_day or not (kind is EventKind.PAID or (is_new and kind in _AMOUNTS))):
                reader.refuse(key, f"Đã ghi {_said(recorded[-1])}. Sửa diễn biến đó ở trang Huy động.")
            elif amount_key and paid is None and not reader.has(amount_key):
                reader.refuse(amount_key, _NO_AMOUNT[kind])
            else:
                found.append(Event(kind, day, paid))
        elif amount_key and amount not in (None, *(one.amount for one in recorded[-1:])):
            reader.refuse(key, _NO_DAY[kind])
    return sorted(found, key=_DAY)


def _of_day(kind: EventKind, amounts: Sequence[int | None]) -> int | None:
    """Of several on one day: what was paid adds up, a decision takes the place of the one before."""
    return sum(one or 0 for one in amounts) if kind is EventKind.PAID else amounts[-1]


def _said(event: Event) -> str:
    amount = f", {format_int(event.amount)} đồng" if event.amount is not None else ""
    return f"“{EVENT_NAMES[event.kind]}” ngày {format_date(event.on)}{amount}"


def _listed(
    reader: RowReader,
    given: Mapping[str, Value],
    work_uid: str,
    before: PlotView | None,
    new: Sequence[Event],
    today: date,
) -> Listed | None:
    """The plot as it would be; None where a new one lacks something."""
    if before is None:
        _check_missing(reader, given)
        if reader.refusals:
            return None
    cells = {**(_cells(before) if before is not None else {}), **given}
    first = new[0].on if new else today  # they are in order
    since, area = cells.get("since") or min(first, today), cells["area"]
    assert isinstance(since, date)
    assert isinstance(area, int)
    return Listed(
        work_uid=work_uid,
        giver=before.household if before is not None and _is_owner(given, before) else str(cells["giver"]),
        hamlet_uid=str(cells["hamlet"]) if "hamlet" in cells else None,
        since=since,
        plot=before.plot if before is not None else str(cells["plot"]),
        area=area,
        form=Terms(str(cells["terms"])),
        sheet=before.sheet if before is not None else str(cells.get("sheet") or ""),
        land=str(cells.get("land") or ""),
        assets=str(cells.get("assets") or ""),
        note=str(cells.get("note") or ""),
    )


def _check_missing(reader: RowReader, given: Mapping[str, Value]) -> None:
    for key, words in MISSING.items():
        if key not in given and not reader.has(key):
            reader.refuse(key, words)


def _stand_in(given: Mapping[str, Value], before: PlotView | None) -> Listed:
    """A plot that cannot be listed as its row says it: something sound for what cannot be read."""
    cells = {**(_cells(before) if before is not None else {}), **given}
    since, area = cells.get("since"), cells.get("area")
    return Listed(
        work_uid="-",
        giver=str(cells.get("giver", "-")),
        hamlet_uid=str(cells.get("hamlet", "-")),
        since=since if isinstance(since, date) else date.min,
        plot="-",
        area=area if isinstance(area, int) else 1,
        form=Terms(str(cells.get("terms", Terms.COMPENSATED.value))),
    )


def _check(
    reader: RowReader,
    given: Mapping[str, Value],
    listed: Listed,
    known: Sequence[Event],
    new: Sequence[Event],
    today: date,
) -> None:
    """The rules of the page."""
    if known or not _fit(new, listed, today):
        _check_rest(reader, given, listed, known, new, today)


def _check_unread(
    reader: RowReader,
    given: Mapping[str, Value],
    work_uid: str | None,
    stored: Mapping[Key, PlotView],
    steps: _Steps,
) -> None:
    """Of a row with a cell that cannot be read: what is wrong with the others."""
    if work_uid is None or reader.is_refused("plot", "sheet"):  # it is open which plot it is
        _check_rest(reader, given, _stand_in(given, None), (), None, steps.today)
        return
    key = _key(work_uid, str(given.get("sheet") or ""), str(given["plot"]))
    before = stored.get(key)
    known = _events(before, steps.today) if before is not None else []
    new = None
    if key not in steps.taken:
        if before is None:
            _check_missing(reader, given)
        new = _new_events(reader, given, known)
    _check_rest(reader, given, _stand_in(given, before), known, new, steps.today)


def _check_rest(
    reader: RowReader,
    given: Mapping[str, Value],
    listed: Listed,
    known: Sequence[Event],
    new: Sequence[Event] | None,
    today: date,
) -> None:
    """All that the rules of the page refuse, each at the cell that it is about; what needs a cell that is
    refused waits. ``new`` None: what happened before is open."""
    for refused in (*clearance.problems(listed, today=today), *clearance.change_problems(listed, known)):
        reader.refuse(_AT.get(refused.field, refused.field), refused.message)
    form = Terms.COMPENSATED if reader.is_refused("terms") else listed.form
    since = date.min if reader.is_refused("since") else listed.since
    recorded = {(one.kind, one.on) for one in known}
    for key, (kind, amount_key) in _CELLS_OF_EVENTS.items():
        day, amount = given.get(key), given.get(amount_key)
        if (day is None and amount is None) or (kind, day) in recorded:
            continue
        on, paid = day if isinstance(day, date) else today, amount if isinstance(amount, int) else 1
        for refused in event_problems(Event(kind, on, paid), form=form, since=since, today=today, reason=""):
            if (at := amount_key if refused.field == "amount" else key) in given:
                reader.refuse(at, refused.message)
    before = list(known)
    money_waits, steps_wait = reader.is_refused(*_OF_MONEY), reader.is_refused(*_STEPS)
    for one in new or ():
        if money_waits if one.kind in _AMOUNTS else steps_wait:
            continue
        try:
            check_event(one, before, form=form, since=since, today=today, reason="")
        except EntryRefused as error:
            at = next(key for key, kind in _EVENTS.items() if kind is one.kind)
            reader.refuse(_AMOUNTS[one.kind] if error.field == "amount" else at, error.message)
        before.append(one)


def _fit(new: Sequence[Event], listed: Listed, today: date) -> bool:
    """Nearly all do: what does not, is looked for then."""
    try:
        clearance.check(listed, today=today)
        check_first_events(new, form=listed.form, since=listed.since, today=today)
    except EntryRefused:
        return False
    return True


def _changes(
    reader: RowReader, given: Mapping[str, Value], before: PlotView | None, new: Sequence[Event]
) -> list[Change]:
    if before is None:
        return []
    cells, found = _cells(before), []
    for key in _CONTENT:
        said = given.get(key)
        if isinstance(said, str):
            said = body(said) if key == "note" else line(said)
        if said is None or said == cells.get(key) or (key == "giver" and _is_owner(given, before)):
            continue
        found.append(change(reader.column(key), cells.get(key), said))
    return found + _event_changes(new)


def _event_changes(new: Sequence[Event]) -> list[Change]:
    at, found = {kind: key for key, kind in _EVENTS.items()}, []
    for one in new:
        found.append(change(_COLUMNS[at[one.kind]], None, one.on))
        if one.amount is not None:
            found.append(change(_COLUMNS[_AMOUNTS[one.kind]], None, one.amount))
    return found


def _is_owner(given: Mapping[str, Value], before: PlotView) -> bool:
    """The household of the plot, in whichever way its name is spelled."""
    return "giver" not in given or spelling_key(str(given["giver"])) == spelling_key(before.household)


def _cells(view: PlotView) -> dict[str, Value]:
    cells: dict[str, Value] = {
        "giver": view.household,
        "hamlet": view.hamlet_uid,
        "area": view.area,
        "land": view.land or None,
        "terms": view.form.value,
        "assets": view.assets or None,
        "since": view.since,
        "note": view.note or None,
    }
    return {key: value for key, value in cells.items() if value is not None}


def _happened(events: Sequence[Event]) -> list[dict[str, Value]]:
    """The cells of what happened: one row, and another for each further day of money, in their order.

    A row never has a payment that a later decision allowed: each is sound when those before it are taken.
    """
    rows: list[dict[str, Value]] = [{}]
    days: dict[tuple[EventKind, date], list[int | None]] = {}
    for one in sorted(events, key=lambda one: one.on):
        days.setdefault((one.kind, one.on), []).append(one.amount)
    at = {kind: key for key, kind in _EVENTS.items()}
    for (kind, on), amounts in days.items():
        if kind not in _AMOUNTS:
            rows[0][at[kind]] = on
            continue
        if at[kind] in rows[-1] or (kind is EventKind.DECIDED and at[EventKind.PAID] in rows[-1]):
            rows.append({})
        rows[-1] |= {at[kind]: on, _AMOUNTS[kind]: _of_day(kind, amounts)}
    return rows


def _events(view: PlotView, today: date) -> list[Event]:
    """Oldest first, and none of a day that the screens do not show yet."""
    return [
        Event(one.kind, one.on, one.amount, uid=one.uid, seq=place)
        for place, one in enumerate(reversed(view.events))
        if one.on <= today
    ]


def _key(work_uid: str, sheet: str, plot: str) -> Key:
    return work_uid, spelling_key(line(sheet)), spelling_key(line(plot))


def _named(given: Mapping[str, Value]) -> str:
    plot, sheet = str(given.get("plot") or ""), str(given.get("sheet") or "")
    where = f"thửa {plot}, tờ {sheet}" if sheet else f"thửa {plot}"
    return ", ".join(part for part in (str(given.get("giver") or ""), where if plot else "") if part)
