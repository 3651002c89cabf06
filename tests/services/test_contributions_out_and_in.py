"""Contributions of any kind that go out and in: a template that is filled in, an export that is read back."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from imported import CANAL, ROAD, TakenBackError, refused, with_hamlets_and_works
from office import AT, LEAD, TODAY

from ntm_desktop.db.engine import Database
from ntm_desktop.db.session import Session
from ntm_desktop.domain.contributions import GIVER_NAMES, KIND_NAMES, UNITS, GiverKind, Kind
from ntm_desktop.services import contributions, importing, registers
from ntm_desktop.services.contributions import ContributionView, Told
from ntm_desktop.services.fields import line
from ntm_desktop.services.importing import Choices, Standing
from ntm_desktop.text import spelling_key


@pytest.fixture
def register(office: Database) -> Database:
    """Two hamlets and two works; nobody gave anything yet."""
    return with_hamlets_and_works(office)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "Đóng góp.xlsx"


_WORDS = st.text("aăâđêôơưáạộ Đ=+-@(),12", min_size=1, max_size=12).map(line).filter(bool)
_DAYS = st.dates(date(2020, 1, 1), TODAY)


@st.composite
def told_gifts(draw: st.DrawFn) -> Told:
    kind, giver_kind = draw(st.sampled_from(Kind)), draw(st.sampled_from(GiverKind))
    money, hamlet = kind is Kind.MONEY, draw(st.sampled_from(("Tân Lợi 1", "Đặng Hoá")))
    unpriced = kind is Kind.LAND and draw(st.booleans())
    whole = st.just(0) | st.integers(1_000, 10**10)
    return Told(
        giver_kind=giver_kind,
        giver="" if giver_kind is GiverKind.HAMLET else draw(_WORDS),
        hamlet_uid=hamlet,
        kind=kind,
        quantity=draw(whole if money else st.integers(0, 10**8)),
        unit=draw(st.sampled_from(UNITS[kind])),
        on=draw(_DAYS),
        item="" if money else draw(st.just("") | _WORDS),
        price=None if money or unpriced else draw(st.integers(1, 10**8)),
        unpriced=unpriced,
        work_uid=draw(st.sampled_from((None, ROAD, CANAL))),
        document=draw(st.just("") | _WORDS),
        note=draw(st.just("") | _WORDS),
    )


def _fill(path: Path, content: bytes, rows: Sequence[Told]) -> None:
    registers.save(path, content)
    made = openpyxl.load_workbook(path)
    sheet = made["Đóng góp"]
    places = {str(cell.value).split(" (")[0].removesuffix(" *"): cell.column for cell in sheet[1]}
    for number, told in enumerate(rows, 2):
        money = told.kind is Kind.MONEY
        cells = {
            "Người đóng góp là": GIVER_NAMES[told.giver_kind],
            "Người đóng góp": told.giver,
            "Thôn": told.hamlet_uid,
            "Loại đóng góp": KIND_NAMES[told.kind],
            "Ngày đóng góp": told.on,
            "Số tiền": told.quantity if money else None,
            "Số lượng": None if money else told.quantity / 1000,
            "Đơn vị": told.unit.replace("²", "2"),
            "Tên hiện vật, loại đất": told.item,
            "Đơn giá thỏa thuận": told.price,
            "Quy ra tiền": "Không" if told.unpriced else None,
            "Công trình": told.work_uid,
            "Biên bản, phiếu thu": told.document,
            "Ghi chú": told.note,
        }
        for head, value in cells.items():
            cell = sheet.cell(number, places[head], value or (0 if value == 0 else None))
            if isinstance(value, str) and value:
                cell.data_type = "s"  # also of what looks like a formula: a person would type ' before it
    made.save(path)


_OFTEN_ALIKE = st.lists(told_gifts(), min_size=1, max_size=3).flatmap(
    lambda some: st.lists(
        st.builds(
            replace,
            st.sampled_from(some),
            quantity=st.sampled_from((0, 5_000, 6_000)),
            document=st.sampled_from(("", "PT 1")),
        ),
        min_size=1,
        max_size=6,
    )
)
"""Gifts of which many differ in nothing, or in the number or the document alone."""


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_OFTEN_ALIKE, st.data())
def test_what_is_exported_comes_back_whole_into_a_register_that_has_none_or_some_of_it(
    register: Database, file: Path, rows: list[Told], data: st.DataObject
) -> None:
    with register.read() as session:
        hamlets = {name: uid for uid, name in contributions.table(session, on=TODAY).hamlets}
        known = {name: uid for uid, name in contributions.table(session, on=TODAY).works}
    told_now = [
        replace(told, hamlet_uid=hamlets[str(told.hamlet_uid)], work_uid=known.get(str(told.work_uid)))
        for told in rows
    ]
    with suppress(TakenBackError), register.write("Ghi đóng góp", LEAD, AT) as session:
        whole = _recorded(session, told_now)
        registers.save(file, registers.export(session, registers.CONTRIBUTIONS, today=TODAY))
        raise TakenBackError
    sheets = registers.read_file(file, registers.CONTRIBUTIONS)
    kept = Choices(convert_all=False)
    some = data.draw(st.lists(st.sampled_from(range(len(told_now))), unique=True), "what is there before")
    with suppress(TakenBackError), register.write("Nhập đóng góp", LEAD, AT) as session:
        _recorded(session, [told_now[place] for place in some])
        for is_new in (len(told_now) - len(some), 0):
            shown = registers.preview(
                session, registers.CONTRIBUTIONS, sheets=sheets, today=TODAY, choices=kept
            )
            assert refused(shown) == []
            assert (shown.count(Standing.NEW), shown.count(Standing.CHANGED)) == (is_new, 0)
            importing.write(session, shown)
            found = sorted(_said(view) for view in contributions.table(session, on=TODAY).rows)
            assert found == whole
        raise TakenBackError


def _recorded(session: Session, rows: Sequence[Told]) -> list[tuple[Any, ...]]:
    for told in rows:
        contributions.record(session, told, today=TODAY)
    return sorted(_said(view) for view in contributions.table(session, on=TODAY).rows)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_OFTEN_ALIKE)
def test_a_filled_template_gives_the_same_rows_and_its_export_nothing_new(
    register: Database, file: Path, rows: list[Told]
) -> None:
    kept = Choices(convert_all=False)
    with suppress(TakenBackError), register.write("Nhập đóng góp", LEAD, AT) as session:
        _fill(file, registers.template(session, registers.CONTRIBUTIONS), rows)
        sheets = registers.read_file(file, registers.CONTRIBUTIONS)
        shown = registers.preview(session, registers.CONTRIBUTIONS, sheets=sheets, today=TODAY, choices=kept)
        assert refused(shown) == []
        importing.write(session, shown)
        table = contributions.table(session, on=TODAY)
        hamlets = {name: uid for uid, name in table.hamlets}
        works_known = {name: uid for uid, name in table.works}
        found = sorted(_said(view) for view in table.rows)
        assert found == sorted(
            (
                *(
                    told.giver_kind.value,
                    spelling_key(told.giver),
                    hamlets[str(told.hamlet_uid)],
                    told.kind.value,
                ),
                *(told.item, told.quantity, told.unit, told.price or 0, told.unpriced, told.on.isoformat()),
                *(works_known.get(str(told.work_uid), ""), told.document, told.note),
            )
            for told in rows
        )
        for path in (file, file.with_name("ra.xlsx")):
            if path != file:
                registers.save(path, registers.export(session, registers.CONTRIBUTIONS, today=TODAY))
            sheets = registers.read_file(path, registers.CONTRIBUTIONS)
            again = registers.preview(
                session, registers.CONTRIBUTIONS, sheets=sheets, today=TODAY, choices=kept
            )
            assert {row.standing for row in again.rows} == {Standing.UNCHANGED}, refused(again)
        raise TakenBackError


def _said(view: ContributionView) -> tuple[Any, ...]:
    gift = view.gift
    giver = "" if gift.giver is GiverKind.HAMLET else spelling_key(view.giver)
    return (
        *(gift.giver.value, giver, gift.hamlet, gift.kind.value),
        *(gift.item, gift.quantity, gift.unit, gift.price or 0, gift.unpriced, gift.on.isoformat()),
        *(gift.work or "", view.document, view.note),
    )
