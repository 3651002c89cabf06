"""Official documents (văn bản): grounds of the papers, decisions behind targets and confirmations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, referrers, remove, rows_using, update
from ntm_desktop.db.models import official_document
from ntm_desktop.db.session import Session, live, until_written
from ntm_desktop.errors import NtmError
from ntm_desktop.services.fields import day_of, iso, line, required
from ntm_desktop.text import format_date, search_key

GROUND = "can_cu"
KINDS = ("Luật", "Nghị quyết", "Nghị định", "Quyết định", "Thông tư", "Kế hoạch", "Hướng dẫn", "Công văn",
         "Báo cáo", "Biên bản", "Văn bản xác nhận", "Khác")  # fmt: skip


@dataclass(frozen=True, slots=True)
class DocumentView:
    uid: str
    kind: str
    number: str
    issued: date | None
    issuer: str
    title: str
    role: str

    @property
    def label(self) -> str:
        """“Quyết định số 728/QĐ-UBND ngày 23/3/2022 của UBND tỉnh Quảng Bình”."""
        number = f" số {self.number}" if self.number else ""
        issued = f" ngày {format_date(self.issued)}" if self.issued else ""
        issuer = f" của {self.issuer}" if self.issuer else ""
        return f"{self.kind}{number}{issued}{issuer}"


@until_written(official_document)
def list_documents(session: Session) -> tuple[DocumentView, ...]:
    rows = session.rows(
        live(official_document, session).order_by(official_document.c.position, official_document.c.uid)
    )
    return tuple(
        DocumentView(
            uid=row["uid"],
            kind=row["kind"],
            number=row["number"],
            issued=day_of(row["issued"]),
            issuer=row["issuer"],
            title=row["title"],
            role=row["role"],
        )
        for row in rows
    )


def save_document(
    session: Session,
    *,
    uid: str | None = None,
    kind: str,
    number: str,
    issued: date | None,
    issuer: str,
    title: str,
    role: str = "",
) -> Changes:
    required({"loại văn bản": kind, "trích yếu": title})
    others = [view for view in list_documents(session) if view.uid != uid]
    same = next((v for v in others if number and _key(v.number, v.issuer) == _key(number, issuer)), None)
    if same and same.issued == issued:
        raise NtmError(f"Đã có {same.label} trong danh mục. Mở văn bản đó để sửa thay vì nhập thêm.")
    values = {
        "kind": line(kind),
        "number": line(number),
        "issued": iso(issued),
        "issuer": line(issuer),
        "title": line(title),
        "role": role,
    }
    if uid is not None:
        return update(session, official_document, uid, values)
    row = {"uid": session.new_uid(), **values, "position": len(others), "file_uid": None}
    return insert(session, official_document, [row])


def uid_of(session: Session, *, number: str, issued: date | None, issuer: str) -> str | None:
    """The document of that number, day and issuer."""
    wanted = _key(number, issuer)
    views = list_documents(session)
    return next((v.uid for v in views if _key(v.number, v.issuer) == wanted and v.issued == issued), None)


def letter_numbered(
    session: Session, *, number: str, issued: date, issuer: str, title: str, kind: str = "Công văn"
) -> tuple[Changes, str]:
    """The uid of the document of that number, day and issuer, which is added when it is new."""
    if (known := uid_of(session, number=number, issued=issued, issuer=issuer)) is not None:
        return Changes(), known
    changes = save_document(session, kind=kind, number=number, issued=issued, issuer=issuer, title=title)
    added = uid_of(session, number=number, issued=issued, issuer=issuer)
    assert added is not None
    return changes, added


def correct_number(session: Session, *, uid: str, number: str, issued: date, issuer: str) -> Changes:
    """Of a document that was entered with a mistake; what else is known of it stays."""
    view = next(one for one in list_documents(session) if one.uid == uid)
    return save_document(
        session, uid=uid, kind=view.kind, number=number, issued=issued, issuer=issuer, title=view.title,
        role=view.role,
    )  # fmt: skip


def uses(session: Session, *, uid: str) -> int:
    """How many rows name the document."""
    return sum(
        len(rows_using(session, child, column, [uid])) for child, column in referrers(official_document)
    )


def move_document(session: Session, *, uid: str, step: int) -> Changes:
    """Up (-1) or down (+1) in the office's own order, in which the papers cite their grounds."""
    uids = [view.uid for view in list_documents(session)]
    place = uids.index(uid)
    if not 0 <= place + step < len(uids):
        return Changes()
    uids[place], uids[place + step] = uids[place + step], uids[place]
    changes = Changes()
    for position, moved in enumerate(uids):
        changes |= update(session, official_document, moved, {"position": position})
    return changes


def remove_document(session: Session, *, uid: str) -> Changes:
    """Refused while evidence, targets or responsibilities still point to it."""
    return remove(session, official_document, [uid])


def _key(number: str, issuer: str) -> str:
    return search_key(f"{number} {issuer}")
