"""The reports on construction works."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from ntm_desktop.db.models import work_stage
from ntm_desktop.db.session import Session, live
from ntm_desktop.documents import work_tables
from ntm_desktop.documents.blocks import Picture
from ntm_desktop.documents.tables import Statement
from ntm_desktop.documents.urging import Signed, UrgedWork, urging_letter
from ntm_desktop.documents.work_report import Period, month_of, period_report, period_sheets, quarter_of
from ntm_desktop.documents.work_sheet import DiaryLine, work_sheet
from ntm_desktop.documents.work_tables import WorkEntry
from ntm_desktop.domain.contractors import DelayReason, urging_of
from ntm_desktop.domain.progress import DelayCause
from ntm_desktop.domain.stages import Stage
from ntm_desktop.domain.works import is_known
from ntm_desktop.errors import NtmError
from ntm_desktop.services import obstacles, reports_held_up, reports_mobilised, work_diary, work_facts, works
from ntm_desktop.services.fields import day_of
from ntm_desktop.services.files import on_paper
from ntm_desktop.services.office import office_of
from ntm_desktop.services.official_documents import list_documents
from ntm_desktop.services.report_kinds import Form, Made, Option, Report, Wanted, made_of
from ntm_desktop.services.work_money import ContractorView, contractors
from ntm_desktop.services.works import WorkView
from ntm_desktop.text import GAP, count_words, format_date, search_key

MOST_PHOTOS = 6  # on the sheet of a work, the newest
FIRST_YEAR = 2009  # of the programme's pilots, and of the money that the register takes


def entries(session: Session, *, wanted: Wanted) -> tuple[WorkEntry, ...]:
    """The works of the day that is wanted, as the tables want them: none that began to be one later."""
    return _entries(session, _known(session, on=wanted.on), on=wanted.on)


def register_entries(session: Session, *, on: date) -> tuple[WorkEntry, ...]:
    """The same for tables that do not tell what holds a work up: to find that takes most of the time."""
    return _told(_known(session, on=on), _approvals(session, on=on), {}, {})


def _known(session: Session, *, on: date) -> list[WorkView]:
    return [row for row in works.table(session, on=on).rows if is_known(row.facts, on)]


def _entries(session: Session, rows: Sequence[WorkView], *, on: date) -> tuple[WorkEntry, ...]:
    held_up: dict[str | None, list[str]] = {}
    for one in obstacles.table(session, on=on).open:
        held_up.setdefault(one.work_uid, []).append(one.what)
    return _told(rows, _approvals(session, on=on), work_diary.causes(session, on=on), held_up)


def _told(
    rows: Sequence[WorkView],
    approvals: Mapping[str, str],
    causes: Mapping[str, DelayCause],
    held_up: Mapping[str | None, Sequence[str]],
) -> tuple[WorkEntry, ...]:
    return tuple(
        WorkEntry(
            name=row.name,
            place=row.place or ", ".join(row.hamlets),
            criteria=row.criteria,
            scale=row.scale,
            approval=approvals.get(row.uid, ""),
            investor=row.investor,
            person=row.person,
            contractor=row.contractor,
            note=row.note,
            debt_source=row.debt_source,
            debt_due=row.debt_due,
            facts=row.facts,
            state=row.state,
            warnings=row.warnings,
            cause=causes.get(row.uid),
            obstacles=tuple(held_up.get(row.uid, ())),
        )
        for row in rows
    )


def _approvals(session: Session, *, on: date) -> dict[str, str]:
    """The approving decision of each work that was approved by that day: "12/QĐ-UBND, 20/5/2020"; a gap
    stands for what nobody entered."""
    documents = {view.uid: view for view in list_documents(session)}
    found = {}
    for row in session.rows(live(work_stage, session).where(work_stage.c.stage == Stage.APPROVAL.value)):
        document = documents.get(row["document_uid"])
        issued = document.issued if document else day_of(row["done"])
        number = document.number if document else ""
        since = issued or day_of(row["done"])
        if (number or issued) and (since is None or since <= on):
            found[row["work_uid"]] = f"{number or GAP}, {format_date(issued) if issued else GAP}"
    return found


def _table(make: Callable[..., Statement]) -> Callable[[Session, Wanted], Made]:
    def collect(session: Session, wanted: Wanted) -> Made:
        office = office_of(session, today=wanted.today, by=wanted.by)
        return made_of(make(entries(session, wanted=wanted), on=wanted.on, office=office))

    return collect


def _capital(session: Session, wanted: Wanted) -> Made:
    year = _year(wanted)
    office = office_of(session, today=wanted.today, by=wanted.by)
    works_then = entries(session, wanted=wanted)
    return made_of(work_tables.capital_table(works_then, on=wanted.on, office=office, year=year))


def _year(wanted: Wanted) -> int:
    year = wanted.on.year if wanted.year is None else wanted.year
    if not FIRST_YEAR <= year <= wanted.on.year + 5:
        raise NtmError(f"Năm {year} không hợp lệ. Nhập năm kế hoạch, ví dụ {wanted.on.year}.")
    return year


def _period(period_of: Callable[[date], Period]) -> Callable[[Session, Wanted], Made]:
    def collect(session: Session, wanted: Wanted) -> Made:
        office = office_of(session, today=wanted.today, by=wanted.by)
        known, period = entries(session, wanted=wanted), period_of(wanted.on)
        told = (known, period, office, reports_mobilised.of_period(session, period, office))
        held_up = reports_held_up.known_obstacles(session, on=wanted.on)
        return Made(period_report(*told, held_up), office, period_sheets(*told))

    return collect


def _urging(session: Session, wanted: Wanted) -> Made:
    chosen = _contractor(session, wanted.contractor)
    urged = []
    for row in works.table(session, on=wanted.on).rows:
        if row.contractor_uid == chosen.uid and urging_of(row.state) is not None:
            signed = work_facts.contracts_of(session, uid=row.uid, contractor_uid=chosen.uid)
            contracts = [Signed(*one) for one in signed if one[1].signed <= wanted.on]
            measured = reversed(work_diary.diary(session, uid=row.uid, on=wanted.on))
            reasons = [DelayReason(one.on, one.cause, one.note) for one in measured if one.cause is not None]
            urged.append(UrgedWork(row.name, row.investor, contracts, row.state, row.warnings, reasons))
    if not urged:
        raise NtmError(
            f"Đến ngày {format_date(wanted.on)}, {chosen.name} không có công trình nào chậm, sắp hết hạn hợp "
            "đồng hay chờ nghiệm thu, nên không có gì để đôn đốc. Chọn nhà thầu khác hoặc ngày khác."
        )
    office = office_of(session, today=wanted.today, by=wanted.by)
    return Made(urging_letter(urged, contractor=chosen.name, on=wanted.on, office=office), office)


def _sheet(session: Session, wanted: Wanted) -> Made:
    known = works.table(session, on=wanted.on).rows
    if not known:
        raise NtmError("Chưa có công trình nào. Thêm công trình ở trang Công trình trước.")
    if not wanted.work.strip():
        names = [row.name for row in known]
        raise NtmError("Chưa chọn công trình của phiếu. Chọn một trong các công trình dưới đây.", names)
    _place, row = works.find(known, wanted.work)
    measured = work_diary.diary(session, uid=row.uid, on=wanted.on)
    photos = [(one, photo) for one in measured for photo in one.photos][:MOST_PHOTOS]
    pictures = [
        Picture(path, f"{photo.title}, {format_date(one.on)}", absent)
        for one, photo in photos
        for path, absent in (on_paper(session.files, photo.sha256, photo.title),)
    ]
    diary = [DiaryLine(one.on, one.share, one.value, one.cause, one.note or one.reason) for one in measured]
    office = office_of(session, today=wanted.today, by=wanted.by)
    (entry,) = _entries(session, [row], on=wanted.on)
    return Made(work_sheet(entry, diary, pictures, on=wanted.on, office=office), office)


def _contractor(session: Session, words: str) -> ContractorView:
    """By its name, or by words of it, marks aside. Raises NtmError unless it is one."""
    known = contractors(session)
    names = [view.name for view in known]
    if not known:
        raise NtmError("Chưa có nhà thầu nào. Nhập hợp đồng của công trình trước.")
    if not words.strip():
        raise NtmError("Chưa chọn nhà thầu nhận công văn. Chọn một trong các nhà thầu dưới đây.", names)
    keys = search_key(words).split()
    same = [view for view in known if search_key(view.name).split() == keys]
    found = same or [view for view in known if all(key in search_key(view.name) for key in keys)]
    if len(found) == 1:
        return found[0]
    if found:
        raise NtmError(
            f"Có {count_words(len(found), 'nhà thầu')} hợp với “{words}”. Ghi rõ hơn tên nhà thầu.",
            [view.name for view in found],
        )
    raise NtmError(f"Không có nhà thầu “{words}”. Chọn một trong các nhà thầu dưới đây.", names)


REPORTS: Sequence[Report] = (
    Report("danh-muc", "Danh mục công trình", _table(work_tables.catalogue)),
    Report("tien-do", "Tiến độ thực hiện công trình", _table(work_tables.progress_table)),
    Report("von", "Kế hoạch vốn và giải ngân năm", _capital, (Option.YEAR,)),
    Report("no-dong", "Nợ đọng xây dựng cơ bản", _table(work_tables.debt_table)),
    Report("thang", "Báo cáo công trình tháng", _period(month_of)),
    Report("quy", "Báo cáo công trình quý", _period(quarter_of)),
    Report("phieu-cong-trinh", "Phiếu theo dõi công trình", _sheet, (Option.WORK,), Form.GATHERED),
    Report("don-doc", "Công văn đôn đốc tiến độ", _urging, (Option.CONTRACTOR,), Form.LETTER),
)
