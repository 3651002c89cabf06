"""Unit prices that contributions are valued at: dated facts, with the paper that fixed them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, next_seq
from ntm_desktop.db.models import unit_price
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.contributions import KIND_NAMES, Kind, Price, check_price
from ntm_desktop.errors import EntryRefused
from ntm_desktop.services.fields import line
from ntm_desktop.services.work_facts import standing
from ntm_desktop.text import format_date, search_key


@dataclass(frozen=True, slots=True)
class PriceView:
    price: Price
    document: str

    @property
    def what(self) -> str:
        """“Hiến đất, đất ở”."""
        return ", ".join(part for part in (KIND_NAMES[self.price.kind], self.price.item) if part)


def prices(session: Session) -> tuple[Price, ...]:
    return tuple(view.price for view in list_prices(session))


def list_prices(session: Session) -> tuple[PriceView, ...]:
    """By kind and item, the newest first; without what was corrected."""
    order = list(Kind)
    views = [
        PriceView(
            Price(
                kind=Kind(row["kind"]),
                item=row["item"],
                unit=row["unit"],
                amount=row["amount"],
                on=date.fromisoformat(row["on_date"]),
                uid=row["uid"],
                seq=row["seq"],
            ),
            row["document"],
        )
        for row in standing(session.rows(live(unit_price, session)))
    ]
    return tuple(
        sorted(
            sorted(views, key=lambda view: (view.price.on, view.price.seq), reverse=True),
            key=lambda view: (order.index(view.price.kind), search_key(view.price.item), view.price.unit),
        )
    )


def save(
    session: Session,
    *,
    kind: Kind,
    unit: str,
    amount: int,
    on: date,
    today: date,
    item: str = "",
    document: str = "",
    supersedes: str | None = None,
    reason: str = "",
) -> Changes:
    """A price from a day on. What was given before keeps the price of its own day."""
    price = Price(kind, line(item), unit, amount, on, supersedes=supersedes)
    check_price(price, today=today, reason=reason)
    same = (kind, search_key(price.item), unit, on)
    for known in prices(session):
        known_as = (known.kind, search_key(known.item), known.unit, known.on)
        if known_as == same and known.uid != supersedes:
            raise EntryRefused(
                "on_date",
                f"Đã có đơn giá này áp dụng từ ngày {format_date(on)}. Chọn đơn giá đó để sửa, hoặc nhập "
                "ngày khác.",
            )
    values = {
        "kind": kind.value,
        "item": price.item,
        "unit": unit,
        "amount": amount,
        "on_date": on.isoformat(),
        "document": line(document),
        "supersedes": supersedes,
        "reason": line(reason),
        "seq": next_seq(session, unit_price),
    }
    return insert(session, unit_price, [values])
