from __future__ import annotations

from datetime import date

import pytest
from consulting import june, newest, refused, said, view, write
from office import AT, LEAD, TODAY

from ntm_desktop.changes import Changes
from ntm_desktop.db.engine import Database
from ntm_desktop.domain.consultation import Accepted, Attendee, Giver, OpinionForm, Rate
from ntm_desktop.errors import EntryRefused, NtmError
from ntm_desktop.services import blanking, commune, consultation, dossier, goals, history
from ntm_desktop.services import consultation_meeting as meetings
from ntm_desktop.services import consultation_survey as ballots
from ntm_desktop.services import thresholds as levels
from ntm_desktop.services.commune import HamletView
from ntm_desktop.services.consultation_survey import QuestionEntry


def post(database: Database, first: int = 1, last: int = 15, place: str = "Trụ sở UBND xã") -> Changes:
    return write(
        database,
        lambda s: consultation.save_publication(
            s, place=place, first=june(first), last=june(last), today=TODAY
        ),
    )


# Publication and broadcasts


def test_a_posting_from_its_first_to_its_last_day(office: Database) -> None:
    assert said(office, "publication").startswith("Chưa ghi nơi và ngày niêm yết")
    post(office, place="  Trụ sở   UBND xã ")
    (shown,) = view(office).publications
    assert (shown.place, shown.days) == ("Trụ sở UBND xã", 15)
    assert said(office, "publication") == said(office, "publication_open") == ""
    assert said(office, "publication_open", june(14)) == "Đang niêm yết đến hết ngày 15/6/2021"


def test_the_regime_of_2016_has_no_number_of_days_until_the_office_enters_it(office: Database) -> None:
    post(office, last=10)
    assert said(office, "publication_days") == ""
    assert said(office, "threshold/publication_days") == (
        "Chưa có mức, nhập mức theo văn bản của tỉnh hoặc Mặt trận"
    )
    write(
        office,
        lambda s: levels.save_threshold(
            s, key="publication_days", value=15, source="Văn bản số 9/HD-VPĐP", today=TODAY
        ),
    )
    assert said(office, "threshold/publication_days") == ""
    (short,) = [one for one in view(office).breaks if one.key == "publication_days"]
    assert short.why == ("Mới Trụ sở UBND xã 10 ngày, tính cả ngày đầu và ngày cuối; cần ít nhất 15 ngày")
    assert short.source == "Văn bản số 9/HD-VPĐP; mức do xã nhập, chưa đối chiếu"
    assert not short.stops


def test_a_posting_is_changed_in_place_and_taken_back(office: Database) -> None:
    post(office, last=10)
    uid = view(office).publications[0].uid
    write(
        office,
        lambda s: consultation.save_publication(
            s, uid=uid, place="Nhà văn hóa", first=june(1), last=june(20), today=TODAY
        ),
    )
    change = newest(office)
    assert (change.label, change.title) == ("nơi niêm yết", "Nhà văn hóa")
    assert ("Niêm yết đến ngày", "10/6/2021", "20/6/2021") in [
        (field.name, field.before, field.after) for field in change.fields
    ]
    write(office, history.undo_last)
    assert view(office).publications[0].last == june(10)
    write(office, lambda s: consultation.remove_publication(s, uid=uid))
    assert view(office).publications == ()


@pytest.mark.parametrize(("place", "last", "field"), [(" ", 15, "place"), ("Trụ sở", 1, "last")])
def test_a_posting_that_cannot_be(office: Database, place: str, last: int, field: str) -> None:
    assert (
        refused(
            office,
            lambda s: consultation.save_publication(
                s, place=place, first=june(2), last=june(last), today=TODAY
            ),
        )[0]
        == field
    )


