from __future__ import annotations

from datetime import date, timedelta

import pytest
from office import AT, LEAD, TODAY, record

from ntm_desktop.db.engine import Database
from ntm_desktop.db.sqlite_file import driver
from ntm_desktop.documents import formal
from ntm_desktop.documents import narratives as wording
from ntm_desktop.documents.blocks import Signature
from ntm_desktop.documents.data import DossierData
from ntm_desktop.documents.dossier import papers
from ntm_desktop.domain.judging import Verdict
from ntm_desktop.errors import NtmError
from ntm_desktop.services import (
    assessments,
    dossier,
    evidence,
    goals,
    grounds,
    history,
    indicators,
    narratives,
    official_documents,
    overview,
    people,
    targets,
)

JUNE = date(2021, 6, 30)
DECEMBER = date(2021, 12, 31)


def collected(database: Database, *, draft: bool = True) -> DossierData:
    with database.read() as session:
        return dossier.collect(session, on=JUNE, today=JUNE, draft=draft)


def lines(database: Database, on: date = JUNE) -> dict[str, str]:
    with database.read() as session:
        return {found.key: found.state.value for found in dossier.readiness(session, on=on)}


def test_the_papers_get_everything_that_is_known(yen_hoa: Database) -> None:
    data = collected(yen_hoa)
    indicator = {i.code: i for i in data.indicators()}
    assert (data.met, data.goal.set_criteria, data.goal.tier) == (15, 19, "nông thôn mới")
    assert data.goal.set_citation.number == "1980/QĐ-TTg"
    assert data.goal.profile_name == "Trung du miền núi phía Bắc"
    assert indicator["17.6"].value_text == "862/1.342 = 64,23%"
    assert indicator["17.6"].gap_text.startswith("còn thiếu 5,8 điểm %")
    assert indicator["17.6"].regression.startswith("Đạt ngày 31/12/2019, chưa đạt từ ngày 31/12/2020")
    assert indicator["17.2"].na_ground
    assert indicator["2.2"].target_text == "chưa có mức"
    assert [i.code for i in data.unverified()][:2] == ["3.1", "3.2"]
    assert [g.number for g in data.grounds] == ["15/KH-UBND", "08/NQ-HĐND"]
    signer = data.paper("to_trinh").signer
    assert signer is not None
    assert (signer.name, signer.post) == ("Đinh Minh Đức", "Chủ tịch")
    assert data.commune.figure("area") is not None
    assert {h.name for h in data.commune.hamlets} >= {"Tân Lợi 1", "Yên Hoá"}
    assert data.plan("17.6") is not None
    photo = next(e for e in indicator["2.1"].evidence if e.file_type == "jpeg")
    assert photo.picture is not None
    assert photo.picture.is_file()
    assert data.illustrative


def test_readiness_lists_each_missing_part(yen_hoa: Database, office: Database) -> None:
    shown = lines(yen_hoa)
    assert {key for key, state in shown.items() if state == "block"} == {
        "criteria",
        "assessed",
        "targets",
        "separate/tong_hop_y_kien",
        "separate/bien_ban",
        "asked/publication_open",
        "asked/opinions",
        "asked/opinions_reply",
        "asked/meeting",
    }
    assert {"unverified", "code", "illustrative"} <= {key for key, state in shown.items() if state == "warn"}
    empty = lines(office)
    assert {"criteria", "assessed", "signer", "narratives"} <= {
        key for key, state in empty.items() if state == "block"
    }
    with office.read() as session, pytest.raises(NtmError) as caught:
        dossier.refuse_unready(session, on=JUNE)
    assert len(caught.value.problems) == sum(state == "block" for state in empty.values())


