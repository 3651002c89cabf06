"""``report``: what can be made, and one of it as PDF, Word or Excel."""

from __future__ import annotations

import argparse
from datetime import date

from ntm_desktop import settings
from ntm_desktop.cli.answer import Answer, Desk, desk
from ntm_desktop.errors import NtmError
from ntm_desktop.services import communes, reports


def report(args: argparse.Namespace) -> Answer:
    if args.name is None:
        return _list(args)
    wanted = reports.find(args.name)
    _refuse_other_options(wanted, args)
    if args.out is None:
        raise NtmError(f"Chưa ghi tệp sẽ lập. Thêm --out, ví dụ --out {wanted.name}{wanted.suffixes[0]}.")
    reports.check_file(wanted, args.out)
    with desk(args) as at:
        on = args.on or at.today
        reports.refuse_future(on=on, today=at.last_readable)
        with at.database.read(of=_whose(at, wanted, args.commune, on)) as session:
            made = reports.collect(
                session,
                report=wanted,
                wanted=reports.Wanted(
                    on=on,
                    today=max(on, at.today),  # a sample's papers keep the time of its story
                    by=at.by,
                    year=args.year,
                    contractor=args.contractor,
                    promiser=args.promiser,
                    work=args.work,
                    subject=args.subject,
                    commune=args.commune,
                ),
            )
        times_new_roman = settings.load(at.database.folder).times_new_roman
        written = reports.write(made, args.out, times_new_roman=times_new_roman)
    plain = {
        "name": wanted.name,
        "title": made.title,
        "on": on.isoformat(),
        "file": str(written.path),
        "pages": written.pages,
    }
    pages = f" ({written.pages} trang)" if written.pages else ""
    return Answer(plain, f"Đã ghi {made.title}{pages} vào {written.path}.", at.warnings)


def _whose(at: Desk, report: reports.Report, commune: str, on: date) -> str:
    """The unit whose data the report is made of: an authority may print those of a commune too."""
    is_authority = at.database.kind == "appraiser"
    if report.of_authority and not is_authority:
        raise NtmError(f"{report.title} lập từ dữ liệu của cơ quan thẩm định. Chọn thư mục đó bằng --data.")
    if report.of_authority or not is_authority:
        return at.database.unit
    with at.database.read() as session:
        return communes.find(communes.overview(session, on=on).lines, commune).code


def _refuse_other_options(report: reports.Report, args: argparse.Namespace) -> None:
    given = {
        reports.Option.YEAR: args.year is not None,
        reports.Option.CONTRACTOR: bool(args.contractor),
        reports.Option.PROMISER: bool(args.promiser),
        reports.Option.WORK: bool(args.work),
        reports.Option.SUBJECT: bool(args.subject),
    }
    for option, is_given in given.items():
        if is_given and option not in report.options:
            raise NtmError(f"{report.title} không dùng --{option.value}. Bỏ tùy chọn đó rồi chạy lại.")


def _list(args: argparse.Namespace) -> Answer:
    if args.out is not None:
        raise NtmError("Chưa ghi tên báo cáo. Xem các tên bằng lệnh report, không kèm --out.")
    known = tuple(reports.REPORTS.values())
    plain = {
        "reports": [
            {
                "name": one.name,
                "title": one.title,
                "files": list(one.suffixes),
                "options": [option.value for option in one.options],
            }
            for one in known
        ]
    }
    lines = [f"{one.name}: {one.title} ({', '.join(one.suffixes)})" for one in known]
    return Answer(plain, "\n".join(lines))
