"""What people gave: recorded, corrected, withdrawn; valued and summed as of a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import RowMapping, or_

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, next_seq
from ntm_desktop.db.kept import Written, stood_in
from ntm_desktop.db.models import (
    contribution,
    contribution_total,
    contribution_withdrawal,
    hamlet,
    household,
    unit_price,
    work,
)
from ntm_desktop.db.session import Session, live, names, once, until_written
from ntm_desktop.domain.contributions import (
    Gift,
    GiverKind,
    Kind,
    Price,
    Totals,
    Valued,
    all_valued,
    check_withdrawal,
    gift_problems,
    grouped,
    totals,
)
from ntm_desktop.domain.hamlets import hamlet_text
from ntm_desktop.errors import EntryRefused, NtmError
from ntm_desktop.services import criteria_sets, goals, households, unit_prices
from ntm_desktop.services import totals as given_totals
from ntm_desktop.services.fields import body, line
from ntm_desktop.services.totals import Households
from ntm_desktop.services.work_facts import standing
from ntm_desktop.text import spelling_key

_GONE = "Khoản đóng góp này không còn trong danh sách. Tải lại trang Huy động."


@dataclass(frozen=True, slots=True)
class ContributionView:
    """One gift with all that is shown of it; ``withdrawal`` is the reason of one that was withdrawn."""

    uid: str
    giver: str  # name of a household, organisation or donor; “Cả thôn Đặng Hoá”
    hamlet: str
    work: str
    indicator: str
    document: str
    note: str
    withdrawal: str
    valued: Valued

    @property
    def gift(self) -> Gift:
        return self.valued.gift

    @property
    def purpose(self) -> str:
        """What it was given for: a work, an indicator, or the commune as a whole."""
        return self.work or (f"Chỉ tiêu {self.indicator}" if self.indicator else "Chung của xã")


@dataclass(frozen=True, slots=True)
class ContributionTable:
    """``rows``: given until the day, newest first, also those withdrawn since; sums leave these out. An
    authority has sums in their place, and how many ``households`` gave."""

    on: date
    rows: tuple[ContributionView, ...]
    hamlets: tuple[tuple[str, str], ...]  # uid, name; in the commune's own order
    works: tuple[tuple[str, str], ...]
    prices: tuple[Price, ...]
    sums: tuple[Valued, ...] = ()
    households: Households | None = None

    @property
    def is_summed(self) -> bool:
        return self.households is not None

    @property
    def standing(self) -> tuple[ContributionView, ...]:
        return tuple(row for row in self.rows if is_standing(row, self.on))

    @property
    def valued(self) -> tuple[Valued, ...]:
        """All that counts on the day."""
        return (*self.sums, *(row.valued for row in self.standing))

    def counts(self) -> Mapping[Kind, int]:
        """How many gifts count on the day, by kind."""
        found = Counter(row.gift.kind for row in self.standing)
        for one in self.sums:
            found[one.gift.kind] += one.gifts
        return found

    def narrowed(self, *, kind: str = "", hamlet: str = "") -> ContributionTable:
        """What is of one kind, of one hamlet."""

        def fits(gift: Gift) -> bool:
            return (not kind or gift.kind == kind) and (not hamlet or gift.hamlet == hamlet)

        rows = tuple(row for row in self.rows if fits(row.gift))
        return replace(self, rows=rows, sums=tuple(one for one in self.sums if fits(one.gift)))

    @property
    def totals(self) -> Totals:
        return self._counted(totals(self.valued), "commune", None)

    def by_hamlet(self) -> Mapping[str | None, Totals]:
        found = grouped(self.valued, lambda gift: gift.hamlet)
        return {which: self._counted(part, "hamlet", which) for which, part in found.items()}

    def by_work(self) -> Mapping[str | None, Totals]:
        found = grouped(self.valued, lambda gift: gift.work)
        return {which: self._counted(part, "work", which) for which, part in found.items()}

    def _counted(self, part: Totals, scope: str, which: str | None) -> Totals:
        """Which household gave is not to be told from sums."""
        if self.households is None:
            return part
        return replace(part, households=self.households.get((scope, which), 0))


@dataclass(frozen=True, slots=True)
class Told:
    """A gift of a day as somebody tells it. ``giver`` names a household of the hamlet, an organisation or a
    donor. Correcting another one (``supersedes``) needs a reason."""

    giver_kind: GiverKind
    kind: Kind
    quantity: int
    unit: str
    on: date
    giver: str = ""
    hamlet_uid: str | None = None
    item: str = ""
    price: int | None = None
    unpriced: bool = False
    work_uid: str | None = None
    indicator: str = ""
    document: str = ""
    note: str = ""
    supersedes: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """What a gift is checked against on a day: prices, and the indicators that it may be given for."""

    prices: Sequence[Price]
    codes: Set[str]
    on: date


def is_standing(row: ContributionView, on: date) -> bool:
    return row.gift.withdrawn is None or row.gift.withdrawn > on


def _renewed(session: Session, known: ContributionTable, written: Written, **_on: date) -> ContributionTable:
    """After some gifts were recorded, corrected or withdrawn: these are read again, and those that they
    correct."""
    corrected = stood_in(written, contribution.name, "supersedes") - {None}
    withdrawn = stood_in(written, contribution_withdrawal.name, "contribution_uid")
    gifts = corrected | withdrawn | written.get(contribution.name, {}).keys()
    others = [row for row in known.rows if row.uid not in gifts]
    return replace(known, rows=_newest_first([*others, *_views(session, known, gifts)]))


@until_written(
    *(contribution_total, hamlet, unit_price, work),
    named=(household,),
    each=(contribution, contribution_withdrawal),
    renew=_renewed,
)
def table(session: Session, *, on: date) -> ContributionTable:
    none = _none(session, on)
    if not session.own:
        sums, gave = given_totals.given(session, on=on)
        return replace(none, sums=sums, households=gave)
    return replace(none, rows=_newest_first(_views(session, none)))


def _none(session: Session, on: date) -> ContributionTable:
    """Nothing given, and what names and values gifts."""
    hamlets = tuple(
        (row["uid"], row["name"])
        for row in session.rows(live(hamlet, session).order_by(hamlet.c.position, hamlet.c.uid))
    )
    return ContributionTable(on, (), hamlets, works_in_order(session), unit_prices.prices(session))


def of_work(session: Session, *, work_uid: str, on: date) -> ContributionTable:
    """What was given to one work until a day, newest first."""
    if not session.own:
        known = table(session, on=on)
        return replace(known, sums=tuple(one for one in known.sums if one.gift.work == work_uid))
    query = live(contribution, session).where(contribution.c.work_uid == work_uid)
    given = {row["uid"] for row in session.rows(query)}
    none = _none(session, on)
    return replace(none, rows=_newest_first(_views(session, none, given))) if given else none


def _views(session: Session, around: ContributionTable, of: Set[str] | None = None) -> list[ContributionView]:
    """What was given until the day, or what of it has one of the uids; ``around`` names hamlets and works."""
    given, taken_back = live(contribution, session), live(contribution_withdrawal, session)
    if of is not None:
        given = given.where(or_(contribution.c.uid.in_(of), contribution.c.supersedes.in_(of)))
        taken_back = taken_back.where(contribution_withdrawal.c.contribution_uid.in_(of))
    day = around.on.isoformat()
    rows = [
        row
        for row in standing(session.rows(given))
        if row["on_date"] <= day and (of is None or row["uid"] in of)
    ]
    withdrawn = {row["contribution_uid"]: row for row in session.rows(taken_back)}
    worth = all_valued((_gift(row, withdrawn.get(row["uid"])) for row in rows), around.prices)
    givers = None if of is None else {row["household_uid"] for row in rows} - {None}
    owners = names(household, session, of=givers)
    hamlet_names, titles = dict(around.hamlets), dict(around.works)
    views = []
    for row, one in zip(rows, worth, strict=True):
        gift = one.gift
        place = hamlet_names.get(row["hamlet_uid"], "")
        gone = gift.withdrawn is not None and gift.withdrawn <= around.on
        views.append(
            ContributionView(
                uid=row["uid"],
                giver=row["giver"] or owners.get(gift.giver_key) or whole(place),
                hamlet=place,
                work=titles.get(row["work_uid"], ""),
                indicator=row["indicator"],
                document=row["document"],
                note=row["note"],
                withdrawal=withdrawn[row["uid"]]["reason"] if gone else "",
                valued=one,
            )
        )
    return views


def _newest_first(views: Iterable[ContributionView]) -> tuple[ContributionView, ...]:
    return tuple(sorted(views, key=lambda view: (view.gift.on, view.gift.seq), reverse=True))


def works_in_order(session: Session) -> tuple[tuple[str, str], ...]:
    """(uid, name) of every work, in the order of the register."""
    query = live(work, session).with_only_columns(work.c.uid, work.c.name)
    found = session.connection.execute(query.order_by(work.c.position, work.c.uid)).all()
    return tuple((row[0], row[1]) for row in found)


@once
def gifts(session: Session, *, on: date) -> tuple[Valued, ...]:
    """All that stands on a day, for the sums of others."""
    return table(session, on=on).valued


def record(session: Session, told: Told, *, today: date) -> Changes:
    return add_all(session, [(told, check(told, scale_on(session, today)))])


def add_all(session: Session, gifts: Sequence[tuple[Told, Gift]]) -> Changes:
    """Gifts as they are told and as they were checked; households that are new are added to the register."""
    known = households.known(session)
    owners: list[dict[str, str]] = []
    rows: list[dict[str, Any]] = []
    seq = next_seq(session, contribution)
    corrects = any(told.supersedes for told, _gift in gifts)
    before, owners_now = (stored(session), names(household, session)) if corrects else ({}, {})
    for told, gift in gifts:
        if told.supersedes is not None and _found(before, told.supersedes).withdrawn is not None:
            raise NtmError("Khoản đóng góp này đã rút, không sửa được. Nhập khoản mới nếu hộ đóng góp lại.")
        owner = None
        if told.giver_kind is GiverKind.HOUSEHOLD:
            assert told.hamlet_uid is not None
            owner = _kept_owner(before, owners_now, told) or known.find(told.giver, told.hamlet_uid)
            if owner is None:
                owner = session.new_uid()
                owners.append(known.add(owner, told.giver, told.hamlet_uid))
        named = told.giver_kind in (GiverKind.ORGANISATION, GiverKind.DONOR)
        rows.append(
            {
                "uid": session.new_uid(),
                "giver_kind": told.giver_kind.value,
                "giver": line(told.giver) if named else "",
                "household_uid": owner,
                "hamlet_uid": told.hamlet_uid,
                "work_uid": told.work_uid,
                "indicator": told.indicator,
                "kind": told.kind.value,
                "item": gift.item,
                "quantity": told.quantity,
                "unit": told.unit,
                "price": gift.price,
                "unpriced": told.unpriced,
                "on_date": told.on.isoformat(),
                "document": line(told.document),
                "note": body(told.note),
                "supersedes": told.supersedes,
                "reason": line(told.reason),
                "seq": seq + len(rows),
            }
        )
    return insert(session, household, owners) | insert(session, contribution, rows)


def _kept_owner(before: Mapping[str, Gift], names_now: Mapping[str, str], told: Told) -> str | None:
    """A correction that leaves who gave leaves the household; it may have moved to another hamlet since."""
    gift = before.get(told.supersedes or "")
    if gift is None or gift.hamlet != told.hamlet_uid:
        return None
    same = spelling_key(names_now.get(gift.giver_key, "")) == spelling_key(line(told.giver))
    return gift.giver_key if same else None


def scale_on(session: Session, on: date) -> Scale:
    return Scale(unit_prices.prices(session), indicator_codes(session, on=on).keys(), on)


def check(told: Told, scale: Scale) -> Gift:
    """What is told as a gift that can be valued. Raises the first of ``problems``."""
    gift = _told_gift(told)
    for refused in _problems(told, gift, scale):
        raise refused
    return gift


def problems(told: Told, scale: Scale) -> Iterator[EntryRefused]:
    """All that keeps what is told from being a gift."""
    return _problems(told, _told_gift(told), scale)


def _told_gift(told: Told) -> Gift:
    money = told.kind is Kind.MONEY
    return Gift(
        kind=told.kind,
        quantity=told.quantity,
        unit=told.unit,
        on=told.on,
        item="" if money else line(told.item),
        price=None if money or told.unpriced else told.price,
        unpriced=told.unpriced,
        supersedes=told.supersedes,
    )


def _problems(told: Told, gift: Gift, scale: Scale) -> Iterator[EntryRefused]:
    yield from gift_problems(gift, scale.prices, today=scale.on, reason=told.reason)
    if told.indicator and told.indicator not in scale.codes:
        yield EntryRefused(
            "indicator",
            f"Không có chỉ tiêu {told.indicator} trong bộ tiêu chí đang áp dụng. Chọn lại chỉ tiêu.",
        )
    if told.giver_kind is GiverKind.HOUSEHOLD:
        yield from households.problems(told.giver, told.hamlet_uid)
    elif told.giver_kind is GiverKind.HAMLET:
        if told.hamlet_uid is None:
            yield EntryRefused("hamlet_uid", "Chưa chọn thôn đóng góp.")
    elif not line(told.giver):
        yield EntryRefused("giver", "Chưa nhập tên tổ chức hoặc người tài trợ.")


def withdraw(session: Session, *, uid: str, on: date, today: date, reason: str) -> Changes:
    """Takes a gift back from a day on; until the day before it counts as it was given."""
    check_withdrawal(_found(stored(session), uid), on=on, today=today, reason=reason)
    values = {
        "contribution_uid": uid,
        "on_date": on.isoformat(),
        "reason": line(reason),
        "seq": next_seq(session, contribution_withdrawal),
    }
    return insert(session, contribution_withdrawal, [values])


def indicator_codes(session: Session, *, on: date) -> Mapping[str, str]:
    """The indicators that something may be given for: code → words."""
    goal = goals.current(session, on=on)
    criteria_set = criteria_sets.load(session, set_id=goal.set_id).on(on)
    return {
        indicator.code: f"{indicator.official_code} {indicator.text}"
        for criterion in criteria_set.criteria
        for indicator in criterion.indicators
    }


def whole(hamlet_name: str) -> str:
    """A hamlet's households together: “Cả thôn Đặng Hoá”, “Cả bản Ón”."""
    return f"Cả {hamlet_text(hamlet_name)}"


def stored(session: Session) -> Mapping[str, Gift]:
    """By uid, as they stand now: without what was corrected or taken out."""
    withdrawn = {row["contribution_uid"]: row for row in session.rows(live(contribution_withdrawal, session))}
    return {
        row["uid"]: _gift(row, withdrawn.get(row["uid"]))
        for row in standing(session.rows(live(contribution, session)))
    }


def _found(gifts: Mapping[str, Gift], uid: str) -> Gift:
    if uid not in gifts:
        raise NtmError(_GONE)
    return gifts[uid]


def _gift(row: RowMapping, withdrawal: RowMapping | None) -> Gift:
    return Gift(
        kind=Kind(row["kind"]),
        quantity=row["quantity"],
        unit=row["unit"],
        on=date.fromisoformat(row["on_date"]),
        item=row["item"],
        price=row["price"],
        unpriced=bool(row["unpriced"]),
        giver=GiverKind(row["giver_kind"]),
        giver_key=row["household_uid"] or "",
        hamlet=row["hamlet_uid"],
        work=row["work_uid"],
        withdrawn=date.fromisoformat(withdrawal["on_date"]) if withdrawal is not None else None,
        uid=row["uid"],
        seq=row["seq"],
        supersedes=row["supersedes"],
    )