def test_only_who_may_sign_for_the_committee_signs(office: Database) -> None:
    """A clerk ticked as signing is not printed as the chairman."""
    with office.write("Thêm người", LEAD, AT) as session:
        people.save_person(session, name="Lê Văn Tư", post="Công chức Địa chính", signs=True)
    assert lines(office)["signer"] == "block"
    assert collected(office).paper("to_trinh").signer is None
    with office.read() as session:
        clerk = next(p.uid for p in people.list_people(session) if p.name == "Lê Văn Tư")
        assert people.list_signers(session, on=JUNE) == ()
    with office.write("Ghi số", LEAD, AT) as session, pytest.raises(NtmError, match="Phó Chủ tịch"):
        dossier.save_paper(session, form="to_trinh", on=JUNE, signer_uid=clerk)
    with office.write("Thêm người", LEAD, AT) as session:
        people.save_person(session, name="Cao Xuân Đạt", post="Phó Chủ tịch UBND xã", signs=True)
    assert lines(office)["signer"] == "done"
    signer = collected(office).paper("to_trinh").signer
    assert signer is not None
    assert signer.name == "Cao Xuân Đạt"


def test_papers_made_elsewhere_are_watched_until_they_have_number_and_date(yen_hoa: Database) -> None:
    with yen_hoa.read() as session:
        own = [view for view in dossier.papers(session, on=JUNE) if view.attached]
    assert [view.symbol for view in own] == ["BC-UBND", "BB-UBND", "BC-UBND", "BC-MTTQ-BTT"]

    def open_lines() -> dict[str, str]:
        return {key: state for key, state in lines(yen_hoa).items() if key.startswith("separate")}

    states = [open_lines()]
    for order, view in enumerate(own, 1):
        with yen_hoa.write("Ghi số", LEAD, AT) as session:
            dossier.save_paper(session, form=view.form, on=JUNE, number=str(order), issued=JUNE)
        states.append(open_lines())
    assert [view.precedes for view in own] == [True, True, False, False]
    expected = {f"separate/{view.form}": "block" if view.precedes else "warn" for view in own}
    for view, left in zip(own, states, strict=False):
        assert left == expected
        if not view.foreign:
            del expected[f"separate/{view.form}"]
    assert states[-1] == {"separate/hai_long": "warn"}  # the Front's paper still lacks its file
    assert "04/BC-MTTQ-BTT" in repr(papers(collected(yen_hoa)))


def test_a_final_dossier_is_refused_without_the_opinions_and_the_minutes(yen_hoa: Database) -> None:
    with yen_hoa.read() as session, pytest.raises(NtmError) as caught:
        dossier.refuse_unready(session, on=JUNE)
    told = " ".join(caught.value.problems)
    for name in ("Báo cáo tổng hợp ý kiến", "Biên bản cuộc họp đề nghị xét, công nhận"):
        assert f"{name}: Chưa có số, ngày; phải có trước khi trình." in told
    assert "nợ đọng" not in told


def unconfirmed(database: Database) -> list[str]:
    with database.read() as session:
        found = [line for line in dossier.readiness(session, on=JUNE) if line.key == "grounds"]
    return [found[0].why, found[0].link.anchor] if found else []


def test_a_ground_is_confirmed_by_somebody_against_something_and_that_can_be_undone(
    yen_hoa: Database,
) -> None:
    with yen_hoa.read() as session:
        views = grounds.grounds_on(session, on=JUNE)
    waiting = [view for view in views if not view.confirmed]
    assert [view.name for view in waiting][-1] == "Quyết định số 1600/QĐ-TTg"
    assert "Quyết định số 1980/QĐ-TTg" in [view.name for view in views if view.confirmed]
    assert unconfirmed(yen_hoa)[0].startswith("Chưa đối chiếu với bản gốc 03 căn cứ: Luật Tổ chức")
    assert unconfirmed(yen_hoa)[1] == "can-cu"
    for view in waiting:
        with yen_hoa.write(f"Đã đối chiếu căn cứ {view.name}", LEAD, AT) as session:
            grounds.confirm(session, text=view.text, source="Công báo", by="Cao Thị Hòa", on=JUNE)
    assert unconfirmed(yen_hoa) == []
    with yen_hoa.read() as session:
        last = grounds.grounds_on(session, on=JUNE)[2]
        newest = history.entries(session, limit=1)[0]
    assert (last.by_name, last.on, last.checked_against) == ("Cao Thị Hòa", JUNE, "Công báo")
    assert newest.action == "Đã đối chiếu căn cứ Quyết định số 1600/QĐ-TTg"
    with yen_hoa.write("Hoàn tác", LEAD, AT) as session:
        history.undo(session, seq=newest.seq)
    assert unconfirmed(yen_hoa)[0] == "Chưa đối chiếu với bản gốc 01 căn cứ: Quyết định số 1600/QĐ-TTg"


