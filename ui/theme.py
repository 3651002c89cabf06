"""Fonts, colours and icons of the running program: one palette and one style sheet at a time.

The numbers live in ``ui.tokens``, the rules of the sheet in ``resources/style.qss``. Widgets that keep a
pixmap or a pen made from tokens make it anew on ``QEvent.Type.StyleChange``, which every swap sends.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from string import Template

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from ntm_desktop.paths import resource
from ui.tokens import DARK, LIGHT, TYPE, Tokens

FAMILY = "NTM Sans"

_WEIGHT_FILES = ("Regular", "Medium", "SemiBold", "Bold")
_FUSION_EDGE = 140  # per cent darker than the ground


class _Theme:
    """What is in force; replaced as a whole by ``apply``."""

    setting = "system"
    tokens: Tokens = LIGHT
    colors: Mapping[str, str] = LIGHT.plain()


def tokens() -> Tokens:
    return _Theme.tokens


def color(name: str) -> QColor:
    """A colour by token or state name: ``color("accent")``, ``color("unmet")``, ``color("unmet_bg")``."""
    return QColor(_Theme.colors[name])


@cache
def font(role: str) -> QFont:
    """The font of a role of ``ui.tokens.TYPE``, in pixels (never points, so that all screens agree)."""
    pixels, _, weight = TYPE[role]
    made = QFont(FAMILY)
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight(weight))
    return made


@cache
def metrics(role: str) -> QFontMetrics:
    return QFontMetrics(font(role))


def line_height(role: str) -> int:
    return TYPE[role][1]


def start(app: QApplication, setting: str) -> None:
    """Called once, before the first widget is made."""
    for weight in _WEIGHT_FILES:
        QFontDatabase.addApplicationFont(str(resource("fonts", f"NTMSans-{weight}.ttf")))
    QFont.insertSubstitution(FAMILY, "Segoe UI")
    app.setStyle("Fusion")
    app.setFont(font("body"))
    app.styleHints().colorSchemeChanged.connect(_on_scheme_changed)
    apply(setting)


def apply(setting: str) -> None:
    """``setting`` is one of ``ntm_desktop.settings.THEMES``; may be called again while windows are open."""
    _Theme.setting = setting
    _Theme.tokens = DARK if _wants_dark(setting) else LIGHT
    _Theme.colors = _Theme.tokens.plain()
    pixmap.cache_clear()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyleSheet("")  # off and on again: 86 ms with 683 widgets; one in the place of another: 370
    app.setPalette(_palette(_Theme.tokens))
    app.setStyleSheet(_sheet(_Theme.tokens))


def _wants_dark(setting: str) -> bool:
    if setting == "system":
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return setting == "dark"


def _on_scheme_changed() -> None:
    if _Theme.setting == "system":
        apply("system")


def frame_box(button: QAbstractButton) -> None:
    """The edge of a check box or radio button. Fusion makes it from the ground: hardly seen in the dark."""
    palette = button.palette()
    palette.setColor(QPalette.ColorRole.Window, color("line2").lighter(_FUSION_EDGE))
    button.setPalette(palette)


# Icons


@cache
def pixmap(name: str, size: int = 16, tone: str = "text2", ratio: float = 1.0, space: int = 0) -> QPixmap:
    """A Lucide icon in a token's colour; ``space`` adds empty pixels at its right."""
    svg = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    svg = svg.replace("currentColor", _Theme.colors[tone]).replace('stroke-width="2"', 'stroke-width="1.75"')
    picture = QPixmap(round((size + space) * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, tone: str = "text", size: int = 16, space: int = 0) -> QIcon:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    made = QIcon(pixmap(name, size, tone, app.devicePixelRatio(), space))
    made.addPixmap(pixmap(name, size, "text3", app.devicePixelRatio(), space), QIcon.Mode.Disabled)
    return made


# Palette and sheet


def _sheet(tokens: Tokens) -> str:
    text = resource("style.qss").read_text(encoding="utf-8")
    arrow = resource("icons", "arrow-dark.svg" if tokens.dark else "arrow-light.svg").as_posix()
    return Template(text).substitute(_Theme.colors, arrow=arrow)


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    colors = {
        role.Window: tokens.bg,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.surface2,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.PlaceholderText: tokens.text3,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.on_accent,
        role.Light: tokens.surface,
        role.Midlight: tokens.grid,
        role.Mid: tokens.line,
        role.Dark: tokens.line2,
        role.Shadow: tokens.line2,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Accent: tokens.accent,
    }
    made = QPalette()
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        for key, value in colors.items():
            made.setColor(group, key, QColor(value))
    for key in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText, role.Link):
        made.setColor(QPalette.ColorGroup.Disabled, key, QColor(tokens.text3))
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(tokens.line))
    return made
