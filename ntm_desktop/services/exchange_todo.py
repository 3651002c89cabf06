"""What is to be done about the exchange: a list that stays until each line is mended. No clock decides."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import RowMapping, select

from ntm_desktop.db.models import decision, outbox, remark, verdict
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.remarks import State
from ntm_desktop.errors import NtmError
from ntm_desktop.services import freezing, remark_states, sending
from ntm_desktop.services.exchange import ExchangeView, SentState
from ntm_desktop.services.exchange_words import numbers
from ntm_desktop.services.offered_sets import OfferedSet
from ntm_desktop.services.quarantine import Held
from ntm_desktop.sync import canonical
from ntm_desktop.text import counted

_STATES = ("submission", "appraisal")
"""Kinds of which each package holds all that its sender has to say."""
SILENT_MOST = 3
"""So many packages without a sign of the other side: somebody should ask."""


class Act(StrEnum):
    """What mends a line."""

    KEYS = "keys"
    SHEET = "sheet"
    PIN = "pin"
    EXPORT = "export"
    EXPORT_ALL = "export_all"
    IMPORT = "import"
    REMARKS = "remarks"
    HELD = "held"
    SENT = "sent"
    RECEIVED = "received"
    CODE = "code"
    TAKE_BACK = "take_back"
    CRITERIA = "criteria"


@dataclass(frozen=True, slots=True)
class Doing:
    key: str
    what: str
    why: str
    act: Act
    verb: str
    is_urgent: bool = False


def doings(
    view: ExchangeView,
    *,
    held: Sequence[Held] = (),
    remarks: Sequence[State] = (),
    sets: Sequence[OfferedSet] = (),
) -> tuple[Doing, ...]:
    if view.own is None:
        return (no_keys(is_authority=view.is_authority),)
    found = [*_keys_of_others(view), *_numbers(view)]
    if view.peer is not None:
        found += _to_send(view)
    if not view.is_authority:
        found += _remarks(remarks)
        found += _sets(sets)
    found += _held(held)
    return tuple(sorted(found, key=lambda one: not one.is_urgent))


def of_commune(
    session: Session, view: ExchangeView, held: Sequence[Held], sets: Sequence[OfferedSet] = ()
) -> tuple[Doing, ...]:
    return doings(view, held=held, remarks=remark_states.states(session), sets=sets)


def unsent(session: Session, view: ExchangeView, *, on: date) -> Doing | None:
    """What a package made now would say beyond the last one. Nearly always something while people work, so
    nothing counts it; and it takes a freeze to know."""
    last = next((one for one in view.sent if one.kind in _STATES), None)
    if view.peer is None or last is None or last.state is SentState.NOT_WRITTEN:
        return None
    what = _unsent(session, view, on)
    if not what:
        return None
    return Doing("changed", what, f"Gói gần nhất là gói số {last.seq}.", Act.EXPORT, "Xuất gói")


def no_keys(*, is_authority: bool) -> Doing:
    other = "các xã" if is_authority else "cơ quan thẩm định"
    return Doing(
        "keys",
        "Lập khóa của đơn vị",
        f"Chưa có khóa thì chưa gửi và chưa nhận được gói nào với {other}.",
        Act.KEYS,
        "Lập khóa",
        is_urgent=True,
    )


def _keys_of_others(view: ExchangeView) -> Iterator[Doing]:
    if view.peer is not None:
        return
    other = "cơ quan thẩm định" if not view.is_authority else "xã này"
    if view.peers:
        what, why = f"Ghi nhận khóa mới của {other}", "Khóa đã ghi nhận trước đây đã bị thu hồi."
    else:
        what = f"Ghi nhận khóa của {other}"
        why = "Hai bên trao đổi tệp .ntmk, rồi so mã với phiếu giấy."
    yield Doing("peer", what, why, Act.PIN, "Ghi nhận khóa", is_urgent=True)
    if not view.peers and not view.is_authority:
        why = "In phiếu khóa cho lãnh đạo ký, đóng dấu; chép kèm tệp .ntmk."
        yield Doing("sheet", "Đưa khóa của xã cho cơ quan thẩm định", why, Act.SHEET, "Mở khóa")


def _numbers(view: ExchangeView) -> Iterator[Doing]:
    other = _other(view)
    if view.ahead is not None:
        why = (
            f"{other} đã nhận gói số {view.ahead[1]} mà máy này chưa lập. Lấy lại gói mới nhất của chính "
            "đơn vị từ USB đã gửi, hoặc phục hồi bản sao lưu mới hơn, trước khi gửi tiếp."
        )
        what = "Máy này đang dùng bản sao lưu cũ hơn bản đã gửi"
        mends = (Act.SENT, "Xem gói đã gửi") if view.is_authority else (Act.TAKE_BACK, "Lấy lại từ gói")
        yield Doing("ahead", what, why, *mends, is_urgent=True)
    if view.restored is not None:
        why = (
            f"Trước đây đã nhận đến gói số {view.restored[1]}, nay báo ít hơn: đã phục hồi bản sao lưu. Gửi "
            "lại gói mới nhất kèm tất cả tệp."
        )
        yield Doing(
            "restored", f"Gửi lại cho {other.lower()}", why, Act.EXPORT_ALL, "Gửi lại", is_urgent=True
        )
    if view.gaps:
        why = "Không phải gửi lại nếu đã nhận gói sau; hỏi nơi gửi nếu có gói quyết định hoặc bộ tiêu chí."
        what = f"Chưa nhận gói số {numbers(view.gaps)} của {other.lower()}"
        yield Doing("gaps", what, why, Act.RECEIVED, "Xem gói đã nhận")
    lacking = sum(one.missing for one in view.received if one.is_current)
    if lacking and view.is_authority:
        why = "Báo xã gửi lại, chọn “Gửi lại tất cả tệp”."
        what = f"Chưa có {counted(lacking)} tệp đính kèm của {other.lower()}"
        yield Doing("lacking", what, why, Act.RECEIVED, "Xem gói đã nhận")


def _to_send(view: ExchangeView) -> Iterator[Doing]:
    other = _other(view)
    last = next((one for one in view.sent if one.kind in _STATES), None)
    if last is None or view.own is None:
        if not view.is_authority or view.received:
            why = f"{other} chưa có gói nào của đơn vị."
            yield Doing("first", f"Gửi gói đầu tiên cho {other.lower()}", why, Act.EXPORT, "Xuất gói")
        return
    if last.state is SentState.NOT_WRITTEN:
        why = "Gói đã có số nhưng chưa ghi ra USB hoặc thư mục nào."
        yield Doing("unwritten", f"Xuất gói số {last.seq}", why, Act.EXPORT, "Xuất gói", is_urgent=True)
    if view.left_out:
        why = f"Lần xuất gói số {last.seq} để lại các tệp này. Xuất gói thì được gửi kèm."
        what = f"Còn {counted(view.left_out)} tệp đính kèm chưa gửi"
        yield Doing("left out", what, why, Act.EXPORT, "Xuất gói")
    if len(view.silent) >= SILENT_MOST:
        why = "Gọi hỏi đã nhận chưa; nếu chưa, xuất lại gói mới nhất."
        what = f"{other} chưa xác nhận {counted(len(view.silent))} gói: số {numbers(view.silent)}"
        yield Doing("silent", what, why, Act.SENT, "Xem gói đã gửi")
    confirmed = view.confirmed
    left_here = view.left_out if confirmed is last else 0  # told above; nobody has lost them
    if confirmed is not None and (lacking := confirmed.missing - left_here) > 0:
        what = f"{other} chưa có {counted(lacking)} tệp: gửi lại"
        why = f"Theo biên nhận gói số {confirmed.seq}. Xuất gói thì các tệp này được gửi kèm."
        yield Doing("missing", what, why, Act.EXPORT, "Xuất gói", is_urgent=True)


def _remarks(known: Sequence[State]) -> Iterator[Doing]:
    new, back = known.count(State.NEW), known.count(State.RETURNED)
    if back:
        why = "Cơ quan thẩm định chưa chấp nhận trả lời. Bổ sung rồi trả lời lại."
        what = f"{counted(back)} nhận xét bị trả lại"
        yield Doing("returned", what, why, Act.REMARKS, "Xem nhận xét", is_urgent=True)
    if new:
        why = "Trả lời đi cùng gói số liệu gửi lần tới."
        yield Doing("new", f"{counted(new)} nhận xét chưa trả lời", why, Act.REMARKS, "Xem nhận xét")


def _sets(offered: Sequence[OfferedSet]) -> Iterator[Doing]:
    for one in offered:
        what = f"Đưa {one.short_title} do cơ quan gửi vào máy"
        newer = f", thay bản {one.replaces}" if one.replaces else ""
        why = f"Gói số {one.seq}, bản {one.version}{newer}. Mục tiêu đã đăng ký của xã giữ nguyên."
        yield Doing(f"set {one.set_id}", what, why, Act.CRITERIA, "Nhận bộ tiêu chí")


def _held(held: Sequence[Held]) -> Iterator[Doing]:
    if held:
        what = f"{counted(len(held))} gói đến mà chưa nhận"
        why = held[0].why if len(held) == 1 else "Xem lý do từng gói, thử lại hoặc xóa."
        yield Doing("held", what, why, Act.HELD, "Xem gói giữ lại")


def _other(view: ExchangeView) -> str:
    return "Cơ quan" if not view.is_authority else "Xã"


def _unsent(session: Session, view: ExchangeView, on: date) -> str:
    """What a package made now would say beyond the last one; "" when nothing."""
    kind = "submission" if session.own else "appraisal"
    newest = live(outbox, session).where(outbox.c.kind == kind)
    row = session.row(newest.order_by(outbox.c.epoch.desc(), outbox.c.seq.desc()))
    if row is None:
        return ""
    if not session.own:
        return _unsaid(session, view, row)
    try:
        root = freezing.root(session, on=on)
    except NtmError:  # no goal in force on that day
        return ""
    changed = root != row["content_root"]
    return "Số liệu đã thay đổi từ gói gần nhất" if changed else ""


def _unsaid(session: Session, view: ExchangeView, row: RowMapping) -> str:
    known = dict(json.loads(row["files"]))
    for table in (remark, verdict, decision):
        rows = session.rows(select(table).where(table.c.commune_id == session.commune_id))
        if known.get(canonical.path_of(table)) != hashlib.sha256(canonical.lines(rows)).hexdigest():
            return "Có nhận xét, quyết định chưa gửi"
    seen, newest = sending.manifest_of(session.files, row).seen, view.last_received
    if newest is not None and (seen is None or (seen.epoch, seen.seq) < (newest.epoch, newest.seq)):
        return f"Chưa gửi biên nhận gói số {newest.seq} của xã"
    return ""
