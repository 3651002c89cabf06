"""Papers to one PDF, after Nghị định 30/2020/NĐ-CP. The same papers give the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from threading import Event

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
)
from reportlab.platypus import Paragraph as MarkedParagraph
from reportlab.platypus.paraparser import ParaFrag

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
from ntm_desktop.render.flowables import (
    AddresseeLines,
    AnnexLines,
    Bookmark,
    ChartLines,
    CoverSheet,
    LetterheadLines,
    PhotoPair,
    PhotoSheet,
    SignatureLines,
    TitleLines,
)
from ntm_desktop.render.fonts import Face, face, forget_words, text_width
from ntm_desktop.render.foot import Foot, Mark
from ntm_desktop.render.grid import Grid
from ntm_desktop.render.output import CancelledError, Output, replacing
from ntm_desktop.render.pdf_file import PaperCanvas
from ntm_desktop.render.qr import LargeLine, qr_rows
from ntm_desktop.render.together import above_table, below_table, with_signature

Progress = Callable[[int, int], None]


_PLACES = {Align.LEFT: TA_LEFT, Align.CENTRE: TA_CENTER, Align.RIGHT: TA_RIGHT}
_MARK_GREY = 0.88
_AHEAD = 64  # more than any chain of what must stay with what follows


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """Where the pages of a paper, or of one of its annexes, stand in the file; pages count from 0."""

    form: str
    title: str
    annex: bool
    first_page: int
    pages: int
    key: str = ""
    """Of an annex: its form."""


@dataclass(frozen=True, slots=True)
class PrintedDossier:
    path: Path
    pages: int
    sha256: str
    sections: tuple[PrintedSection, ...]


def render_pdf(
    papers: Sequence[Paper],
    out: Path,
    *,
    title: str,
    author: str,
    dated: date | None = None,
    marks: Sequence[str] = (),
    numbered: bool = False,
    mark: Mark | None = None,
    times_new_roman: bool = False,
    progress: Progress | None = None,
    cancel: Event | None = None,
) -> PrintedDossier:
    """Writes the file; ``out`` stays as it was when anything fails.

    ``numbered``: the foot of each page tells its place in the whole, and ``mark`` the code of what it says.
    ``dated`` is the day that the file says it was made on: never the clock's.
    """
    cuts = face(times_new_roman)
    foot = Foot(cuts.regular, mark) if numbered else None
    document = _Document(cuts, title, author, dated, marks, foot, progress, cancel)
    try:
        with replacing(out) as output:
            sections = document.write(papers, output)
    finally:
        forget_words()
    return PrintedDossier(out, document.page, output.sha256, sections)


def para(text: str, style: ParagraphStyle) -> MarkedParagraph:
    """The one door for text into a paragraph: NFC, no mark-up, and a clerk's gap keeps its width."""
    shown = ParaFrag(
        text=t.plain(text).replace("  ", "\u00a0\u00a0"),
        fontName=style.fontName,
        fontSize=style.fontSize,
        textColor=style.textColor,
        bold=0,
        italic=0,
        rise=0,
        greek=0,
        link=[],
        us_lines=[],
    )  # as ReportLab's parser makes of text without mark-up
    return MarkedParagraph("", style, frags=[shown])


class _Document(BaseDocTemplate):  # type: ignore[misc]  # ReportLab is untyped
    def __init__(
        self,
        cuts: Face,
        title: str,
        author: str,
        dated: date | None,
        marks: Sequence[str],
        foot: Foot | None,
        progress: Progress | None,
        cancel: Event | None,
    ) -> None:
        super().__init__(
            "",
            pagesize=(t.PAGE[0] * mm, t.PAGE[1] * mm),
            title=t.plain(title),
            author=t.plain(author),
            creator="NTM Desktop",
            lang="vi-VN",
            invariant=1,
            pageCompression=1,
            initialFontName=cuts.regular,
            initialFontSize=t.BODY,
        )
        self.cuts, self.marks, self._progress, self._cancel = cuts, marks, progress, cancel
        self._dated, self._foot = dated, foot
        self._done = self._total = 0
        self._styles = _Styles(cuts)
        self._story: list[Flowable] = []
        self._to_come: Iterator[Flowable] = iter(())

    def write(self, papers: Sequence[Paper], file: Output) -> tuple[PrintedSection, ...]:
        sections = [(paper, section) for paper in papers for section in paper.sections]
        numberings = [_Numbering(self, section) for _, section in sections]
        self.addPageTemplates([numbering.template(i) for i, numbering in enumerate(numberings)])
        self._total = sum(_weight(block) for _, section in sections for block in section.blocks)
        self._to_come = self._flowables(sections)
        self._story = list(islice(self._to_come, _AHEAD))
        self.build(self._story, filename=file, canvasmaker=PaperCanvas)
        self.pageTemplates.clear()  # else the templates, which know the document, would keep all blocks
        self.pageTemplate = None
        return tuple(
            PrintedSection(
                paper.form,
                section.title,
                section is not paper.sections[0],
                numbering.first_page - 1,
                numbering.page,
                section.key,
            )
            for (paper, section), numbering in zip(sections, numberings, strict=True)
        )

    def _flowables(self, sections: Sequence[tuple[Paper, Section]]) -> Iterator[Flowable]:
        for index, (paper, section) in enumerate(sections):
            if index:
                yield from (NextPageTemplate(f"section-{index}"), PageBreak())
            annex = section is not paper.sections[0]
            yield Bookmark(section.title if annex else paper.title, level=int(annex))
            yield from _flowables(section, self.cuts, self._styles)

    def filterFlowables(self, flowables: list[Flowable]) -> None:
        """Called before each one is placed: the next are made only now, and never all are held at once."""
        if flowables is self._story:  # and not what ReportLab itself has put between
            flowables += islice(self._to_come, max(0, _AHEAD - len(flowables)))

    def beforeDocument(self) -> None:
        self.canv.open_as_a_document()
        self.canv.foot = self._foot
        if self._dated is not None:
            self.canv.date(self._dated)

    def afterFlowable(self, flowable: Flowable) -> None:
        self._done += flowable.weight if isinstance(flowable, Grid) else 1
        if self._cancel is not None and self._cancel.is_set():
            raise CancelledError
        if self._progress is not None:
            self._progress(min(self._done, self._total), self._total)


