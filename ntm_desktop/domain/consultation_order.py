"""Whether the steps follow one another: the days of the papers, of the opinions and of the ballots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ntm_desktop.domain.consultation import GIVER_NAMES, SURVEY_FORM, Giver, Opinion
from ntm_desktop.domain.consulted import PAGE, PAPERS, Break, BreakKind, Consulted, Dates
from ntm_desktop.domain.overview import Link
from ntm_desktop.text import count_words, format_date

_ORDER = (
    ("first_posting", "Ngày bắt đầu niêm yết", Link(PAGE, "niem-yet")),
    ("last_posting", "Ngày kết thúc niêm yết", Link(PAGE, "niem-yet")),
    ("summary", "Ngày báo cáo tổng hợp ý kiến", PAPERS),
    ("meeting", "Ngày họp", Link(PAGE, "cuoc-hop")),
    ("submitted", "Ngày tờ trình", PAPERS),
)


_REPORT = "Ngày báo cáo kết quả"
_WITH_REPORT = _ORDER[-2:]


def order_of_dates(dates: Dates, source: str) -> Iterator[Break]:
    """The day of each step is not before that of the step known last before it; of one day they may be.

    The report is completed after the opinions (step 5): it is before the meeting that it is read at, else
    before the tờ trình that encloses it. ``report_after_posting`` tells when it is not what was posted.
    """
    before: tuple[str, date] | None = None
    for key, name, link in _ORDER:
        day: date | None = getattr(dates, key)
        if day is None:
            continue
        if before is not None and day < before[1]:
            yield _out_of_order(key, name, day, before, source, link)
        before = (name, day)
    for key, name, link in _WITH_REPORT:
        day = getattr(dates, key)
        if day is not None and dates.report is not None:
            if day < dates.report:
                yield _out_of_order(f"report/{key}", name, day, (_REPORT, dates.report), source, link)
            return


def _out_of_order(key: str, name: str, day: date, before: tuple[str, date], source: str, link: Link) -> Break:
    earlier = before[0][:1].lower() + before[0][1:]
    return Break(
        f"order/{key}",
        BreakKind.BROKEN,
        "Thứ tự ngày",
        f"{name} {format_date(day)} ở trước {earlier} {format_date(before[1])}",
        source,
        "Sửa ngày nhập nhầm; nếu ngày đúng như vậy thì làm lại bước sau cho đúng thứ tự",
        link,
    )


def report_after_posting(given: Consulted) -> Iterator[Break]:
    """What is posted is the draft of the report, completed after the opinions (step 5): a later day on it is
    no mistake in itself, and with newer figures no other day would be right. The office is told to see
    whether the people have read what it signs."""
    report, posted = given.dates.report, given.dates.first_posting
    if report is None or posted is None or report <= posted:
        return
    why = (
        f"Báo cáo kết quả ghi ngày {format_date(report)}, sau ngày bắt đầu niêm yết {format_date(posted)}: "
        "bản đã niêm yết là dự thảo"
    )
    if given.newer:
        count = count_words(len(given.newer), "chỉ tiêu")
        why += f"; {count} có số liệu mới hơn bản niêm yết: {', '.join(given.newer)}"
    cure = "Niêm yết lại bản mới, hoặc giữ nguyên và giải thích chỗ thay đổi tại cuộc họp"
    yield Break("report_later", BreakKind.UNUSUAL, "Báo cáo sau niêm yết", why, given.steps, cure, PAPERS)


def figures_after_meeting(given: Consulted) -> Iterator[Break]:
    """What was voted on had other figures. A report dated after the meeting is told by the order of days."""
    meeting, report = given.dates.meeting, given.dates.report
    if meeting is None or not given.after_meeting or (report is not None and report > meeting):
        return
    count = count_words(len(given.after_meeting), "chỉ tiêu")
    yield Break(
        "figures_later",
        BreakKind.UNUSUAL,
        "Số liệu sau cuộc họp",
        f"Số liệu của {count} ghi sau ngày họp {format_date(meeting)}: {', '.join(given.after_meeting)}",
        given.steps,
        "Sửa ngày nhập nhầm; nếu ngày đúng như vậy thì họp lại, hoặc in hồ sơ theo số liệu đến ngày họp",
        Link(PAGE, "cuoc-hop"),
    )


def opinions_out_of_turn(given: Consulted) -> Iterator[Break]:
    """The summary tells of all opinions and goes to the meeting: none may be later than either. One that is
    earlier than the posting may be about a draft that was sent round."""
    known = [one for one in given.opinions if one.on <= given.on]
    posted, summary, meeting = given.dates.first_posting, given.dates.summary, given.dates.meeting
    if posted and (early := [one for one in known if one.on < posted]):
        yield Break(
            "opinions_early",
            BreakKind.UNUSUAL,
            "Ý kiến trước ngày niêm yết",
            f"Báo cáo niêm yết từ ngày {format_date(posted)}, ở sau ý kiến của {_told(early)}",
            given.steps,
            "Sửa ngày nhập nhầm; nếu góp ý vào dự thảo gửi trước khi niêm yết thì để nguyên",
            Link(PAGE, "y-kien"),
        )
    late = [one for one in known if summary and one.on > summary]
    if summary and late:
        yield Break(
            "opinions_late",
            BreakKind.BROKEN,
            "Ý kiến sau báo cáo tổng hợp",
            f"Báo cáo tổng hợp ý kiến ghi ngày {format_date(summary)}, ở trước ý kiến của {_told(late)}",
            given.steps,
            "Tổng hợp lại cho đủ rồi sửa ngày báo cáo, hoặc sửa ngày của ý kiến",
            PAPERS,
        )
    after = [one for one in known if meeting and one.on > meeting and one not in late]
    if meeting and after:
        yield Break(
            "opinions_after_meeting",
            BreakKind.BROKEN,
            "Ý kiến sau cuộc họp",
            f"Cuộc họp ngày {format_date(meeting)} xét báo cáo tổng hợp ý kiến, ở trước ý kiến của "
            f"{_told(after)}",
            given.steps,
            "Sửa ngày nhập nhầm; nếu ngày đúng như vậy thì tổng hợp lại cho đủ rồi họp lại",
            Link(PAGE, "y-kien"),
        )


def _told(opinions: Sequence[Opinion]) -> str:
    return "; ".join(f"{one.giver_text} ngày {format_date(one.on)}" for one in opinions)


def ballots_out_of_turn(given: Consulted) -> Iterator[Break]:
    """No rule that was found puts the ballots before the meeting: Mặt trận may hold them later."""
    steps = (("báo cáo tổng hợp ý kiến", given.dates.summary), ("cuộc họp", given.dates.meeting))
    known = [(on, name) for name, on in steps if on is not None]
    if not known:
        return
    on, name = min(known)
    if late := [one for one in given.surveys if on < one.on <= given.on]:
        told = "; ".join(f"{one.hamlet} ngày {format_date(one.on)}" for one in late)
        yield Break(
            "survey_late",
            BreakKind.UNUSUAL,
            "Ngày lấy phiếu",
            f"Phiếu của {count_words(len(late), 'thôn')} lấy sau {name} ngày {format_date(on)}: {told}",
            given.steps,
            "Sửa ngày nhập nhầm; nếu Mặt trận lấy phiếu sau bước đó thì để nguyên",
            Link(PAGE, "khao-sat"),
        )


def survey_before_its_ballots(given: Consulted) -> Iterator[Break]:
    """The report counts all ballots."""
    report, taken = given.papers.get(SURVEY_FORM), [one for one in given.surveys if one.on <= given.on]
    last = max(taken, key=lambda one: one.on, default=None)
    if report is None or last is None or report >= last.on:
        return
    yield Break(
        "survey_report",
        BreakKind.BROKEN,
        "Ngày báo cáo hài lòng",
        f"Báo cáo kết quả lấy ý kiến hài lòng ghi ngày {format_date(report)}, ở trước ngày lấy phiếu "
        f"{format_date(last.on)} của {last.hamlet}",
        given.steps,
        "Sửa ngày nhập nhầm; nếu ngày đúng như vậy thì đề nghị Mặt trận báo cáo lại cho đủ phiếu",
        Link(PAPERS.page, f"{PAPERS.anchor}/{SURVEY_FORM}"),
        GIVER_NAMES[Giver.FRONT],
    )
