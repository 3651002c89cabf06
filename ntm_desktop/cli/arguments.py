"""The arguments of each command, with their help."""

from __future__ import annotations

import argparse
from pathlib import Path

from ntm_desktop.cli.usage import Parser, common, count, day, from_one, path, print_or_now
from ntm_desktop.domain.criteria import SetState
from ntm_desktop.domain.progress import DelayCause
from ntm_desktop.domain.remarks import Outcome

AS_OF = "tính đến ngày; mặc định hôm nay, riêng xã mẫu là ngày của số liệu mẫu"


WHOLE = "ho-so"
DECISIONS = {
    "du-dieu-kien": "eligible",
    "chua-du": "not_eligible",
    "tra-ho-so": "returned",
    "cong-nhan": "recognised",
}
OUTCOMES = {"chap-nhan": Outcome.ACCEPTED, "tra-lai": Outcome.RETURNED, "rut": Outcome.WITHDRAWN}
DOSSIER_ACTS = {
    "list": "xem sổ bản in",
    "check": "kiểm tra một tệp có đúng bản đã ghi sổ",
    "compare": "so sánh hai lần in",
}


ASKED = {
    "not-yet": "chưa đủ tiêu chí",
    "regressed": "có tiêu chí tụt chuẩn",
    "no-news": "không có tin",
    "promise": "có vốn cam kết quá hạn",
    "waiting": "có vướng mắc chờ quyết định",
}
_ASKED_WORDS = "; ".join(f"{key}: {words}" for key, words in ASKED.items())


def new(parser: Parser) -> None:
    parser.codes = _codes_of_new
    parser.add_argument("--name", metavar="TÊN", help="tên xã, ví dụ “xã Yên Hóa”; hoặc tên cơ quan")
    parser.add_argument(
        "--appraiser", action="store_true", help="lập dữ liệu của cơ quan thẩm định, không phải của xã"
    )
    parser.add_argument(
        "--level", default="", metavar="CẤP", help="cấp của cơ quan thẩm định: huyen, tinh, so, phong"
    )
    server(parser)
    parser.add_argument("--district", default="", metavar="TÊN", help="huyện; từ 01/7/2025 bỏ trống")
    parser.add_argument("--province", metavar="TÊN", help="tỉnh")
    parser.add_argument(
        "--set", default="", metavar="MÃ", help="bộ tiêu chí; mặc định bộ của năm đăng ký đã đánh giá được"
    )
    parser.add_argument("--profile", metavar="MÃ", help="mức áp dụng (vùng hoặc nhóm xã)")
    parser.add_argument("--year", type=count, metavar="NĂM", help="năm đăng ký đạt chuẩn")
    parser.add_argument(
        "--code", default="", metavar="MÃ", help="mã xã; bỏ trống thì dùng mã tạm; hoặc mã cơ quan"
    )
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
    parser.add_argument("--established", type=day, metavar="NGÀY", help="ngày thành lập xã")
    parser.add_argument("--schools", type=count, metavar="SỐ", help="số trường của xã")
    parser.add_argument(
        "--from", dest="valid_from", type=day, metavar="NGÀY", help="mục tiêu áp dụng từ ngày"
    )


def server(parser: Parser, *, needed: bool = False) -> None:
    """Where the desks of an authority keep rows and files together."""
    parser.add_argument(
        "--database",
        default="",
        required=needed,
        metavar="ĐỊA-CHỈ",
        help="cơ sở dữ liệu trên máy chủ PostgreSQL khi nhiều bàn cùng làm, dạng "
        "postgresql://tài-khoản@máy-chủ/tên; mật khẩu để trong PGPASSWORD hoặc tệp mật khẩu của PostgreSQL",
    )
    parser.add_argument(
        "--store", type=path, required=needed, metavar="THƯ-MỤC", help="thư mục tệp dùng chung của các bàn"
    )


_NEEDED = {False: ("name", "province", "profile", "year"), True: ("name", "code", "level", "province")}
_OF_COMMUNE = ("district", "set", "profile", "year", "regime", "tier", "ground", "established", "schools")


def check_new(parser: Parser, args: argparse.Namespace) -> None:
    """What is needed for a commune, and what for an authority."""
    needed = _NEEDED[args.appraiser]
    missing = [f"--{name}" for name in needed if getattr(args, name) == parser.get_default(name)]
    if missing:
        parser.error(f"the following arguments are required: {', '.join(missing)}")
    others = _OF_COMMUNE if args.appraiser else ("level", "database", "store")
    for name in others:
        if getattr(args, name):
            other = "--appraiser" if args.appraiser else "dữ liệu của xã"
            parser.error(f"argument --{name}: not allowed with argument {other}")
    if bool(args.database) != (args.store is not None):
        parser.error("the following arguments are required: --database, --store")


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


