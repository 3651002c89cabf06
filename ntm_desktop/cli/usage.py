"""Usage in Vietnamese: what argparse says, with an example that is right, and the types of arguments."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from ntm_desktop.errors import NtmError
from ntm_desktop.text import parse_date

_MESSAGES = (
    (r"unrecognized arguments: (.+)", "Không hiểu “{0}”."),
    (
        r"argument LỆNH: invalid choice: '(.+?)' \(choose from (.+)\)",
        "Không có lệnh “{0}”. Chọn một trong: {1}.",
    ),
    (
        r"argument VIỆC: invalid choice: '(.+?)' \(choose from (.+)\)",
        "Không có việc “{0}”. Chọn một trong: {1}.",
    ),
    (
        r"argument (.+?): invalid choice: '(.+?)' \(choose from (.+)\)",
        "{0} không có “{1}”. Chọn một trong: {2}.",
    ),
    (r"argument (.+?): expected (?:one|at least one) argument", "Thiếu giá trị sau {0}."),
    (r"argument (.+?): ignored explicit argument '(.+)'", "{0} không nhận giá trị “{1}”."),
    (r"argument (.+?): not allowed with argument (.+)", "{0} không dùng cùng {1}."),
    (r"ambiguous option: (.+) could match (.+)", "{0}: chưa rõ là {1}."),
    (r"argument (.+?): (.+)", "{0}: {1}"),
)
_REQUIRED = r"the following arguments are required: (.+)"
EXAMPLES = {
    "": "status",
    "new": 'new --name "xã Yên Hóa" --province "tỉnh Quảng Bình" --profile tdmnpb --year 2025',
    "join": "join --database postgresql://ntm@192.168.1.10/ntm --store /mnt/ntm",
    "sample": "sample --commune yen-hoa",
    "status": "status --on 30/6/2021",
    "record": "record 17.6 95,5 --on 30/6/2021",
    "dossier": "dossier --out ho-so.pdf --draft",
    "paper": "paper list",
    "paper list": "paper list --on 30/6/2021",
    "paper set": "paper set hai_long --number 15 --issued 20/6/2021 --file bao-cao.pdf",
    "work": "work list",
    "work list": "work list --on 30/6/2021",
    "work show": "work show 3",
    "work progress": "work progress 3 46,5 --on 30/6/2021",
    "consultation": "consultation show",
    "consultation show": "consultation show --on 30/6/2021",
    "report": "report danh-muc --out danh-muc.pdf",
    "sign": "sign ho-so.pdf --p12 ky-so.p12 --out ho-so-da-ky.pdf",
    "import-works": "import-works cong-trinh.xlsx",
    "export-works": "export-works cong-trinh.xlsx",
    "import-contributions": "import-contributions dong-gop.xlsx",
    "export-contributions": "export-contributions dong-gop.xlsx",
    "import-households": "import-households mat-bang.xlsx",
    "export-households": "export-households mat-bang.xlsx",
    "appraise": "appraise communes",
    "appraise communes": "appraise communes --asked regressed",
    "appraise show": 'appraise show "Yên Hóa"',
    "appraise compare": "appraise compare 18928 1 3",
    "appraise remark": 'appraise remark 18928 2.1,17.6 "Chưa có biên bản nghiệm thu"',
    "appraise conclude": "appraise conclude 18928 2.1 chap-nhan",
    "appraise decide": 'appraise decide 18928 chua-du "Còn 04 tiêu chí" --number 12/BC-UBND',
    "appraise export": "appraise export 18928 --to E:/",
    "keys": "keys list",
    "keys init": "keys init",
    "keys list": "keys list",
    "keys export": "keys export --to xa.ntmk",
    "keys sheet": "keys sheet --out phieu-khoa.pdf",
    "keys recovery": "keys recovery --out phieu-phuc-hoi.pdf",
    "keys import": "keys import huyen.ntmk --code JTYPM-A9KJR-SJVZW-0FR27-4ANM3",
    "export": "export --to E:/",
    "import": "import E:/",
    "inspect": "inspect goi.ntmx",
    "verify-code": "verify-code JTYPM-A9KJR-SJVZW-0FR27-4ANM3 goi.ntmx",
    "backup": r"backup --to E:\sao-luu",
    "restore": r"restore E:\sao-luu\3\manifest.json",
    "check": "check --deep",
    "history": "history --limit 50",
    "undo": "undo 12",
    "blank": "blank 12",
    "self-test": "self-test",
}
"""By command: one that is right, told to whoever typed one that is not."""


class UsageError(Exception):
    """What is wrong, how it is done right, and where all of it stands: in one line."""

    def __init__(self, message: str, program: str) -> None:
        name, _space, command = program.partition(" ")
        said = f"{message} Ví dụ: {name} {EXAMPLES[command]} (xem đủ cách dùng: {program} --help)."
        super().__init__(said)
        self.message = said


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "cách dùng: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    codes: Callable[[], str] | None = None
    """What the codes to be typed are, read from the packs when the help is asked for."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given, add_help=False, formatter_class=_Formatter, allow_abbrev=False)
        self._positionals.title = "nội dung"
        self._optionals.title = "tùy chọn"
        self._negative_number_matcher = re.compile("-[0-9]")  # “-5,5” is a value too, to be refused as one
        self.add_argument("-h", "--help", action="help", help="xem cách dùng")

    def format_help(self) -> str:
        if self.codes is not None:
            self.epilog = self.codes()
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        if found := re.fullmatch(_REQUIRED, message):
            raise UsageError(f"Thiếu {self._missing(found.group(1).split(', '))}.", self.prog)
        raise UsageError(_in_vietnamese(message), self.prog)

    def _missing(self, names: Sequence[str]) -> str:
        """What the arguments are, in the words of the help, each with how it is written."""
        said = []
        for action in self._actions:
            written = "/".join(action.option_strings) or str(action.metavar or action.dest)
            if written in names:
                value = f" {action.metavar}" if action.option_strings and action.metavar else ""
                what = re.split("[,;:(]", action.help or f"tên {written.lower()}")[0].strip()
                said.append(f"{what} ({written}{value})")
        return ", ".join(said)


def common(parser: Parser, default: str | None) -> None:
    """Options that may stand before or after the command."""
    parser.add_argument(
        "--data", default=default, metavar="THƯ-MỤC", help="thư mục dữ liệu (hoặc biến NTM_DATA)"
    )
    parser.add_argument("--as", dest="by", default=default, metavar="TÊN", help="người thực hiện")
    parser.add_argument(
        "--json", action="store_true", default=default or False, help="in kết quả dạng JSON, không in gì khác"
    )


def day(text: str) -> date:
    try:
        return parse_date(text)
    except NtmError as error:
        raise argparse.ArgumentTypeError(error.message) from None


def path(text: str) -> Path:
    if not text.strip():  # else it would be the present folder
        raise argparse.ArgumentTypeError("chưa ghi tên tệp hoặc thư mục.")
    return Path(text)


def count(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise argparse.ArgumentTypeError(f"“{text}” không phải số nguyên dương.")
    return int(text)


def from_one(text: str) -> int:
    if (number := count(text)) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” phải là số từ 1 trở lên.")
    return number


def print_or_now(text: str) -> int:
    """0 are the data of today (``services.comparison.TODAY``)."""
    return 0 if text.strip().casefold() == "nay" else from_one(text)


def _in_vietnamese(message: str) -> str:
    for pattern, words in _MESSAGES:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return words.format(*(said.replace("'", "") for said in found.groups()))
    return message
