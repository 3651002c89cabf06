"""The list of what must hold before a commune is recognised again: ``resources/people``."""

from __future__ import annotations

import json
from functools import cache

import msgspec

from ntm_desktop.domain.recognition import ANSWERED, CheckItem
from ntm_desktop.errors import NtmError
from ntm_desktop.paths import resource

_FORMAT = 1


@cache
def recognition_items() -> tuple[CheckItem, ...]:
    return read_items(resource("people", "re-recognition.json").read_bytes())


def read_items(data: bytes) -> tuple[CheckItem, ...]:
    """Strict: a wrong type or a key that nothing answers is refused as a whole."""
    try:
        given = json.loads(data)
        if not isinstance(given, dict) or given.get("format") != _FORMAT:
            raise ValueError("format")
        items = msgspec.convert(given.get("items"), tuple[CheckItem, ...], strict=True)
        if any(item.key and item.key not in ANSWERED for item in items):
            raise ValueError("key")
    except (ValueError, msgspec.ValidationError) as error:
        raise NtmError(
            "Không đọc được danh mục điều kiện công nhận lại. Tệp bị sai hoặc bị thiếu. Cài lại chương trình."
        ) from error
    return items
