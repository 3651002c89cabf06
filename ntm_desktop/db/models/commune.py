"""The commune itself: the unit, its predecessors, hamlets, staff, goals and dated figures."""

from __future__ import annotations

from ntm_desktop.db.types import commune_table, integer, refers, text

commune = commune_table(
    "commune",
    text("name"),  # as the office types it, with the common noun: "xã Yên Hóa"
    text("district", null=True),  # "huyện Minh Hóa"; none since 01/7/2025
    text("province"),  # "tỉnh Quảng Bình"
    text("place"),  # địa danh on papers: "Yên Hóa"
    text("region"),  # geography, free text; never the threshold profile
    text("established", null=True),  # ISO date; facts before it are refused
    integer("provisional_code"),  # 1 while the code is made up, until the first export
    integer("illustrative"),  # 1: SỐ LIỆU MINH HỌA on every screen and print
    integer("schools", null=True),  # number of schools, for targets that depend on it
    label="thông tin xã",
    travels=True,
)

predecessor = commune_table(
    "predecessor",
    text("code"),
    text("name"),
    text("district", null=True),
    text("province"),
    text("valid_to"),
    text("recognised", null=True),  # what it had been recognised as, with decision, free text
    label="đơn vị trước sắp xếp",
    travels=True,
)

hamlet = commune_table(
    "hamlet",
    text("name"),
    integer("position"),  # the commune's own order
    integer("households", null=True),
    integer("population", null=True),
    label="thôn",
    travels=True,
)

person = commune_table(
    "person",
    text("name"),
    text("post"),  # chức vụ: "Chủ tịch", "Công chức Địa chính – Xây dựng"
    text("unit"),
    text("role"),  # lead | in_charge | read_only | none (signs only)
    integer("signs"),  # 1: may sign papers
    text("from_date", null=True),
    text("to_date", null=True),
    integer("position"),
    label="cán bộ",
    travels=True,
)

goal = commune_table(
    "goal",
    text("set_id"),
    text("set_version"),
    text("regime"),
    text("tier"),
    integer("year"),
    text("profile"),
    text("profile_ground"),  # legal ground of the threshold profile
    text("valid_from"),
    text("deadline"),  # đến hạn, ISO date
    label="mục tiêu đăng ký",
    travels=True,
)

figure = commune_table(
    "figure",
    text("name"),  # key of domain.figures: area, households, population, labour, income …
    integer("value"),
    text("as_of"),
    text("source"),
    label="số liệu chung",
    travels=True,
)

official_document = commune_table(
    "official_document",
    text("kind"),  # Quyết định, Nghị định, Kế hoạch …
    text("number"),
    text("issued", null=True),
    text("issuer"),
    text("title"),
    text("role"),  # "" or can_cu: printed as a ground in the papers
    integer("position"),
    refers("file_uid", "file", null=True),
    label="văn bản",
    travels=True,
)