class _Numbering:
    """Pages of one section: the number from the second on, and the marks across each."""

    def __init__(self, document: _Document, section: Section) -> None:
        self._document, self._section = document, section
        self.first_page = self.page = 0

    def template(self, index: int) -> PageTemplate:
        width, height = _text_area(self._section)
        left, bottom, _, _ = t.margins(self._section.small)
        frame = Frame(left * mm, bottom * mm, width, height, 0, 0, 0, 0)
        size = _page_size(self._section)
        return PageTemplate(f"section-{index}", [frame], onPage=self._start_page, pagesize=size)

    def _start_page(self, canvas: Canvas, document: BaseDocTemplate) -> None:
        self.page += 1
        self.first_page = self.first_page or int(document.page)
        cuts = self._document.cuts
        width, height = _page_size(self._section)
        draw_marks(canvas, self._document.marks, cuts.bold, width, height)
        if self.page > 1:
            centre = t.margins(self._section.small)[0] * mm + _text_area(self._section)[0] / 2
            canvas.setFont(cuts.regular, t.PAGE_NUMBER)
            top = height - t.NUMBER_FROM_EDGE * mm - t.PAGE_NUMBER
            canvas.drawCentredString(centre, top, str(self.page))


def draw_marks(canvas: Canvas, marks: Sequence[str], font: str, width: float, height: float) -> None:
    """Light, behind the text: legible on a black-and-white print, and so is the text."""
    canvas.saveState()
    canvas.setFillGray(_MARK_GREY)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(t.MARK_TURN if height > width else t.MARK_TURN_ACROSS)
    up = (len(marks) - 1) * t.MARK * 0.6
    for mark in marks:
        size = min(t.MARK, 0.85 * width / text_width(mark, font, 1))
        canvas.setFont(font, size)
        canvas.drawCentredString(0, up - size * 0.35, mark)
        up -= t.MARK * 1.2
    canvas.restoreState()
    if marks:  # once more in the foot, where no photo can cover it
        canvas.setFont(font, t.MARK_IN_FOOT)
        canvas.drawCentredString(width / 2, t.BOTTOM * mm / 2, " - ".join(marks))


class _Styles:
    def __init__(self, cuts: Face) -> None:
        common = {
            "fontSize": t.BODY,
            "leading": t.BODY * t.LINE,
            "alignment": TA_JUSTIFY,
            "firstLineIndent": t.INDENT * mm,
            "spaceBefore": t.PARAGRAPH_GAP,
            "allowWidows": 0,
            "allowOrphans": 0,
        }
        self.body = ParagraphStyle("body", fontName=cuts.regular, **common)
        self.italic = ParagraphStyle("italic", fontName=cuts.italic, **common)
        self.bold = ParagraphStyle("bold", fontName=cuts.bold, **common | {"alignment": TA_LEFT})
        self.body_kept = ParagraphStyle("body kept", self.body, keepWithNext=1)
        self.bold_kept = ParagraphStyle("bold kept", self.bold, keepWithNext=1)
        self._note = ParagraphStyle("note", fontName=cuts.italic, fontSize=t.NOTE, leading=t.NOTE * t.LINE)

    def note(self, align: Align, *, kept: bool) -> ParagraphStyle:
        return ParagraphStyle(
            f"note {align} {kept}",
            self._note,
            alignment=_PLACES[align],
            keepWithNext=int(kept),
            spaceBefore=3,
        )

    def of(self, block: Paragraph, *, kept: bool) -> ParagraphStyle:
        style = self.bold if block.bold else self.italic if block.italic else self.body
        return ParagraphStyle(f"{style.name} kept", style, keepWithNext=1) if kept else style


