"""The keys of the workplace and of those that it exchanges packages with."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from ntm_desktop import settings
from ntm_desktop.cli.answer import Answer, Desk, desk
from ntm_desktop.cli.exchanging import unlocked
from ntm_desktop.db import durable
from ntm_desktop.errors import NtmError
from ntm_desktop.services import key_sheets
from ntm_desktop.services import keys as key_services
from ntm_desktop.services.office import issuing_of
from ntm_desktop.sync.keys import MOST_BYTES

_UNPROTECTED = (
    "Khóa không có mật khẩu: ai mở được thư mục dữ liệu thì dùng được khóa. Đặt mật khẩu trong biến "
    "NTM_PASSWORD trước khi lập khóa nếu muốn bảo vệ."
)


def keys(args: argparse.Namespace) -> Answer:
    with desk(args) as at:
        return _ACTS[args.act](at, args)


def _init(at: Desk, _args: argparse.Namespace) -> Answer:
    password = os.environ.get("NTM_PASSWORD", "")
    with at.database.write("Lập khóa của đơn vị", at.by, at.now) as session:
        made = key_services.init(session, password=password)
        told = key_services.enrolment_file(session, made)
    code = key_services.code_of(told)
    text = f"Đã lập khóa {made.key}. Mã tệp khóa: {code}. Gửi tệp khóa bằng lệnh keys export."
    plain = {"key": made.key, "code": code, "protected": bool(password)}
    return Answer(plain, text, (*at.warnings, *(() if password else (_UNPROTECTED,))))


def _list(at: Desk, _args: argparse.Namespace) -> Answer:
    with at.database.read() as session:
        own = key_services.own_unit(session)
        peers = key_services.all_peers(session)
    plain = {
        "own": {"unit": own.unit, "name": own.name, "key": own.key, "protected": own.is_protected},
        "peers": [
            {
                "unit": one.enrolment.unit,
                "name": one.enrolment.name,
                "key": one.enrolment.key,
                "pinned_on": one.pinned_on.isoformat(),
                "revoked": one.is_revoked,
            }
            for one in peers
        ],
    }
    lines = [f"Khóa của {own.name}: {own.key}"]
    lines += [
        f"{one.enrolment.name} ({one.enrolment.unit}): {one.enrolment.key}"
        + (", đã thu hồi" if one.is_revoked else "")
        for one in peers
    ]
    if not peers:
        lines.append("Chưa ghi nhận khóa của nơi nào.")
    return Answer(plain, "\n".join(lines), at.warnings)


def _export(at: Desk, args: argparse.Namespace) -> Answer:
    own = unlocked(at)
    with at.database.read() as session:
        told = key_services.enrolment_file(session, own)
    code = key_services.code_of(told)
    durable.write(args.to, told)
    text = f"Đã ghi tệp khóa {args.to}. Mã trên phiếu giấy: {code}."
    return Answer({"file": str(args.to), "code": code}, text, at.warnings)


def _import(at: Desk, args: argparse.Namespace) -> Answer:
    told = _content(args.file)
    with at.database.read() as session:
        one = key_services.check_pin(session, told, code=args.code)
    of = at.database.unit if at.database.kind == "commune" else one.unit
    with at.database.write(f"Ghi nhận khóa của {one.name}", at.by, at.now, of=of) as session:
        key_services.pin(session, told, code=args.code, on=at.today)
    plain = {"unit": one.unit, "name": one.name, "level": one.level, "key": one.key}
    return Answer(plain, f"KHỚP. Đã ghi nhận khóa {one.key} của {one.name} ({one.unit}).", at.warnings)


def _sheet(at: Desk, args: argparse.Namespace) -> Answer:
    """Of the public keys, to be compared; or of the private ones, to be sealed."""
    own = unlocked(at)
    with at.database.read() as session:
        told = key_services.enrolment_file(session, own)
        issuer = key_sheets.issuer_of(issuing_of(session, today=at.today, by=at.by))
    times = settings.load(at.database.folder).times_new_roman
    if args.act == "sheet":
        made = key_sheets.enrolment_sheet(told, issuer=issuer, out=args.out, times_new_roman=times)
        text = f"Đã ghi phiếu đăng ký khóa vào {made.path}. Mã: {made.code}."
    else:
        made = key_sheets.recovery_sheet(own, told, issuer=issuer, out=args.out, times_new_roman=times)
        text = f"Đã ghi phiếu phục hồi khóa vào {made.path}. In ra, niêm phong, rồi xóa tệp này ngay."
    return Answer({"file": str(made.path), "pages": made.pages, "code": made.code}, text, at.warnings)


_ACTS = {
    "init": _init,
    "list": _list,
    "export": _export,
    "import": _import,
    "sheet": _sheet,
    "recovery": _sheet,
}


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise NtmError(f"Không đọc được {path}. Kiểm tra tên tệp, cắm lại USB rồi làm lại.") from error
