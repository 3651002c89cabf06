"""``paper``: number and date of the papers of the dossier, and the files of those made elsewhere."""

from __future__ import annotations

import argparse
from typing import Any

from ntm_desktop.changes import Changes
from ntm_desktop.cli.answer import Answer, Desk, desk
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.forms import FORM_NAMES
from ntm_desktop.services import dossier, files
from ntm_desktop.services.dossier import PaperView
from ntm_desktop.text import format_date


def paper(args: argparse.Namespace) -> Answer:
    with desk(args) as at:
        on = args.on or at.today
        if args.act == "list":
            with at.database.read() as session:
                shown = dossier.papers(session, on=on)
            plain = {"on": on.isoformat(), "papers": [_plain(view) for view in shown]}
            return Answer(plain, "\n".join(_text(view) for view in shown), at.warnings)
        return _set(args, at)


def _set(args: argparse.Namespace, at: Desk) -> Answer:
    on = args.on or at.today
    if args.number is None and args.issued is None and args.file is None and not args.no_file:
        raise NtmError("Chưa ghi gì để đổi. Thêm --number, --issued, --file hoặc --no-file.")
    with at.database.read() as session:
        before = next((one for one in dossier.papers(session, on=on) if one.form == args.form), None)
        known = ", ".join(one.form for one in dossier.papers(session, on=on))
    if before is None:
        raise NtmError(f"Hồ sơ không có văn bản “{args.form}”. Ghi một trong: {known}.")
    stored = files.take_in(at.database.files, args.file) if args.file is not None else None
    name = FORM_NAMES.get(args.form, before.title)
    with at.database.write(f"Ghi văn bản {name}", at.by, at.now) as session:
        changes = Changes()
        if args.number is not None or args.issued is not None:
            changes |= dossier.save_paper(
                session,
                form=args.form,
                on=on,
                number=before.number if args.number is None else args.number,
                issued=before.issued if args.issued is None else args.issued,
                signer_uid=before.signer_uid,
            )
        if stored is not None:
            changes |= dossier.attach_paper(session, form=args.form, stored=stored, on=on)
        elif args.no_file:
            changes |= dossier.detach_paper(session, form=args.form, on=on)
    doubts = (stored.doubt,) if stored is not None and stored.doubt else ()
    with at.database.read() as session:
        view = next(one for one in dossier.papers(session, on=on) if one.form == args.form)
    return Answer(_plain(view), f"Đã ghi: {_text(view)}", (*at.warnings, *doubts))


def _plain(view: PaperView) -> dict[str, Any]:
    return {
        "form": view.form,
        "title": view.title,
        "symbol": view.symbol,
        "number": view.number,
        "issued": view.issued.isoformat() if view.issued else None,
        "required": view.required,
        "attached": view.attached,
        "file": {"name": view.file.name, "sha256": view.file.sha256} if view.file else None,
        "lacking": list(view.lacking) if view.attached and view.required else [],
    }


def _text(view: PaperView) -> str:
    said = f"{view.form}: {view.title}"
    if view.number:
        said += f", số {view.number}/{view.symbol}"
    if view.issued:
        said += f" ngày {format_date(view.issued)}"
    if view.file is not None:
        said += f", tệp “{view.file.name}”"
    if view.attached and view.required and view.lacking:
        said += f" (chưa có {', '.join(view.lacking)})"
    return said
