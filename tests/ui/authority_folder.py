"""An authority that has a package of each sample commune, made once; and its window."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from exchanging import made, new_authority, submitted, taken

from ntm_desktop.db.engine import Database
from ntm_desktop.services import sample

COMMUNES = ("yen-hoa", "thai-thuy", "dong-hoa")
DAY = date(2021, 7, 1)


def make(place: Path) -> Path:
    """The data folder of the authority."""
    authority = new_authority(place / "authority")
    for name in COMMUNES:
        sample.make(place / name, commune=name)
        commune = made(Database.open(place / name))
        commune.pins(authority)
        authority.pins(commune)
        taken(authority, submitted(commune, place))
        commune.database.close()
    authority.database.close()
    return place / "authority"
