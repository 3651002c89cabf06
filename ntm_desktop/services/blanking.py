"""Erasing personal data on request: what an action kept of the rows before and after it.

It goes from the action, from the other actions that keep the same words of the same rows, and from the
rows that no screen shows any more. That it was done, when and by whom stays, and the chain of the history
holds. What is shown today, earlier backups and papers that were printed are not touched: the person is told
where they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import RowMapping, Table, select

from ntm_desktop.changes import Changes
from ntm_desktop.db import chain
from ntm_desktop.db.models import file, freeze, history, metadata, workplace
from ntm_desktop.db.session import Session
from ntm_desktop.db.types import SUCCESSION
from ntm_desktop.errors import NtmError
from ntm_desktop.services import backup
from ntm_desktop.services.history import HistoryDetail, entry
from ntm_desktop.services.history_labels import label_of
from ntm_desktop.services.history_words import name_of

WORDS = frozenset(
    {
        "address", "answer", "assets", "authority", "chair", "chair_post", "collector", "contact",
        "content", "correction", "debt_source", "discussion", "document", "giver_name",
        "investor", "item", "na_ground", "name", "note", "number", "place", "plot", "post",
        "profile_ground", "promiser", "proposal", "reason", "reply", "scale", "secretary",
        "secretary_post", "sheet", "solution", "tax_code", "title", "what",
    }
)  # fmt: skip
"""Columns in which people write what they like."""
_WORDS_OF = frozenset(
    {("contribution", "giver"), ("narrative", "body"), ("plan", "cause"), ("person", "unit")}
)
"""Table and column, where the column holds keys of the program in other tables."""

_TELLING = 4  # a shorter word stands in many titles by chance

_GONE_ALREADY = "Nội dung của thao tác số {seq} đã được xóa từ trước. Không còn gì để xóa."
_EMPTY = "Thao tác số {seq} không giữ nội dung nào để xóa. Xem lại số thứ tự trong trang Lịch sử."

Key = tuple[str, str]  # table and uid


@dataclass(frozen=True, slots=True)
class Blanking:
    """What erasing the content of an action takes away, and where the same can still be read afterwards."""

    detail: HistoryDetail
    along: tuple[int, ...]
    """Other actions that keep the same words of the same rows: their content goes too, oldest first."""
    emptied: tuple[str, ...]
    """Rows that no screen shows, deleted or superseded, in which the words go too."""
    shown: tuple[str, ...]
    """Rows of today, with the fields that still say the same: a person edits these first."""
    titled: tuple[int, ...]
    """Actions whose very title has the words in it; the chain holds titles, they cannot go."""
    backups: tuple[tuple[Path, int], ...]
    """Places with backups that go as far as the action, and how many."""
    printed: bool
    """Figures were fixed for an official print; these stay as they were printed."""
    files: bool
    """The action took a file in: it stays where it is."""


@dataclass(slots=True)
class _Kin:
    """The rows that a row stands for: itself, and the facts it replaced or that replaced it."""

    table: Table
    rows: list[RowMapping]
    words: dict[str, set[str]] = field(default_factory=dict)
    """By column: what the action said there."""

    def unseen(self) -> Iterator[RowMapping]:
        """The deleted and the superseded."""
        replaced = {row["supersedes"] for row in self.rows if "supersedes" in row and not row["deleted"]}
        return (row for row in self.rows if row["deleted"] or row["uid"] in replaced)

    def said_again(self, row: RowMapping) -> list[str]:
        """The columns in which a row says what the action said."""
        return [name for name, words in self.words.items() if row[name] in words]


def preview(session: Session, *, seq: int) -> Blanking:
    """Refused where there is no such action or nothing in it to erase."""
    return _look(session, seq)[0]


def blank(session: Session, *, seq: int) -> Changes:
    """Erases it; the actions can no longer be taken back. Bytes leave the file with ``Database.compact``."""
    found, kin = _look(session, seq)
    changes = Changes()
    for number in (seq, *found.along):
        changes |= chain.blank_images(session, number)
    for one in kin:
        for row in one.unseen():
            if names := one.said_again(row):
                changes |= chain.empty_words(session, seq, one.table, row, names)
    return changes


def _look(session: Session, seq: int) -> tuple[Blanking, list[_Kin]]:
    detail = entry(session, seq=seq)
    if detail.blanked:
        raise NtmError(_GONE_ALREADY.format(seq=seq))
    kept = _kept(session)
    own = kept.pop(seq)
    if all(name in (history.name, workplace.name) for name, _uid in own):
        raise NtmError(_EMPTY.format(seq=seq))
    kin = _kin_of(session, own)
    gone: dict[Key, dict[str, set[str]]] = {}
    emptied, shown = [], []
    for one in kin:
        unseen = {row["uid"]: row for row in one.unseen()}
        seen = [row for row in one.rows if row["uid"] not in unseen]
        for row in seen:
            if names := one.said_again(row):
                shown.append(f"{_name(session, one.table, row)} ({_labels(one.table.name, names)})")
        emptied += [
            f"{_name(session, one.table, row)} ({'đã xóa' if row['deleted'] else 'đã có số thay'})"
            for row in unseen.values()
            if one.said_again(row)
        ]
        still = {name: {row[name] for row in seen} for name in one.words}
        left = {name: words - still[name] for name, words in one.words.items()}
        gone.update({(one.table.name, row["uid"]): left for row in one.rows})
    along = tuple(number for number, images in kept.items() if _speaks(images, gone))
    words = {
        word for left in gone.values() for some in left.values() for word in some if len(word) >= _TELLING
    }
    return Blanking(
        detail,
        along,
        tuple(emptied),
        tuple(shown),
        _titled(session, words),
        tuple(_backups(session, seq)),
        printed=session.row(select(freeze).where(freeze.c.commune_id == session.commune_id)) is not None,
        files=any(name == file.name for name, _uid in own),
    ), kin


def _backups(session: Session, seq: int) -> Iterator[tuple[Path, int]]:
    for place in backup.places_of(session.files.folder):
        newest = [found.manifest.newest for found in backup.list_backups(place=place)]
        if count := sum(one is not None and one.seq >= seq for one in newest):
            yield place, count


def _kept(session: Session) -> dict[int, dict[Key, list[Mapping[str, Any]]]]:
    """By action: the images of each row that it still keeps, oldest first."""
    query = select(history.c.seq, history.c.images).where(
        history.c.commune_id == session.commune_id, history.c.images.is_not(None)
    )
    return {
        found["seq"]: {
            (image["table"], image["uid"]): [one for one in (image["before"], image["after"]) if one]
            for image in chain.images_of(found)
        }
        for found in session.rows(query.order_by(history.c.seq))
    }


def _kin_of(session: Session, own: Mapping[Key, Collection[Mapping[str, Any]]]) -> list[_Kin]:
    found: list[_Kin] = []
    by_table: dict[str, dict[str, Collection[Mapping[str, Any]]]] = {}
    for (name, uid), images in own.items():
        by_table.setdefault(name, {})[uid] = images
    for name, images_of in by_table.items():
        table = metadata.tables[name]
        if "deleted" not in table.c:
            continue
        rows = session.rows(select(table).where(table.c.commune_id == session.commune_id))
        for rows_of_one in _families(rows, [link for link in SUCCESSION if link in table.c]):
            one = _Kin(table, rows_of_one)
            for uid in (row["uid"] for row in rows_of_one):
                for image in images_of.get(uid, ()):
                    for column, word in _words(name, image):
                        one.words.setdefault(column, set()).add(word)
            if one.words:
                found.append(one)
    return found


def _families(rows: Iterable[RowMapping], links: Collection[str]) -> Iterator[list[RowMapping]]:
    """Rows together with those that they replaced."""
    family: dict[str, list[RowMapping]] = {}
    by_uid = {row["uid"]: row for row in rows}
    for uid, row in by_uid.items():
        mine = family.setdefault(uid, [row])
        for other in (row[link] for link in links if row[link] in by_uid):
            theirs = family.setdefault(other, [by_uid[other]])
            if theirs is not mine:
                mine += theirs
                family.update({one["uid"]: mine for one in theirs})
    seen: set[int] = set()
    for one in family.values():
        if id(one) not in seen:
            seen.add(id(one))
            yield one


def _words(table: str, content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for column, word in content.items():
        if word and isinstance(word, str) and (column in WORDS or (table, column) in _WORDS_OF):
            yield column, word


def _speaks(
    images: Mapping[Key, Iterable[Mapping[str, Any]]], gone: Mapping[Key, Mapping[str, set[str]]]
) -> bool:
    return any(
        word in gone[key].get(column, ())
        for key, some in images.items()
        if key in gone
        for image in some
        for column, word in _words(key[0], image)
    )


def _titled(session: Session, words: Collection[str]) -> tuple[int, ...]:
    query = select(history.c.seq, history.c.action).where(history.c.commune_id == session.commune_id)
    return tuple(
        row["seq"]
        for row in session.rows(query.order_by(history.c.seq))
        if any(word in row["action"] for word in words)
    )


def _name(session: Session, table: Table, row: RowMapping) -> str:
    return f"{table.info['label']} {name_of(session, table, row)}".rstrip()


def _labels(table: str, names: Iterable[str]) -> str:
    return ", ".join(label_of(table, name) or name for name in names)
