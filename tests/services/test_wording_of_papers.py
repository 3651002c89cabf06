"""The words of every paper: the default ones of a whole dossier, the office's own, and what has a gap."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from complete import CASES, LEAD, WORK, Case, make
from docx import Document
from office import AT

from ntm_desktop import cli
from ntm_desktop.db.engine import Database
from ntm_desktop.db.history import remove
from ntm_desktop.db.models import narrative
from ntm_desktop.db.session import live
from ntm_desktop.documents.dossier import papers
from ntm_desktop.documents.survey import survey_report
from ntm_desktop.domain.readiness import ReadinessLine, ReadinessState
from ntm_desktop.packs.forms import regime_ids
from ntm_desktop.services import consultation_meeting, dossier, goals, narratives, work_money, works
from ntm_desktop.services.narratives import NarrativeView

JUNE = date(2021, 6, 30)
ALONE = {"hai_long", "chua_doi_chieu"}
"""Signed by others; there only while a level is doubted."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    folders: dict[str, Path] = {}

    def folder(regime: str) -> Path:
        if regime not in folders:
            folders[regime] = tmp_path_factory.mktemp(regime) / "đủ"
            make(folders[regime], regime)
        return folders[regime]

    return folder


def words(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for item in value for text in words(item)]
    if is_dataclass(value):
        return [text for field in fields(value) for text in words(getattr(value, field.name))]
    return []


def parts_of(database: Database, on: date) -> tuple[NarrativeView, ...]:
    with database.read() as session:
        return narratives.list_parts(dossier.collect(session, on=on, today=on, draft=True))


def line(database: Database, on: date) -> ReadinessLine:
    with database.read() as session:
        return next(one for one in dossier.readiness(session, on=on) if one.key == "narratives")


def write(database: Database, paper: str, part: str, body: str, on: date = JUNE) -> None:
    with database.write("Soạn", LEAD, AT) as session:
        narratives.save(session, paper=paper, part=part, body=body, on=on)


def unword(database: Database, case: Case) -> None:
    """Back to the default words; only what has none keeps those of the office."""
    with database.write("Bỏ lời văn", LEAD, case.at) as session:
        remove(session, narrative, [row["uid"] for row in session.rows(live(narrative, session))])
    for part in parts_of(database, case.on):
        if part.gap:
            write(database, part.paper, part.part, "Lời văn của xã.", case.on)


@pytest.mark.parametrize("regime", regime_ids())
def test_the_default_words_of_a_whole_dossier_leave_no_gap(
    made: Callable[[str], Path], tmp_path: Path, regime: str
) -> None:
    folder, case = tmp_path / "bản sao", CASES[regime]
    shutil.copytree(made(regime), folder)
    with Database.open(folder) as database:
        unword(database, case)
        own = {part.paper for part in parts_of(database, case.on) if not part.default}
        assert own == {"bao_cao"}  # the others need no word of the office
        assert line(database, case.on).state is ReadinessState.DONE
        with database.read() as session:
            data = dossier.collect(session, on=case.on, today=case.on, draft=False)
    told = {paper.form: " ".join(words(paper)) for paper in papers(data)}
    for form in ("to_trinh", "tong_hop_y_kien", "bien_ban", "no_dong"):
        assert "…" not in told[form]
        assert "bổ sung trước khi ký" not in told[form]
    assert "không có nợ đọng xây dựng cơ bản." in told["no_dong"]
    assert "II. Nguồn và thời hạn xử lý" not in told["no_dong"]
    assert "Không có đề xuất, kiến nghị phải tiếp thu, giải trình." in told["tong_hop_y_kien"]
    assert "Kết luận" not in told["bien_ban"]


