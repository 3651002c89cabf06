"""``dossier``: the papers as PDF and Word. A final print is registered, a draft is not; the other acts of the
command are in ``comparing``."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ntm_desktop import settings
from ntm_desktop.cli import comparing
from ntm_desktop.cli.answer import Answer, Desk, desk
from ntm_desktop.cli.parser import UsageError
from ntm_desktop.domain.readiness import ReadinessLine, ReadinessState
from ntm_desktop.errors import NtmError, reason
from ntm_desktop.services import dossier as dossiers
from ntm_desktop.services import papers, signing


def dossier(args: argparse.Namespace) -> Answer:
    if args.act is not None:
        return comparing.act(args)
    comparing.refuse_options(args)
    if args.out.is_dir():
        raise NtmError(
            f"{args.out} là một thư mục. Ghi cả tên tệp sau --out, ví dụ {args.out / 'ho-so.pdf'}."
        )
    if args.out.suffix.lower() != ".pdf":
        raise NtmError(
            f"Hồ sơ ghi ra tệp PDF, “{args.out.name}” không có đuôi .pdf. Ghi --out {args.out.stem}.pdf; "
            "muốn có tệp Word thì thêm --docx và tên thư mục."
        )
    if args.volumes:
        _volume_limit(args.volumes)
    if args.volumes and not args.bound:
        raise _usage("Chỉ hồ sơ gộp mới chia tập. Ghi thêm --bound, hoặc bỏ --volumes.")
    if args.paper and (args.bound or args.docx):
        raise _usage("Văn bản lẻ không đi cùng --bound, --docx. Bỏ --paper, hoặc bỏ các tùy chọn đó.")
    signing.refuse_signed(args.out)
    with desk(args) as at:
        on = args.on or at.today
        dossiers.refuse_future(on=on, today=at.last_readable)
        today = max(on, at.today)  # a sample's papers keep the time of its story
        with at.database.read() as session:
            if not args.draft:
                dossiers.refuse_unready(session, on=on, today=today)
            doubts = [] if args.draft else _doubts(dossiers.readiness(session, on=on, today=today))
            data = dossiers.collect(session, on=on, today=today, draft=args.draft)
        if args.docx:
            papers.refuse_overwriting(data, args.docx)
            _make_folder(args.docx)
        plain = _printed(at, data, args)
        words = papers.make_docx(data, args.docx) if args.docx else ()
        plain["docx"] = [str(path) for path in words]
    kind = ("bản nháp " if args.draft else "") + ("văn bản" if args.paper else "hồ sơ")
    lines = [
        *_said(kind, plain),
        *(f"Đã ghi {path}." for path in words),
    ]
    return Answer(plain, "\n".join(lines), (*at.warnings, *doubts))


def _usage(message: str) -> UsageError:
    return UsageError(message, comparing.PROGRAM)


def _volume_limit(words: str) -> int:
    """Of what is typed: "criterion", or the most pages of a volume."""
    if words == "criterion":
        return papers.BY_CRITERION
    try:
        return papers.volume_limit(int(words) if re.fullmatch("[0-9]{1,6}", words) else 0)
    except NtmError as error:
        raise _usage(
            f"Không chia tập theo “{words}” được. Ghi criterion để mỗi tiêu chí một tập, hoặc số trang nhiều "
            f"nhất của một tập, từ {papers.FEWEST_PAGES} đến {papers.MOST_PAGES}."
        ) from error


def _said(kind: str, plain: Mapping[str, Any]) -> list[str]:
    return [
        f"Đã ghi {kind} ({one['pages']} trang) vào {one['pdf']}." for one in plain.get("volumes", [plain])
    ]


def _doubts(lines: Sequence[ReadinessLine]) -> list[str]:
    """What keeps no final print back and yet should be looked at again."""
    return [one.sentence for one in lines if one.state is ReadinessState.WARN]


def _printed(at: Desk, data: papers.DossierData, args: argparse.Namespace) -> dict[str, object]:
    """A final print gets its name only when it is in the register: no paper is out that nobody knows of."""
    out: Path = args.out
    if not out.absolute().parent.is_dir():
        raise NtmError(f"Không có thư mục “{out.parent}”. Tạo thư mục đó, hoặc ghi vào thư mục khác.")
    waiting = at.database.folder / "tmp" / f"ho-so-{out.name}"  # a broken run leaves nothing where papers lie
    waiting.parent.mkdir(exist_ok=True)
    made: Sequence[papers.Printed] = ()
    try:
        papers.refuse_place(out, comes_from=waiting.parent)
        made = _made(at, data, waiting, args)
        names = [papers.volume_name(out, order + 1) for order in range(len(made))] if args.volumes else [out]
        root = "" if data.draft else _register(at, data, made, args.paper)
        _release([one.path for one in made], names, registered=not data.draft)
    finally:
        for path in (waiting, *(one.path for one in made)):
            papers.forget(path)
    plain: dict[str, object] = {
        "pdf": str(names[0]),
        "pages": sum(one.pages for one in made),
        "sha256": made[0].sha256,
        "draft": data.draft,
    }
    if args.volumes:
        plain["volumes"] = [
            {"pdf": str(name), "pages": one.pages, "sha256": one.sha256}
            for name, one in zip(names, made, strict=True)
        ]
    return plain if data.draft else plain | {"content_root": root}


def _made(
    at: Desk, data: papers.DossierData, out: Path, args: argparse.Namespace
) -> Sequence[papers.Printed]:
    wanted = settings.load(at.database.folder).times_new_roman
    store = at.database.files
    if args.volumes:
        limit = _volume_limit(args.volumes)
        papers.refuse_older_volumes(args.out)
        return papers.make_volumes(data, out, limit=limit, store=store, times_new_roman=wanted)
    if args.bound:
        return (papers.make_bound(data, out, store=store, times_new_roman=wanted),)
    if args.paper:
        return (papers.make_paper(data, args.paper, out, times_new_roman=wanted),)
    return (papers.make_dossier(data, out, times_new_roman=wanted),)


def _register(at: Desk, data: papers.DossierData, made: Sequence[papers.Printed], paper: str | None) -> str:
    """Each file is an entry; gives back the content root."""
    stored = papers.keep(made, at.database.files)
    title = papers.one_paper(data, paper).title if paper else ""
    with at.database.write(dossiers.print_action(dossiers.Way.PDF), at.by, at.now) as session:
        dossiers.register_all(session, data=data, printed=stored, paper=title)
        return dossiers.register_list(session)[0].content_root


def _release(waiting: Sequence[Path], names: Sequence[Path], *, registered: bool) -> None:
    try:
        papers.release_all(waiting, names)
    except NtmError as error:
        if not registered:
            raise
        raise NtmError(
            f"Hồ sơ đã vào sổ bản in nhưng chưa có tên. {error.message} "
            "Cũng có thể mở trang Hồ sơ, Sổ bản in để lưu lại bản đó."
        ) from error


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NtmError(f"Không tạo được thư mục {folder}: {reason(error)}. Chọn thư mục khác.") from error
