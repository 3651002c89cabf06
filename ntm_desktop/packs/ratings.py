"""The rule that proposes a rating at the end of the year: ``resources/people``."""

from __future__ import annotations

import json
from functools import cache

import msgspec

from ntm_desktop.domain.rating import RatingRule
from ntm_desktop.errors import NtmError
from ntm_desktop.paths import resource

_FORMAT = 1


@cache
def rating_rule() -> RatingRule:
    return read_rule(resource("people", "rating-rule.json").read_bytes())


def read_rule(data: bytes) -> RatingRule:
    """Strict: a wrong type, a level that is missing or one that asks for more than a better one."""
    try:
        given = json.loads(data)
        if not isinstance(given, dict) or given.pop("format", None) != _FORMAT:
            raise ValueError("format")
        rule = msgspec.convert(given, RatingRule, strict=True)
        if not rule.is_sound:
            raise ValueError("levels")
    except (ValueError, msgspec.ValidationError) as error:
        raise NtmError(
            "Không đọc được quy tắc đề xuất mức đánh giá. Tệp bị sai hoặc bị thiếu. Cài lại chương trình."
        ) from error
    return rule
