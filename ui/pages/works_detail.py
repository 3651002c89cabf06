"""The chosen work below the table: its name and badge, what can be done with it, and its tabs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ntm_desktop.services.contributions import ContributionTable
from ntm_desktop.services.obstacles import ObstacleView
from ntm_desktop.services.remarks import RemarkView
from ntm_desktop.services.work_contracts import Papers
from ntm_desktop.services.work_diary import Measurement
from ntm_desktop.services.work_documents import WorkDocument
from ntm_desktop.services.work_entries import Entry
from ntm_desktop.services.works import WorkView
from ntm_desktop.text import format_date
from ui.models.works import long_word_of, state_of
from ui.pages.remark_card import RemarksHere
from ui.pages.works_actions import WorkActions
from ui.pages.works_charts import WorkCharts
from ui.pages.works_contracts import WorkContracts
from ui.pages.works_diary import WorkDiary
from ui.pages.works_documents import WorkDocuments
from ui.pages.works_gifts import WorkGifts
from ui.pages.works_land import WorkLand
from ui.pages.works_money import WorkMoney
from ui.pages.works_overview import WorkOverview
from ui.tasks import Tasks
from ui.tokens import State
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.flow import FlowLayout, flowing
from ui.widgets.labels import ElidedLabel
from ui.widgets.marks import Badge
from ui.widgets.page import ANY_SIZE, Whole
from ui.widgets.tabs import Tabs
from ui.wording import said

OVERVIEW, PROGRESS, DIARY, MONEY, CONTRACT, GIFTS, LAND, DOCUMENTS, REMARKS = range(9)
_NAME_LEAST, _FACTS_LEAST = 320, 260  # px to stand beside the buttons, the tabs
_LEAST_HEIGHT = 120  # px of what is below the tabs


class WorkDetail(Card):
    def __init__(self, actions: WorkActions, tasks: Tasks, *, of_authority: bool) -> None:
        """``of_authority``: it looks at the commune, and decides on remarks instead of answering them."""
        super().__init__()
        self._actions = actions
        self._name = ElidedLabel("", "selection")
        self._badge = Badge(State.MET)
        self.tabs = Tabs(
            (
                self.tr("Tổng quan"),
                self.tr("Tiến độ"),
                self.tr("Nhật ký và ảnh"),
                self.tr("Vốn"),
                self.tr("Hợp đồng"),
                self.tr("Đóng góp"),
                self.tr("Mặt bằng"),
                self.tr("Văn bản"),
                self.tr("Nhận xét"),
            )
        )
        self._facts = ElidedLabel("", "caption", "text2")
        self.overview = WorkOverview(tasks)
        self.overview.stages_wanted.connect(actions.stages)
        self.progress = WorkCharts(tasks)
        self.diary = WorkDiary(actions, tasks)
        self._route = Button(self.tr("Điề&u kiện đặc thù"), writes=True)
        self.money = WorkMoney(actions, tasks)
        self.contracts = WorkContracts(actions)
        self.gifts = WorkGifts()
        self.land = WorkLand()
        self.documents = WorkDocuments(actions)
        self.remarks = RemarksHere(
            self.tr("Chưa có nhận xét nào về công trình này."), of_authority=of_authority
        )
        self._scroll = Whole()
        self._whole = False
        self._lay_out()

    def show_name(self, row: WorkView | None) -> None:
        """At once; the rest takes a reading."""
        if row is not None:
            self._name.setText(row.name)
            self._badge.set_state(state_of(row), long_word_of(row))

    def show_work(
        self,
        row: WorkView,
        measured: Sequence[Measurement],
        entries: Sequence[Entry],
        papers: Papers,
        held_up: Sequence[ObstacleView],
    ) -> None:
        self._name.setText(row.name)
        self._badge.set_state(state_of(row), long_word_of(row))
        self._facts.setText("  ·  ".join(self._facts_of(row)))
        self.overview.show_work(row, measured, held_up)
        self._route.setVisible(row.route is not None)
        self.progress.show_work(row)
        self.diary.show_diary(measured)
        photos = sum(len(one.photos) for one in measured)
        words = self.tr("Nhật ký và ảnh {}").format(photos) if photos else self.tr("Nhật ký và ảnh")
        self.tabs.set_words(DIARY, words)
        self.money.show_work(row, entries)
        self.contracts.show_papers(papers)
        self.land.show_work(row)
        words = self.tr("Mặt bằng {}").format(row.open_land) if row.open_land else self.tr("Mặt bằng")
        self.tabs.set_words(LAND, words)
        self._show_tab(self.tabs.current())

    def show_given(self, gifts: ContributionTable, documents: Sequence[WorkDocument]) -> None:
        """What people gave to the chosen work, and the papers that it points to."""
        self.gifts.show_gifts(gifts)
        given = len(gifts.standing)
        self.tabs.set_words(GIFTS, self.tr("Đóng góp {}").format(given) if given else self.tr("Đóng góp"))
        self.documents.show_documents(documents)
        count = len(documents)
        words = self.tr("Văn bản {}").format(count) if count else self.tr("Văn bản")
        self.tabs.set_words(DOCUMENTS, words)

    def show_remarks(self, views: Sequence[RemarkView]) -> None:
        """What the authority said of the chosen work."""
        self.remarks.show_remarks(views)
        count = sum(view.state.is_open for view in views)
        words = self.tr("Nhận xét {}").format(count) if count else self.tr("Nhận xét")
        self.tabs.set_words(REMARKS, words)

    def show_whole(self, *, whole: bool) -> None:
        """As high as what the tab in front holds, or a place in which that scrolls."""
        self._scroll.set_most(ANY_SIZE if whole else 0)
        self._scroll.setMinimumHeight(0 if whole else _LEAST_HEIGHT)
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if whole else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._scroll.setVerticalScrollBarPolicy(bar)
        self._whole = whole
        self._fit_charts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit_charts)  # once what is in it has its place

    def _fit_charts(self) -> None:
        self.progress.fit(0 if self._whole else self._scroll.viewport().height())

    def _on_tab_chosen(self, index: int) -> None:
        self._show_tab(index)
        self._scroll.verticalScrollBar().setValue(0)

    def _show_tab(self, index: int) -> None:
        for place, part in enumerate(self._parts()):
            part.setVisible(place == index)

    def _parts(self) -> tuple[QWidget, ...]:
        return (
            self.overview,
            self.progress,
            self.diary,
            self.money,
            self.contracts,
            self.gifts,
            self.land,
            self.documents,
            self.remarks,
        )

    def _facts_of(self, row: WorkView) -> list[str]:
        facts = []
        if row.state.expected is not None and row.state.built is None:
            facts.append(self.tr("dự kiến xong {}").format(format_date(row.state.expected)))
        elif row.state.is_late:
            facts.append(self.tr("chưa dự kiến được ngày xong"))
        if row.state.contract_finish is not None:
            facts.append(self.tr("hợp đồng đến {}").format(format_date(row.state.contract_finish)))
        if row.person:
            facts.append(self.tr("phụ trách {}").format(row.person))
        facts += [row.contractor, row.place or ", ".join(row.hamlets), said(row.kind_text), row.scale]
        return [fact for fact in facts if fact]

    def _lay_out(self) -> None:
        named = QWidget()
        name = QHBoxLayout(named)
        name.setContentsMargins(0, 0, 0, 0)
        name.setSpacing(10)
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        name.addWidget(self._name)
        name.addWidget(self._badge)
        name.addStretch(1)
        buttons = FlowLayout()
        for words, kind, icon, act in (
            (self.tr("&Xóa công trình"), "outlined", "trash-2", self._actions.remove),
            (self.tr("&Sửa"), "outlined", "pencil", self._actions.edit),
            (self.tr("&Ghi khối lượng"), "primary", "plus", self._actions.measure),
        ):
            _add_button(buttons, Button(words, kind, icon, writes=True), act)
        plan, stages = (
            Button(self.tr("&Kế hoạch khối lượng"), writes=True),
            Button(self.tr("Giai đ&oạn"), writes=True),
        )
        _add_button(self.progress.curve_buttons, plan, self._actions.plan)
        _add_button(self.progress.stage_buttons, self._route, self._actions.route)
        _add_button(self.progress.stage_buttons, stages, self._actions.stages)
        self.body.addWidget(_flow((named, _NAME_LEAST), buttons))
        self.body.addWidget(_flow(self.tabs, (self._facts, _FACTS_LEAST)))
        self.body.setContentsMargins(15, 9, 15, 4)
        self.body.setSpacing(3)
        for part in self._parts():
            self._scroll.body.addWidget(part)
        self._scroll.body.addStretch(1)
        self.body.addWidget(self._scroll, 1)
        self.tabs.chosen.connect(self._on_tab_chosen)
        self._on_tab_chosen(OVERVIEW)


def _add_button(place: FlowLayout, button: Button, act: Callable[[], None]) -> None:
    button.clicked.connect(act)
    place.addWidget(button)


def _flow(*parts: QWidget | FlowLayout | tuple[QWidget, int]) -> QWidget:
    """Parts side by side; one with a width needs that much and takes what the others leave."""
    holder = QWidget()
    flow = FlowLayout(12, holder, between_lines=6)
    holder.setSizePolicy(flowing())
    for part in parts:
        if isinstance(part, tuple):
            flow.add(part[0], least=part[1], grows=True)
        else:
            flow.add(part)
    return holder
