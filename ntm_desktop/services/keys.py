"""The keys of this workplace and of those that it exchanges packages with. docs/package-format.md §3.

Private keys lie in the database wrapped, outside the history: that would keep what an older, weaker password
opens.
"""

from __future__ import annotations

import hashlib
import json
import os
import uuid
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import RowMapping, select
from sqlalchemy import insert as sql_insert

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, keep_image, update
from ntm_desktop.db.models import commune, peer, workplace
from ntm_desktop.db.session import Session, live
from ntm_desktop.errors import NtmError
from ntm_desktop.services.exchange_begun import OWN_KEYS
from ntm_desktop.services.exchange_begun import have_keys as have_keys
from ntm_desktop.sync import keys as crypto
from ntm_desktop.sync.codes import same_code, short_code
from ntm_desktop.sync.header import Epoch
from ntm_desktop.sync.keys import Enrolment as Enrolment
from ntm_desktop.sync.keys import OwnKeys as OwnKeys

COMMUNE_LEVEL = "xa"
_EPOCH, _INSTALL, _LEVEL = "epoch", "install", "level"
_NO_KEYS = "Chưa lập khóa của đơn vị. Lập khóa ở trang Trao đổi (hoặc lệnh keys init) rồi làm lại."
_PROVISIONAL = (
    "Xã đang dùng mã tạm nên chưa lập được khóa: mã đi cùng mọi gói và không đổi được nữa. "
    "Nhập mã xã chính thức trong trang Thiết lập, rồi lập khóa."
)
_HAVE_KEYS = "Đơn vị đã có khóa. Muốn thay khóa thì dùng việc đổi khóa, để nơi nhận biết khóa mới."
_DIFFERENT = (
    "Mã trên phiếu giấy ({typed}) không khớp với mã của tệp khóa ({found}). Không ghi nhận khóa này; "
    "gọi điện hỏi nơi gửi, so lại từng chữ."
)
_OWN_FILE = "Đây là tệp khóa của chính đơn vị này. Chọn tệp khóa do nơi trao đổi gửi đến."
_OTHER_COMMUNE = "Tệp khóa này của đơn vị mang mã {unit}, không phải {expected}."
_COMMUNE = "Tệp khóa này của {name}, cũng là một xã. Chọn tệp khóa do cơ quan thẩm định gửi đến."
_NO_COMMUNE = "Tệp khóa này của {name}, không phải của một xã. Chọn tệp khóa do xã gửi đến."
_KNOWN = "Khóa này của {name} đã được ghi nhận từ trước."


@dataclass(frozen=True, slots=True)
class OwnUnit:
    """What others know this workplace by; the public halves of its keys."""

    unit: str
    name: str
    level: str
    install: str
    sign_key: str
    age_key: str
    is_protected: bool
    """By a key password; else folder rights alone protect the keys."""
    ids: frozenset[str]
    """What packages for us may be addressed to: a package may have been on its way when the keys changed."""

    @property
    def key(self) -> str:
        return crypto.key_id(self.sign_key)


@dataclass(frozen=True, slots=True)
class Peer:
    """A pinned key. ``commune`` is the commune that the exchange is with, on both sides."""

    uid: str
    commune: str
    enrolment: Enrolment
    code: str
    by: str
    pinned_on: date
    is_revoked: bool


def init(session: Session, *, password: str) -> OwnKeys:
    """Makes the keys of this workplace, and its first epoch; "" for a password leaves them unprotected."""
    _require_own(session)
    if _value(session, OWN_KEYS) is not None:
        raise NtmError(_HAVE_KEYS)
    told = session.row(live(commune, session))
    if told is not None and told["provisional_code"] and not told["illustrative"]:
        raise NtmError(_PROVISIONAL)
    keys = OwnKeys.make()
    _keep(session, keys, password)
    _put(session, _INSTALL, str(uuid.UUID(bytes=os.urandom(16), version=4)))
    begin_epoch(session, after=0)
    return keys


def unlock(session: Session, *, password: str) -> OwnKeys:
    """Takes some tenths of a second. Raises NtmError for another password, or when there are none."""
    return crypto.unwrap(b64decode(_own(session)["wrapped"]), password)


