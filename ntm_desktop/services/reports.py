"""The reports that can be made, by name: collecting one from the data, and writing it to a file.

A new report is one entry in the ``REPORTS`` of a module of its own, and that module one entry below.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ntm_desktop.db.session import Session
from ntm_desktop.documents.office import marks_of
from ntm_desktop.errors import NtmError
from ntm_desktop.services import (
    reports_authority,
    reports_consultation,
    reports_held_up,
    reports_mobilised,
    reports_people,
    reports_prints,
    reports_works,
)
from ntm_desktop.services.report_kinds import Form as Form
from ntm_desktop.services.report_kinds import Made as Made
from ntm_desktop.services.report_kinds import Option as Option
from ntm_desktop.services.report_kinds import Report as Report
from ntm_desktop.services.report_kinds import Wanted as Wanted
from ntm_desktop.text import format_date, safe_file_name

REPORTS: Mapping[str, Report] = {
    report.name: report
    for module in (
        reports_works,
        reports_mobilised,
        reports_held_up,
        reports_people,
        reports_consultation,
        reports_prints,
        reports_authority,
    )
    for report in module.REPORTS
}

_KINDS = {".pdf": "PDF", ".docx": "Word (.docx)", ".xlsx": "Excel (.xlsx)"}


@dataclass(frozen=True, slots=True)
class Written:
    path: Path
    pages: int | None  # of a PDF


def of_page(page: str) -> tuple[Report, ...]:
    """What a page of the window offers, in the order of the registry."""
    return tuple(report for report in REPORTS.values() if report.page == page)


def find(name: str) -> Report:
    """Raises NtmError, naming all reports, when there is none of that name."""
    if name not in REPORTS:
        raise NtmError(
            f"Không có báo cáo “{name}”. Chọn một trong các tên dưới đây.",
            [f"{report.name}: {report.title}" for report in REPORTS.values()],
        )
    return REPORTS[name]


def check_file(report: Report, out: Path) -> None:
    """Refuses a file that this report cannot become, before anything is collected."""
    suffix = out.suffix.lower()
    if suffix not in report.suffixes:
        kinds = ", ".join(_KINDS[kind] for kind in report.suffixes)
        ending = f"đuôi {suffix}" if suffix else "không có đuôi"
        raise NtmError(f"“{out.name}” {ending}: {report.title} lập được ra {kinds}. Đổi đuôi của tên tệp.")
    if out.is_dir():
        raise NtmError(f"{out} là một thư mục. Ghi cả tên tệp, ví dụ {out / report.name}.pdf.")
    if not out.absolute().parent.is_dir():
        raise NtmError(f"Không có thư mục {out.absolute().parent}. Tạo thư mục đó hoặc chọn thư mục khác.")


def refuse_future(*, on: date, today: date) -> None:
    if on > today:
        raise NtmError(
            f"Chưa lập được báo cáo: ngày {format_date(on)} ở sau hôm nay ({format_date(today)}). "
            "Chọn một ngày không sau hôm nay."
        )


def collect(session: Session, *, report: Report, wanted: Wanted) -> Made:
    """Everything that the report says."""
    return report.collect(session, wanted)


def write(made: Made, out: Path, *, times_new_roman: bool = False) -> Written:
    """Writes the file by its ending; ``out`` stays as it was when anything fails. Needs no session."""
    author = made.office.name
    suffix = out.suffix.lower()
    if suffix == ".pdf":
        from ntm_desktop.render.pdf import render_pdf  # each writer takes a while to load

        printed = render_pdf(
            (made.paper,),
            out,
            title=made.title,
            author=author,
            dated=made.office.today,
            marks=marks_of(made.office),
            times_new_roman=times_new_roman,
        )
        return Written(out, printed.pages)
    if suffix == ".docx":
        from ntm_desktop.render.docx import write_docx

        write_docx(made.paper, out, author=author, dated=made.office.today, marks=marks_of(made.office))
        return Written(out, None)
    from ntm_desktop.render.output import replacing
    from ntm_desktop.sheets.tables import workbook

    with replacing(out) as output:
        output.write(workbook(made.sheets, author=author))
    return Written(out, None)


def suggested_name(made: Made) -> str:
    """ "Danh mục công trình xã Yên Hóa": a file name without its ending."""
    return safe_file_name(f"{made.title} {made.office.about}")
