"""Papers to Word files with the measures of the PDF, for leaders who edit; one file a paper.

Fonts are Times New Roman by name, as the decree asks. The same paper gives the same bytes.
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from io import BytesIO
from itertools import groupby
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_ALIGN_VERTICAL as UPRIGHT
from docx.enum.table import WD_ROW_HEIGHT_RULE as HEIGHT
from docx.enum.text import WD_ALIGN_PARAGRAPH as PLACE
from docx.oxml.ns import qn
from docx.section import Section as Pages
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table as Grid
from docx.table import _Cell as Cell
from docx.text.paragraph import Paragraph as Line

from ntm_desktop.documents.blocks import (
    Addressees,
    Align,
    AnnexHeading,
    Block,
    Chart,
    Cover,
    Grounds,
    Heading,
    LargeText,
    Letterhead,
    Note,
    Paper,
    Paragraph,
    Picture,
    QrCodes,
    Section,
    Signature,
    Table,
    Title,
)
from ntm_desktop.render import typography as t
from ntm_desktop.render.charts import chart_png
from ntm_desktop.render.docx_parts import (
    boxed,
    cell_margins,
    drop_leftovers,
    fixed_columns,
    framed_pages,
    keep_whole,
    page_field,
    repeat_header,
    restart_numbers,
    rule_below,
    unframed,
    vietnamese,
    watermark,
)
from ntm_desktop.render.docx_rows import cells_by_row, going_over, in_a_row, keep_with_next, kept_with_next
from ntm_desktop.render.fonts import face, text_width, wrap
from ntm_desktop.render.output import replacing
from ntm_desktop.render.photos import fitted
from ntm_desktop.render.titles import balanced
from ntm_desktop.render.together import below_table, with_signature
from ntm_desktop.text import OFFICE, safe_file_name

FACE = "Times New Roman"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # a zip member's time, so that two writings are equal
_DAY = date(2000, 1, 1)
_PLACES = {Align.LEFT: PLACE.LEFT, Align.CENTRE: PLACE.CENTER, Align.RIGHT: PLACE.RIGHT}


def render_docx(
    papers: Sequence[Paper],
    folder: Path,
    *,
    author: str,
    dated: date = _DAY,
    marks: Sequence[str] = (),
    code: str = "",
) -> tuple[Path, ...]:
    """Writes one file a paper, numbered in the order of the dossier."""
    files = targets(papers, folder)
    for paper, target in zip(papers, files, strict=True):
        write_docx(paper, target, author=author, dated=dated, marks=marks, code=code)
    return files


def targets(papers: Sequence[Paper], folder: Path) -> tuple[Path, ...]:
    """The files that ``render_docx`` writes."""
    return tuple(
        folder / f"{order:02d} {safe_file_name(paper.title)}.docx" for order, paper in enumerate(papers, 1)
    )


def write_docx(
    paper: Paper,
    target: Path,
    *,
    author: str,
    dated: date = _DAY,
    marks: Sequence[str] = (),
    code: str = "",
) -> None:
    """``dated`` is the day that the file says it was made on: never the clock's. ``code`` stands in the foot
    as text only: Word breaks the pages, so none can tell its place in the whole."""
    with replacing(target) as output:
        output.write(_Writer(paper, author, dated, marks, code).bytes())


class _Writer:
    def __init__(self, paper: Paper, author: str, dated: date, marks: Sequence[str], code: str) -> None:
        self._document: Document = docx.Document()
        self._place: Document | Cell = self._document
        """Where lines are written: the last row of a table takes what is signed with it."""
        vietnamese(self._document)
        drop_leftovers(self._document)
        self._marks, self._code = marks, code
        self._base_style()
        properties = self._document.core_properties
        properties.title, properties.author, properties.language = paper.title, author, "vi-VN"
        properties.comments = ""
        properties.last_modified_by = author
        made = datetime.combine(dated, time(), OFFICE).astimezone(UTC)
        properties.created = properties.modified = made
        for index, section in enumerate(paper.sections):
            if index:
                self._document.add_section(WD_SECTION.NEW_PAGE)
            self._set_up(self._document.sections[-1], section, key=2 * index + 1)
            self._write(section)

    def bytes(self) -> bytes:
        raw, fixed = BytesIO(), BytesIO()
        self._document.save(raw)
        with zipfile.ZipFile(raw) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                entry = zipfile.ZipInfo(name, _EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                target.writestr(entry, source.read(name))
        return fixed.getvalue()

    def _base_style(self) -> None:
        style = self._document.styles["Normal"]
        assert isinstance(style, ParagraphStyle)
        style.font.name, style.font.size = FACE, Pt(t.BODY)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            fonts.set(qn(script), FACE)
        style.paragraph_format.space_after = style.paragraph_format.space_before = Pt(0)
        style.paragraph_format.widow_control = True

    def _set_up(self, pages: Pages, section: Section, *, key: int) -> None:
        across, down = t.sheet(landscape=section.landscape, small=section.small)
        left, bottom, right, top = t.margins(section.small)
        pages.orientation = WD_ORIENT.LANDSCAPE if section.landscape else WD_ORIENT.PORTRAIT
        pages.page_width, pages.page_height = Mm(across), Mm(down)
        pages.top_margin, pages.bottom_margin = Mm(top), Mm(bottom)
        pages.left_margin, pages.right_margin = Mm(left), Mm(right)
        pages.header_distance = Mm(t.NUMBER_FROM_EDGE)
        pages.different_first_page_header_footer = True
        restart_numbers(pages)
        for header in (pages.header, pages.first_page_header):
            header.is_linked_to_previous = False
        page_field(self._styled(pages.header.paragraphs[0], place=PLACE.CENTER), Pt(t.PAGE_NUMBER))
        if any(isinstance(block, Cover) for block in section.blocks):
            framed_pages(self._document, pages)
        for place, header in enumerate((pages.header, pages.first_page_header)) if self._marks else ():
            self._mark(header.paragraphs[0], key + place, across, landscape=section.landscape)
        for footer in (pages.footer, pages.first_page_footer):
            footer.is_linked_to_previous = not (self._marks or self._code)
            if self._marks:
                line = self._styled(footer.paragraphs[0], place=PLACE.CENTER)
                self._text(line, " - ".join(self._marks), t.MARK_IN_FOOT, bold=True)
            if self._code:
                line = footer.add_paragraph() if self._marks else footer.paragraphs[0]
                self._text(self._styled(line, place=PLACE.RIGHT), self._code, t.STAMP)

    def _mark(self, line: Line, key: int, across: float, *, landscape: bool) -> None:
        """The words that the PDF has across each page, as steep, on one line: WordArt of several is bent by
        other programs than Word."""
        words = " - ".join(self._marks)
        length = text_width(words, face().bold, 1)
        size = min(t.MARK, Mm(across).pt / length)
        turn = t.MARK_TURN_ACROSS if landscape else t.MARK_TURN
        watermark(line, words, key=key, size=(length * size, size * 1.2), turn=turn)

    def _write(self, section: Section) -> None:
        left, _, right, _ = t.margins(section.small)
        width = t.sheet(landscape=section.landscape, small=section.small)[0] - left - right
        kept = with_signature(section.blocks)
        written = 0
        for index, block in enumerate(section.blocks):
            if index < written:
                continue
            below = below_table(section.blocks[index + 1 :]) if isinstance(block, Table) else ()
            if isinstance(block, Table) and below and isinstance(below[-1], Signature) and in_a_row(below):
                self._in_last_row(self._table(block, width, kept=True, signed=True), below, width)
                written = index + 1 + len(below)
            else:
                self._block(block, width, kept=index in kept or bool(below))

    def _in_last_row(self, grid: Grid, below: Sequence[Block], width: float) -> None:
        """What is signed with a table, in a row of it without borders: rows of one table stay together in
        every program, a table and what follows it only in Word."""
        cells = grid.rows[-1].cells
        self._place = unframed(cells[0].merge(cells[-1]))
        first = self._place.paragraphs[0]
        for block in below:
            self._block(block, width - 2, kept=True)
        first._p.getparent().remove(first._p)
        self._styled(self._place.paragraphs[-1]).paragraph_format.line_spacing = Pt(1)
        self._place = self._document

    def _block(self, block: Block, width: float, *, kept: bool) -> None:
        match block:
            case Cover():
                self._cover(block)
            case Letterhead():
                self._letterhead(block, width)
            case Title():
                self._centred(block.kind, bold=True, before=14)
                self._rule(self._heading(block.summary, width * t.TITLE_SHARE), face().bold, width)
            case Addressees(names):
                self._addressees(names)
            case Grounds(lines):
                for line in t.with_end_marks(lines):
                    self._body(line, italic=True)
            case Heading(level, text):
                self._body(text.upper() if level == 1 else text, bold=level < 3, kept=True)
            case Paragraph():
                self._body(block.text, italic=block.italic, bold=block.bold, kept=kept or block.kept)
            case Note(words, align):
                note = self._styled(self._place.add_paragraph(), place=_PLACES[align], before=3, kept=True)
                self._text(note, words, t.NOTE, italic=True)
            case Table():
                self._table(block, width, kept=kept)
            case AnnexHeading():
                self._form_number(block.form_number)
                self._centred(block.number, bold=True)
                self._heading(block.title, width)
                reference = "\n".join(wrap(t.plain(block.reference), face().italic, t.BODY, Mm(width).pt))
                self._rule(self._centred(reference, italic=True), face().italic, width)
            case Picture():
                self._photo(block, width)
            case Chart():
                self._chart(block, width)
            case LargeText() | QrCodes():
                raise NotImplementedError("a sheet of keys is printed from PDF alone")
            case Signature():
                self._signature(block, width)

    # Lines of text

    def _styled(
        self, line: Line, *, place: PLACE = PLACE.LEFT, before: float = 0, kept: bool = False
    ) -> Line:
        shape = line.paragraph_format
        shape.alignment, shape.space_before, shape.keep_with_next = place, Pt(before), kept
        return line

    def _text(self, line: Line, text: str, size: float, *, bold: bool = False, italic: bool = False) -> Line:
        run = line.add_run(t.plain(text))
        run.font.size, run.bold, run.italic = Pt(size), bold, italic
        return line

    def _body(self, text: str, *, bold: bool = False, italic: bool = False, kept: bool = False) -> None:
        place = PLACE.LEFT if bold else PLACE.JUSTIFY
        line = self._styled(self._place.add_paragraph(), place=place, before=t.PARAGRAPH_GAP, kept=kept)
        line.paragraph_format.first_line_indent = Mm(t.INDENT)
        line.paragraph_format.line_spacing = 1.1
        self._text(line, text, t.BODY, bold=bold, italic=italic)

    def _centred(self, text: str, *, bold: bool = False, italic: bool = False, before: float = 0) -> Line:
        line = self._styled(self._document.add_paragraph(), place=PLACE.CENTER, before=before, kept=True)
        return self._text(line, text, t.BODY, bold=bold, italic=italic)

    def _heading(self, text: str, width: float) -> Line:
        """A title over as many lines as in the PDF; ``width`` in millimetres."""
        return self._centred(self._lines(text, t.BODY, width), bold=True)

    def _lines(self, text: str, size: float, width: float) -> str:
        """Tinos has the widths of Times New Roman."""
        return "\n".join(balanced(text, face().bold, size, Mm(width).pt))

    def _rule(
        self, line: Line, font: str, width: float, size: float = t.BODY, part: float = t.SHORT_RULE
    ) -> None:
        """As long as that part of the longest line above it, in the middle of ``width`` millimetres."""
        longest = max(text_width(text, font, size) for text in line.text.split("\n"))
        rule_below(line, Pt((Mm(width).pt - longest * part) / 2))

    def _in_cell(self, cell: Cell, texts: Sequence[tuple[str, float]]) -> None:
        """Bold centred lines of a cell, each with its size."""
        for index, (text, size) in enumerate(texts):
            line = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
            self._text(self._styled(line, place=PLACE.CENTER, kept=True), text, size, bold=True)

    def _addressees(self, names: tuple[str, ...]) -> None:
        if len(names) == 1:
            self._centred(f"Kính gửi: {names[0]}", before=10)
            return
        first = self._styled(self._document.add_paragraph(), before=10)
        first.paragraph_format.left_indent = Mm(30)
        self._text(first, "Kính gửi:", t.BODY)
        for name in t.with_end_marks(names):
            line = self._styled(self._document.add_paragraph())
            line.paragraph_format.left_indent = Mm(48)
            self._text(line, f"- {name}", t.BODY)

    # Blocks of two columns

    def _columns(self, width: float, left: float) -> tuple[Cell, Cell]:
        table = self._place.add_table(1, 2)
        keep_whole(table.rows[0])
        fixed_columns(table, (Mm(left), Mm(width - left)))
        cell_margins(table, Mm(0))
        return table.cell(0, 0), table.cell(0, 1)

    def _form_number(self, text: str) -> None:
        if text:
            line = self._styled(self._document.add_paragraph(), place=PLACE.RIGHT, kept=True)
            self._text(line, text, t.FORM_NUMBER, italic=True).paragraph_format.space_after = Pt(4)

    def _letterhead(self, block: Letterhead, width: float) -> None:
        self._form_number(block.form_number)
        left, right = self._columns(width, t.HEAD_LEFT)
        self._in_cell(left, [(line, t.AGENCY) for line in block.agency])
        self._rule(left.paragraphs[-1], face().bold, t.HEAD_LEFT, t.AGENCY)
        self._in_cell(right, [(t.STATE_LINE, t.STATE_NAME), (t.MOTTO_LINE, t.MOTTO)])
        self._rule(right.paragraphs[-1], face().bold, width - t.HEAD_LEFT, t.MOTTO, part=1)
        number = self._styled(left.add_paragraph(), place=PLACE.CENTER, before=10)
        self._text(number, block.number, t.NUMBER)
        if block.about:
            about = self._styled(left.add_paragraph(), place=PLACE.CENTER, before=6)
            self._text(about, block.about, t.ABOUT)
        dated = self._styled(right.add_paragraph(), place=PLACE.CENTER, before=8)
        self._text(dated, block.place_date, t.PLACE_DATE, italic=True)

    def _signature(self, block: Signature, width: float) -> None:
        left, right = self._columns(width, t.SIGNATURE_LEFT)
        if block.recipients and not block.preparer:
            self._recipients(block, left.paragraphs[0], left)
        space = Mm(t.SIGNATURE_SPACE_LOW if width > t.TEXT_WIDTH else t.SIGNATURE_SPACE).pt
        if block.preparer:
            self._in_cell(left, [(line, t.BODY) for line in (block.preparer, *[""] * (len(block.post) - 1))])
            by = self._styled(left.add_paragraph(), place=PLACE.CENTER, before=space)
            self._text(by, block.prepared_by, t.BODY, bold=True)
        self._in_cell(right, [(line, t.BODY) for line in block.post])
        for cell in (left, right):
            cell.paragraphs[0].paragraph_format.space_before = Pt(12)
        name = self._styled(right.add_paragraph(), place=PLACE.CENTER, before=space)
        self._text(name, block.name, t.BODY, bold=True)
        if block.recipients and block.preparer:
            self._recipients(block, self._place.add_paragraph(), self._place)

    def _recipients(self, block: Signature, head: Line, place: Document | Cell) -> None:
        self._text(self._styled(head, kept=True), "Nơi nhận:", t.RECIPIENTS_HEAD, bold=True, italic=True)
        for entry in t.with_end_marks(block.recipients):
            self._text(self._styled(place.add_paragraph(), kept=True), f"- {entry}", t.RECIPIENTS)

    def _cover(self, block: Cover) -> None:
        for text in block.agency:
            self._text(self._styled(self._document.add_paragraph(), place=PLACE.CENTER), text, 15, bold=True)
        self._rule(self._document.paragraphs[-1], face().bold, t.TEXT_WIDTH, 15)
        for index, text in enumerate(block.title):
            line = self._styled(
                self._document.add_paragraph(), place=PLACE.CENTER, before=6 if index else Mm(80).pt
            )
            size = t.COVER_TITLE if index else t.COVER_KIND
            self._text(line, self._lines(text, size, t.TEXT_WIDTH - 2 * t.COVER_INSET), size, bold=True)
        for text in block.lines:
            self._centred(text, italic=True, before=10)
        self._centred(block.foot, bold=True, before=Mm(95).pt).paragraph_format.keep_with_next = False

    # Tables and photos

    def _table(self, block: Table, width: float, *, kept: bool, signed: bool = False) -> Grid:
        """``kept``: its last rows go over with what stands below; ``signed``: that stands in one row more."""
        self._styled(self._document.add_paragraph(), kept=True).paragraph_format.line_spacing = Pt(6)
        levels = 2 if any(column.group for column in block.columns) else 1
        rows = levels + len(block.rows) + signed
        grid: Grid = self._document.add_table(rows, len(block.columns), "Table Grid")
        shares = sum(column.share for column in block.columns)
        fixed_columns(grid, [Mm(width * column.share / shares) for column in block.columns])
        cell_margins(grid, Mm(1))
        lines = list(cells_by_row(grid))
        for order, made in enumerate(grid.rows):
            keep_whole(made)
            if order < levels:
                repeat_header(made)
            elif block.row_height and order < levels + len(block.rows):
                made.height, made.height_rule = Mm(block.row_height), HEIGHT.AT_LEAST
        self._header(block, lines[:levels])
        together = len(block.rows) - (going_over(block, width) if kept else 0)
        joined = kept_with_next(block)
        opened: dict[int, Cell] = {}
        for order, (row, cells) in enumerate(zip(block.rows, lines[levels:], strict=False)):
            if len(row.cells) == 1:
                cells = [cells[0].merge(cells[-1])]
            for column, (text, cell) in enumerate(zip(row.cells, cells, strict=True)):
                if text is None:
                    opened[column] = opened[column].merge(cell)
                    opened[column].vertical_alignment = UPRIGHT.TOP  # it may go on over pages
                    continue
                opened[column] = cell
                cell.vertical_alignment = UPRIGHT.CENTER
                place = _PLACES[block.columns[column].align] if len(cells) > 1 else PLACE.LEFT
                line = self._styled(cell.paragraphs[0], place=place)
                self._text(line, text, block.size, bold=row.heading or column < row.bold)
            if row.heading or order >= together or order in joined:
                keep_with_next(grid.rows[levels + order])
        return grid

    def _header(self, block: Table, lines: Sequence[Sequence[Cell]]) -> None:
        """Titles; a group's name over those of its columns, another title over both levels."""
        upper, lower = lines[0], lines[-1]
        for index, column in enumerate(block.columns):
            if len(lines) == 1 or column.group:
                self._head(lower[index], column.title, block.size)
            else:
                self._head(upper[index].merge(lower[index]), column.title, block.size)
        spans = groupby(range(len(block.columns)), key=lambda index: block.columns[index].group)
        for name, run in spans if len(lines) == 2 else ():
            if name:
                columns = list(run)
                self._head(upper[columns[0]].merge(upper[columns[-1]]), name, block.size)

    def _head(self, cell: Cell, text: str, size: float) -> None:
        cell.vertical_alignment = UPRIGHT.CENTER
        line = self._styled(cell.paragraphs[0], place=PLACE.CENTER, kept=True)
        self._text(line, text, size, bold=True)

    def _photo(self, block: Picture, width: float) -> None:
        line = self._styled(self._document.add_paragraph(), place=PLACE.CENTER, before=10, kept=True)
        across, down = fitted(block, min(width, 120), 90)
        if block.path is None:
            boxed(self._text(line, block.absent, 12, italic=True), Mm((width - across) / 2))
        else:
            line.add_run().add_picture(str(block.path), Mm(across), Mm(down))
        caption = self._styled(self._document.add_paragraph(), place=PLACE.CENTER)
        self._text(caption, block.caption, 12, italic=True)

    def _chart(self, block: Chart, width: float) -> None:
        line = self._styled(self._document.add_paragraph(), before=6, kept=bool(block.caption))
        line.add_run().add_picture(BytesIO(chart_png(block.drawn, Mm(width).pt, t.CHART)), Mm(width))
        if block.caption:
            self._text(
                self._styled(self._document.add_paragraph(), place=PLACE.CENTER),
                block.caption,
                12,
                italic=True,
            )
