"""Builds the screen face of the program: ``NTMSans-*.ttf`` beside this file, about 47 KB a weight.

    python resources/fonts/build_fonts.py NOTO_SANS_FOLDER NOTO_SANS_MATH.ttf

The sources are those of the npm packages @expo-google-fonts/noto-sans and noto-sans-math, 0.4.2.
It is Noto Sans (SIL OFL 1.1), cut down to what Vietnamese screens show, with ≥ ≤ → ≠ ≈ of Noto Sans Math:
a glyph from a fallback font would raise the line by two pixels. The family has a name of its own, so that a
PC's own Noto Sans never takes its place. Noto Sans reserves no font name.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

FAMILY = "NTM Sans"
WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}
FROM_MATH = "≥≤→≠≈"
CHARACTERS = frozenset(
    [
        *range(0x20, 0x7F),
        *range(0xA0, 0x180),
        *range(0x1A0, 0x1B1),
        *range(0x1EA0, 0x1EFA),
        *(0x0300, 0x0301, 0x0303, 0x0306, 0x0309, 0x031B, 0x0323),
        *map(ord, "‐‑–—‘’‚“”„†•…‰′″₫№−\u2007\u2009\u200b\u202f"),
    ]
)


def build(weight: str, source: Path, math: TTFont) -> TTFont:
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum"]
    options.hinting = False
    options.name_IDs = [0, 13, 14]
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    for table in ("STAT", "prep", "gasp"):
        if table in font:
            del font[table]
    for character in FROM_MATH:
        _copy_glyph(character, math, font)
    _name(font, weight)
    return font


def _copy_glyph(character: str, source: TTFont, target: TTFont) -> None:
    """Outline and width, scaled where the two faces have different units; weights of the maths face: one."""
    name = source.getBestCmap()[ord(character)]
    scale = target["head"].unitsPerEm / source["head"].unitsPerEm
    recording = DecomposingRecordingPen(source.getGlyphSet())
    source.getGlyphSet()[name].draw(recording)
    pen = TTGlyphPen(None)
    for operation, points in recording.value:
        scaled = [point and (round(point[0] * scale), round(point[1] * scale)) for point in points]
        getattr(pen, operation)(*scaled)
    new_name = f"uni{ord(character):04X}"
    glyph = pen.glyph()
    target["glyf"][new_name] = glyph
    glyph.recalcBounds(target["glyf"])
    target["hmtx"][new_name] = (round(source["hmtx"][name][0] * scale), glyph.xMin)
    for table in target["cmap"].tables:
        table.cmap[ord(character)] = new_name


def _name(font: TTFont, weight: str) -> None:
    """Four styles of one family, found by weight; older Windows interfaces see the four as families."""
    names = font["name"]
    plain = weight in ("Regular", "Bold")
    texts = {
        1: FAMILY if plain else f"{FAMILY} {weight}",
        2: weight if plain else "Regular",
        3: f"{FAMILY.replace(' ', '')}-{weight}",
        4: f"{FAMILY} {weight}",
        6: f"{FAMILY.replace(' ', '')}-{weight}",
        16: FAMILY,
        17: weight,
    }
    for number, text in texts.items():
        names.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = WEIGHTS[weight]


def main(sources: Path, math: Path) -> None:
    folder = Path(__file__).parent
    for weight, number in WEIGHTS.items():
        font = build(weight, sources / f"NotoSans_{number}{weight}.ttf", TTFont(math))
        font["head"].modified = font["head"].created
        font.recalcTimestamp = False
        font.save(folder / f"NTMSans-{weight}.ttf")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
