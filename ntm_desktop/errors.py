"""The one error that a user is meant to read. Everything else that is raised is our own mistake."""

from __future__ import annotations

from collections.abc import Sequence


class NtmError(Exception):
    """A Vietnamese sentence for the user: what happened and what to do; the data is as it was.

    ``problems`` lists further sentences, one a defect, when a check collected several.
    """

    def __init__(self, message: str, problems: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.problems = tuple(problems)
