"""The construction works of a sample, told day by day: ``resources/samples/<commune>-works.json``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from ntm_desktop.db.models import contractor, work
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.capital import Movement, Source
from ntm_desktop.domain.progress import DelayCause, PlanPoint
from ntm_desktop.domain.simplified import Stated
from ntm_desktop.domain.stages import Stage
from ntm_desktop.services import (
    commune,
    official_documents,
    work_contracts,
    work_money,
    work_progress,
    work_route,
    works,
)
from ntm_desktop.services.sample_story import Doing, Story, day_of_story

_NOW = date(2021, 12, 31)  # the story's end: what is dated later is still to come


def doings(story: Story, *, set_id: str, by: str) -> Iterator[Doing]:
    """Contractors first, then each work from its proposal to what is known of it."""
    begin = min(_first_day(one) for one in story["works"])
    yield Doing(begin, by, "Nhập đơn vị thi công", partial(_contractors, rows=story["contractors"]))
    for one in story["works"]:
        name = one["name"]
        first = _first_day(one)
        yield Doing(first, by, f"Thêm công trình {name}", partial(_add, one=one, set_id=set_id))
        if one["plan"]:
            frozen = min(day_of_story(one["plan"][0][0]), day_of_story(one["contract"]["signed"]))
            yield Doing(max(first, frozen), by, f"Chốt kế hoạch khối lượng {name}", partial(_plan, one=one))
        approved = day_of_story(one["stages"]["approval"][1])
        yield Doing(approved, by, f"Nhập quyết định phê duyệt {name}", partial(_approval, one=one))
        for row in one["investments"]:
            act = partial(_investment, name=name, row=row)
            yield Doing(day_of_story(row[0]), by, f"Nhập tổng mức đầu tư {name}", act)
        for row in one["money"]:
            act = partial(_money, name=name, row=row)
            yield Doing(day_of_story(row[4]), by, f"Nhập vốn {name}", act)
        signed = one["contract"]
        yield Doing(day_of_story(signed["signed"]), by, f"Nhập hợp đồng {name}", partial(_contract, one=one))
        for row in signed["annexes"]:
            act = partial(_annex, name=name, row=row)
            yield Doing(day_of_story(row[1]), by, f"Nhập phụ lục hợp đồng {name}", act)
        for row in one["acceptances"]:
            act = partial(_accept, name=name, row=row)
            yield Doing(day_of_story(row[0]), by, f"Nhập nghiệm thu {name}", act)
        for row in one["measured"]:
            act = partial(_measure, name=name, row=row)
            yield Doing(day_of_story(row[0]), by, f"Ghi khối lượng {name}", act)
        yield Doing(_NOW, by, f"Cập nhật giai đoạn {name}", partial(_stages, one=one, planned=False))


def _first_day(one: Story) -> date:
    done = [row[1] for row in one["stages"].values() if row[1]]
    return min(map(day_of_story, done))


def _uid(session: Session, name: str) -> str:
    row = session.row(live(work, session).where(work.c.name == name))
    assert row is not None
    return str(row["uid"])


def _contractors(session: Session, *, rows: list[Any]) -> None:
    for name, community, address, contact in rows:
        work_money.save_contractor(
            session, name=name, community=bool(community), address=address, contact=contact
        )


def _add(session: Session, *, one: Story, set_id: str) -> None:
    works.save(
        session,
        name=one["name"],
        kind=one["kind"],
        route=one["route"],
        place=one["place"],
        scale=one["scale"],
        investor="Ban quản lý xã",
    )
    uid = _uid(session, one["name"])
    works.link_indicators(session, uid=uid, set_id=set_id, codes=one["indicators"])
    known = {view.name: view.uid for view in commune.list_hamlets(session) if view.uid}
    works.link_hamlets(session, uid=uid, hamlets=[known[name] for name in one["hamlets"] if name in known])
    for condition, note in one["conditions"].items():
        said = Stated(holds=True, note=note)
        work_route.state_condition(session, uid=uid, condition=condition, said=said)
    _stages(session, one=one, planned=True)


def _stages(session: Session, *, one: Story, planned: bool) -> None:
    uid = _uid(session, one["name"])
    for name, (target, done) in one["stages"].items():
        works.set_stage(
            session,
            uid=uid,
            stage=Stage(name),
            target=day_of_story(target) if target else None,
            done=day_of_story(done) if done and not planned else None,
            today=_NOW,
        )
    if not planned and "settled" in one:
        work_contracts.close(
            session,
            uid=uid,
            settled=one["settled"],
            settled_on=day_of_story(one["stages"]["settlement"][1]),
            warranty_to=day_of_story(one["warranty_to"]),
            today=_NOW,
        )


def _approval(session: Session, *, one: Story) -> None:
    """The deciding paper, of the day on which the work was approved."""
    target, done = map(day_of_story, one["stages"]["approval"])
    view = commune.load(session)
    official_documents.save_document(
        session,
        kind="Quyết định",
        number=one["approved_by"],
        issued=done,
        issuer=f"UBND {view.name}",
        title=f"phê duyệt công trình {one['name']}",
    )
    document = official_documents.list_documents(session)[-1]
    works.set_stage(
        session,
        uid=_uid(session, one["name"]),
        stage=Stage.APPROVAL,
        target=target,
        done=done,
        today=done,
        document_uid=document.uid,
    )


def _investment(session: Session, *, name: str, row: list[Any]) -> None:
    on = day_of_story(row[0])
    work_money.set_investment(session, uid=_uid(session, name), amount=row[1], on=on, today=on, reason=row[2])


def _money(session: Session, *, name: str, row: list[Any]) -> None:
    movement, source, year, amount, day = row
    on = day_of_story(day)
    work_money.record_money(
        session,
        uid=_uid(session, name),
        movement=Movement(movement),
        source=Source(source),
        year=year,
        amount=amount,
        on=on,
        today=on,
    )


def _contract(session: Session, *, one: Story) -> None:
    given = one["contract"]
    builder = session.row(live(contractor, session).where(contractor.c.name == one["contractor"]))
    assert builder is not None
    signed = day_of_story(given["signed"])
    work_money.sign_contract(
        session,
        uid=_uid(session, one["name"]),
        contractor_uid=builder["uid"],
        number=given["number"],
        signed=signed,
        value=given["value"],
        start=day_of_story(given["start"]),
        finish=day_of_story(given["finish"]),
        today=signed,
    )


def _annex(session: Session, *, name: str, row: list[Any]) -> None:
    number, signed, value, finish, reason = row
    on = day_of_story(signed)
    work_money.add_annex(
        session,
        contract_uid=work_money.contracts_of(session, uid=_uid(session, name))[-1],
        number=number,
        signed=on,
        today=on,
        value=value,
        finish=day_of_story(finish) if finish else None,
        reason=reason,
    )


def _accept(session: Session, *, name: str, row: list[Any]) -> None:
    on = day_of_story(row[0])
    work_money.accept(session, uid=_uid(session, name), value=row[1], on=on, today=on)


def _measure(session: Session, *, name: str, row: list[Any]) -> None:
    day, share, value, cause, note = row
    on = day_of_story(day)
    work_progress.measure(
        session,
        uid=_uid(session, name),
        share=share,
        on=on,
        today=on,
        value=value,
        cause=DelayCause(cause) if cause else None,
        note=note,
    )


def _plan(session: Session, *, one: Story) -> None:
    points = [PlanPoint(day_of_story(day), share) for day, share in one["plan"]]
    on = points[0].on
    work_progress.freeze_plan(session, uid=_uid(session, one["name"]), points=points, on=on, today=on)
