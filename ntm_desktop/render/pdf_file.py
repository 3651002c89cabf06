"""Writing a PDF object by object to disk, so that memory does not grow with the photos.

ReportLab joins the whole file in memory before it writes; here each object, and each photo, is formatted,
written and forgotten. Photos are named by their content, not their path: the bytes of two prints are equal.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image
from reportlab.lib.rl_accel import escapePDF, fp_str
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from ntm_desktop.render import typography as t
from ntm_desktop.render.fonts import READING
from ntm_desktop.render.foot import Foot, Squares
from ntm_desktop.render.output import Output

_SQUARES = "ntm-squares"
_VERSION = (1, 7)
_COLOURS = {"L": "DeviceGray", "RGB": "DeviceRGB"}

_number = lru_cache(maxsize=256)(fp_str)


class _Photo(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab is untyped
    """A JPEG file as an image of the document; read only when the file is written."""

    __RefOnly__ = 1

    def __init__(self, path: Path) -> None:
        self._path = path
        with Image.open(path) as image:
            self.width, self.height = image.size
            self._as_it_is = image.format == "JPEG" and image.mode in _COLOURS
            self._colours = _COLOURS[image.mode] if self._as_it_is else "DeviceRGB"

    def format(self, document: object) -> bytes:
        entries = {
            "Type": pdfdoc.PDFName("XObject"),
            "Subtype": pdfdoc.PDFName("Image"),
            "Width": self.width,
            "Height": self.height,
            "ColorSpace": pdfdoc.PDFName(self._colours),
            "BitsPerComponent": 8,
            "Filter": pdfdoc.PDFName("DCTDecode"),
        }
        stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), self._content())
        return bytes(stream.format(document))

    def _content(self) -> bytes:
        if self._as_it_is:
            return self._path.read_bytes()
        target = BytesIO()
        with Image.open(self._path) as image:
            image.convert("RGB").save(target, "JPEG", quality=88)
        return target.getvalue()


class _About(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab is untyped
    """What the file says of itself. ReportLab writes that its subject is unspecified: here nothing is."""

    def __init__(self, info: pdfdoc.PDFInfo) -> None:
        self._info = info

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        made = pdfdoc.PDFDate(ts=document._timeStamp)
        entries = {
            "Title": pdfdoc.PDFString(self._info.title),
            "Author": pdfdoc.PDFString(self._info.author),
            "Creator": pdfdoc.PDFString(self._info.creator),
            "Producer": pdfdoc.PDFString(self._info.producer),
            "CreationDate": made,
            "ModDate": made,
        }
        return bytes(pdfdoc.PDFDictionary(entries).format(document))


class _Sink(pdfdoc.PDFFile):  # type: ignore[misc]  # ReportLab is untyped
    """Passes on what it is given and keeps only the offset."""

    def __init__(self, file: Output, version: tuple[int, int]) -> None:
        super().__init__(version)
        file.write(b"".join(self.strings))
        self.strings.clear()
        self.write = file.write


class _Text(PDFTextObject):  # type: ignore[misc]  # ReportLab is untyped
    _curSubset: int

    def _formatText(self, text: str) -> str:
        """As ReportLab's own; that asks of each piece what the faces of the papers never are."""
        document = self._canvas._doc
        font, told = getFont(self._fontname), []
        for subset, letters in font.splitString(text, document):
            if subset != self._curSubset:
                name = font.getSubsetInternalName(subset, document)
                told.append(f"{name} {_number(self._fontsize)} Tf {_number(self._leading)} TL")
                self._curSubset = subset
            told.append(f"({escapePDF(letters)}) Tj")
        return " ".join(told)


