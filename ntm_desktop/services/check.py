"""Is everything that was kept still there and still what it was? Finds and tells, mends nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, Select, Table, select

from ntm_desktop.db import chain
from ntm_desktop.db.files import file_titles, named_files
from ntm_desktop.db.history import content_of, is_ours, references
from ntm_desktop.db.models import history, metadata, workplace
from ntm_desktop.db.models.keeping import KINDS
from ntm_desktop.db.session import Session, live
from ntm_desktop.db.types import SUCCESSION
from ntm_desktop.errors import NtmError
from ntm_desktop.services import backup
from ntm_desktop.services.history_words import title_of
from ntm_desktop.text import count_words

_PAGES = "Tệp dữ liệu bị hỏng bên trong. Giữ nguyên thư mục dữ liệu và phục hồi từ bản sao lưu gần nhất."
_REFERENCES = "Bảng “{table}” có dòng trỏ tới mục không còn. Phục hồi từ bản sao lưu gần nhất."
_LOST = "{count} đã lưu bị mất hoặc bị hỏng: {names}. Phục hồi từ bản sao lưu hoặc đính kèm lại tệp."
_DEAD = (
    "{count} dựa vào mục đã xóa: {names}. Xem lại các mục này, nhập lại nếu thiếu, "
    "hoặc phục hồi từ bản sao lưu trước đó."
)
_CHANGED = (
    "{count} không khớp với lịch sử, đã bị sửa từ bên ngoài chương trình: {names}. "
    "Xem lại các mục này, hoặc phục hồi từ bản sao lưu gần nhất."
)
_CUT_OFF = (
    "Bản sao lưu số {number} ở {place} có {count} mà dữ liệu hiện nay không có, đến “{action}”: phần cuối "
    "của dữ liệu có thể đã mất. Nếu xã không chủ ý phục hồi bản cũ hơn thì phục hồi từ {manifest}."
)
_UNFIT = (
    "Dữ liệu không còn là của một xã, đã bị sửa từ bên ngoài chương trình: {found}. "
    "Giữ nguyên thư mục dữ liệu và phục hồi từ bản sao lưu gần nhất."
)
_NAMED = 10  # more names than that nobody reads


@dataclass(frozen=True, slots=True)
class CheckReport:
    problems: tuple[str, ...]
    """A sentence for each thing that is not as it should be; none: all is well."""
    entries: int
    """Entries of the history, all chained (0 when the chain is broken)."""
    files: int
    orphans: int
    """Stored contents that no row names; harmless, collected at a later start."""
    deep: bool


def check(session: Session, *, deep: bool, now: datetime) -> CheckReport:
    """``deep`` also reads every page of the database and every stored file, and compares history and rows.

    That may take minutes. A history cut off at its end is noticed by where it is kept to end; one that was
    cut off together with that, by the backups that can be read now.
    """
    problems = []
    if not session.backend.is_whole(deep=deep):
        problems.append(_PAGES)
    broken = session.backend.dangling(deep=deep)
    problems.extend(_REFERENCES.format(table=table) for table in sorted(broken))
    problems.extend(_resting_on_nothing(session, broken))
    if unfit := "; ".join(_unfit(session)):
        problems.append(_UNFIT.format(found=unfit))
    entries = 0
    try:
        entries = chain.verify_chain(session)
    except NtmError as error:
        problems.append(error.message)
    else:
        changed = list(_changed_outside(session)) if deep else []
        if changed:
            problems.append(_CHANGED.format(count=count_words(len(changed), "mục"), names=_some(changed)))
        cut = chain.cut_off(session)
        problems.extend(
            list(_cut_off(session)) or ([cut] if cut else [])
        )  # a backup says what to do about it
    named = named_files(session.connection.exec_driver_sql)
    if deep:
        lost = list(session.files.damaged(sorted(named)))
    else:
        lost = sorted(session.files.missing(named))
    if lost:
        names = _some(file_titles(session.connection.exec_driver_sql, lost))
        problems.append(_LOST.format(count=count_words(len(lost), "tệp"), names=names))
    warning = chain.clock_warning(session, now)
    if warning:
        problems.append(warning)
    return CheckReport(tuple(problems), entries, len(named), len(session.files.orphans(named)), deep)


def _cut_off(session: Session) -> Iterator[str]:
    """The end of the history that a backup has and the data have not."""
    ahead = backup.ahead_of(session)
    if ahead is not None:
        found, missing = ahead
        newest = found.manifest.newest
        yield _CUT_OFF.format(
            place=found.path.parent.parent,
            number=found.manifest.number,
            count=count_words(missing, "thao tác"),
            action=newest.action if newest else "",
            manifest=found.path,
        )


def _unfit(session: Session) -> Iterator[str]:
    """Why what the folder says it holds is not what it holds."""
    own = session.commune_id
    kind = session.scalar(select(workplace.c.value).where(workplace.c.key == "kind"))
    if kind not in KINDS:
        yield f"không rõ là dữ liệu của cấp nào (“{kind}”)"
    if not chain.head(session):
        yield f"không có lịch sử của xã mang mã {own}"
    strange = [
        f"{label} {found}"
        for table, label in ((history, "lịch sử"), *((one, one.info["label"]) for one in _commune_tables()))
        if (found := session.scalar(_other_codes(table, own))) is not None
    ]
    if strange and kind == "commune":
        yield f"có dòng mang mã của xã khác ({_some(strange)})"


def _other_codes(table: Table, own: str) -> Select[Any]:
    """Asked so that the key answers, on either side of the own."""
    return select(table.c.commune_id).where((table.c.commune_id < own) | (table.c.commune_id > own)).limit(1)


def _resting_on_nothing(session: Session, broken: Iterable[str]) -> Iterator[str]:
    """Live rows that refer to a tombstone; facts, too, whose predecessor is gone."""
    for table in _commune_tables():
        if table.name in broken:
            continue  # told already
        parents = [*references(table), *((name, table) for name in SUCCESSION if name in table.c)]
        names = []
        for column, parent in parents:
            alive = select(parent.c.uid).where(
                parent.c.commune_id == session.commune_id, parent.c.deleted == 0
            )
            query = live(table, session).where(table.c[column].is_not(None), table.c[column].not_in(alive))
            names += [_name(session, table, row["uid"], row) for row in session.rows(query)]
        if names:
            yield _DEAD.format(count=count_words(len(names), "mục"), names=_some(names))


def _changed_outside(session: Session) -> Iterator[str]:
    """What a person knows the rows by that are not as the history left them: changed, added or gone."""
    newest, erased_until = _newest_images(session)
    for table in (
        one for one in _commune_tables() if is_ours(session, one)
    ):  # packages answer for the others
        images = newest.get(table.name, {})
        for row in session.rows(select(table).where(table.c.commune_id == session.commune_id)):
            seq, image = images.pop(row["uid"], (0, {}))
            if seq < erased_until and row["rev"] > image.get("rev", 0):
                continue  # its newest image may be the one that was erased on request
            content = content_of(row)
            if not image or any(content[name] != value for name, value in image.items() if name in content):
                yield _name(session, table, row["uid"], row)
        for uid, (_seq, image) in images.items():
            yield _name(session, table, uid, image)


def _newest_images(session: Session) -> tuple[dict[str, dict[str, tuple[int, dict[str, Any]]]], int]:
    """By table and row which action touched it last and what is known of how it left it.

    Also the last action of which nothing says what rows it erased the images of: older programs erased so.
    """
    newest: dict[str, dict[str, tuple[int, dict[str, Any]]]] = {}
    erasings = chain.all_erasings(session)
    silent = max((by for by, note in erasings.values() if "rows" not in note), default=0)
    query = select(history.c.seq, history.c.images).where(history.c.commune_id == session.commune_id)
    for found in session.connection.execute(query.order_by(history.c.seq)).mappings():
        seq = found["seq"]
        if found["images"] is None and seq in erasings:
            for name, revs in erasings[seq][1].get("rows", {}).items():
                of_table = newest.setdefault(name, {})
                of_table.update({uid: (seq, {"rev": rev}) for uid, rev in revs.items()})
        images = chain.images_of(found)
        for image in images:
            newest.setdefault(image["table"], {})[image["uid"]] = (seq, image["after"])
        for note in chain.erasings(images):
            for name, rows in note.get("emptied", {}).items():
                of_table = newest.setdefault(name, {})
                for uid, left in rows.items():
                    _seq, before = of_table.get(uid, (0, {}))
                    of_table[uid] = (seq, {**before, **left})
    return newest, silent


def _commune_tables() -> Iterator[Table]:
    return (table for table in metadata.sorted_tables if "deleted" in table.c)


def _name(session: Session, table: Table, uid: str, content: Mapping[str, Any] | RowMapping) -> str:
    return f"{table.info['label']} {title_of(session, table, content) or uid[:8]}"


def _some(names: Iterable[str]) -> str:
    """The first few, each once."""
    distinct = list(dict.fromkeys(names))
    rest = len(distinct) - _NAMED
    return ", ".join(distinct[:_NAMED]) + (f" và {count_words(rest, 'mục')} khác" if rest > 0 else "")
