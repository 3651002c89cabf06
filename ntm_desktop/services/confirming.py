"""What somebody enters in place of a pack's word: the document that says so, and *Đã đối chiếu*."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ntm_desktop.errors import EntryRefused
from ntm_desktop.services.fields import line
from ntm_desktop.text import lowered


def refuse_unsourced(what: str, *, source: str, confirmed: bool, by: str) -> None:
    """``what`` as the screen calls it: "Nơi nhận hồ sơ"."""
    if not line(source):
        raise EntryRefused("source", f"Ghi số, ngày văn bản quy định {lowered(what)}.")
    if confirmed and not line(by):
        raise EntryRefused("by", f"Ghi tên người đã đối chiếu {lowered(what)} với văn bản.")


def provenance(*, source: str, confirmed: bool, by: str, today: date) -> Mapping[str, str | int]:
    """The columns of it."""
    return {
        "source": line(source),
        "confirmed": int(confirmed),
        "by_name": line(by) if confirmed else "",
        "on_date": today.isoformat(),
    }
