"""What the papers say as forms: to whom the dossier goes, in how many copies, and their form numbers.

The regime has the first two; the office may enter its own for a goal, and say that it held them against the
document. A form number is there only where the office entered one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

ADDRESSEES, COPIES, FORM_NUMBER = "addressees", "copies", "form_number"
SETTING_NAMES = {ADDRESSEES: "Nơi nhận hồ sơ", COPIES: "Số bản", FORM_NUMBER: "Mẫu số"}
MOST_COPIES = 20
MOST_ADDRESSEES = 5
LONGEST_ADDRESSEE = 200
LONGEST_FORM_NUMBER = 100
UNCHECKED = "Chưa đối chiếu với văn bản gốc"
_OPENING = re.compile(r"^(?:kính gửi\s*:)?\s*(?:-\s*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FormSetting:
    key: str
    value: str  # addressees one a line; copies as figures
    source: str  # where it stands, in words for an official; "" not known
    confirmed: bool
    own: bool = False  # entered for this goal

    @property
    def name(self) -> str:
        return SETTING_NAMES[self.key]

    @property
    def text(self) -> str:
        if self.key == COPIES:
            return f"{', '.join(f'{int(count):02d}' for count in self.value.split())} bản"
        return "; ".join(self.value.splitlines())

    @property
    def source_text(self) -> str:
        """A setting that nobody has held against the document says so."""
        if self.confirmed:
            return self.source
        return f"{self.source}; {UNCHECKED[:1].lower()}{UNCHECKED[1:]}" if self.source else UNCHECKED


def addressee_lines(text: str) -> tuple[str, ...]:
    """As they are printed after "Kính gửi:": without that, dashes and end marks, which the paper sets."""
    lines = (_OPENING.sub("", line.strip()).rstrip(" ;.,") for line in text.splitlines())
    return tuple(line for line in lines if line)
