"""The drawn pieces of a paper in PDF: letterhead, title, addressees, signature, cover, photos, bookmarks."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from ntm_desktop.documents.blocks import (
    Addressees,
    AnnexHeading,
    Chart,
    Cover,
    Letterhead,
    Picture,
    Signature,
    Title,
)
from ntm_desktop.render import typography as t
from ntm_desktop.render.fonts import Face, text_width, wrap
from ntm_desktop.render.pdf_file import PaperCanvas
from ntm_desktop.render.photos import fitted
from ntm_desktop.render.titles import balanced

_RULE = 0.7


class Lines(Flowable):  # type: ignore[misc]  # ReportLab is untyped
    """Base: lines of text and rules placed from the top; subclasses fill ``_texts`` and ``_rules``."""

    def __init__(self, width: float, gap: float = 0.0) -> None:
        super().__init__()
        self.width = width
        self.height = 0.0
        self.spaceAfter = gap
        self._texts: list[
            tuple[float, float, str, str, float]
        ] = []  # left, baseline below top, text, font, size
        self._rules: list[tuple[float, float, float]] = []  # left, below top, length

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        for left, down, text, font, size in self._texts:
            self.canv.setFont(font, size)
            self.canv.drawString(left, self.height - down, text)
        self.canv.setLineWidth(_RULE)
        for left, down, length in self._rules:
            self.canv.line(left, self.height - down, left + length, self.height - down)

    def _centre(
        self, down: float, text: str, font: str, size: float, left: float = 0.0, width: float | None = None
    ) -> float:
        """Places lines centred in a column; gives back where the next one starts."""
        column = self.width if width is None else width
        for line in wrap(t.plain(text), font, size, column):
            start = left + (column - text_width(line, font, size)) / 2
            self._texts.append((start, down + size, line.replace("\u00a0", " "), font, size))
            down += size * t.LINE
        return down

    def _form_number(self, text: str, face: Face) -> float:
        """At the right above all else; gives back where that starts."""
        down, font, size = 0.0, face.italic, t.FORM_NUMBER
        for line in wrap(t.plain(text), font, size, self.width) if text else ():
            self._texts.append((self.width - text_width(line, font, size), down + size, line, font, size))
            down += size * t.LINE
        return down + 4 if down else 0.0

    def _rule_below(self, down: float, line: float, left: float, width: float, part: float) -> float:
        self._rules.append((left + (width - line * part) / 2, down + 4, line * part))
        return down + 6


class LetterheadLines(Lines):
    def __init__(self, block: Letterhead, face: Face, width: float) -> None:
        super().__init__(width, gap=14)
        left = t.HEAD_LEFT * mm
        right = width - left
        top = down = self._form_number(block.form_number, face)
        for line in block.agency:
            down = self._centre(down, line, face.bold, t.AGENCY, width=left)
        last = wrap(t.plain(block.agency[-1]), face.bold, t.AGENCY, left)[-1]
        agency = self._rule_below(down, text_width(last, face.bold, t.AGENCY), 0, left, t.SHORT_RULE)
        down = self._centre(top, t.STATE_LINE, face.bold, t.STATE_NAME, left, right)
        down = self._centre(down, t.MOTTO_LINE, face.bold, t.MOTTO, left, right)
        state = self._rule_below(down, text_width(t.MOTTO_LINE, face.bold, t.MOTTO), left, right, 1)
        down = max(agency, state) + 8
        baseline = t.PLACE_DATE - t.NUMBER  # box 3 and box 4 stand on one line
        numbered = self._centre(down + baseline, block.number, face.regular, t.NUMBER, width=left)
        dated = self._centre(down, block.place_date, face.italic, t.PLACE_DATE, left, right)
        if block.about:
            numbered = self._centre(numbered + 6, block.about, face.regular, t.ABOUT, width=left)
        self.height = max(numbered, dated)


class TitleLines(Lines):
    def __init__(self, block: Title, face: Face, width: float) -> None:
        super().__init__(width, gap=14)
        column = width * t.TITLE_SHARE
        left = (width - column) / 2
        down = self._centre(0, block.kind, face.bold, t.BODY)
        lines = balanced(block.summary, face.bold, t.BODY, column)
        for line in lines:
            down = self._centre(down, line, face.bold, t.BODY, left, column)
        longest = max(text_width(line, face.bold, t.BODY) for line in lines)
        self.height = self._rule_below(down, longest, 0, width, t.SHORT_RULE)


class AddresseeLines(Lines):
    def __init__(self, block: Addressees, face: Face, width: float) -> None:
        super().__init__(width, gap=10)
        opening = "Kính gửi:"
        if len(block.names) == 1:
            self.height = self._centre(0, f"{opening} {block.names[0]}", face.regular, t.BODY)
            return
        size, font = t.BODY, face.regular
        names = [f"- {name}" for name in t.with_end_marks(block.names)]
        longest = max(text_width(t.plain(name), font, size) for name in names)
        start = max((width - longest - text_width(opening, font, size)) / 2, 0)
        colon = start + text_width("Kính gửi", font, size)
        self._texts.append((start, size, opening, font, size))
        down = size * t.LINE
        for name in names:
            for index, line in enumerate(wrap(t.plain(name), font, size, width - colon)):
                hang = text_width("- ", font, size) if index else 0
                self._texts.append((colon + hang, down + size, line, font, size))
                down += size * t.LINE
        self.height = down


class AnnexLines(Lines):
    def __init__(self, block: AnnexHeading, face: Face, width: float) -> None:
        super().__init__(width, gap=12)
        top = self._form_number(block.form_number, face)
        down = self._centre(top, block.number, face.bold, t.ANNEX)
        for line in balanced(block.title, face.bold, t.BODY, width):
            down = self._centre(down, line, face.bold, t.BODY)
        lines = wrap(t.plain(block.reference), face.italic, t.BODY, width)
        down = self._centre(down, block.reference, face.italic, t.BODY)
        longest = max(text_width(line, face.italic, t.BODY) for line in lines)
        self.height = self._rule_below(down, longest, 0, width, t.SHORT_RULE)


class SignatureLines(Lines):
    def __init__(self, block: Signature, face: Face, width: float) -> None:
        super().__init__(width)
        self.spaceBefore = 12
        self._space = (t.SIGNATURE_SPACE_LOW if width > t.TEXT_WIDTH * mm + 1 else t.SIGNATURE_SPACE) * mm
        left = t.SIGNATURE_LEFT * mm
        recipients = 0.0 if block.preparer else self._recipients(block, face, left)
        if block.preparer:
            self._preparer(block, face, left)
        column = min(width - left, 90 * mm)
        right = width - column
        down = 0.0
        for line in block.post:
            down = self._centre(down, line, face.bold, t.BODY, right, column)
        down += self._space
        if block.name:
            down = self._centre(down, block.name, face.bold, t.BODY, right, column)
        self.height = max(down, recipients)
        if block.preparer:
            self.height = self._recipients(block, face, width, self.height + t.BODY) or self.height

    def _preparer(self, block: Signature, face: Face, width: float) -> None:
        down = self._centre(0, block.preparer, face.bold, t.BODY, width=width)
        down += (len(block.post) - 1) * t.BODY * t.LINE + self._space
        self._centre(down, block.prepared_by, face.bold, t.BODY, width=width)

    def _recipients(self, block: Signature, face: Face, width: float, down: float = 0.0) -> float:
        if not block.recipients:
            return 0.0
        size = t.RECIPIENTS
        down += t.BODY
        self._texts.append((0, down, "Nơi nhận:", face.bold_italic, t.RECIPIENTS_HEAD))
        for entry in t.with_end_marks(block.recipients):
            for index, line in enumerate(wrap(f"- {t.plain(entry)}", face.regular, size, width)):
                down += size * t.LINE
                hang = text_width("- ", face.regular, size) if index else 0
                self._texts.append((hang, down, line, face.regular, size))
        return down + size


class CoverSheet(Lines):
    """Fills its page; framed."""

    def __init__(self, block: Cover, face: Face, width: float, height: float) -> None:
        super().__init__(width)
        self.height = height
        inset = t.COVER_INSET * mm
        column = width - 2 * inset
        down = inset
        for line in block.agency:
            down = self._centre(down, line, face.bold, 15, inset, column)
        last = text_width(t.plain(block.agency[-1]), face.bold, 15)
        self._rule_below(down, last, 0, width, t.SHORT_RULE)
        down = height * 0.34
        for index, title in enumerate(block.title):
            size = t.COVER_TITLE if index else t.COVER_KIND
            for line in balanced(title, face.bold, size, column):
                down = self._centre(down, line, face.bold, size, inset, column)
            down += 5
        down += 10
        for line in block.lines:
            down = self._centre(down, line, face.italic, t.BODY, inset, column)
        self._centre(height - inset - t.BODY * t.LINE, block.foot, face.bold, t.BODY, inset, column)

    def draw(self) -> None:
        super().draw()
        self.canv.setLineWidth(1.6)
        self.canv.rect(0, 0, self.width, self.height)
        self.canv.setLineWidth(0.5)
        self.canv.rect(3, 3, self.width - 6, self.height - 6)


class PhotoPair(Lines):
    """Two photos beside each other, or one; heights follow their own shapes."""

    canv: PaperCanvas

    def __init__(self, pictures: tuple[Picture, ...], face: Face, width: float) -> None:
        super().__init__(width, gap=10)
        self.spaceBefore = 6  # a heading above stands clear of the picture
        gutter = 6 * mm
        column = (width - gutter) / 2
        first = (width - column) / 2 if len(pictures) == 1 else 0.0
        room = 78 * mm
        self._boxes: list[tuple[Path | None, float, float, float]] = []  # path, left, width, height
        tallest = 0.0
        for index, picture in enumerate(pictures):
            wide, high = fitted(picture, column, room)
            left = first + index * (column + gutter) + (column - wide) / 2
            self._boxes.append((picture.path, left, wide, high))
            tallest = max(tallest, high)
        self._tallest = tallest
        downs = [
            self._centre(
                tallest + 3, picture.caption, face.italic, 12, first + index * (column + gutter), column
            )
            for index, picture in enumerate(pictures)
        ]
        self.height = max(downs)
        for picture, (path, left, wide, _high) in zip(pictures, self._boxes, strict=True):
            if path is None:
                self._centre(tallest / 2 - 12, picture.absent, face.italic, 12, left + 4, wide - 8)

    def draw(self) -> None:
        super().draw()
        for path, left, width, height in self._boxes:
            bottom = self.height - self._tallest + (self._tallest - height) / 2
            if path is None:
                self.canv.rect(left, bottom, width, height)
            else:
                self.canv.photo(path, left, bottom, width, height)


class PhotoSheet(Lines):
    """One photo, as large as its page allows, its caption below."""

    canv: PaperCanvas

    def __init__(self, picture: Picture, face: Face, width: float, height: float) -> None:
        super().__init__(width)
        self.height = height
        below = self._centre(0, picture.caption, face.italic, 12)
        self._texts.clear()
        self._room = height - below - 6
        self._across, self._down = fitted(picture, width, self._room)
        self._path = picture.path
        self._centre(self._down + 6, picture.caption, face.italic, 12)

    def draw(self) -> None:
        super().draw()
        left, bottom = (self.width - self._across) / 2, self.height - self._down
        if self._path is not None:
            self.canv.photo(self._path, left, bottom, self._across, self._down)


class ChartLines(Lines):
    """A chart in the width of the text, its caption below."""

    def __init__(self, block: Chart, face: Face, width: float) -> None:
        from ntm_desktop.render.charts import draw  # 1.5 MB of memory, and few papers have a chart

        super().__init__(width, gap=10)
        self.spaceBefore = 6
        self._drawing = draw(block.drawn, width, t.CHART, face).drawing
        self.height = self._drawing.height
        if block.caption:
            self.height = self._centre(self.height + 3, block.caption, face.italic, 12)

    def draw(self) -> None:
        from reportlab.graphics import renderPDF

        super().draw()
        renderPDF.draw(self._drawing, self.canv, 0, self.height - self._drawing.height)


class Bookmark(Flowable):  # type: ignore[misc]  # ReportLab is untyped
    """An entry of the outline that leads to the top of its page."""

    def __init__(self, title: str, level: int) -> None:
        super().__init__()
        self._title, self._level = title, level

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        key = f"page-{self.canv.getPageNumber()}"
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(t.plain(self._title), key, self._level)
