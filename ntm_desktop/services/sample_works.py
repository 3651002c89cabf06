"""The construction works of a sample, told day by day: ``resources/samples/<commune>-works.json``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
    people,
    work_contracts,
    work_diary,
    work_money,
    work_progress,
    work_route,
    works,
)
from ntm_desktop.services.files import IncomingFile
from ntm_desktop.services.sample_story import Doing, Story, day_of_story, name_of

_NOW = date(2021, 12, 31)  # the story's end: what is dated later is still to come


def photo_titles(story: Story) -> Iterator[tuple[str, bool]]:
    """Of all photos, and whether each shows a building."""
    for one in story["works"]:
        for _day, _share, _value, _cause, _note, *photos in one["measured"]:
            for title in photos[0] if photos else ():
                yield title, one["kind"] in ("van-hoa", "truong-hoc")


def doings(
    story: Story, *, commune: Story, photos: Mapping[str, IncomingFile], set_id: str, by: str
) -> Iterator[Doing]:
    """Contractors first, then each work from its proposal to what is known of it. ``photos`` by title."""
    begin = min(_first_day(one) for one in story["works"])
    yield Doing(begin, by, "Nhập đơn vị thi công", partial(_contractors, rows=story["contractors"]))
    for one in story["works"]:
        name = one["name"]
        first = _first_day(one)
        person = name_of(commune, one["person"])
        act = partial(_add, one=one, set_id=set_id, person=person)
        yield Doing(first, by, f"Thêm công trình {name}", act)
        if one["plan"]:
            frozen = min(day_of_story(one["plan"][0][0]), day_of_story(one["contract"]["signed"]))
            yield Doing(max(first, frozen), by, f"Chốt kế hoạch khối lượng {name}", partial(_plan, one=one))
        for day, reason, points in one.get("replanned", ()):
            on = day_of_story(day)
            act = partial(_replan, name=name, on=on, reason=reason, points=points)
            yield Doing(on, by, f"Chốt kế hoạch khối lượng {name}", act)
        if "debt" in one:
            day, source, due = one["debt"]
            act = partial(_plan_debt, name=name, source=source, due=day_of_story(due))
            yield Doing(day_of_story(day), by, f"Ghi nguồn, thời hạn xử lý nợ đọng {name}", act)
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
            act = partial(_measure, name=name, row=row, photos=photos)
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


def _add(session: Session, *, one: Story, set_id: str, person: str) -> None:
    works.save(
        session,
        name=one["name"],
        kind=one["kind"],
        route=one["route"],
        place=one["place"],
        scale=one["scale"],
        investor="Ban quản lý xã",
        person_uid=next(view.uid for view in people.list_people(session) if view.name == person),
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
            retention=one["retention"],
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
    work_contracts.save_annex(
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


def _measure(session: Session, *, name: str, row: list[Any], photos: Mapping[str, IncomingFile]) -> None:
    day, share, value, cause, note, *titles = row
    on, uid = day_of_story(day), _uid(session, name)
    work_progress.measure(
        session,
        uid=uid,
        share=share,
        on=on,
        today=on,
        value=value,
        cause=DelayCause(cause) if cause else None,
        note=note,
    )

    if titles:
        newest = work_diary.diary(session, uid=uid, on=on)[0]
        stored = [photos[title] for title in titles[0]]
        work_diary.add_photos(session, measurement_uid=newest.uid, stored=stored)


def _plan_debt(session: Session, *, name: str, source: str, due: date) -> None:
    work_money.plan_debt(session, uid=_uid(session, name), source=source, due=due)


def _replan(session: Session, *, name: str, on: date, reason: str, points: list[Any]) -> None:
    planned = [PlanPoint(day_of_story(day), share) for day, share in points]
    uid = _uid(session, name)
    work_progress.freeze_plan(session, uid=uid, points=planned, on=on, today=on, reason=reason)


def _plan(session: Session, *, one: Story) -> None:
    points = [PlanPoint(day_of_story(day), share) for day, share in one["plan"]]
    on = points[0].on
    work_progress.freeze_plan(session, uid=_uid(session, one["name"]), points=points, on=on, today=on)