@pytest.mark.parametrize(("source", "by"), [("", "Cao Thị Hòa"), ("Công báo", " ")])
def test_a_ground_is_not_confirmed_by_nobody_or_against_nothing(
    yen_hoa: Database, source: str, by: str
) -> None:
    with yen_hoa.read() as session:
        text = grounds.grounds_on(session, on=JUNE)[0].text
    with yen_hoa.write("Đối chiếu", LEAD, AT) as session, pytest.raises(NtmError, match="Chưa"):
        grounds.confirm(session, text=text, source=source, by=by, on=JUNE)
    with yen_hoa.write("Đối chiếu", LEAD, AT) as session, pytest.raises(NtmError, match="không còn dẫn"):
        grounds.confirm(session, text="Luật Đất đai", source="Công báo", by="Cao Thị Hòa", on=JUNE)


def test_a_set_whose_programme_is_not_known_leaves_gaps_instead_of_wrong_grounds(office: Database) -> None:
    spring = date(2026, 3, 2)
    with office.write("Đăng ký", LEAD, AT) as session:
        goals.register(
            session, set_id="xa-ntm-2026-2030", year=2027, profile="nhom2", valid_from=date(2026, 3, 1)
        )

    def cited(*, draft: bool = True) -> str:
        with office.read() as session:
            data = dossier.collect(session, on=spring, today=spring, draft=draft)
            missing = [line.why for line in dossier.readiness(session, on=spring) if "missing" in line.key]
        return "\n".join([*formal.grounds(data).lines, *missing])

    before = cited()
    assert "263/QĐ-TTg" not in before
    assert "18/2022" not in before
    gap = "(căn cứ của {} giai đoạn 2026 - 2030: chưa có, bổ sung trước khi ký)"
    assert gap.format("Chương trình") in before
    assert gap.format("trình tự xét, công nhận") in before
    assert "bổ sung trước khi ký" not in cited(draft=False)  # no note of ours on a paper that is signed
    assert "Chưa có căn cứ của Chương trình giai đoạn 2026 - 2030, trình tự xét" in before
    with office.write("Nhập văn bản", LEAD, AT) as session:
        official_documents.save_document(
            session,
            kind="Nghị quyết",
            number="257/2025/QH15",
            issued=date(2025, 12, 11),
            issuer="Quốc hội",
            title="về Chương trình mục tiêu quốc gia xây dựng nông thôn mới",
            role=official_documents.GROUND,
        )
    after = cited()
    assert gap.format("Chương trình") not in after
    assert gap.format("trình tự xét, công nhận") in after
    assert "Căn cứ Nghị quyết số 257/2025/QH15 ngày 11 tháng 12 năm 2025 của Quốc hội" in after


def test_an_amendment_is_cited_from_its_day(office: Database) -> None:
    with office.write("Đăng ký", LEAD, AT) as session:
        goals.register(
            session, set_id="xa-ntm-2021-2025", year=2024, profile="btb", valid_from=date(2022, 4, 1)
        )

    def cited(on: date) -> list[str]:
        with office.read() as session:
            data = dossier.collect(session, on=on, today=on, draft=True)
        return list(formal.grounds(data).lines)

    amended = (
        "Căn cứ Quyết định số 211/QĐ-TTg ngày 01 tháng 3 năm 2024 của Thủ tướng Chính phủ "
        "sửa đổi, bổ sung Quyết định số 318/QĐ-TTg"
    )
    before, after = cited(date(2024, 2, 29)), cited(date(2024, 12, 31))
    assert amended not in before
    assert (
        after.index(amended) == next(n for n, line in enumerate(after) if " số 318/QĐ-TTg ngày" in line) + 1
    )
    assert "…" not in "".join(after)  # one whose date nobody has read is not cited


