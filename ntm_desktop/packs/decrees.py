"""The decrees on the simplified route of works, with where each condition was read: ``resources/works``."""

from __future__ import annotations

import json
from functools import cache
from itertools import pairwise

import msgspec

from ntm_desktop.domain.simplified import CONDITION_NAMES, Decree
from ntm_desktop.errors import NtmError
from ntm_desktop.paths import resource

_FORMAT = 1


@cache
def route_decrees() -> tuple[Decree, ...]:
    """In order of their days."""
    return read_decrees(resource("works", "simplified-route.json").read_bytes())


def read_decrees(data: bytes) -> tuple[Decree, ...]:
    """Strict: a wrong type or a half file is refused as a whole, and so are decrees whose days overlap."""
    try:
        given = json.loads(data)
        if not isinstance(given, dict) or given.get("format") != _FORMAT:
            raise ValueError("format")
        decrees = msgspec.convert(given.get("decrees"), tuple[Decree, ...], strict=True)
        if not all(one.key in CONDITION_NAMES for decree in decrees for one in decree.conditions):
            raise ValueError("condition")
    except (ValueError, msgspec.ValidationError) as error:
        raise NtmError(
            "Không đọc được điều kiện cơ chế đặc thù. Tệp bị sai hoặc bị thiếu. Cài lại chương trình."
        ) from error
    for before, after in pairwise(decrees):
        if before.until is None or before.until >= after.since:
            raise NtmError(f"{before.name} và {after.name} trùng thời gian hiệu lực. Sửa lại tệp điều kiện.")
    return decrees
