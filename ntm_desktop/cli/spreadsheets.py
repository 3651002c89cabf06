"""``import-…`` and ``export-…``: registers from Excel and into it."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from ntm_desktop.cli.answer import Answer, desk
from ntm_desktop.errors import NtmError
from ntm_desktop.services import importing, registers, works
from ntm_desktop.services.importing import STANDING_NAMES, Choices, Preview, Question, RowView, Standing
from ntm_desktop.services.registers import Book
from ntm_desktop.text import count_words

_MOST_SHOWN = 50  # rows and cells told on a screen; --json has all


def import_works(args: argparse.Namespace) -> Answer:
    return _import(args, registers.WORKS)


def import_contributions(args: argparse.Namespace) -> Answer:
    return _import(args, registers.CONTRIBUTIONS)


def import_households(args: argparse.Namespace) -> Answer:
    return _import(args, registers.PLOTS)


def export_works(args: argparse.Namespace) -> Answer:
    return _export(args, registers.WORKS)


def export_contributions(args: argparse.Namespace) -> Answer:
    return _export(args, registers.CONTRIBUTIONS)


def export_households(args: argparse.Namespace) -> Answer:
    return _export(args, registers.PLOTS)


def _import(args: argparse.Namespace, book: Book) -> Answer:
    """Without ``--yes`` only what it would do, refused when it could not be. With it raises NtmError then."""
    sheets = registers.read_file(args.file, book)
    convert = True if args.convert else False if args.keep else None
    choices, written = Choices(convert_all=convert), False
    with desk(args) as at:
        with at.database.read() as session:
            if book is registers.PLOTS and args.work:
                _place, row = works.find(works.table(session, on=at.today).rows, args.work)
                choices = replace(choices, within=row.uid)
            preview = registers.preview(session, book, sheets=sheets, today=at.today, choices=choices)
        if args.yes and preview.is_open:
            raise NtmError(" ".join(_what_now(preview, written)), _open_lines(preview))
        if args.yes:
            with at.database.write(registers.action(preview), at.by, at.now) as session:
                written = bool(importing.write(session, preview))
    return Answer(_plain(preview, written), _text(preview, written), at.warnings, refused=preview.is_open)


def _export(args: argparse.Namespace, book: Book) -> Answer:
    with desk(args) as at:
        with at.database.read() as session:
            if args.template:
                content = registers.template(session, book)
            else:
                content = registers.export(session, book, today=at.today)
        registers.save(args.file, content)
    return Answer({"xlsx": str(args.file)}, f"Đã ghi {args.file}.", at.warnings)


def _plain(preview: Preview, written: bool) -> dict[str, Any]:
    return {
        "written": written,
        "ready": not preview.is_open,
        "counts": {standing.value: preview.count(standing) for standing in Standing},
        "rows": [_row(row) for row in preview.rows],
        "old_texts": [
            {
                "cell": text.address,
                "value": text.before,
                "converted": text.found.text,
                "encoding": text.found.encoding.value,
                "evidence": text.found.evidence,
            }
            for text in preview.old_texts
        ],
        "ignored": list(preview.ignored),
        "notes": list(preview.notes),
    }


def _row(row: RowView) -> dict[str, Any]:
    return {
        "sheet": row.sheet,
        "row": row.number,
        "name": row.name,
        "standing": row.standing.value,
        "changes": [{"column": one.head, "old": one.old, "new": one.new} for one in row.changes],
        "refusals": [
            {"cell": one.address, "column": one.head, "value": one.value, "expected": one.expected}
            for one in row.refusals
        ],
        "note": row.told,
        "alike": [name for _uid, name in row.question.options] if row.question else [],
    }


def _text(preview: Preview, written: bool) -> str:
    counts = ", ".join(
        f"{name.lower()} {preview.count(standing)}" for standing, name in STANDING_NAMES.items()
    )
    lines = [f"{count_words(len(preview.rows), 'dòng')}: {counts}."]
    for row in sorted(preview.rows, key=lambda row: row.standing is Standing.UNCHANGED):
        if row.standing is not Standing.UNCHANGED or row.told:
            lines += _row_lines(row)
    lines += [text.sentence for text in preview.old_texts]
    lines[_MOST_SHOWN:] = ["…"] if len(lines) > _MOST_SHOWN else []
    lines += [f"Không đọc cột “{head}”." for head in preview.ignored]
    lines += preview.notes
    return "\n".join([*lines, *_what_now(preview, written)])


def _row_lines(row: RowView) -> list[str]:
    standing = STANDING_NAMES[row.standing].lower()
    note = f". {row.told}" if row.told else ""
    lines = [f"{row.sheet}, dòng {row.number}, {row.name}: {standing}{note}"]
    lines += [f"  {one.head}: {one.old or 'trống'} → {one.new}" for one in row.changes]
    lines += [f"  {one.sentence}" for one in row.refusals]
    if row.question:
        lines.append(f"  {_asked(row.question)}")
    return lines


def _asked(question: Question) -> str:
    names = ", ".join(f"“{name}”" for _uid, name in question.options)
    if question.is_household:
        return (
            f"Hộ “{question.said}” có thể là {names}, đã ghi ở thôn khác. Ghi tên và thôn như "
            "trong danh sách hộ; nếu là hộ khác cùng tên thì ghi thêm năm sinh."
        )
    return f"Tên “{question.said}” giống {names}. Ghi mã công trình đó, hoặc sửa tên cho khác."


def _open_lines(preview: Preview) -> list[str]:
    """What must be mended or decided before it can be written."""
    lines = [refusal.sentence for refusal in preview.refusals]
    lines += [
        f"{row.sheet}, dòng {row.number}: {_asked(row.question)}" for row in preview.rows if row.question
    ]
    return lines + [text.sentence for text in preview.old_texts if not text.decided]


def _what_now(preview: Preview, written: bool) -> list[str]:
    if written:
        return ["Đã ghi vào dữ liệu; lệnh undo lấy lại tất cả."]
    if preview.is_open:
        lines = []
        if preview.count(Standing.REFUSED):
            lines.append("Chưa nhập được: còn ô phải sửa. Sửa trong tệp rồi làm lại.")
        if any(not text.decided for text in preview.old_texts):
            lines.append("Có ô không phải Unicode. Thêm --convert để chuyển, hoặc --keep để giữ nguyên.")
        return lines
    return ["Chưa ghi. Thêm --yes để ghi."] if preview.changes_something else ["Không có gì để ghi."]
