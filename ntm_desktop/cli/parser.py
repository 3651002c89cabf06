"""What can be typed, with its help, in Vietnamese. Nothing is carried out here."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from ntm_desktop import __version__
from ntm_desktop.cli import arguments
from ntm_desktop.cli.usage import Parser, UsageError, common, day, from_one, path

__all__ = ["UsageError", "parse"]

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

_SAMPLES = "yen-hoa, thai-thuy, dong-hoa, son-loc, quang-dong, xa-a hoặc xa-b"
_REGISTERS = {
    "works": "công trình và khối lượng",
    "contributions": "đóng góp",
    "households": "hộ, thửa đất phải giải phóng mặt bằng",
}
"""What comes from Excel and goes into it, by the end of its commands."""


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
    if args.command == "new":
        arguments.check_new(commands["new"], args)
    named = args.data or os.environ.get("NTM_DATA")
    args.folder = Path(named).absolute() if named else _default_folder(args.command)
    return args


def _is_value(word: str) -> bool:
    return re.match("-(?![0-9])", word) is None


def _default_folder(command: str) -> Path:
    from ntm_desktop import paths

    return paths.sample_folder() if command == "sample" else paths.default_data_folder()


def _build() -> tuple[Parser, Mapping[str, Parser]]:
    main = Parser(
        prog="ntm-desktop",
        description="Hồ sơ xây dựng nông thôn mới của xã. Không có lệnh nào thì mở cửa sổ chương trình.",
        epilog="Mã thoát: 0 xong; 1 từ chối, dữ liệu giữ nguyên; 2 sai cách dùng; 3 lỗi của chương trình.",
    )
    main.add_argument("--version", action="version", version=__version__, help="xem phiên bản")
    common(main, None)
    commands = main.add_subparsers(dest="command", metavar="LỆNH", title="các lệnh", required=True)

    made_commands: dict[str, Parser] = {}

    def command(name: str, help_text: str, *, more: str = "") -> Parser:
        description = f"{help_text[:1].upper()}{help_text[1:]}.{more}"
        made = commands.add_parser(name, help=help_text, description=description)
        assert isinstance(made, Parser)
        common(made, argparse.SUPPRESS)
        made_commands[name] = made
        return made

    arguments.new(command("new", "lập dữ liệu của một xã, hoặc của cơ quan thẩm định"))
    arguments.server(
        command("join", "mở thêm một bàn cho dữ liệu của cơ quan thẩm định trên máy chủ"), needed=True
    )
    sample = command("sample", "lập xã mẫu với số liệu minh họa")
    sample.add_argument("--commune", metavar="XÃ", default="yen-hoa", help=_SAMPLES)
    sample.add_argument(
        "--authority", action="store_true", help="cơ quan thẩm định có đủ các xã mẫu, thay cho một xã"
    )
    status = command("status", "xem tiêu chí đạt, chưa đạt và hồ sơ còn thiếu gì")
    status.add_argument("--on", type=day, metavar="NGÀY", help=arguments.AS_OF)
    arguments.record(command("record", "nhập kết quả của một chỉ tiêu"))
    arguments.dossier(command("dossier", "lập hồ sơ ra PDF và Word; sổ bản in, so sánh hai lần in"))
    arguments.paper(command("paper", "văn bản của hồ sơ: số, ngày; đính kèm văn bản nơi khác lập"))
    arguments.work(command("work", "công trình: danh mục, chi tiết, ghi khối lượng"))
    arguments.consultation(
        command("consultation", "lấy ý kiến Nhân dân: niêm yết, ý kiến, khảo sát, họp, còn thiếu gì")
    )
    arguments.report(command("report", "lập báo cáo, biểu ra PDF, Word, Excel; không ghi tên thì liệt kê"))
    arguments.sign(command("sign", "ký số một tệp PDF đã lưu, ra tệp mới", more=_MORE_OF_SIGN))
    for register, what in _REGISTERS.items():
        imported = command(f"import-{register}", f"nhập {what} từ Excel; chưa ghi thì xem trước")
        arguments.import_(imported)
        if register == "households":
            words = "công trình của các dòng không ghi công trình: số thứ tự hoặc vài chữ của tên"
            imported.add_argument("--work", default="", metavar="CÔNG-TRÌNH", help=words)
        arguments.export(command(f"export-{register}", f"xuất {what} ra Excel, hoặc lưu mẫu để nhập"))
    arguments.appraise(command("appraise", "cơ quan thẩm định: các xã, một xã"))
    arguments.keys(command("keys", "khóa của đơn vị và của nơi trao đổi gói dữ liệu"))
    arguments.export_package(command("export", "xuất gói số liệu gửi cơ quan thẩm định ra USB"))
    arguments.import_package(command("import", "nhận gói dữ liệu từ USB, thư điện tử"))
    inspect = command("inspect", "xem phần đầu một gói; không cần thư mục dữ liệu")
    inspect.add_argument("file", type=path, metavar="TỆP", help="gói cần xem")
    arguments.verify_code(command("verify-code", "so mã in trên hồ sơ giấy với một gói"))
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
    history.add_argument("--limit", type=from_one, default=20, metavar="SỐ", help="số dòng; mặc định 20")
    history.add_argument("--text", default="", metavar="CHỮ", help="chỉ các dòng có chữ này")
    undo = command("undo", "hoàn tác thao tác gần nhất, hoặc thao tác số SỐ")
    undo.add_argument("seq", type=from_one, nargs="?", metavar="SỐ", help="số thứ tự trong lịch sử")
    blank = command(
        "blank",
        "xóa hẳn nội dung cũ mà một thao tác còn giữ (dữ liệu cá nhân)",
        more=_MORE_OF_BLANK,
    )
    blank.add_argument("seq", type=from_one, metavar="SỐ", help="số thứ tự trong lịch sử")
    blank.add_argument("--yes", action="store_true", help="đồng ý xóa; không có thì chỉ cho xem")
    command("self-test", "tự kiểm tra chương trình")
    return main, made_commands
