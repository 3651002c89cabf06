"""Canonical JSON (RFC 8785), written and strictly read back: docs/package-format.md §2."""

from __future__ import annotations

import json
from typing import Any

import rfc8785

from ntm_desktop.db.history import storable

LARGEST = 2**53 - 1


def dumps(value: dict[str, Any]) -> bytes:
    return rfc8785.dumps(value)


def loads(told: bytes) -> dict[str, Any]:
    """The object of a canonical text. Raises ValueError for any other text, though it be JSON: what is not
    byte for byte what we would write has doubled keys, floats, spaces, or was written by somebody else."""
    try:
        value = json.loads(told, parse_float=_no_float, parse_constant=_no_float)
        if not isinstance(value, dict):
            raise ValueError("not an object")
        _check(value)
        if rfc8785.dumps(value) != told:
            raise ValueError("not in canonical form")
    except (rfc8785.CanonicalizationError, RecursionError, UnicodeError) as error:
        raise ValueError(str(error)) from error
    return value


def _no_float(written: str) -> None:
    raise ValueError(f"a number that is no integer: {written[:20]}")


def _check(value: object) -> None:
    """Text composed and without control characters, integers as JSON carries them."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting += [*one, *one.values()]
        elif isinstance(one, list):
            waiting += one
        elif isinstance(one, str):
            if storable(one) != one:
                raise ValueError("text that is not composed, or control characters in it")
        elif isinstance(one, int) and abs(one) > LARGEST:
            raise ValueError("an integer that JSON does not carry exactly")
