"""``dossier``: the papers as PDF and Word. A final print is registered, a draft is not."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from ntm_desktop import settings
from ntm_desktop.cli.answer import Answer, Desk, desk
from ntm_desktop.domain.readiness import ReadinessLine, ReadinessState
from ntm_desktop.errors import NtmError, reason
from ntm_desktop.services import dossier as dossiers
from ntm_desktop.services import papers


def dossier(args: argparse.Namespace) -> Answer:
    if args.out.is_dir():
        raise NtmError(
            f"{args.out} là một thư mục. Ghi cả tên tệp sau --out, ví dụ {args.out / 'ho-so.pdf'}."
        )
    if args.out.suffix.lower() != ".pdf":
        raise NtmError(
            f"Hồ sơ ghi ra tệp PDF, “{args.out.name}” không có đuôi .pdf. Ghi --out {args.out.stem}.pdf; "
            "muốn có tệp Word thì thêm --docx và tên thư mục."
        )
    with desk(args) as at:
        on = args.on or at.shown_day
        dossiers.refuse_future(on=on, today=max(at.today, at.shown_day))
        today = max(on, at.shown_day)  # a sample's papers keep the time of its story
        with at.database.read() as session:
            if not args.draft:
                dossiers.refuse_unready(session, on=on)
            doubts = [] if args.draft else _doubts(dossiers.readiness(session, on=on))
            data = dossiers.collect(session, on=on, today=today, draft=args.draft)
        if args.docx:
            papers.refuse_overwriting(data, args.docx)
            _make_folder(args.docx)
        plain = _printed(at, data, args.out, bound=args.bound)
        words = papers.make_docx(data, args.docx) if args.docx else ()
        plain["docx"] = [str(path) for path in words]
    kind = "bản nháp hồ sơ" if args.draft else "hồ sơ"
    lines = [
        f"Đã ghi {kind} ({plain['pages']} trang) vào {args.out}.",
        *(f"Đã ghi {path}." for path in words),
    ]
    return Answer(plain, "\n".join(lines), (*at.warnings, *doubts))


def _doubts(lines: Sequence[ReadinessLine]) -> list[str]:
    """What keeps no final print back and yet should be looked at again."""
    return [one.sentence for one in lines if one.state is ReadinessState.WARN]


def _printed(at: Desk, data: papers.DossierData, out: Path, *, bound: bool) -> dict[str, object]:
    """A final print gets its name only when it is in the register: no paper is out that nobody knows of."""
    if not out.absolute().parent.is_dir():
        raise NtmError(f"Không có thư mục “{out.parent}”. Tạo thư mục đó, hoặc ghi vào thư mục khác.")
    wanted = settings.load(at.database.folder).times_new_roman
    waiting = out if data.draft else out.with_name(f"{out.stem} (chưa vào sổ).pdf")
    try:
        printed: papers.PrintedDossier | papers.Bound
        if bound:
            printed = papers.make_bound(data, waiting, store=at.database.files, times_new_roman=wanted)
        else:
            printed = papers.make_dossier(data, waiting, times_new_roman=wanted)
        plain: dict[str, object] = {
            "pdf": str(out),
            "pages": printed.pages,
            "sha256": printed.sha256,
            "draft": data.draft,
        }
        if not data.draft:
            stored = at.database.files.put_file(waiting)
            with at.database.write(dossiers.print_action(dossiers.Way.PDF), at.by, at.now) as session:
                dossiers.register(session, data=data, printed=stored, pages=printed.pages)
                plain["content_root"] = dossiers.register_list(session)[0].content_root
            _release(waiting, out)
    finally:
        if waiting != out:
            waiting.unlink(missing_ok=True)
    return plain


def _release(waiting: Path, out: Path) -> None:
    try:
        waiting.replace(out)
    except OSError as error:
        raise NtmError(
            f"Hồ sơ đã vào sổ bản in nhưng không ghi được “{out.name}”: {reason(error)}. "
            "Mở trang Hồ sơ, Sổ bản in để lưu lại bản đó."
        ) from error


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NtmError(f"Không tạo được thư mục {folder}: {reason(error)}. Chọn thư mục khác.") from error
