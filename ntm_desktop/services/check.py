"""Is everything that was kept still there and still what it was? Finds and tells, mends nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ntm_desktop.db import chain
from ntm_desktop.db.files import named_files
from ntm_desktop.db.session import Session
from ntm_desktop.db.sqlite_file import driver
from ntm_desktop.errors import NtmError

_PAGES = "Tệp dữ liệu bị hỏng bên trong. Giữ nguyên thư mục dữ liệu và phục hồi từ bản sao lưu gần nhất."
_REFERENCES = "Bảng “{table}” có dòng trỏ tới mục không còn. Phục hồi từ bản sao lưu gần nhất."
_LOST = "Tệp đã lưu {sha256}… bị mất hoặc bị hỏng. Phục hồi từ bản sao lưu hoặc đính kèm lại tệp."


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
    """``deep`` also reads every page of the database and every stored file; that may take minutes."""
    raw = driver(session.connection)
    problems = []
    pragma = "integrity_check" if deep else "quick_check"
    if raw.execute(f"PRAGMA {pragma}(1)").fetchone() != ("ok",):
        problems.append(_PAGES)
    broken = {str(row[0]) for row in raw.execute("PRAGMA foreign_key_check")}
    problems.extend(_REFERENCES.format(table=table) for table in sorted(broken))
    entries = 0
    try:
        entries = chain.verify_chain(session)
    except NtmError as error:
        problems.append(error.message)
    named = named_files(raw)
    if deep:
        lost = session.files.damaged(sorted(named))
    else:
        lost = (sha256 for sha256 in sorted(named) if not session.files.has(sha256))
    problems.extend(_LOST.format(sha256=sha256[:8]) for sha256 in lost)
    warning = chain.clock_warning(session, now)
    if warning:
        problems.append(warning)
    return CheckReport(tuple(problems), entries, len(named), len(session.files.orphans(named)), deep)