def _page_size(section: Section) -> tuple[float, float]:
    across, down = t.sheet(landscape=section.landscape, small=section.small)
    return across * mm, down * mm


def _text_area(section: Section) -> tuple[float, float]:
    width, height = _page_size(section)
    left, bottom, right, top = t.margins(section.small)
    return width - (left + right) * mm, height - (top + bottom) * mm


def _weight(block: Block) -> int:
    return len(block.rows) if isinstance(block, Table) else 1


def _flowables(section: Section, cuts: Face, styles: _Styles) -> Iterator[Flowable]:
    pending: list[Picture] = []
    opening: list[Flowable] = []
    kept, leading = with_signature(section.blocks), above_table(section.blocks)
    for index, block in enumerate(section.blocks):
        if isinstance(block, Picture) and block.whole:
            yield PhotoSheet(block, cuts, _text_area(section)[0], _text_area(section)[1] - 1)
            continue
        if isinstance(block, Picture):
            pending.append(block)
            last = index + 1 == len(section.blocks) or not isinstance(section.blocks[index + 1], Picture)
            if len(pending) == 2 or last:
                photos = PhotoPair(tuple(pending), cuts, _text_area(section)[0])
                photos.keepWithNext = any(
                    isinstance(b, Signature) for b in section.blocks[index + 1 : index + 2]
                )
                yield photos
                pending.clear()
            continue
        following = section.blocks[index + 1 :]
        made = list(_flowable(block, following, section, cuts, styles, kept=index in kept))
        if index in leading:
            opening += made
            continue
        if opening:
            yield _break_before(opening, made, section)
            yield from map(_let_go, opening)
            opening = []
        yield from made


def _let_go(flowable: Flowable) -> Flowable:
    """ReportLab would keep it with the whole table, as far as that fits a page."""
    flowable.keepWithNext = 0
    return flowable


def _break_before(opening: Sequence[Flowable], made: Sequence[Flowable], section: Section) -> Flowable:
    """To the next page, where the lines over a table would stand at the foot of one without a row of it."""
    width, height = _text_area(section)
    lines = sum(one.wrap(width, height)[1] + one.getSpaceBefore() for one in opening)
    rows = sum(one.least + one.getSpaceBefore() for one in made if isinstance(one, Grid))
    needed: Flowable = CondPageBreak(min(lines + rows, height - 1))
    needed._SPACETRANSFER = True  # where there is room its neighbours stand as if it were not there
    return needed


def _flowable(
    block: Block,
    following: tuple[Block, ...],
    section: Section,
    cuts: Face,
    styles: _Styles,
    *,
    kept: bool,
) -> Iterator[Flowable]:
    width, height = _text_area(section)
    match block:
        case Cover():
            yield CoverSheet(block, cuts, width, height - 1)
        case Letterhead():
            yield LetterheadLines(block, cuts, width)
        case Title():
            yield TitleLines(block, cuts, width)
        case Addressees():
            yield AddresseeLines(block, cuts, width)
        case AnnexHeading():
            yield AnnexLines(block, cuts, width)
        case Grounds(lines):
            yield from (para(line, styles.italic) for line in t.with_end_marks(lines))
        case Heading(1, text):
            yield para(text.upper(), styles.bold_kept)
        case Heading(level, text):
            yield para(text, styles.bold_kept if level == 2 else styles.body_kept)
        case Paragraph():
            yield para(block.text, styles.of(block, kept=kept or block.kept))
        case Note(text, align):
            yield para(text, styles.note(align, kept=kept))
        case Table():
            yield Grid(block, cuts, width, height, tail=_below(following, cuts, styles, width))
        case Chart():
            yield ChartLines(block, cuts, width)
        case LargeText():
            yield LargeLine(block, cuts, width)
        case QrCodes():
            yield from qr_rows(block, cuts, width)
        case Signature():
            yield SignatureLines(block, cuts, width)


def _below(following: tuple[Block, ...], cuts: Face, styles: _Styles, width: float) -> float:
    """Height of what must share the page of a table's last row (M11)."""
    total = 0.0
    for block in below_table(following):
        match block:
            case Signature():
                flowable: Flowable = SignatureLines(block, cuts, width)
            case Paragraph():
                flowable = para(block.text, styles.italic)
            case Note():
                flowable = para(block.text, styles.note(block.align, kept=True))
            case _:
                continue
        total += flowable.wrap(width, 10_000)[1] + flowable.getSpaceBefore() + 6
    return total