def change_password(session: Session, *, old: str, new: str) -> Changes:
    _keep(session, unlock(session, password=old), new)
    return Changes.of(workplace.name)


def is_authority(session: Session) -> bool:
    return _value(session, "kind") != "commune"


def own_unit(session: Session) -> OwnUnit:
    said = _values(session, OWN_KEYS, "commune_id", _LEVEL, _INSTALL)
    if OWN_KEYS not in said:
        raise NtmError(_NO_KEYS)
    told = json.loads(said[OWN_KEYS])
    code = said.get("commune_id", "")
    name = session.scalar(select(commune.c.name).where(commune.c.commune_id == code, commune.c.deleted == 0))
    return OwnUnit(
        unit=code,
        name=str(name),
        level=said.get(_LEVEL) or COMMUNE_LEVEL,
        install=said.get(_INSTALL, ""),
        sign_key=told["sign_key"],
        age_key=told["age_key"],
        is_protected=told["is_protected"],
        ids=frozenset(told["ids"]),
    )


def switch(session: Session, keys: OwnKeys, *, password: str) -> Changes:
    """New keys take the place of the old ones, which were told to everybody by then (``appraising``); what is
    sent under them counts in a new epoch."""
    _require_own(session)
    if _own(session)["ids"][0] not in [one.key for one in keys.older]:
        raise ValueError("the keys in use are not among the older ones")
    _keep(session, keys, password)
    begin_epoch(session, after=0)
    return Changes.of(workplace.name)


def enrolment_file(session: Session, keys: OwnKeys) -> bytes:
    """For the other side; its code goes by another way, on the signed sheet."""
    own = own_unit(session)
    return crypto.write_enrolment(keys, unit=own.unit, name=own.name, level=own.level, install=own.install)


def code_of(enrolment_file: bytes) -> str:
    return short_code(hashlib.sha256(enrolment_file).hexdigest())


def is_code_of(enrolment_file: bytes, typed: str) -> bool:
    return same_code(typed, code_of(enrolment_file))


def read_file(enrolment_file: bytes) -> Enrolment:
    """Whose it says it is. Raises NtmError for what is no enrolment file."""
    return crypto.read_enrolment(enrolment_file)


def epoch(session: Session) -> Epoch:
    n, _space, nonce = (_value(session, _EPOCH) or "").partition(" ")
    if not n:
        raise NtmError(_NO_KEYS)
    return Epoch(int(n), nonce)


def begin_epoch(session: Session, *, after: int) -> Epoch:
    """What starts over, after a restore or on another PC, counts in an epoch of its own."""
    present = _value(session, _EPOCH)
    begun = Epoch(1 + max(after, int(present.split(" ")[0]) if present else 0), os.urandom(16).hex())
    _put(session, _EPOCH, f"{begun.n} {begun.nonce}")
    keep_image(session, workplace, _EPOCH, {"value": present}, {"value": f"{begun.n} {begun.nonce}"})
    return begun


def require_other(session: Session, one: Enrolment) -> None:
    """Raises NtmError where there is nothing to pin: it is our own, or known. Before anyone types a code."""
    if one.unit == _value(session, "commune_id"):
        raise NtmError(_OWN_FILE)
    if (one.level == COMMUNE_LEVEL) is not is_authority(session):
        raise NtmError((_COMMUNE if one.level == COMMUNE_LEVEL else _NO_COMMUNE).format(name=one.name))
    if any(known.enrolment.sign_key == one.sign_key for known in peers(session)):
        raise NtmError(_KNOWN.format(name=one.name))


def check_pin(session: Session, told: bytes, *, code: str) -> Enrolment:
    """Whose key an enrolment file pins, once its code was compared with the paper."""
    one = crypto.read_enrolment(told)
    if one.unit == _value(session, "commune_id"):
        raise NtmError(_OWN_FILE)
    if not same_code(code, code_of(told)):
        raise NtmError(_DIFFERENT.format(typed=code or "trống", found=code_of(told)))
    return one


