"""The faces we ship have every character that a Vietnamese screen or paper shows, at one line height."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetrics, QRawFont
from pytestqt.qtbot import QtBot

from ntm_desktop import paths

SCREEN = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}
PAPER = ("Regular", "Bold", "Italic", "BoldItalic")
NEEDED = "".join(
    map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x1A0, 0x1B1), *range(0x1EA0, 0x1EFA)])
)
NEEDED += "\u0300\u0301\u0303\u0306\u0309\u031b\u0323–—‘’“”…•‰₫№−≥≤→"
SAMPLE = "Ễ Ẵ ≥ 70% ≤ 5 → 5 m² ₫ № Đường ngõ, xóm"


def _font(name: str) -> TTFont:
    return TTFont(paths.resource("fonts", name))


@pytest.mark.parametrize(
    "name", [*(f"NTMSans-{style}.ttf" for style in SCREEN), *(f"Tinos-{style}.ttf" for style in PAPER)]
)
def test_every_needed_character_is_in_every_face(name: str) -> None:
    known = _font(name).getBestCmap()
    assert [character for character in NEEDED if ord(character) not in known] == []


@pytest.mark.parametrize("style", SCREEN)
def test_a_screen_face_is_small_and_free_to_embed(style: str) -> None:
    path = paths.resource("fonts", f"NTMSans-{style}.ttf")
    assert path.stat().st_size < 52_000
    assert _font(path.name)["OS/2"].fsType == 0


def test_screen_faces_share_line_height_and_figures_have_one_width() -> None:
    faces = [_font(f"NTMSans-{style}.ttf") for style in SCREEN]
    assert len({(face["hhea"].ascent, face["hhea"].descent, face["hhea"].lineGap) for face in faces}) == 1
    for face in faces:
        names = face.getBestCmap()
        assert len({face["hmtx"][names[ord(figure)]][0] for figure in "0123456789"}) == 1


@pytest.mark.parametrize(("style", "weight"), SCREEN.items())
def test_qt_takes_our_face_and_needs_no_other(qtbot: QtBot, style: str, weight: int) -> None:
    for name in SCREEN:
        QFontDatabase.addApplicationFont(str(paths.resource("fonts", f"NTMSans-{name}.ttf")))
    font = QFont("NTM Sans")
    font.setPixelSize(13)
    font.setWeight(QFont.Weight(weight))
    assert QFontInfo(font).family() == "NTM Sans"
    assert QFontInfo(font).weight() == weight
    raw = QRawFont.fromFont(font)
    assert all(raw.supportsCharacter(ord(character)) for character in SAMPLE)
    metrics = QFontMetrics(font)
    assert metrics.boundingRect("≥ ≤ →").height() <= metrics.height()
