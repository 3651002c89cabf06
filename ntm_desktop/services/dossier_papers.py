"""The papers of the dossier one by one: number, date and signer; the file of one made elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, update
from ntm_desktop.db.models import file, paper
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.goals import TIERS
from ntm_desktop.domain.signing import WHO_SIGNS
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.forms import fill, load_regime
from ntm_desktop.services import commune, goals
from ntm_desktop.services.evidence import file_row
from ntm_desktop.services.fields import day_of, iso, line
from ntm_desktop.services.files import IncomingFile
from ntm_desktop.services.people import list_signers


@dataclass(frozen=True, slots=True)
class AttachedFile:
    uid: str
    name: str
    type: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class PaperView:
    """A paper that carries a number or is made elsewhere: what the clerk fills in after printing."""

    form: str
    symbol: str  # ký hiệu: "TTr-UBND"
    title: str
    attached: bool  # made elsewhere
    required: bool
    precedes: bool  # there before the tờ trình goes up
    foreign: bool  # made by others: wanted as a file
    signed_here: bool  # one of the office's signers signs it
    number: str
    issued: date | None
    signer_uid: str | None
    file: AttachedFile | None = None

    @property
    def known(self) -> bool:
        """It can be cited; one without a number is known by its file."""
        return bool(self.number and self.issued) if self.symbol else self.file is not None

    @property
    def lacking(self) -> tuple[str, ...]:
        """What is still to be entered of a paper made elsewhere."""
        numbered = not self.symbol or self.known
        attached = not self.foreign or self.file is not None
        return ("số, ngày",) * (not numbered) + ("tệp",) * (not attached)


def papers(session: Session, *, on: date) -> tuple[PaperView, ...]:
    """The papers of the regime that carry a number or are attached, with what is known of them."""
    goal = goals.current(session, on=on)
    known = {
        row["form"]: row for row in session.rows(live(paper, session).where(paper.c.goal_uid == goal.uid))
    }
    names = {
        "commune": commune.load(session).name,
        "tier": TIERS.get(goal.tier, goal.tier),
        "year": str(goal.year),
    }
    files = _files(session, [row["file_uid"] for row in known.values() if row["file_uid"]])
    views = []
    for rule in load_regime(goal.regime).forms:
        if rule.code or rule.attached:
            row = known.get(rule.form)
            views.append(
                PaperView(
                    form=rule.form,
                    symbol=rule.symbol,
                    title=fill(rule.title, names),
                    attached=rule.attached,
                    required=rule.required,
                    precedes=rule.precedes,
                    foreign=rule.foreign,
                    signed_here=rule.signed_here,
                    number=row["number"] if row else "",
                    issued=day_of(row["issued"]) if row else None,
                    signer_uid=row["signer_uid"] if row else None,
                    file=files.get(row["file_uid"]) if row else None,
                )
            )
    return tuple(views)


def save_paper(
    session: Session,
    *,
    form: str,
    on: date,
    number: str = "",
    issued: date | None = None,
    signer_uid: str | None = None,
) -> Changes:
    """Number, date and signer stay outside the freeze: filling them in later changes no code."""
    _of_dossier(session, form, on)
    if signer_uid is not None and signer_uid not in {person.uid for person in list_signers(session)}:
        raise NtmError(f"Văn bản của hồ sơ do {WHO_SIGNS} ký. Chọn người ký khác.")
    return _put(session, form, on, number=line(number), issued=iso(issued), signer_uid=signer_uid)


def attach_paper(session: Session, *, form: str, stored: IncomingFile, on: date) -> Changes:
    """The signed paper of those who made it, in the place of one that was attached before."""
    view = _of_dossier(session, form, on)
    if not view.attached:
        raise NtmError(f"“{view.title}” do chương trình lập, không đính kèm tệp thay cho văn bản này.")
    if stored.type != "pdf":
        raise NtmError(
            f"“{stored.name}” không phải tệp PDF nên không gộp vào hồ sơ được. Quét văn bản đã ký thành một "
            "tệp PDF rồi đính kèm lại."
        )
    file_uid, changes = file_row(session, stored)
    return changes | _put(session, form, on, file_uid=file_uid)


def detach_paper(session: Session, *, form: str, on: date) -> Changes:
    """The file stays in the store."""
    if _of_dossier(session, form, on).file is None:
        raise NtmError("Văn bản này chưa có tệp đính kèm. Tải lại trang Hồ sơ để xem hiện trạng.")
    return _put(session, form, on, file_uid=None)


def _of_dossier(session: Session, form: str, on: date) -> PaperView:
    view = next((view for view in papers(session, on=on) if view.form == form), None)
    if view is None:
        raise NtmError("Văn bản này không thuộc hồ sơ của trình tự đang dùng. Tải lại trang Hồ sơ.")
    return view


def _put(session: Session, form: str, on: date, **values: str | None) -> Changes:
    goal = goals.current(session, on=on)
    known = session.row(live(paper, session).where(paper.c.goal_uid == goal.uid, paper.c.form == form))
    if known is not None:
        return update(session, paper, known["uid"], values)
    row = {"uid": session.new_uid(), "form": form, "goal_uid": goal.uid, "number": "", **values}
    return insert(session, paper, [row])


def _files(session: Session, uids: Sequence[str]) -> Mapping[str | None, AttachedFile]:
    rows = session.rows(live(file, session).where(file.c.uid.in_(uids))) if uids else ()
    return {
        row["uid"]: AttachedFile(row["uid"], row["name"], row["type"], row["sha256"], row["size"])
        for row in rows
    }
