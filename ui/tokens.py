"""The colours and type sizes of both themes, as design/look.md §2 fixes them. Numbers only, no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum


class State(StrEnum):
    """What a mark can say. The first five equal the verdicts of ``domain.judging``, the rest are flags."""

    MET = "met"
    UNMET = "unmet"
    NOT_ASSESSED = "not_assessed"
    NOT_APPLICABLE = "not_applicable"
    NO_TARGET = "no_target"
    REGRESSED = "regressed"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme. A pair in ``states`` is (text and mark, ground)."""

    dark: bool
    bg: str
    surface: str
    surface2: str
    nav: str
    text: str
    text2: str
    text3: str
    line: str
    grid: str
    line2: str
    accent: str
    on_accent: str
    sel: str
    tint: str
    amber: str
    amber_bg: str
    amber_edge: str
    dim: str  # over the page while a long job runs
    states: Mapping[State, tuple[str, str]]

    def plain(self) -> dict[str, str]:
        """Every single colour by name, for the style sheet; states as ``met``, ``met_bg`` …"""
        single = (f.name for f in fields(self) if f.name not in ("dark", "states"))
        values = {name: str(getattr(self, name)) for name in single}
        for state, (text, ground) in self.states.items():
            values[str(state)] = text
            values[f"{state}_bg"] = ground
        return values


LIGHT = Tokens(
    dark=False,
    bg="#F1F3F2",
    surface="#FFFFFF",
    surface2="#F7F8F8",
    nav="#E6EAEA",
    text="#17211F",
    text2="#4A5654",
    text3="#5E6967",
    line="#D6DCDB",
    grid="#E3E8E7",
    line2="#7A8583",
    accent="#17507A",
    on_accent="#FFFFFF",
    sel="#E1ECF4",
    tint="#DCE9F2",
    amber="#8A5A00",
    amber_bg="#FFF1CC",
    amber_edge="#D99A00",
    dim="#66F1F3F2",
    states={
        State.MET: ("#17663A", "#E2F1E7"),
        State.UNMET: ("#A3271C", "#FBE5E2"),
        State.NOT_ASSESSED: ("#4F5B59", "#ECEFEE"),
        State.NOT_APPLICABLE: ("#5A6563", "#F1F3F2"),
        State.NO_TARGET: ("#54438A", "#ECE8F6"),
        State.REGRESSED: ("#8A4300", "#FCEBD8"),
        State.RETURNED: ("#84215F", "#F8E4F0"),
    },
)

DARK = Tokens(
    dark=True,
    bg="#161B1D",
    surface="#1F2629",
    surface2="#242C2F",
    nav="#121718",
    text="#E8EDEC",
    text2="#B7C1BF",
    text3="#9AA6A4",
    line="#364145",
    grid="#2E373B",
    line2="#77848A",
    accent="#86BCE0",
    on_accent="#0D1B26",
    sel="#24384A",
    tint="#1D3850",
    amber="#F0C35A",
    amber_bg="#3D3110",
    amber_edge="#B98A1E",
    dim="#66161B1D",
    states={
        State.MET: ("#83D3A0", "#1B3627"),
        State.UNMET: ("#FFA297", "#46231F"),
        State.NOT_ASSESSED: ("#B4BFBD", "#2B3437"),
        State.NOT_APPLICABLE: ("#9FABA9", "#232B2E"),
        State.NO_TARGET: ("#BFB0F0", "#2F2A47"),
        State.REGRESSED: ("#F5B36B", "#41290F"),
        State.RETURNED: ("#F0A3D2", "#42203A"),
    },
)

TYPE: Mapping[str, tuple[int, int, int]] = {
    "number": (26, 36, 600),
    "title": (20, 30, 600),
    "selection": (16, 24, 600),
    "card": (14, 22, 600),
    "body": (13, 20, 400),
    "medium": (13, 20, 500),
    "strong": (13, 20, 600),
    "caption": (12, 18, 400),
    "caption-medium": (12, 18, 500),
    "caption-strong": (12, 18, 600),
    "ribbon": (12, 18, 700),
}
"""Role → (pixels, line height, weight)."""
