"""The formal parts that papers share, after Nghị định 30/2020/NĐ-CP: letterhead, căn cứ, signature, annexes.

Only what they say; sizes and places are ``render``'s. An unknown number or day stays open for the clerk.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ntm_desktop.documents.blocks import AnnexHeading, Grounds, Letterhead, Signature, Title
from ntm_desktop.documents.cited import latest_day
from ntm_desktop.documents.data import CommuneFacts, DossierData, GoalFacts, PaperFacts, SignerFacts
from ntm_desktop.documents.wording import committee, places
from ntm_desktop.domain.signing import SigningPost, plain_name, signing_post
from ntm_desktop.packs.forms import Citation, FormRule, fill
from ntm_desktop.text import GAP, format_long_date, format_month, search_key

CLERK = " " * 6
"""The gap that the clerk fills in."""
_STATUTES = ("Luật", "Pháp lệnh")
_POSTS = {
    SigningPost.CHAIR: ("CHỦ TỊCH",),
    SigningPost.DEPUTY: ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    SigningPost.ACTING: ("Q. CHỦ TỊCH",),
}
_CENTRAL = ("quoc hoi", "chinh phu")
_KINDS = {"TTr": "Tờ trình", "BC": "Báo cáo", "BB": "Biên bản"}
_MINUTES = "BB"
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class MissingGround:
    """A căn cứ that the papers need and nobody has entered yet."""

    what: str  # "Chương trình giai đoạn 2026 - 2030"

    @property
    def text(self) -> str:
        return f"(căn cứ của {self.what}: chưa có, bổ sung trước khi ký)"


def roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        while number >= value:
            text, number = text + letters, number - value
    return text


def committee_lines(commune: CommuneFacts) -> tuple[str, str]:
    return "ỦY BAN NHÂN DÂN", commune.name.upper()


def number_text(paper: PaperFacts, rule: FormRule) -> str:
    """ "Số: 05/TTr-UBND": below ten with a zero (B10), without spaces round the signs (B11)."""
    number = paper.number.strip()
    number = f"0{number}" if number.isdigit() and len(number) == 1 else number
    return f"Số:{f' {number}' if number else CLERK}/{rule.symbol}"


def day_text(issued: date | None, today: date) -> str:
    """The date in words, or a gap for the day before the month that is running."""
    if issued is not None:
        return format_long_date(issued)
    return f"ngày{CLERK}{format_month(today)}"


def letterhead(data: DossierData, rule: FormRule) -> Letterhead:
    """Minutes tell place and date in their text (form 1.9)."""
    paper = data.paper(rule.form)
    dated = f"{data.commune.place}, {day_text(paper.issued, latest_day(data, rule.form))}"
    return Letterhead(
        agency=committee_lines(data.commune),
        number=number_text(paper, rule),
        place_date="" if rule.code == _MINUTES else dated,
        form_number=paper.form_number,
    )


def title(data: DossierData, rule: FormRule, kind: str) -> Title:
    whole = {name: value.replace(" ", "\u00a0") for name, value in places(data).items()}
    return Title(kind, fill(rule.summary or rule.title, whole))  # names are not broken over two lines


def citation_text(document: Citation) -> str:
    """In full, as the first mention needs it (C8, C9)."""
    day = format_long_date(document.issued) if document.issued else f"ngày {GAP} tháng {GAP} năm {GAP}"
    if document.kind in _STATUTES:
        return f"{document.kind} {document.title} {day}"
    text = f"{document.kind} số {document.number or GAP} {day}"
    if document.issuer:
        text += f" của {document.issuer}"
    return f"{text} {document.title}".rstrip()


def short_citation(document: Citation) -> str:
    """Type and number, as each further mention needs it (C9)."""
    return f"{document.kind} số {document.number}" if document.number else citation_text(document)


def ground_documents(data: DossierData) -> tuple[Citation | MissingGround, ...]:
    """The general ones, then the office's own, which replace those of the same number; each once.

    Only a draft tells what is missing: in a final print it is left out.
    """
    own = {_same(document) for document in data.grounds}
    general = (
        ground
        for ground in _general(data)
        if (data.draft if isinstance(ground, MissingGround) else _same(ground) not in own)
    )
    return (*general, *data.grounds)


def general_grounds(data: DossierData) -> tuple[Citation, ...]:
    """What the papers cite from the regime, the set and their amendments, as ``ground_documents`` has it."""
    printed = ground_documents(data)
    return tuple(g for g in printed if isinstance(g, Citation) and g not in data.grounds)


def missing_grounds(data: DossierData) -> tuple[MissingGround, ...]:
    return tuple(ground for ground in ground_documents(data) if isinstance(ground, MissingGround))


def open_grounds(data: DossierData) -> tuple[str, ...]:
    """What is cited without its number or its day: a gap on paper."""
    cited = (one for one in ground_documents(data) if isinstance(one, Citation))
    return tuple(
        f"{one.kind} {one.title}".strip()
        for one in cited
        if one.issued is None or not (one.number or one.kind in _STATUTES)
    )


def _general(data: DossierData) -> Iterator[Citation | MissingGround]:
    """The regime's grounds, the set's decision, the procedure; what amended one by that day follows it.

    A document of another period than the set's is never cited: its place stays open until the office has
    entered one that fits.
    """
    regime, goal = data.regime, data.goal
    for ground in regime.grounds:
        if _fits(ground, goal):
            yield ground
        else:
            yield from _open(data, "Chương trình", "chuong trinh muc tieu quoc gia")
    yield goal.set_citation
    yield from _amending(goal.set_amendments, goal.set_citation, data.on)
    if _fits(regime.decision, goal):
        yield regime.decision
        yield from _amending(regime.amendments, regime.decision, data.on)
    else:
        yield from _open(data, "trình tự xét, công nhận", "cong nhan")


def _fits(document: Citation, goal: GoalFacts) -> bool:
    return document.period in (None, goal.set_period)


def _open(data: DossierData, what: str, named: str) -> Iterator[MissingGround]:
    """Nothing, where the office has a document of the central bodies from then that is ``named`` so."""
    first, last = data.goal.set_period
    found = any(
        document.issued is not None
        and document.issued.year >= first - 1
        and named in search_key(document.title)
        and any(body in search_key(document.issuer) for body in _CENTRAL)
        for document in data.grounds
    )
    if not found:
        yield MissingGround(f"{what} giai đoạn {first} - {last}")


def _same(document: Citation) -> str:
    """What two citations of one document have in common: the number, or the name of a law."""
    return document.number or search_key(f"{document.kind} {document.title}")


def _amending(amendments: tuple[Citation, ...], amended: Citation, on: date) -> tuple[Citation, ...]:
    """Only those whose date is known: a căn cứ is never cited without one."""
    return tuple(
        Citation(
            document.kind,
            document.number,
            document.issued,
            document.issuer,
            document.title or f"sửa đổi, bổ sung {short_citation(amended)}",
        )
        for document in amendments
        if document.issued is not None and document.issued <= on
    )


def grounds(data: DossierData) -> Grounds:
    return Grounds(
        tuple(
            ground.text if isinstance(ground, MissingGround) else f"Căn cứ {citation_text(ground)}"
            for ground in ground_documents(data)
        )
    )


def post_lines(signer: SignerFacts | None) -> tuple[str, ...]:
    """ "TM. …" and the post; a deputy signs for the chairman (D3, D4). Without a signer: the chairman."""
    post = signing_post(signer.post) if signer else None
    return "TM. ỦY BAN NHÂN DÂN", *_POSTS[post or SigningPost.CHAIR]


def signature(data: DossierData, form: str, recipients: tuple[str, ...] = ()) -> Signature:
    signer = data.paper(form).signer
    return Signature(recipients, post_lines(signer), plain_name(signer.name) if signer else "")


def recipients(data: DossierData) -> tuple[str, ...]:
    """Nơi nhận of a paper that goes up: "Như trên" first, "Lưu: VT" last (E3, E4)."""
    return ("Như trên", *(fill(line, places(data)) for line in data.regime.recipients), "Lưu: VT")


def annex_heading(
    data: DossierData, number: str, heading: str, rule: FormRule, *, form: str = ""
) -> AnnexHeading:
    """Heading of an annex to the paper of ``rule`` (F2–F5); ``form``: of the annex itself."""
    return AnnexHeading(number, heading.upper(), going_with(data, rule), data.paper(form).form_number)


def going_with(data: DossierData, rule: FormRule, *, on: date | None = None) -> str:
    """Which paper an annex goes with: that one bears letterhead and signature for both (F5)."""
    return f"(Kèm theo {own_paper(data, rule, on=on)})"


def own_paper(data: DossierData, rule: FormRule, *, on: date | None = None) -> str:
    """ "Báo cáo số 05/BC-UBND ngày … của Ủy ban nhân dân xã …": a paper of the dossier as others name it.

    ``on``: its day where nobody entered one.
    """
    paper = data.paper(rule.form)
    number = number_text(paper, rule).replace("Số:", "số")
    dated = day_text(paper.issued or on, latest_day(data, rule.form))
    return f"{_KINDS[rule.code]} {number} {dated} của {committee(data.commune)}"