@pytest.mark.parametrize("draft", [True, False])
def test_the_papers_are_never_of_a_day_to_come(yen_hoa: Database, draft: bool) -> None:
    with yen_hoa.read() as session, pytest.raises(NtmError, match="ở sau hôm nay"):
        dossier.collect(session, on=JUNE + timedelta(days=1), today=JUNE, draft=draft)


def test_a_verdict_that_changed_since_it_was_recorded_is_a_line_and_work_to_do(yen_hoa: Database) -> None:
    with yen_hoa.write("Nhập mức", LEAD, AT) as session:
        targets.override(
            session, code="15.1", text="95", decision="1/QĐ-UBND", decided=JUNE, on=JUNE, level="commune"
        )
    assert lines(yen_hoa)["differs"] == "warn"
    with yen_hoa.read() as session:
        keys = [entry.key for entry in overview.load(session, today=JUNE).todos]
    assert "differs/15.1" in keys
    assert "no-plan/15.1" in keys


def test_the_register_keeps_what_was_printed(yen_hoa: Database) -> None:
    data = collected(yen_hoa, draft=False)
    printed = yen_hoa.files.put_bytes(b"%PDF-1.7 in lan 1")
    for _ in range(2):
        with yen_hoa.write("In hồ sơ", LEAD, AT) as session:
            dossier.register(session, data=data, printed=printed, pages=12)
    with yen_hoa.read() as session:
        second, first = dossier.register_list(session)
    assert (first.ordinal, second.ordinal, first.pages, first.year) == (1, 2, 12, 2021)
    assert first.content_root == second.content_root
    assert yen_hoa.files.has(first.sha256)


def test_twenty_volumes_are_registered_without_collecting_the_dossier_again(yen_hoa: Database) -> None:
    data = collected(yen_hoa, draft=False)
    asked: list[int] = []
    for count in (1, 20):
        volumes = [(yen_hoa.files.put_bytes(b"%%PDF-1.7 tap %d" % number), 30) for number in range(count)]
        said: list[str] = []
        with yen_hoa.write("In hồ sơ", LEAD, AT + timedelta(minutes=count)) as session:
            driver(session.connection).set_trace_callback(said.append)
            dossier.register_all(session, data=data, printed=volumes)
            driver(session.connection).set_trace_callback(None)
        asked.append(sum(one.lstrip().startswith("SELECT") for one in said))
    assert asked[0] > 10
    assert asked[1] - asked[0] < 20 * 5, "its row is checked; nothing is collected anew"
    with yen_hoa.read() as session:
        entries = dossier.register_list(session)
    assert [one.ordinal for one in entries] == list(range(21, 0, -1))
    assert len({one.sha256 for one in entries}) == 20
    assert len({one.content_root for one in entries}) == 1


def test_the_register_tells_who_printed_and_how(yen_hoa: Database) -> None:
    data = collected(yen_hoa, draft=False)
    printed = yen_hoa.files.put_bytes(b"%PDF-1.7 in lan 1")
    for order, way in enumerate(dossier.Way):
        at = AT + timedelta(minutes=order)
        with yen_hoa.write(dossier.print_action(way), LEAD, at) as session:
            dossier.register(session, data=data, printed=printed, pages=12)
    with yen_hoa.write("In hồ sơ chính thức", "Cao Thị Hòa", AT + timedelta(hours=1)) as session:
        dossier.register(session, data=data, printed=printed, pages=12)
    with yen_hoa.read() as session:
        old, *told = dossier.register_list(session)
    assert [(one.by, one.way) for one in told] == [(LEAD, way) for way in reversed(dossier.Way)]
    assert (old.by, old.way) == ("Cao Thị Hòa", None)


def test_what_is_left_out_has_no_mark_on_screen_or_paper(yen_hoa: Database) -> None:
    """17.2 is held against no level: its unchecked level waits for nobody."""
    data = collected(yen_hoa)
    with yen_hoa.read() as session:
        table = indicators.table(session, on=JUNE)
        waiting = {row.code for row in targets.table(session, on=JUNE) if row.waits}
    on_screen = {row.code for criterion in table.criteria for row in criterion.indicators if row.unverified}
    on_paper = {indicator.code for indicator in data.indicators() if indicator.marked}
    assert "17.2" not in on_screen
    assert on_screen == on_paper == waiting
    assert len(waiting) == len(data.unverified()) == 17


