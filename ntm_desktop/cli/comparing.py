"""``dossier list``, ``check``, ``compare``: the register of prints, a file held against it, what changed."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from itertools import groupby
from typing import Any

from ntm_desktop import settings
from ntm_desktop.cli.answer import Answer, desk
from ntm_desktop.cli.parser import UsageError
from ntm_desktop.domain.comparison import Change, apart
from ntm_desktop.services import comparison, dossier, people, print_check, reports, reports_prints
from ntm_desktop.services.comparison import Side
from ntm_desktop.services.dossier import PrintedView
from ntm_desktop.services.printings import Printing, by_ordinal
from ntm_desktop.text import format_date, office_time

_OPTIONS: Mapping[str, tuple[str, ...]] = {
    "list": (),
    "check": ("file",),
    "compare": ("then", "until", "out", "on"),
}
PROGRAM = "ntm-desktop dossier"
"""Whose usage it was."""
_EMPTY = "(không có)"
_NAMES = {
    "file": "TỆP",
    "out": "--out",
    "docx": "--docx",
    "bound": "--bound",
    "volumes": "--volumes",
    "paper": "--paper",
    "draft": "--draft",
    "on": "--on",
    "then": "--from",
    "until": "--to",
}


def act(args: argparse.Namespace) -> Answer:
    """One of the acts of ``dossier`` that print nothing."""
    for option, name in _NAMES.items():
        if getattr(args, option) not in (None, False) and option not in _OPTIONS[args.act]:
            raise UsageError(f"dossier {args.act} không dùng {name}. Bỏ phần đó rồi chạy lại.", PROGRAM)
    acts: Mapping[str, Callable[[argparse.Namespace], Answer]] = {
        "list": _list,
        "check": _check,
        "compare": _compare,
    }
    return acts[args.act](args)


def refuse_options(args: argparse.Namespace) -> None:
    """Those of the other acts, when a dossier is to be printed."""
    for option in ("then", "until"):
        if getattr(args, option) is not None:
            raise UsageError(
                f"In hồ sơ không dùng {_NAMES[option]}. Muốn so sánh thì ghi dossier compare.", PROGRAM
            )


def _list(args: argparse.Namespace) -> Answer:
    with desk(args) as at, at.database.read() as session:
        prints = dossier.register_list(session)
    if not prints:
        return Answer({"prints": []}, "Chưa có bản in chính thức nào trong sổ.", at.warnings)
    belong = by_ordinal(prints)
    lines = [
        f"Lần {one.ordinal}{_what(belong, one)}: {office_time(one.printed_at):%H:%M} ngày {_day(one)}, "
        f"{', '.join(filter(None, (one.by, one.way.value if one.way else '')))}, "
        f"số liệu đến {format_date(one.as_of)}, {one.pages} trang\n"
        f"  mã nội dung {one.code}\n  SHA-256 {one.sha256}"
        for one in prints
    ]
    return Answer({"prints": [_plain(one, belong) for one in prints]}, "\n".join(lines), at.warnings)


def _check(args: argparse.Namespace) -> Answer:
    if args.file is None:
        raise UsageError("Chưa ghi tệp cần kiểm tra: ghi tên tệp sau dossier check.", PROGRAM)
    with desk(args) as at:
        with at.database.read() as session:
            known = print_check.known_prints(session)
        checked = print_check.check(args.file, known)
    belong = by_ordinal([one.printed for one in known])
    plain = {"found": checked.found.value, "prints": [_plain(one, belong) for one in checked.prints]}
    return Answer(plain, checked.sentence, at.warnings, refused=not checked.found.is_match)


def _compare(args: argparse.Namespace) -> Answer:
    if args.out is not None:
        reports.check_file(reports_prints.COMPARISON, args.out)
    with desk(args) as at:
        on = args.on or at.today
        dossier.refuse_future(on=on, today=at.last_readable)
        with at.database.read() as session:
            prints = dossier.register_list(session)
            then, now = comparison.usual_pair(prints, then=args.then, now=args.until)
            found = comparison.compare(session, then=then, now=now, on=on)
            today = max(on, at.today)
            made = reports_prints.made_of_comparison(
                session, found, today=today, by=at.by or people.lead(session)
            )
        written = ""
        if args.out is not None:
            wanted = settings.load(at.database.folder).times_new_roman
            reports.write(made, args.out, times_new_roman=wanted)
            written = f"\nĐã ghi {made.title} vào {args.out}."
    plain: dict[str, Any] = {
        "from": _side(found.then),
        "to": _side(found.now),
        "changes": [_change(one) for one in found.changes],
        "notes": list(found.notes),
    }
    if args.out is not None:
        plain["file"] = str(args.out)
    return Answer(plain, _told(found) + written, (*at.warnings, *found.notes))


def _told(found: comparison.Comparison) -> str:
    lines = [f"{found.then.told}", f"{found.now.told}"]
    if not found.changes:
        return "\n".join([*lines, "Không có gì thay đổi."])
    for group, changes in groupby(found.changes, key=lambda one: one.group):
        lines += ["", group.value]
        for one in changes:
            then, now = apart(one.then, one.now)
            lines.append(f"  {one.what}: {then or _EMPTY} → {now or _EMPTY}")
    return "\n".join(lines)


def _change(one: Change) -> dict[str, str]:
    return {
        "group": one.group.value,
        "kind": one.kind.value,
        "name": one.name,
        "label": one.label,
        "then": one.then,
        "now": one.now,
    }


def _side(side: Side) -> dict[str, object]:
    return {
        "print": side.printed.ordinal if side.printed else None,
        "as_of": side.as_of.isoformat(),
        "content_root": side.printed.content_root if side.printed else None,
    }


def _what(belong: Mapping[int, Printing], printed: PrintedView) -> str:
    volume = belong[printed.ordinal].volume(printed)
    return f", tập {volume}" if volume else f" ({printed.paper})" if printed.paper else ""


def _plain(printed: PrintedView, belong: Mapping[int, Printing]) -> dict[str, object]:
    return {
        "ordinal": printed.ordinal,
        "volume": belong[printed.ordinal].volume(printed) or None,
        "paper": printed.paper or None,
        "printed_at": printed.printed_at.isoformat(),
        "by": printed.by,
        "way": printed.way.value if printed.way else None,
        "as_of": printed.as_of.isoformat(),
        "pages": printed.pages,
        "code": printed.code,
        "content_root": printed.content_root,
        "sha256": printed.sha256,
    }


def _day(printed: PrintedView) -> str:
    return format_date(office_time(printed.printed_at).date())
