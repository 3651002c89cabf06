"""What packages, their states and their results are called where people read them."""

from __future__ import annotations

from collections.abc import Iterable

from ntm_desktop.domain.authorities import LEVELS
from ntm_desktop.services.keys import COMMUNE_LEVEL
from ntm_desktop.sync.finding import ranges
from ntm_desktop.sync.sequence import Result

KINDS = {
    "submission": "Số liệu của xã",
    "appraisal": "Nhận xét, biên nhận",
    "criteria": "Bộ tiêu chí",
    "keys": "Khóa mới",
}

_OUTCOMES = {
    Result.OK: "",
    Result.GAP: "",
    Result.LATE: "Đã nhận gói mới hơn: gói này chỉ lưu làm lịch sử, số liệu không đổi.",
    Result.AGAIN: "Gói này đã nhận từ trước: số liệu không đổi, chỉ bổ sung tệp còn thiếu.",
    Result.NEW_EPOCH: "Nơi gửi bắt đầu đợt gửi mới; đợt cũ khép lại.",
    Result.JUMP: "",
}


def outcome(result: Result) -> str:
    return _OUTCOMES.get(result, "")


def kind_word(kind: str) -> str:
    return KINDS.get(kind, kind)


def level_word(level: str) -> str:
    return "Ủy ban nhân dân xã" if level == COMMUNE_LEVEL else LEVELS.get(level, level)


def numbers(found: Iterable[int]) -> str:
    """“3, 5–9”: those in a row together."""
    return ranges(sorted(set(found)))
