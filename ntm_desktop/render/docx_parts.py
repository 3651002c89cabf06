"""Pieces of WordprocessingML that python-docx has no name for."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Mm
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

_TWIPS = 635  # of an EMU
_LEFTOVERS = ("thumbnail", "extended-properties", "customXml", "stylesWithEffects")


def vietnamese(document: Document) -> None:
    """What the text is written in: else Word checks it as English."""
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "vi-VN")
    for language in document.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), "vi-VN")


def drop_leftovers(document: Document) -> None:
    """What python-docx's template brings along and no paper needs: the picture of an empty page, half a
    megabyte of styles for Word 2010, the claim that Word for Macintosh made the file.
    """
    package = document.part.package
    for held in (document.part.rels, package.rels) if package is not None else ():
        for key in [key for key, one in held.items() if one.reltype.rsplit("/", 1)[-1] in _LEFTOVERS]:
            del held[key]


def page_field(line: Paragraph, size: Length) -> None:
    """The number of the page, counted by Word."""
    run = line.add_run()
    run.font.size = size
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:instrText" if text else "w:fldChar")
        if text:
            element.text = text
        else:
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)


def restart_numbers(pages: Section) -> None:
    """Each annex counts its own pages (F8)."""
    numbering = OxmlElement("w:pgNumType")
    numbering.set(qn("w:start"), "1")
    properties = pages._sectPr
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    following = properties.find(qn("w:cols"))
    if following is None:
        properties.append(numbering)
    else:
        following.addprevious(numbering)


def rule_below(line: Paragraph, inset: Length | None = None) -> None:
    """A short rule under a line of text: an empty, very low paragraph with a border (B3, B7, C3)."""
    low = OxmlElement("w:p")
    line._p.addnext(low)
    rule = Paragraph(low, line._parent)
    shape = rule.paragraph_format
    shape.left_indent = shape.right_indent = inset if inset is not None else Mm(55)
    shape.line_spacing = Length(4 * 12700)
    shape.keep_with_next = True
    _border(rule, ("bottom",), space=1)


def boxed(line: Paragraph, inset: Length) -> None:
    """A line of text in a frame of its own, ``inset`` from both margins."""
    shape = line.paragraph_format
    shape.left_indent = shape.right_indent = inset
    _border(line, ("top", "left", "bottom", "right"), space=20)


def _border(line: Paragraph, sides: Sequence[str], *, space: int) -> None:
    """``space`` in points, between text and border."""
    borders = OxmlElement("w:pBdr")
    for side in sides:
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "6"), ("space", str(space)), ("color", "000000")):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    properties = line._p.get_or_add_pPr()
    place = next((p for p in properties if p.tag in (qn("w:spacing"), qn("w:ind"))), None)
    if place is None:
        properties.append(borders)
    else:
        place.addprevious(borders)


def fixed_columns(table: Table, widths: Sequence[Length]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    columns = len(widths)
    for index, cell in enumerate(table._cells):
        cell.width = widths[index % columns]


def cell_margins(table: Table, side: Length) -> None:
    margins = OxmlElement("w:tblCellMar")
    for name in ("left", "right"):
        margin = OxmlElement(f"w:{name}")
        margin.set(qn("w:w"), str(side // _TWIPS))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    if look is None:
        properties.append(margins)
    else:
        look.addprevious(margins)


def repeat_header(row: _Row) -> None:
    """The row comes again on each page (M12)."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
