"""What the consultation still lacks and where it breaks the procedure, each told with the rule and its cure.

Figures come as thresholds of the goal: one that is None is never guessed, one that nobody has checked is used
and said to be so. Whether the days follow one another is told in ``consultation_order``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ntm_desktop.domain.attendance import is_run_on
from ntm_desktop.domain.consultation import (
    BROADCASTS,
    COVERAGE,
    GIVER_NAMES,
    MINUTES_FORM,
    PUBLICATION_DAYS,
    SATISFACTION,
    SATISFACTION_ITEM,
    SUMMARY_FORM,
    SURVEY_FORM,
    THRESHOLD_NAMES,
    VOTE,
    WRITE,
    Giver,
    Meeting,
    OpinionForm,
    Rate,
    Threshold,
    by_question,
    totals,
    within_posting,
)
from ntm_desktop.domain.consultation_order import (
    ballots_out_of_turn,
    figures_after_meeting,
    opinions_out_of_turn,
    order_of_dates,
    report_after_posting,
    survey_before_its_ballots,
)
from ntm_desktop.domain.consulted import PAGE, PAPERS, Break, BreakKind, Consulted
from ntm_desktop.domain.overview import Link
from ntm_desktop.text import count_words, format_date, format_int, search_key

OPINION_BREAKS = frozenset(
    {"opinions", "opinions_written", "opinions_reply", "survey", COVERAGE, SATISFACTION, SATISFACTION_ITEM}
)
"""Keys, up to a slash, of what opinions and survey lack or fall short of."""


def breaks(given: Consulted) -> tuple[Break, ...]:
    """In the order of the work."""
    of_papers = (
        (
            SUMMARY_FORM,
            (*_publication(given), *_broadcasts(given), *_opinions(given), *opinions_out_of_turn(given)),
        ),
        (SURVEY_FORM, (*_survey(given), *ballots_out_of_turn(given), *survey_before_its_ballots(given))),
        (MINUTES_FORM, (*_meeting(given), *_minutes(given))),
    )
    return (
        *(replace(one, due=form in given.due) for form, found in of_papers for one in found),
        *report_after_posting(given),
        *figures_after_meeting(given),
        *order_of_dates(given.dates, given.steps),
        *_thresholds(given),
    )


def _publication(given: Consulted) -> Iterator[Break]:
    link = Link(PAGE, "niem-yet")
    posted = [one for one in given.publications if one.first <= given.on]
    if not posted:
        why = "Chưa ghi nơi và ngày niêm yết báo cáo kết quả"
        cure = "Niêm yết tại trụ sở UBND xã, nhà văn hóa các thôn rồi ghi nơi, từ ngày, đến ngày"
        yield Break("publication", BreakKind.MISSING, "Niêm yết", why, given.steps, cure, link)
        return
    level = given.thresholds.get(PUBLICATION_DAYS)
    if level is not None and level.value is not None:
        short = [one for one in posted if one.days < level.value]
        if short:
            told = "; ".join(f"{one.place} {count_words(one.days, 'ngày')}" for one in short)
            why = f"Mới {told}, tính cả ngày đầu và ngày cuối; cần ít nhất {level.text}"
            cure = "Niêm yết tiếp cho đủ rồi sửa ngày kết thúc"
            yield Break(
                PUBLICATION_DAYS,
                BreakKind.BROKEN,
                "Thời gian niêm yết",
                why,
                level.source_text,
                cure,
                link,
                doubted=not level.confirmed,
            )
    if len({search_key(one.place) for one in posted}) == 1:
        why = f"Mới niêm yết ở 01 nơi: {posted[0].place}"
        cure = "Ghi đủ các nơi đã niêm yết: trụ sở UBND xã và nhà văn hóa các thôn"
        yield Break("publication_places", BreakKind.UNUSUAL, "Nơi niêm yết", why, given.steps, cure, link)
    last = max(one.last for one in posted)
    if last > given.on:
        why = f"Đang niêm yết đến hết ngày {format_date(last)}"
        cure = "Chờ hết thời gian niêm yết rồi mới tổng hợp ý kiến"
        yield Break("publication_open", BreakKind.MISSING, "Niêm yết", why, given.steps, cure, link)


def _broadcasts(given: Consulted) -> Iterator[Break]:
    level, link = given.thresholds.get(BROADCASTS), Link(PAGE, "phat-thanh")
    first, last = given.dates.first_posting, given.dates.last_posting
    if first is None or last is None or first > given.on:
        return
    heard = [one for one in given.broadcasts if one.on <= given.on]
    if level is None or level.value is None:
        if not heard:
            why = "Chưa ghi lần phát thanh nào về báo cáo kết quả"
            cure = "Phát trên loa truyền thanh của xã rồi ghi ngày phát"
            yield Break("broadcasts_none", BreakKind.MISSING, "Phát thanh", why, given.steps, cure, link)
        return
    within = sorted(one.on for one in within_posting(heard, given.publications))
    days = given.thresholds.get(PUBLICATION_DAYS)
    window = days.value if days is not None else None
    most = _most_within(within, window) if window else len(within)
    if most >= level.value:
        return
    why = (
        f"Đã phát {count_words(len(within), 'lần')} trong thời gian niêm yết "
        f"({format_date(first)} - {format_date(last)})"
    )
    if scattered := most < len(within):
        why += f", nhiều nhất {count_words(most, 'lần')} trong {count_words(window or 0, 'ngày')} liền"
    why += f"; cần ít nhất {level.text}"
    if outside := len(heard) - len(within):
        why += f". Không tính {count_words(outside, 'lần')} ngoài thời gian đó"
    kind = BreakKind.BROKEN if last < given.on else BreakKind.MISSING
    cure = "Phát tiếp trên loa truyền thanh trong thời gian niêm yết rồi ghi ngày phát"
    if kind is BreakKind.BROKEN:
        cure = "Ghi bổ sung những lần đã phát, hoặc niêm yết và phát tiếp cho đủ"
    unsure = not level.confirmed or (scattered and days is not None and not days.confirmed)
    doubted = bool(heard) and unsure  # a report on opinions tells of one at least
    yield Break(BROADCASTS, kind, "Phát thanh", why, level.source_text, cure, link, doubted=doubted)


def _most_within(days: Sequence[date], window: int) -> int:
    """The most of these days, in order, that lie in so many days on end."""
    return max(
        (sum(0 <= (day - start).days < window for day in days[at:]) for at, start in enumerate(days)),
        default=0,
    )


def _opinions(given: Consulted) -> Iterator[Break]:
    link = Link(PAGE, "y-kien")
    known = [one for one in given.opinions if one.on <= given.on]
    givers = {one.giver for one in known}
    if silent := [GIVER_NAMES[one] for one in (*WRITE, Giver.RESIDENTS) if one not in givers]:
        yield Break(
            "opinions",
            BreakKind.MISSING,
            "Ý kiến tham gia",
            f"Chưa có ý kiến của {count_words(len(silent), 'nơi')}: {'; '.join(silent)}",
            given.steps,
            "Ghi ý kiến của từng nơi; không có góp ý thì ghi “thống nhất”",
            link,
        )
    written = {one.giver for one in known if one.form is OpinionForm.WRITTEN}
    if spoken := [GIVER_NAMES[one] for one in WRITE if one in givers - written]:
        yield Break(
            "opinions_written",
            BreakKind.BROKEN,
            "Ý kiến bằng văn bản",
            f"Chưa có văn bản của {'; '.join(spoken)}",
            given.steps,
            "Xin ý kiến bằng văn bản rồi ghi số, ngày của văn bản",
            link,
        )
    if unnumbered := [one for one in known if one.form is OpinionForm.WRITTEN and not one.number]:
        told = "; ".join(f"{one.giver_text} ngày {format_date(one.on)}" for one in unnumbered)
        yield Break(
            "opinions_number",
            BreakKind.UNUSUAL,
            "Số văn bản góp ý",
            f"Chưa ghi số của {count_words(len(unnumbered), 'văn bản')}: {told}",
            given.steps,
            "Ghi số, ký hiệu như trên văn bản",
            link,
        )
    if waiting := [one for one in known if one.waits]:
        told = "; ".join(f"{one.giver_text} ngày {format_date(one.on)}" for one in waiting)
        yield Break(
            "opinions_reply",
            BreakKind.MISSING,
            "Tiếp thu, giải trình",
            f"Chưa trả lời {count_words(len(waiting), 'đề xuất')}: {told}",
            given.steps,
            "Ghi tiếp thu hoặc giải trình cho từng đề xuất",
            link,
        )


def _survey(given: Consulted) -> Iterator[Break]:
    link = Link(PAGE, "khao-sat")
    begun = [one for one in given.surveys if one.on <= given.on]
    known = [one for one in begun if one.is_whole]
    left = [*given.unsurveyed, *(one.hamlet for one in given.surveys if one.on > given.on)]
    left += [f"{one.hamlet} (chưa có {', '.join(one.lacking)})" for one in begun if not one.is_whole]
    guidance = given.thresholds.get(COVERAGE)
    if left or not known:
        why = "Chưa có phiếu của thôn nào"
        if begun:
            some = "Chưa có" if len(known) == len(begun) else "Chưa đủ"
            why = f"{some} phiếu của {count_words(len(left), 'thôn')}: {'; '.join(left)}"
        yield Break(
            "survey",
            BreakKind.MISSING,
            "Khảo sát hài lòng",
            why,
            guidance.source_text if guidance else given.steps,
            "Mặt trận Tổ quốc tổ chức lấy phiếu; ghi số phiếu từng thôn",
            link,
            _FRONT,
        )
    count = totals(known)
    if broken := _below(count.coverage, given.thresholds.get(COVERAGE)):
        told, level = broken
        why = f"Thu về {format_int(count.returned)} phiếu của {format_int(count.households)} hộ{told} phiếu"
        name = THRESHOLD_NAMES[COVERAGE]
        yield _rate(COVERAGE, name, why, level, _MORE_BALLOTS, link, _FRONT)
    if broken := _below(count.satisfaction, given.thresholds.get(SATISFACTION)):
        told, level = broken
        why = f"{_satisfied(count.satisfaction)}{told} phiếu"
        name = THRESHOLD_NAMES[SATISFACTION]
        yield _rate(SATISFACTION, name, why, level, _ASK_AGAIN, link, _FRONT)
    for number, (question, rate) in enumerate(by_question(given.questions, known), 1):
        if broken := _below(rate, given.thresholds.get(SATISFACTION_ITEM)):
            told, level = broken
            satisfied = _satisfied(rate)
            why = f"Nội dung {number} “{question.title}”: {satisfied[:1].lower()}{satisfied[1:]}{told} phiếu"
            key, name = f"{SATISFACTION_ITEM}/{number}", THRESHOLD_NAMES[SATISFACTION_ITEM]
            yield _rate(key, name, why, level, _ASK_AGAIN, link, _FRONT)


def _satisfied(rate: Rate) -> str:
    return f"Hài lòng {format_int(rate.part)} trong {format_int(rate.whole)} phiếu hợp lệ"


_FRONT = GIVER_NAMES[Giver.FRONT]
_MORE_BALLOTS = "Lấy thêm phiếu của những hộ chưa trả lời, hoặc kiểm tra lại số hộ và số phiếu"
_ASK_AGAIN = "Giải quyết điều Nhân dân chưa hài lòng rồi lấy phiếu lại, hoặc kiểm tra lại số phiếu"


def _below(rate: Rate, level: Threshold | None) -> tuple[str, Threshold] | None:
    """How a rate is under its threshold, and that one; None when it is not or none is known."""
    if level is None or level.value is None or rate.reaches(level.value) is not False:
        return None
    told = f", đạt {rate.text(level.value)}; cần {level.text}, ít nhất {format_int(rate.needed(level.value))}"
    return told, level


def _rate(key: str, what: str, why: str, level: Threshold, cure: str, link: Link, who: str = "") -> Break:
    source = level.source_text
    return Break(key, BreakKind.BROKEN, what, why, source, cure, link, who, doubted=not level.confirmed)


def _meeting(given: Consulted) -> Iterator[Break]:
    link, meeting = Link(PAGE, "cuoc-hop"), given.meeting
    if meeting is None or not meeting.held_by(given.on):
        why = "Chưa ghi cuộc họp đề nghị xét, công nhận"
        if meeting is not None:
            why = f"Cuộc họp ngày {format_date(meeting.on)} chưa có số người có mặt và kết quả bỏ phiếu"
        cure = "Họp, bỏ phiếu rồi ghi số người có mặt, số nhất trí"
        yield Break("meeting", BreakKind.MISSING, "Cuộc họp", why, given.steps, cure, link)
        return
    if broken := _below(meeting.vote, given.thresholds.get(VOTE)):
        told, level = broken
        vote = f"{format_int(meeting.agreed)} trong {format_int(meeting.present)}"
        why = f"Nhất trí {vote} người có mặt{told} người"
        cure = "Hoàn thiện hồ sơ theo ý kiến của đại biểu rồi họp, bỏ phiếu lại"
        yield _rate(VOTE, "Kết quả bỏ phiếu", why, level, cure, link)
    yield from _attendees(meeting)
    yield from _unusual_meeting(meeting)
    minutes = given.papers.get(MINUTES_FORM)
    if minutes is not None and minutes != meeting.on:
        why = f"Biên bản ghi ngày {format_date(minutes)}, cuộc họp ngày {format_date(meeting.on)}"
        cure = "Sửa lại một trong hai ngày"
        yield Break("minutes", BreakKind.BROKEN, "Ngày biên bản", why, "Biên bản cuộc họp", cure, PAPERS)


def _attendees(meeting: Meeting) -> Iterator[Break]:
    """Who was there is a part of the minutes. A list with fewer lines may name groups: it only warns."""
    link, what = Link(PAGE, "cuoc-hop"), "Người dự họp"
    present = format_int(meeting.present)
    if not meeting.attendees:
        why = f"Biên bản ghi {present} người có mặt, chưa có danh sách người dự họp"
        cure = "Ghi danh sách người dự họp"
        yield Break("attendees_none", BreakKind.MISSING, what, why, _ATTENDANCE, cure, link)
    if run_on := [one.name for one in meeting.attendees if is_run_on(one)]:
        why = f"Có dòng ghi nhiều tên hoặc chức vụ, cách nhau bằng dấu phẩy: {run_on[0]}"
        cure = "Ghi mỗi người một dòng, chức vụ sau dấu chấm phẩy"
        yield Break("attendees_run_on", BreakKind.UNUSUAL, what, why, _ATTENDANCE, cure, link)
    if len(meeting.attendees) > meeting.present:
        why = f"Danh sách có {count_words(len(meeting.attendees), 'người')}, nhiều hơn số có mặt ({present})"
        cure = "Sửa danh sách hoặc số người có mặt"
        yield Break("attendees", BreakKind.BROKEN, what, why, _ATTENDANCE, cure, link)
    elif 0 < len(meeting.attendees) < meeting.present:
        why = (
            f"Biên bản ghi {present} người có mặt (danh sách kèm theo), danh sách mới có "
            f"{count_words(len(meeting.attendees), 'người')}"
        )
        cure = "Ghi đủ danh sách người dự họp, hoặc sửa số người có mặt"
        yield Break("attendees_few", BreakKind.UNUSUAL, what, why, _ATTENDANCE, cure, link)


def _unusual_meeting(meeting: Meeting) -> Iterator[Break]:
    """What an appraiser would ask about. How many of those invited must come no rule says."""
    link = Link(PAGE, "cuoc-hop")
    if meeting.chair and search_key(meeting.chair) == search_key(meeting.secretary):
        why = f"Biên bản ghi {meeting.chair} vừa chủ trì vừa là thư ký; biên bản cần chữ ký của hai người"
        cure = "Ghi lại người chủ trì hoặc thư ký"
        yield Break("minutes_same", BreakKind.BROKEN, "Chủ trì, thư ký", why, _SIGNED_BY_TWO, cure, link)
    posts = (
        ("người chủ trì", meeting.chair, meeting.chair_post),
        ("thư ký", meeting.secretary, meeting.secretary_post),
    )
    if lacking := [role for role, name, post in posts if name and not post]:
        why = f"Chưa ghi chức vụ của {', '.join(lacking)}"
        yield Break("minutes_posts", BreakKind.UNUSUAL, "Chức vụ", why, _ATTENDANCE, "Ghi chức vụ", link)
    if 2 * meeting.present < meeting.invited:
        why = (
            f"Có mặt {format_int(meeting.present)} trong {format_int(meeting.invited)} người được mời, "
            "chưa đến một nửa"
        )
        cure = "Kiểm tra lại số người; nếu đúng thì nêu lý do trong biên bản hoặc họp lại"
        yield Break("attendance", BreakKind.UNUSUAL, "Số người dự họp", why, _ATTENDANCE, cure, link)


_SIGNED_BY_TWO = "Mẫu 1.9 Phụ lục III Nghị định số 30/2020/NĐ-CP (chữ ký của thư ký và chủ tọa)"
_ATTENDANCE = "Mẫu 1.9 Phụ lục III Nghị định số 30/2020/NĐ-CP (thành phần tham dự)"


def _minutes(given: Consulted) -> Iterator[Break]:
    """What the minutes would leave open of a meeting that was held."""
    meeting = given.meeting
    if meeting is None or not meeting.held_by(given.on):
        return
    told = {
        "giờ bắt đầu": meeting.begins,
        "giờ kết thúc": meeting.ends,
        "nơi họp": meeting.place,
        "người chủ trì": meeting.chair,
        "thư ký": meeting.secretary,
        "số người được mời": meeting.invited,
        "ý kiến thảo luận": meeting.discussion.strip(),
        "số bản của biên bản": meeting.copies_kept and meeting.copies_sent,
    }
    if left := [name for name, known in told.items() if not known]:
        why = f"Biên bản còn để trống {count_words(len(left), 'chỗ')}: {', '.join(left)}"
        cure = "Ghi đủ trong mục Họp, bỏ phiếu"
        link = Link(PAGE, "cuoc-hop")
        yield Break("minutes_open", BreakKind.MISSING, "Biên bản", why, given.steps, cure, link)


def _thresholds(given: Consulted) -> Iterator[Break]:
    link = Link(PAGE, "muc")
    asked = [given.thresholds[key] for key in THRESHOLD_NAMES if key in given.thresholds]
    for one in asked:
        if one.value is None and one.asked:
            yield Break(
                f"threshold/{one.key}",
                BreakKind.NO_THRESHOLD,
                one.name,
                "Chưa có mức, nhập mức theo văn bản của tỉnh hoặc Mặt trận",
                one.source_text,
                "Nhập mức, số và ngày văn bản",
                link,
            )
    if unconfirmed := [one for one in asked if one.value is not None and not one.confirmed]:
        told = "; ".join(f"{one.name} {one.text}" for one in unconfirmed)
        yield Break(
            "thresholds",
            BreakKind.UNCONFIRMED,
            "Mức chưa đối chiếu",
            f"Xét theo {count_words(len(unconfirmed), 'mức')} chưa đối chiếu với văn bản: {told}",
            "; ".join(f"{one.name}: {one.source}" for one in unconfirmed if one.source) or given.steps,
            "Đối chiếu với văn bản rồi đánh dấu đã đối chiếu",
            link,
        )