def test_broadcasts_within_the_posting_are_counted(office: Database) -> None:
    post(office)
    write(
        office,
        lambda s: levels.save_threshold(s, key="broadcasts", value=2, source="9/HD-VPĐP", today=TODAY),
    )
    for day in (15, 16):
        write(office, lambda s, day=day: consultation.save_broadcast(s, on=june(day), today=TODAY))  # type: ignore[misc]
    assert said(office, "broadcasts").startswith("Đã phát 01 lần trong thời gian niêm yết (1/6/2021 - ")
    late = view(office).broadcasts[1].uid
    write(office, lambda s: consultation.save_broadcast(s, uid=late, on=june(3), note="Sáng", today=TODAY))
    assert said(office, "broadcasts") == ""
    assert [(one.on, one.note) for one in view(office).broadcasts] == [(june(3), "Sáng"), (june(15), "")]
    write(office, lambda s: consultation.remove_broadcast(s, uid=late))
    assert said(office, "broadcasts")
    field, message = refused(
        office, lambda s: consultation.save_broadcast(s, on=date(2021, 7, 1), today=TODAY)
    )
    assert (field, message) == (
        "on",
        "Lần phát thanh ngày 1/7/2021 ở sau hôm nay (30/6/2021). Nhập lại ngày.",
    )


# Opinions


def opine(database: Database, giver: Giver = Giver.FRONT, **values: object) -> Changes:
    entry: dict[str, object] = {
        "form": OpinionForm.WRITTEN, "on": june(10), "today": TODAY, "content": "Thống nhất", **values,
    }  # fmt: skip
    return write(database, lambda s: consultation.save_opinion(s, giver=giver, **entry))  # type: ignore[arg-type]


def test_opinions_are_listed_by_giver_and_the_silent_ones_are_named(office: Database) -> None:
    for giver in reversed([one for one in Giver if one is not Giver.OTHER]):
        assert said(office, "opinions")
        opine(office, giver)
    assert said(office, "opinions") == ""
    assert [one.giver for one in view(office).opinions] == list(Giver)[:-1]


def test_a_proposal_waits_until_it_is_answered(office: Database) -> None:
    write(office, lambda s: commune.save_hamlets(s, rows=[HamletView(None, "thôn Yên Thắng", 76)]))
    hamlet = view(office).unsurveyed[0].uid
    opine(
        office,
        Giver.RESIDENTS,
        giver_name="Cao Văn An",
        hamlet_uid=hamlet,
        content="Đồng ý\n\ncó góp ý",
        proposal="Thêm đèn đường",
    )
    (shown,) = view(office).opinions
    assert (shown.giver_text, shown.content) == (
        "Nhân dân, Cao Văn An, thôn Yên Thắng",
        "Đồng ý\n\ncó góp ý",
    )
    assert "Nhân dân, Cao Văn An, thôn Yên Thắng ngày 10/6/2021" in said(office, "opinions_reply")
    opine(
        office,
        Giver.RESIDENTS,
        uid=shown.uid,
        giver_name="Cao Văn An",
        hamlet_uid=hamlet,
        proposal="Thêm đèn đường",
        accepted=Accepted.EXPLAINED,
        reply="Đưa vào kế hoạch năm 2022",
    )
    assert said(office, "opinions_reply") == ""
    fields = {field.name: field.after for field in newest(office).fields}
    assert fields == {
        "Nội dung": "Thống nhất",
        "Trả lời của xã": "Đưa vào kế hoạch năm 2022",
        "Tiếp thu, giải trình": "Giải trình",
    }


@pytest.mark.parametrize(
    ("giver", "values", "field"),
    [
        (Giver.OTHER, {}, "giver_name"),
        (Giver.FRONT, {"content": " "}, "content"),
        (Giver.FRONT, {"on": date(2021, 7, 1)}, "on"),
        (Giver.FRONT, {"accepted": Accepted.EXPLAINED}, "reply"),
    ],
)
def test_an_opinion_that_cannot_be(
    office: Database, giver: Giver, values: dict[str, object], field: str
) -> None:
    with pytest.raises(EntryRefused) as found:
        opine(office, giver, **values)
    assert found.value.field == field
    assert view(office).opinions == ()


