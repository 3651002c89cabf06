"""The registers that come from a spreadsheet and go into one; each workbook is a ``Book``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ntm_desktop.db import chain, durable
from ntm_desktop.db.session import Session
from ntm_desktop.errors import NtmError
from ntm_desktop.services import (
    contribution_sheet,
    import_contributions,
    import_plots,
    import_progress,
    import_works,
    plot_sheet,
)
from ntm_desktop.services.importing import Choices, Planned, Preview, RowView, Standing, Write
from ntm_desktop.services.known_works import Known, known_works
from ntm_desktop.sheets import reading, writing
from ntm_desktop.sheets.columns import Form, Value
from ntm_desktop.sheets.reading import SheetRows as SheetRows


@dataclass(frozen=True, slots=True)
class Kind:
    form: Form
    own_form: Callable[[Session], Form]
    """The form with the commune's own lists."""
    plan: Callable[[Session, SheetRows, Choices, Known, date], Planned]
    """What the rows of a sheet come to; works that they add are known to the sheets after it."""
    values: Callable[[Session, date, Known], Sequence[Mapping[str, Value]]]
    """What the register holds, as rows of the sheet."""


@dataclass(frozen=True, slots=True)
class Book:
    """One workbook: the registers that stand in it together, in the order in which they are written."""

    what: str  # what its rows are of
    kinds: Sequence[Kind]

    @property
    def forms(self) -> tuple[Form, ...]:
        return tuple(kind.form for kind in self.kinds)


WORKS = Book(
    "công trình",
    (
        Kind(import_works.FORM, import_works.form, import_works.plan, import_works.values),
        Kind(import_progress.FORM, import_progress.form, import_progress.plan, import_progress.values),
    ),
)
CONTRIBUTIONS = Book(
    "đóng góp",
    (
        Kind(
            contribution_sheet.FORM,
            import_contributions.form,
            import_contributions.plan,
            import_contributions.values,
        ),
    ),
)
PLOTS = Book(
    "mặt bằng",
    (Kind(plot_sheet.FORM, import_plots.form, import_plots.plan, import_plots.values),),
)


def read_file(path: Path, book: Book) -> tuple[SheetRows, ...]:
    """The sheets of a workbook that hold a register. Needs no session. Raises NtmError."""
    sheets = reading.read(path, book.forms)
    if not any(sheet.rows for sheet in sheets):
        raise NtmError(f"Không có dòng nào để nhập trong tệp “{path.name}”. Ghi số liệu dưới dòng đầu cột.")
    return sheets


def read_lines(lines: Sequence[Sequence[str]], book: Book) -> tuple[SheetRows, ...]:
    """Rows that were copied in a spreadsheet. Raises NtmError."""
    return (reading.from_texts(lines, book.forms),)


def preview(
    session: Session,
    book: Book,
    *,
    sheets: Sequence[SheetRows],
    today: date,
    choices: Choices | None = None,
) -> Preview:
    """What importing the sheets would change; writes nothing."""
    chosen = choices or Choices()
    known = known_works(session)
    rows: list[RowView] = []
    writes: list[Write] = []
    notes: list[str] = []
    for kind in book.kinds:
        for sheet in sheets:
            if sheet.form.key == kind.form.key:
                own = replace(sheet, form=kind.own_form(session))
                planned = kind.plan(session, own, chosen, known, today)
                rows += planned.rows
                writes.append(planned.write)
                notes += planned.notes
    return Preview(
        what=book.what,
        rows=tuple(rows),
        ignored=tuple(head for sheet in sheets for head in sheet.ignored),
        notes=(*notes, *(note for sheet in sheets for note in sheet.skipped)),
        head=chain.head(session),
        writes=tuple(writes),
    )


def action(preview: Preview) -> str:
    """What the history says was done."""
    new, changed = preview.count(Standing.NEW), preview.count(Standing.CHANGED)
    return f"Nhập {preview.what} từ Excel: {new} mới, {changed} đổi"


def export(session: Session, book: Book, *, today: date) -> bytes:
    """The registers as a workbook that can be read back."""
    known = known_works(session)
    return writing.export(
        [(kind.own_form(session), kind.values(session, today, known)) for kind in book.kinds]
    )


def template(session: Session, book: Book) -> bytes:
    """An empty workbook to fill in, with the commune's own lists."""
    return writing.template([kind.own_form(session) for kind in book.kinds])


def save(path: Path, content: bytes) -> None:
    """Writes a workbook as a whole. Needs no session."""
    durable.write(path, content)
