"""What can be typed, with its help, in Vietnamese. Nothing is carried out here."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from ntm_desktop import __version__
from ntm_desktop.domain.criteria import SetState
from ntm_desktop.domain.progress import DelayCause
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
_MORE_OF_BLANK = """

Nội dung đó mất khỏi tệp dữ liệu: trong thao tác số SỐ, trong các thao tác khác giữ cùng những chữ đó
của cùng mục, và trong các dòng đã xóa hoặc đã có số thay. Các thao tác ấy không hoàn tác được nữa;
ai làm gì, lúc nào vẫn còn. Mục đang dùng không bị xóa: sửa hoặc xóa mục đó trước, rồi dùng lệnh này
với số của lần sửa. Bản sao lưu cũ và hồ sơ đã in cũng không bị động tới; lệnh cho biết chúng ở đâu."""


_MORE_OF_SIGN = """

Mật khẩu của tệp chứng thư số hoặc mã PIN của thiết bị lấy từ biến môi trường NTM_SIGN_PASSWORD, không ghi
vào dòng lệnh. Chữ ký của người có thẩm quyền nằm giữa chức vụ và họ tên; dấu của cơ quan trùm 1/3 chữ ký
về bên trái; phụ lục ở tệp riêng có số, ký hiệu và thời gian ký ở góc trên bên phải (Nghị định 30/2020).
Tệp gốc giữ nguyên; không cần mạng.

