"""Workbooks as offices have them, made for a test: rows of cells, and whatever is odd of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl

HEADS = ("Tên công trình", "Loại", "Tổng mức đầu tư (đồng)", "Ngày phê duyệt")


def book(path: Path, rows: Sequence[Sequence[Any]], title: str = "Công trình") -> Path:
    """One sheet with these rows from A1 on."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    made.save(path)
    return path