def record(parser: Parser) -> None:
    parser.add_argument("code", metavar="MÃ", help="mã chỉ tiêu, ví dụ 17.6")
    parser.add_argument(
        "values", nargs="*", metavar="GIÁ-TRỊ", help="giá trị: 95,5 · 45/50 · dat · chua-dat · phần=giá trị"
    )
    parser.add_argument("--on", required=True, type=day, metavar="NGÀY", help="ngày của số liệu")
    parser.add_argument("--na", metavar="CĂN-CỨ", help="không xét chỉ tiêu này, theo căn cứ")
    parser.add_argument("--note", default="", metavar="CHỮ", help="ghi chú")
    parser.add_argument(
        "--reason", default="", metavar="CHỮ", help="lý do sửa số đã in hoặc do người khác nhập"
    )
    parser.add_argument(
        "--replaces", type=day, metavar="NGÀY", help="sửa số liệu ghi ngày này, kể cả ngày của nó"
    )
    parser.add_argument("--yes", action="store_true", help="đồng ý ghi số lớn hơn mức rất nhiều lần")
    parser.add_argument(
        "--evidence", nargs="+", type=Path, default=[], metavar="TỆP", help="tệp minh chứng kèm theo"
    )


def dossier(parser: Parser) -> None:
    acts = ", ".join(f"{act}: {words}" for act, words in DOSSIER_ACTS.items())
    parser.add_argument("act", nargs="?", choices=DOSSIER_ACTS, metavar="VIỆC", help=f"không ghi: in; {acts}")
    parser.add_argument("file", nargs="?", type=path, metavar="TỆP", help="tệp cần kiểm tra (check)")
    parser.add_argument("--out", type=path, metavar="TỆP", help="tệp PDF sẽ ghi; của compare là bảng so sánh")
    parser.add_argument("--docx", type=path, metavar="THƯ-MỤC", help="ghi thêm từng văn bản dạng Word")
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
    parser.add_argument("--on", type=day, metavar="NGÀY", help=AS_OF)
    parser.add_argument(
        "--from",
        dest="then",
        type=from_one,
        metavar="LẦN",
        help="compare: lần in trước; mặc định lần kề trước",
    )
    parser.add_argument(
        "--to",
        dest="until",
        type=print_or_now,
        metavar="LẦN",
        help="compare: lần in sau, hoặc nay: số liệu hiện nay",
    )


def report(parser: Parser) -> None:
    parser.add_argument("name", nargs="?", metavar="TÊN", help="tên báo cáo, ví dụ danh-muc")
    parser.add_argument("--out", type=path, metavar="TỆP", help="tệp .pdf, .docx hoặc .xlsx sẽ ghi")
    parser.add_argument("--on", type=day, metavar="NGÀY", help=AS_OF)
    parser.add_argument("--year", type=count, metavar="NĂM", help="năm kế hoạch; mặc định năm của --on")
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
    parser.add_argument(
        "--commune", default="", metavar="XÃ", help="của cơ quan thẩm định: mã xã hoặc vài chữ của tên"
    )


def paper(parser: Parser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="VIỆC", title="các việc", required=True)
    listed = acts.add_parser("list", help="các văn bản có số hoặc lập riêng")
    made = acts.add_parser("set", help="ghi số, ngày, đính kèm tệp")
    for one in (listed, made):
        assert isinstance(one, Parser)
        common(one, argparse.SUPPRESS)
        one.add_argument("--on", type=day, metavar="NGÀY", help=AS_OF)
    made.add_argument("form", metavar="VĂN-BẢN", help="tên mẫu trong danh sách, ví dụ hai_long")
    made.add_argument("--number", metavar="SỐ", help="số, không ghi ký hiệu")
    made.add_argument("--issued", type=day, metavar="NGÀY", help="ngày ban hành")
    file = made.add_mutually_exclusive_group()
    file.add_argument("--file", type=path, metavar="TỆP", help="văn bản đã ký, quét thành PDF")
    file.add_argument("--no-file", action="store_true", help="gỡ tệp đã đính kèm")


def sign(parser: Parser) -> None:
    parser.add_argument("file", type=path, metavar="TỆP.pdf", help="tệp PDF cần ký")
    parser.add_argument("--out", required=True, type=path, metavar="TỆP", help="tệp PDF đã ký sẽ ghi")
    keys = parser.add_mutually_exclusive_group()
    keys.add_argument("--p12", type=path, metavar="TỆP", help="tệp chứng thư số (.p12, .pfx)")
    keys.add_argument("--pkcs11", type=path, metavar="TỆP", help="thư viện của thiết bị ký số (.dll, .so)")
    parser.add_argument("--token", default="", metavar="TÊN", help="tên thiết bị khi cắm nhiều thiết bị")
    parser.add_argument("--slot", type=count, metavar="SỐ", help="khe của thiết bị, thay cho tên")
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
    pages.add_argument("--page", type=from_one, metavar="SỐ", help="trang có chữ ký; mặc định tự tìm chỗ ký")
    pages.add_argument("--paper", default="", metavar="TÊN", help="văn bản có chữ ký, theo mục lục của tệp")
    parser.add_argument("--image", type=path, metavar="TỆP.png", help="hình chữ ký hoặc hình dấu, nền trong")
    parser.add_argument("--yes", action="store_true", help="vẫn ký khi chỗ ký in tên người khác")


