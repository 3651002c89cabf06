"""Pieces of WordprocessingML that python-docx has no name for."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Length
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

_TWIPS = 635  # of an EMU
_BEHIND_BORDERS = "w:proofState", "w:defaultTabStop", "w:characterSpacingControl", "w:compat"
"""Settings that come after those of the frame: Word minds the order."""

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


def framed_pages(document: Document, pages: Section) -> None:
    """A double frame round the text of each page, without header and footer: that of a cover."""
    frame = OxmlElement("w:pgBorders")
    frame.set(qn("w:offsetFrom"), "text")
    for side in ("top", "left", "bottom", "right"):
        frame.append(_line(side, "double", eighths=6, space=0))
    pages._sectPr.find(qn("w:pgMar")).addnext(frame)
    settings = document.settings.element
    behind = next(one for one in settings if one.tag in map(qn, _BEHIND_BORDERS))
    for name in ("w:bordersDoNotSurroundHeader", "w:bordersDoNotSurroundFooter"):
        behind.addprevious(OxmlElement(name))


def watermark(line: Paragraph, text: str, *, key: int, size: tuple[float, float], turn: int) -> None:
    """Words across the page and behind its text, as Word itself makes them: WordArt held by the header.

    ``size`` in points before the turn of ``turn`` degrees; ``key`` is the shape's own in the file.
    """
    style = (
        f"position:absolute;margin-left:0;margin-top:0;width:{size[0]:.1f}pt;height:{size[1]:.1f}pt;"
        f"rotation:{360 - turn};z-index:-251658752;mso-position-horizontal:center;"
        "mso-position-horizontal-relative:page;mso-position-vertical:center;mso-position-vertical-relative:page"
    )
    shape = (
        f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office">'
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
        'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
        '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
        '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>'
        '<v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>'
        '<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" '
        'o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
        '<v:textpath on="t" fitshape="t"/><o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
        f'<v:shape id="WaterMark{key}" o:spid="_x0000_s{2048 + key}" type="#_x0000_t136" style="{style}" '
        'o:allowincell="f" fillcolor="#e0e0e0" stroked="f"><v:textpath style="font-family:&quot;Times New '
        f'Roman&quot;;font-size:1pt;font-weight:bold" string={quoteattr(text)}/></v:shape></w:pict>'
    )
    line.add_run()._r.append(parse_xml(shape))


def rule_below(line: Paragraph, inset: Length) -> None:
    """A short rule under a line of text: an empty, very low paragraph with a border (B3, B7, C3)."""
    low = OxmlElement("w:p")
    line._p.addnext(low)
    rule = Paragraph(low, line._parent)
    shape = rule.paragraph_format
    shape.left_indent = shape.right_indent = inset
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
        borders.append(_line(side, "single", eighths=6, space=space))
    properties = line._p.get_or_add_pPr()
    place = next((p for p in properties if p.tag in (qn("w:spacing"), qn("w:ind"))), None)
    if place is None:
        properties.append(borders)
    else:
        place.addprevious(borders)


def _line(side: str, kind: str, *, eighths: int, space: int) -> BaseOxmlElement:
    """One side of a border, ``eighths`` of a point thick."""
    border = OxmlElement(f"w:{side}")
    for name, value in (("val", kind), ("sz", str(eighths)), ("space", str(space)), ("color", "000000")):
        border.set(qn(f"w:{name}"), value)
    return border


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


def keep_whole(row: _Row) -> None:
    """The row is not broken over two pages, unless it is taller than one."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def unframed(cell: _Cell) -> _Cell:
    """The cell without its borders, but for the one that ends the row above."""
    borders = OxmlElement("w:tcBorders")
    for side in ("left", "bottom", "right"):
        border = OxmlElement(f"w:{side}")
        border.set(qn("w:val"), "nil")
        borders.append(border)
    cell._tc.get_or_add_tcPr().append(borders)
    return cell


def repeat_header(row: _Row) -> None:
    """The row comes again on each page (M12)."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
