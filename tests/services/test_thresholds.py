from __future__ import annotations

import pytest
from consulting import newest, refused, said, view, write
from office import AT, LEAD, TODAY

from ntm_desktop.db.engine import Database
from ntm_desktop.errors import NtmError
from ntm_desktop.services import goals
from ntm_desktop.services import thresholds as levels


def level(database: Database, key: str) -> tuple[str, bool, bool]:
    one = view(database).threshold(key)
    assert one is not None
    return one.text, one.confirmed, one.own


def test_a_figure_of_the_goal_stands_in_the_place_of_the_regimes(office: Database) -> None:
    assert level(office, "vote") == ("90%", False, False)
    assert level(office, "satisfaction_item") == ("chưa có mức", False, False)
    assert said(office, "threshold/satisfaction_item") == ""
    write(
        office,
        lambda s: levels.save_threshold(
            s, key="vote", value=9500, source="12/HD-UBND", confirmed=True, by=LEAD, today=TODAY
        ),
    )
    assert level(office, "vote") == ("95%", True, True)
    change = newest(office)
    assert (change.label, change.title) == (
        "mức của trình tự nhập riêng",
        "Tỷ lệ đại biểu dự họp nhất trí",
    )
    assert ("Giá trị", "95%") in [(field.name, field.after) for field in change.fields]
    write(
        office,
        lambda s: levels.save_threshold(s, key="vote", value=None, source="", today=TODAY),
    )
    assert level(office, "vote") == ("chưa có mức", False, True)
    assert said(office, "threshold/vote")
    write(office, lambda s: levels.remove_threshold(s, key="vote", today=TODAY))
    assert level(office, "vote") == ("90%", False, False)
    with pytest.raises(NtmError, match="chưa nhập riêng"):
        write(office, lambda s: levels.remove_threshold(s, key="vote", today=TODAY))


@pytest.mark.parametrize(
    ("set_id", "overall", "item"),
    [("xa-ntm-2021-2025", "90%", "80%"), ("xa-ntm-nang-cao-2021-2025", "95%", "85%")],
)
def test_a_higher_tier_has_its_own_satisfaction(
    office: Database, set_id: str, overall: str, item: str
) -> None:
    with office.write("Đăng ký", LEAD, AT) as session:
        goals.register(session, set_id=set_id, year=2024, profile="btb", valid_from=TODAY, regime="2021")
    assert level(office, "satisfaction") == (overall, False, False)
    assert level(office, "satisfaction_item") == (item, False, False)


def test_figures_that_are_used_without_being_checked_are_named(office: Database) -> None:
    told = said(office, "thresholds")
    assert "Tỷ lệ đại biểu dự họp nhất trí 90%" in told
    assert "Tỷ lệ hộ tham gia lấy ý kiến hài lòng 70%" in told
    write(
        office,
        lambda s: levels.save_threshold(
            s, key="vote", value=9000, source="12/HD-UBND", confirmed=True, by=LEAD, today=TODAY
        ),
    )
    assert "nhất trí" not in said(office, "thresholds")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"value": 10_001}, "value"),
        ({"value": 0}, "value"),
        ({"source": " "}, "source"),
        ({"confirmed": True}, "by"),
        ({"value": None, "confirmed": True, "by": LEAD}, "confirmed"),
    ],
)
def test_a_figure_that_cannot_be(office: Database, values: dict[str, object], field: str) -> None:
    entry: dict[str, object] = {"key": "vote", "value": 9000, "source": "12/HD", "today": TODAY, **values}
    assert refused(office, lambda s: levels.save_threshold(s, **entry))[0] == field  # type: ignore[arg-type]


def test_an_unknown_figure_is_refused(office: Database) -> None:
    with pytest.raises(NtmError, match="không có mức này"):
        write(office, lambda s: levels.save_threshold(s, key="x", value=1, source="12/HD", today=TODAY))
