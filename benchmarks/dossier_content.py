"""A dossier of some 150 pages: a sample commune with 2 000 pieces of evidence, photos and long narratives.

The same papers as Typst source, so that both sides set the same words, tables and pictures.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from ntm_desktop import settings
from ntm_desktop.db.engine import Database
from ntm_desktop.db.files import FileStore
from ntm_desktop.db.session import Session
from ntm_desktop.documents.blocks import Block, Grounds, Heading, Paper, Paragraph, Picture, Row, Table
from ntm_desktop.packs.criteria import load_builtin
from ntm_desktop.services import evidence, goals, narratives, sample
from ntm_desktop.services.files import IncomingFile, take_in
from ntm_desktop.settings import Settings

EVIDENCE = 2_000
LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
ON = date(2021, 12, 31)
"""By then this sample has reached its goal: the print is a final one, which enters the register."""
AT = datetime(2021, 12, 31, 1, tzinfo=UTC)
BY = "Nguyễn Văn Đo"

_SENTENCE = (
    "Đường số {n} ấp Hòa được cứng hóa, bảo đảm ô tô đi lại thuận tiện quanh năm; Nhân dân đóng góp "
    "ngày công, hiến đất và vật kiến trúc theo biên bản họp thôn, kết quả đạt {m},{n}% so với kế hoạch. "
)
_PARAGRAPHS = 128


def make(folder: Path, photos: Sequence[Path]) -> None:
    """The photos go in through the same door as a person's: that is where their print-size copy is made.

    The other files hold a few words: no paper opens them, but they must be there.
    """
    sample.make(folder, commune="thai-thuy")
    settings.save(Settings(story_day=ON.isoformat()), folder)
    with Database.open(folder) as database:
        files = [take_in(database.files, photo) for photo in photos]
        files += [_pdf(database.files, number) for number in range(len(photos), EVIDENCE)]
        with database.write("Đính kèm minh chứng", BY, AT) as session:
            _attach(session, files)
            for part, body in (
                ("chi_dao", "\n".join(_paragraph(number) for number in range(_PARAGRAPHS))),
                ("thuan_loi", f"{LETTERS}\n{LETTERS.upper()}"),
            ):
                narratives.save(session, paper="bao_cao", part=part, body=body, on=ON)


def add_photos(folder: Path, photos: Sequence[Path]) -> None:
    with Database.open(folder) as database:
        files = [take_in(database.files, photo) for photo in photos]
        with database.write("Đính kèm ảnh", BY, AT) as session:
            _attach(session, files)


def copy(folder: Path, to: Path) -> Path:
    """The same data once more: a print changes its register. What is never changed is linked."""
    shutil.copytree(folder, to, copy_function=_copy_or_link)
    return to


def _copy_or_link(source: str, target: str) -> None:
    if Path(source).name.startswith("ntm.db"):
        shutil.copy(source, target)
    else:
        os.link(source, target)


def _attach(session: Session, files: Sequence[IncomingFile]) -> None:
    indicators = load_builtin(goals.current(session, on=ON).set_id).indicators()
    for number, stored in enumerate(files):
        code = indicators[number % len(indicators)].code
        title = f"Biên bản nghiệm thu số {stored.name.split('.')[0]}"
        evidence.attach(session, stored=stored, code=code, today=ON, title=title, pages=f"1-{number % 7 + 1}")


def _pdf(store: FileStore, number: int) -> IncomingFile:
    stored = store.put_bytes(f"minh chứng {number}".encode())
    return IncomingFile(stored.sha256, stored.size, "pdf", f"{number}.pdf", 8)


def _paragraph(number: int) -> str:
    return "".join(_SENTENCE.format(n=number + n, m=50 + n) for n in range(6))


def typst_source(papers: Sequence[Paper], originals: Mapping[Path, Path]) -> str:
    """``originals``: which file stands for a print-size copy; the copy itself where none is named."""
    lines = [
        '#set text(font: "Tinos", size: 14pt, lang: "vi", hyphenate: false)',
        "#set par(justify: true, first-line-indent: (amount: 12.7mm, all: true))",
        "#set par(leading: 8.2pt, spacing: 14.2pt)",
        "#show table: set text(size: 12pt)",
        "#show table: set par(justify: false, first-line-indent: 0pt)",
    ]
    for paper in papers:
        for section in paper.sections:
            margins = "(top: 20mm, bottom: 20mm, left: 30mm, right: 20mm)"
            lines.append(f'#set page("a4", flipped: {str(section.landscape).lower()}, margin: {margins})')
            lines += _typst(section.blocks, originals)
    return "\n".join(lines)


def _typst(blocks: Sequence[Block], originals: Mapping[Path, Path]) -> Iterator[str]:
    pictures: list[Picture] = []
    for block in blocks:
        match block:
            case Grounds(texts):
                yield from (f"#par(emph({json.dumps(text, ensure_ascii=False)}))" for text in texts)
            case Heading(_, text):
                yield f"#par(strong({json.dumps(text, ensure_ascii=False)}))"
            case Paragraph():
                yield f"#par({json.dumps(block.text, ensure_ascii=False)})"
            case Table():
                yield from _typst_table(block)
            case Picture(path=Path()):
                pictures.append(block)
            case _:
                pass
    if pictures:
        yield "#grid(columns: (1fr, 1fr), gutter: 6mm,"
        for one in pictures:
            caption = json.dumps(one.caption, ensure_ascii=False)
            assert one.path is not None
            path = json.dumps(str(originals.get(one.path, one.path)))
            yield f"[#image({path}, height: 56mm)\n#text(size: 12pt, {caption})],"
        yield ")"


def _typst_table(table: Table) -> Iterator[str]:
    widths = ", ".join(f"{column.share}fr" for column in table.columns)
    yield f"#table(columns: ({widths}), stroke: 0.5pt, inset: (x: 3pt, y: 6pt),"
    yield f"table.header({_typst_cells(Row(tuple(c.title for c in table.columns)), len(table.columns))}),"
    for row in table.rows:
        yield f"{_typst_cells(row, len(table.columns))},"
    yield ")"


def _typst_cells(row: Row, columns: int) -> str:
    if len(row.cells) == 1:
        return f"table.cell(colspan: {columns}, {json.dumps(row.cells[0], ensure_ascii=False)})"
    return ", ".join(json.dumps(cell or "", ensure_ascii=False) for cell in row.cells)