class PaperCanvas(Canvas):  # type: ignore[misc]  # ReportLab is untyped
    """A canvas whose file is an open stream, written at ``save`` object by object."""

    foot: Foot | None = None
    """What the foot of every page tells; its place in the whole is put in when all pages are there."""

    def showPage(self) -> None:
        if self.foot is not None and self.foot.squares is not None:
            self._draw_code(self.foot, self.foot.squares)
        super().showPage()

    def beginText(self, x: float = 0, y: float = 0, direction: str | None = None) -> PDFTextObject:
        return _Text(self, x, y, direction)

    def lines(self, linelist: Iterable[tuple[float, float, float, float]]) -> None:
        """As ReportLab's own; rules begin and end where others do."""
        told = (f"{_number(x1)} {_number(y1)} m {_number(x2)} {_number(y2)} l" for x1, y1, x2, y2 in linelist)
        self._code += ["n", *told, "S"]

    def photo(self, path: Path, left: float, bottom: float, width: float, height: float) -> None:
        """Draws a photo into the box that it fits; the same content is stored once."""
        with path.open("rb") as file:
            name = hashlib.file_digest(file, "sha256").hexdigest()
        if not self.hasForm(name):
            self._doc.Reference(_Photo(path), self._doc.getXObjectName(name))
        self.saveState()
        self.translate(left, bottom)
        self.scale(width, height)
        self.doForm(name)
        self.restoreState()

    def open_as_a_document(self) -> None:
        """Beside its title, with its outline, its pages called by their place; in the version that is told of
        bound ones (``described``)."""
        self._doc._pdfVersion = _VERSION
        self.setViewerPreference("DisplayDocTitle", "true")
        self.showOutline()
        self.addPageLabel(0, style="ARABIC", start=1)

    def date(self, day: date) -> None:
        """When the file says that it was made: a day of the data, so that two prints are equal."""
        stamp = self._doc._timeStamp
        stamp.YMDhms, stamp.dhh, stamp.dmm = (day.year, day.month, day.day, 0, 0, 0), 7, 0

    def save(self) -> None:
        if self._code:
            self.showPage()
        if self.foot is not None:
            self._number_pages(self.foot)
        document, file = self._doc, self._filename
        with READING:
            for font in document.delayedFonts:
                font.addObjects(document)
        document.info.invariant = document.invariant
        document.info.digest(document.signature)
        root, info = document.Reference(document.Catalog), document.Reference(_About(document.info))
        document.Outlines.prepare(document, self)
        document.encrypt.prepare(document)
        sink = _Sink(file, document._pdfVersion)
        keys: list[object] = []
        while (number := len(keys) + 1) in document.numberToId:  # formatting may add objects
            key = document.numberToId[number]
            content = pdfdoc.PDFIndirectObject(key, document.idToObject[key]).format(document)
            document.idToOffset[key] = sink.add(content)
            keys.append(key)
        table = pdfdoc.PDFCrossReferenceTable()
        table.addsection(0, keys)
        start = sink.add(table.format(document))
        trailer = pdfdoc.PDFTrailer(
            startxref=start, Size=len(keys) + 1, Root=root, Info=info, Encrypt=None, ID=document.ID()
        )
        sink.add(trailer.format(document))
        document.__dict__.clear()  # canvas, pages and template hold one another until the collector comes

    def _draw_code(self, foot: Foot, squares: Squares) -> None:
        width = self._pagesize[0]
        self.setFont(foot.font, t.STAMP)
        self.drawString(foot.code_at(width), foot.base, foot.code)
        self.saveState()
        self.translate(foot.squares_at(width), foot.edge)
        self.scale(foot.size / squares.across, foot.size / squares.across)
        self.doForm(_SQUARES)
        self.restoreState()
        if not self.hasForm(_SQUARES):
            self.beginForm(_SQUARES, 0, 0, squares.across, squares.across)
            self._code.append(squares.drawn)
            self.endForm()

    def _number_pages(self, foot: Foot) -> None:
        """ReportLab keeps what stands on a page as text until the file is written."""
        pages = self._doc.Pages.pages
        for number, page in enumerate(pages, 1):
            self._code.clear()
            self.setFont(foot.font, t.STAMP)
            self.drawString(foot.left, foot.base, f"Trang {number}/{len(pages)}")
            page.setStream([page.stream, *self._code])
        self._code.clear()
