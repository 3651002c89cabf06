"""Where the dossier goes, in how many copies, and its form numbers: entered for a goal, printed, told."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from consulting import newest, refused, write
from office import AT, LEAD, TODAY

from ntm_desktop.db.engine import Database
from ntm_desktop.documents.blocks import Addressees, AnnexHeading, Letterhead
from ntm_desktop.documents.data import DossierData
from ntm_desktop.documents.dossier import papers
from ntm_desktop.domain.form_settings import addressee_lines
from ntm_desktop.domain.readiness import ReadinessLine
from ntm_desktop.errors import NtmError
from ntm_desktop.services import dossier, form_settings, goals
from ntm_desktop.services.form_settings import FormSettings
from ntm_desktop.sync import freeze
from ntm_desktop.sync.canonical import CriteriaRef

PROVINCE = "Văn phòng Điều phối nông thôn mới tỉnh Quảng Bình"
GIVEN: dict[str, Any] = {"source": "12/HD-UBND, 03/02/2021", "today": TODAY}


def settings(office: Database, on: date = TODAY) -> FormSettings:
    with office.read() as session:
        return form_settings.settings(session, on=on)


def collected(office: Database) -> DossierData:
    with office.read() as session:
        return dossier.collect(session, on=TODAY, today=TODAY, draft=True)


def lines(office: Database) -> dict[str, ReadinessLine]:
    with office.read() as session:
        return {one.key: one for one in dossier.readiness(session, on=TODAY)}


def test_the_packs_word_holds_until_the_office_enters_its_own(office: Database) -> None:
    known = settings(office)
    assert (known.addressees.text, known.addressees.own) == ("Ủy ban nhân dân huyện Minh Hóa", False)
    assert (known.copies.text, known.copies.confirmed) == ("02 bản", False)
    assert known.chain[0] == "Ủy ban nhân dân huyện Minh Hóa thẩm tra"
    write(
        office,
        lambda s: form_settings.save_addressees(
            s, text=f"Kính gửi:\n- {PROVINCE};\n- Sở Nông nghiệp và Môi trường.", **GIVEN
        ),
    )
    change = newest(office)
    assert (change.label, change.title) == ("nơi nhận, số bản, mẫu số của hồ sơ", "Nơi nhận hồ sơ")
    assert ("Nguồn", GIVEN["source"]) in [(one.name, one.after) for one in change.fields]
    sent = [
        block for paper in papers(collected(office)) for section in paper.sections for block in section.blocks
    ]
    named = {block.names for block in sent if isinstance(block, Addressees)}
    assert named == {(PROVINCE, "Sở Nông nghiệp và Môi trường")}
    write(office, lambda s: form_settings.save_copies(s, copies=3, **GIVEN))
    told = repr(papers(collected(office)))
    assert ": 03 bản" in told
    assert ": 02 bản" not in told
    for key in ("addressees", "copies"):
        write(office, lambda s, key=key: form_settings.remove_setting(s, key=key, today=TODAY))
    assert settings(office) == known
    with pytest.raises(NtmError, match="chưa nhập riêng"):
        write(office, lambda s: form_settings.remove_setting(s, key="copies", today=TODAY))


def test_what_nobody_held_against_the_document_has_a_line_with_its_source_and_way(office: Database) -> None:
    assert "addressees" not in lines(office)  # of this procedure the way is confirmed
    line = lines(office)["copies"]
    assert "02 bản" in line.why
    assert line.source == "Quyết định số 2540/QĐ-TTg; chưa đối chiếu với văn bản gốc"
    assert (line.who, line.link.anchor) == (LEAD, "noi-nhan/copies")
    write(office, lambda s: form_settings.save_copies(s, copies=1, **GIVEN))
    assert "01 bản" in lines(office)["copies"].why
    assert lines(office)["copies"].source == "12/HD-UBND, 03/02/2021; chưa đối chiếu với văn bản gốc"
    write(office, lambda s: form_settings.save_copies(s, copies=1, confirmed=True, by=LEAD, **GIVEN))
    assert "copies" not in lines(office)
    write(office, lambda s: form_settings.save_addressees(s, text=PROVINCE, **GIVEN))
    assert PROVINCE in lines(office)["addressees"].why


def test_a_form_number_stands_over_its_paper_and_over_no_other(office: Database) -> None:
    def numbers() -> dict[str, str]:
        return {
            section.key or paper.form: block.form_number
            for paper in papers(collected(office))
            for section in paper.sections
            for block in section.blocks
            if isinstance(block, Letterhead | AnnexHeading) and block.form_number
        }

    assert numbers() == {}
    for form, number in (("to_trinh", "Mẫu số 1.1"), ("bieu_chi_tiet", "Mẫu  số 2.1 ")):
        write(
            office,
            lambda s, form=form, number=number: form_settings.save_form_number(
                s, form=form, number=number, today=TODAY
            ),
        )
    assert newest(office).title == "Biểu chi tiết mức độ đạt từng tiêu chí"
    assert numbers() == {"to_trinh": "Mẫu số 1.1", "bieu_chi_tiet": "Mẫu số 2.1"}
    write(office, lambda s: form_settings.save_form_number(s, form="to_trinh", number=" ", today=TODAY))
    assert numbers() == {"bieu_chi_tiet": "Mẫu số 2.1"}
    with pytest.raises(NtmError, match="không thuộc hồ sơ"):
        write(office, lambda s: form_settings.save_form_number(s, form="x", number="1", today=TODAY))


def test_what_was_entered_counts_under_its_procedure_alone(office: Database) -> None:
    """A goal that is mended to go another way is not sent where the first one went."""
    write(
        office,
        lambda s: form_settings.save_addressees(s, text=PROVINCE, confirmed=True, by=LEAD, **GIVEN),
    )
    write(
        office, lambda s: form_settings.save_form_number(s, form="to_trinh", number="Mẫu số 1", today=TODAY)
    )
    with office.read() as session:
        goal = goals.current(session, on=TODAY)

    def mend(regime: str) -> None:
        with office.write("Sửa mục tiêu", LEAD, AT) as session:
            goals.register(
                session, set_id=goal.set_id, year=goal.year, profile=goal.profile,
                valid_from=goal.valid_from, regime=regime, uid=goal.uid,
            )  # fmt: skip

    mend("2025-2cap")
    known = settings(office)
    assert (known.addressees.text, known.addressees.confirmed) == ("Ủy ban nhân dân tỉnh Quảng Bình", False)
    assert {one.number for one in known.forms} == {""}
    mend("2016")
    assert settings(office).addressees.text == PROVINCE


def test_the_code_of_the_dossier_changes_with_what_it_says(office: Database) -> None:
    def root() -> str:
        with office.read() as session:
            criteria = CriteriaRef("xa-ntm-2016-2020", "1", "0" * 64)
            return freeze.measure(session, period="2021", criteria=criteria).content_root

    before = root()
    write(
        office, lambda s: form_settings.save_form_number(s, form="to_trinh", number="Mẫu số 1", today=TODAY)
    )
    assert root() != before


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"text": " \n "}, "value"),
        ({"text": "\n".join("ABCDEF")}, "value"),
        ({"text": "x" * 201}, "value"),
        ({"source": " "}, "source"),
        ({"confirmed": True}, "by"),
    ],
)
def test_an_addressee_that_cannot_be(office: Database, values: dict[str, Any], field: str) -> None:
    entry = {"text": PROVINCE, **GIVEN, **values}
    assert refused(office, lambda s: form_settings.save_addressees(s, **entry))[0] == field


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"copies": None}, "value"),
        ({"copies": 0}, "value"),
        ({"copies": 21}, "value"),
        ({"source": ""}, "source"),
    ],
)
def test_copies_that_cannot_be(office: Database, values: dict[str, Any], field: str) -> None:
    entry = {"copies": 2, **GIVEN, **values}
    assert refused(office, lambda s: form_settings.save_copies(s, **entry))[0] == field


def test_a_form_number_is_short(office: Database) -> None:
    found = refused(
        office, lambda s: form_settings.save_form_number(s, form="to_trinh", number="x" * 101, today=TODAY)
    )
    assert found[0] == "value"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Kính gửi: Ủy ban nhân dân tỉnh A.", ("Ủy ban nhân dân tỉnh A",)),
        ("Kính gửi:\n - Sở A;\n- Sở B.\n", ("Sở A", "Sở B")),
        ("kính gửi : Sở A", ("Sở A",)),
        ("-", ()),
    ],
)
def test_addressees_are_kept_without_what_the_paper_sets(typed: str, kept: tuple[str, ...]) -> None:
    assert addressee_lines(typed) == kept
