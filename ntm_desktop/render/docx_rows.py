"""Rows of a table in a Word file: which of them share a page, and what of a paper stands in the last one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx.shared import Mm
from docx.table import Table as Grid
from docx.table import _Cell as Cell
from docx.table import _Row as GridRow

from ntm_desktop.documents.blocks import Block, Heading, Note, Paragraph, Row, Table
from ntm_desktop.render import typography as t
from ntm_desktop.render.fonts import face, wrap
from ntm_desktop.render.together import rows_going_over

_FEW_ROWS = 4  # with more the white at the foot of a page looks as if the table ended there


def kept_with_next(block: Table) -> frozenset[int]:
    """Rows that share the page of the row below, because a cell goes on over both.

    Word does not say again on the next page what stands in such a cell, so a few rows stay together, and of
    many no single one stands alone before or after the break.
    """
    goes_on = [None in row.cells for row in block.rows]
    kept: set[int] = set()
    first = 0
    for order in range(1, len(goes_on) + 1):
        if order < len(goes_on) and goes_on[order]:
            continue
        last, count = order - 1, order - first
        kept |= set(range(first, last)) if count <= _FEW_ROWS else {first, last - 1}
        first = order
    return frozenset(kept)


def keep_with_next(row: GridRow) -> None:
    """Also by the cells that go on with those above: some programs look at the first alone."""
    for cell in row._tr.tc_lst:
        for line in cell.p_lst:
            line.get_or_add_pPr().keepNext_val = True


def in_a_row(below: Sequence[Block]) -> bool:
    """Lines of text and the signature: all that one cell can hold."""
    return all(isinstance(block, Note | Paragraph | Heading) for block in below[:-1])


def going_over(block: Table, width: float) -> int:
    """``width`` in millimetres."""
    shares = sum(column.share for column in block.columns)
    rooms = [Mm(width * column.share / shares - 2).pt for column in block.columns]
    heights = [
        block.size * t.TABLE_LINE * max(map(len, _wrapped(row, block.size, rooms))) for row in block.rows[-3:]
    ]
    landscape = width > t.TEXT_WIDTH
    page = t.sheet(landscape=landscape, small=width < t.SMALL_PAGE[0])[1] - t.TOP - t.BOTTOM
    return rows_going_over(block, heights, Mm(page).pt)


def _wrapped(row: Row, size: float, rooms: Sequence[float]) -> Iterator[Sequence[str]]:
    """The lines of each cell; a single one spans the whole width."""
    for text, room in zip(row.cells, rooms if len(row.cells) > 1 else [sum(rooms)], strict=True):
        yield wrap(text or "", face().regular, size, room) or ("",)


def cells_by_row(grid: Grid) -> Iterator[list[Cell]]:
    """Cells row by row; ``grid.cell`` would walk the whole table for each."""
    columns = len(grid.columns)
    cells = grid._cells
    for start in range(0, len(cells), columns):
        yield cells[start : start + columns]
