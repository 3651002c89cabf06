"""What is recorded day by day and never changed: a later entry corrects an earlier one, in its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from datetime import date
from operator import attrgetter
from typing import Protocol, TypeVar

from ntm_desktop.errors import NtmError


class Dated(Protocol):
    @property
    def on(self) -> date: ...

    @property
    def uid(self) -> str: ...

    @property
    def seq(self) -> int: ...

    @property
    def supersedes(self) -> str | None: ...


Entry = TypeVar("Entry", bound=Dated)
Given = TypeVar("Given")
_WHEN = attrgetter("on", "seq")


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Those that no other one corrects, by their day, then as they were recorded."""
    known = list(entries)
    corrected = {one.supersedes for one in known if one.supersedes is not None}
    if corrected:
        known = [one for one in known if one.uid not in corrected]
    return tuple(sorted(known, key=_WHEN))


def beside(
    known: Iterable[Given], on: date, day: Callable[[Given], date]
) -> tuple[Given | None, Given | None]:
    """Of those in order of their days the last until the end of a day, and the first after it."""
    entries = list(known)
    place = bisect_right(entries, on, key=day)
    return (entries[place - 1] if place else None, entries[place] if place < len(entries) else None)


def check_stands(uid: str | None, events: Iterable[Dated]) -> None:
    """Refuses to correct an event that another correction has replaced meanwhile."""
    if uid is not None and uid not in {one.uid for one in in_order(events)}:
        raise NtmError("Diễn biến này đã được sửa. Tải lại trang để thấy nội dung mới nhất.")