def test_the_report_on_debt_tells_each_debt_and_how_it_is_paid(
    made: Callable[[str], Path], tmp_path: Path
) -> None:
    folder, case = tmp_path / "bản sao", CASES["2021"]
    shutil.copytree(made("2021"), folder)
    with Database.open(folder) as database:
        unword(database, case)
        with database.write("Nghiệm thu", LEAD, case.at) as session:
            (row,) = works.table(session, on=case.on).rows
            work_money.accept(session, uid=row.uid, value=220_500_000, on=case.on, today=case.on)

        def told() -> str:
            with database.read() as session:
                data = dossier.collect(session, on=case.on, today=case.on, draft=True)
            return " ".join(words(next(one for one in papers(data) if one.form == "no_dong")))

        assert "còn nợ đọng xây dựng cơ bản 120,5 triệu đồng của 01 công trình." in told()
        assert f"- {WORK}: nợ đọng 120,5 triệu đồng; chưa xác định nguồn và thời hạn (bổ sung" in told()
        with database.write("Xử lý", LEAD, case.at) as session:
            due = date(case.on.year + 1, 6, 30)
            work_money.plan_debt(session, uid=row.uid, source="Ngân sách xã", due=due)
        assert f"- {WORK}: nợ đọng 120,5 triệu đồng; ngân sách xã, hạn 30/06/{due.year}." in told()