def test_the_summary_is_not_before_the_last_opinion(office: Database) -> None:
    opine(office, on=june(20))
    for day, told in ((19, True), (20, False)):
        write(
            office,
            lambda s, day=day: dossier.save_paper(  # type: ignore[misc]
                s, form="tong_hop_y_kien", on=TODAY, number="9", issued=june(day)
            ),
        )
        assert bool(said(office, "opinions_late")) is told


def test_what_a_resident_said_can_be_erased_and_the_opinion_stays_readable(office: Database) -> None:
    opine(office, Giver.RESIDENTS, giver_name="Cao Văn An", content="Nhà tôi ở cuối xóm")
    with office.read() as session:
        first = history.entries(session, limit=1)[0].seq
    uid = view(office).opinions[0].uid
    opine(office, Giver.RESIDENTS, uid=uid, giver_name="Một hộ dân", content="Thống nhất")
    write(office, lambda s: blanking.blank(s, seq=first))
    (shown,) = view(office).opinions
    assert (shown.giver, shown.giver_name) == (Giver.RESIDENTS, "Một hộ dân")
    write(office, lambda s: consultation.remove_opinion(s, uid=uid))
    with office.read() as session:
        kept = [history.entry(session, seq=row.seq) for row in history.entries(session, limit=50)]
    assert "Cao Văn An" not in str(kept)
    assert "Nhà tôi ở cuối xóm" not in str(kept)


# Survey


@pytest.fixture
def hamlets(office: Database) -> Database:
    rows = [HamletView(None, "Tân Lợi 1", 76), HamletView(None, "Tân Lợi 2", 148)]
    write(office, lambda s: commune.save_hamlets(s, rows=rows))
    ask(office, ["Đường giao thông", "Hài lòng chung"], overall=1)
    return office


def ask(database: Database, titles: list[str], overall: int | None = None) -> Changes:
    known = {one.title: one.uid for one in view(database).questions}
    rows = [
        QuestionEntry(known.get(title), title, asks_overall=number == overall)
        for number, title in enumerate(titles)
    ]
    return write(database, lambda s: ballots.save_questions(s, rows=rows, today=TODAY))


def collect(database: Database, hamlet: str, *counts: int, roads: int | None = None) -> Changes:
    households, issued, returned, valid, satisfied = counts
    found = view(database)
    with database.read() as session:
        uid = next(str(one.uid) for one in commune.list_hamlets(session) if one.name == hamlet)
    answers = {} if roads is None else {found.questions[0].uid: roads}
    return write(
        database,
        lambda s: ballots.save_survey(
            s,
            hamlet_uid=uid,
            on=june(25),
            today=TODAY,
            households=households,
            issued=issued,
            returned=returned,
            valid=valid,
            satisfied=satisfied,
            answers=answers,
            collector="Ban công tác Mặt trận",
        ),
    )


def test_the_survey_of_a_hamlet_and_of_the_commune(hamlets: Database) -> None:
    assert said(hamlets, "survey") == "Chưa có phiếu của thôn nào"
    collect(hamlets, "Tân Lợi 1", 76, 76, 72, 72, 71, roads=70)
    assert said(hamlets, "survey") == "Chưa có phiếu của 01 thôn: Tân Lợi 2"
    collect(hamlets, "Tân Lợi 2", 148, 150, 100, 98, 60, roads=80)
    found = view(hamlets)
    assert [one.hamlet for one in found.surveys] == ["Tân Lợi 1", "Tân Lợi 2"]
    assert found.surveys[0].satisfaction.text() == "98,61%"
    assert (found.totals.coverage, found.totals.satisfaction) == (Rate(172, 224), Rate(131, 170))
    assert [(question.title, rate) for question, rate in found.by_question] == [
        ("Đường giao thông", Rate(150, 170)),
        ("Hài lòng chung", Rate(131, 170)),
    ]
    assert said(hamlets, "survey") == ""
    assert said(hamlets, "satisfaction") == (
        "Hài lòng 131 trong 170 phiếu hợp lệ, đạt 77,06%; cần 80%, ít nhất 136 phiếu"
    )


