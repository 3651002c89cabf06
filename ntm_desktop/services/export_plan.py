"""What a package made now would hold and need, told before it has a number: docs/package-format.md §7."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ntm_desktop.db.session import Session
from ntm_desktop.services import appraising, exchange_out, sending
from ntm_desktop.services.enclosed import Attachments, Enclosed
from ntm_desktop.sync import medium
from ntm_desktop.sync.medium import Medium
from ntm_desktop.text import format_bytes

_LESS = " Hoặc {way} thì chỉ cần {needed}; các tệp để lại được gửi kèm lần xuất sau."
_PARTS = (
    " Hoặc chia gói, ghi các phần vào một thư mục trên máy này rồi chép từng phần sang nhiều USB; nơi nhận "
    "ghép khi đủ các phần."
)


@dataclass(frozen=True, slots=True)
class Plan:
    """``rows`` are live ones; ``data`` their bytes as they are, which packing makes fewer."""

    rows: int
    data: int
    attachments: Attachments

    def files(self, enclosed: Enclosed) -> int:
        return len(self.attachments.of(enclosed))

    def size(self, enclosed: Enclosed) -> int:
        """No less than the file will have."""
        return self.data + self.attachments.size_of(self.attachments.of(enclosed))

    def parts(self, enclosed: Enclosed, to: Medium, limit: int | None) -> int:
        return medium.parts_of(self.size(enclosed), limit=limit, largest=to.largest)

    def refusal(self, enclosed: Enclosed, to: Medium, *, here: int, less: Mapping[Enclosed, str]) -> str:
        """Why it cannot be written there, and what would help; "" when it can. ``here``: bytes that are free
        where it is built; ``less``: how a person says that something is to be left out."""
        size = self.size(enclosed)
        if not (why := _full(size, to, here)):
            return ""
        for one, way in less.items():
            if self.size(one) < size and not _full(self.size(one), to, here):
                needed = format_bytes(self.size(one) + medium.SPARE, up=True)
                return why + _LESS.format(way=way, needed=needed)
        return why if exchange_out.full_here(here, size) else why + _PARTS


def plan(session: Session, *, on: date) -> Plan:
    """Of the commune's state, or of what an authority says to the commune that is open."""
    if session.own:
        return Plan(*sending.measure(session, on=on))
    return Plan(*appraising.measure(session), Attachments({}, frozenset()))


def _full(size: int, to: Medium, here: int) -> str:
    name = exchange_out.place_name(to)
    return medium.full(name, free=to.free, size=size) or exchange_out.full_here(here, size)