Người đã ký một chỗ trong tệp thì ghi --paper hoặc --page để ký chỗ khác. Chỗ ký in tên khác với chứng thư thì
không ký, trừ khi ghi --yes."""

_REQUIRED = r"the following arguments are required: (.+)"
_REGISTERS = {
    "works": "công trình và khối lượng",
    "contributions": "đóng góp",
    "households": "hộ, thửa đất phải giải phóng mặt bằng",
}
"""What comes from Excel and goes into it, by the end of its commands."""
_DOSSIER_ACTS = {
    "list": "xem sổ bản in",
    "check": "kiểm tra một tệp có đúng bản đã ghi sổ",
    "compare": "so sánh hai lần in",
}
_EXAMPLES = {
    "": "status",
    "new": 'new --name "xã Yên Hóa" --province "tỉnh Quảng Bình" --profile tdmnpb --year 2025',
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
    "backup": r"backup --to E:\sao-luu",
    "restore": r"restore E:\sao-luu\3\manifest.json",
    "check": "check --deep",
    "history": "history --limit 50",
    "undo": "undo 12",
    "blank": "blank 12",
    "self-test": "self-test",
}
"""By command: one that is right, told to whoever typed one that is not."""


_AS_OF = "tính đến ngày; mặc định hôm nay, riêng xã mẫu là ngày của số liệu mẫu"


class UsageError(Exception):
    """What is wrong, how it is done right, and where all of it stands: in one line."""

    def __init__(self, message: str, program: str) -> None:
        name, _space, command = program.partition(" ")
        said = f"{message} Ví dụ: {name} {_EXAMPLES[command]} (xem đủ cách dùng: {program} --help)."
        super().__init__(said)
        self.message = said


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "cách dùng: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
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


def parse(words: Sequence[str]) -> argparse.Namespace:
    """The command with its options and the data ``folder``; raises UsageError."""
    parser, commands = _build()
    args, rest = parser.parse_known_args(words)
    if rest and args.command == "record" and all(_is_value(word) for word in rest):
        args.values += rest  # argparse takes no values after an option: “record 4.2 --on 1/6/2021 90”
    elif rest:
        commands[args.command].error(f"unrecognized arguments: {' '.join(rest)}")
    if args.command == "dossier" and args.act is None and args.out is None:
        commands["dossier"].error("the following arguments are required: --out")
    named = args.data or os.environ.get("NTM_DATA")
    args.folder = Path(named).absolute() if named else _default_folder(args.command)
    return args


def _is_value(word: str) -> bool:
    return re.match("-(?![0-9])", word) is None


def _default_folder(command: str) -> Path:
    from ntm_desktop import paths

    return paths.sample_folder() if command == "sample" else paths.default_data_folder()


def _build() -> tuple[_Parser, Mapping[str, _Parser]]:
    main = _Parser(
        prog="ntm-desktop",
        description="Hồ sơ xây dựng nông thôn mới của xã. Không có lệnh nào thì mở cửa sổ chương trình.",
        epilog="Mã thoát: 0 xong; 1 từ chối, dữ liệu giữ nguyên; 2 sai cách dùng; 3 lỗi của chương trình.",
    )
    main.add_argument("--version", action="version", version=__version__, help="xem phiên bản")
    _common(main, None)
    commands = main.add_subparsers(dest="command", metavar="LỆNH", title="các lệnh", required=True)

    made_commands: dict[str, _Parser] = {}

    def command(name: str, help_text: str, *, more: str = "") -> _Parser:
        description = f"{help_text[:1].upper()}{help_text[1:]}.{more}"
        made = commands.add_parser(name, help=help_text, description=description)
        assert isinstance(made, _Parser)
        _common(made, argparse.SUPPRESS)
        made_commands[name] = made
        return made

    _new(command("new", "lập dữ liệu của một xã"))
    sample = command("sample", "lập xã mẫu với số liệu minh họa")
    sample.add_argument("--commune", metavar="XÃ", default="yen-hoa", help="yen-hoa, thai-thuy hoặc dong-hoa")
    status = command("status", "xem tiêu chí đạt, chưa đạt và hồ sơ còn thiếu gì")
    status.add_argument("--on", type=_day, metavar="NGÀY", help=_AS_OF)
    _record(command("record", "nhập kết quả của một chỉ tiêu"))
    _dossier(command("dossier", "lập hồ sơ ra PDF và Word; sổ bản in, so sánh hai lần in"))
    _paper(command("paper", "văn bản của hồ sơ: số, ngày; đính kèm văn bản nơi khác lập"))
    _work(command("work", "công trình: danh mục, chi tiết, ghi khối lượng"))
    _consultation(
        command("consultation", "lấy ý kiến Nhân dân: niêm yết, ý kiến, khảo sát, họp, còn thiếu gì")
    )
    _report(command("report", "lập báo cáo, biểu ra PDF, Word, Excel; không ghi tên thì liệt kê"))
    _sign(command("sign", "ký số một tệp PDF đã lưu, ra tệp mới", more=_MORE_OF_SIGN))
    for register, what in _REGISTERS.items():
        imported = command(f"import-{register}", f"nhập {what} từ Excel; chưa ghi thì xem trước")
        _import(imported)
        if register == "households":
            words = "công trình của các dòng không ghi công trình: số thứ tự hoặc vài chữ của tên"
            imported.add_argument("--work", default="", metavar="CÔNG-TRÌNH", help=words)
        _export(command(f"export-{register}", f"xuất {what} ra Excel, hoặc lưu mẫu để nhập"))
    backup = command("backup", "sao lưu dữ liệu và minh chứng")
    backup.add_argument("--to", type=Path, metavar="THƯ-MỤC", help="nơi sao lưu; mặc định nơi đã chọn")
    restore = command("restore", "phục hồi từ một bản sao lưu")
    restore.add_argument("manifest", type=Path, metavar="TỆP", help="tệp manifest.json của bản sao lưu")
    restore.add_argument(
        "--yes", action="store_true", help="đồng ý thay dữ liệu mới hơn bản sao lưu, hoặc của xã khác"
    )
    check = command("check", "kiểm tra dữ liệu còn nguyên vẹn")
    check.add_argument("--deep", action="store_true", help="đọc lại từng tệp đã lưu, so dữ liệu với lịch sử")
    history = command("history", "xem ai đã làm gì")
    history.add_argument("--limit", type=_from_one, default=20, metavar="SỐ", help="số dòng; mặc định 20")
    history.add_argument("--text", default="", metavar="CHỮ", help="chỉ các dòng có chữ này")
    undo = command("undo", "hoàn tác thao tác gần nhất, hoặc thao tác số SỐ")
    undo.add_argument("seq", type=_from_one, nargs="?", metavar="SỐ", help="số thứ tự trong lịch sử")
    blank = command(
        "blank",
        "xóa hẳn nội dung cũ mà một thao tác còn giữ (dữ liệu cá nhân)",
        more=_MORE_OF_BLANK,
    )
    blank.add_argument("seq", type=_from_one, metavar="SỐ", help="số thứ tự trong lịch sử")
    blank.add_argument("--yes", action="store_true", help="đồng ý xóa; không có thì chỉ cho xem")
    command("self-test", "tự kiểm tra chương trình")
    return main, made_commands


def _common(parser: _Parser, default: str | None) -> None:
    """Options that may stand before or after the command."""
    parser.add_argument(
        "--data", default=default, metavar="THƯ-MỤC", help="thư mục dữ liệu (hoặc biến NTM_DATA)"
    )
    parser.add_argument("--as", dest="by", default=default, metavar="TÊN", help="người thực hiện")
    parser.add_argument(
        "--json", action="store_true", default=default or False, help="in kết quả dạng JSON, không in gì khác"
    )


def _new(parser: _Parser) -> None:
    parser.codes = _codes_of_new
    parser.add_argument("--name", required=True, metavar="TÊN", help="tên xã, ví dụ “xã Yên Hóa”")
    parser.add_argument("--district", default="", metavar="TÊN", help="huyện; từ 01/7/2025 bỏ trống")
    parser.add_argument("--province", required=True, metavar="TÊN", help="tỉnh")
    parser.add_argument(
        "--set", default="", metavar="MÃ", help="bộ tiêu chí; mặc định bộ của năm đăng ký đã đánh giá được"
    )
    parser.add_argument("--profile", required=True, metavar="MÃ", help="mức áp dụng (vùng hoặc nhóm xã)")
    parser.add_argument("--year", required=True, type=_count, metavar="NĂM", help="năm đăng ký đạt chuẩn")
    parser.add_argument("--code", default="", metavar="MÃ", help="mã xã; bỏ trống thì dùng mã tạm")
    parser.add_argument(
        "--regime",
        default="",
        metavar="MÃ",
        help="trình tự công nhận; mặc định theo bộ tiêu chí, không có huyện thì hai cấp",
    )
    parser.add_argument(
        "--tier", default="", metavar="MÃ", help="ntm hoặc nang-cao; mặc định theo bộ tiêu chí"
    )
    parser.add_argument("--place", default="", metavar="TÊN", help="địa danh ghi trên văn bản")
    parser.add_argument("--ground", default="", metavar="VĂN-BẢN", help="căn cứ của mức áp dụng")
    parser.add_argument("--established", type=_day, metavar="NGÀY", help="ngày thành lập xã")
    parser.add_argument("--schools", type=_count, metavar="SỐ", help="số trường của xã")
    parser.add_argument(
        "--from", dest="valid_from", type=_day, metavar="NGÀY", help="mục tiêu áp dụng từ ngày"
    )


def _codes_of_new() -> str:
    from ntm_desktop.packs.criteria import builtin_ids, load_builtin
    from ntm_desktop.packs.forms import load_regime, regime_ids

    lines = ["bộ tiêu chí (--set) và mức áp dụng của nó (--profile):"]
    for criteria_set in map(load_builtin, builtin_ids()):
        empty = " (chưa có chỉ tiêu)" if criteria_set.state is SetState.SKELETON else ""
        lines.append(f"  {criteria_set.id}: {criteria_set.short_title}{empty}")
        lines += [f"      {profile.id}: {profile.name}" for profile in criteria_set.profiles]
    lines.append("trình tự công nhận (--regime):")
    lines += [f"  {regime.id}: {regime.title}" for regime in map(load_regime, regime_ids())]
    return "\n".join(lines)


def _record(parser: _Parser) -> None:
    parser.add_argument("code", metavar="MÃ", help="mã chỉ tiêu, ví dụ 17.6")
    parser.add_argument(
        "values", nargs="*", metavar="GIÁ-TRỊ", help="giá trị: 95,5 · 45/50 · dat · chua-dat · phần=giá trị"
    )
    parser.add_argument("--on", required=True, type=_day, metavar="NGÀY", help="ngày của số liệu")
    parser.add_argument("--na", metavar="CĂN-CỨ", help="không xét chỉ tiêu này, theo căn cứ")
    parser.add_argument("--note", default="", metavar="CHỮ", help="ghi chú")
    parser.add_argument(
        "--reason", default="", metavar="CHỮ", help="lý do sửa số đã in hoặc do người khác nhập"
    )
    parser.add_argument(
        "--replaces", type=_day, metavar="NGÀY", help="sửa số liệu ghi ngày này, kể cả ngày của nó"
    )
    parser.add_argument("--yes", action="store_true", help="đồng ý ghi số lớn hơn mức rất nhiều lần")
    parser.add_argument(
        "--evidence", nargs="+", type=Path, default=[], metavar="TỆP", help="tệp minh chứng kèm theo"
    )


def _dossier(parser: _Parser) -> None:
    acts = ", ".join(f"{act}: {words}" for act, words in _DOSSIER_ACTS.items())
    parser.add_argument(
        "act", nargs="?", choices=_DOSSIER_ACTS, metavar="VIỆC", help=f"không ghi: in; {acts}"
    )
    parser.add_argument("file", nargs="?", type=_path, metavar="TỆP", help="tệp cần kiểm tra (check)")
    parser.add_argument(
        "--out", type=_path, metavar="TỆP", help="tệp PDF sẽ ghi; của compare là bảng so sánh"
    )
    parser.add_argument("--docx", type=_path, metavar="THƯ-MỤC", help="ghi thêm từng văn bản dạng Word")
    parser.add_argument(
        "--bound", action="store_true", help="gộp cả minh chứng của từng tiêu chí vào tệp PDF"
    )
    parser.add_argument(
        "--volumes",
        metavar="CÁCH",
        help="chia hồ sơ gộp thành các tập: criterion là mỗi tiêu chí một tập, "
        "hoặc số trang nhiều nhất của một tập; tên tệp thêm -tap-1, -tap-2…",
    )
    parser.add_argument(
        "--paper",
        metavar="VĂN-BẢN",
        help="chỉ ghi văn bản hoặc phụ lục này, ví dụ to_trinh, bao_cao",
    )
    parser.add_argument("--draft", action="store_true", help="bản nháp, in được khi chưa đủ điều kiện")
    parser.add_argument("--on", type=_day, metavar="NGÀY", help=_AS_OF)
    parser.add_argument(
        "--from",
        dest="then",
        type=_from_one,
        metavar="LẦN",
        help="compare: lần in trước; mặc định lần kề trước",
    )
    parser.add_argument(
        "--to",
        dest="until",
        type=_print_or_now,
        metavar="LẦN",
        help="compare: lần in sau, hoặc nay: số liệu hiện nay",
    )


def _report(parser: _Parser) -> None:
    parser.add_argument("name", nargs="?", metavar="TÊN", help="tên báo cáo, ví dụ danh-muc")
    parser.add_argument("--out", type=_path, metavar="TỆP", help="tệp .pdf, .docx hoặc .xlsx sẽ ghi")
    parser.add_argument("--on", type=_day, metavar="NGÀY", help=_AS_OF)
    parser.add_argument("--year", type=_count, metavar="NĂM", help="năm kế hoạch; mặc định năm của --on")
    parser.add_argument(
        "--contractor", default="", metavar="TÊN", help="nhà thầu, hoặc vài chữ của tên; dùng cho công văn"
    )
    parser.add_argument(
        "--promiser",
        default="",
        metavar="TÊN",
        help="nơi cam kết vốn, hoặc vài chữ của tên",
    )
    parser.add_argument(
        "--work", default="", metavar="TÊN", help="công trình: số thứ tự hoặc vài chữ của tên; dùng cho phiếu"
    )
    parser.add_argument(
        "--subject", default="", metavar="TÊN", help="cá nhân, đơn vị được đánh giá, hoặc vài chữ của tên"
    )


def _paper(parser: _Parser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="VIỆC", title="các việc", required=True)
    listed = acts.add_parser("list", help="các văn bản có số hoặc lập riêng")
    made = acts.add_parser("set", help="ghi số, ngày, đính kèm tệp")
    for one in (listed, made):
        assert isinstance(one, _Parser)
        _common(one, argparse.SUPPRESS)
        one.add_argument("--on", type=_day, metavar="NGÀY", help=_AS_OF)
    made.add_argument("form", metavar="VĂN-BẢN", help="tên mẫu trong danh sách, ví dụ hai_long")
    made.add_argument("--number", metavar="SỐ", help="số, không ghi ký hiệu")
    made.add_argument("--issued", type=_day, metavar="NGÀY", help="ngày ban hành")
    file = made.add_mutually_exclusive_group()
    file.add_argument("--file", type=_path, metavar="TỆP", help="văn bản đã ký, quét thành PDF")
    file.add_argument("--no-file", action="store_true", help="gỡ tệp đã đính kèm")


def _sign(parser: _Parser) -> None:
    parser.add_argument("file", type=_path, metavar="TỆP.pdf", help="tệp PDF cần ký")
    parser.add_argument("--out", required=True, type=_path, metavar="TỆP", help="tệp PDF đã ký sẽ ghi")
    keys = parser.add_mutually_exclusive_group()
    keys.add_argument("--p12", type=_path, metavar="TỆP", help="tệp chứng thư số (.p12, .pfx)")
    keys.add_argument("--pkcs11", type=_path, metavar="TỆP", help="thư viện của thiết bị ký số (.dll, .so)")
    parser.add_argument("--token", default="", metavar="TÊN", help="tên thiết bị khi cắm nhiều thiết bị")
    parser.add_argument("--slot", type=_count, metavar="SỐ", help="khe của thiết bị, thay cho tên")
    parser.add_argument(
        "--certificate", default="", metavar="TÊN", help="tên chứng thư số khi thiết bị có nhiều"
    )
    manners = parser.add_mutually_exclusive_group()
    manners.add_argument(
        "--as-organisation", action="store_true", help="chữ ký số của cơ quan, thay cho của người ký"
    )
    manners.add_argument(
        "--annex", default="", metavar="SỐ-KÝ-HIỆU", help="phụ lục ở tệp riêng của văn bản có số, ký hiệu này"
    )
    pages = parser.add_mutually_exclusive_group()
    pages.add_argument("--page", type=_from_one, metavar="SỐ", help="trang có chữ ký; mặc định tự tìm chỗ ký")
    pages.add_argument("--paper", default="", metavar="TÊN", help="văn bản có chữ ký, theo mục lục của tệp")
    parser.add_argument("--image", type=_path, metavar="TỆP.png", help="hình chữ ký hoặc hình dấu, nền trong")
    parser.add_argument("--yes", action="store_true", help="vẫn ký khi chỗ ký in tên người khác")


def _work(parser: _Parser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="VIỆC", title="các việc", required=True)
    listed = acts.add_parser("list", help="danh mục công trình")
    shown = acts.add_parser("show", help="một công trình")
    measured = acts.add_parser("progress", help="ghi khối lượng")
    for made in (listed, shown, measured):
        assert isinstance(made, _Parser)
        _common(made, argparse.SUPPRESS)
    for made in (shown, measured):
        made.add_argument("name", metavar="CÔNG-TRÌNH", help="công trình: số thứ tự hoặc vài chữ của tên")
    for made in (listed, shown):
        made.add_argument("--on", type=_day, metavar="NGÀY", help=_AS_OF)
    measured.add_argument("share", metavar="TỶ-LỆ", help="khối lượng lũy kế, ví dụ 46 hoặc 46,5")
    measured.add_argument("--on", required=True, type=_day, metavar="NGÀY", help="ngày đo")
    measured.add_argument("--value", metavar="ĐỒNG", help="giá trị khối lượng lũy kế")
    measured.add_argument("--cause", choices=[cause.value for cause in DelayCause], help="vì sao chậm")
    measured.add_argument("--note", default="", metavar="CHỮ", help="ghi chú")
    measured.add_argument("--reason", default="", metavar="CHỮ", help="lý do khi khối lượng lùi")


def _consultation(parser: _Parser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="VIỆC", title="các việc", required=True)
    shown = acts.add_parser("show", help="những gì đã ghi và còn thiếu")
    assert isinstance(shown, _Parser)
    _common(shown, argparse.SUPPRESS)
    shown.add_argument("--on", type=_day, metavar="NGÀY", help=_AS_OF)


def _import(parser: _Parser) -> None:
    parser.add_argument("file", type=_path, metavar="TỆP.xlsx", help="tệp Excel có dòng đầu cột như mẫu")
    parser.add_argument("--yes", action="store_true", help="ghi vào dữ liệu; không có thì chỉ xem trước")
    fonts = parser.add_mutually_exclusive_group()
    fonts.add_argument("--convert", action="store_true", help="chuyển các ô TCVN3, VNI sang Unicode")
    fonts.add_argument("--keep", action="store_true", help="giữ nguyên các ô nghi là TCVN3, VNI")


def _export(parser: _Parser) -> None:
    parser.add_argument("file", type=_path, metavar="TỆP.xlsx", help="tệp sẽ ghi")
    parser.add_argument("--template", action="store_true", help="lưu mẫu trống, có danh sách và ghi chú")


def _day(text: str) -> date:
    try:
        return parse_date(text)
    except NtmError as error:
        raise argparse.ArgumentTypeError(error.message) from None


def _path(text: str) -> Path:
    if not text.strip():  # else it would be the present folder
        raise argparse.ArgumentTypeError("chưa ghi tên tệp hoặc thư mục.")
    return Path(text)


def _count(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise argparse.ArgumentTypeError(f"“{text}” không phải số nguyên dương.")
    return int(text)


def _from_one(text: str) -> int:
    if (number := _count(text)) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” phải là số từ 1 trở lên.")
    return number


def _print_or_now(text: str) -> int:
    """0 are the data of today (``services.comparison.TODAY``)."""
    return 0 if text.strip().casefold() == "nay" else _from_one(text)


def _in_vietnamese(message: str) -> str:
    for pattern, words in _MESSAGES:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return words.format(*(said.replace("'", "") for said in found.groups()))
    return message
