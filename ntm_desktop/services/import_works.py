"""The register of works as a sheet: what its columns are, what a row would change, and how it is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import RowMapping

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, next_seq
from ntm_desktop.db.models import work, work_hamlet, work_indicator, work_investment, work_stage
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.capital import is_doubtful_total, meant_in_millions
from ntm_desktop.domain.stages import Route, Stage
from ntm_desktop.domain.works import WORK_KINDS, Dated, newest
from ntm_desktop.errors import NtmError
from ntm_desktop.services import commune, criteria_sets, goals, work_money, works
from ntm_desktop.services.fields import day_of, iso
from ntm_desktop.services.importing import (
    Change,
    Choices,
    Content,
    Planned,
    RowReader,
    RowView,
    Standing,
    change,
    row_readers,
)
from ntm_desktop.services.known_works import CODE, NAME, Known, find
from ntm_desktop.services.people import list_people
from ntm_desktop.services.work_facts import investments
from ntm_desktop.services.works import name_key
from ntm_desktop.sheets.columns import CellKind, Column, Form, Value
from ntm_desktop.sheets.reading import SheetRows
from ntm_desktop.text import format_date

_ROUTES = ((Route.ORDINARY.value, "Thông thường"), (Route.SIMPLIFIED.value, "Cơ chế đặc thù"))

FORM = Form(
    key="works",
    title="Công trình",
    named_by="name",
    columns=(
        CODE,
        NAME,
        Column(
            "kind",
            "Loại",
            CellKind.CHOICE,
            "Công trình mới phải ghi.",
            choices=tuple((key, name) for key, (name, _criterion) in WORK_KINDS.items()),
            width=24,
            also=("Loại công trình",),
        ),
        Column("route", "Trình tự", CellKind.CHOICE, "Để trống là thông thường.", choices=_ROUTES),
        Column("hamlets", "Thôn", CellKind.NAMES, "Thôn có công trình hoặc được hưởng lợi.", width=22),
        Column("place", "Địa điểm", width=22, also=("Địa điểm xây dựng", "Địa điểm (thôn)")),
        Column("scale", "Quy mô", width=22),
        Column("investor", "Chủ đầu tư", width=20),
        Column(
            "person",
            "Người phụ trách",
            CellKind.CHOICE,
            "Cán bộ theo dõi công trình.",
            width=22,
            also=("Phụ trách", "Cán bộ phụ trách"),
        ),
        Column("indicators", "Chỉ tiêu", CellKind.CODES, "Mã chỉ tiêu mà công trình phục vụ.", width=14),
        Column(
            "total",
            "Tổng mức đầu tư",
            CellKind.MONEY,
            "Bằng đồng, đang có hiệu lực.",
            width=18,
            also=("TMĐT", "Tổng mức", "Tổng vốn đầu tư"),
        ),
        Column("approved", "Ngày phê duyệt", CellKind.DATE, "Phải ghi khi có tổng mức.", width=14),
        Column("adjusted", "Ngày điều chỉnh", CellKind.DATE, "Chỉ ghi khi đổi tổng mức đã có.", width=14),
        Column("why", "Lý do điều chỉnh", note="Phải ghi khi đổi tổng mức đã có.", width=24),
        Column("started", "Ngày khởi công", CellKind.DATE, width=14, also=("Khởi công",)),
        Column("due", "Kế hoạch hoàn thành", CellKind.DATE, width=14, also=("Dự kiến hoàn thành",)),
        Column("accepted", "Ngày nghiệm thu", CellKind.DATE, "Nghiệm thu hoàn thành.", width=14),
        Column("note", "Ghi chú", CellKind.BODY, width=30),
    ),
    examples=(
        {
            "name": "Đường trục thôn Tân Lợi 1, bê tông 0,85 km",
            "kind": "giao-thong",
            "route": Route.SIMPLIFIED.value,
            "place": "thôn Tân Lợi 1",
            "scale": "bê tông 0,85 km",
            "investor": "Ban quản lý xã",
            "indicators": ("2.2",),
            "total": 1_250_000_000,
            "approved": date(2021, 2, 26),
            "started": date(2021, 4, 12),
            "due": date(2021, 9, 30),
        },
        {
            "name": "Nhà văn hóa thôn Yên Thắng",
            "kind": "van-hoa",
            "route": Route.ORDINARY.value,
            "place": "thôn Yên Thắng",
            "investor": "Ban quản lý xã",
            "indicators": ("6.2",),
            "total": 780_000_000,
            "approved": date(2021, 3, 15),
        },
    ),
)
_REGISTER = ("name", "kind", "route", "place", "scale", "investor", "note")
_ESSENTIAL = ("hamlets", "place", "scale", "total", "approved", "started", "due", "accepted")
_DATES: Mapping[str, tuple[Stage, str]] = {
    "approved": (Stage.APPROVAL, "done"),
    "started": (Stage.START, "done"),
    "due": (Stage.ACCEPTANCE, "target"),
    "accepted": (Stage.ACCEPTANCE, "done"),
}


def form(session: Session) -> Form:
    """With the hamlets and the staff of the commune."""
    hamlets = [(str(one.uid), one.name) for one in commune.list_hamlets(session) if one.uid]
    staff = [(one.uid, one.name) for one in list_people(session)]
    return FORM.with_choices("hamlets", hamlets).with_choices("person", staff)


def values(session: Session, today: date, works_known: Known) -> Sequence[Mapping[str, Value]]:
    """All works as rows of the sheet, in the office's own order."""
    known, codes = _stored(session, today), works_known.codes()
    return [{"code": codes[uid], **stored.values} for uid, stored in known.items()]


