"""The one way to write rows about a commune: each change raises ``rev`` and keeps the row before and after.

The entry itself, chained by hash, is ``db.chain``; taking an entry back is ``db.undo``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import repeat
from operator import itemgetter
from typing import Any

from sqlalchemy import Dialect, RowMapping, Select, Table, bindparam, func, select
from sqlalchemy.sql.compiler import SQLCompiler

from ntm_desktop.changes import Changes
from ntm_desktop.db.models import metadata
from ntm_desktop.db.session import Image, Session
from ntm_desktop.db.types import places
from ntm_desktop.domain.owners import READ_ONLY
from ntm_desktop.errors import NtmError

_GONE = "Mục này ({label}) không còn trong dữ liệu. Mở lại trang để thấy dữ liệu mới nhất rồi làm lại."
_IN_USE = "Không xóa được {label} này vì đang được dùng trong {uses}. Xóa hoặc sửa những mục đó trước."
Row = Mapping[str, Any] | RowMapping

_KEY = ("commune_id", "uid")
_UID = itemgetter(1)
_STORED_AS_IT_IS = {int, type(None)}


def insert(session: Session, table: Table, rows: Sequence[Mapping[str, Any]]) -> Changes:
    """Adds rows; a ``uid`` may be given, columns left out are empty.

    An import adds tens of thousands at once: they are gone through column by column, and SQLAlchemy only
    names the columns.
    """
    if not rows:
        return Changes()
    require_owner(session, table)
    names, name = _content_names(table), str(table.name)
    given = _by_column(rows)
    if unknown := given.keys() - {*names, "uid"}:
        raise ValueError(f"{name} has no column {', '.join(sorted(unknown))}")
    nothing = [None] * len(rows)
    uids = [uid or session.new_uid() for uid in given.get("uid", nothing)]
    always = {"rev": 1, "deleted": 0}
    columns = [
        [always[column]] * len(rows) if column in always else _storable(given.get(column, nothing))
        for column in names
    ]
    contents = [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]
    images = session.writing.images
    for uid, content in zip(uids, contents, strict=True):
        key = (name, uid)
        images[key] = (images[key][0] if key in images else None, content)
    require_live_parents(session, table, contents)
    prepared = list(zip(repeat(session.commune_id, len(rows)), uids, *columns, strict=True))
    prepared.sort(key=_UID)  # as the index has them
    session.connection.exec_driver_sql(_insertion(table, session.connection.dialect), prepared)
    return Changes.of(name)


def _by_column(rows: Sequence[Mapping[str, Any]]) -> dict[str, Sequence[Any]]:
    """What the rows say, by column. Those of an import say the same columns in the same order."""
    shapes = set(map(tuple, rows))
    if len(shapes) > 1:
        all_names = dict.fromkeys(column for shape in shapes for column in shape)
        rows = [{column: row.get(column) for column in all_names} for row in rows]
    return dict(zip(rows[0], zip(*(row.values() for row in rows), strict=True), strict=True))


def _storable(values: Sequence[Any]) -> Sequence[Any]:
    """A column of an import says a few things again and again: each is looked at once."""
    if set(map(type, values)) <= _STORED_AS_IT_IS:
        return values
    kept = {value: storable(value) for value in set(values)}
    return [kept[value] for value in values]


def update(session: Session, table: Table, uid: str, values: Mapping[str, Any]) -> Changes:
    """Changes a row of a register. Values equal to the present ones change nothing and leave no trace."""
    if table.info["facts"]:
        raise ValueError(f"rows of {table.name} are facts: add one that supersedes")
    before = _live_rows(session, table, [uid])[0]
    changed = {name: storable(value) for name, value in values.items()}
    changed = {name: value for name, value in changed.items() if before[name] != value}
    if not changed:
        return Changes()
    require_live_parents(session, table, [changed])
    put(session, table, uid, before, {**content_of(before), **changed})
    return Changes.of(table.name)


def remove(session: Session, table: Table, uids: Sequence[str], *, children: bool = False) -> Changes:
    """Turns rows into tombstones; refused while live rows refer to them.

    With ``children`` rows that cannot be without them go along; those that merely mention them still refuse.
    """
    before = _live_rows(session, table, uids)
    changes = Changes.of(table.name) if before else Changes()
    for child, column in referrers(table) if children else ():
        if not child.c[column].nullable and (using := rows_using(session, child, column, uids)):
            changes |= remove(session, child, using, children=True)
    if uses := live_children(session, table, uids):
        raise NtmError(_IN_USE.format(label=table.info["label"], uses=uses))
    for row in before:
        put(session, table, row["uid"], row, {**content_of(row), "deleted": 1})
    return changes


def put(session: Session, table: Table, uid: str, before: RowMapping, after: Mapping[str, Any]) -> None:
    """Writes a row as a whole, with its ``rev`` raised, and keeps both images."""
    require_owner(session, table)
    content = {**after, "rev": before["rev"] + 1}
    session.connection.execute(
        _replace(table), {**content, "key_commune": session.commune_id, "key_uid": uid}
    )
    keep_image(session, table, uid, content_of(before), content)


def is_ours(session: Session, table: Table) -> bool:
    """Each row has one side that writes it (architecture §3.6); the other's comes out of packages only."""
    owner = table.info["owner"]
    return bool(owner == "both" or (owner == "unit") == session.own)


