"""Colours and marks: legible in both themes, and told apart without colour."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontInfo, QImage, QPainter, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QDialog, QRadioButton
from pytestqt.qtbot import QtBot

from ui import theme
from ui.tokens import DARK, LIGHT, TYPE, State, Tokens
from ui.widgets.marks import draw_mark

THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def luminance(color: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    c = QColor(color)
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF())


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@THEMES
def test_text_can_be_read_on_every_ground_it_stands_on(tokens: Tokens) -> None:
    grounds = ("bg", "surface", "surface2", "nav", "sel")
    pairs = [("text", g) for g in (*grounds, "tint")] + [("text2", g) for g in grounds]
    pairs += [("text3", g) for g in ("bg", "surface", "nav")]
    pairs += [("accent", g) for g in ("surface", "surface2", "bg", "nav", "tint", "sel")]
    pairs += [("on_accent", "accent"), ("amber", "amber_bg"), ("text", "amber_bg")]
    weak = {pair: contrast(*(tokens.plain()[name] for name in pair)) for pair in pairs}
    assert {pair: round(value, 2) for pair, value in weak.items() if value < 4.5} == {}


@THEMES
def test_the_words_of_every_state_can_be_read(tokens: Tokens) -> None:
    for state, (text, ground) in tokens.states.items():
        for on in (ground, tokens.surface, tokens.surface2, tokens.bg, tokens.sel):
            assert contrast(text, on) >= 4.5, (state, on)


@THEMES
def test_borders_of_what_can_be_pressed_are_seen(tokens: Tokens) -> None:
    for ground in (tokens.surface, tokens.bg):
        assert contrast(tokens.line2, ground) >= 3


def grey_mark(state: State, size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_mark(painter, QRectF(0, 0, size, size), state, QColor("#444444"), QColor("white"))
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def test_silhouettes_differ_at_12_pixels_in_one_grey(themed: QApplication) -> None:
    pictures = {state: grey_mark(state, 12) for state in State}
    for one, other in itertools.combinations(State, 2):
        a, b = pictures[one], pictures[other]
        differing = sum(
            abs(QColor(a.pixel(x, y)).lightness() - QColor(b.pixel(x, y)).lightness()) > 64
            for x in range(12)
            for y in range(12)
        )
        assert differing >= 12, (one, other, differing)


@pytest.mark.parametrize("setting", ["light", "dark"])
def test_every_colour_of_the_palette_follows_the_theme(themed: QApplication, setting: str) -> None:
    theme.apply(setting)
    tokens = theme.tokens()
    palette = themed.palette()
    assert palette.color(QPalette.ColorRole.Window) == QColor(tokens.bg)
    assert palette.color(QPalette.ColorRole.Link) == QColor(tokens.accent)
    assert palette.color(QPalette.ColorRole.PlaceholderText) == QColor(tokens.text3)
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == QColor(tokens.text3)


def test_icons_change_with_the_theme(themed: QApplication) -> None:
    light = theme.pixmap("house", 16, "text").toImage()
    theme.apply("dark")
    assert theme.pixmap("house", 16, "text").toImage() != light


def test_the_bundled_face_is_used_in_pixels(themed: QApplication) -> None:
    for role, (pixels, line, _weight) in TYPE.items():
        font = theme.font(role)
        assert QFontInfo(font).family() == theme.FAMILY
        assert font.pixelSize() == pixels >= 12
        assert line >= 1.38 * pixels


def test_vietnamese_has_no_foreign_glyphs(themed: QApplication) -> None:
    """A glyph from a fallback font changes the height of its line."""
    metrics = theme.metrics("body")
    letters = "ăâđêôơưẮẰẲẴẶẤẦẨẪẬẾỀỂỄỆỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰỲÝỶỸỴ≥≤→₫№−‰–“”²·"
    assert [letter for letter in letters if not metrics.inFontUcs4(ord(letter))] == []


@pytest.mark.parametrize("setting", ["light", "dark"])
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_the_edge_of_a_box_is_seen(
    qtbot: QtBot, themed: QApplication, setting: str, kind: type[QAbstractButton]
) -> None:
    theme.apply(setting)
    ground = QDialog()
    qtbot.addWidget(ground)
    box = kind("", ground)
    theme.frame_box(box)
    ground.show()
    picture = ground.grab(box.geometry()).toImage()
    seen = {picture.pixelColor(x, picture.height() // 2).name() for x in range(picture.width())}
    assert max(contrast(name, theme.tokens().surface) for name in seen) >= 3
