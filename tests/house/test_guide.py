"""The guide and the program speak of the same things: chapters, pictures, buttons, commands."""

from __future__ import annotations

import ast
import re
import shlex
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from ntm_desktop.cli.parser import parse

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "huong-dan"
CHAPTERS = sorted(GUIDE.glob("*.md"))
SCREENS = [
    *(ROOT / "ui").rglob("*.py"),
    *(ROOT / "ntm_desktop" / "domain").glob("readiness*.py"),  # the words of the links in Hồ sơ
    ROOT / "ntm_desktop" / "services" / "people.py",  # roles
    ROOT / "ntm_desktop" / "domain" / "obstacles.py",  # events
    ROOT / "ntm_desktop" / "domain" / "clearance.py",  # events of plots
    ROOT / "ntm_desktop" / "domain" / "contributions.py",  # kinds, givers
]
MOST_BYTES = 64_000

LINK = re.compile(r"(!?)\[[^\]]+\]\(([^)]+)\)")
PRESSED = re.compile(r"\*\*(.+?)\*\*")
UNWANTED_WORDS = re.compile(r"\bbạn\b|vui lòng|thành công|!(?!\[)", re.IGNORECASE)

each_chapter = pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda path: path.name)


def _texts(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


@pytest.fixture(scope="module")
def screens() -> set[str]:
    return {text.replace("&", "") for text in _texts(SCREENS)}


def test_help_has_a_chapter_for_each_page() -> None:
    pages = {
        node.value.value
        for path in (ROOT / "ui" / "pages").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and node.target.id == "KEY"
        and isinstance(node.value, ast.Constant)
    }
    assert "tieu-chi" in pages
    assert pages <= {path.stem for path in CHAPTERS}


@each_chapter
def test_links_and_pictures_lead_somewhere(chapter: Path) -> None:
    for _, target in LINK.findall(chapter.read_text(encoding="utf-8")):
        assert (GUIDE / target).is_file(), target


@each_chapter
def test_a_chapter_is_reached_from_the_contents_and_leads_back(chapter: Path) -> None:
    if chapter.name == "README.md":
        return
    assert f"({chapter.name})" in (GUIDE / "README.md").read_text(encoding="utf-8")
    assert "[Mục lục](README.md)" in chapter.read_text(encoding="utf-8")


@each_chapter
def test_what_the_guide_tells_to_press_is_on_a_screen(chapter: Path, screens: set[str]) -> None:
    pressed = set(PRESSED.findall(chapter.read_text(encoding="utf-8")))
    assert sorted(pressed - screens) == []


@each_chapter
def test_the_words_are_those_of_the_house(chapter: Path) -> None:
    text = chapter.read_text(encoding="utf-8")
    assert text == unicodedata.normalize("NFC", text)
    assert UNWANTED_WORDS.findall(text) == []


def test_the_program_says_the_sentences_that_the_guide_explains() -> None:
    said = "\n".join(_texts([*(ROOT / "ui").rglob("*.py"), *(ROOT / "ntm_desktop").rglob("*.py")]))
    chapter = (GUIDE / "khi-co-loi.md").read_text(encoding="utf-8")
    sentences = re.findall(r"^\| (?!Câu báo|---)(.+?) \|", chapter, re.MULTILINE)
    pieces = {piece.strip(" “”") for sentence in sentences for piece in re.split("…|“1.5”", sentence)}
    assert len(sentences) > 10
    assert sorted(piece for piece in pieces if piece not in said) == []


def test_every_command_of_the_guide_can_be_typed() -> None:
    text = (GUIDE / "dong-lenh.md").read_text(encoding="utf-8")
    typed = [line for line in text.splitlines() if line.startswith("ntm-desktop ")]
    commands = {parse(shlex.split(line.replace("\\", "/"))[1:]).command for line in typed}
    assert commands == set(re.findall(r"`([a-z][a-z-]+)`", text)) - {"ntm-desktop", "ntm-desktop-cli"}


def test_every_picture_is_small_and_used() -> None:
    texts = "".join(path.read_text(encoding="utf-8") for path in [*CHAPTERS, ROOT / "README.md"])
    pictures = [*(GUIDE / "hinh").iterdir(), *(ROOT / "docs" / "pictures").iterdir()]
    assert [path.name for path in pictures if path.stat().st_size > MOST_BYTES] == []
    assert [path.name for path in pictures if f"/{path.name})" not in texts] == []
