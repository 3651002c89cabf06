"""Construction works: the register, their stages, money, contracts, progress and plans.

Investment, money, acceptances, measurements and plans are dated facts; the rest is edited in place.
"""

from __future__ import annotations

from sqlalchemy import Index

from ntm_desktop.db.types import commune_table, integer, refers, text

contractor = commune_table(
    "contractor",
    text("name"),
    integer("community"),  # 1: cộng đồng dân cư, tổ nhóm thợ, not an enterprise
    text("address"),
    text("contact"),  # who answers, telephone
    text("tax_code"),
    label="đơn vị thi công",
    travels=True,
)

work = commune_table(
    "work",
    text("name"),
    text("kind"),  # domain.work_kinds: roads, irrigation …
    text("route"),  # ordinary | simplified
    text("place"),
    text("scale"),  # quy mô: "bê tông 0,85 km"
    text("investor"),  # chủ đầu tư
    integer("position"),
    integer("settled", null=True),  # đồng, by the settlement decision
    text("warranty_to", null=True),
    text("note"),
    refers("person_uid", "person", null=True),  # người phụ trách
    integer("retention", null=True),  # tiền giữ lại bảo hành, đồng
    text("retention_released", null=True),  # the day on which it went to the builder
    text("debt_source"),  # from what a debt is to be paid
    text("debt_due", null=True),  # and by when
    label="công trình",
    travels=True,
)

work_indicator = commune_table(
    "work_indicator",
    refers("work_uid", "work"),
    text("set_id"),
    text("code"),
    label="chỉ tiêu của công trình",
    travels=True,
)

work_hamlet = commune_table(
    "work_hamlet",
    refers("work_uid", "work"),
    refers("hamlet_uid", "hamlet"),
    label="thôn hưởng lợi",
    travels=True,
)

work_stage = commune_table(
    "work_stage",
    refers("work_uid", "work"),
    text("stage"),
    text("target", null=True),
    text("done", null=True),
    refers("document_uid", "official_document", null=True),
    text("note"),
    label="giai đoạn công trình",
    travels=True,
)

work_condition = commune_table(
    "work_condition",
    refers("work_uid", "work"),
    text("condition"),  # of the simplified route, as its decree names it
    integer("holds"),
    text("note"),
    label="điều kiện cơ chế đặc thù",
    travels=True,
)

work_investment = commune_table(
    "work_investment",
    refers("work_uid", "work"),
    integer("amount"),  # total investment from then on, đồng
    text("on_date"),
    refers("document_uid", "official_document", null=True),
    text("reason"),
    integer("seq"),
    text("supersedes", null=True),
    label="tổng mức đầu tư",
    travels=True,
    facts=True,
)

work_money = commune_table(
    "work_money",
    refers("work_uid", "work"),
    text("movement"),  # committed | allotted | disbursed
    text("source"),
    text("programme"),  # of integrated capital
    integer("year"),
    integer("amount"),  # đồng; a cut is negative
    text("on_date"),
    refers("document_uid", "official_document", null=True),
    text("note"),
    text("supersedes", null=True),
    text("reason"),
    integer("seq"),
    label="vốn công trình",
    travels=True,
    facts=True,
)

contract = commune_table(
    "contract",
    refers("work_uid", "work"),
    refers("contractor_uid", "contractor"),
    text("number"),
    text("signed"),
    integer("value"),
    text("start_date"),
    text("finish_date"),
    text("correction", null=True),  # why what was entered was changed last; None or "" never
    label="hợp đồng",
    travels=True,
)

contract_annex = commune_table(
    "contract_annex",
    refers("contract_uid", "contract"),
    text("number"),
    text("signed"),
    integer("value", null=True),  # the new value, when it changes
    text("finish_date", null=True),  # the new end, when it changes
    text("reason"),
    text("correction", null=True),  # why what was entered was changed last; None or "" never
    label="phụ lục hợp đồng",
    travels=True,
)

acceptance = commune_table(
    "acceptance",
    refers("work_uid", "work"),
    text("on_date"),
    integer("value"),  # accepted so far, đồng
    refers("document_uid", "official_document", null=True),
    text("note"),
    text("supersedes", null=True),
    text("reason"),
    integer("seq"),
    label="khối lượng nghiệm thu",
    travels=True,
    facts=True,
)

progress = commune_table(
    "progress",
    refers("work_uid", "work"),
    text("on_date"),
    integer("share"),  # done so far, basis points
    integer("value", null=True),  # executed so far, đồng
    text("cause"),  # of a delay: contractor, capital, land …; "" none
    text("note"),
    text("supersedes", null=True),
    text("reason"),
    integer("seq"),
    label="khối lượng thực hiện",
    travels=True,
    facts=True,
)
Index(None, progress.c.commune_id, progress.c.work_uid, progress.c.on_date, progress.c.seq)

progress_photo = commune_table(
    "progress_photo",
    refers("progress_uid", "progress"),
    refers("file_uid", "file"),
    text("title"),
    integer("position"),
    label="ảnh hiện trường",
    travels=True,
)

baseline = commune_table(
    "baseline",
    refers("work_uid", "work"),
    text("points"),  # canonical JSON: [["2021-04-12", 0], …]
    text("on_date"),
    text("reason"),  # why the plan before was changed; "" of the first
    integer("seq"),
    label="kế hoạch khối lượng",
    travels=True,
    facts=True,
)
