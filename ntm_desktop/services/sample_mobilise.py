"""What people gave and the land cleared in a sample: ``resources/samples/<commune>-mobilise.json``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from ntm_desktop.db.session import Session
from ntm_desktop.domain.clearance import EventKind, Form
from ntm_desktop.domain.contributions import GiverKind, Kind
from ntm_desktop.services import clearance, commune, contributions, unit_prices, works
from ntm_desktop.services.sample_story import Doing, Story, day_of_story, name_of

_GIFT_DAY = 9


def doings(story: Story, *, commune: Story) -> Iterator[Doing]:
    """``commune``: the story of the commune itself, which knows its people."""
    by = name_of(commune, story["by"])
    for row in story["prices"]:
        yield Doing(day_of_story(row[4]), by, "Nhập đơn giá đóng góp", partial(_price, row=row))
    for row in story["contributions"]:
        who = row[1] or row[2]
        yield Doing(day_of_story(row[_GIFT_DAY]), by, f"Ghi đóng góp của {who}", partial(_give, row=row))
    for row in story["withdrawals"]:
        act = partial(_withdraw, row=row)
        yield Doing(day_of_story(row[2]), by, f"Rút đóng góp của {row[0]}", act)
    for row in story["plots"]:
        listed = story["listed"][row[0]]
        add = partial(_plot, row=row, listed=listed)
        yield Doing(day_of_story(listed), by, f"Thêm thửa đất của {row[1]}", add)
        for event in row[-1]:
            act = partial(_event, row=row, event=event)
            yield Doing(day_of_story(event[1]), by, f"Ghi diễn biến mặt bằng của {row[1]}", act)


def _hamlet(session: Session, name: str) -> str | None:
    return next((view.uid for view in commune.list_hamlets(session) if view.name == name), None)


def _price(session: Session, *, row: list[Any]) -> None:
    kind, item, unit, amount, day, document = row
    on = day_of_story(day)
    unit_prices.save(
        session, kind=Kind(kind), item=item, unit=unit, amount=amount, on=on, today=on, document=document
    )


def _give(session: Session, *, row: list[Any]) -> None:
    giver_kind, giver, hamlet, work, indicator, kind, item, quantity, unit, day, document = row
    on = day_of_story(day)
    told = contributions.Told(
        giver_kind=GiverKind(giver_kind),
        giver=giver,
        hamlet_uid=_hamlet(session, hamlet),
        kind=Kind(kind),
        item=item,
        quantity=quantity,
        unit=unit,
        unpriced=kind == Kind.LAND and not item,
        on=on,
        work_uid=works.uid_named(session, name=work) if work else None,
        indicator=indicator,
        document=document,
    )
    contributions.record(session, told, today=on)


def _withdraw(session: Session, *, row: list[Any]) -> None:
    giver, given, day, reason = row
    on = day_of_story(day)
    gifts = contributions.table(session, on=on).rows
    uid = next(one.uid for one in gifts if one.giver == giver and one.gift.on == day_of_story(given))
    contributions.withdraw(session, uid=uid, on=on, today=on, reason=reason)


def _plot(session: Session, *, row: list[Any], listed: str) -> None:
    work, household, hamlet, sheet, plot, area, land, form, assets, note, _events = row
    on = day_of_story(listed)
    plot_listed = clearance.Listed(
        work_uid=works.uid_named(session, name=work),
        giver=household,
        hamlet_uid=_hamlet(session, hamlet),
        since=on,
        sheet=sheet,
        plot=plot,
        area=area,
        land=land,
        form=Form(form),
        assets=assets,
        note=note,
    )
    clearance.save(session, plot_listed, today=on)


def _event(session: Session, *, row: list[Any], event: list[Any]) -> None:
    kind, day, amount, document = event
    on = day_of_story(day)
    plots = clearance.table(session, on=on).rows
    uid = next(one.uid for one in plots if (one.work, one.sheet, one.plot) == (row[0], row[3], row[4]))
    clearance.record_event(
        session, uid=uid, event=EventKind(kind), on=on, today=on, amount=amount, document=document
    )