def test_equal_data_have_the_same_code_on_another_day(yen_hoa: Database) -> None:
    for today in (JUNE, date(2021, 7, 15)):
        with yen_hoa.read() as session:
            data = dossier.collect(session, on=JUNE, today=today, draft=False)
        with yen_hoa.write("In hồ sơ", LEAD, AT) as session:
            dossier.register(session, data=data, printed=yen_hoa.files.put_bytes(b"%PDF-1.7"), pages=1)
    with yen_hoa.read() as session:
        second, first = dossier.register_list(session)
    assert first.content_root == second.content_root


def test_a_print_of_other_data_is_not_registered(yen_hoa: Database) -> None:
    data = collected(yen_hoa, draft=False)
    record(yen_hoa, "6.2", "dat")
    with pytest.raises(NtmError, match="In lại"), yen_hoa.write("In hồ sơ", LEAD, AT) as session:
        dossier.register(session, data=data, printed=yen_hoa.files.put_bytes(b"x"), pages=1)


def test_number_date_and_signer_of_a_paper_change_no_code(yen_hoa: Database) -> None:
    printed = yen_hoa.files.put_bytes(b"%PDF-1.7")
    roots = []
    for number in ("", "12"):
        if number:
            with yen_hoa.read() as session:
                vice = next(p.uid for p in people.list_people(session) if p.post == "Phó Chủ tịch")
            with yen_hoa.write("Ghi số", LEAD, AT) as session:
                dossier.save_paper(
                    session, form="to_trinh", on=JUNE, number=number, issued=JUNE, signer_uid=vice
                )
        data = collected(yen_hoa, draft=False)
        with yen_hoa.write("In hồ sơ", LEAD, AT) as session:
            dossier.register(session, data=data, printed=printed, pages=1)
        with yen_hoa.read() as session:
            roots.append(dossier.register_list(session)[0].content_root)
    assert roots[0] == roots[1]
    paper = collected(yen_hoa).paper("to_trinh")
    assert (paper.number, paper.issued) == ("12", JUNE)
    assert paper.signer is not None
    assert paper.signer.post == "Phó Chủ tịch"
    with pytest.raises(NtmError, match="không thuộc hồ sơ"), yen_hoa.write("Ghi số", LEAD, AT) as session:
        dossier.save_paper(session, form="la", on=JUNE)


def test_each_paper_of_the_committee_is_signed_by_who_was_chosen_for_it(yen_hoa: Database) -> None:
    with yen_hoa.read() as session:
        vice = next(p for p in people.list_people(session) if p.post == "Phó Chủ tịch")
        own = [view.form for view in dossier.papers(session, on=JUNE) if view.signed_here]
    for form in own:
        with yen_hoa.write("Chọn người ký", LEAD, AT) as session:
            dossier.save_paper(session, form=form, on=JUNE, signer_uid=vice.uid)
    signed = {
        paper.form: (block.post, block.name)
        for paper in papers(collected(yen_hoa))
        for section in paper.sections[:1]
        for block in section.blocks
        if isinstance(block, Signature)
    }
    expected = (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), vice.name)
    assert {form: signed[form] for form in own} == dict.fromkeys(own, expected)


def test_narrative_versions_are_kept_and_can_go_back_to_the_default(yen_hoa: Database) -> None:
    def written() -> tuple[str, bool]:
        with yen_hoa.read() as session:
            data = dossier.collect(session, on=JUNE, today=JUNE, draft=True)
            views = narratives.list_parts(data)
        view = next(view for view in views if (view.paper, view.part) == ("bao_cao", "ton_tai"))
        return view.body, view.default

    def save(body: str) -> None:
        with yen_hoa.write("Viết lời văn", LEAD, AT) as session:
            narratives.save(session, paper="bao_cao", part="ton_tai", body=body, on=JUNE)

    default = written()
    assert default[1]
    save("Đường số 1 ấp Ho\u0300a <Minh>\n\nCòn chậm.  ")
    assert written() == ("Đường số 1 ấp Hòa <Minh>\n\nCòn chậm.", False)
    save("")
    assert written() == default
    with pytest.raises(NtmError, match="không có phần"), yen_hoa.write("Viết", LEAD, AT) as session:
        narratives.save(session, paper="bao_cao", part="la", body="x", on=JUNE)