def test_a_hamlet_has_one_survey_that_is_changed_in_place(hamlets: Database) -> None:
    collect(hamlets, "Tân Lợi 1", 76, 76, 72, 72, 71, roads=70)
    before = view(hamlets).surveys[0]
    collect(hamlets, "Tân Lợi 1", 76, 76, 73, 72, 71)
    (after,) = view(hamlets).surveys
    assert (after.uid, after.returned, dict(after.answers)) == (before.uid, 73, {})
    write(hamlets, history.undo_last)
    assert view(hamlets).surveys == (before,)
    write(hamlets, lambda s: ballots.remove_survey(s, uid=before.uid))
    assert view(hamlets).surveys == ()
    write(hamlets, history.undo_last)
    assert view(hamlets).surveys == (before,)


def test_ballots_that_cannot_be_are_refused_with_the_field(hamlets: Database) -> None:
    with pytest.raises(EntryRefused, match=r"Số phiếu hợp lệ \(73\) lớn hơn số phiếu thu về \(72\)") as found:
        collect(hamlets, "Tân Lợi 1", 76, 76, 72, 73, 71)
    assert found.value.field == "valid"
    with pytest.raises(EntryRefused, match="“Đường giao thông”") as found:
        collect(hamlets, "Tân Lợi 1", 76, 76, 72, 72, 71, roads=73)
    assert found.value.field == "answers"
    assert view(hamlets).surveys == ()


@pytest.mark.parametrize(
    ("question", "on", "field"), [("Hài lòng chung", june(25), "answers"), (None, date(2021, 7, 1), "on")]
)
def test_the_overall_content_has_no_ballots_of_its_own_and_none_come_from_days_ahead(
    hamlets: Database, question: str | None, on: date, field: str
) -> None:
    found = view(hamlets)
    counted = {one.uid: 1 for one in found.questions if one.title == question}
    entry = {"households": 76, "issued": 76, "returned": 72, "valid": 72, "satisfied": 71}
    assert (
        refused(
            hamlets,
            lambda s: ballots.save_survey(
                s,
                hamlet_uid=str(found.unsurveyed[0].uid),
                on=on,
                today=TODAY,
                answers=counted,
                **entry,  # type: ignore[arg-type]
            ),
        )[0]
        == field
    )


def test_the_history_calls_a_survey_by_its_hamlet_and_an_answer_by_its_question(hamlets: Database) -> None:
    collect(hamlets, "Tân Lợi 1", 76, 76, 72, 72, 71, roads=70)
    with hamlets.read() as session:
        changes = history.entry(session, seq=history.entries(session, limit=1)[0].seq).changes
    assert {(one.label, one.title) for one in changes} == {
        ("khảo sát hài lòng của thôn", "Tân Lợi 1"),
        ("số phiếu hài lòng theo nội dung", "Đường giao thông"),
    }


def test_the_ballot_is_ordered_reworded_and_shortened(hamlets: Database) -> None:
    collect(hamlets, "Tân Lợi 1", 76, 76, 72, 72, 71, roads=70)
    ask(hamlets, ["Hài lòng chung", "Đường giao thông"], overall=0)
    found = view(hamlets)
    assert [question.title for question in found.questions] == ["Hài lòng chung", "Đường giao thông"]
    assert found.by_question[1][1] == Rate(70, 72)
    ask(hamlets, ["Hài lòng chung"], overall=0)
    assert view(hamlets).surveys[0].answers == {}
    write(hamlets, history.undo_last)
    assert view(hamlets) == found


def test_questions_that_cannot_be(hamlets: Database) -> None:
    collect(hamlets, "Tân Lợi 1", 76, 76, 72, 72, 71, roads=70)
    for titles, overall, field in (
        (["Đường giao thông", "  "], None, "title"),
        (["Trường học", "trường  hoc"], None, "title"),
        (["Đường giao thông"], 0, "asks_overall"),
    ):
        with pytest.raises(EntryRefused) as found:
            ask(hamlets, titles, overall)
        assert found.value.field == field
    both = [QuestionEntry(None, "Một", asks_overall=True), QuestionEntry(None, "Hai", asks_overall=True)]
    assert refused(hamlets, lambda s: ballots.save_questions(s, rows=both, today=TODAY))[0] == "asks_overall"