def plan(session: Session, sheet: SheetRows, choices: Choices, known: Known, today: date) -> Planned:
    stored = _stored(session, today)
    set_id = goals.current(session, on=today).set_id
    codes = {one.code for one in criteria_sets.load(session, set_id=set_id).indicators()}
    steps, essential = _Steps(set_id, today), [sheet.form.column(key) for key in _ESSENTIAL]
    seen: dict[str, str] = {}  # the address of each work that a row is about, by its uid and its name
    rows: list[RowView] = []
    for reader in row_readers(sheet, choices):
        uid, name, question = find(reader, known, choices)
        given = reader.values(sheet.form.columns[2:])
        if name:
            given["name"] = name
        identified = question is None and not reader.is_refused("code", "name")
        if question is not None:
            _check(reader, given, None, codes, today, identified=False)
            rows.append(reader.view(name, Standing.REFUSED, question=question))
            continue
        before = stored.get(uid) if uid is not None else None
        _check_once(reader, seen, _identities(uid, name, known))
        _check_new_name(reader, given, before, known, uid)
        _check(reader, given, before, codes, today, identified=identified)
        changes = _changes(sheet.form, given, before)
        standing = Standing.NEW if before is None else Standing.CHANGED if changes else Standing.UNCHANGED
        content = Content(essential, given) if before is None else None
        view = reader.view(name, standing, changes, content=content)
        rows.append(view)
        if view.standing is Standing.NEW:
            uid = session.new_uid()
            known.add(uid, name)
            seen[uid] = reader.address("name")
            steps.new.append((uid, given))
        elif view.standing is Standing.CHANGED and uid is not None and before is not None:
            steps.changed.append((uid, given, before))
        if uid is not None and isinstance(began := given.get("started"), date):
            known.starts[uid] = began
        elif uid is None and view.standing is Standing.REFUSED:
            known.refused.setdefault(name_key(name), f"ô {reader.address('name')}, trang “{view.sheet}”")
    return Planned(tuple(rows), steps.write)


@dataclass(slots=True)
class _Stored:
    """A work as the screens show it today: of what a later day has, the sheet knows nothing."""

    row: RowMapping
    values: dict[str, Value]
    investments: Sequence[Dated]


def _stored(session: Session, today: date) -> dict[str, _Stored]:
    hamlets = _lists(session, work_hamlet, "hamlet_uid")
    indicators = _lists(session, work_indicator, "code")
    stages = {
        (row["work_uid"], row["stage"]): row
        for row in session.rows(live(work_stage, session))
        if row["stage"] in {stage.value for stage, _side in _DATES.values()}
    }
    approved: dict[str, list[RowMapping]] = {}
    for row in session.rows(live(work_investment, session)):
        approved.setdefault(row["work_uid"], []).append(row)
    found: dict[str, _Stored] = {}
    for row in session.rows(live(work, session).order_by(work.c.position, work.c.uid)):
        uid = row["uid"]
        known: dict[str, Value] = {key: row[key] or None for key in _REGISTER}
        known["person"] = row["person_uid"]
        known["hamlets"] = tuple(hamlets.get(uid, ())) or None
        known["indicators"] = tuple(indicators.get(uid, ())) or None
        totals = [one for one in investments(approved.get(uid, ())) if one.on <= today]
        known["total"] = newest(totals, today) or None
        for key, (stage, side) in _DATES.items():
            dated = stages.get((uid, stage.value))
            day = day_of(dated[side]) if dated is not None else None
            known[key] = day if side == "target" or day is None or day <= today else None
        found[uid] = _Stored(row, known, totals)
    return found


