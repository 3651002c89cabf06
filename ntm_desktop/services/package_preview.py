"""What a package would change, shown before it is applied: docs/package-format.md §9, step 9."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import RowMapping

from ntm_desktop.db.models import inbox
from ntm_desktop.db.session import Session, live
from ntm_desktop.services import exchange_words, receiving
from ntm_desktop.services.receiving import Opened
from ntm_desktop.services.sending import manifest_of
from ntm_desktop.sync import kinds
from ntm_desktop.sync.codes import short_code
from ntm_desktop.sync.reader import Package
from ntm_desktop.sync.sequence import Decision, Result

SHRUNK_ROWS, SHRUNK_SHARE = 10, 5
"""More rows gone without a tombstone than this, or more than one in so many: a person looks first."""
_CLOCK_OFF = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class TableChange:
    label: str
    added: int
    changed: int
    removed: int  # by a tombstone
    gone: int  # without one


@dataclass(frozen=True, slots=True)
class Preview:
    decision: Decision
    tables: tuple[TableChange, ...]
    warnings: tuple[str, ...]
    asks: tuple[str, ...]
    """What a person must confirm before it is applied; none: it may be applied at once."""
    missing: tuple[str, ...]
    """Digests of attachments that neither came nor are here."""


def preview(session: Session, opened: Opened, package: Package, *, now: datetime) -> Preview:
    """Step 9, read with the session of the commune that it is about."""
    told = receiving.judge(session, opened).result
    decision = receiving.judge(session, opened, confirmed=True)
    row = current(session, package.manifest.place.kind)
    present = dict(json.loads(row["files"])) if row else None
    tables = tuple(_changes(session, package, present)) if decision.is_current else ()
    asks, gone = [], sum(one.gone for one in tables)
    rows_before = sum(one.rows for one in manifest_of(session.files, row).files) if row else 0
    if opened.instead and (gone_up := receiving.branch(session, opened)):
        asks.append(_instead(gone_up))
    if decision.result is not Result.AGAIN:
        if present is None and package.manifest.place.kind == "submission":
            asks.append("Đây là gói đầu tiên của đơn vị này. So mã với giấy hoặc qua điện thoại.")
        if decision.result is Result.NEW_EPOCH:
            asks.append(
                "Nơi gửi bắt đầu đợt gửi mới: đã phục hồi bản sao lưu, đổi máy hoặc đổi khóa. "
                "Gọi nơi gửi, so mã rồi mới nhận."
            )
        if decision.missing:
            asks.append(f"Chưa nhận được gói số {_listed(decision.missing)}. Vẫn nhận được gói này.")
        if told is Result.JUMP:
            asks.append("Số của gói cách gói trước quá xa. Gọi nơi gửi để biết vì sao rồi mới nhận.")
        if gone > SHRUNK_ROWS or gone * SHRUNK_SHARE > rows_before > 0:
            asks.append(f"Gói này bớt đi {gone} dòng mà không ghi là đã xóa. Hỏi nơi gửi trước khi nhận.")
    lacking = session.files.missing(set(package.manifest.attachments) - package.held)
    return Preview(
        decision, tables, tuple(_warnings(session, package, now)), tuple(asks), tuple(sorted(lacking))
    )


def _instead(gone: Sequence[RowMapping]) -> str:
    first = min(gone, key=lambda row: row["seq"])
    return (
        f"Gói này thay cho gói số {exchange_words.numbers(row['seq'] for row in gone)} đã nhận (gói số "
        f"{first['seq']} mã {short_code(first['content_root'])}); các gói đó không còn tính. Gọi nơi gửi, so "
        "mã rồi mới nhận."
    )


def _listed(numbers: tuple[int, ...]) -> str:
    shown = ", ".join(map(str, numbers[:10]))
    return shown + (f" và {len(numbers) - 10} gói khác" if len(numbers) > 10 else "")


def _warnings(session: Session, package: Package, now: datetime) -> Iterator[str]:
    made = datetime.fromisoformat(package.manifest.place.created_at)
    of_unit = live(inbox, session).where(inbox.c.from_unit == package.manifest.place.sender.unit)
    newest = max((row["created_at"] for row in session.rows(of_unit)), default="")
    if abs(made - now) > _CLOCK_OFF or package.manifest.place.created_at < newest:
        yield "Đồng hồ của máy gửi có thể sai: ngày lập gói không hợp với các gói trước hoặc với máy này."


def _changes(session: Session, package: Package, present: Mapping[str, str] | None) -> Iterator[TableChange]:
    for table, file in kinds.match(package.manifest.place.kind, package.manifest.files).items():
        before = (present or {}).get(file.path)
        if before == file.sha256 or table is kinds.ENROLMENT:
            continue
        old = _lines(session.files.read(before)) if before and session.files.has(before) else {}
        with package.stream(file.path) as blocks:
            new = _lines(b"".join(blocks))
        removed = sum(1 for uid in old if _is_tombstone(new.get(uid, b"")) and not _is_tombstone(old[uid]))
        gone = 0 if table.info["derived"] else len(old.keys() - new.keys())
        added = sum(1 for uid, line in new.items() if uid not in old and not _is_tombstone(line))
        changed = sum(1 for uid, line in new.items() if uid in old and line != old[uid]) - removed
        if removed or gone or added or changed:
            yield TableChange(table.info["label"], added, changed, removed, gone)


def _lines(content: bytes) -> dict[str, bytes]:
    return {json.loads(line)["uid"]: line for line in content.splitlines()}


def _is_tombstone(line: bytes) -> bool:
    return line.startswith(b'{"deleted":true')


def current(session: Session, kind: str) -> RowMapping | None:
    """The package of the inbox whose rows are the present ones of its kind."""
    return session.row(live(inbox, session).where(inbox.c.kind == kind, inbox.c.current == 1))
