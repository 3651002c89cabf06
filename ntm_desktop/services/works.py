"""The register of construction works: what is edited in place, and how the works stand on a day.

Money and contracts are written in ``work_money``, measurements and plans in ``work_progress``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlalchemy import RowMapping, Select, Table, func, select

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, remove, update
from ntm_desktop.db.kept import Written
from ntm_desktop.db.models import (
    clearance_total,
    hamlet,
    work,
    work_hamlet,
    work_indicator,
    work_stage,
)
from ntm_desktop.db.session import Session, live, names, until_written
from ntm_desktop.domain.alerts import WorkWarning, alerts
from ntm_desktop.domain.capital import Amounts
from ntm_desktop.domain.remarks import State
from ntm_desktop.domain.simplified import RouteCheck, Stated
from ntm_desktop.domain.stages import Route, Stage
from ntm_desktop.domain.works import WORK_KINDS, WorkFacts, WorkState, state_on
from ntm_desktop.errors import NtmError
from ntm_desktop.services import (
    clearance,
    commune,
    criteria_sets,
    goals,
    official_documents,
    remark_states,
    work_route,
    works_touched,
)
from ntm_desktop.services.clearance import PlotView
from ntm_desktop.services.fields import body, day_of, iso, line, required
from ntm_desktop.services.people import list_people
from ntm_desktop.services.work_facts import Gathered, gather
from ntm_desktop.sheets.cells import is_empty, read
from ntm_desktop.sheets.columns import CellKind, Column
from ntm_desktop.text import count_words, search_key, spelling_key


@dataclass(frozen=True, slots=True)
class WorkView:
    """One line of the list of works, as of a day."""

    uid: str
    name: str
    kind: str
    kind_text: str
    place: str
    scale: str
    investor: str
    note: str
    person_uid: str | None
    person: str
    """Who follows it for the commune; "" nobody."""
    debt_source: str
    """From what its debt is to be paid; "" not said."""
    debt_due: date | None
    criteria: tuple[str, ...]
    """The criteria that its linked indicators belong to; without links, what its kind usually serves."""
    indicators: tuple[tuple[str, str], ...]  # set, code
    hamlets: tuple[str, ...]
    contractor: str
    contractor_uid: str | None
    facts: WorkFacts
    state: WorkState
    route: RouteCheck | None
    """How it stands to the decree on the simplified route; None when it takes the ordinary one."""
    stated: Mapping[str, Stated]
    """What was said of the conditions of that route, by condition."""
    plots: tuple[PlotView, ...]
    """The land that it needs, those to be handed over first; an authority does not see them."""
    open_land: int
    """Households that have not handed over all their land."""
    warnings: tuple[WorkWarning, ...]


@dataclass(frozen=True, slots=True)
class WorkTable:
    on: date
    rows: tuple[WorkView, ...]
    total: int
    """Sum of the total investments, đồng."""
    amounts: Amounts
    remarked: Mapping[str, State] = field(default_factory=dict)
    """By work, how the newest remark of the authority stands that still waits for somebody."""

    @property
    def missing_capital(self) -> int:
        return sum(row.state.account.missing_capital for row in self.rows)

    @property
    def need_action(self) -> int:
        """Counted in the navigation; a remark waits until it is answered."""
        waits = {uid for uid, state in self.remarked.items() if state.waits_for_commune}
        return sum(bool(row.warnings) or row.uid in waits for row in self.rows)


@dataclass(frozen=True, slots=True)
class WorkChoices:
    """What the register of a work is filled in from."""

    set_id: str
    codes: tuple[str, ...]
    """The indicators of the set in force."""
    people: tuple[tuple[str, str], ...]  # uid, name with post; of those in office
    hamlets: tuple[tuple[str, str], ...]  # uid, name
    approvals: Mapping[str, tuple[str, str]]
    """Number and issuer of the decision that approved a work, by its uid."""
    issuer: str  # of most such decisions: the commune's committee


def choices(session: Session, *, on: date) -> WorkChoices:
    set_id = goals.current(session, on=on).set_id
    codes = tuple(one.code for one in criteria_sets.load(session, set_id=set_id).on(on).indicators())
    people = tuple((view.uid, view.label) for view in list_people(session, on=on))
    hamlets = tuple((str(view.uid), view.name) for view in commune.list_hamlets(session))
    known = {view.uid: (view.number, view.issuer) for view in official_documents.list_documents(session)}
    approvals = {
        row["work_uid"]: known[row["document_uid"]]
        for row in session.rows(live(work_stage, session).where(work_stage.c.stage == Stage.APPROVAL.value))
        if row["document_uid"] in known
    }
    return WorkChoices(set_id, codes, people, hamlets, approvals, f"UBND {commune.load(session).name}")


def hamlets_in(text: str, hamlets: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """The uids of those that a text names, read as a cell of a sheet is. Raises NtmError."""
    if is_empty(text):
        return ()
    named = read(Column("hamlets", "Thôn", CellKind.NAMES, choices=tuple(hamlets)), text)
    return named if isinstance(named, tuple) else ()


def _renewed(session: Session, known: WorkTable, written: Written, *, on: date) -> WorkTable:
    touched = works_touched.uids(session, written)
    if not touched:
        return known
    by_uid = {row.uid: row for row in (*known.rows, *_views(session, on, touched))}
    order = live(work, session).with_only_columns(work.c.uid).order_by(work.c.position, work.c.uid)
    return _summed(on, [by_uid[row["uid"]] for row in session.rows(order)])


_MOST_DAYS = 2  # today, and the end of the year that is reviewed


def table(session: Session, *, on: date) -> WorkTable:
    """All works as of a day, with the totals under their columns."""
    return replace(_built(session, on=on), remarked=remark_states.states_of_works(session))


@until_written(clearance_total, each=works_touched.TABLES, renew=_renewed, most=_MOST_DAYS)
def _built(session: Session, *, on: date) -> WorkTable:
    return _summed(on, _views(session, on, None))


def _summed(on: date, rows: Sequence[WorkView]) -> WorkTable:
    amounts = Amounts()
    for row in rows:
        amounts += row.state.account.amounts
    return WorkTable(on, tuple(rows), sum(row.state.account.total for row in rows), amounts)


def view(session: Session, *, uid: str, on: date) -> WorkView:
    """One work. Raises NtmError when it is no longer there."""
    found = _views(session, on, [uid])
    if not found:
        raise NtmError("Công trình này không còn trong danh mục. Tải lại trang Công trình.")
    return found[0]


def find(rows: Sequence[WorkView], name: str) -> tuple[int, WorkView]:
    """By its number in the list, its name, or words of it, marks aside. Raises NtmError unless it is one."""
    numbered = list(enumerate(rows, 1))
    if name.isascii() and name.isdigit():
        found = [one for one in numbered if one[0] == int(name)]
    else:
        key, keys = name_key(name), search_key(name).split()
        found = [one for one in numbered if name_key(one[1].name) == key]
        found = found or [one for one in numbered if search_key(one[1].name).split() == keys]
        found = found or [one for one in numbered if all(key in search_key(one[1].name) for key in keys)]
    if len(found) == 1:
        return found[0]
    if found:
        raise NtmError(
            f"Có {count_words(len(found), 'công trình')} hợp với “{name}”. Ghi rõ hơn, hoặc dùng số thứ tự.",
            [f"{place}: {row.name}" for place, row in found],
        )
    raise NtmError(f"Không có công trình “{name}”. Xem số thứ tự và tên bằng lệnh work list.")


def save(
    session: Session,
    *,
    uid: str | None = None,
    name: str,
    kind: str,
    route: str = Route.ORDINARY,
    place: str = "",
    scale: str = "",
    investor: str = "",
    note: str = "",
    person_uid: str | None = None,
) -> Changes:
    """Adds a work, or changes the one of ``uid``."""
    values: dict[str, str | None] = {
        **register_values(
            name=name, kind=kind, route=route, place=place, scale=scale, investor=investor, note=note
        ),
        "person_uid": person_uid,
    }
    known = session.row(live(work, session).where(work.c.uid == uid)) if uid is not None else None
    if known is None or known["name"] != values["name"]:
        _check_name(session, name=name, uid=uid)
    if uid is not None:
        return update(session, work, uid, values)
    row = {"uid": session.new_uid(), **values, "debt_source": "", "position": next_position(session)}
    return insert(session, work, [row])


def name_key(name: str) -> str:
    """Two names with the same key are of one work, however they are typed: “Cầu  treo” and “cầu treo”."""
    return spelling_key(line(name))


def _check_name(session: Session, *, name: str, uid: str | None) -> None:
    key = name_key(name)
    for other, known in names(work, session).items():
        if other != uid and name_key(known) == key:
            raise NtmError(f"Đã có công trình “{known}”. Ghi thêm địa điểm hoặc quy mô vào tên để phân biệt.")


def register_values(
    *,
    name: str,
    kind: str,
    route: str = Route.ORDINARY,
    place: str = "",
    scale: str = "",
    investor: str = "",
    note: str = "",
) -> dict[str, str]:
    """What the register keeps of a work. Raises NtmError without a name, or with a kind that there is not."""
    required({"tên công trình": name})
    if kind not in WORK_KINDS:
        kinds = ", ".join(text for text, _criterion in WORK_KINDS.values())
        raise NtmError(f"Không có loại công trình “{kind}”. Chọn một trong: {kinds}.")
    return {
        "name": line(name),
        "kind": kind,
        "route": Route(route).value,
        "place": line(place),
        "scale": line(scale),
        "investor": line(investor),
        "note": body(note),
    }


def next_position(session: Session) -> int:
    """The place below the last work."""
    last = session.scalar(select(func.max(work.c.position)).where(work.c.commune_id == session.commune_id))
    return 0 if last is None else int(last) + 1


def remove_work(session: Session, *, uid: str) -> Changes:
    """Takes a work out of the register with all that belongs to it; undo brings it back."""
    return remove(session, work, [uid], children=True)


def set_stage(
    session: Session,
    *,
    uid: str,
    stage: Stage,
    target: date | None = None,
    done: date | None = None,
    today: date,
    document_uid: str | None = None,
    note: str | None = None,
) -> Changes:
    """When a stage should be done and when it was; without both the stage is taken out.

    Its document and its note stay as they were where none is given.
    """
    known = session.row(
        live(work_stage, session).where(work_stage.c.work_uid == uid, work_stage.c.stage == stage.value)
    )
    if known is None or known["done"] != iso(done):
        check_done(done, today)
    if known is not None:
        document_uid = document_uid or known["document_uid"]
        note = known["note"] if note is None else note
    note = line(note or "")
    if target is None and done is None and document_uid is None and not note:
        return remove(session, work_stage, [known["uid"]]) if known is not None else Changes()
    values = {"target": iso(target), "done": iso(done), "document_uid": document_uid, "note": note}
    if known is not None:
        return update(session, work_stage, known["uid"], values)
    row = {"uid": session.new_uid(), "work_uid": uid, "stage": stage.value, **values}
    return insert(session, work_stage, [row])


def number_approval(session: Session, *, uid: str, number: str, issuer: str, today: date) -> Changes:
    """The number of the decision that approved the work, of the day on which that was done, and who issued
    it; no number takes the decision off. One entered with a mistake is corrected while nothing else names it.
    """
    approved = session.row(
        live(work_stage, session).where(
            work_stage.c.work_uid == uid, work_stage.c.stage == Stage.APPROVAL.value
        )
    )
    number, issuer = line(number), line(issuer)
    if not number:
        return Changes() if approved is None else _without_decision(session, approved)
    done = day_of(approved["done"]) if approved is not None else None
    if approved is None or done is None:
        raise NtmError(
            "Chưa có ngày phê duyệt. Nhập ngày hoàn thành giai đoạn Phê duyệt, rồi ghi số quyết định."
        )
    required({"cơ quan ban hành quyết định phê duyệt": issuer})
    before = approved["document_uid"]
    known = official_documents.uid_of(session, number=number, issued=done, issuer=issuer)
    if before is not None and known is None and official_documents.uses(session, uid=before) == 1:
        return official_documents.correct_number(
            session, uid=before, number=number, issued=done, issuer=issuer
        )
    changes, document = official_documents.letter_numbered(
        session,
        kind="Quyết định",
        number=number,
        issued=done,
        issuer=issuer,
        title=f"phê duyệt công trình {names(work, session)[uid]}",
    )
    return changes | set_stage(
        session,
        uid=uid,
        stage=Stage.APPROVAL,
        target=day_of(approved["target"]),
        done=done,
        today=today,
        document_uid=document,
    )


def _without_decision(session: Session, approved: RowMapping) -> Changes:
    return update(session, work_stage, approved["uid"], {"document_uid": None})


def check_done(done: date | None, today: date) -> None:
    """Refuses a stage that was done in the future."""
    if done is not None and done > today:
        raise NtmError(
            "Ngày hoàn thành giai đoạn ở sau hôm nay. Nhập vào ô ngày kế hoạch, hoặc nhập lại ngày."
        )


def link_indicators(session: Session, *, uid: str, set_id: str, codes: Sequence[str]) -> Changes:
    """The indicators of a set that the work serves, in place of those linked before."""
    links = session.rows(
        live(work_indicator, session).where(
            work_indicator.c.work_uid == uid, work_indicator.c.set_id == set_id
        )
    )
    known = {link["code"]: link["uid"] for link in links}
    new = [code for code in dict.fromkeys(codes) if code not in known]
    if new:
        criteria_sets.check_indicators(session, set_id=set_id, codes=new)
    changes = remove(session, work_indicator, [known[code] for code in known if code not in codes])
    rows = [{"uid": session.new_uid(), "work_uid": uid, "set_id": set_id, "code": code} for code in new]
    return changes | insert(session, work_indicator, rows)


def uid_named(session: Session, *, name: str) -> str:
    """The work of that name, which is the only one. Raises NtmError when there is none."""
    row = session.row(live(work, session).where(work.c.name == line(name)))
    if row is None:
        raise NtmError(f"Không có công trình “{line(name)}”. Tải lại trang Công trình.")
    return str(row["uid"])


def link_hamlets(session: Session, *, uid: str, hamlets: Sequence[str]) -> Changes:
    """The hamlets (by uid) that the work lies in or serves, in place of those before."""
    links = session.rows(live(work_hamlet, session).where(work_hamlet.c.work_uid == uid))
    known = {link["hamlet_uid"]: link["uid"] for link in links}
    changes = remove(session, work_hamlet, [known[key] for key in known if key not in hamlets])
    rows = [
        {"uid": session.new_uid(), "work_uid": uid, "hamlet_uid": key}
        for key in dict.fromkeys(hamlets)
        if key not in known
    ]
    return changes | insert(session, work_hamlet, rows)


def serving(session: Session, *, set_id: str, on: date) -> Mapping[str, tuple[WorkView, ...]]:
    """The works by the indicator of a set that they serve."""
    found: dict[str, list[WorkView]] = {}
    for row in table(session, on=on).rows:
        for linked_set, code in row.indicators:
            if linked_set == set_id:
                found.setdefault(code, []).append(row)
    return {code: tuple(rows) for code, rows in found.items()}


def _views(session: Session, on: date, of: Collection[str] | None) -> tuple[WorkView, ...]:
    """Of all works, or of those that are ``of``."""
    links: dict[str, list[tuple[str, str]]] = {}
    for link in session.rows(_of(work_indicator, session, of).order_by(work_indicator.c.code)):
        links.setdefault(link["work_uid"], []).append((link["set_id"], link["code"]))
    hamlets = names(hamlet, session)
    places: dict[str, list[str]] = {}
    for link in session.rows(_of(work_hamlet, session, of)):
        places.setdefault(link["work_uid"], []).append(hamlets[link["hamlet_uid"]])
    stated, plots = work_route.stated(session, of=of), clearance.by_work(session, on=on, of=of)
    waiting = clearance.waiting_by_work(session, plots)
    people = {view.uid: view.name for view in list_people(session)}
    return tuple(
        _view(
            one,
            on,
            links.get(one.facts.uid, []),
            places.get(one.facts.uid, []),
            stated.get(one.facts.uid, {}),
            plots.get(one.facts.uid, ()),
            waiting.get(one.facts.uid, 0),
            people,
        )
        for one in gather(session, of=of)
    )


def _of(table: Table, session: Session, of: Collection[str] | None) -> Select[Any]:
    query = live(table, session)
    return query if of is None else query.where(table.c.work_uid.in_(of))


def _view(
    one: Gathered,
    on: date,
    links: Sequence[tuple[str, str]],
    places: Sequence[str],
    stated: Mapping[str, Stated],
    plots: tuple[PlotView, ...],
    waiting: int,
    people: Mapping[str, str],
) -> WorkView:
    row, state, builder = one.row, state_on(one.facts, on), one.builder_on(on)
    route = work_route.check(one.facts, state, stated)
    kind_text, usual = WORK_KINDS[row["kind"]]
    served = dict.fromkeys(code.split(".")[0] for _set, code in links)
    return WorkView(
        uid=row["uid"],
        name=row["name"],
        kind=row["kind"],
        kind_text=kind_text,
        place=row["place"],
        scale=row["scale"],
        investor=row["investor"],
        note=row["note"],
        person_uid=row["person_uid"],
        person=people.get(row["person_uid"], ""),
        debt_source=row["debt_source"],
        debt_due=day_of(row["debt_due"]),
        criteria=tuple(served) or ((usual,) if usual else ()),
        indicators=tuple(links),
        hamlets=tuple(sorted(places)),
        contractor=builder.name if builder else "",
        contractor_uid=builder.uid if builder else None,
        facts=one.facts,
        state=state,
        route=route,
        stated=stated,
        plots=plots,
        open_land=waiting,
        warnings=alerts(one.facts, state, open_land=waiting, route=route),
    )
