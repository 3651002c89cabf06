"""Who issues a paper that is no part of a dossier: letterhead and signature, filled from one value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ntm_desktop.documents.blocks import Letterhead, Signature
from ntm_desktop.documents.data import CommuneFacts, SignerFacts
from ntm_desktop.documents.formal import CLERK, day_text, post_lines
from ntm_desktop.documents.wording import SAMPLE_MARK, committee
from ntm_desktop.domain.signing import plain_name

_COMMITTEE = "Ủy ban nhân dân "


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuing:
    """Whoever issues a paper. ``today`` gives the month in which the clerk's gap for the day stands;
    ``prepared_by`` may be ""."""

    signer: SignerFacts | None
    today: date
    prepared_by: str = ""
    illustrative: bool = False

    @property
    def marks(self) -> tuple[str, ...]:
        """What stands across every page."""
        return (SAMPLE_MARK,) * self.illustrative

    @property
    def name(self) -> str:
        """ "Ủy ban nhân dân xã Yên Hóa"."""
        raise NotImplementedError

    @property
    def place(self) -> str:
        """Địa danh."""
        raise NotImplementedError

    @property
    def about(self) -> str:
        """What its papers are about, for the names of files: "xã Yên Hóa"."""
        raise NotImplementedError

    @property
    def agency(self) -> tuple[str, ...]:
        """The lines above a letter."""
        if self.name.startswith(_COMMITTEE):
            return _COMMITTEE.strip().upper(), self.name.removeprefix(_COMMITTEE).upper()
        return (self.name.upper(),)

    @property
    def posts(self) -> tuple[str, ...]:
        """The lines above a signature."""
        if self.name.startswith(_COMMITTEE):
            return post_lines(self.signer)
        return (self.signer.post.upper() if self.signer else "THỦ TRƯỞNG CƠ QUAN",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Issuing):
    """The committee of a commune."""

    commune: CommuneFacts

    @property
    def name(self) -> str:
        return committee(self.commune)

    @property
    def place(self) -> str:
        return self.commune.place

    @property
    def about(self) -> str:
        return self.commune.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority(Issuing):
    """Who appraises communes, of whatever level."""

    authority: str  # "Ủy ban nhân dân huyện Minh Hóa"
    seat: str

    @property
    def name(self) -> str:
        return self.authority

    @property
    def place(self) -> str:
        return self.seat

    @property
    def about(self) -> str:
        return self.authority.removeprefix(_COMMITTEE)


def letter_symbol(field: str) -> str:
    """Ký hiệu of a công văn, which has no code of its own: the agency, then the field or who drafts
    (Nghị định 30, section I): "UBND-XD" xây dựng, "UBND-TC" tài chính."""
    return f"UBND-{field}"


def letterhead(office: Issuing, symbol: str = "", about: str = "") -> Letterhead:
    """``symbol`` is the ký hiệu, "BC-UBND"; without one the paper bears no number."""
    return Letterhead(
        agency=office.agency,
        number=f"Số:{CLERK}/{symbol}" if symbol else "",
        place_date=f"{office.place}, {day_text(None, office.today)}",
        about=about,
    )


def signature(office: Issuing, recipients: tuple[str, ...] = ()) -> Signature:
    """With nơi nhận at the left."""
    name = plain_name(office.signer.name) if office.signer else ""
    return Signature(recipients, office.posts, name)


def table_signature(office: Issuing) -> Signature:
    """With who drew the table up at the left."""
    signed = signature(office)
    prepared_by = plain_name(office.prepared_by)
    return Signature((), signed.post, signed.name, "NGƯỜI LẬP BIỂU", prepared_by)