def work(parser: Parser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="VIỆC", title="các việc", required=True)
    listed = acts.add_parser("list", help="danh mục công trình")
    shown = acts.add_parser("show", help="một công trình")
    measured = acts.add_parser("progress", help="ghi khối lượng")
    for made in (listed, shown, measured):
        assert isinstance(made, Parser)
        common(made, argparse.SUPPRESS)
    for made in (shown, measured):
        made.add_argument("name", metavar="CÔNG-TRÌNH", help="công trình: số thứ tự hoặc vài chữ của tên")
    for made in (listed, shown):
        made.add_argument("--on", type=day, metavar="NGÀY", help=AS_OF)
    measured.add_argument("share", metavar="TỶ-LỆ", help="khối lượng lũy kế, ví dụ 46 hoặc 46,5")
    measured.add_argument("--on", required=True, type=day, metavar="NGÀY", help="ngày đo")
    measured.add_argument("--value", metavar="ĐỒNG", help="giá trị khối lượng lũy kế")
    measured.add_argument("--cause", choices=[cause.value for cause in DelayCause], help="vì sao chậm")
    measured.add_argument("--note", default="", metavar="CHỮ", help="ghi chú")
    measured.add_argument("--reason", default="", metavar="CHỮ", help="lý do khi khối lượng lùi")


def consultation(parser: Parser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="VIỆC", title="các việc", required=True)
    shown = acts.add_parser("show", help="những gì đã ghi và còn thiếu")
    assert isinstance(shown, Parser)
    common(shown, argparse.SUPPRESS)
    shown.add_argument("--on", type=day, metavar="NGÀY", help=AS_OF)


def import_(parser: Parser) -> None:
    parser.add_argument("file", type=path, metavar="TỆP.xlsx", help="tệp Excel có dòng đầu cột như mẫu")
    parser.add_argument("--yes", action="store_true", help="ghi vào dữ liệu; không có thì chỉ xem trước")
    fonts = parser.add_mutually_exclusive_group()
    fonts.add_argument("--convert", action="store_true", help="chuyển các ô TCVN3, VNI sang Unicode")
    fonts.add_argument("--keep", action="store_true", help="giữ nguyên các ô nghi là TCVN3, VNI")


def export(parser: Parser) -> None:
    parser.add_argument("file", type=path, metavar="TỆP.xlsx", help="tệp sẽ ghi")
    parser.add_argument("--template", action="store_true", help="lưu mẫu trống, có danh sách và ghi chú")


def export_package(parser: Parser) -> None:
    parser.add_argument("--to", required=True, type=path, metavar="THƯ-MỤC", help="USB hoặc thư mục sẽ ghi")
    package_writing(parser)


def package_writing(parser: Parser) -> None:
    parser.add_argument(
        "--limit", type=from_one, metavar="BYTE", help="chia gói thành các phần không quá số byte này"
    )
    enclosed = parser.add_mutually_exclusive_group()
    for option, value, words in (
        ("--all", "all", "gửi lại tất cả tệp, kể cả tệp nơi nhận đã có"),
        ("--no-pictures", "no-pictures", "để ảnh và phim lại lần xuất sau"),
        ("--no-files", "none", "chỉ gửi số liệu, để mọi tệp đính kèm lại lần xuất sau"),
    ):
        enclosed.add_argument(option, action="store_const", const=value, dest="enclosed", help=words)
    parser.set_defaults(enclosed="lacking")


def import_package(parser: Parser) -> None:
    parser.add_argument(
        "files", nargs="*", type=path, metavar="TỆP", help="gói, phần của gói, hoặc thư mục, USB có gói"
    )
    parser.add_argument(
        "--fork",
        choices=("giu", "thay"),
        metavar="CHỌN",
        help="nơi gửi có hai gói trái nhau: giu là giữ gói đã nhận, thay là nhận gói kia thay; không ghi TỆP "
        "thì xử lý các gói đang giữ lại",
    )
    parser.add_argument("--yes", action="store_true", help="đồng ý những điều cần người xác nhận")
    parser.add_argument("--take-criteria", action="store_true", help="đưa bộ tiêu chí do cơ quan gửi vào máy")


