"""Which tables a reading asks, by the statements that reach the database."""

from __future__ import annotations

import re
from collections.abc import Iterable

_READ = re.compile(r"(?:FROM|JOIN)\s+\"?(\w+)")


def tables_of(statements: Iterable[str]) -> set[str]:
    return {table for words in statements for table in _READ.findall(words)}
