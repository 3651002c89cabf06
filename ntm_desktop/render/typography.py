"""Measures of Nghị định 30/2020/NĐ-CP that PDF and DOCX share, and how text is made fit to print.

Millimetres for places, points for letters. The row of domain/document-layout-nd30.md stands beside each.
"""

from __future__ import annotations

import re
import unicodedata

from ntm_desktop.text import nfc, pad_dates

PAGE = (210.0, 297.0)  # A1
SMALL_PAGE = (148.0, 210.0)
SMALL_LEFT, SMALL_RIGHT, SMALL_EDGE = 15.0, 12.0, 12.0  # of a sheet that is handed out
TOP = 20.0  # A3
BOTTOM = 20.0  # A4
LEFT = 30.0  # A5
RIGHT = 20.0  # A6
NUMBER_FROM_EDGE = 10.0  # A12
TEXT_WIDTH = PAGE[0] - LEFT - RIGHT
LANDSCAPE_WIDTH = PAGE[1] - LEFT - RIGHT

BODY = 14.0  # C10, C23
PAGE_NUMBER = 13.0  # A9
STATE_NAME = 13.0  # B1, paired with 14 below (B18)
MOTTO = 14.0  # B2
AGENCY = 13.0  # B6
NUMBER = 13.0  # B9
PLACE_DATE = 14.0  # B12
RECIPIENTS_HEAD = 12.0  # E1
RECIPIENTS = 11.0  # E2
ANNEX = 14.0  # F3
CHART = 11.0
MARK = 54.0  # across each page of a draft
MARK_TURN, MARK_TURN_ACROSS = 50, 30  # degrees; on a page that lies across
MARK_IN_FOOT = 9.0
COVER_KIND = 26.0
COVER_TITLE = 19.0
COVER_INSET = 8.0
NOTE = 12.0  # beside a table
ABOUT = 12.0  # B15
FORM_NUMBER = 12.0
LINE = 1.25  # of the size: a little over single, below one and a half (C13)
TABLE_LINE = 1.17

SHEET_EDGE, SHEET_FOOT = 5.0, 18.0  # round a bound page of evidence; below it stands the foot
STAMP = 9.0
STAMP_SIDE, STAMP_BASE, STAMP_EDGE = 12.0, 9.0, 3.5  # from the sides, of the words, below the QR code

INDENT = 12.7  # C11
PARAGRAPH_GAP = 6.0  # points, C12
SHORT_RULE = 0.4  # of the line above: between a third and a half (B7, C3)
HEAD_LEFT = 62.0  # column of the agency; the rest is Quốc hiệu's
TITLE_SHARE = 0.86  # of the width: a title keeps away from the margins
SIGNATURE_LEFT = 70.0
SIGNATURE_SPACE = 26.0  # D7
SIGNATURE_SPACE_LOW = 20.0  # on a page that lies across

STATE_LINE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO_LINE = "Độc lập - Tự do - Hạnh phúc"

_PERIOD = re.compile(r"([0-9]{4}) - ([0-9]{4})")


def sheet(*, landscape: bool, small: bool) -> tuple[float, float]:
    """Width and height of a page."""
    if small:
        return SMALL_PAGE
    return (PAGE[1], PAGE[0]) if landscape else PAGE


def margins(small: bool) -> tuple[float, float, float, float]:
    """Left, bottom, right, top."""
    return (SMALL_LEFT, SMALL_EDGE, SMALL_RIGHT, SMALL_EDGE) if small else (LEFT, BOTTOM, RIGHT, TOP)


def clean(text: str) -> str:
    """NFC, without control characters, which neither PDF nor Word can hold."""
    shown = nfc(text)
    if shown.isprintable():  # nearly every text: no control character is
        return shown
    return "".join(c for c in shown if c == "\n" or unicodedata.category(c) != "Cc")


def plain(text: str) -> str:
    """Text as it is printed: clean, and "2016 - 2020" is not broken.

    The one rule of dates in figures on every paper: dd/MM/yyyy, in sentences as in tables.
    """
    shown = pad_dates(clean(text))
    return _PERIOD.sub("\\1\u00a0-\u00a0\\2", shown) if " - " in shown else shown


def with_end_marks(lines: tuple[str, ...]) -> tuple[str, ...]:
    """ ";" after each line and "." after the last (C6, C7, E2, E4)."""
    return (*(f"{line};" for line in lines[:-1]), *(f"{line}." for line in lines[-1:]))
