"""What a command said."""

from __future__ import annotations

import json
from typing import Any


class Said:
    """Exit code and what stood on stdout and stderr."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> Any:
        assert self.out.count("\n") == 1, "one JSON object and nothing else"
        return json.loads(self.out)
