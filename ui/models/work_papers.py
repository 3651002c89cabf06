"""What was entered of a work's money, and what was signed for it, as prepared rows. No queries."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ntm_desktop.domain.capital import SOURCE_NAMES, Movement
from ntm_desktop.services.work_contracts import AnnexView, ContractView, Papers, RemovedView
from ntm_desktop.services.work_entries import ACCEPTED, INVESTMENT, Entry
from ntm_desktop.text import format_date, format_int
from ui.models.rows import Cell, Column, Row
from ui.wording import said


def entry_columns() -> tuple[Column, ...]:
    return (
        Column(QCoreApplication.translate("WorkPapers", "Ngày"), 84, right=True),
        Column(QCoreApplication.translate("WorkPapers", "Khoản"), 150),
        Column(QCoreApplication.translate("WorkPapers", "Nguồn, năm"), 200),
        Column(QCoreApplication.translate("WorkPapers", "Số tiền (đồng)"), 130, right=True),
        Column(QCoreApplication.translate("WorkPapers", "Ghi chú, lý do")),
    )


def entry_rows(entries: Sequence[Entry]) -> list[Row]:
    return [_entry(one) for one in entries]


def kind_word(entry: Entry) -> str:
    words = {
        INVESTMENT: QCoreApplication.translate("WorkPapers", "Tổng mức đầu tư"),
        Movement.COMMITTED.value: QCoreApplication.translate("WorkPapers", "Cam kết"),
        Movement.ALLOTTED.value: QCoreApplication.translate("WorkPapers", "Bố trí"),
        Movement.DISBURSED.value: QCoreApplication.translate("WorkPapers", "Giải ngân"),
        ACCEPTED: QCoreApplication.translate("WorkPapers", "Nghiệm thu lũy kế"),
    }
    return words[entry.kind]


def source_words(entry: Entry) -> str:
    if entry.source is None:
        return ""
    words = f"{said(SOURCE_NAMES[entry.source])} {entry.year}"
    return f"{words}, {entry.programme}" if entry.programme else words


def _entry(one: Entry) -> Row:
    note = "; ".join(filter(None, (one.note, one.reason)))
    if one.is_void:
        note = QCoreApplication.translate("WorkPapers", "Đã hủy: {}").format(one.reason)
    tone = "text2" if one.is_void else "text"
    cells = (
        Cell(format_date(one.on), tone=tone),
        Cell(kind_word(one), tone=tone),
        Cell(source_words(one), tooltip=source_words(one), tone=tone),
        Cell(format_int(one.amount), copied=str(one.amount), tone=tone),
        Cell(note, tooltip=note, tone=tone),
    )
    return Row(cells, one.uid)


def contract_columns() -> tuple[Column, ...]:
    return (
        Column(QCoreApplication.translate("WorkPapers", "Hợp đồng, phụ lục"), 200),
        Column(QCoreApplication.translate("WorkPapers", "Ngày ký"), 84, right=True),
        Column(QCoreApplication.translate("WorkPapers", "Giá trị (đồng)"), 130, right=True),
        Column(QCoreApplication.translate("WorkPapers", "Khởi công"), 88, right=True),
        Column(QCoreApplication.translate("WorkPapers", "Hoàn thành"), 92, right=True),
        Column(QCoreApplication.translate("WorkPapers", "Đơn vị thi công, lý do")),
    )


def contract_rows(papers: Papers) -> list[Row]:
    """Each contract, its annexes below it; at the end, in grey, those that were taken out."""
    rows = [row for one in papers.contracts for row in (_contract(one), *map(_annex, one.annexes))]
    return rows + [_gone(one) for one in papers.removed]


def _contract(one: ContractView) -> Row:
    name = QCoreApplication.translate("WorkPapers", "Hợp đồng {}").format(one.number).strip()
    cells = (
        Cell(name, tooltip=name, strong=True),
        Cell(format_date(one.signed)),
        Cell(format_int(one.value), copied=str(one.value)),
        Cell(format_date(one.start)),
        Cell(format_date(one.finish)),
        Cell(told := _corrected(one.contractor, one), tooltip=told),
    )
    return Row(cells, one.uid)


def _annex(one: AnnexView) -> Row:
    name = QCoreApplication.translate("WorkPapers", "Phụ lục {}").format(one.number).strip()
    value = "" if one.value is None else format_int(one.value)
    cells = (
        Cell(name, tooltip=name),
        Cell(format_date(one.signed)),
        Cell(value, copied="" if one.value is None else str(one.value)),
        Cell(""),
        Cell(format_date(one.finish) if one.finish else ""),
        Cell(told := _corrected(one.reason, one), tooltip=told),
    )
    return Row(cells, one.uid)


def _gone(one: RemovedView) -> Row:
    words = (
        QCoreApplication.translate("WorkPapers", "Phụ lục {}")
        if one.is_annex
        else QCoreApplication.translate("WorkPapers", "Hợp đồng {}")
    )
    name = words.format(one.number).strip()
    texts = (
        name,
        format_date(one.signed),
        "" if one.value is None else format_int(one.value),
        *("" if day is None else format_date(day) for day in (one.start, one.finish)),
        one.why,
    )
    return Row(tuple(Cell(text, tooltip=text, tone="text2") for text in texts), one.uid)


def _corrected(words: str, one: ContractView | AnnexView) -> str:
    if not one.correction:
        return words
    return QCoreApplication.translate("WorkPapers", "{}; đã sửa: {}").format(words, one.correction)
