"""Packages out, in and looked at; the code of a paper held against one."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from ntm_desktop.cli.answer import Answer, Desk, desk
from ntm_desktop.errors import NtmError
from ntm_desktop.services import (
    exchange_in,
    exchange_out,
    export_plan,
    keys,
    offered_sets,
    package_codes,
    quarantine,
    taking_back,
)
from ntm_desktop.services.enclosed import Enclosed
from ntm_desktop.services.exchange_in import Arrival, Shown
from ntm_desktop.services.exchange_words import kind_word
from ntm_desktop.services.offered_sets import OfferedSet
from ntm_desktop.services.package_preview import TableChange
from ntm_desktop.services.quarantine import Held
from ntm_desktop.services.taking_back import Lost
from ntm_desktop.sync import header as headers
from ntm_desktop.sync.keys import OwnKeys
from ntm_desktop.sync.refusals import PackageRefused, Refusal
from ntm_desktop.text import count_words, format_bytes, office_time

_ASKS = "Chưa nhận gói {name} vì cần người xác nhận. Xem các điều dưới đây, rồi thêm --yes để nhận."
_AUTHORITY = "Thư mục này của cơ quan thẩm định. Dùng lệnh appraise export XÃ để gửi nhận xét cho một xã."
_OWN = (
    "{name} là gói số {seq} do chính đơn vị này gửi đi lúc {made}. Máy này đang dùng bản sao lưu cũ hơn thì "
    "thêm --yes để lấy lại những gì gói có mà máy không còn:"
)
_OWN_KNOWN = (
    "{name} là gói số {seq} do chính đơn vị này gửi đi; máy này đang có đủ số liệu của gói, không có gì để "
    "lấy lại."
)
_SET_OFFERED = (
    "Cơ quan gửi {name}, bản {version} (gói số {seq}). Thêm --take-criteria để đưa vào các bộ tiêu chí của "
    "máy."
)
_SET_TAKEN = "Đã đưa {name}, bản {version}, vào các bộ tiêu chí của máy; mục tiêu đã đăng ký giữ nguyên."
_FORK = "{message} Thêm --fork giu để giữ gói đã nhận và bỏ gói này, hoặc --fork thay để nhận gói này thay."
_NO_FORK = (
    "Chưa ghi tệp nào cần nhận. Ghi gói hoặc thư mục, USB có gói; không ghi tệp thì cần có gói trái nhau "
    "đang giữ lại."
)
_KEPT = "Đã giữ gói nhận trước và bỏ gói {name}."
_NEW_EPOCH = "Đã bắt đầu đợt gửi mới. Dùng lệnh export để gửi số liệu cho cơ quan thẩm định."
_NOTHING_FOUND = "Không thấy gói dữ liệu nào ở {places}. Chọn tệp .ntmx hoặc thư mục, USB có gói."
_LESS = {Enclosed.NO_PICTURES: "thêm --no-pictures", Enclosed.NONE: "thêm --no-files"}
_MATCH, _NO_MATCH = "KHỚP", "KHÔNG KHỚP"


def unlocked(at: Desk) -> OwnKeys:
    """The key password comes from ``NTM_PASSWORD``."""
    with at.database.read(of=at.database.unit) as session:
        return keys.unlock(session, password=os.environ.get("NTM_PASSWORD", ""))


def export(args: argparse.Namespace) -> Answer:
    with desk(args) as at:
        if at.database.kind != "commune":
            raise NtmError(_AUTHORITY)
        return write_out(at, args, of=at.database.unit)


def write_out(at: Desk, args: argparse.Namespace, *, of: str) -> Answer:
    """Numbers what there is to say, writes it to the medium and notes that it lies there."""
    own = unlocked(at)
    medium = exchange_out.look(args.to)
    enclosed = Enclosed(args.enclosed)
    with at.database.read(of=of) as session:
        planned = export_plan.plan(session, on=at.today)
    here = exchange_out.free_here(at.database.files)
    if why := planned.refusal(enclosed, medium, here=here, less=_LESS):
        raise NtmError(why)
    with at.database.write("Lập gói gửi đi", at.by, at.now, of=of) as session:
        numbered, _changes = exchange_out.number(
            session, on=at.today, enclosed=enclosed, set_id=getattr(args, "criteria", None) or ""
        )
    written = exchange_out.write_out(
        numbered, own, at.database.files, args.to, limit=args.limit, report=_silent
    )
    with at.database.write(f"Ghi gói số {numbered.seq} ra {medium.name}", at.by, at.now, of=of) as session:
        exchange_out.note(session, numbered, written, medium_name=medium.name)
    size = sum(one.size for one in written.files)
    left = max(0, planned.files(Enclosed.LACKING) - len(numbered.blobs))
    plain = {
        "package_id": numbered.package.package_id,
        "kind": numbered.package.manifest.place.kind,
        "epoch": numbered.package.manifest.place.epoch.n,
        "seq": numbered.seq,
        "code": numbered.code,
        "new": numbered.is_new,
        "blobs": len(numbered.blobs),
        "left": left,
        "bytes": size,
        "files": [str(path) for path in written.paths],
    }
    same = "" if numbered.is_new else " (số liệu không đổi từ lần trước nên vẫn là gói này)"
    lines = [
        f"Đã ghi và đọc lại đúng gói số {numbered.seq}{same}, {format_bytes(size)}:",
        *(f"  {path}" for path in written.paths),
        f"Mã số liệu: {numbered.code}. Tháo USB an toàn trước khi rút.",
    ]
    if left:
        lines.insert(-1, f"Còn {count_words(left, 'tệp đính kèm')} để lại, gửi kèm lần xuất sau.")
    warnings = [f"Trên {medium.name} có tệp đáng ngờ: {one.told}" for one in medium.suspicious[:5]]
    if written.read_back_cached:
        warnings.append(
            "Chưa chắc đã đọc lại từ chính USB: rút ra, cắm lại rồi chạy lại lệnh này để kiểm tra."
        )
    return Answer(plain, "\n".join(lines), (*at.warnings, *warnings))


def import_packages(args: argparse.Namespace) -> Answer:
    with desk(args) as at:
        own = unlocked(at)
        folder = at.database.folder
        forks = () if args.files else _held_forks(folder)
        search = exchange_in.find(args.files, folder, _silent, keys=own)
        if search.own:
            return _take_back(at, own, search.own[-1], confirmed=args.yes)
        if not (search.packages or search.told or forks or _waiting(folder)):
            raise NtmError(_NOTHING_FOUND.format(places=", ".join(map(str, args.files))))
        taking = _Taking(at, own, confirmed=args.yes, fork=args.fork or "")
        taking.take(search.packages)
        taking.take_held(forks)
        taking.take_held(_waiting(folder))
        done, refused = taking.done, taking.refused
        sets = _sets(at, take=args.take_criteria) if at.database.kind == "commune" else []
    if refused and not done:
        first = refused[0][1]
        others = (f"{name}: {error.message}" for name, error in refused[1:])
        raise NtmError(first.message, [*first.problems, *others, *search.told])
    text = [_told(shown) for shown in done]
    text += [_KEPT.format(name=name) for name in taking.given_up]
    text = text or ["Chưa có gói nào đủ để nhận."]
    told_sets = _SET_TAKEN if args.take_criteria else _SET_OFFERED
    text += [told_sets.format(name=one.short_title, version=one.version, seq=one.seq) for one in sets]
    warnings = [*search.told, *(f"{name}: {error.message}" for name, error in refused)]
    plain = {
        "applied": [_plain(shown) for shown in done],
        "refused": [_plain_refused(name, error) for name, error in refused],
        "given_up": taking.given_up,
        "told": list(search.told),
        "criteria": [
            {"set": one.set_id, "version": one.version, "taken": args.take_criteria} for one in sets
        ],
    }
    return Answer(plain, "\n".join(text), (*at.warnings, *warnings), refused=bool(refused))


def _take_back(at: Desk, own: OwnKeys, path: Path, *, confirmed: bool) -> Answer:
    """What this commune sent itself, and no longer has since an older backup was put in its place."""
    folder = at.database.folder
    with at.database.read() as session:
        opening = taking_back.open_own(session, path)
    package = taking_back.read_in(path, opening, own, folder, report=_silent)
    try:
        with at.database.read() as session:
            lost = taking_back.show(session, package)
        lines = [_table_line(one) for one in lost.tables]
        if not lost.tables and not lost.needs_epoch:
            known = _OWN_KNOWN.format(name=path.name, seq=lost.seq)
            return Answer(_plain_lost(lost, begun=False), known, at.warnings)
        if not confirmed:
            made = f"{office_time(datetime.fromisoformat(lost.created_at)):%H:%M %d/%m/%Y}"
            raise NtmError(_OWN.format(name=path.name, seq=lost.seq, made=made), (f"Mã: {lost.code}", *lines))
        exchange_in.keep(at.database.files, package, report=_silent)
        with at.database.write(f"Lấy lại gói số {lost.seq} đã gửi", at.by, at.now) as session:
            taking_back.take_back(session, package)
    finally:
        exchange_in.put_away(package)
    text = [f"Đã lấy lại {count_words(lost.rows, 'mục')} từ gói số {lost.seq}, mã {lost.code}:", *lines]
    if lost.missing:
        text.append(f"Còn thiếu {count_words(lost.missing, 'tệp')} đính kèm, không có trong gói này.")
    if lost.needs_epoch:
        with at.database.write("Bắt đầu đợt gửi mới", at.by, at.now) as session:
            taking_back.start_over(session, after=lost.epoch)
        text.append(_NEW_EPOCH)
    return Answer(_plain_lost(lost, begun=lost.needs_epoch), "\n".join(text), at.warnings)


def _table_line(one: TableChange) -> str:
    told = ((one.added, "thêm"), (one.changed, "sửa"), (one.removed, "xóa"))
    return f"  {one.label}: " + ", ".join(f"{word} {number}" for number, word in told if number)


def _plain_lost(lost: Lost, *, begun: bool) -> dict[str, Any]:
    return {
        "taken_back": {
            "epoch": lost.epoch,
            "seq": lost.seq,
            "code": lost.code,
            "tables": [_plain_table(one) for one in lost.tables],
            "missing": lost.missing,
            "new_epoch": begun,
        }
    }


def _plain_table(one: TableChange) -> dict[str, Any]:
    return {
        "table": one.label,
        "added": one.added,
        "changed": one.changed,
        "removed": one.removed + one.gone,
    }


class _Forked(NtmError):  # noqa: N818 - a refusal, as those of packages
    """``held``: with the codes of both branches."""

    def __init__(self, held: Held, message: str) -> None:
        self.held = held
        codes = [f"Giữ lại: gói số {held.seq}, mã {held.code}"]
        if held.applied_code:
            codes.insert(0, f"Đã nhận: gói số {held.applied_seq}, mã {held.applied_code}")
        super().__init__(_FORK.format(message=message), codes)


@dataclass
class _Taking:
    """Packages one after another. Of a sender whose branch was changed, no third one is taken instead."""

    at: Desk
    own: OwnKeys
    confirmed: bool
    fork: str
    done: list[Shown] = field(default_factory=list)
    refused: list[tuple[str, NtmError]] = field(default_factory=list)
    given_up: list[str] = field(default_factory=list)
    changed: set[str] = field(default_factory=set)

    def take(self, paths: Iterable[Path]) -> None:
        for path in paths:
            try:
                self._take_one(exchange_in.arrive(self.at.database.folder, path, report=_silent))
            except NtmError as error:
                self.refused.append((path.name, error))

    def take_held(self, found: Iterable[Held]) -> None:
        for one in found:
            try:
                self._take_one(one.arrival)
            except NtmError as error:
                self.refused.append((one.name, error))

    def _take_one(self, arrival: Arrival) -> None:
        try:
            self.done.append(self._taken(arrival))
        except PackageRefused as error:
            if error.refusal is not Refusal.FORK:
                raise
            self._choose(arrival, error)

    def _choose(self, arrival: Arrival, error: PackageRefused) -> None:
        folder = self.at.database.folder
        with self.at.database.read(of=self.at.database.unit) as session:
            known = quarantine.compared(session, quarantine.held(folder))
        held = next(one for one in known if one.path == arrival.path)
        if self.fork == "giu":
            quarantine.throw_away(held)
            self.given_up.append(held.name)
        elif self.fork == "thay" and held.unit not in self.changed:
            self.done.append(self._taken(arrival, instead=True))
            self.changed.add(held.unit)
        else:
            raise _Forked(held, error.message) from error

    def _taken(self, arrival: Arrival, *, instead: bool = False) -> Shown:
        at, own, folder = self.at, self.own, self.at.database.folder
        try:
            with at.database.read(of=at.database.unit) as session:
                opened = exchange_in.open_package(session, arrival, instead=instead)
            package = exchange_in.read(opened, own, folder, report=_silent)
            try:
                with at.database.read(of=opened.peer.commune) as session:
                    shown = exchange_in.show(session, opened, package, now=at.now)
                if shown.asks and not self.confirmed:
                    raise NtmError(_ASKS.format(name=arrival.name), (f"Mã: {shown.code}", *shown.asks))
                exchange_in.keep(at.database.files, package, report=_silent)
                action = f"Nhận gói số {shown.seq} của {shown.sender}"
                with at.database.write(action, at.by, at.now, of=opened.peer.commune) as session:
                    exchange_in.apply(session, opened, package)
            finally:
                exchange_in.put_away(package)
        except NtmError as error:
            exchange_in.put_aside(folder, arrival, error, at=at.now.isoformat(), instead=instead)
            raise
        exchange_in.finish(opened, package)
        return shown


def _held_forks(folder: Path) -> list[Held]:
    found = [one for one in quarantine.held(folder) if one.is_fork]
    if not found:
        raise NtmError(_NO_FORK)
    return found


def _plain_refused(name: str, error: NtmError) -> dict[str, Any]:
    plain: dict[str, Any] = {"file": name, "error": error.message}
    if isinstance(error, _Forked):
        held = error.held
        plain["fork"] = {
            "applied": {"seq": held.applied_seq, "code": held.applied_code},
            "held": {"seq": held.seq, "code": held.code},
        }
    return plain


def _sets(at: Desk, *, take: bool) -> list[OfferedSet]:
    """Those that the authority offers, and that this commune has not taken over."""
    with at.database.read() as session:
        found = list(offered_sets.offered(session))
    for one in found if take else ():
        with at.database.write(f"Nhận {one.short_title} do cơ quan gửi", at.by, at.now) as session:
            offered_sets.take_over(session, set_id=one.set_id)
    return found


def _waiting(folder: Path) -> tuple[Held, ...]:
    """What was held for want of a key or of the package before, looked at once the others are in."""
    return tuple(one for one in quarantine.held(folder) if one.is_tried_again)


def _plain(shown: Shown) -> dict[str, Any]:
    return {
        "unit": shown.unit,
        "name": shown.sender,
        "kind": shown.kind,
        "epoch": shown.epoch,
        "seq": shown.seq,
        "code": shown.code,
        "result": shown.preview.decision.result.value,
        "tables": [_plain_table(one) for one in shown.preview.tables],
        "missing": list(shown.preview.missing),
        "warnings": list(shown.preview.warnings),
    }


def _told(shown: Shown) -> str:
    said = f"Đã nhận gói số {shown.seq} của {shown.sender} ({kind_word(shown.kind)}), mã {shown.code}."
    if shown.outcome:
        said += f" {shown.outcome}"
    if shown.preview.missing:
        said += f" Còn thiếu {count_words(len(shown.preview.missing), 'tệp')} đính kèm."
    return said


def inspect(args: argparse.Namespace) -> Answer:
    """The header, which anybody may read: no data folder is opened and nothing is proved."""
    with _readable(args.file), args.file.open("rb") as file:
        header = headers.read(file).header
    place = header.place
    plain = {
        "kind": place.kind,
        "from": {"unit": place.sender.unit, "install": place.sender.install, "key": place.sender.key},
        "to": {"unit": place.to.unit, "key": place.to.key},
        "epoch": place.epoch.n,
        "seq": place.seq,
        "package_id": header.package_id,
        "created_at": place.created_at,
        "bytes": header.body_len,
        "app": header.app,
    }
    made = office_time(datetime.fromisoformat(place.created_at))
    lines = [
        f"{kind_word(place.kind)}: từ {place.sender.unit} gửi {place.to.unit}",
        f"Đợt {place.epoch.n}, gói số {place.seq}, lập lúc {made:%H:%M ngày %d/%m/%Y} theo đồng hồ máy gửi",
        f"Dài {format_bytes(header.body_len)}, phiên bản {header.app}",
        "Đây là phần đầu gói, chưa kiểm chữ ký và nội dung: dùng lệnh import.",
    ]
    return Answer(plain, "\n".join(lines))


def verify_code(args: argparse.Namespace) -> Answer:
    """Holds the code of a printed dossier against a package, as far as this workplace may open it."""
    with desk(args) as at, _readable(args.file):
        own = unlocked(at)
        with at.database.read(of=at.database.unit) as session:
            code, qr = package_codes.codes_of(session, args.file, own, at.database.folder)
    same = package_codes.matches(args.code, code=code, qr=qr)
    plain = {"code": code, "typed": args.code, "match": same}
    text = f"{_MATCH if same else _NO_MATCH}: mã của gói là {code}."
    return Answer(plain, text, at.warnings, refused=not same)


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NtmError(f"Không đọc được {path}. Kiểm tra tên tệp, cắm lại USB rồi làm lại.") from error


def _silent(_done: int, _total: int) -> None:
    pass
