"""What the dossier says agrees with what was recorded, and its dates with its figures."""

from __future__ import annotations

from datetime import date, timedelta

from office import AT, LEAD

from ntm_desktop.db.engine import Database
from ntm_desktop.services import dossier, narratives, resources

JUNE = date(2021, 6, 30)


def test_the_report_tells_what_was_mobilised_as_the_report_on_resources_does(yen_hoa: Database) -> None:
    with yen_hoa.write("Dùng lại văn mẫu", LEAD, AT) as session:  # the sample tells it in its own words
        narratives.save(session, paper="bao_cao", part="nguon_luc", body="", on=JUNE)
    with yen_hoa.read() as session:
        sums = resources.by_origin(session, on=JUNE)
        data = dossier.collect(session, on=JUNE, today=JUNE, draft=True)
    told = data.resources
    assert sum(amount for _name, amount in told.origins) == sum(one.mobilised for one in sums.values()) > 0
    assert "Nhân dân đóng góp" in dict(told.origins)


def test_own_papers_dated_before_the_figures_they_report_are_named(yen_hoa: Database) -> None:
    with yen_hoa.write("Ghi số", LEAD, AT) as session:
        dossier.save_paper(session, form="to_trinh", on=JUNE, number="21", issued=JUNE - timedelta(2))
        dossier.save_paper(session, form="bao_cao", on=JUNE, number="22", issued=JUNE)
    with yen_hoa.read() as session:
        (found,) = [one for one in dossier.readiness(session, on=JUNE) if one.key == "dates"]
    assert found.state == "warn"

    assert found.why.startswith("Trước ngày số liệu 30/6/2021: ")
    assert "Báo cáo" not in found.why
