"""Các xã: which communes will make it? One line a commune, one column a criterion, those at risk first."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from ntm_desktop.domain.remarks import Decision
from ntm_desktop.services import communes, digests, remarks
from ntm_desktop.services.communes import Asked, CommuneLine, Communes
from ntm_desktop.services.digests import Detail
from ntm_desktop.services.reports import Option
from ntm_desktop.text import counted, format_int
from ui.context import Context
from ui.dialogs.report import ReportMenu
from ui.dialogs.submissions import SubmissionsDialog
from ui.models.communes import columns, giving_way, lowered_noun, rows_of, with_sums
from ui.models.rows import Row
from ui.pages.communes_detail import CommuneDetail
from ui.tokens import State
from ui.widgets.buttons import Button, ChipRow
from ui.widgets.cards import Card, EmptyState
from ui.widgets.edits import TextEdit
from ui.widgets.flow import FlowLayout, flowing
from ui.widgets.labels import Label
from ui.widgets.marks import Mark, state_word
from ui.widgets.page import Page
from ui.widgets.split import Split
from ui.widgets.table import HEADER_HEIGHT, ROW_HEIGHT, Table

if TYPE_CHECKING:
    from datetime import date

    from ui.tasks import Database, Report, Session

_LEAST_ROWS, _DETAIL = 5, 230
_RENEWED_AT_ONCE = 3  # some hundredths of a second each; whoever waits for the data comes in between
_SEARCH = 220


class _Read(NamedTuple):
    communes: Communes
    by_code: dict[str, CommuneLine]
    rows: dict[str, Row]


class _One(NamedTuple):
    detail: Detail
    decisions: tuple[Decision, ...]


def _read(session: Session, on: date) -> _Read:
    """With the rows of the table: of thousands they take as long as the reading."""
    found = communes.overview(session, on=on)
    by_code = {line.code: line for line in found.lines}
    return _Read(found, by_code, dict(zip(by_code, rows_of(found.lines, found.codes), strict=True)))


class CommunesPage(Page):
    KEY: ClassVar[str] = "cac-xa"
    TABLES: ClassVar[frozenset[str]] = frozenset({"commune_digest", "peer", "decision"})

    open_requested = Signal(object)  # CommuneLine
    loaded = Signal(object)  # Communes

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Các xã"))
        self._loaded: Communes | None = None
        self._by_code: dict[str, CommuneLine] = {}
        self._rows: dict[str, Row] = {}
        self._codes: tuple[str, ...] = ()
        self._outdated: tuple[str, ...] = ()
        self._wanted = ""
        self._search = TextEdit(placeholder=self.tr("Tìm xã (Ctrl+F)"))
        self._search.setAccessibleName(self.tr("Tìm xã"))
        self._search.setClearButtonEnabled(True)
        self._search.setFixedWidth(_SEARCH)
        self._reports = Button(self.tr("&In, xuất"), icon="printer")
        self._reports.setEnabled(False)
        self._chips = ChipRow(
            (
                (Asked.NOT_YET.value, self.tr("Chưa đạt chuẩn"), State.UNMET, ""),
                (Asked.REGRESSED.value, self.tr("Tụt chuẩn"), State.REGRESSED, ""),
                (Asked.NO_NEWS.value, self.tr("Không có tin"), None, "history"),
                (Asked.PROMISE.value, self.tr("Vốn cam kết quá hạn"), None, "hand-coins"),
                (Asked.WAITING.value, self.tr("Vướng mắc chờ quyết"), None, "triangle-alert"),
            )
        )
        self._card = Card()
        self._table = self._made_table(())
        self._none = EmptyState(self.tr("Không có xã nào khớp. Bỏ bớt bộ lọc hoặc chữ tìm."))
        self._empty = EmptyState(
            self.tr(
                "Chưa có xã nào. Nhận khóa của từng xã và so mã với phiếu có chữ ký, "
                "rồi nhận gói số liệu xã gửi lên."
            ),
            self.tr("&Nhận khóa, nhận gói"),
            helps=True,
        )
        self._empty_card = Card()
        self._detail = CommuneDetail()
        self._split = Split("cac-xa", self.tr("Danh sách xã và xã đang chọn"))
        self._lay_out()
        self._connect()
        self.header.set_facts(self.tr("Đang đọc số liệu…"))

    def reload(self) -> None:
        on = self.context.tasks.today()
        self.context.tasks.read(lambda session: _read(session, on), self._on_loaded, self, shows="communes")

    def select(self, anchor: str) -> None:
        """``anchor``: the code of a commune."""
        self._wanted = "" if self._table.select(anchor) else anchor

    def begin_search(self) -> None:
        """To the search of communes."""
        self._search.setFocus()
        self._search.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # Slots

    def _on_loaded(self, read: _Read) -> None:
        found = self._loaded = read.communes
        self._by_code, self._rows = read.by_code, read.rows
        if found.codes != self._codes:
            self._replace_table(found.codes)
        self._chips.set_counts({asked.value: count for asked, count in found.counts.items()})
        self._show_facts(found)
        self._show_lines()
        self._empty_card.setVisible(not found.lines)
        self._reports.setEnabled(bool(found.lines))
        for part in (self._split, self._bar, self._legend):
            part.setVisible(bool(found.lines))
        self.count_changed.emit(found.counts[Asked.NOT_YET])
        self.loaded.emit(found)
        if not self._outdated:
            self._outdated = found.outdated()
            self._renew()

    def _on_narrowed(self) -> None:
        self._show_lines()

    def _on_typed(self, letters: str) -> None:
        """Letters in the list look for a commune."""
        self._search.setFocus()
        self._search.setText(letters)
        self._on_narrowed()

    def _on_search_left(self) -> None:
        self._table.setFocus()

    def _on_current_changed(self, _data: object) -> None:
        line = self._current()
        self._detail.setVisible(line is not None)
        if line is None:
            return
        self._detail.show_line(line)
        code = line.code
        self.context.tasks.read(
            lambda session: _One(communes.detail(session, code=code), remarks.decisions(session.of(code))),
            self._on_detail_read,
            self,
            shows="commune-detail",
        )

    def _on_detail_read(self, one: _One) -> None:
        self._detail.show_detail(one.detail)
        self._detail.conclusions.show_decisions(one.decisions)

    def _on_opened(self) -> None:
        line = self._current()
        if line is not None and line.seq:
            self.open_requested.emit(line)

    def _on_reports_clicked(self) -> None:
        line = self._current()
        chosen = {Option.COMMUNE: line.code} if line is not None and line.seq else {}
        ReportMenu(self, self.context, self.KEY, chosen).drop_from(self._reports)

    def _on_compared(self) -> None:
        line = self._current()
        if line is not None:
            SubmissionsDialog(self, self.context, line.code, lowered_noun(line.name)).open()

    def _on_exchange(self) -> None:
        self.follow("trao-doi")

    # A digest of yesterday is made anew, behind whatever somebody waits for

    def _renew(self) -> None:
        """Thousands take minutes: a few at a time, while the page is looked at."""
        codes, self._outdated = self._outdated[:_RENEWED_AT_ONCE], self._outdated[_RENEWED_AT_ONCE:]
        on, at = self.context.tasks.today(), self.context.tasks.now()

        def renew(database: Database, _report: Report) -> None:
            for code in codes:
                with database.write("", "", at, of=code) as session:
                    digests.renew(session, on=on)

        if codes:
            self.context.tasks.data(renew, self._on_renewed, self, behind=True)

    def _on_renewed(self, _result: None) -> None:
        if not self._outdated:
            self.reload()
        elif self.isVisible():
            self._renew()

    # What is shown

    def _current(self) -> CommuneLine | None:
        return self._by_code.get(str(self._table.current_data() or ""))

    def _show_lines(self) -> None:
        if self._loaded is None:
            return
        asked = Asked(self._chips.choice() or Asked.ALL.value)
        lines = communes.narrowed(self._loaded.lines, asked=asked, words=self._search.text())
        self._table.show_rows(with_sums([self._rows[line.code] for line in lines], lines, self._codes))
        self._none.setVisible(not lines)
        self._table.setVisible(bool(lines))
        self._fit()
        for wanted in (self._wanted, self._table.current_data(), lines[0].code if lines else ""):
            if wanted and self._table.select(wanted):
                break
        self._wanted = ""
        self._on_current_changed(None)

    def _show_facts(self, found: Communes) -> None:
        if not found.lines:
            self.header.set_facts()
            return
        told = [line.digest for line in found.lines if line.digest]
        reached = sum(not digest.left for digest in told)
        sums = communes.lacking(found.lines, found.codes)
        most = max(sums, key=lambda code: sums[code], default="")
        facts = [self.tr("{} xã").format(_number(len(found.lines)))]
        if told:
            facts.append(self.tr("{} xã đủ tiêu chí").format(_number(reached)))
        if most and sums[most]:
            facts.append(self.tr("vướng nhất: tiêu chí {} ({} xã)").format(most, _number(sums[most])))
        if silent := found.counts[Asked.NO_NEWS]:
            facts.append(self.tr("{} xã không có tin").format(_number(silent)))
        self.header.set_facts(*facts)

    # Building

    def _made_table(self, codes: tuple[str, ...]) -> Table:
        table = Table(columns(codes), self.tr("Các xã"))
        table.give_way(*giving_way(codes))
        table.current_changed.connect(self._on_current_changed)
        table.opened.connect(self._on_opened)
        table.typed.connect(self._on_typed)
        return table

    def _replace_table(self, codes: tuple[str, ...]) -> None:
        """The criteria of other sets are other columns."""
        before, self._codes = self._table, codes
        self._table = self._made_table(codes)
        self._card.body.replaceWidget(before, self._table)
        before.hide()
        before.deleteLater()

    def _fit(self) -> None:
        least = HEADER_HEIGHT + _LEAST_ROWS * ROW_HEIGHT + 4
        rows = self._table.rows.rowCount()
        usual = HEADER_HEIGHT + rows * ROW_HEIGHT + 4
        self._split.set_usual(usual, least=least, lower=_DETAIL)

    def _lay_out(self) -> None:
        self.header.add(self._reports)
        self._bar = QWidget()
        bar = FlowLayout(12, self._bar, between_lines=6)
        self._bar.setSizePolicy(flowing())
        bar.add(self._search)
        bar.add(self._chips)
        self.head.addWidget(self._bar)
        self._card.body.setContentsMargins(1, 1, 1, 1)
        self._card.body.setSizeConstraint(QLayout.SizeConstraint.SetMinAndMaxSize)
        self._card.body.addWidget(self._table, 1)
        self._card.body.addWidget(self._none)
        self._empty_card.body.setContentsMargins(1, 1, 1, 1)
        self._empty_card.body.addWidget(self._empty)
        self._split.addWidget(self._card)
        self._split.addWidget(self._detail)
        self._legend = self._made_legend()
        self.column.addWidget(self._empty_card)
        self.column.addWidget(self._legend)
        self.column.addWidget(self._split, 1)
        for part in (self._bar, self._legend, self._split, self._empty_card, self._none, self._detail):
            part.hide()

    def _made_legend(self) -> QWidget:
        legend = QWidget()
        row = QHBoxLayout(legend)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for state in (State.UNMET, State.REGRESSED, State.NOT_ASSESSED):
            row.addWidget(Mark(state, 15, "bg"))
            words = self.tr("Chưa xét xong") if state is State.NOT_ASSESSED else state_word(state)
            row.addWidget(Label(words, "caption", "text2"))
            row.addSpacing(6)
        row.addWidget(Label(self.tr("dấu chấm: đạt"), "caption", "text2"))
        row.addStretch(1)
        order = Label(self.tr("Xã nhiều rủi ro ở trên"), "caption", "text2")
        order.setToolTip(
            self.tr(
                "Xã chưa đủ tiêu chí đứng trước, hạn của mục tiêu gần hơn trước, rồi xã còn nhiều tiêu chí "
                "hơn, có tiêu chí tụt chuẩn, vốn cam kết quá hạn, công trình chậm, vướng mắc chờ lâu, lâu "
                "không gửi số liệu. Xã chưa gửi gói nào đứng sau các xã đó; xã đủ tiêu chí ở cuối."
            )
        )
        row.addWidget(order)
        row.addWidget(Label("·", "caption", "text2"))
        row.addWidget(Label(self.tr("Enter: mở xã để xem"), "caption", "text2"))
        return legend

    def _connect(self) -> None:
        self._chips.chosen.connect(self._on_narrowed)
        self._search.textEdited.connect(self._on_narrowed)
        self._search.returnPressed.connect(self._on_search_left)
        self._search.taken_back.connect(self._on_narrowed)
        self._detail.opened.connect(self._on_opened)
        self._detail.compared.connect(self._on_compared)
        self._reports.clicked.connect(self._on_reports_clicked)
        self._empty.acted.connect(self._on_exchange)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.begin_search)


def _number(count: int) -> str:
    return counted(count) if count < 10 else format_int(count)
