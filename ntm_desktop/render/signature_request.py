"""What a person asks for who signs a PDF: with which key, as whom, where. And what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from ntm_desktop.domain.signing import is_same_person


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A PKCS#12 file."""

    path: Path
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Token:
    """A device behind a PKCS#11 library. Without label and slot: the only one that is plugged in."""

    library: Path
    pin: str = field(repr=False)
    label: str = ""
    slot: int | None = None
    certificate: str = ""  # its label on the device, where there are several


class Manner(StrEnum):
    """Nghị định 30/2020, Phụ lục I: who signs decides what is seen, and where."""

    PERSON = "person"  # D8: between post and name
    ORGANISATION = "organisation"  # D9: the seal, over the left third of the signature
    ANNEX = "annex"  # D10: an annex in a file of its own, upper right corner of its first page


@dataclass(frozen=True, slots=True)
class Wish:
    manner: Manner = Manner.PERSON
    page: int | None = None  # from 1
    paper: str = ""  # or a few words of the paper's title in the outline
    picture: Path | None = None  # of the signature or the seal: PNG, transparent
    number: str = ""  # of an annex: number and symbol of the document it goes with

    @property
    def wants_block(self) -> bool:
        """Else the corner is the place that the decree has for it."""
        is_seal = self.manner is Manner.ORGANISATION and self.picture is not None
        return self.manner is Manner.PERSON or is_seal


@dataclass(frozen=True, slots=True)
class Prospect:
    """What signing would do, told before anything is written."""

    manner: Manner
    name: str
    organisation: str
    is_office: bool  # the certificate is no person's
    page: int  # from 1
    in_block: bool
    printed: str  # the name below the place, "" without one

    @property
    def is_office_as_person(self) -> bool:
        return self.manner is Manner.PERSON and self.is_office

    @property
    def is_other_person(self) -> bool:
        """The paper has another name there than the certificate."""
        if self.manner is not Manner.PERSON or self.is_office or not self.printed:
            return False
        return not is_same_person(self.printed, self.name)

    def found(self, wish: Wish) -> Wish:
        """The same place, which need not be looked for again."""
        return replace(wish, page=self.page, paper="")


@dataclass(frozen=True, slots=True)
class Signed:
    path: Path
    name: str
    organisation: str
    at: datetime
    page: int  # from 1
    in_block: bool  # at the post and name of a signer, not in the corner
    before: int  # signatures that were there already
    sha256: str  # of the signed file
