"""What a paper is made of, without a word about ink: ``render`` turns these into PDF or DOCX.

A ``Paper`` is one official document; its first section is the document, each further one an annex with page
numbers of its own (Nghị định 30, F8). Texts are plain: no mark-up, escaping is the renderers' business.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ntm_desktop.domain.charts import WorkChart


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Cover:
    """First sheet of the dossier: the agency above, the title in the middle, place and time below."""

    agency: tuple[str, ...]
    title: tuple[str, ...]
    lines: tuple[str, ...]
    foot: str


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Quốc hiệu and tiêu ngữ at the right; agency, number at the left; place and date (B1–B14)."""

    agency: tuple[str, ...]  # bold lines, the rule under the last
    number: str  # "Số:      /TTr-UBND"; "" of a table that goes with another paper
    place_date: str  # "" of minutes, which tell both in their text
    about: str = ""  # "V/v …" of a công văn (B15)
    form_number: str = ""  # "Mẫu số 1.1", above all at the right


@dataclass(frozen=True, slots=True)
class Title:
    kind: str  # "TỜ TRÌNH"
    summary: str  # trích yếu


@dataclass(frozen=True, slots=True)
class Addressees:
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grounds:
    """Căn cứ lines without their end marks: the renderer sets ";" and the last "."."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 "I. …" in capitals, 2 "1. …" bold, 3 "a) …" as the body."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    italic: bool = False
    bold: bool = False
    kept: bool = False  # stays with what comes next


@dataclass(frozen=True, slots=True)
class Note:
    """A line that belongs to a table: its day, its unit, what signs mean. Small, slanted, not indented."""

    text: str
    align: Align = Align.LEFT


SIGNED_ROW = 9.0
"""Millimetres of a row in which somebody signs."""


@dataclass(frozen=True, slots=True)
class Column:
    """Neighbours of one ``group`` stand under its name, in a header of two levels."""

    title: str
    share: int  # of the table's width, in parts of all shares
    align: Align = Align.LEFT
    group: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A single cell spans the whole width; None goes on with the cell above.

    ``heading`` rows are bold and stay with the row below; ``bold`` is how many cells are so in another row.
    """

    cells: tuple[str | None, ...]
    heading: bool = False
    bold: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    size: int = 12  # 11–13 is tolerated in annexes (M12)
    row_height: float = 0.0  # millimetres at least: rows that are signed or filled in by hand


@dataclass(frozen=True, slots=True)
class AnnexHeading:
    number: str  # "Phụ lục", or "Phụ lục I" when there are several
    title: str
    reference: str  # "(Kèm theo Báo cáo số … của …)"
    form_number: str = ""  # as of a letterhead


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo by its file: two stand beside each other, the caption below.

    Without a ``path`` a box stands in its place, with what became of the photo: ``absent``. A ``whole`` one
    has a page of its own.
    """

    path: Path | None
    caption: str
    absent: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing across the text, its caption below. ``drawn`` holds the numbers; the renderers draw."""

    drawn: WorkChart
    caption: str = ""


@dataclass(frozen=True, slots=True)
class LargeText:
    """One framed line in letters as large as the width lets them be: a code that people compare."""

    text: str


@dataclass(frozen=True, slots=True)
class QrCodes:
    """Codes for cameras, each with a caption below; ``side`` in millimetres, white rim included.

    ``beside`` stands at the right of a single one, to be typed by hand: a label and its letters, or a label
    alone, which heads the lines below it.
    """

    codes: tuple[tuple[str, str], ...]  # content, caption
    side: float
    beside: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """Nơi nhận at the left, post and name at the right; kept with the text before it (M11).

    ``preparer`` stands at the left in place of nơi nhận: who drew a table up, or took the minutes; nơi nhận
    of such a paper stands below both (form 1.9).
    """

    recipients: tuple[str, ...]  # without "- " and end marks
    post: tuple[str, ...]  # "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"
    name: str  # "" leaves the place empty
    preparer: str = ""  # "NGƯỜI LẬP BIỂU", "THƯ KÝ"
    prepared_by: str = ""


Block = (
    Cover
    | Letterhead
    | Title
    | Addressees
    | Grounds
    | Heading
    | Paragraph
    | Note
    | Table
    | AnnexHeading
    | Picture
    | Chart
    | LargeText
    | QrCodes
    | Signature
)


@dataclass(frozen=True, slots=True)
class Section:
    """Pages that are numbered together, from 1, in one orientation. ``title`` is the bookmark."""

    title: str
    blocks: tuple[Block, ...]
    landscape: bool = False
    key: str = ""
    """Of an annex: its form."""
    small: bool = False
    """On A5, upright: what is handed out and is no official paper."""


@dataclass(frozen=True, slots=True)
class Paper:
    form: str  # bia, to_trinh, bao_cao …
    title: str
    sections: tuple[Section, ...]
