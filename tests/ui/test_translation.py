"""Two languages: Qt's own words in Vietnamese, the window's in English; and what is never translated."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fitting import SMALL, misfits, settle
from PySide6.QtCore import QCoreApplication, QFileInfo, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QFileIconProvider,
    QHeaderView,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot
from scripted import cut_labels

from ntm_desktop.db.types import metadata
from ntm_desktop.domain import (
    alerts,
    capital,
    clearance,
    commitments,
    consultation,
    contractors,
    contributions,
    form_settings,
    obstacles,
    progress,
    remarks,
    stages,
)
from ntm_desktop.domain.overview import Link
from ntm_desktop.domain.works import WORK_KINDS
from ntm_desktop.paths import resource
from ntm_desktop.services import history_labels, importing
from ui.context import Context
from ui.main_window import MainWindow
from ui.widgets.buttons import Chip
from ui.widgets.cards import Line
from ui.widgets.page import Page
from ui.widgets.table import Table
from ui.wording import CORE_WORDS

ROOT = Path(__file__).parents[2]
CATALOGUES = ROOT / "resources" / "translations"
ENGLISH = CATALOGUES / "ntm_en.ts"
DATA = {
    "Đạt",
    "Chưa đạt",
    "Ban quản lý xã",
    "ngày",
    "Quyết định",
    "728/QĐ-UBND",
    "1980/QĐ-TTg",
    "Chủ tịch UBND xã",
    "Lãnh đạo cơ quan",
    "hộ",
    "Trình tự ",
}
"""What is stored or compared with what a service says, not only shown."""
NAMES = {"Nông thôn mới", "Tiếng Việt", "xã mẫu"}
PADDING = 14  # of the caption of a column


def messages(catalogue: Path) -> Iterator[tuple[str, str, str]]:
    """Context, source and translation; of an unfinished one the translation is empty."""
    for context in ElementTree.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            done = "" if translation.get("type") else translation.text or ""
            yield context.findtext("name", ""), message.findtext("source", ""), done


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    spoken: list[QTranslator] = []

    def install(catalogue: str) -> None:
        translator = QTranslator()
        assert translator.load(str(resource("translations", catalogue)))
        qapp.installTranslator(translator)
        spoken.append(translator)

    yield install
    for translator in spoken:
        qapp.removeTranslator(translator)


# Qt's own words


def test_standard_buttons(speak: Callable[[str], None], qtbot: QtBot) -> None:
    speak("qt_vi.qm")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert {button.text().replace("&", "") for button in box.buttons()} == {"Lưu", "Hủy"}


@pytest.mark.parametrize(
    ("context", "source", "words"),
    [
        ("QPrintDialog", "&Print", "&In"),
        ("QPrintSettingsOutput", "Copies:", "Số bản:"),
        ("QFileDialog", "File &name:", "&Tên tệp:"),
        ("QWidgetTextControl", "&Paste", "&Dán"),
    ],
)
def test_dialogs_of_qt(speak: Callable[[str], None], context: str, source: str, words: str) -> None:
    speak("qt_vi.qm")
    assert QCoreApplication.translate(context, source) == words


def test_the_kinds_of_files_in_a_dialog(speak: Callable[[str], None], tmp_path: Path) -> None:
    speak("qt_vi.qm")
    assert QFileIconProvider().type(QFileInfo(str(tmp_path))) == "Thư mục"
    assert QFileIconProvider().type(QFileInfo("/")) == "Ổ đĩa"


# The catalogues


def test_the_catalogue_holds_every_text_of_the_window_and_no_other(tmp_path: Path) -> None:
    """``dev.py translations`` was called after the last change of a text."""
    anew = Path(shutil.copy(ENGLISH, tmp_path))
    texts = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "ui").rglob("*.py"))
    options = "-silent -no-obsolete -locations none -source-language vi -target-language en"
    _pyside("lupdate", *options.split(), *texts, "-ts", str(anew))
    assert list(messages(anew)) == list(messages(ENGLISH))


@pytest.mark.parametrize("name", ["ntm_en", "qt_vi"])
def test_what_the_program_loads_was_made_from_the_catalogue(name: str, tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    _pyside("lrelease", "-silent", str(CATALOGUES / f"{name}.ts"), "-qm", str(made))
    assert made.read_bytes() == (CATALOGUES / f"{name}.qm").read_bytes()


def test_every_text_is_translated_with_its_placeholders_and_its_key() -> None:
    def form(text: str) -> tuple[list[str], int, bool, bool]:
        fields = sorted(re.findall(r"{[^}]*}", text))
        return fields, len(re.findall(r"&\w", text)), text.startswith(" "), text.endswith((".", "?"))

    wrong = [message for message in messages(ENGLISH) if form(message[1]) != form(message[2])]
    assert wrong == []


# What goes through the catalogue and what does not


def test_the_window_says_a_count_in_a_whole_sentence() -> None:
    """A count glued to a translated noun leaves English no room for its own order of words."""
    glued = [path.name for path in (ROOT / "ui").rglob("*.py") if "count_words" in path.read_text("utf-8")]
    assert glued == []


def test_every_vietnamese_word_of_the_window_can_be_translated() -> None:
    found = []
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for node in _untranslated(ast.parse(path.read_text(encoding="utf-8"))):
            if not node.value.isascii() and _is_vietnamese(node.value) and node.value not in DATA | NAMES:
                found.append(f"{path.relative_to(ROOT)}:{node.lineno}: {node.value}")
    assert found == []


def _untranslated(tree: ast.AST) -> Iterator[ast.Constant]:
    """Texts that are neither translated nor a docstring nor the name of an action, which is data."""
    for node in ast.iter_child_nodes(tree):
        match node:
            case ast.Expr(value=ast.Constant()):
                continue
            case ast.Call(
                func=ast.Attribute(attr="tr")
                | ast.Name("translate" | "QT_TRANSLATE_NOOP")
                | ast.Attribute(ast.Name("QCoreApplication"), "translate")
            ):
                assert all(isinstance(text, ast.Constant) for text in node.args), ast.unparse(node)
            case ast.Call(func=ast.Attribute(attr="write" | "_write" | "_save")):
                yield from _untranslated(
                    ast.Module([ast.Expr(part) for part in (node.func, *node.args[1:])], [])
                )
            case ast.Assign(targets=[ast.Name("action" | "what")]) | ast.keyword(arg="action"):
                continue
            case ast.Constant(value=str()):
                yield node
            case _:
                yield from _untranslated(node)


def _is_vietnamese(text: str) -> bool:
    return any(
        unicodedata.combining(letter) or letter in "đĐ" for letter in unicodedata.normalize("NFD", text)
    )


@pytest.mark.parametrize(
    "vocabulary",
    [
        obstacles.LEVEL_NAMES, obstacles.EVENT_NAMES, obstacles.STATE_WORDS, commitments.STATE_WORDS,
        clearance.STATE_WORDS, clearance.FORM_NAMES, clearance.EVENT_NAMES, contractors.STATE_WORDS,
        contributions.KIND_NAMES, contributions.GIVER_NAMES, capital.SOURCE_NAMES, progress.CAUSE_NAMES,
        stages.STAGE_NAMES, stages.SHORT_NAMES, alerts.WORDS, importing.STANDING_NAMES,
        consultation.GIVER_NAMES, consultation.OPINION_FORM_NAMES, consultation.ACCEPTED_NAMES,
        consultation.THRESHOLD_NAMES, form_settings.SETTING_NAMES, history_labels.COLUMNS_OF,
        remarks.DECISION_WORDS,
        history_labels.COLUMNS, {kind: words for kind, (words, _criterion) in WORK_KINDS.items()},
        {table.name: str(table.info["label"]) for table in metadata.sorted_tables if "label" in table.info},
    ],
)  # fmt: skip
def test_every_word_of_the_closed_vocabularies_of_the_core_can_be_said(
    vocabulary: Mapping[object, str],
) -> None:
    assert set(vocabulary.values()) - CORE_WORDS - {""} == set()


# The window in English


@pytest.fixture
def english(
    speak: Callable[[str], None],
    qtbot: QtBot,
    sample_folder: Path,
    tmp_path: Path,
    open_context: Callable[[Path], Context],
) -> MainWindow:
    speak("ntm_en.qm")
    folder = Path(shutil.copytree(sample_folder, tmp_path / "mẫu"))
    window = MainWindow(open_context(folder))
    window.furnish(None)
    qtbot.addWidget(window, before_close_func=lambda closing: closing._close_now())
    window.resize(1366, 697)
    window.show()
    window.begin()
    return window


PLACES = [
    ("tong-quan", ""),
    ("cong-trinh", ""),
    ("huy-dong", ""),
    ("vuong-mac", ""),
    ("vuong-mac", "cam-ket"),
    ("tieu-chi", "2.1"),
    ("lay-y-kien", ""),
    ("lay-y-kien", "y-kien"),
    ("lay-y-kien", "khao-sat"),
    ("lay-y-kien", "cuoc-hop"),
    ("lay-y-kien", "muc"),
    ("ho-so", ""),
    ("lich-su", ""),
    *(("thiet-lap", a) for a in ("xa", "can-bo", "bo-tieu-chi", "muc", "van-ban", "sao-luu", "giao-dien")),
]


@pytest.mark.parametrize(("page", "anchor"), PLACES)
def test_pages_in_english_fit_at_200_percent(english: MainWindow, page: str, anchor: str) -> None:
    english.resize(*SMALL)
    english.follow(Link(page, anchor))
    settle()
    assert english.width() == SMALL[0]
    assert misfits(english) == []


@pytest.mark.parametrize(("page", "anchor"), PLACES)
def test_pages_in_english(english: MainWindow, page: str, anchor: str) -> None:
    english.follow(Link(page, anchor))
    QApplication.processEvents()
    assert cut_labels(english) == []
    assert list(_cut_captions(english)) == []
    english_words = {words for _, _, words in messages(ENGLISH)}
    left = {source for _, source, _ in messages(ENGLISH) if "{" not in source} - english_words - DATA
    assert set(_shown(english)) & left == set()
    assert set(_shown(english)) & english_words


def test_states_chips_and_readiness_speak_english(english: MainWindow) -> None:
    def open_at(page: str) -> Page:
        english.follow(Link(page))
        settle()
        shown = english._stage.current()
        assert shown is not None
        return shown

    def chips(page: Page) -> set[str]:
        return {chip.word for chip in page.findChildren(Chip) if chip.isVisible()}

    def cells(page: Page) -> set[str]:
        tables = [table for table in page.findChildren(Table) if table.isVisible()]
        rows = [table.rows.row(number) for table in tables for number in range(table.rows.rowCount())]
        return {cell.text for row in rows for cell in row.cells}

    held_up = open_at("vuong-mac")
    assert chips(held_up) >= {"Not sent", "Answer overdue", "Solved"}
    assert cells(held_up) >= {"Awaiting answer", "Answer overdue", "The commune solves it", "Commune"}
    works = open_at("cong-trinh")
    assert cells(works) >= {"Building", "Settlement", "Late", "Capital missing", "Past contract"}
    assert {"Province", "Commune"} <= set(_shown(works))  # sources of the chosen work
    assert chips(open_at("huy-dong")) >= {"Money", "Labour", "Land"}
    lines = {line.accessibleName() for line in open_at("ho-so").findChildren(Line)}
    assert lines >= {"Criteria", "Assessment of indicators", "Evidence"}


def _cut_captions(window: QWidget) -> Iterator[str]:
    for header in window.findChildren(QHeaderView):
        for column in range(header.count()):
            words = str(header.model().headerData(column, header.orientation()))
            needed = header.fontMetrics().horizontalAdvance(words) + PADDING
            if (
                header.isVisible()
                and not header.isSectionHidden(column)
                and needed > header.sectionSize(column)
            ):
                yield words


def _shown(window: QWidget) -> Iterator[str]:
    """Without the rows of a list: what stands in them comes from services and is Vietnamese."""
    for widget in window.findChildren(QWidget):
        said = isinstance(widget, QLabel | QAbstractButton) and not isinstance(widget.parentWidget(), Line)
        if said and widget.isVisible():
            yield widget.text()


def _pyside(tool: str, *arguments: str) -> None:
    program = Path(sys.executable).with_name(f"pyside6-{tool}{Path(sys.executable).suffix}")
    subprocess.run([program, *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
