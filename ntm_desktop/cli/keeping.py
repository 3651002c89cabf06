"""``backup``, ``restore``, ``check``, ``history``, ``undo`` and ``self-test``."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from ntm_desktop import settings
from ntm_desktop.cli.answer import Answer, desk, now
from ntm_desktop.db.backend import NewerData, Unopenable
from ntm_desktop.db.engine import Database
from ntm_desktop.errors import NtmError
from ntm_desktop.services import backup as backups
from ntm_desktop.services import blanking, workplace
from ntm_desktop.services import check as checks
from ntm_desktop.services import history as entries
from ntm_desktop.services.backup import RestorePreview
from ntm_desktop.services.blanking import Blanking
from ntm_desktop.services.fields import line
from ntm_desktop.services.history import FieldChange, HistoryDetail
from ntm_desktop.text import count_words, format_date, format_int, format_moment

_NAMED, _MOST_LINES = 10, 40  # more than that nobody reads


def backup(args: argparse.Namespace) -> Answer:
    with desk(args) as at:
        chosen = settings.load(args.folder).backup_places
        place = args.to or (Path(chosen[0]) if chosen else backups.own_place(args.folder))
        backups.refuse_inside(place, args.folder)
        made = backups.make(at.database, to=place.absolute(), at=at.now)
        plain = {
            "manifest": str(made.path),
            "number": made.manifest.number,
            "files": len(made.manifest.files),
            "size": made.size,
            "missing": list(made.manifest.missing),
        }
        text = f"Đã sao lưu và kiểm tra lại: {made.path} ({format_int(len(made.manifest.files))} tệp)."
        warnings = list(at.warnings)
        if lost := made.manifest.missing:
            warnings.append(f"{len(lost)} tệp minh chứng đã mất từ trước nên không có trong bản sao lưu.")
        if place == backups.own_place(args.folder):
            warnings.append("Bản sao lưu này nằm cùng ổ với dữ liệu. Sao lưu thêm ra ổ USB bằng --to.")
        return Answer(plain, text, tuple(warnings))


def restore(args: argparse.Namespace) -> Answer:
    """Says what changes, keeps what it replaces; what would be lost from sight goes only with ``--yes``."""
    manifest = args.manifest.absolute()
    preview = _preview(args)
    told = _told(preview)
    if preview.other_commune and not args.yes:
        raise NtmError(
            f"Bản sao lưu này là của {preview.manifest.commune_name}, thư mục {args.folder} giữ xã khác. "
            "Chọn thư mục khác bằng --data, hoặc thêm --yes để thay.",
            told,
        )
    if preview.replaced and not args.yes:
        raise NtmError(
            "Chưa phục hồi vì dữ liệu hiện nay mới hơn bản sao lưu. Xem những gì sẽ khác, rồi thêm --yes "
            "để thay; dữ liệu hiện nay được sao lưu trước.",
            told,
        )
    if preview.lost and not args.yes:
        raise NtmError(
            f"Bản sao lưu này không còn đủ tệp: thiếu {count_words(len(preview.lost), 'tệp')}. Chọn bản sao "
            "lưu khác, hoặc thêm --yes để phục hồi phần còn lại.",
            told,
        )
    done = backups.restore(
        args.folder, manifest=manifest, at=now(), by=line(args.by or ""), incomplete=args.yes
    )
    plain = {
        "commune": done.manifest.commune_id,
        "number": done.manifest.number,
        "changes": [{"label": c.label, "now": c.now, "then": c.then} for c in preview.counts],
        "replaced": preview.replaced,
        "brought": preview.brought,
        "kept": str(done.kept) if done.kept else None,
        "lost": list(done.lost),
    }
    made = format_moment(done.manifest.made_at)
    name, number = done.manifest.commune_name, done.manifest.number
    lines = [f"Đã phục hồi {name} từ bản sao lưu số {number} làm lúc {made}."]
    if preview.replaced:
        lines.append(f"Đã thay {count_words(preview.replaced, 'thao tác')} làm sau bản sao lưu đó.")
    if preview.brought:
        lines.append(f"Đã có lại {count_words(preview.brought, 'thao tác')} chỉ có trong bản sao lưu.")
    if done.way_back:
        lines.append(f"Dữ liệu trước khi phục hồi được giữ ở {done.kept}; phục hồi từ đó nếu muốn quay lại.")
    elif done.kept:
        lines.append(
            f"Tệp dữ liệu không mở được trước đó được giữ nguyên ở {done.kept}, để người phụ trách xem lại "
            "khi cần; không phục hồi từ đó được."
        )
    if done.new_epoch is not None:
        lines.append(
            f"Gói gửi cơ quan thẩm định được đánh số lại từ đầu, đợt {done.new_epoch}: báo cơ quan biết khi "
            "gửi gói tới."
        )
    warnings = []
    if done.lost:
        count = count_words(len(done.lost), "tệp")
        warnings.append(f"Không phục hồi được {count} đã mất: {_some(done.lost)}. Đính kèm lại các tệp này.")
    return Answer(plain, "\n".join(lines), tuple(warnings))


def check(args: argparse.Namespace) -> Answer:
    with desk(args) as at, at.database.read() as session:
        report = checks.check(session, deep=args.deep, now=at.now)
    if report.problems:
        raise NtmError("Kiểm tra thấy dữ liệu có vấn đề. Xem từng mục và làm theo.", report.problems)
    plain = {
        "entries": report.entries,
        "files": report.files,
        "orphans": report.orphans,
        "deep": report.deep,
    }
    counted = f"{format_int(report.entries)} thao tác trong lịch sử, {format_int(report.files)} tệp"
    how = "đã đọc lại từng tệp" if report.deep else "chưa đọc lại từng tệp, muốn đọc lại thì thêm --deep"
    return Answer(plain, f"Dữ liệu nguyên vẹn: {counted} ({how}).")


def history(args: argparse.Namespace) -> Answer:
    with desk(args) as at, at.database.read() as session:
        rows = entries.entries(session, limit=args.limit + 1, text=args.text)
    more, rows = len(rows) > args.limit, rows[: args.limit]
    plain = {
        "entries": [
            {
                "seq": row.seq,
                "at": row.at.isoformat(),
                "by": row.by,
                "action": row.action,
                "what": row.what,
                "undoes": row.undoes,
                "undone_by": row.undone_by,
            }
            for row in rows
        ]
    }
    lines = []
    for row in rows:
        undone = f" (đã hoàn tác ở số {row.undone_by})" if row.undone_by else ""
        lines.append(
            f"{row.seq:>5}  {row.at:%H:%M} {format_date(row.at.date())}  {row.by}  {row.what}{undone}"
        )
    if more:
        lines.append(f"Còn thao tác cũ hơn; xem thêm bằng --limit, ví dụ --limit {args.limit * 5}.")
    none = f"Không có thao tác nào có chữ “{args.text}”." if args.text else "Chưa có thao tác nào."
    return Answer(plain, "\n".join(lines) or none, at.warnings)


def undo(args: argparse.Namespace) -> Answer:
    with desk(args) as at:
        with at.database.write("Hoàn tác", at.by, at.now) as session:
            if args.seq is None:
                entries.undo_last(session)
            else:
                entries.undo(session, seq=args.seq)
        with at.database.read() as session:
            newest = entries.entries(session, limit=1)[0]
            taken_back = entries.entry(session, seq=newest.undoes or newest.seq).row
    plain = {"seq": newest.seq, "undoes": taken_back.seq, "action": taken_back.action}
    again = f"Muốn làm lại thì hoàn tác thao tác số {newest.seq}: ntm-desktop undo {newest.seq}."
    return Answer(
        plain, f"Đã hoàn tác thao tác số {taken_back.seq}: {taken_back.what}.\n{again}", at.warnings
    )


def blank(args: argparse.Namespace) -> Answer:
    """Erases only with ``--yes``; without it what would go is shown, and the exit says that nothing went."""
    with desk(args) as at:
        with at.database.read() as session:
            found = blanking.preview(session, seq=args.seq)
        row = found.detail.row
        if not args.yes:
            raise NtmError(
                f"Chưa xóa gì. Nội dung của thao tác số {row.seq} ({row.action}) dưới đây sẽ bị xóa hẳn khỏi "
                "tệp dữ liệu và không hoàn tác được nữa; thêm --yes để xóa.",
                (*_content(found.detail), *_along(found), *_left(found)),
            )
        action = f"Xóa nội dung cũ của thao tác số {row.seq} theo yêu cầu"
        with at.database.write(action, at.by, at.now) as session:
            blanking.blank(session, seq=row.seq)
        warnings = list(at.warnings)
        try:
            at.database.compact()
        except NtmError:  # it needs as much room again as the data take
            warnings.append(
                "Nội dung đã xóa, nhưng ổ đĩa không đủ chỗ để viết lại tệp dữ liệu cho gọn. "
                "Xóa bớt tệp không cần trên ổ đĩa này."
            )
    plain = {
        "seq": row.seq,
        "along": list(found.along),
        "emptied": list(found.emptied),
        "shown": list(found.shown),
        "backups": {str(place): count for place, count in found.backups},
    }
    lines = [f"Đã xóa nội dung của thao tác số {row.seq}: {row.action}.", *_along(found), *_left(found)]
    return Answer(plain, "\n".join(lines), tuple(warnings))


def _content(detail: HistoryDetail) -> list[str]:
    lines = [
        f"{change.label} {change.title}".rstrip() + f", {_field(field)}"
        for change in detail.changes
        for field in change.fields
    ]
    rest = len(lines) - _MOST_LINES
    return [*lines[:_MOST_LINES], *([f"và {count_words(rest, 'ô')} khác"] if rest > 0 else [])]


def _field(field: FieldChange) -> str:
    if field.before and field.after:
        return f"{field.name}: “{field.before}” → “{field.after}”"
    return f"{field.name}: “{field.before or field.after}”"


def _along(found: Blanking) -> Iterator[str]:
    if found.along:
        numbers = ", ".join(map(str, found.along))
        yield f"Xóa cùng lúc nội dung của các thao tác khác giữ cùng những chữ đó: {numbers}."
    if found.emptied:
        yield f"Xóa cùng lúc trong các dòng không còn hiện trên màn hình: {_some(found.emptied)}."


def _left(found: Blanking) -> Iterator[str]:
    """Where the same may still be read, and what to do about it."""
    if found.shown:
        yield (
            f"Đang dùng nên không xóa: {_some(found.shown)}. Muốn xóa hẳn cả chữ này thì sửa hoặc xóa mục đó "
            "trước, rồi chạy lại lệnh blank với số của lần sửa (xem bằng lệnh history)."
        )
    if found.titled:
        numbers = ", ".join(map(str, found.titled))
        yield f"Tên của thao tác {numbers} cũng có chữ đó và không xóa được."
    if found.backups:
        places = "; ".join(f"{count_words(count, 'bản')} ở {place}" for place, count in found.backups)
        yield (
            f"Các bản sao lưu cũ vẫn giữ nội dung này: {places}. Sao lưu lại, rồi xóa những bản cũ đó "
            "nếu phải xóa hẳn."
        )
    else:
        yield "Bản sao lưu ở nơi khác, nếu có, vẫn giữ nội dung này."
    if found.printed:
        yield "Hồ sơ đã in và số liệu đã chốt để in vẫn như khi in."
    if found.files:
        yield "Tệp đã đính kèm không bị xóa."


def _some(names: Sequence[str]) -> str:
    rest = len(names) - _NAMED
    return "; ".join(names[:_NAMED]) + (f" và {count_words(rest, 'mục')} khác" if rest > 0 else "")


def self_test(_args: argparse.Namespace) -> Answer:
    from ntm_desktop import selftest

    steps: list[str] = []
    selftest.run(steps.append)
    return Answer({"steps": steps}, "\n".join([*steps, "Chương trình tự kiểm tra: tốt."]))


def _preview(args: argparse.Namespace) -> RestorePreview:
    """A damaged database cannot be compared with; that is when it is restored."""
    manifest = args.manifest.absolute()
    if not workplace.is_made(args.folder):
        return backups.preview_restore(None, manifest=manifest)
    try:
        database = Database.open(args.folder)
    except NewerData as error:
        if not args.yes:
            raise NtmError(f"{error.message} Muốn thay bằng bản sao lưu này thì thêm --yes.") from error
        return backups.preview_restore(None, manifest=manifest)
    except Unopenable:
        return backups.preview_restore(None, manifest=manifest)
    with database:
        return backups.preview_restore(database, manifest=manifest)


def _told(preview: RestorePreview) -> list[str]:
    """What a person decides by: both last actions, how many go and come, and the numbers of rows.

    Of another commune everything differs: there the numbers say nothing.
    """
    lines = []
    if preview.lost:
        lines.append(f"Tệp không còn trong bản sao lưu: {_some(preview.lost)}.")
    for words, entry in (("trong bản sao lưu", preview.manifest.newest), ("hiện nay", preview.newest_now)):
        if entry is not None:
            lines.append(f"Thao tác cuối {words}: {entry.action} ({format_moment(entry.at)}).")
    if preview.other_commune:
        return [*lines, f"Toàn bộ dữ liệu hiện nay ({count_words(preview.replaced, 'thao tác')}) sẽ bị thay."]
    if preview.replaced:
        lines.append(f"{count_words(preview.replaced, 'thao tác')} sau bản sao lưu này sẽ bị thay.")
    if preview.brought:
        lines.append(f"{count_words(preview.brought, 'thao tác')} chỉ có trong bản sao lưu sẽ có lại.")
    for one in preview.counts:
        what = f"mục “{one.label}”" if one.label.startswith("số ") else one.label
        lines.append(f"Số {what}: đang có {one.now}, phục hồi xong còn {one.then}.")
    return lines