def test_a_hamlet_with_ballots_is_not_removed(hamlets: Database) -> None:
    collect(hamlets, "Tân Lợi 1", 76, 76, 72, 72, 71)
    with pytest.raises(NtmError, match="1 khảo sát hài lòng của thôn"):
        write(hamlets, lambda s: commune.save_hamlets(s, rows=[]))


# Meeting


def meet(database: Database, **values: object) -> Changes:
    entry: dict[str, object] = {
        "on": june(28), "today": TODAY, "place": "Hội trường UBND xã", "begins": "07:30", "ends": "10:15",
        "chair": "Đinh Minh Đức", "chair_post": "Chủ tịch UBND xã", "secretary": LEAD, "invited": 32,
        "present": 31, "agreed": 28, **values,
    }  # fmt: skip
    return write(database, lambda s: meetings.save_meeting(s, **entry))  # type: ignore[arg-type]


@pytest.mark.parametrize(("agreed", "told"), [(28, False), (27, True)])
def test_nine_of_ten_of_those_present_agree(office: Database, agreed: int, told: bool) -> None:
    meet(office, agreed=agreed)
    assert said(office, "meeting") == ""
    assert bool(said(office, "vote")) is told


def test_a_meeting_is_planned_then_told(office: Database) -> None:
    later = date(2021, 7, 5)
    meet(office, on=later, present=0, agreed=0)
    assert "5/7/2021" in said(office, "meeting")
    with pytest.raises(EntryRefused) as found:
        meet(office, on=later)
    assert found.value.field == "present"
    meet(office)
    shown = view(office).meeting
    assert shown is not None
    assert (shown.on, shown.vote) == (june(28), Rate(28, 31))
    assert newest(office).label == "cuộc họp đề nghị xét, công nhận"


def test_those_who_came_are_a_list_of_their_own(office: Database) -> None:
    with pytest.raises(NtmError, match="Chưa có cuộc họp nào"):
        write(office, lambda s: meetings.save_attendees(s, rows=[Attendee("A")], today=TODAY))
    meet(office)
    came = [Attendee("Cao Văn An", "Trưởng thôn"), Attendee("Đinh Thị Hoá"), Attendee("Hồ Văn Ba")]
    write(office, lambda s: meetings.save_attendees(s, rows=came, today=TODAY))
    shown = view(office).meeting
    assert shown is not None
    assert list(shown.attendees) == came
    write(office, lambda s: meetings.save_attendees(s, rows=came[1:], today=TODAY))
    assert refused(office, lambda s: meetings.save_attendees(s, rows=[Attendee(" ")], today=TODAY)) == (
        "name",
        "Người dự họp thứ 1 chưa có tên. Ghi tên hoặc xóa dòng đó.",
    )
    write(office, lambda s: meetings.remove_meeting(s, today=TODAY))
    assert view(office).meeting is None
    write(office, history.undo_last)
    shown = view(office).meeting
    assert shown is not None
    assert list(shown.attendees) == came[1:]


# Goals


def test_each_goal_has_its_own_consultation(office: Database) -> None:
    post(office)
    meet(office)
    with office.write("Đăng ký lại", LEAD, AT) as session:
        goals.register(
            session, set_id="xa-ntm-2016-2020", year=2022, profile="tdmnpb", valid_from=date(2022, 1, 10)
        )
    assert view(office, date(2022, 1, 10)).publications == ()
    assert view(office, date(2022, 1, 10)).meeting is None
    assert len(view(office).publications) == 1
    with office.read() as session:
        first = goals.current(session, on=TODAY).uid
    with pytest.raises(NtmError, match="đang được dùng trong"):
        write(office, lambda s: goals.remove_goal(s, uid=first))