@pytest.mark.parametrize("regime", regime_ids())
def test_each_part_is_printed_in_its_paper_as_the_office_words_it(
    made: Callable[[str], Path], tmp_path: Path, regime: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, case = tmp_path / "bản sao", CASES[regime]
    shutil.copytree(made(regime), folder)
    with Database.open(folder) as database:
        parts = parts_of(database, case.on)
        own = {(one.paper, one.part): f"Lời riêng {n:02d}." for n, one in enumerate(parts)}
        for (paper, part), body in own.items():
            write(database, paper, part, body, case.on)
        with database.read() as session:
            data = dossier.collect(session, on=case.on, today=case.on, draft=False)
    rule = data.regime.form("hai_long")
    assert rule is not None
    told = {paper.form: words(paper) for paper in (*papers(data), survey_report(data, rule))}
    for (paper, part), body in own.items():
        carrier = data.regime.form(paper)
        assert carrier is not None
        if paper != "chua_doi_chieu":
            assert told[carrier.annex_of or paper].count(body) == 1, (paper, part)
    out, word = tmp_path / "hs.pdf", tmp_path / "word"
    command = ["dossier", "--out", str(out), "--docx", str(word), "--on", case.on.isoformat()]
    assert cli.main([*command, "--data", str(folder)]) == 0, capsys.readouterr().err
    with pypdfium2.PdfDocument(out) as document:
        pdf = " ".join(page.get_textpage().get_text_bounded() for page in document)
    docx = " ".join(one.text for path in word.iterdir() for one in Document(str(path)).paragraphs)
    for (paper, _part), body in own.items():
        if paper not in ALONE:
            assert body in pdf
            assert body in docx


def test_the_conclusion_of_the_chair_is_printed_once_it_is_written(
    made: Callable[[str], Path], tmp_path: Path
) -> None:
    folder, case = tmp_path / "bản sao", CASES["2021"]
    shutil.copytree(made("2021"), folder)
    with Database.open(folder) as database:
        unword(database, case)
        write(database, "bien_ban", "ket_luan", "Cuộc họp thống nhất ({{ ty_le_nhat_tri }}).", case.on)
        with database.read() as session:
            data = dossier.collect(session, on=case.on, today=case.on, draft=True)
    told = words(next(one for one in papers(data) if one.form == "bien_ban"))
    place = told.index("4. Kết luận của người chủ trì")
    assert told[place + 1] == "Cuộc họp thống nhất (100%)."


@pytest.mark.parametrize("body", ["Ngày họp ....... (ghi sau)", "Còn ... hộ.", "Gồm . . . . hộ", "Còn … hộ"])
def test_dots_and_leaders_in_the_words_of_the_office_are_a_gap(office: Database, body: str) -> None:
    before = line(office, JUNE).why
    write(office, "to_trinh", "de_nghi", body)
    (part,) = (one for one in parts_of(office, JUNE) if (one.paper, one.part) == ("to_trinh", "de_nghi"))
    assert part.gap
    assert "Tờ trình: Nội dung đề nghị" in line(office, JUNE).why
    write(office, "to_trinh", "de_nghi", "Đề nghị xét, v.v. Xong..")
    assert line(office, JUNE).why == before


def test_dots_of_a_template_count_where_they_are_printed(office: Database) -> None:
    def gap(body: str) -> bool:
        write(office, "to_trinh", "de_nghi", body)
        return next(one.gap for one in parts_of(office, JUNE) if one.part == "de_nghi")

    assert gap("{{ xa }} có ..... hộ.")
    assert not gap("{% if not xa %}.....{% endif %}{{ xa }} đề nghị.")


def test_a_paper_that_is_not_made_here_refuses_nothing(yen_hoa: Database) -> None:
    """The meeting of the sample is yet to come: its minutes are a form to be filled in by hand."""
    before = line(yen_hoa, JUNE).why
    write(yen_hoa, "bien_ban", "ket_luan", "Kết luận …")
    write(yen_hoa, "hai_long", "to_chuc", "Lấy phiếu từ ngày …")
    assert line(yen_hoa, JUNE).why == before
    known = {one.paper: one.unprinted for one in parts_of(yen_hoa, JUNE)}
    assert (known["bien_ban"], known["hai_long"]) == ("Chưa có số liệu", "Cơ quan khác ký")
    assert known["tong_hop_y_kien"] == known["no_dong"] == known["hinh_anh"] == ""
    with yen_hoa.write("Họp", LEAD, AT) as session:
        consultation_meeting.save_meeting(
            session, on=JUNE, today=JUNE, present=10, agreed=10, copies_kept=0, copies_sent=0
        )
    opening, *_rest, last = [one for one in parts_of(yen_hoa, JUNE) if one.paper == "bien_ban"]
    assert "Biên bản cuộc họp đề nghị xét, công nhận: Kết luận của người chủ trì" in line(yen_hoa, JUNE).why
    assert "Lời mở đầu" not in line(yen_hoa, JUNE).why  # a line of its own tells what the minutes lack
    assert "vào hồi … giờ … phút, ngày 30 tháng 6 năm 2021, tại ……" in opening.body
    assert (opening.gap, opening.missing) == (False, ("Giờ bắt đầu họp", "Nơi họp xét"))
    assert (last.gap, last.missing[0]) == (False, "Giờ kết thúc họp")


@pytest.mark.parametrize(
    ("body", "gap"),
    [
        ("{% if niem_yet %}Đã niêm yết.{% else %}…{% endif %}", False),
        ("{% if so_hinh > 0 %}Có hình.{% else %}…{% endif %}", False),
        ("{% if no_dong %}…{% endif %}", True),
        ("Còn {{ so_cong_trinh|dem('công trình') }} …", True),
    ],
)
def test_the_readiness_reads_the_registers_that_the_words_tell_of(
    yen_hoa: Database, body: str, gap: bool
) -> None:
    write(yen_hoa, "to_trinh", "de_nghi", body)
    part = next(one for one in parts_of(yen_hoa, JUNE) if (one.paper, one.part) == ("to_trinh", "de_nghi"))
    assert part.gap is gap
    assert ("Tờ trình: Nội dung đề nghị" in line(yen_hoa, JUNE).why) is gap


def test_the_readiness_words_every_part_as_the_papers_do(yen_hoa: Database) -> None:
    """It reads no evidence; the papers do."""
    found: dict[str, list[str]] = {}
    for part in parts_of(yen_hoa, JUNE):
        if part.gap:
            found.setdefault(part.paper_name, []).append(part.title)
    assert found == {}
    assert line(yen_hoa, JUNE).state is ReadinessState.DONE


def test_words_of_the_last_year_are_told_by_paper(yen_hoa: Database) -> None:
    write(yen_hoa, "hai_long", "to_chuc", "Lấy phiếu từng hộ.")
    write(yen_hoa, "bien_ban", "ket_luan", "Thống nhất.")
    with yen_hoa.write("Đăng ký", LEAD, AT) as session:
        goals.register(
            session, set_id="xa-ntm-2021-2025", year=2022, profile="btb", valid_from=date(2021, 6, 30)
        )
    for part in parts_of(yen_hoa, JUNE):
        if part.gap:
            write(yen_hoa, part.paper, part.part, "Đủ.")
    carried = {(one.paper, one.part): one.is_carried for one in parts_of(yen_hoa, JUNE) if one.year == 2021}
    assert carried["hai_long", "to_chuc"]
    assert not carried["bien_ban", "ket_luan"]  # not made yet
    told = line(yen_hoa, JUNE)
    assert told.state is ReadinessState.WARN
    assert "Báo cáo kết quả thực hiện: " in told.why
    assert "Báo cáo kết quả lấy ý kiến hài lòng: Tổ chức lấy ý kiến (năm 2021)" in told.why
    assert "Biên bản" not in told.why