def verify_code(parser: Parser) -> None:
    parser.add_argument("code", metavar="MÃ", help="mã 25 chữ trên giấy, hoặc nội dung mã QR")
    parser.add_argument("file", type=path, metavar="TỆP", help="gói cần so")


def appraise(parser: Parser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="VIỆC", title="các việc", required=True)
    listed = acts.add_parser("communes", help="các xã, xã nhiều rủi ro ở trên")
    shown = acts.add_parser("show", help="một xã, như lệnh status của xã đó")
    for one in (listed, shown):
        assert isinstance(one, Parser)
        common(one, argparse.SUPPRESS)
        one.add_argument("--on", type=day, metavar="NGÀY", help=AS_OF)
    shown.add_argument("name", metavar="XÃ", help="mã xã, hoặc vài chữ của tên")
    listed.add_argument("--asked", choices=ASKED, metavar="HỎI", help=f"chỉ các xã {_ASKED_WORDS}")
    listed.add_argument("--text", default="", metavar="CHỮ", help="chỉ các xã có chữ này trong tên, huyện")
    compared = acts.add_parser("compare", help="hai gói số liệu của một xã khác nhau ở đâu")
    remarked = acts.add_parser("remark", help="nhận xét chỉ tiêu hoặc cả hồ sơ của xã")
    concluded = acts.add_parser("conclude", help="kết luận về trả lời của xã, hoặc rút nhận xét")
    decided = acts.add_parser("decide", help="kết luận thẩm định về xã")
    exported = acts.add_parser("export", help="ghi nhận xét, biên nhận cho một xã ra USB")
    for one in (compared, remarked, concluded, decided, exported):
        assert isinstance(one, Parser)
        common(one, argparse.SUPPRESS)
        one.add_argument("name", metavar="XÃ", help="mã xã, hoặc vài chữ của tên")
    compared.add_argument("then", type=from_one, metavar="SỐ", help="số của gói trước")
    compared.add_argument("now", type=from_one, metavar="SỐ", help="số của gói sau")
    remarked.add_argument(
        "codes", metavar="MÃ", help="mã chỉ tiêu, nhiều mã cách nhau dấu phẩy; ho-so là cả hồ sơ"
    )
    remarked.add_argument("text", metavar="CHỮ", help="nội dung nhận xét")
    remarked.add_argument("--due", type=day, metavar="NGÀY", help="hạn trả lời")
    concluded.add_argument("code", metavar="MÃ", help="mã chỉ tiêu đã nhận xét; ho-so là cả hồ sơ")
    concluded.add_argument("outcome", choices=OUTCOMES, metavar="KẾT-LUẬN", help=", ".join(OUTCOMES))
    concluded.add_argument("text", nargs="?", default="", metavar="CHỮ", help="lý do, nhất là khi trả lại")
    decided.add_argument("outcome", choices=DECISIONS, metavar="KẾT-LUẬN", help=", ".join(DECISIONS))
    decided.add_argument("text", nargs="?", default="", metavar="CHỮ", help="nội dung kết luận")
    decided.add_argument("--number", default="", metavar="SỐ", help="số, ký hiệu văn bản")
    decided.add_argument("--issued", type=day, metavar="NGÀY", help="ngày văn bản")
    assert isinstance(exported, Parser)
    export_package(exported)
    exported.add_argument(
        "--criteria", metavar="BỘ", help="gửi bộ tiêu chí này, đã nhận từ tệp, thay cho nhận xét và biên nhận"
    )


def keys(parser: Parser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="VIỆC", title="các việc", required=True)
    made = {
        act: acts.add_parser(act, help=words)
        for act, words in (
            ("init", "lập khóa của đơn vị, mật khẩu lấy từ biến NTM_PASSWORD"),
            ("list", "khóa của đơn vị và của các nơi đã ghi nhận"),
            ("export", "ghi tệp khóa .ntmk để gửi nơi trao đổi"),
            ("import", "ghi nhận khóa của nơi trao đổi sau khi so mã với phiếu giấy"),
            ("sheet", "in phiếu đăng ký khóa ra PDF, để ký, đóng dấu và gửi cùng tệp khóa"),
            ("recovery", "in phiếu phục hồi khóa ra PDF, để niêm phong; in xong thì xóa tệp"),
        )
    }
    for one in made.values():
        assert isinstance(one, Parser)
        common(one, argparse.SUPPRESS)
    made["export"].add_argument("--to", required=True, type=path, metavar="TỆP", help="tệp .ntmk sẽ ghi")
    for act in ("sheet", "recovery"):
        made[act].add_argument("--out", required=True, type=path, metavar="TỆP", help="tệp PDF sẽ ghi")
    made["import"].add_argument("file", type=path, metavar="TỆP", help="tệp .ntmk nhận được")
    made["import"].add_argument("--code", required=True, metavar="MÃ", help="mã 25 chữ trên phiếu giấy")
