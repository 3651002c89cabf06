"""Who issues a paper that is no part of a dossier: letterhead and signature, filled from one value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from ntm_desktop.documents.blocks import Letterhead, Signature
from ntm_desktop.documents.data import CommuneFacts, SignerFacts
from ntm_desktop.documents.formal import CLERK, day_text, post_lines
from ntm_desktop.documents.wording import SAMPLE_MARK, committee
from ntm_desktop.domain.signing import plain_name

_COMMITTEE = "Ủy ban nhân dân "


class Issuing(Protocol):
    """Whoever issues a paper."""

    @property
    def name(self) -> str:
        """ "Ủy ban nhân dân xã Yên Hóa"."""

    @property
    def place(self) -> str:
        """Địa danh."""

    @property
    def about(self) -> str:
        """What its papers are about, for the names of files: "xã Yên Hóa"."""

    @property
    def signer(self) -> SignerFacts | None: ...

    @property
    def today(self) -> date:
        """Gives the month in which the clerk's gap for the day stands."""

    @property
    def prepared_by(self) -> str:
        """Who drew it up; "" leaves it open."""

    @property
    def illustrative(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Office:
    """The committee of a commune."""

    commune: CommuneFacts
    signer: SignerFacts | None
    today: date
    prepared_by: str = ""
    illustrative: bool = False

    @property
    def name(self) -> str:
        return committee(self.commune)

    @property
    def place(self) -> str:
        return self.commune.place

    @property
    def about(self) -> str:
        return self.commune.name


@dataclass(frozen=True, slots=True)
class Authority:
    """Who appraises communes, of whatever level."""

    name: str  # "Ủy ban nhân dân huyện Minh Hóa"
    place: str
    signer: SignerFacts | None
    today: date
    prepared_by: str = ""
    illustrative: bool = False

    @property
    def about(self) -> str:
        return self.name.removeprefix(_COMMITTEE)


def marks_of(office: Issuing) -> tuple[str, ...]:
    """What stands across every page."""
    return (SAMPLE_MARK,) * office.illustrative


def agency_lines(office: Issuing) -> tuple[str, ...]:
    """Above a letter."""
    if office.name.startswith(_COMMITTEE):
        return _COMMITTEE.strip().upper(), office.name.removeprefix(_COMMITTEE).upper()
    return (office.name.upper(),)


def posts_of(office: Issuing) -> tuple[str, ...]:
    """Above a signature."""
    if office.name.startswith(_COMMITTEE):
        return post_lines(office.signer)
    return (office.signer.post.upper() if office.signer else "THỦ TRƯỞNG CƠ QUAN",)


def letter_symbol(field: str) -> str:
    """Ký hiệu of a công văn, which has no code of its own: the agency, then the field or who drafts
    (Nghị định 30, section I): "UBND-XD" xây dựng, "UBND-TC" tài chính."""
    return f"UBND-{field}"


def letterhead(office: Issuing, symbol: str = "", about: str = "") -> Letterhead:
    """``symbol`` is the ký hiệu, "BC-UBND"; without one the paper bears no number."""
    return Letterhead(
        agency=agency_lines(office),
        number=f"Số:{CLERK}/{symbol}" if symbol else "",
        place_date=f"{office.place}, {day_text(None, office.today)}",
        about=about,
    )


def signature(office: Issuing, recipients: tuple[str, ...] = ()) -> Signature:
    """With nơi nhận at the left."""
    name = plain_name(office.signer.name) if office.signer else ""
    return Signature(recipients, posts_of(office), name)


def table_signature(office: Issuing) -> Signature:
    """With who drew the table up at the left."""
    signed = signature(office)
    prepared_by = plain_name(office.prepared_by)
    return Signature((), signed.post, signed.name, "NGƯỜI LẬP BIỂU", prepared_by)
