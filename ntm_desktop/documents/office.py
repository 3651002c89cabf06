"""Who issues a paper that is no part of a dossier: letterhead and signature, filled from one value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ntm_desktop.documents.blocks import Letterhead, Signature
from ntm_desktop.documents.data import CommuneFacts, SignerFacts
from ntm_desktop.documents.formal import CLERK, committee_lines, day_text, post_lines
from ntm_desktop.documents.wording import SAMPLE_MARK
from ntm_desktop.domain.signing import plain_name


@dataclass(frozen=True, slots=True)
class Office:
    """``today`` gives the month in which the clerk's gap for the day stands; ``prepared_by`` may be ""."""

    commune: CommuneFacts
    signer: SignerFacts | None
    today: date
    prepared_by: str = ""
    illustrative: bool = False

    @property
    def marks(self) -> tuple[str, ...]:
        """What stands across every page."""
        return (SAMPLE_MARK,) * self.illustrative


def letter_symbol(field: str) -> str:
    """Ký hiệu of a công văn, which has no code of its own: the agency, then the field or who drafts
    (Nghị định 30, section I): "UBND-XD" xây dựng, "UBND-TC" tài chính."""
    return f"UBND-{field}"


def letterhead(office: Office, symbol: str = "", about: str = "") -> Letterhead:
    """``symbol`` is the ký hiệu, "BC-UBND"; without one the paper bears no number."""
    return Letterhead(
        agency=committee_lines(office.commune),
        number=f"Số:{CLERK}/{symbol}" if symbol else "",
        place_date=f"{office.commune.place}, {day_text(None, office.today)}",
        about=about,
    )


def signature(office: Office, recipients: tuple[str, ...] = ()) -> Signature:
    """With nơi nhận at the left."""
    name = plain_name(office.signer.name) if office.signer else ""
    return Signature(recipients, post_lines(office.signer), name)


def table_signature(office: Office) -> Signature:
    """With who drew the table up at the left."""
    signed = signature(office)
    prepared_by = plain_name(office.prepared_by)
    return Signature((), signed.post, signed.name, "NGƯỜI LẬP BIỂU", prepared_by)
