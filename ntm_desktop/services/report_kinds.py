"""What a report is: how it is named, what it is asked for, what it makes. The reports themselves stand in
``services.reports`` and the modules that it lists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ntm_desktop.db.session import Session
from ntm_desktop.documents.blocks import Paper
from ntm_desktop.documents.office import Issuing
from ntm_desktop.documents.tables import Statement, paper_of


class Option(StrEnum):
    """What a report must be told besides its day."""

    YEAR = "year"
    CONTRACTOR = "contractor"
    PROMISER = "promiser"
    WORK = "work"
    SUBJECT = "subject"
    COMMUNE = "commune"


class Form(StrEnum):
    """A letter, or what gathers charts and pictures, has no Excel sheet."""

    TABLE = "table"
    LETTER = "letter"
    GATHERED = "gathered"


@dataclass(frozen=True, slots=True)
class Wanted:
    """``on`` is the day of the facts, ``today`` that of the paper; ``by`` drew it up.

    ``year`` None is the year of ``on``.
    """

    on: date
    today: date
    by: str = ""
    year: int | None = None
    contractor: str = ""
    """Its name, or words of it."""
    promiser: str = ""
    """Who promised capital: the name, or words of it."""
    work: str = ""
    """Its name, words of it, or its number in the list."""
    subject: str = ""
    """A person or unit that is rated: the name, or words of it."""
    commune: str = ""
    """Of an authority's communes: the code, the name, or words of it."""


@dataclass(frozen=True, slots=True)
class Made:
    """A report with its facts: a paper for PDF and Word, and the sheets of its Excel file."""

    paper: Paper
    office: Issuing
    sheets: tuple[Statement, ...] = ()

    @property
    def title(self) -> str:
        return self.paper.title


@dataclass(frozen=True, slots=True)
class Report:
    name: str  # "danh-muc": in commands and menus, never changed
    title: str  # "Danh mục công trình"
    collect: Callable[[Session, Wanted], Made]
    options: tuple[Option, ...] = ()
    form: Form = Form.TABLE
    page: str = "cong-trinh"
    """The page of the window that offers it."""
    of_authority: bool = False
    """Made of all its communes by an authority; the others are a commune's, or of the one that is open."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        return (".pdf", ".docx", ".xlsx") if self.form is Form.TABLE else (".pdf", ".docx")


def made_of(statement: Statement) -> Made:
    """A report that is one table."""
    return Made(paper_of(statement), statement.office, (statement,))
