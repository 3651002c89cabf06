"""What people gave and what stands in the way of a work on the ground: households, contributions, clearance.

Names of households and their plots stay in the commune; packages carry totals. Prices, contributions,
withdrawals and events are dated facts; the rest is edited in place.
"""

from __future__ import annotations

from ntm_desktop.db.types import commune_table, integer, refers, text

household = commune_table(
    "household",
    text("name"),  # of its head
    refers("hamlet_uid", "hamlet"),
    label="hộ",
    travels=False,
)

unit_price = commune_table(
    "unit_price",
    text("kind"),  # domain.contributions.Kind
    text("item"),  # "đất ở"; "" for all of the kind
    text("unit"),
    integer("amount"),  # đồng a unit, from then on
    text("on_date"),
    text("document"),
    text("supersedes", null=True),
    text("reason"),
    integer("seq"),
    label="đơn giá đóng góp",
    travels=False,
    facts=True,
)

contribution = commune_table(
    "contribution",
    text("giver_kind"),  # domain.contributions.GiverKind
    text("giver"),  # name of an organisation or donor; "" of a household or a hamlet
    refers("household_uid", "household", null=True),
    refers("hamlet_uid", "hamlet", null=True),
    refers("work_uid", "work", null=True),
    text("indicator"),  # code in the set of its day; "" none
    text("kind"),
    text("item"),
    integer("quantity"),  # đồng of money, else thousandths of the unit; 0 is data
    text("unit"),
    integer("price", null=True),  # đồng a unit as agreed; None: the price in force
    integer("unpriced"),  # 1: land that is counted in m² only
    text("on_date"),
    text("document"),
    text("note"),
    text("supersedes", null=True),
    text("reason"),
    integer("seq"),
    label="đóng góp",
    travels=False,
    facts=True,
)

contribution_withdrawal = commune_table(
    "contribution_withdrawal",
    refers("contribution_uid", "contribution"),
    text("on_date"),
    text("reason"),
    integer("seq"),
    label="rút đóng góp",
    travels=False,
    facts=True,
)

clearance = commune_table(
    "clearance",
    refers("work_uid", "work"),
    refers("household_uid", "household"),
    text("since"),  # the day from which it stands on the list
    text("sheet"),  # tờ bản đồ
    text("plot"),  # thửa đất
    integer("area"),  # thousandths of m²
    text("land"),  # loại đất
    text("terms"),  # domain.clearance.Form
    text("assets"),
    text("note"),
    label="thửa đất phải giải phóng",
    travels=False,
)

clearance_event = commune_table(
    "clearance_event",
    refers("clearance_uid", "clearance"),
    text("event"),  # domain.clearance.EventKind
    text("on_date"),
    integer("amount", null=True),  # đồng that were decided or paid
    text("document"),
    text("note"),
    text("supersedes", null=True),
    text("reason"),
    integer("seq"),
    label="diễn biến mặt bằng",
    travels=False,
    facts=True,
)

contribution_total = commune_table(
    "contribution_total",  # made at a freeze, kept by the authority alone
    text("scope"),  # part: a sum of gifts; commune | hamlet | work: how many households gave, each once
    refers("hamlet_uid", "hamlet", null=True),
    refers("work_uid", "work", null=True),
    text("on_date"),  # of a part, the newest gift of its year
    text("giver_kind"),
    text("kind"),
    text("unit"),
    integer("quantity"),
    integer("value", null=True),  # đồng; None: no value was put on it
    integer("gifts"),
    integer("households"),
    label="tổng hợp đóng góp",
    travels=True,
    derived=True,
)

clearance_total = commune_table(
    "clearance_total",  # as contribution_total
    refers("work_uid", "work"),
    integer("plots"),
    integer("open_plots"),  # not handed over
    integer("waiting"),  # households that have not handed over all their land
    integer("area"),  # thousandths of m²
    integer("open_area"),
    integer("decided"),  # đồng
    integer("paid"),
    integer("unpaid"),  # of what was decided
    text("handed_over", null=True),  # the last day on which one was
    label="tổng hợp giải phóng mặt bằng",
    travels=True,
    derived=True,
)