def pin(session: Session, told: bytes, *, code: str, on: date) -> Changes:
    """Takes the other side's key as its own. An authority does so with the commune open whose key it is."""
    one = check_pin(session, told, code=code)
    if not session.own and one.unit != session.commune_id:
        raise NtmError(_OTHER_COMMUNE.format(unit=one.unit, expected=session.commune_id))
    return add_peer(session, one, code=code_of(told), on=on)


def add_peer(session: Session, one: Enrolment, *, code: str, on: date) -> Changes:
    if any(known.enrolment.sign_key == one.sign_key for known in peers(session)):
        raise NtmError(_KNOWN.format(name=one.name))
    row = {
        "unit": one.unit,
        "name": one.name,
        "level": one.level,
        "install": one.install,
        "key": one.key,
        "sign_key": one.sign_key,
        "age_key": one.age_key,
        "code": code,
        "by_name": session.by,
        "pinned_on": on.isoformat(),
        "revoked": 0,
    }
    return insert(session, peer, [row])


def revoke(session: Session, *, uid: str) -> Changes:
    """Packages signed by that key are refused from now on; what came before stays."""
    return update(session, peer, uid, {"revoked": 1})


def peers(session: Session) -> tuple[Peer, ...]:
    """Of the commune that is open, in the order of pinning; a commune has those of its authorities."""
    rows = session.rows(live(peer, session))
    ordered = sorted(rows, key=lambda row: (row["pinned_on"], row["rev"], row["uid"]))
    return tuple(_peer(row) for row in ordered)


def all_peers(session: Session) -> tuple[Peer, ...]:
    """Of all communes, by unit."""
    query = select(peer).where(peer.c.deleted == 0).order_by(peer.c.unit, peer.c.pinned_on)
    return tuple(_peer(row) for row in session.rows(query))


def find_peer(session: Session, key: str) -> Peer | None:
    """Whose key that is, among all communes; None when it is not pinned or was revoked."""
    found = session.row(select(peer).where(peer.c.key == key, peer.c.deleted == 0, peer.c.revoked == 0))
    return _peer(found) if found else None


def _peer(row: Mapping[str, Any] | RowMapping) -> Peer:
    fields = ("unit", "name", "level", "install", "sign_key", "age_key")
    return Peer(
        uid=row["uid"],
        commune=row["commune_id"],
        enrolment=Enrolment(**{name: row[name] for name in fields}),
        code=row["code"],
        by=row["by_name"],
        pinned_on=date.fromisoformat(row["pinned_on"]),
        is_revoked=bool(row["revoked"]),
    )


def _require_own(session: Session) -> None:
    if not session.own:
        raise ValueError("keys belong to the workplace's own unit")


def _own(session: Session) -> dict[str, Any]:
    told = _value(session, OWN_KEYS)
    if told is None:
        raise NtmError(_NO_KEYS)
    found: dict[str, Any] = json.loads(told)
    return found


def _keep(session: Session, keys: OwnKeys, password: str) -> None:
    wrapped = b64encode(crypto.wrap(keys, password)).decode()
    told = {
        "wrapped": wrapped,
        "sign_key": keys.sign_key,
        "age_key": keys.age_key,
        "ids": [one.key for one in keys.all],
        "is_protected": bool(password),
    }
    _put(session, OWN_KEYS, json.dumps(told))
    keep_image(session, workplace, OWN_KEYS, None, {"value": keys.key})


def _value(session: Session, key: str) -> str | None:
    found: str | None = session.scalar(select(workplace.c.value).where(workplace.c.key == key))
    return found


def _values(session: Session, *keys: str) -> dict[str, str]:
    """In one question; without those that have none."""
    found = session.connection.execute(
        select(workplace.c.key, workplace.c.value).where(workplace.c.key.in_(keys))
    )
    return {row[0]: row[1] for row in found if row[1] is not None}


def _put(session: Session, key: str, value: str) -> None:
    session.connection.execute(workplace.delete().where(workplace.c.key == key))
    session.connection.execute(sql_insert(workplace), [{"key": key, "value": value}])
