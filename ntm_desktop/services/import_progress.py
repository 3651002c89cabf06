"""Measurements of works as a sheet: what its columns are, what a row would record, and how it is written."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from operator import attrgetter

from sqlalchemy import RowMapping

from ntm_desktop.db.models import progress, work_stage
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.corrections import in_order
from ntm_desktop.domain.progress import (
    CAUSE_NAMES,
    DelayCause,
    Measured,
    measurement_problems,
)
from ntm_desktop.domain.stages import Stage
from ntm_desktop.services import work_facts
from ntm_desktop.services.fields import body
from ntm_desktop.services.importing import (
    Change,
    Choices,
    Content,
    Planned,
    RowReader,
    RowView,
    Standing,
    Write,
    change,
    row_readers,
)
from ntm_desktop.services.known_works import CODE, NAME, Known, find
from ntm_desktop.services.work_progress import Told, add_measured
from ntm_desktop.sheets.columns import CellKind, Column, Form, Value
from ntm_desktop.sheets.reading import SheetRows

_NAME = replace(NAME, note="Công trình đã có, hoặc có ở trang Công trình của tệp này.")
FORM = Form(
    key="progress",
    title="Khối lượng",
    named_by="name",
    columns=(
        CODE,
        _NAME,
        Column("on", "Ngày đo", CellKind.DATE, required=True, width=14),
        Column(
            "share",
            "Khối lượng lũy kế",
            CellKind.SHARE,
            "Từ đầu đến ngày đo.",
            required=True,
            also=("Khối lượng", "% khối lượng", "Tỷ lệ khối lượng"),
        ),
        Column("value", "Giá trị khối lượng", CellKind.MONEY, "Lũy kế, nếu biết.", width=18),
        Column(
            "cause",
            "Vì sao chậm",
            CellKind.CHOICE,
            choices=tuple((cause.value, name) for cause, name in CAUSE_NAMES.items()),
            width=14,
            also=("Nguyên nhân chậm",),
        ),
        Column("note", "Ghi chú", CellKind.BODY, width=34),
        Column("reason", "Lý do", note="Phải ghi khi khối lượng lùi hoặc sửa số đã nhập.", width=30),
    ),
    examples=(
        {
            "name": "Đường trục thôn Tân Lợi 1, bê tông 0,85 km",
            "on": date(2021, 6, 25),
            "share": 4600,
            "value": 575_000_000,
            "cause": DelayCause.CONTRACTOR.value,
        },
    ),
)
_COLUMNS = {column.key: column for column in FORM.columns}
_DAY = attrgetter("on")
_ESSENTIAL = [_COLUMNS[key] for key in ("on", "share", "value", "cause")]


@dataclass(slots=True)
class _Row:
    """One row of the sheet that could be read, until all rows of its work are known."""

    place: int
    reader: RowReader
    name: str
    uid: str
    given: Mapping[str, Value]


@dataclass(slots=True)
class _OfWork:
    """What the screens show of one work today: the measurements that stand, in order, by day, their rows."""

    measured: list[Measured] = field(default_factory=list)
    standing: dict[date, Measured] = field(default_factory=dict)
    rows: dict[str, RowMapping] = field(default_factory=dict)
    started: date | None = None
    last_seq: int = 0

    def around(self, on: date) -> Sequence[Measured]:
        """What a measurement of that day is compared with: the last until it, and the first after it."""
        place = bisect_right(self.measured, on, key=_DAY)
        return self.measured[max(place - 1, 0) : place + 1]

    def take(self, one: Measured, instead_of: Measured | None) -> None:
        if instead_of is not None:
            self.measured.remove(instead_of)
        insort(self.measured, one, key=_DAY)
        self.standing[one.on] = one
        self.last_seq = one.seq


def form(_session: Session) -> Form:
    return FORM


def values(session: Session, today: date, known: Known) -> Sequence[Mapping[str, Value]]:
    """What was measured on each day, work by work, oldest first; of two on one day the last, which counts.

    It keeps why the share fell on that day: the file can be read back.
    """
    codes = known.codes()
    rows = [
        row
        for row in work_facts.standing(session.rows(live(progress, session)))
        if row["on_date"] <= today.isoformat()
    ]
    order = {uid: place for place, uid in enumerate(known.names)}
    rows.sort(key=lambda row: (order[row["work_uid"]], row["on_date"], row["seq"]))
    found: dict[tuple[str, str], dict[str, Value]] = {}
    for row in rows:
        told, day = _told(row), (row["work_uid"], row["on_date"])
        before = found.get(day, {})
        if "reason" in before:
            told.setdefault("reason", before["reason"])
        found[day] = {
            "code": codes[row["work_uid"]],
            "name": known.names[row["work_uid"]],
            "on": date.fromisoformat(row["on_date"]),
            **told,
        }
    return list(found.values())


def plan(session: Session, sheet: SheetRows, choices: Choices, known: Known, today: date) -> Planned:
    views: dict[int, RowView] = {}
    by_work: dict[str, list[_Row]] = {}
    for place, reader in enumerate(row_readers(sheet, choices)):
        uid, name, question = find(reader, known, choices, may_be_new=False)
        given = reader.values(sheet.form.columns[2:])
        if question is not None or uid is None or "on" not in given or "share" not in given:
            _check_alone(reader, given, today)
            views[place] = reader.view(name, Standing.REFUSED, question=question)
            continue
        by_work.setdefault(uid, []).append(_Row(place, reader, name or known.names[uid], uid, given))
    recorded = _recorded(session, by_work, known, today)
    new: list[tuple[str, Measured, Told]] = []
    for uid, rows in by_work.items():
        of_work = recorded[uid]
        for row in sorted(rows, key=lambda row: str(row.given["on"])):
            views[row.place] = _take(session, row, of_work, new, today)
    return Planned(tuple(views[place] for place in sorted(views)), _writer(new))


def _check_alone(reader: RowReader, given: Mapping[str, Value], today: date) -> None:
    """What is wrong with a cell whatever the other cells of its row are, which cannot all be read."""
    on = given.get("on")
    one = Measured(on if isinstance(on, date) else today, 0)
    for refused in measurement_problems(one, (), today=today, started=None, reason=""):
        reader.refuse(refused.field, refused.message)


def _writer(new: Sequence[tuple[str, Measured, Told]]) -> Write:
    return lambda session: add_measured(session, new)


def _take(
    session: Session,
    row: _Row,
    of_work: _OfWork,
    new: list[tuple[str, Measured, Told]],
    today: date,
) -> RowView:
    on, share = row.given["on"], row.given["share"]
    assert isinstance(on, date)
    assert isinstance(share, int)
    known = of_work.standing.get(on)
    before = of_work.rows.get(known.uid) if known is not None else None
    if known is not None and before is None:
        row.reader.refuse("on", "Có hai dòng cùng công trình, cùng ngày. Xóa một dòng.")
        return row.reader.view(row.name, Standing.REFUSED)
    changes = _changes(row.given, before)
    if before is not None and not changes:
        return row.reader.view(row.name, Standing.UNCHANGED)
    reason = str(row.given.get("reason") or "")
    if before is not None and not reason:
        row.reader.refuse("reason", "Số của ngày này đã nhập. Ghi lý do sửa; số trước vẫn được lưu.")
    elif before is not None and reason == before["reason"]:
        row.reader.refuse("reason", "Lý do này của lần nhập trước. Ghi lý do sửa lần này.")
    kept = _told(before) if before is not None else {}
    given = {**kept, **row.given}
    amount = given.get("value")
    one = Measured(
        on,
        share,
        amount if isinstance(amount, int) else None,
        uid=session.new_uid(),
        seq=of_work.last_seq + 1,
        supersedes=known.uid if known is not None else None,
    )
    for refused in measurement_problems(
        one, of_work.around(on), today=today, started=of_work.started, reason=reason
    ):
        row.reader.refuse(refused.field, refused.message)
    if row.reader.refusals:
        return row.reader.view(row.name, Standing.REFUSED)
    of_work.take(one, instead_of=known)
    cause = given.get("cause")
    told = Told(DelayCause(cause) if isinstance(cause, str) else None, str(given.get("note") or ""), reason)
    new.append((row.uid, one, told))
    if before is not None:
        return row.reader.view(row.name, Standing.CHANGED, changes)
    return row.reader.view(row.name, Standing.NEW, content=Content(_ESSENTIAL, row.given))


def _told(row: RowMapping) -> dict[str, Value]:
    """What a measurement says, as cells; nothing for what it does not say."""
    cells: dict[str, Value] = {
        "share": row["share"],
        "value": row["value"],
        "cause": row["cause"] or None,
        "note": row["note"] or None,
        "reason": row["reason"] or None,
    }
    return {key: value for key, value in cells.items() if value is not None}


def _changes(given: Mapping[str, Value], before: RowMapping | None) -> list[Change]:
    """The reason alone is no change: it says why of one."""
    if before is None:
        return []
    told = _told(before)
    found = []
    for key in ("share", "value", "cause", "note"):
        new = given.get(key)
        if new is not None and (body(new) if isinstance(new, str) else new) != told.get(key):
            found.append(change(_COLUMNS[key], told.get(key), new))
    return found


def _recorded(session: Session, works: Iterable[str], known: Known, today: date) -> dict[str, _OfWork]:
    wanted = set(works)
    found: dict[str, _OfWork] = {uid: _OfWork() for uid in wanted}
    for row in session.rows(live(progress, session).order_by(progress.c.seq)):
        if row["work_uid"] in wanted:
            of_work = found[row["work_uid"]]
            of_work.rows[row["uid"]] = row
            of_work.measured.append(work_facts.measured_of(row))
    starts = live(work_stage, session).where(work_stage.c.stage == Stage.START.value)
    for row in session.rows(starts):
        if row["work_uid"] in wanted and row["done"] and row["done"] <= today.isoformat():
            found[row["work_uid"]].started = date.fromisoformat(row["done"])
    for of_work in found.values():
        of_work.measured = [one for one in in_order(of_work.measured) if one.on <= today]
        of_work.standing = {one.on: one for one in of_work.measured}
        of_work.last_seq = max((one.seq for one in of_work.measured), default=0)
    for uid in wanted & known.starts.keys():
        found[uid].started = known.starts[uid]
    return found
