"""The rows of *Các xã*: communes by criteria, and below them how many lack each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from ntm_desktop.domain.judging import CriterionState
from ntm_desktop.services.communes import CommuneLine, lacking
from ntm_desktop.services.digests import REGRESSED
from ntm_desktop.text import bare_place, counted, format_date, format_int, lowered, millions
from ui.models.rows import Cell, Column, Kind, Row
from ui.tokens import State
from ui.widgets.marks import criterion_state, criterion_word

TOTAL_ROW = ""
NAME, DISTRICT, MET, FIRST = 0, 1, 2, 3  # then the criteria, one a column
_AFTER = 6  # columns
_MATRIX = 34


def late_works_column(codes: Sequence[str]) -> int:
    return FIRST + len(codes)


def giving_way(codes: Sequence[str]) -> tuple[int, ...]:
    """What the card below tells too, where there is no room for all."""
    first = late_works_column(codes)
    return (first + 2, first + 3, first + 1, first + 4, DISTRICT)


def columns(codes: Sequence[str]) -> tuple[Column, ...]:
    translate = QCoreApplication.translate
    criterion = translate("Communes", "Tiêu chí {}")
    return (
        Column(translate("Communes", "Xã"), least=120),
        Column(translate("Communes", "Huyện"), 104),
        Column(
            translate("Communes", "Đạt"), 58, right=True, full_title=translate("Communes", "Số tiêu chí đạt")
        ),
        *(Column(code, _MATRIX, matrix=True, full_title=criterion.format(code)) for code in codes),
        _figure(translate("Communes", "CT chậm"), 66, translate("Communes", "Số công trình đang chậm")),
        _figure(
            translate("Communes", "Nợ đọng"),
            84,
            translate("Communes", "Nợ đọng xây dựng cơ bản, triệu đồng"),
            translate("Communes", "Nợ đọng (đồng)"),
        ),
        _figure(
            translate("Communes", "Thiếu vốn"),
            84,
            translate("Communes", "Vốn còn thiếu của các công trình, triệu đồng"),
            translate("Communes", "Thiếu vốn (đồng)"),
        ),
        _figure(
            translate("Communes", "Vốn hứa quá hạn"),
            112,
            translate("Communes", "Vốn đã cam kết, quá hạn chưa bố trí, triệu đồng"),
            translate("Communes", "Vốn hứa quá hạn (đồng)"),
        ),
        _figure(
            translate("Communes", "Vướng mắc"),
            84,
            translate("Communes", "Số vướng mắc chờ cấp trên quyết định"),
        ),
        Column(
            translate("Communes", "Gói gần nhất"),
            116,
            full_title=translate("Communes", "Ngày và số của gói đang xem, theo đồng hồ của xã"),
        ),
    )


def _figure(title: str, width: int, whole: str, copied: str = "") -> Column:
    """``whole``: what the title means; ``copied``: the title of what goes to Excel, in full đồng."""
    return Column(title, width, right=True, full_title=whole, copied=copied)


def rows_of(lines: Sequence[CommuneLine], codes: Sequence[str]) -> list[Row]:
    return [_row(line, codes) for line in lines]


def with_sums(rows: Sequence[Row], lines: Sequence[CommuneLine], codes: Sequence[str]) -> list[Row]:
    """``rows`` are those of ``lines``."""
    if not lines:
        return []
    sums = lacking(lines, codes)
    late = sum(line.digest.late_works for line in lines if line.digest)
    waiting = sum(line.waiting for line in lines)
    cells = (
        Cell(QCoreApplication.translate("Communes", "Số xã còn thiếu")),
        Cell(),
        Cell(),
        *(Cell(format_int(sums[code]) if sums[code] else "") for code in codes),
        Cell(format_int(late) if late else ""),
        _money(sum(line.digest.debt for line in lines if line.digest)),
        _money(sum(line.digest.missing_capital for line in lines if line.digest)),
        _money(sum(line.late_capital for line in lines)),
        Cell(format_int(waiting) if waiting else ""),
        Cell(),
    )
    return [*rows, Row(cells, TOTAL_ROW, Kind.TOTAL)]


def package_words(line: CommuneLine) -> str:
    """“30/6/2021, số 04”."""
    if line.created is None:
        return QCoreApplication.translate("Communes", "chưa gửi")
    words = QCoreApplication.translate("Communes", "{}, số {}")
    return words.format(format_date(line.created), counted(line.seq))


def news_words(line: CommuneLine) -> str:
    """What there is to know of its packages, "" when all came and the last one is there."""
    translate = QCoreApplication.translate
    if line.silent is None:
        return translate("Communes", "Đã ghi nhận khóa, chưa gửi gói nào.")
    when = (
        translate("Communes", "{} ngày trước").format(line.silent)
        if line.silent
        else translate("Communes", "hôm nay")
    )
    parts = [translate("Communes", "gói cuối nhận {}").format(when)]
    if line.later:
        parts.append(translate("Communes", "xã đã gửi thêm đến số {}").format(counted(line.seq + line.later)))
    if line.missing:
        parts.append(translate("Communes", "còn thiếu {} số chưa nhận được").format(counted(line.missing)))
    return "; ".join(parts)


def _row(line: CommuneLine, codes: Sequence[str]) -> Row:
    digest, blank = line.digest, Cell()
    name = lowered_noun(line.name)
    package = Cell(
        package_words(line),
        "unmet" if line.has_no_news or line.missing else "text2",
        tooltip=news_words(line),
    )
    if digest is None:
        before = (Cell(name, tooltip=line.name), blank, blank)
        return Row((*before, *(blank for _code in codes), *(blank,) * (_AFTER - 1), package), line.code)
    states = digest.criteria
    return Row(
        (
            Cell(name, tooltip=line.name),
            Cell(bare_place(digest.district), "text2", tooltip=digest.district),
            Cell(f"{digest.met}/{digest.total}"),
            *(_mark(states.get(code, "")) for code in codes),
            Cell(format_int(digest.late_works) if digest.late_works else ""),
            _money(digest.debt),
            _money(digest.missing_capital),
            _money(line.late_capital),
            Cell(format_int(line.waiting) if line.waiting else ""),
            package,
        ),
        line.code,
    )


def lowered_noun(name: str) -> str:
    """“Xã Yên Hóa”: as a line of a list begins."""
    return name[:1].upper() + name[1:]


def _money(amount: int) -> Cell:
    return Cell(millions(amount), copied=str(amount)) if amount else Cell()


@lru_cache(maxsize=16)
def _mark(state: str) -> Cell:
    """One for each state: thousands of communes have nineteen each."""
    if not state:
        return Cell()
    word = state_words(state)
    return Cell(flag=shown_state(state), tooltip=word, copied=word)


def shown_state(state: str) -> State:
    regressed = state == REGRESSED
    found = CriterionState.UNMET if regressed else CriterionState(state)
    return criterion_state(found, regressed=regressed)


def state_words(state: str) -> str:
    regressed = state == REGRESSED
    found = CriterionState.UNMET if regressed else CriterionState(state)
    return criterion_word(found, regressed=regressed)


def summary(line: CommuneLine) -> str:
    """What stands below the criteria of the chosen commune."""
    translate = QCoreApplication.translate
    digest = line.digest
    if digest is None:
        return ""
    parts = []
    if line.late_promises:
        words = translate("Communes", "{} triệu đồng vốn cam kết quá hạn chưa bố trí")
        parts.append(words.format(millions(line.late_capital)))
    if digest.missing_capital:
        parts.append(
            translate("Communes", "còn thiếu {} triệu đồng vốn").format(millions(digest.missing_capital))
        )
    if digest.debt:
        parts.append(translate("Communes", "nợ đọng {} triệu đồng").format(millions(digest.debt)))
    if digest.late_works:
        words = translate("Communes", "{} trong {} công trình chậm")
        parts.append(words.format(counted(digest.late_works), counted(digest.works)))
    if line.waiting:
        words = translate("Communes", "{} vướng mắc chờ cấp trên, lâu nhất {} ngày")
        parts.append(words.format(counted(line.waiting), line.waiting_days))
    text = "  ·  ".join(parts)
    return f"{text[:1].upper()}{text[1:]}" if text else lowered(text)
