"""Which face a paper is set in, and that the bundled one has every letter."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.paths import resource
from ntm_desktop.render.fonts import face, text_width, wrap
from ntm_desktop.services.papers import has_times_new_roman


@pytest.fixture
def office_pc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Windows folder with Times New Roman in it (Tinos by another name)."""
    fonts = tmp_path / "Fonts"
    fonts.mkdir()
    for name, style in (("", "Regular"), ("bd", "Bold"), ("i", "Italic"), ("bi", "BoldItalic")):
        shutil.copy(resource("fonts", f"Tinos-{style}.ttf"), fonts / f"times{name}.ttf")
    monkeypatch.setenv("WINDIR", str(tmp_path))


@pytest.mark.usefixtures("office_pc")
def test_times_new_roman_is_used_where_asked_for_and_present() -> None:
    assert has_times_new_roman()
    assert face(times_new_roman=True).bold == "TimesNewRoman-Bold"
    assert face().bold == "Tinos-Bold"


def test_without_it_the_bundled_face_serves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WINDIR", str(tmp_path))
    if not has_times_new_roman():  # a Linux PC may have it too
        assert face(times_new_roman=True).regular == "Tinos-Regular"


@given(st.text(alphabet="ab cdắề ", max_size=80), st.floats(30, 200))
def test_wrapping_keeps_every_letter_and_the_width(text: str, width: float) -> None:
    font = face().regular
    lines = wrap(text, font, 12, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(text_width(line, font, 12) <= width + 0.01 for line in lines)


def test_a_unit_is_cut_at_its_strokes() -> None:
    font = face().regular
    width = text_width("đồng/người/nă", font, 12)
    assert wrap("≥ 36 đồng/người/năm", font, 12, width) == ("≥ 36", "đồng/người/", "năm")