def _lists(session: Session, table: Any, column: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in session.rows(live(table, session).order_by(table.c[column])):
        found.setdefault(row["work_uid"], []).append(row[column])
    return found


def _identities(uid: str | None, name: str, known: Known) -> list[str]:
    """What no other row may have: the work, and the name where it is a new one."""
    key = name_key(name)
    if uid is None:
        return [key] if key else []
    return [uid, key] if key and key != name_key(known.names[uid]) else [uid]


def _check_once(reader: RowReader, seen: dict[str, str], identities: Sequence[str]) -> None:
    """A work has one row in a sheet."""
    first = next((seen[key] for key in identities if key in seen), None)
    if first is not None:
        reader.refuse("name", f"Trùng công trình ở ô {first}. Xóa một trong hai dòng.")
    for key in identities:
        seen.setdefault(key, reader.address("name"))


def _check_new_name(
    reader: RowReader, given: Mapping[str, Value], before: _Stored | None, known: Known, uid: str | None
) -> None:
    name = str(given.get("name") or "")
    renamed = before is not None and name != before.values["name"]
    if name and renamed and any(twin != uid for twin in known.same(name)):
        reader.refuse("name", "Đã có công trình khác tên này. Ghi thêm địa điểm hoặc quy mô vào tên.")


def _check(
    reader: RowReader,
    given: Mapping[str, Value],
    before: _Stored | None,
    codes: set[str],
    today: date,
    *,
    identified: bool,
) -> None:
    """What the cells of a row must be to each other and to what is known; without ``identified`` it is open
    which work it is, and only each cell alone is looked at."""
    if identified and before is None and "kind" not in given and not reader.has("kind"):
        reader.refuse("kind", "Công trình mới phải ghi loại, ví dụ Giao thông.")
    listed = given.get("indicators")
    unknown = [code for code in listed if code not in codes] if isinstance(listed, tuple) else []
    if unknown:
        reader.refuse(
            "indicators", f"Bộ tiêu chí đang dùng không có chỉ tiêu {unknown[0]}. Ghi mã, ví dụ 2.2."
        )
    for key in ("approved", "started", "accepted", "adjusted"):
        day = given.get(key)
        known_day = before.values.get(key) if before is not None else None
        if isinstance(day, date) and day > today and day != known_day:
            reader.refuse(key, f"Ngày ở sau hôm nay ({format_date(today)}). Ghi ngày đã diễn ra.")
    _check_total(reader, given, before, today, identified=identified)


def _check_total(
    reader: RowReader, given: Mapping[str, Value], before: _Stored | None, today: date, *, identified: bool
) -> None:
    total = given.get("total")
    if not isinstance(total, int) or (before is not None and total == before.values["total"]):
        return
    if is_doubtful_total(total):
        small = not total or meant_in_millions(total) is not None
        words = "nhỏ, có phải triệu đồng không" if small else "lớn, có thừa chữ số không"
        reader.refuse("total", f"Số quá {words}? Ghi số đồng, ví dụ 1.250.000.000.")
        return
    try:
        work_money.check_investment(total, today, today, adjusts=False)
    except NtmError as error:
        reader.refuse("total", error.message)
        return
    if not identified:
        return
    adjusts = before is not None and bool(before.investments)
    key = "adjusted" if adjusts else "approved"
    on = given.get(key) or (before.values.get("approved") if before is not None and not adjusts else None)
    if not isinstance(on, date):
        words = "Ghi ngày điều chỉnh tổng mức." if adjusts else "Ghi ngày phê duyệt tổng mức đầu tư."
        reader.refuse(key, f"{words} Ví dụ 30/6/2021.")
    try:  # a day in the future is told at its own cell
        work_money.check_investment(total, today, today, adjusts=adjusts, reason=str(given.get("why") or ""))
    except NtmError as error:
        reader.refuse("why", error.message)


def _changes(form: Form, given: Mapping[str, Value], before: _Stored | None) -> list[Change]:
    if before is None:
        return []
    found = []
    for column in form.columns:
        new = given.get(column.key)
        if new is None or column.key not in before.values:
            continue
        old = before.values[column.key]
        if _order_free(old) != _order_free(new):
            found.append(change(column, old, new))
    return found


def _order_free(value: Value) -> object:
    return frozenset(value) if isinstance(value, tuple) else value


@dataclass(slots=True)
class _Steps:
    set_id: str
    today: date
    new: list[tuple[str, Mapping[str, Value]]] = field(default_factory=list)
    changed: list[tuple[str, Mapping[str, Value], _Stored]] = field(default_factory=list)

    def write(self, session: Session) -> Changes:
        changes = self._add(session)
        for uid, given, before in self.changed:
            changes |= self._change(session, uid, given, before)
        return changes

    def _add(self, session: Session) -> Changes:
        """All new works together, a table at a time: row by row it would take ten times as long."""
        rows: dict[str, list[dict[str, Any]]] = {
            "work": [],
            "stage": [],
            "total": [],
            "hamlet": [],
            "code": [],
        }
        position, seq = works.next_position(session), next_seq(session, work_investment)
        for place, (uid, given) in enumerate(self.new):
            words = {key: str(given.get(key) or "") for key in _REGISTER}
            words["route"] = words["route"] or Route.ORDINARY.value
            register = {"uid": uid, **works.register_values(**words), "position": position + place}
            rows["work"].append({**register, "person_uid": given.get("person"), "debt_source": ""})
            rows["stage"] += _stage_rows(uid, given)
            if given.get("total") is not None:
                on = given["approved"]
                assert isinstance(on, date)
                row = {"work_uid": uid, "amount": given["total"], "on_date": iso(on), "reason": ""}
                rows["total"].append({**row, "document_uid": None, "seq": seq + len(rows["total"])})
            rows["hamlet"] += [{"work_uid": uid, "hamlet_uid": key} for key in _tuple(given.get("hamlets"))]
            rows["code"] += [
                {"work_uid": uid, "set_id": self.set_id, "code": code}
                for code in _tuple(given.get("indicators"))
            ]
        tables = (work, work_stage, work_investment, work_hamlet, work_indicator)
        changes = Changes()
        for table, added in zip(tables, rows.values(), strict=True):
            changes |= insert(session, table, added)
        return changes

    def _change(self, session: Session, uid: str, given: Mapping[str, Value], before: _Stored) -> Changes:
        words = {key: str(given.get(key) or before.row[key] or "") for key in _REGISTER}
        person = given.get("person") or before.row["person_uid"]
        changes = works.save(session, uid=uid, person_uid=str(person) if person else None, **words)
        told: dict[Stage, dict[str, date]] = {}
        for key, (stage, side) in _DATES.items():
            day = given.get(key)
            if isinstance(day, date) and day != before.values[key]:
                told.setdefault(stage, {})[side] = day
        for stage, sides in told.items():
            days = {**self._known_days(session, uid, stage), **sides}
            target, done = days.get("target"), days.get("done")
            changes |= works.set_stage(
                session, uid=uid, stage=stage, target=target, done=done, today=self.today
            )
        total = given.get("total")
        if isinstance(total, int) and total != before.values["total"]:
            on = (
                given.get("adjusted")
                if before.investments
                else given.get("approved") or before.values["approved"]
            )
            assert isinstance(on, date)
            changes |= work_money.set_investment(
                session, uid=uid, amount=total, on=on, today=self.today, reason=str(given.get("why") or "")
            )
        if given.get("hamlets") is not None:
            changes |= works.link_hamlets(session, uid=uid, hamlets=_tuple(given["hamlets"]))
        if given.get("indicators") is not None:
            codes = _tuple(given["indicators"])
            changes |= works.link_indicators(session, uid=uid, set_id=self.set_id, codes=codes)
        return changes

    def _known_days(self, session: Session, uid: str, stage: Stage) -> dict[str, date | None]:
        """The dates of a stage that the sheet has no column for, or says nothing new of, stay."""
        query = live(work_stage, session).where(
            work_stage.c.work_uid == uid, work_stage.c.stage == stage.value
        )
        row = session.row(query)
        return {side: day_of(row[side]) for side in ("target", "done")} if row is not None else {}


def _stage_rows(uid: str, given: Mapping[str, Value]) -> list[dict[str, Any]]:
    found: dict[Stage, dict[str, Any]] = {}
    for key, (stage, side) in _DATES.items():
        day = given.get(key)
        if isinstance(day, date):
            empty = {"work_uid": uid, "stage": stage.value, "target": None, "done": None, "note": ""}
            found.setdefault(stage, empty)[side] = iso(day)
    return list(found.values())


def _tuple(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
