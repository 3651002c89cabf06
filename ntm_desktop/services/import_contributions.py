"""Contributions as a sheet: what its columns are, which rows are already there, what the others would record.

A gift has no name. It is known by who gave what on which day for which work, so that a list that is imported
again adds nothing; a row that says of such a gift something else corrects it, with a reason. Of several alike
each takes a row: those that are more than the register has are new, and the preview says that they are alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from operator import itemgetter

from sqlalchemy import RowMapping

from ntm_desktop.db.models import contribution, household
from ntm_desktop.db.session import Session, live, names
from ntm_desktop.domain.contributions import (
    KIND_NAMES,
    UNITS,
    Gift,
    GiverKind,
    Kind,
)
from ntm_desktop.errors import EntryRefused
from ntm_desktop.services import commune, contributions, households, known_owners, known_works, work_facts
from ntm_desktop.services.contribution_sheet import CODE, FORM, PRICED, UNPRICED, WORK
from ntm_desktop.services.contributions import Scale, Told
from ntm_desktop.services.fields import body, line
from ntm_desktop.services.importing import (
    Change,
    Choices,
    Planned,
    RowReader,
    RowView,
    Standing,
    Write,
    change,
    noted,
    row_readers,
)
from ntm_desktop.services.known_works import Known
from ntm_desktop.sheets.columns import Form, Value
from ntm_desktop.sheets.reading import SheetRows
from ntm_desktop.text import format_date, format_decimal, format_int, spelling_key

_MOST_NAMED = 5
_LEAST_MONEY = 1_000  # đồng; less was meant in nghìn or triệu
_TOO_SMALL = "Số quá nhỏ. Ghi số đồng, ví dụ 200.000."
_COLUMNS = {column.key: column for column in FORM.columns}
_CONTENT = ("amount", "quantity", "price", "priced", "indicator", "document", "note")
"""What a gift may be corrected in; the other columns say which gift it is."""
_AT: Mapping[str, str] = {"on_date": "on", "hamlet_uid": "hamlet"}
"""Where a refusal of the rules stands, when the column has another name."""

Key = tuple[Value, ...]
_SAYS_WHICH = ("giver_kind", "kind", "unit", "on", "giver", "hamlet", "item", WORK.key, CODE.key)
_KEY_CELLS = itemgetter("giver_kind", "kind", "unit", "on")


@dataclass(slots=True)
class _Row:
    """One row of the sheet that could be read; ``key``: which gift it is."""

    place: int
    reader: RowReader
    name: str
    key: Key
    given: Mapping[str, Value]
    work_uid: str | None
    called: str
    """What is to be said of the name of its household."""


@dataclass(frozen=True, slots=True)
class _Stored:
    uid: str
    cells: Mapping[str, Value]
    reason: str
    withdrawn: date | None


@dataclass(slots=True)
class _Plan:
    scale: Scale
    stored: dict[Key, list[_Stored]]
    """What no row of the sheet is about so far."""
    numbers: dict[Key, list[int]] = field(default_factory=lambda: defaultdict(list))
    """Of the rows that are about the same gift, or about several that are alike."""
    alike: list[int] = field(default_factory=list)
    """The rows that would be one of several new ones."""
    hamlets: Mapping[str, str] = field(default_factory=dict)
    """Their names."""
    given_for: Mapping[tuple[Key, Value], Sequence[Value]] = field(default_factory=dict)
    """The hamlets that a gift is recorded for, by what else says which gift it is, and by how much it is."""
    doubtful: list[int] = field(default_factory=list)
    """The rows of which one like it is recorded for another hamlet."""
    new: list[tuple[Told, Gift]] = field(default_factory=list)


def form(session: Session) -> Form:
    """With the hamlets of the commune."""
    return FORM.with_choices(
        "hamlet", [(str(one.uid), one.name) for one in commune.list_hamlets(session) if one.uid]
    )


def values(session: Session, today: date, known: Known) -> Sequence[Mapping[str, Value]]:
    """Every gift that stands, oldest first."""
    codes, owners = known.codes(), names(household, session)
    gone = {gift.uid for gift in contributions.stored(session).values() if _is_gone(gift.withdrawn, today)}
    rows = [
        row
        for row in work_facts.standing(session.rows(live(contribution, session)))
        if row["uid"] not in gone and row["on_date"] <= today.isoformat()
    ]
    rows.sort(key=lambda row: (row["on_date"], row["seq"]))
    return [
        {
            **_cells(row),
            "giver": row["giver"] or owners.get(row["household_uid"]),
            "work": known.names.get(row["work_uid"]),
            "work_code": codes.get(row["work_uid"]),
        }
        for row in rows
    ]


def plan(session: Session, sheet: SheetRows, choices: Choices, known: Known, today: date) -> Planned:
    hamlets = dict(sheet.form.column("hamlet").choices)
    columns = [column for column in sheet.form.columns if column not in (WORK, CODE)]
    former = households.former(session)
    stored = _stored(session, today)
    scale = contributions.scale_on(session, today)
    work = _Plan(scale, stored, hamlets=hamlets, given_for=_given_for(stored))
    views: dict[int, RowView] = {}
    rows: list[_Row] = []
    for place, reader in enumerate(row_readers(sheet, choices)):
        work_uid, _name, question = known_works.find(
            reader, known, choices, code_column=CODE, name_column=WORK, may_be_new=False
        )
        given = reader.values(columns)
        _complete(reader, given)
        name = _named(given, hamlets)
        called, hamlet = "", given.get("hamlet")
        sound = question is None and not reader.refusals
        key = _key(given, work_uid) if sound else ()
        if sound and given["giver_kind"] == GiverKind.HOUSEHOLD and key not in work.stored:
            called, question = known_owners.find(given, former, choices)
        if question is not None or not sound:
            is_new = not reader.is_refused(*_SAYS_WHICH) and _key(given, work_uid) not in work.stored
            _check_rest(reader, given, work.scale, is_new=is_new)
            views[place] = reader.view(name, Standing.REFUSED, question=question)
        else:
            if called:
                if _key({**given, "hamlet": hamlet}, work_uid) in work.stored:
                    given["hamlet"] = hamlet  # a gift stays where it was given
                key = _key(given, work_uid)
            work.numbers[key].append(reader.number)
            rows.append(_Row(place, reader, name, key, given, work_uid, called))
    rows.sort(key=_cells_said, reverse=True)  # so that a gift goes to the row that says most of it
    others = [row for row in rows if not _is_there(row, work, views)]
    for row in sorted(others, key=_corrects, reverse=True):
        view = _take(row, work)
        if row.reader.refusals:
            _check_rest(row.reader, row.given, work.scale, is_new=row.key not in work.stored)
            view = replace(view, refusals=tuple(row.reader.refusals))
        views[row.place] = view
    notes = [_alike(sorted(work.alike))] if work.alike else []
    notes += [_doubtful(sorted(work.doubtful))] if work.doubtful else []
    return Planned(tuple(views[place] for place in sorted(views)), _writer(work.new), notes)


def _cells_said(row: _Row) -> int:
    return len(row.given)


def _corrects(row: _Row) -> bool:
    return "reason" in row.given


def _alike(numbers: Sequence[int]) -> str:
    """Above all rows, as nobody reads each of hundreds."""
    return (
        f"Dòng {_numbered(numbers)}: trùng người, ngày, loại, công trình với dòng khác, "
        "mỗi dòng nhập thành một khoản. Nếu ghi thừa, xóa dòng thừa trong tệp rồi nhập lại."
    )


def _doubtful(numbers: Sequence[int]) -> str:
    return (
        f"Dòng {_numbered(numbers)}: thôn khác đã ghi khoản cùng tên người, ngày, loại, công trình, cùng số. "
        "Nếu là một khoản, sửa thôn hoặc xóa dòng trong tệp rồi nhập lại."
    )


def _numbered(numbers: Sequence[int]) -> str:
    said = ", ".join(str(one) for one in numbers[:_MOST_NAMED])
    return f"{said} và {len(numbers) - _MOST_NAMED} dòng khác" if len(numbers) > _MOST_NAMED else said


def _writer(new: Sequence[tuple[Told, Gift]]) -> Write:
    return lambda session: contributions.add_all(session, new)


def _complete(reader: RowReader, given: dict[str, Value]) -> None:
    """What is meant where nothing stands, and what the cells of a row must be to each other."""
    given.setdefault("giver_kind", GiverKind.HOUSEHOLD.value)
    if isinstance(codes := given.get("indicator"), tuple) and len(codes) != 1:
        reader.refuse("indicator", "Ghi một chỉ tiêu. Góp cho nhiều chỉ tiêu thì mỗi chỉ tiêu một dòng.")
    if "kind" not in given:
        return
    kind = Kind(str(given["kind"]))
    if kind is Kind.MONEY:
        if "amount" not in given and not reader.has("amount"):
            reader.refuse("amount", "Chưa có số tiền. Không đóng góp thì ghi 0.")
        for key in ("item", "quantity", "price", "priced"):
            if key in given:
                reader.refuse(key, "Tiền mặt chỉ ghi ở cột Số tiền. Để trống ô này.")
    else:
        if "quantity" not in given and not reader.has("quantity"):
            reader.refuse("quantity", "Chưa có số lượng. Không đóng góp thì ghi 0.")
        if "amount" in given:
            reader.refuse(
                "amount", "Cột này chỉ của tiền mặt. Ghi số lượng và đơn giá, chương trình tính ra tiền."
            )
        if "price" in given and given.get("priced") == UNPRICED:
            reader.refuse("priced", "Đã ghi đơn giá. Xóa đơn giá, hoặc chọn Có.")
    if len(UNITS[kind]) == 1:
        given.setdefault("unit", UNITS[kind][0])
    if "unit" not in given and not reader.has("unit"):
        units = "; ".join(UNITS[kind])
        reader.refuse("unit", f"{KIND_NAMES[kind]} phải ghi đơn vị. Ghi một trong: {units}.")


def _check_rest(reader: RowReader, given: Mapping[str, Value], scale: Scale, *, is_new: bool) -> None:
    """What is wrong with the other cells of a row that is refused; something sound stands in for those that
    cannot be read, and for what the gift that a row corrects has."""
    kind = Kind(str(given.get("kind", Kind.LABOUR.value)))
    said = "amount" if kind is Kind.MONEY else "quantity"
    unit, on, quantity, price = (given.get(key) for key in ("unit", "on", said, "price"))
    if kind is Kind.MONEY and isinstance(quantity, int) and 0 < quantity < _LEAST_MONEY:
        reader.refuse("amount", _TOO_SMALL)
    waits = not is_new or reader.is_refused("kind", "item", "unit", "on", "priced")
    nobody = reader.is_refused("giver_kind")
    told = Told(
        giver_kind=GiverKind(str(given["giver_kind"])),
        giver="-" if nobody or reader.is_refused("giver") else _who(given),
        hamlet_uid="-" if nobody or reader.is_refused("hamlet") else str(given.get("hamlet") or "") or None,
        kind=kind,
        quantity=quantity if isinstance(quantity, int) else 0,
        unit=str(unit) if unit is not None and "kind" in given else UNITS[kind][0],
        on=on if isinstance(on, date) else scale.on,
        item=str(given.get("item") or ""),
        price=price if isinstance(price, int) else 1 if waits else None,
        unpriced="kind" in given and given.get("priced") == UNPRICED,
        indicator=str(codes[0]) if isinstance(codes := given.get("indicator"), tuple) and codes else "",
    )
    for refused in contributions.problems(told, scale):
        reader.refuse(
            said if refused.field == "quantity" else _AT.get(refused.field, refused.field), refused.message
        )


def _named(given: Mapping[str, Value], hamlets: Mapping[str, str]) -> str:
    if given["giver_kind"] == GiverKind.HAMLET:
        return contributions.whole(hamlets.get(str(given.get("hamlet")), ""))
    return ", ".join(filter(None, (_who(given), hamlets.get(str(given.get("hamlet"))))))


def _who(given: Mapping[str, Value]) -> str:
    """ "" of a hamlet as a whole, whatever stands in the cell."""
    whole = given["giver_kind"] == GiverKind.HAMLET
    return "" if whole else line(str(given.get("giver") or ""))


def _key(given: Mapping[str, Value], work_uid: str | None) -> Key:
    """Of who gave the name, not the household, which may have moved to another hamlet since."""
    who, item = spelling_key(_who(given)), spelling_key(str(given.get("item") or ""))
    return *_KEY_CELLS(given), who, given.get("hamlet"), item, work_uid


def _cells(row: RowMapping) -> dict[str, Value]:
    """What is stored of a gift, as cells, but for who gave it and what for."""
    money = row["kind"] == Kind.MONEY
    cells: dict[str, Value] = {
        "giver_kind": row["giver_kind"],
        "hamlet": row["hamlet_uid"],
        "kind": row["kind"],
        "on": date.fromisoformat(row["on_date"]),
        "amount": row["quantity"] if money else None,
        "item": row["item"] or None,
        "quantity": None if money else row["quantity"],
        "unit": row["unit"],
        "price": row["price"],
        "priced": UNPRICED if row["unpriced"] else None,
        "indicator": (row["indicator"],) if row["indicator"] else None,
        "document": row["document"] or None,
        "note": row["note"] or None,
    }
    return {key: value for key, value in cells.items() if value is not None}


def _stored(session: Session, today: date) -> dict[Key, list[_Stored]]:
    gifts, owners = contributions.stored(session), names(household, session)
    found: dict[Key, list[_Stored]] = defaultdict(list)
    for row in session.rows(live(contribution, session)):
        if row["uid"] not in gifts:
            continue
        cells = _cells(row)
        who = row["giver"] or owners.get(row["household_uid"], "")
        key = _key({**cells, "giver": who}, row["work_uid"])
        withdrawn = gifts[row["uid"]].withdrawn
        withdrawn = withdrawn if _is_gone(withdrawn, today) else None
        one = _Stored(row["uid"], cells, row["reason"], withdrawn)
        found[key].append(one)
    for alike in found.values():
        alike.sort(key=_stored_least)
    return found


def _given_for(stored: Mapping[Key, Sequence[_Stored]]) -> dict[tuple[Key, Value], list[Value]]:
    found: dict[tuple[Key, Value], list[Value]] = defaultdict(list)
    for key, alike in stored.items():
        for one in alike:
            if one.withdrawn is None:
                found[_apart_from_hamlet(key, one.cells)].append(one.cells.get("hamlet"))
    return found


def _apart_from_hamlet(key: Key, cells: Mapping[str, Value]) -> tuple[Key, Value]:
    *first, _hamlet, item, work_uid = key
    return (*first, item, work_uid), cells.get("amount", cells.get("quantity"))


def _stored_least(one: _Stored) -> tuple[int, bool]:
    """An empty cell of a row says nothing, so the row is about the one that has least beyond it."""
    return len(one.cells), one.withdrawn is not None


def _is_there(row: _Row, work: _Plan, views: dict[int, RowView]) -> bool:
    """A gift that is recorded as the row says it."""
    known = work.stored.get(row.key, [])
    same = next((one for one in known if not _changes(row.given, one)), None)
    if same is None:
        return False
    known.remove(same)
    note = "Đã có trong danh sách."
    if same.withdrawn is not None:
        note = f"Đã có trong danh sách, đã rút ngày {format_date(same.withdrawn)}."
    views[row.place] = row.reader.view(row.name, Standing.UNCHANGED, note=noted(note, row.called))
    return True


def _take(row: _Row, work: _Plan) -> RowView:
    """A row that says something new: another gift, or another number of one that is known."""
    reader, known = row.reader, work.stored.get(row.key, [])
    before = known.pop() if len(known) == 1 else None
    changes = _changes(row.given, before) if before is not None else []
    reason = str(row.given.get("reason") or "")
    if known:
        reader.refuse(
            "giver", f"Đã ghi {len(known)} khoản như dòng này, số khác nhau. Sửa khoản đó ở trang Huy động."
        )
    elif before is not None and before.withdrawn is not None:
        reader.refuse("on", f"Khoản này đã rút ngày {format_date(before.withdrawn)}, không sửa được.")
    elif before is not None and not reason:
        reader.refuse("reason", f"Khoản này đã ghi khác ({_said(changes)}). Ghi lý do sửa.")
    elif before is not None and reason == before.reason:
        reader.refuse("reason", f"Lý do này của lần sửa trước. Ghi lý do sửa lần này ({_said(changes)}).")
    if not reader.refusals:
        _record(row, before, work)
    if before is not None:
        return reader.view(row.name, Standing.CHANGED, changes, note=row.called)
    note = _told(row.given)
    if not reader.refusals and (hamlet := _other_hamlet(row, work)):
        work.doubtful.append(reader.number)
        note = noted(note, f"“{hamlet}” đã ghi khoản như dòng này.")
    other = next((one for one in work.numbers[row.key] if one != reader.number), None)
    if other is not None and not reader.refusals:
        work.alike.append(reader.number)
        note = noted(note, f"Trùng người, ngày, loại, công trình với dòng {other}.")
    return reader.view(row.name, Standing.NEW, note=noted(note, row.called))


def _other_hamlet(row: _Row, work: _Plan) -> str:
    """One that has the same gift of somebody of that name."""
    if not _who(row.given):
        return ""
    recorded = work.given_for.get(_apart_from_hamlet(row.key, row.given), ())
    names = (work.hamlets.get(str(one), "") for one in recorded if one != row.given.get("hamlet"))
    return next(filter(None, names), "")


def _told(given: Mapping[str, Value]) -> str:
    """What a new gift is, since no other column of the preview says it: “Ngày công: 5,5 công, 10/5/2021”."""
    kind, said = Kind(str(given["kind"])), given.get("amount", given.get("quantity"))
    day = given["on"]
    assert isinstance(said, int)
    assert isinstance(day, date)
    number = format_int(said) if kind is Kind.MONEY else format_decimal(said)
    return f"{KIND_NAMES[kind]}: {number} {given['unit']}, {format_date(day)}"


def _record(row: _Row, before: _Stored | None, work: _Plan) -> None:
    given = {**(before.cells if before is not None else {}), **row.given}
    if "price" in row.given:  # an agreed price is a value after all
        given["priced"] = row.given.get("priced")
    elif row.given.get("priced") == UNPRICED:
        given["price"] = None
    kind = Kind(str(given["kind"]))
    said = "amount" if kind is Kind.MONEY else "quantity"
    quantity, price, on = given[said], given.get("price"), given["on"]
    codes = given.get("indicator")
    assert isinstance(quantity, int)
    assert isinstance(on, date)
    if kind is Kind.MONEY and 0 < quantity < _LEAST_MONEY:
        row.reader.refuse("amount", _TOO_SMALL)
        return
    told = Told(
        giver_kind=GiverKind(str(given["giver_kind"])),
        giver=_who(given),
        hamlet_uid=str(given["hamlet"]) if "hamlet" in given else None,
        kind=kind,
        quantity=quantity,
        unit=str(given["unit"]),
        on=on,
        item=str(given.get("item") or ""),
        price=price if isinstance(price, int) else None,
        unpriced=given.get("priced") == UNPRICED,
        work_uid=row.work_uid,
        indicator=codes[0] if isinstance(codes, tuple) else "",
        document=str(given.get("document") or ""),
        note=str(given.get("note") or ""),
        supersedes=before.uid if before is not None else None,
        reason=str(given.get("reason") or "") if before is not None else "",
    )
    try:
        gift = contributions.check(told, work.scale)
    except EntryRefused as error:
        at = said if error.field == "quantity" else _AT.get(error.field, error.field)
        row.reader.refuse(at, error.message)
    else:
        work.new.append((told, gift))


def _changes(given: Mapping[str, Value], before: _Stored) -> list[Change]:
    """The reason alone is no change: it says why of one."""
    found = []
    for key in _CONTENT:
        old, new = before.cells.get(key), given.get(key)
        if key == "priced":
            old, new = old or PRICED, new or (PRICED if "price" in given else None)
        if isinstance(new, str):
            new = body(new) if key == "note" else line(new)
        if new is not None and new != old:
            found.append(change(_COLUMNS[key], old, new))
    return found


def _said(changes: Sequence[Change]) -> str:
    return "; ".join(f"{one.head.lower()}: {one.old or 'trống'} → {one.new}" for one in changes)


def _is_gone(withdrawn: date | None, today: date) -> bool:
    return withdrawn is not None and withdrawn <= today
