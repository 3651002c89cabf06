from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def sampled(run: Run) -> Run:
    assert run("sample").code == 0
    return run


def test_the_list_of_the_sample(sampled: Run) -> None:
    said = sampled("work", "list", "--json").json
    assert (said["on"], len(said["works"])) == ("2021-06-30", 6)
    assert (said["total"], said["allotted"], said["disbursed"]) == (
        9_050_000_000,
        7_160_000_000,
        5_005_000_000,
    )
    road = next(row for row in said["works"] if row["name"].startswith("Đường trục thôn"))
    assert (road["share"], road["delay"], road["stage"], road["criteria"]) == (4600, 37, "building", ["2"])
    assert (road["days_in_stage"], road["money_share"], road["gap"]) == (79, 3880, 720)
    assert (road["disbursed_of_total"], road["disbursed_of_allotted"]) == (3880, 4409)
    idle = next(row for row in said["works"] if row["name"] == "Sân thể thao xã")
    assert (idle["disbursed_of_total"], idle["disbursed_of_allotted"]) == (0, 0)
    text = sampled("work", "list").out
    assert "06 công trình, tính đến 30/6/2021, 05 công trình cần chú ý" in text
    assert "nợ đọng 120 triệu đồng" in text


def test_status_counts_works_debt_and_missing_capital(sampled: Run) -> None:
    said = sampled("status", "--json").json
    assert said["works"] == {"total": 6, "late": 3, "need_action": 5}
    assert said["obstacles"] == {"open": 3, "overdue": 1}
    assert "Vướng mắc: 03 đang mở, quá hạn trả lời 01" in sampled("status").out
    assert (said["debt"], said["missing_capital"]) == (120_000_000, 1_890_000_000)
    assert "nợ đọng 120 triệu đồng, thiếu vốn 1.890 triệu đồng" in sampled("status").out


def test_a_work_without_a_plan_is_not_said_to_be_planned_at_0_percent(sampled: Run) -> None:
    text = sampled("work", "show", "sân thể thao").out
    assert "khối lượng 0%, chưa có kế hoạch khối lượng" in text
    assert sampled("work", "show", "sân thể thao", "--json").json["planned"] is None
    assert "Xong khối lượng ngày 15/6/2021, chưa nghiệm thu" in sampled("work", "show", "mầm non").out
    assert "Dự kiến hoàn thành ngày 26/8/2021, chậm 37 ngày" in sampled("work", "show", "tan loi").out


def test_a_settled_work_tells_the_day_and_waits_no_longer(sampled: Run) -> None:
    text = sampled("work", "show", "kênh mương").out
    assert "Giai đoạn: đã quyết toán ngày 12/5/2021; khối lượng 100%" in text
    shown = sampled("work", "show", "kênh mương", "--json").json
    assert (shown["stage"], shown["settled_on"], shown["days_in_stage"]) == ("settlement", "2021-05-12", None)
    assert (
        "Giai đoạn: Quyết toán (120 ngày)" in sampled("work", "show", "kênh mương", "--on", "10/5/2021").out
    )


def test_progress_is_recorded_and_shown(sampled: Run) -> None:
    said = sampled(
        "work", "progress", "tan loi", "50,5", "--on", "30/6/2021", "--value", "600.000.000", "--json"
    )
    assert (said.code, said.json["share"], said.json["delay"]) == (0, 5050, 34)
    paid = "Giải ngân so với tổng mức đầu tư 38,8%; Giải ngân so với vốn bố trí 44,09%"
    assert paid in sampled("work", "show", "tan loi").out
    shown = sampled("work", "show", "tan loi", "--json").json
    assert shown["measured"][-1] == {"on": "2021-06-30", "share": 5050, "value": 600_000_000}
    assert sampled("undo").code == 0
    assert sampled("work", "show", "tan loi", "--json").json["share"] == 4600


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("progress", "tan loi", "120", "--on", "2021-06-30"), "từ 0% đến 100%"),
        (("progress", "tan loi", "40", "--on", "2021-06-30"), "Khối lượng lùi so với ngày 25/6/2021 (46%)"),
        (("progress", "tan loi", "46,123", "--on", "2021-06-30"), "quá hai chữ số thập phân"),
        (("progress", "tan loi", "1.5", "--on", "2021-06-30"), "Chưa rõ số “1.5”"),
        (("progress", "tan loi", "50", "--on", "2021-06-30", "--value", "1,5"), "số đồng nguyên"),
        (("show", "9"), "Không có công trình “9”"),
        (("show", "xã"), "Ghi rõ hơn, hoặc dùng số thứ tự"),
    ],
)
def test_refusals_leave_the_data_as_they_were(sampled: Run, words: tuple[str, ...], said: str) -> None:
    before = sampled("work", "list", "--json").json
    refused = sampled("work", *words)
    assert (refused.code, said in refused.err) == (1, True)
    assert sampled("work", "list", "--json").json == before


def test_falling_back_with_a_reason_is_recorded(sampled: Run) -> None:
    words = ("work", "progress", "tan loi", "40", "--on", "2021-06-30", "--reason", "Phá đoạn nứt", "--json")
    assert sampled(*words).json["share"] == 4000


def test_an_unknown_cause_is_a_matter_of_usage(sampled: Run) -> None:
    said = sampled("work", "progress", "1", "50", "--on", "2021-06-30", "--cause", "luck")
    assert (said.code, "--cause không có “luck”" in said.err) == (2, True)


def test_an_office_without_works(run: Run) -> None:
    run(
        "new",
        "--name",
        "A",
        "--province",
        "B",
        "--set",
        "xa-ntm-2016-2020",
        "--profile",
        "btb",
        "--year",
        "2021",
    )
    assert run("work", "list").out == "Chưa có công trình nào.\n"
    assert run("work", "list", "--json").json["works"] == []


def test_nothing_is_recorded_after_the_day_to_which_the_story_of_the_sample_has_come(sampled: Run) -> None:
    before = sampled("history", "--json").json
    for words in (
        ("work", "progress", "tan loi", "50", "--on", "2021-07-10"),
        ("record", "17.6", "900/1342", "--on", "2021-07-10"),
    ):
        refused = sampled(*words)
        assert refused.code == 1
        assert "sau hôm nay" in refused.err
    assert sampled("history", "--json").json == before
    assert sampled("work", "progress", "tan loi", "50", "--on", "2021-06-30").code == 0
    assert sampled("work", "show", "tan loi", "--on", "2021-12-31").code == 0  # its story goes on


def test_a_figure_of_the_sample_is_held_against_what_is_known_on_its_day(sampled: Run) -> None:
    """What its story tells of December is not in use in June, and is not said to be."""
    said = sampled("record", "17.5", "dat", "--on", "2021-06-28")
    assert said.code == 0
    assert "Số đang dùng vẫn là" not in said.err
