"""Every dialog by the keyboard: each control has a key that can be typed, none twice; Esc is safe."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from scripted import cut_labels
from test_controls import controls, has_key

from ntm_desktop.domain import clearance
from ntm_desktop.domain.capital import Source
from ntm_desktop.domain.clearance import Form
from ntm_desktop.domain.commitments import Kept, PromiseState
from ntm_desktop.domain.consultation import Giver, Opinion, OpinionForm, Question, Threshold
from ntm_desktop.domain.contractors import Record
from ntm_desktop.domain.contributions import Gift, Kind, Price, Valued
from ntm_desktop.domain.form_settings import ADDRESSEES, COPIES, FormSetting
from ntm_desktop.domain.obstacles import EventKind, Level, Standing, State
from ntm_desktop.packs.criteria import load_builtin
from ntm_desktop.paths import resource
from ntm_desktop.services import clearance as clearance_service
from ntm_desktop.services import commune, criteria_sets, reports, targets
from ntm_desktop.services.clearance import PlotView
from ntm_desktop.services.commitments import AmountView, CommitmentView
from ntm_desktop.services.contractors import ContractorRow
from ntm_desktop.services.contributions import ContributionView
from ntm_desktop.services.evidence import EvidenceView
from ntm_desktop.services.form_settings import NumberedForm
from ntm_desktop.services.obstacles import EventView, ObstacleChoices, ObstacleView
from ntm_desktop.services.unit_prices import PriceView
from ui.context import Context
from ui.dialogs.clearance import PlotDialog, PlotEventDialog
from ui.dialogs.commitment import AmountDialog, CommitmentDialog
from ui.dialogs.comparison import ComparisonDialog
from ui.dialogs.contractor import ContractorDialog, LetterDialog
from ui.dialogs.contribution import ContributionDialog, GiftChoices, WithdrawDialog
from ui.dialogs.document import DocumentDialog
from ui.dialogs.evidence_entry import EvidenceDialog
from ui.dialogs.form_settings import FormNumberDialog, FormSettingDialog, FormSettingsDialog
from ui.dialogs.goal import GoalDialog
from ui.dialogs.hamlet_values import HamletValuesDialog
from ui.dialogs.household import HouseholdDialog
from ui.dialogs.meeting import AttendeesDialog, MeetingDialog
from ui.dialogs.obstacle import EventDialog, ObstacleDialog
from ui.dialogs.opinion import OpinionDialog
from ui.dialogs.posting import BroadcastDialog, PublicationDialog
from ui.dialogs.predecessor import PredecessorDialog
from ui.dialogs.print_register import PrintRegisterDialog
from ui.dialogs.report import ReportDialog
from ui.dialogs.staff import PersonDialog
from ui.dialogs.survey import QuestionsDialog, SurveyDialog
from ui.dialogs.target import ConfirmDialog, TargetDialog
from ui.dialogs.threshold import ThresholdDialog
from ui.dialogs.unit_price import UnitPriceDialog
from ui.widgets.pdf_view import PdfView
from ui.widgets.table import Table

SET = load_builtin("xa-ntm-2016-2020")
Make = Callable[[QWidget, Context], QDialog]


def _targets(context: Context) -> list[targets.TargetRow]:
    found: list[targets.TargetRow] = []
    on = context.tasks.today()
    context.tasks.read(lambda session: found.extend(targets.table(session, on=on)), print, context.tasks)
    return found


def _target(parent: QWidget, context: Context) -> QDialog:
    row = next(row for row in _targets(context) if row.code == "17.1")
    indicator = SET.indicator(row.code)
    assert indicator is not None
    return TargetDialog(parent, context, row, indicator.part(row.part))


DIALOGS: dict[str, Make] = {
    "document": lambda parent, context: DocumentDialog(parent, context, None),
    "goal": lambda parent, context: GoalDialog(
        parent, context, criteria_sets.builtin_choices(), [], "", None
    ),
    "predecessor": lambda parent, context: PredecessorDialog(parent, context, (), None),
    "person": lambda parent, context: PersonDialog(parent, context, None),
    "publication": PublicationDialog,
    "broadcast": BroadcastDialog,
    "opinion of a resident": lambda parent, context: OpinionDialog(parent, context, (HAMLET,), OPINION),
    "survey": lambda parent, context: SurveyDialog(parent, context, HAMLET, QUESTIONS, None),
    "ballot": lambda parent, context: QuestionsDialog(parent, context, QUESTIONS),
    "meeting": lambda parent, context: MeetingDialog(parent, context, None),
    "attendees": lambda parent, context: AttendeesDialog(parent, context, ()),
    "settings of forms": lambda parent, context: FormSettingsDialog(parent, context),
    "addressees": lambda parent, context: FormSettingDialog(parent, context, SENT),
    "copies": lambda parent, context: FormSettingDialog(parent, context, COPIED),
    "form number": lambda parent, context: FormNumberDialog(parent, context, FORM),
    "threshold": lambda parent, context: ThresholdDialog(parent, context, THRESHOLD),
    "target": _target,
    "confirm": lambda parent, context: ConfirmDialog(parent, context, _targets(context), SET, "Hòa"),
    "obstacle": lambda parent, context: ObstacleDialog(parent, context, None, CHOICES),
    "commitment": lambda parent, context: CommitmentDialog(parent, context, None, CHOICES.works),
    "edit commitment": lambda parent, context: CommitmentDialog(parent, context, PROMISE, ()),
    "amount": lambda parent, context: AmountDialog(parent, context, PROMISE),
    "contractor": lambda parent, context: ContractorDialog(parent, context, None),
    "letter": lambda parent, context: LetterDialog(parent, context, BUILDER),
    "event": lambda parent, context: EventDialog(parent, context, OBSTACLE),
    "correction": lambda parent, context: EventDialog(parent, context, OBSTACLE, OBSTACLE.events[0]),
    "gift": lambda parent, context: ContributionDialog(parent, context, MOBILISE),
    "gift corrected": lambda parent, context: ContributionDialog(parent, context, MOBILISE, GIFT),
    "withdrawal": lambda parent, context: WithdrawDialog(parent, context, GIFT),
    "price": lambda parent, context: UnitPriceDialog(parent, context, (PRICE,)),
    "plot": lambda parent, context: PlotDialog(parent, context, MOBILISE, PLOT),
    "new plot": lambda parent, context: PlotDialog(parent, context, MOBILISE),
    "household": lambda parent, context: HouseholdDialog(
        parent, context, "k", "Đinh Văn Đức", "h", MOBILISE.hamlets
    ),
    "plot event": lambda parent, context: PlotEventDialog(parent, context, PLOT),
    "plot correction": lambda parent, context: PlotEventDialog(parent, context, PLOT, PLOT.events[0]),
    "comparison": lambda parent, context: ComparisonDialog(parent, context),
    "register of prints": lambda parent, context: PrintRegisterDialog(parent, context),
    "report": lambda parent, context: ReportDialog(parent, context, reports.find("von")),
    "urging letter": lambda parent, context: ReportDialog(parent, context, reports.find("don-doc")),
    "evidence": lambda parent, _context: EvidenceDialog(parent, EVIDENCE),
    "hamlets": lambda parent, context: HamletValuesDialog(
        parent,
        context.ask,
        "Hộ nghèo",
        (commune.HamletView("a", "Thôn Hòa"),),
        {},
        fraction=True,
        scale=1,
        of_them="số hộ nghèo",
    ),
}
DAY = date(2021, 1, 1)
CHOICES = ObstacleChoices((("w", "Sân thể thao xã"),), (("2", "2 Giao thông"),), (("p", "Cao Thị Hòa"),))
SENT = EventView("e", EventKind.SENT, DAY, None, "Công văn số 21/UBND", "21/UBND", "", "")
PROMISE = CommitmentView(
    "c", "UBND huyện", "", "", None, None, "", Source.DISTRICT, 2021, DAY, DAY, "",
    Kept(1_000, 0, PromiseState.LATE, 30), (AmountView("a", DAY, 1_000, "", ""),),
)  # fmt: skip
BUILDER = ContractorRow("b", "Tổ thợ", True, "", "", "", (), (), Record())
OBSTACLE = ObstacleView(
    "o", "Chưa có mức của tỉnh", None, "", "2", "Giao thông", DAY, None, "", Level.PROVINCE, "UBND tỉnh", "",
    Standing(State.WAITING, 30), (SENT,),
)  # fmt: skip
MOBILISE = GiftChoices((("h", "Tân Lợi 1"),), (("w", "Sân thể thao xã"),), (("6.1", "6.1 Sân"),), ())
LABOUR = Gift(Kind.LABOUR, 2_000, "công", DAY, price=180_000, hamlet="h")
GIFT = ContributionView(
    "g", "Đinh Văn Đức", "Tân Lợi 1", "", "", "", "", "", Valued(LABOUR, 180_000, DAY, 360_000)
)
PRICE = PriceView(Price(Kind.LABOUR, "", "công", 180_000, DAY, uid="p"), "")
PLOT = PlotView(
    "l", "w", "Sân thể thao xã", "k", "Đinh Văn Đức", "h", "Tân Lợi 1", DAY, "14", "112", 85_000, "",
    Form.COMPENSATED, "", "", clearance.Standing(clearance.State.AGREED, DAY, 5_000, 0, None),
    (clearance_service.EventView("x", clearance.EventKind.DECIDED, DAY, 5_000, "", "", ""),),
)  # fmt: skip
HAMLET = commune.HamletView("h", "Tân Lợi 1", 76)
OPINION = Opinion(
    "o", Giver.RESIDENTS, "Đinh Thị Lựu", "h", "Tân Lợi 1", OpinionForm.WRITTEN, DAY, "", "Thiếu ghế", "", "",
    None,
)  # fmt: skip
QUESTIONS = (Question("a", "Điện & nước", asks_overall=False), Question("b", "Chung", asks_overall=True))
SENT = FormSetting(ADDRESSEES, "Ủy ban nhân dân tỉnh A", "Quyết định số 1/QĐ-TTg", confirmed=False)
COPIED = FormSetting(COPIES, "2", "Quyết định số 1/QĐ-TTg", confirmed=True, own=True)
FORM = NumberedForm("to_trinh", "Tờ trình", annex=False, number="")
THRESHOLD = Threshold("vote", "Tỷ lệ nhất trí", 9_000, "%", True, "QĐ 18/2022/QĐ-TTg", own=True)
EVIDENCE = EvidenceView("a", "Ảnh", "Ảnh.jpg", "jpg", 1, "", None, "", None, None, None, False, DAY, ())


@pytest.fixture(params=["vi", "en"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    translator = QTranslator()
    if request.param == "en":
        assert translator.load(str(resource("translations", "ntm_en.qm")))
        qapp.installTranslator(translator)
    yield request.param
    qapp.removeTranslator(translator)


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_by_the_keyboard(name: str, language: str, qtbot: QtBot, context: Context) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 697)
    window.show()
    dialog = DIALOGS[name](window, context)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    pressed = [w for w in controls(dialog) if not isinstance(w, Table | PdfView)]
    assert [w.accessibleName() for w in pressed if not has_key(w, dialog) and not _in_a_grid(w)] == []
    letters = sorted(_letters(dialog))
    assert letters == sorted(set(letters))
    assert all(letter.isascii() for letter in letters), letters
    assert cut_labels(dialog) == []
    focus = QApplication.focusWidget()
    assert focus is not None
    assert dialog.isAncestorOf(focus)
    qtbot.keyClick(focus, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected


def _in_a_grid(widget: QWidget) -> bool:
    """The cells of the hamlets: Tab and Enter go from one to the next."""
    return ", " in widget.accessibleName()


def _letters(dialog: QDialog) -> list[str]:
    shown = [widget for widget in dialog.findChildren(QWidget) if widget.isVisible()]
    texts = [b.text() for b in shown if isinstance(b, QAbstractButton)]
    texts += [label.text() for label in shown if isinstance(label, QLabel) and label.buddy() is not None]
    return [match.group(1).lower() for text in texts if (match := re.search(r"&(\w)", text))]