def test_plans_are_told_in_the_order_of_codes_while_they_are_needed(yen_hoa: Database) -> None:
    assert [plan.code for plan in collected(yen_hoa).plans] == ["2.4", "6.1", "6.2", "10.1", "17.5", "17.6"]
    record(yen_hoa, "10.1", "40")
    data = collected(yen_hoa)
    assert {i.code: i.verdict for i in data.indicators()}["10.1"] is Verdict.MET
    assert [plan.code for plan in data.plans] == ["2.4", "6.1", "6.2", "17.5", "17.6"]
    funding = next(p for p in wording.parts(data.regime) if p.part == "kinh_phi")
    total, *each = wording.default_text(funding, data).splitlines()
    assert total == "Tổng kinh phí dự kiến cho các chỉ tiêu chưa hoàn thành: 4.080.000.000 đồng, trong đó:"
    assert [line.split(":")[0] for line in each] == [
        f"- Chỉ tiêu {code}" for code in ("2.4", "6.1", "6.2", "17.5", "17.6")
    ]


def test_internal_evidence_stays_at_the_commune(yen_hoa: Database) -> None:
    with yen_hoa.read() as session:
        known = evidence.list_evidence(session, set_id="xa-ntm-2016-2020", code="2.1")
    with yen_hoa.write("Sửa minh chứng", LEAD, AT) as session:
        for view in known:
            evidence.edit(session, uid=view.uid, internal=True)
    data = collected(yen_hoa)
    roads = {i.code: i for i in data.indicators()}["2.1"]
    assert roads.evidence == ()
    said = repr(papers(data))
    assert not [view.title for view in known if view.title in said]
    assert "nội bộ" not in said
    assert lines(yen_hoa)["evidence"] == "done"  # at the commune it is a proof


def test_evidence_counts_from_the_day_it_holds(yen_hoa: Database) -> None:
    title = "Biên bản nghiệm thu sân thể thao, điểm vui chơi xã"
    assert title not in repr(papers(collected(yen_hoa)))
    with yen_hoa.read() as session:
        december = dossier.collect(session, on=DECEMBER, today=DECEMBER, draft=True)
        assert title in repr(papers(december))
        early = evidence.counts(session, set_id="xa-ntm-2016-2020", on=JUNE)
        late = evidence.counts(session, set_id="xa-ntm-2016-2020", on=DECEMBER)
        assert (early.get("6.2", 0), late["6.2"]) == (0, 1)
        row = indicators.detail(session, code="6.2", on=JUNE)
        assert row.row.evidence_count == 0
        assert [view.title for view in row.evidence] == [title]  # it can be seen and mended
    with yen_hoa.write("Sửa minh chứng", LEAD, AT) as session:
        for view in evidence.list_evidence(session, set_id="xa-ntm-2016-2020", code="1.1"):
            evidence.edit(session, uid=view.uid, valid_from=date(2021, 7, 1))
    assert lines(yen_hoa)["evidence"] == "warn"


def test_a_met_indicator_without_a_file_is_work_to_do(office: Database) -> None:
    record(office, "15.1", "90")
    with office.write("Nhập", LEAD, AT) as session:
        assessments.record_not_applicable(session, code="17.2", ground="QĐ 69", as_of=TODAY, today=TODAY)
    with office.read() as session:
        keys = {entry.key for entry in overview.load(session, today=TODAY).todos}
    assert "evidence/15.1" in keys
    assert "evidence/17.2" not in keys
    assert collected(office).indicators()[0].verdict is Verdict.NOT_ASSESSED
