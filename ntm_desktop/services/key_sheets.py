"""Sheets of keys, as PDF. Sessionless, for the work threads; the keys and who issues the sheet come in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ntm_desktop.documents.blocks import Paper
from ntm_desktop.documents.key_sheets import Issuer as Issuer
from ntm_desktop.documents.key_sheets import KeyFacts, enrolment_paper, recovery_paper
from ntm_desktop.documents.key_sheets import issuer_of as issuer_of
from ntm_desktop.domain.authorities import LEVELS
from ntm_desktop.services.keys import COMMUNE_LEVEL, code_of
from ntm_desktop.sync import paper
from ntm_desktop.sync.keys import Enrolment, OwnKeys, read_enrolment

_LEVELS = {COMMUNE_LEVEL: "Ủy ban nhân dân cấp xã", **LEVELS}


@dataclass(frozen=True, slots=True)
class KeySheet:
    """``code`` is what people compare; "" of a recovery sheet, which nobody compares with a file."""

    path: Path
    pages: int
    code: str = ""


def enrolment_sheet(told: bytes, *, issuer: Issuer, out: Path, times_new_roman: bool = False) -> KeySheet:
    """Of a key file: its code, and the file as QR codes. ``out`` stays as it was when anything fails."""
    code = code_of(told)
    made = enrolment_paper(_facts(read_enrolment(told)), issuer, code=code, qr=paper.enrolment_codes(told))
    return KeySheet(out, _print(made, issuer, out, times_new_roman), code)


def recovery_sheet(
    keys: OwnKeys, told: bytes, *, issuer: Issuer, out: Path, times_new_roman: bool = False
) -> KeySheet:
    """The private keys whose key file is ``told``, without the older ones: those have sheets of their own.

    The PDF holds the keys: whoever prints it deletes it afterwards.
    """
    one = read_enrolment(told)
    if (one.sign_key, one.age_key) != (keys.sign_key, keys.age_key):
        raise ValueError("the key file is of other keys")
    lines = paper.recovery_lines(keys)
    half = len(lines) // 2
    made = recovery_paper(
        _facts(one), qr=paper.recovery_code(keys), signing=lines[:half], opening=lines[half:]
    )
    return KeySheet(out, _print(made, issuer, out, times_new_roman))


def _facts(one: Enrolment) -> KeyFacts:
    level = _LEVELS.get(one.level, one.level)
    return KeyFacts(one.name, one.unit, level, one.install, one.key, one.age_key)


def _print(made: Paper, issuer: Issuer, out: Path, times_new_roman: bool) -> int:
    from ntm_desktop.render.pdf import render_pdf  # takes a while to load, and few sessions print

    printed = render_pdf(
        (made,),
        out,
        title=made.title,
        author=" ".join(issuer.agency),
        dated=issuer.today,
        marks=issuer.marks,
        times_new_roman=times_new_roman,
    )
    return printed.pages
