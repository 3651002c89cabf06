"""Plots to be cleared from a spreadsheet: new ones, what changes, what happened to them, what is refused."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from imported import CANAL, ROAD, TakenBackError, refused, tell, with_hamlets_and_works, write
from office import AT, LEAD, TODAY
from sheets_file import book

from ntm_desktop.db.engine import Database
from ntm_desktop.domain.clearance import FORM_NAMES, Event, EventKind, Form, State
from ntm_desktop.errors import NtmError
from ntm_desktop.services import clearance, commune, history, households, importing, registers, works
from ntm_desktop.services.clearance import Listed, PlotView
from ntm_desktop.services.fields import line
from ntm_desktop.services.importing import Choices, Preview, Standing
from ntm_desktop.text import spelling_key

HEADS = ("Hộ", "Thôn", "Tờ", "Thửa", "Diện tích (m2)", "Hình thức", "Ngày lập danh sách", "Bàn giao")
MARCH = date(2021, 3, 1)
DUC = ("Đinh Văn Đức", "Tân Lợi 1", 14, 112, 210.5, "Hiến", MARCH, None)


@pytest.fixture
def register(office: Database) -> Database:
    """Two hamlets and two works; no plot is listed yet."""
    return with_hamlets_and_works(office)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "Mặt bằng.xlsx"


def preview(database: Database, path: Path, within: str = ROAD) -> Preview:
    """As from the page of a work: rows that name none are about that one."""
    sheets = registers.read_file(path, registers.PLOTS)
    with database.read() as session:
        choices = Choices(within=works.uid_named(session, name=within)) if within else None
        return registers.preview(session, registers.PLOTS, sheets=sheets, today=TODAY, choices=choices)


def plots(database: Database) -> tuple[PlotView, ...]:
    with database.read() as session:
        return clearance.table(session, on=TODAY).rows


def with_rows(path: Path, *rows: Sequence[Any], heads: Sequence[str] = HEADS) -> Path:
    return book(path, [heads, *rows], "Mặt bằng")


def test_each_cell_that_says_the_same_wrong_thing_is_refused(register: Database, file: Path) -> None:
    strange = (*DUC[:3], 113, 210.5, "Mua", MARCH, None)
    shown = preview(register, with_rows(file, DUC, strange, (*strange[:3], 114, *strange[4:])))
    assert [at for at, _says in refused(shown)] == ["F3", "F4"]


def test_a_tick_is_no_number_though_it_equals_one(register: Database, file: Path) -> None:
    ones = [(*DUC[:2], sheet, 1, *DUC[4:]) for sheet in (1, True)]
    assert refused(preview(register, with_rows(file, *ones))) == [
        ("C3", "Ô đúng/sai không dùng được. Ghi chữ, một dòng.")
    ]


def test_new_plots_are_shown_then_written_then_undone_as_one(register: Database, file: Path) -> None:
    hoa = ("Cao Thị Hòa", "thôn Đặng Hóa", "14", "115/2", 85, "bồi thường", None, date(2021, 6, 1))
    shown = preview(register, with_rows(file, DUC, hoa))
    assert tell(shown) == [
        ("Đinh Văn Đức, thửa 112, tờ 14", Standing.NEW, f"Tân Lợi 1; 210,5 m², hiến; {ROAD}"),
        ("Cao Thị Hòa, thửa 115/2, tờ 14", Standing.NEW, f"Đặng Hoá; 85 m², bồi thường; {ROAD}"),
    ]
    assert plots(register) == ()
    write(register, shown)
    duc, given_over = plots(register)
    assert (duc.household, duc.hamlet, duc.place, duc.area) == (
        *("Đinh Văn Đức", "Tân Lợi 1"),
        *("thửa 112, tờ 14", 210_500),
    )
    assert (duc.work, duc.since, duc.standing.state) == (ROAD, MARCH, State.NOT_STARTED)
    assert (given_over.standing.handed_over, given_over.since) == (date(2021, 6, 1), date(2021, 6, 1))
    with register.read() as session:
        newest = history.entries(session, limit=1)[0]
    assert newest.action == "Nhập mặt bằng từ Excel: 2 mới, 0 đổi"
    with register.write("Hoàn tác", LEAD, AT) as session:
        history.undo(session, seq=newest.seq)
    assert plots(register) == ()
    with register.read() as session:
        assert households.list_households(session) == ()


def test_the_same_plot_is_changed_and_what_happened_is_added(register: Database, file: Path) -> None:
    write(register, preview(register, with_rows(file, DUC)))
    note = "Đã có trong danh sách."
    assert tell(preview(register, file)) == [("Đinh Văn Đức, thửa 112, tờ 14", Standing.UNCHANGED, note)]
    heads = ("Thửa đất số", "Tờ bản đồ", "Diện tích", "Ngày hộ đồng ý", "Bàn giao", "Công trình")
    row = (112, 14, 215, date(2021, 4, 1), date(2021, 4, 9), ROAD)
    shown = preview(register, with_rows(file, row, heads=heads), within="")
    assert [(one.head, one.old, one.new) for one in shown.rows[0].changes] == [
        ("Diện tích (m²)", "210,5", "215"),
        ("Ngày hộ đồng ý", "", "1/4/2021"),
        ("Ngày bàn giao", "", "9/4/2021"),
    ]
    write(register, shown)
    (plot,) = plots(register)
    assert (plot.household, plot.area, plot.standing.handed_over) == (
        *("Đinh Văn Đức", 215_000),
        date(2021, 4, 9),
    )
    assert tell(preview(register, file))[0][1] == Standing.UNCHANGED
    later = (112, 14, 215, date(2021, 4, 2), date(2021, 4, 9), ROAD)
    shown = preview(register, with_rows(file, later, heads=heads))
    assert refused(shown) == [("D2", "Đã ghi “Hộ đồng ý” ngày 1/4/2021. Sửa diễn biến đó ở trang Huy động.")]


def test_another_hamlet_of_a_plot_is_told_by_its_name(register: Database, file: Path) -> None:
    write(register, preview(register, with_rows(file, DUC)))
    (row,) = preview(register, with_rows(file, ("Đinh Văn Đức (Hai)", "Đặng Hóa", *DUC[2:]))).rows
    assert [(one.head, one.old, one.new) for one in row.changes] == [
        ("Chủ hộ", "Đinh Văn Đức", "Đinh Văn Đức (Hai)"),
        ("Thôn", "Tân Lợi 1", "Đặng Hoá"),
    ]


def test_the_same_number_at_another_work_is_another_plot(register: Database, file: Path) -> None:
    write(register, preview(register, with_rows(file, DUC)))
    write(register, preview(register, file, within=CANAL))
    assert [row.work for row in plots(register)] == [ROAD, CANAL]
    with register.read() as session:
        assert len(households.list_households(session)) == 1


def test_a_plot_and_its_sheet_may_stand_in_one_cell(register: Database, file: Path) -> None:
    heads = ("Hộ", "Thôn", "Thửa/tờ", "m²", "Hình thức", "Số tờ")
    rows = [("Hộ A", "Tân Lợi 1", "112/14", 85, "Hiến"), ("Hộ B", "Tân Lợi 1", 113, 85, "Hiến")]
    write(register, preview(register, with_rows(file, *rows, heads=heads[:5])))
    assert {(plot.plot, plot.sheet) for plot in plots(register)} == {("112", "14"), ("113", "")}
    shown = preview(register, with_rows(file, (*rows[0], 14), heads=heads))
    assert refused(shown) == [("F2", "Số tờ đã ghi cùng số thửa. Để trống ô này.")]


def test_compensation_is_a_day_and_an_amount(register: Database, file: Path) -> None:
    heads = (*HEADS, "Ngày duyệt bồi thường", "Tiền bồi thường (triệu đồng)")
    hoa = ("Cao Thị Hòa", "Đặng Hoá", 14, 115, 85, "Bồi thường", MARCH, None, date(2021, 4, 2), 12.5)
    write(register, preview(register, with_rows(file, hoa, heads=heads)))
    (plot,) = plots(register)
    assert (plot.standing.decided, plot.standing.unpaid) == (12_500_000, 12_500_000)
    shown = preview(register, with_rows(file, (*hoa[:-1], 13), heads=heads))
    assert refused(shown) == [
        (
            "I2",
            "Đã ghi “Duyệt bồi thường” ngày 2/4/2021, 12.500.000 đồng. Sửa diễn biến đó ở trang Huy động.",
        )
    ]


MISTAKES: Sequence[tuple[str, Any, str, str]] = (
    ("A", None, "Thửa mới phải ghi tên chủ hộ", "A"),
    ("B", None, "Thửa mới phải ghi thôn", "B"),
    ("B", "Bản Xa", "Không có thôn “Bản Xa”", "B"),
    ("C", date(2021, 1, 14), "đổi chữ trong ô thành ngày", "C"),
    ("D", None, "Ô này phải ghi", "D"),
    ("D", 500, "Trùng thửa đất ở dòng 4", "D"),
    ("E", None, "Thửa mới phải ghi diện tích", "E"),
    ("E", 0, "Diện tích phải lớn hơn 0", "E"),
    ("E", "85 m2", "không phải là số", "E"),
    ("E", -3, "không âm", "E"),
    ("F", None, "Thửa mới phải ghi hình thức", "F"),
    ("F", "Mua", "Chọn một trong: Hiến; Bồi thường", "F"),
    ("G", date(2021, 7, 2), "sau hôm nay", "G"),
    ("G", date(2021, 5, 1), "trước ngày lập danh sách", "H"),
    ("H", date(2021, 7, 2), "sau hôm nay", "H"),
    ("H", "tháng 4", "Không đọc được ngày", "H"),
    ("I", date(2021, 3, 9), "Chưa ghi số tiền", "J"),
    ("J", 5_000_000, "Chưa ghi ngày duyệt", "I"),
    ("K", date(2021, 4, 20), "trước đó", "K"),
    ("L", "Cầu chưa có", "Không có công trình tên này", "L"),
)


def test_each_mistake_is_told_with_its_address_and_keeps_all_out(register: Database, file: Path) -> None:
    heads = (*HEADS, "Duyệt bồi thường", "Tiền bồi thường", "Hộ đồng ý", "Công trình")
    good = ("Tân Lợi 1", 14, None, 85, "Bồi thường", MARCH, date(2021, 4, 9), None, None, None, ROAD)
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for place, head in enumerate(heads, 1):
        sheet.cell(3, place, head)
    wanted = {}
    for number, (column, value, says, at) in enumerate((("D", 500, "", ""), *MISTAKES), 4):
        for place, cell in enumerate((f"Hộ {number}", *good), 1):
            sheet.cell(number, place, cell)
        sheet[f"D{number}"] = number
        sheet[f"{column}{number}"] = value
        if at:
            wanted[f"{at}{number}"] = says
    made.save(file)
    shown = preview(register, file, within="")
    told = {one.address: one.expected for one in shown.refusals}
    assert {at: says for at, says in wanted.items() if says not in told.get(at, "")} == {}
    assert told.keys() == wanted.keys()
    with pytest.raises(NtmError, match="còn ô sai"):
        write(register, shown)
    assert plots(register) == ()


def test_a_row_without_a_work_is_refused_where_none_is_meant(register: Database, file: Path) -> None:
    assert [says for _at, says in refused(preview(register, with_rows(file, DUC), within=""))] == [
        "Chưa ghi công trình cần mặt bằng. Ô này phải ghi."
    ]


def test_what_is_exported_is_unchanged_when_read_back(yen_hoa: Database, file: Path) -> None:
    for day in (TODAY, date(2021, 12, 31)):
        with yen_hoa.read() as session:
            registers.save(file, registers.export(session, registers.PLOTS, today=day))
            sheets = registers.read_file(file, registers.PLOTS)
            shown = registers.preview(session, registers.PLOTS, sheets=sheets, today=day)
        assert {row.standing for row in shown.rows} == {Standing.UNCHANGED}, refused(shown)
        assert len(shown.rows) > 5


# A template that is filled in

_WORDS = st.text("aăâđêôơưáạộ Đ=+-@(),12", min_size=1, max_size=12).map(line).filter(bool)


@st.composite
def told_plots(draw: st.DrawFn) -> tuple[str, Listed, tuple[Event, ...]]:
    since, form = draw(st.dates(date(2020, 1, 1), date(2020, 12, 31))), draw(st.sampled_from(Form))
    listed = Listed(
        work_uid=draw(st.sampled_from((ROAD, CANAL))),
        giver=draw(_WORDS),
        hamlet_uid=draw(st.sampled_from(("Tân Lợi 1", "Đặng Hoá"))),
        since=since,
        plot=draw(_WORDS),
        area=draw(st.integers(1, 10**8)),
        form=form,
        sheet=draw(st.just("") | _WORDS),
        land=draw(st.just("") | _WORDS),
        note=draw(st.just("") | _WORDS),
    )
    kinds = [EventKind.INVENTORY, EventKind.AGREED, EventKind.HANDED_OVER]
    days = sorted(draw(st.lists(st.integers(0, 100), min_size=3, max_size=3, unique=True)))
    events = [
        Event(kind, since + timedelta(day))
        for kind, day in zip(kinds, days, strict=True)
        if draw(st.booleans())
    ]
    if form is Form.COMPENSATED and draw(st.booleans()):
        amount = draw(st.integers(1, 10**10))
        events.append(Event(EventKind.DECIDED, since + timedelta(draw(st.integers(0, 100))), amount))
    return listed.plot, listed, tuple(events)


def _fill(path: Path, content: bytes, rows: Sequence[tuple[str, Listed, tuple[Event, ...]]]) -> None:
    registers.save(path, content)
    made = openpyxl.load_workbook(path)
    sheet = made["Mặt bằng"]
    places = {str(cell.value).removesuffix(" *").split(" (")[0]: cell.column for cell in sheet[1]}
    for number, (plot, listed, events) in enumerate(rows, 2):
        on = {one.kind: one.on for one in events}
        cells = {
            "Công trình": listed.work_uid,
            "Chủ hộ": listed.giver,
            "Thôn": listed.hamlet_uid,
            "Tờ bản đồ": listed.sheet,
            "Số thửa": plot,
            "Diện tích": listed.area / 1000,
            "Loại đất": listed.land,
            "Hình thức": FORM_NAMES[listed.form],
            "Ngày lập danh sách": listed.since,
            "Ngày kiểm kê": on.get(EventKind.INVENTORY),
            "Ngày hộ đồng ý": on.get(EventKind.AGREED),
            "Ngày duyệt bồi thường": on.get(EventKind.DECIDED),
            "Tiền bồi thường được duyệt": next((one.amount for one in events if one.amount), None),
            "Ngày bàn giao": on.get(EventKind.HANDED_OVER),
            "Ghi chú": listed.note,
        }
        for head, value in cells.items():
            cell = sheet.cell(number, places[head], value or None)
            if isinstance(value, str) and value:
                cell.data_type = "s"  # also of what looks like a formula: a person would type ' before it
    made.save(path)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        told_plots(),
        min_size=1,
        max_size=5,
        unique_by=lambda one: (one[1].work_uid, spelling_key(one[1].sheet), spelling_key(one[0])),
    )
)
def test_a_filled_template_gives_the_same_plots_and_its_export_nothing_new(
    register: Database, file: Path, rows: list[tuple[str, Listed, tuple[Event, ...]]]
) -> None:
    kept = Choices(convert_all=False)
    with suppress(TakenBackError), register.write("Nhập mặt bằng", LEAD, AT) as session:
        _fill(file, registers.template(session, registers.PLOTS), rows)
        sheets = registers.read_file(file, registers.PLOTS)
        shown = registers.preview(session, registers.PLOTS, sheets=sheets, today=TODAY, choices=kept)
        assert refused(shown) == []
        importing.write(session, shown)
        found = sorted(_said(view) for view in clearance.table(session, on=TODAY).rows)
        assert found == sorted(
            (
                *(str(told.work_uid), spelling_key(told.giver), str(told.hamlet_uid), told.sheet, plot),
                *(told.area, told.land, told.form.value, told.since, told.note),
                sorted((one.kind.value, one.on, one.amount or 0) for one in events),
            )
            for plot, told, events in rows
        )
        for path in (file, file.with_name("ra.xlsx")):
            if path != file:
                registers.save(path, registers.export(session, registers.PLOTS, today=TODAY))
            sheets = registers.read_file(path, registers.PLOTS)
            again = registers.preview(session, registers.PLOTS, sheets=sheets, today=TODAY, choices=kept)
            assert {row.standing for row in again.rows} == {Standing.UNCHANGED}, refused(again)
        raise TakenBackError


def _said(view: PlotView) -> tuple[Any, ...]:
    return (
        *(view.work, spelling_key(view.household), view.hamlet, view.sheet, view.plot),
        *(view.area, view.land, view.form.value, view.since, view.note),
        sorted((one.kind.value, one.on, one.amount or 0) for one in view.events),
    )


def test_a_list_with_the_name_before_leaves_the_plot_with_the_household_that_was_renamed(
    register: Database, file: Path
) -> None:
    write(register, preview(register, with_rows(file, DUC)))
    with register.read() as session:
        (duc,) = households.list_households(session)
    with register.write("Sửa tên hộ", LEAD, AT) as session:
        households.rename(session, uid=duc.uid, name="Đinh Văn Đức (Hai)", hamlet_uid=duc.hamlet_uid)
    ((_name, standing, note),) = tell(preview(register, file))
    assert (standing, note) == (
        Standing.UNCHANGED,
        "Đã có trong danh sách. Hộ nay có tên “Đinh Văn Đức (Hai)”.",
    )


def test_an_older_list_with_a_household_that_was_renamed_and_moved(register: Database, file: Path) -> None:
    """Its own plot is its own; of a plot that is new the list may mean another one."""
    write(register, preview(register, with_rows(file, DUC)))
    with register.write("Sửa hộ", LEAD, AT) as session:
        (duc,) = households.list_households(session)
        other = commune.list_hamlets(session)[1].uid
        assert other is not None
        households.rename(session, uid=duc.uid, name="Đinh Văn Đức (Hai)", hamlet_uid=other)
    new = (*DUC[:3], 113, *DUC[4:])
    shown = preview(register, with_rows(file, DUC, new))
    question = shown.rows[1].question
    assert question is not None
    assert tell(shown)[0][1:] == (
        Standing.UNCHANGED,
        "Đã có trong danh sách. Hộ nay là “Đinh Văn Đức (Hai), Đặng Hoá”.",
    )
    sheets = registers.read_file(file, registers.PLOTS)
    with register.read() as session:
        choices = Choices({}, None, {question.place: duc.uid}, works.uid_named(session, name=ROAD))
        shown = registers.preview(session, registers.PLOTS, sheets=sheets, today=TODAY, choices=choices)
    write(register, shown)
    assert {(plot.plot, plot.household) for plot in plots(register)} == {
        ("112", "Đinh Văn Đức (Hai)"),
        ("113", "Đinh Văn Đức (Hai)"),
    }
    with register.read() as session:
        assert len(households.list_households(session)) == 1


PAID_HEADS = (*HEADS[:7], "Ngày duyệt bồi thường", "Tiền bồi thường", "Ngày chi trả", "Số tiền chi trả")


def paid(day: date | None, amount: int | None) -> tuple[Any, ...]:
    """A plot whose 12 500 000 đồng were decided on 2 April, and what was paid of them."""
    hoa = ("Cao Thị Hòa", "Đặng Hóa", 14, 115, 85, "Bồi thường", MARCH)
    return (*hoa, date(2021, 4, 2), 12_500_000, day, amount)


def test_what_was_paid_comes_along_and_a_later_day_is_paid_once_more(register: Database, file: Path) -> None:
    first, second = paid(date(2021, 4, 20), 8_000_000), paid(date(2021, 5, 4), 4_500_000)
    write(register, preview(register, with_rows(file, first, heads=PAID_HEADS)))
    (plot,) = plots(register)
    assert (plot.standing.paid, plot.standing.unpaid) == (8_000_000, 4_500_000)
    assert tell(preview(register, file))[0][1] == Standing.UNCHANGED
    shown = preview(register, with_rows(file, second, heads=PAID_HEADS))
    assert [(one.head, one.old, one.new) for one in shown.rows[0].changes] == [
        ("Ngày chi trả", "", "4/5/2021"),
        ("Tiền chi trả", "", "4.500.000"),
    ]
    write(register, shown)
    (plot,) = plots(register)
    assert (plot.standing.state, plot.standing.unpaid) == (State.PAID, 0)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (paid(date(2021, 4, 20), 9_000_000), ("J2", "Đã ghi “Chi trả bồi thường” ngày 20/4/2021")),
        (paid(date(2021, 5, 4), 9_000_000), ("K2", "Chi trả 17.000.000 đồng, nhiều hơn 12.500.000")),
        (paid(date(2021, 5, 4), None), ("K2", "Chưa ghi số tiền đã chi trả.")),
        (paid(None, 4_500_000), ("J2", "Chưa ghi ngày chi trả số tiền này.")),
    ],
)
def test_a_payment_that_cannot_be_is_refused_at_its_cell(
    register: Database, file: Path, row: tuple[Any, ...], said: tuple[str, str]
) -> None:
    write(register, preview(register, with_rows(file, paid(date(2021, 4, 20), 8_000_000), heads=PAID_HEADS)))
    ((address, expected),) = refused(preview(register, with_rows(file, row, heads=PAID_HEADS)))
    assert (address, expected[: len(said[1])]) == said


def events_of(plot: PlotView) -> list[tuple[date, str, int | None]]:
    return sorted((one.on, one.kind.value, one.amount) for one in plot.events)


DECIDED, PAID = EventKind.DECIDED, EventKind.PAID
TWICE = (
    Event(EventKind.INVENTORY, date(2021, 3, 5)),
    Event(DECIDED, date(2021, 3, 9), 10_000_000),
    Event(PAID, date(2021, 3, 9), 4_000_000),
    Event(DECIDED, date(2021, 4, 2), 12_000_000),
    Event(PAID, date(2021, 4, 20), 7_000_000),
    Event(PAID, date(2021, 5, 4), 1_000_000),
    Event(EventKind.HANDED_OVER, date(2021, 5, 4)),
)


def taken_back(register: Database, file: Path, events: Sequence[Event]) -> tuple[PlotView, PlotView]:
    """A plot, and the one that comes of its export where it was not known before."""
    with register.read() as session:
        (lowland,) = (one.uid for one in commune.list_hamlets(session) if one.name == "Tân Lợi 1")
        road = works.uid_named(session, name=ROAD)
    listed = Listed(road, "Cao Thị Hòa", lowland, MARCH, "115", 85_000, Form.COMPENSATED, sheet="14")
    with register.write("Lập danh sách", LEAD, AT) as session:
        clearance.add_all(session, [(listed, events)])
        registers.save(file, registers.export(session, registers.PLOTS, today=TODAY))
    again = preview(register, file, within="")
    assert {row.standing for row in again.rows} == {Standing.UNCHANGED}, refused(again)
    (before,) = plots(register)
    with register.write("Xóa", LEAD, AT) as session:
        clearance.remove_plot(session, uid=before.uid)
    shown = preview(register, file, within="")
    assert refused(shown) == []
    write(register, shown)
    (after,) = plots(register)
    return before, after


def test_a_plot_that_was_paid_in_parts_is_the_same_out_and_in_again(register: Database, file: Path) -> None:
    before, after = taken_back(register, file, TWICE)
    assert (
        events_of(after) == events_of(before) == sorted((one.on, one.kind.value, one.amount) for one in TWICE)
    )
    assert after.standing == before.standing


def test_a_payment_that_a_later_decision_allowed_can_be_read_back(register: Database, file: Path) -> None:
    paid_late = (TWICE[1], TWICE[3], Event(PAID, date(2021, 4, 20), 12_000_000))
    before, after = taken_back(register, file, paid_late)
    assert events_of(after) == events_of(before)


def test_what_was_paid_twice_on_one_day_comes_back_as_one_sum(register: Database, file: Path) -> None:
    day = TWICE[4].on
    _before, after = taken_back(register, file, (TWICE[3], Event(PAID, day, 5_000_000), Event(PAID, day, 2)))
    assert events_of(after)[1:] == [(day, PAID.value, 5_000_002)]


def test_two_payments_of_a_plot_are_two_rows_and_a_third_that_repeats_one_is_refused(
    register: Database, file: Path
) -> None:
    rows = [paid(date(2021, 4, 20), 8_000_000), paid(date(2021, 5, 4), 4_500_000)]
    shown = preview(register, with_rows(file, *rows, heads=PAID_HEADS))
    assert [row.standing for row in shown.rows] == [Standing.NEW, Standing.CHANGED]
    with_rows(file, *rows, rows[1], heads=PAID_HEADS)
    ((address, expected),) = refused(preview(register, file))
    assert (address, expected[:24]) == ("D4", "Trùng thửa đất ở dòng 2.")
    larger = (*rows[1][:4], 90, *rows[1][5:])
    ((address, _expected),) = refused(preview(register, with_rows(file, rows[0], larger, heads=PAID_HEADS)))
    assert address == "D3"
    write(register, shown)
    (plot,) = plots(register)
    assert (plot.standing.state, plot.standing.unpaid) == (State.PAID, 0)
    more = preview(register, with_rows(file, *rows[:1], heads=PAID_HEADS))
    assert [row.standing for row in more.rows] == [Standing.UNCHANGED]
