"""Cuts the face of the papers down to what they print: ``Tinos-*.ttf`` beside this file.

    python resources/fonts/build_tinos.py TINOS_FOLDER

The sources are those of Tinos 1.23 (Apache-2.0). Left out are other scripts, hints for coarse screens and the
tables that ReportLab does not read; outlines and widths stay as they are. Four whole faces took 5.5 MB of
memory for every print and every chart.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset

STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
CHARACTERS = frozenset(
    [
        *range(0x20, 0x250),  # Latin
        *range(0x2B0, 0x400),  # accents, alone and combining; Greek, for units and formulas
        *range(0x1E00, 0x1F00),  # Latin of Vietnamese
        *range(0x2000, 0x2300),  # punctuation, currency, fractions, arrows, signs of comparison
        *range(0x2500, 0x2700),  # shapes
    ]
)


def build(source: Path) -> subset.TTFont:
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ["GDEF", "GPOS", "GSUB", "VDMX", "hdmx", "gasp", "DSIG", "kern"]
    options.glyph_names = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]
    options.recalc_timestamp = False
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    for record in font["name"].names:
        if record.nameID == 5:
            record.string = f"{record.toUnicode()}; changed: subset without hints for NTM Desktop"
    return font


def main(sources: Path) -> None:
    for style in STYLES:
        name = f"Tinos-{style}.ttf"
        build(sources / name).save(Path(__file__).parent / name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
