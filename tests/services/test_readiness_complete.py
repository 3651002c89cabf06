"""The readiness list is complete: each required thing is taken off a whole dossier, and its line is there.

What is required is read from the pack of the procedure. A pack that requires what this file does not know
how to take away fails here, and so does a new pack without a case in ``complete``.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest
from complete import CASES, LEAD, TOLD, Case, make
from required_things import BLOCK, OPTIONAL, WARN, number_of, required, required_of, unconfirm_ground

from ntm_desktop import cli
from ntm_desktop.db.engine import Database
from ntm_desktop.documents.dossier import papers
from ntm_desktop.documents.submission import listed_forms
from ntm_desktop.domain.criteria import SetState
from ntm_desktop.domain.readiness import ReadinessLine, ReadinessState
from ntm_desktop.packs.criteria import builtin_ids, load_builtin
from ntm_desktop.packs.forms import load_regime, regime_ids
from ntm_desktop.services import (
    dossier,
    official_documents,
    people,
    workplace,
)

ALL = [pytest.param(name, gone, id=f"{name}: {gone}") for name in CASES for gone in required_of(name)]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    folders: dict[str, Path] = {}

    def folder(name: str) -> Path:
        if name not in folders:
            folders[name] = tmp_path_factory.mktemp("đủ") / "đủ"
            make(folders[name], name)
        return folders[name]

    return folder


def test_every_procedure_and_every_tier_that_a_set_is_shipped_for_has_its_case() -> None:
    sets = [load_builtin(set_id) for set_id in builtin_ids()]
    tiers = {one.tier for one in sets if one.state is not SetState.SKELETON}
    assert tiers | {"kieu-mau"} <= {case.tier for case in CASES.values()}
    assert set(regime_ids()) == {case.regime for case in CASES.values()}
    for case in CASES.values():
        assert case.tier == (load_builtin(case.set_id).tier if case.set_id in builtin_ids() else "kieu-mau")


def open_lines(database: Database, case: Case) -> dict[str, ReadinessLine]:
    with database.read() as session:
        found = dossier.readiness(session, on=case.on)
    return {one.key: one for one in found if one.state is not ReadinessState.DONE}


@pytest.mark.parametrize(("name", "thing"), ALL)
def test_what_is_taken_away_has_its_line(
    made: Callable[[str], Path], tmp_path: Path, name: str, thing: str
) -> None:
    folder = tmp_path / "bản sao"
    shutil.copytree(made(name), folder)
    case, gone = CASES[name], required_of(name)[thing]
    with Database.open(folder) as database:
        with database.write("Bỏ", LEAD, case.at) as session:
            gone.act(session, case)
        found = open_lines(database, case)
    assert gone.key in found, found.keys()
    assert found.keys() - gone.also - TOLD == {gone.key}
    line = found[gone.key]
    assert (line.state, gone.word in line.why) == (gone.state, True), line
    assert line.who
    assert line.source
    assert line.action
    assert line.link.page


@pytest.mark.parametrize("name", CASES)
def test_a_whole_dossier_is_printed_and_leaves_nothing_to_be_filled_in(
    made: Callable[[str], Path], tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, case = tmp_path / "bản sao", CASES[name]
    shutil.copytree(made(name), folder)
    with Database.open(folder) as database:
        assert open_lines(database, case).keys() == TOLD
        with database.read() as session:
            data = dossier.collect(session, on=case.on, today=case.on, draft=False)
    told = repr(papers(data))
    assert "bổ sung trước khi ký" not in told
    made_forms = {paper.form for paper in papers(data)}
    assert made_forms >= {"to_trinh", "bao_cao", "tong_hop_y_kien", "bien_ban"}
    out = tmp_path / "hs.pdf"
    words = ["dossier", "--out", str(out), "--on", case.on.isoformat(), "--data", str(folder), "--json"]
    assert cli.main(words) == 0
    assert out.is_file()
    assert capsys.readouterr().err.count("Căn cứ:") == len(TOLD)
    with Database.open(folder) as database, database.write("Bỏ", LEAD, case.at) as session:
        unconfirm_ground(session, case)
    assert cli.main(words) == 0
    assert "Căn cứ chưa đối chiếu" in capsys.readouterr().err


def test_a_report_on_debt_that_the_program_does_not_make_contradicts_no_paper(
    made: Callable[[str], Path], tmp_path: Path
) -> None:
    """It may be a section of the main one: the tờ trình has its day, and a reminder is enough."""
    folder, case = tmp_path / "bản sao", CASES["2021"]
    shutil.copytree(made("2021"), folder)
    with Database.open(folder) as database:
        states = []
        for act in (number_of("no_dong", issued=False), OPTIONAL["danh_muc_cong_trinh"].act):
            with database.write("Bỏ", LEAD, case.at) as session:
                act(session, case)
            states.append(open_lines(database, case)["separate/no_dong"].state)
    assert states == [BLOCK, WARN]


def test_minutes_printed_years_later_cite_the_report_in_no_later_month(
    made: Callable[[str], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, case, out = tmp_path / "bản sao", CASES["2021"], tmp_path / "hs.pdf"
    shutil.copytree(made("2021"), folder)
    with Database.open(folder) as database, database.write("Bỏ", LEAD, case.at) as session:
        dossier.save_paper(session, form="bao_cao", on=case.on)
    words = ["dossier", "--out", str(out), "--on", case.on.isoformat(), "--data", str(folder)]
    assert cli.main(words) != 0
    assert "Báo cáo kết quả thực hiện: Chưa có số, ngày; tờ trình và biên bản" in capsys.readouterr().err
    assert not out.exists()
    with Database.open(folder) as database, database.read() as session:
        data = dossier.collect(session, on=case.on, today=date(2026, 11, 30), draft=True)
    told = repr(papers(data))
    assert "Báo cáo số      /BC-UBND ngày      tháng 12 năm 2024" in told
    assert "năm 2026" not in told


@pytest.mark.parametrize("name", ["", "hinh_anh", "danh_muc_cong_trinh", "nguon_luc"])
def test_the_list_tells_of_just_the_annexes_that_the_dossier_goes_without(
    made: Callable[[str], Path], tmp_path: Path, name: str
) -> None:
    folder, case = tmp_path / "bản sao", CASES["2021"]
    shutil.copytree(made("2021"), folder)
    with Database.open(folder) as database:
        if name:
            with database.write("Bỏ", LEAD, case.at) as session:
                OPTIONAL[name].act(session, case)
        with database.read() as session:
            data = dossier.collect(session, on=case.on, today=case.on, draft=False)
        told = {key.removeprefix("annex/") for key in open_lines(database, case) if key.startswith("annex/")}
    absent = {one.form for one in data.regime.forms} - {one.form for one in listed_forms(data)}
    assert told == absent - {"chua_doi_chieu"}
    assert (name in told) == bool(name)


@pytest.mark.parametrize(
    ("title", "issued", "known"),
    [
        ("công nhận xã Yên Hóa đạt chuẩn nông thôn mới năm 2020", True, True),
        ("Công nhận Xã Yên Hóa đạt chuẩn nông thôn mới nâng cao năm 2020", True, True),
        ("công nhận xã Tân Hóa đạt chuẩn nông thôn mới năm 2020", True, False),
        ("công nhận xã Yên Hóa đạt chuẩn nông thôn mới năm 2020", False, False),
        ("ban hành quy định xét, công nhận xã đạt chuẩn nông thôn mới", True, False),
    ],
)
def test_a_higher_tier_asks_for_the_decision_on_the_one_below(
    tmp_path: Path, title: str, issued: bool, known: bool
) -> None:
    folder, on = tmp_path / "nâng cao", date(2024, 12, 31)
    workplace.create(
        folder,
        commune=workplace.NewCommune(
            name="xã Yên Hóa", district="huyện Minh Hóa", province="tỉnh Quảng Bình", code="18928", schools=4
        ),
        goal=workplace.NewGoal("xa-ntm-nang-cao-2021-2025", 2024, "btb", date(2022, 9, 1), regime="2021"),
        new_people=[],
        at=datetime(2022, 9, 1, tzinfo=UTC),
    )
    case = Case("", "", "", 2024, on, on)
    with Database.open(folder) as database:
        before = open_lines(database, case)["condition/prior_tier"]
        assert before.state is WARN
        assert "xã đã được công nhận đạt chuẩn nông thôn mới" in before.why
        assert before.source.endswith("chưa đối chiếu với văn bản gốc")
        with database.write("Thêm văn bản", LEAD, case.at) as session:
            official_documents.save_document(
                session, kind="Quyết định", number="728/QĐ-UBND", issuer="UBND tỉnh", title=title,
                issued=date(2021, 3, 23) if issued else None,
            )  # fmt: skip
        assert ("condition/prior_tier" not in open_lines(database, case)) is known


def test_a_chairman_whose_term_is_over_signs_no_paper_of_an_earlier_day(
    made: Callable[[str], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The papers are dated on the day of the print: a signer on the day judged leaves the block empty."""
    folder, case = tmp_path / "bản sao", CASES["2021"]
    shutil.copytree(made("2021"), folder)
    with Database.open(folder) as database, database.write("Hết nhiệm kỳ", LEAD, case.at) as session:
        chair = next(one for one in people.list_people(session) if one.signs)
        people.save_person(
            session, uid=chair.uid, name=chair.name, post=chair.post, signs=True, to_date=date(2025, 6, 30)
        )
    out = tmp_path / "hs.pdf"
    words = ["dossier", "--out", str(out), "--on", case.on.isoformat(), "--data", str(folder)]
    assert cli.main(words) != 0
    assert "Người ký" in capsys.readouterr().err
    assert not out.exists()


def test_a_procedure_that_requires_what_has_no_line_is_found_out() -> None:
    """The list is the pack's: a paper that nobody knows how to take away is a failure, not silence."""
    known = load_regime("2021")
    strange = next(one for one in known.forms if one.form == "bao_cao")
    other = msgspec.structs.replace(
        known, forms=(*known.forms, msgspec.structs.replace(strange, form="ban_do", attached=True))
    )
    with pytest.raises(KeyError, match="ban_do"):
        required(other)
