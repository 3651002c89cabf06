"""The code of a paper held against a package: docs/package-format.md §8."""

from __future__ import annotations

from pathlib import Path

from ntm_desktop.db.session import Session
from ntm_desktop.services import keys as key_services
from ntm_desktop.sync import header as headers
from ntm_desktop.sync import reader
from ntm_desktop.sync.age_file import ignored
from ntm_desktop.sync.codes import qr_text, same_code, short_code
from ntm_desktop.sync.keys import OwnKeys
from ntm_desktop.sync.refusals import PackageRefused, Refusal


def matches(typed: str, *, code: str, qr: str) -> bool:
    """Whether that is the code of the paper, typed, or scanned from its QR code."""
    told = typed.strip().upper()
    return told == qr.upper() if told.startswith("NTM1:") else same_code(told, code)


def codes_of(session: Session, path: Path, keys: OwnKeys, folder: Path) -> tuple[str, str]:
    """Code and QR text of a package that was received, or that this workplace sent itself."""
    with path.open("rb") as file:
        opening = headers.read(file)
    key = opening.header.place.sender.key
    own = {one.key: one.sign_key for one in keys.all}
    peer = key_services.find_peer(session, key)
    sign_key = own.get(key) or (peer.enrolment.sign_key if peer else "")
    if not sign_key:
        raise PackageRefused(Refusal.UNKNOWN_SENDER, key)
    body = folder / "tmp" / f"{opening.header.package_id}.zip"
    body.parent.mkdir(parents=True, exist_ok=True)
    try:
        told = reader.open_whole(path, opening, keys, sign_key, body, ignored).manifest
    finally:
        body.unlink(missing_ok=True)
    qr = qr_text(unit=told.place.sender.unit, period=told.period, content_root=told.content_root)
    return short_code(told.content_root), qr