def require_owner(session: Session, table: Table) -> None:
    if not is_ours(session, table):
        raise NtmError(READ_ONLY[table.info["owner"]])


def replace(session: Session, tables: Mapping[Table, Iterable[Mapping[str, Any]]]) -> Changes:
    """Puts the rows of a package, as ``sync.rows`` checked them, in the place of the other side's; what stays
    the same is not written.

    No images are kept: the package is, and the entry of the action names it.
    """
    if wrong := [table.name for table in tables if is_ours(session, table)]:
        raise ValueError(f"not the other side's rows: {wrong}")
    ordered = sorted(tables, key=places().__getitem__)
    gone = {table: _put_rows(session, table, tables[table]) for table in ordered}
    for table in reversed(ordered):  # what they refer to goes after them
        for some in _portions(gone[table]):
            of_commune = table.c.commune_id == session.commune_id
            session.connection.execute(table.delete().where(of_commune, table.c.uid.in_(some)))
    session.replaced = True
    return Changes.of(*(str(table.name) for table in ordered))


def _put_rows(session: Session, table: Table, rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """Gives the uids of those that are there and not among the rows."""
    own = select(table).where(table.c.commune_id == session.commune_id)
    present = {row["uid"]: row for row in session.rows(own)}
    added, changed = [], []
    for row in rows:
        known = present.pop(row["uid"], None)
        if known is None:
            added.append(row)
        elif known != row:
            key = {"key_commune": session.commune_id, "key_uid": row["uid"]}
            changed.append({**content_of(row), **key})
    if added:
        session.connection.execute(table.insert(), added)
    if changed:
        session.connection.execute(_replace(table), changed)
    return list(present)


def bring_back(session: Session, table: Table, row: Row, present: Row | None) -> Changes:
    """Puts a row in a later state that it had been in, with the ``rev`` of then; ``present`` is what it is.
    Of a tombstone the rest stays as it is."""
    require_owner(session, table)
    before = content_of(present) if present is not None else None
    content = {**(before or {}), **content_of(row), "deleted": int(row["deleted"])}
    if before is None:
        key = {"commune_id": session.commune_id, "uid": row["uid"]}
        session.connection.execute(table.insert(), [key | content])
    else:
        key = {"key_commune": session.commune_id, "key_uid": row["uid"]}
        session.connection.execute(_replace(table), {**content, **key})
    keep_image(session, table, row["uid"], before, content)
    return Changes.of(str(table.name))


def keep_image(session: Session, table: Table, uid: str, before: Image, after: Image) -> None:
    """A row touched twice in one action was once before and once after it."""
    images = session.writing.images
    key = (table.name, uid)
    if key in images:
        before = images[key][0]
    images[key] = (before, after)


def content_of(row: Row) -> dict[str, Any]:
    """A row without its key: what an image holds."""
    return {name: value for name, value in row.items() if name not in _KEY}


def require_live_parents(session: Session, table: Table, rows: Iterable[Row]) -> None:
    """A live row never refers to a tombstone: the list it was chosen from may be older than the removal."""
    if parent := dead_parent(session, table, rows):
        raise NtmError(_GONE.format(label=parent))


def dead_parent(session: Session, table: Table, rows: Iterable[Row]) -> str:
    """What a row that these refer to and that is no longer there is called; "" when all are."""
    rows = list(rows)
    images = session.writing.images
    for column, parent in references(table):
        name = str(parent.name)
        wanted = {row[column] for row in rows if row.get(column) is not None}
        added = {uid for uid in wanted if _is_added(images.get((name, uid)))}  # moments ago: no question
        for some in _portions(sorted(wanted - added)):
            found = session.connection.scalar(
                _count_live(parent), {"commune_id": session.commune_id, "uids": some}
            )
            if found != len(some):
                return str(parent.info["label"])
    return ""


def _is_added(image: tuple[Image, Image] | None) -> bool:
    return image is not None and image[0] is None and image[1] is not None and not image[1]["deleted"]


def live_children(session: Session, table: Table, uids: Sequence[str]) -> str:
    """What refers to the rows: “2 minh chứng, 1 kế hoạch khắc phục”; "" when nothing does."""
    uses: dict[str, set[str]] = {}
    for child, column in referrers(table):  # one row may refer twice, as the person and as the head
        if using := rows_using(session, child, column, uids):
            uses.setdefault(child.info["label"], set()).update(using)
    return ", ".join(f"{len(using)} {label}" for label, using in uses.items())


def next_seq(session: Session, table: Table) -> int:
    """The next place in the order of recording; times are shown, never trusted for order."""
    newest: int | None = session.connection.scalar(_newest_seq(table), {"commune_id": session.commune_id})
    return 1 + (newest or 0)


def rows_using(session: Session, child: Table, column: str, uids: Collection[str]) -> list[str]:
    """The live rows of a table whose column names one of the rows."""
    found: list[str] = []
    for some in _portions(list(uids)):
        query = select(child.c.uid).where(
            child.c.commune_id == session.commune_id, child.c[column].in_(some), child.c.deleted == 0
        )
        found.extend(row["uid"] for row in session.rows(query))
    return found


@cache
def references(table: Table) -> tuple[tuple[str, Table], ...]:
    """The columns of a table that hold the ``uid`` of another one's row."""
    return tuple(
        (name, constraint.referred_table)
        for constraint in sorted(
            table.foreign_key_constraints, key=lambda constraint: tuple(constraint.column_keys)
        )
        for name in constraint.column_keys
        if name != "commune_id"
    )


@cache
def referrers(table: Table) -> tuple[tuple[Table, str], ...]:
    """The columns elsewhere that hold this table's ``uid``; first those that cannot be empty."""
    found = [
        (child, column)
        for child in metadata.sorted_tables
        for column, parent in references(child)
        if parent is table
    ]
    return tuple(sorted(found, key=lambda pair: bool(pair[0].c[pair[1]].nullable)))


def storable(value: Any) -> Any:
    """NFC text without control characters but line ends; everything else as it is, yes and no as 1 and 0."""
    if isinstance(value, bool):
        return int(value)
    if not isinstance(value, str):
        return value
    value = str.__str__(value)  # of a key of the program, its text alone
    if value.isascii() and value.isprintable():
        return value
    if value.isprintable():
        return unicodedata.normalize("NFC", value)
    lines = value.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return unicodedata.normalize(
        "NFC", "".join(letter for letter in lines if letter == "\n" or unicodedata.category(letter) != "Cc")
    )


@cache
def _content_names(table: Table) -> tuple[str, ...]:
    return tuple(str(column.name) for column in table.columns if column.name not in _KEY)


@cache
def _insertion(table: Table, dialect: Dialect) -> str:
    """The statement for rows of key and content, in the table's order."""
    compiled = table.insert().compile(dialect=dialect)
    assert isinstance(compiled, SQLCompiler)
    assert compiled.positiontup == [*_KEY, *_content_names(table)]
    return compiled.string


@cache
def _newest_seq(table: Table) -> Select[int]:
    return select(func.max(table.c.seq)).where(table.c.commune_id == bindparam("commune_id"))


@cache
def _count_live(table: Table) -> Select[int]:
    """Kept, because building a statement costs as much as running it."""
    return (
        select(func.count())
        .select_from(table)
        .where(table.c.commune_id == bindparam("commune_id"), table.c.deleted == 0)
        .where(table.c.uid.in_(bindparam("uids", expanding=True)))
    )


@cache
def _replace(table: Table) -> Any:
    return table.update().where(
        table.c.commune_id == bindparam("key_commune"), table.c.uid == bindparam("key_uid")
    )


def _live_rows(session: Session, table: Table, uids: Sequence[str]) -> list[RowMapping]:
    rows: dict[str, RowMapping] = {}
    for some in _portions(uids):
        query = select(table).where(
            table.c.commune_id == session.commune_id, table.c.uid.in_(some), table.c.deleted == 0
        )
        rows.update({row["uid"]: row for row in session.rows(query)})
    if rows.keys() != set(uids):
        raise NtmError(_GONE.format(label=table.info["label"]))
    return [rows[uid] for uid in dict.fromkeys(uids)]


def _portions(items: Sequence[str]) -> Iterator[Sequence[str]]:
    """A database takes a limited number of values in one statement."""
    for start in range(0, len(items), 500):
        yield items[start : start + 500]
