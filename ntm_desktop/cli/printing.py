"""``dossier``: the papers as PDF and Word. A final print is registered, a draft is not."""

from __future__ import annotations

import argparse
from pathlib import Path

from ntm_desktop import settings
from ntm_desktop.cli.answer import Answer, desk
from ntm_desktop.errors import NtmError, reason
from ntm_desktop.services import dossier as dossiers
from ntm_desktop.services import papers


def dossier(args: argparse.Namespace) -> Answer:
    if args.out.is_dir():
        raise NtmError(
            f"{args.out} là một thư mục. Ghi cả tên tệp sau --out, ví dụ {args.out / 'ho-so.pdf'}."
        )
    with desk(args) as at:
        on = args.on or at.shown_day
        dossiers.refuse_future(on=on, today=max(at.today, at.shown_day))
        today = max(on, at.shown_day)  # a sample's papers keep the time of its story
        with at.database.read() as session:
            if not args.draft:
                dossiers.refuse_unready(session, on=on)
            data = dossiers.collect(session, on=on, today=today, draft=args.draft)
        if args.docx:
            _make_folder(args.docx)
        wanted = settings.load(at.database.folder).times_new_roman
        printed = papers.make_dossier(data, args.out, times_new_roman=wanted)
        words = papers.make_docx(data, args.docx) if args.docx else ()
        plain = {
            "pdf": str(args.out),
            "pages": printed.pages,
            "sha256": printed.sha256,
            "draft": args.draft,
            "docx": [str(path) for path in words],
        }
        if not args.draft:
            stored = at.database.files.put_file(args.out)
            with at.database.write(dossiers.PRINT_ACTION, at.by, at.now) as session:
                dossiers.register(session, data=data, printed=stored, pages=printed.pages)
                plain["content_root"] = dossiers.register_list(session)[0].content_root
    kind = "bản nháp hồ sơ" if args.draft else "hồ sơ"
    lines = [f"Đã ghi {kind} {printed.pages} trang vào {args.out}.", *(f"Đã ghi {path}." for path in words)]
    return Answer(plain, "\n".join(lines), at.warnings)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NtmError(f"Không tạo được thư mục {folder}: {reason(error)}. Chọn thư mục khác.") from error
