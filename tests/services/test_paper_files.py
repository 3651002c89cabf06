"""Papers that others make and sign: kept as files with the dossier."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from office import AT, LEAD

from ntm_desktop.db.engine import Database
from ntm_desktop.domain.readiness import ReadinessLine
from ntm_desktop.errors import NtmError
from ntm_desktop.services import consultation, dossier, files, history
from ntm_desktop.services.dossier import PaperView
from ntm_desktop.services.sample_files import write_file

JUNE = date(2021, 6, 30)


def scan(
    database: Database, folder: Path, title: str = "Báo cáo hài lòng", kind: str = "pdf"
) -> files.IncomingFile:
    path = write_file(folder, title=title, kind=kind, pages=2, commune="xã Yên Hóa")
    return files.take_in(database.files, path)


def paper(database: Database, form: str = "hai_long") -> PaperView:
    with database.read() as session:
        return next(view for view in dossier.papers(session, on=JUNE) if view.form == form)


def line(database: Database, key: str) -> ReadinessLine | None:
    with database.read() as session:
        return next((one for one in dossier.readiness(session, on=JUNE) if one.key == key), None)


def number(database: Database, *forms: str) -> None:
    with database.write("Ghi số", LEAD, AT) as session:
        for form in forms:
            dossier.save_paper(session, form=form, on=JUNE, number="15", issued=JUNE)


def test_the_fronts_paper_wants_number_date_and_file_and_is_never_the_committees(
    yen_hoa: Database, tmp_path: Path
) -> None:
    number(yen_hoa, "tong_hop_y_kien", "bien_ban", "no_dong")
    assert paper(yen_hoa).lacking == ("số, ngày", "tệp")
    found = line(yen_hoa, "separate/hai_long")
    assert found is not None
    assert (found.what, found.why) == ("Báo cáo kết quả lấy ý kiến hài lòng", "Chưa có số, ngày, tệp")
    assert found.who == "Ủy ban Mặt trận Tổ quốc Việt Nam xã"
    number(yen_hoa, "hai_long")
    assert paper(yen_hoa).lacking == ("tệp",)
    only_file = line(yen_hoa, "separate/hai_long")
    assert only_file is not None
    assert only_file.action == "Đính kèm tệp"
    stored = scan(yen_hoa, tmp_path)
    with yen_hoa.write("Đính kèm", LEAD, AT) as session:
        dossier.attach_paper(session, form="hai_long", stored=stored, on=JUNE)
    view = paper(yen_hoa)
    assert (view.symbol, view.number, view.lacking) == ("BC-MTTQ-BTT", "15", ())
    assert view.file is not None
    assert (view.file.name, view.file.sha256) == (stored.name, stored.sha256)
    found = line(yen_hoa, "separate")
    assert found is not None
    assert found.state.value == "done"
    with yen_hoa.read() as session:
        data = dossier.collect(session, on=JUNE, today=JUNE, draft=True)
    assert data.paper("hai_long").file is not None


def test_attaching_is_undone_and_a_file_is_taken_off_again(yen_hoa: Database, tmp_path: Path) -> None:
    for title in ("Lần một", "Lần hai"):
        stored = scan(yen_hoa, tmp_path, title)
        with yen_hoa.write(f"Đính kèm {title}", LEAD, AT) as session:
            dossier.attach_paper(session, form="hai_long", stored=stored, on=JUNE)
    with yen_hoa.read() as session:
        newest = history.entries(session, limit=1)[0]
    with yen_hoa.write("Hoàn tác", LEAD, AT) as session:
        history.undo(session, seq=newest.seq)
    before = paper(yen_hoa).file
    assert before is not None
    assert "Lần một" in before.name
    with yen_hoa.write("Gỡ", LEAD, AT) as session:
        dossier.detach_paper(session, form="hai_long", on=JUNE)
    assert paper(yen_hoa).file is None
    assert yen_hoa.files.has(before.sha256)
    with yen_hoa.write("Gỡ", LEAD, AT) as session, pytest.raises(NtmError, match="chưa có tệp"):
        dossier.detach_paper(session, form="hai_long", on=JUNE)


def test_number_and_date_leave_the_file_where_it_is(yen_hoa: Database, tmp_path: Path) -> None:
    with yen_hoa.write("Đính kèm", LEAD, AT) as session:
        dossier.attach_paper(session, form="hai_long", stored=scan(yen_hoa, tmp_path), on=JUNE)
    number(yen_hoa, "hai_long")
    assert paper(yen_hoa).file is not None


def test_what_cannot_be_bound_or_is_made_here_is_refused(yen_hoa: Database, tmp_path: Path) -> None:
    (tmp_path / "ghi chú.txt").write_text("15 phiếu", encoding="utf-8")
    text = files.take_in(yen_hoa.files, tmp_path / "ghi chú.txt")
    with yen_hoa.write("Đính kèm", LEAD, AT) as session:
        with pytest.raises(NtmError, match="không phải tệp PDF"):
            dossier.attach_paper(session, form="hai_long", stored=text, on=JUNE)
        with pytest.raises(NtmError, match="do chương trình lập"):
            dossier.attach_paper(session, form="to_trinh", stored=scan(yen_hoa, tmp_path), on=JUNE)
        with pytest.raises(NtmError, match="không thuộc hồ sơ"):
            dossier.attach_paper(session, form="khac", stored=scan(yen_hoa, tmp_path), on=JUNE)


def test_the_signed_minutes_stand_in_the_place_of_those_of_the_program(
    yen_hoa: Database, tmp_path: Path
) -> None:
    before = line(yen_hoa, "asked/meeting")
    assert before is not None
    assert before.state.value == "block"
    with yen_hoa.write("Đính kèm", LEAD, AT) as session:
        dossier.attach_paper(session, form="bien_ban", stored=scan(yen_hoa, tmp_path), on=JUNE)
    after = line(yen_hoa, "asked/meeting")
    assert after is not None
    assert after.state.value == "warn"
    with yen_hoa.read() as session:
        stops = [one.key for one in consultation.view(session, on=JUNE).breaks if one.stops]
    assert "meeting" not in stops


def test_a_file_that_is_gone_is_told(yen_hoa: Database, tmp_path: Path) -> None:
    stored = scan(yen_hoa, tmp_path)
    number(yen_hoa, "tong_hop_y_kien", "bien_ban", "no_dong", "hai_long")
    with yen_hoa.write("Đính kèm", LEAD, AT) as session:
        dossier.attach_paper(session, form="hai_long", stored=stored, on=JUNE)
    yen_hoa.files.path(stored.sha256).unlink()
    found = line(yen_hoa, "separate/hai_long")
    assert found is not None
    assert found.why == "Chưa có tệp (tệp cũ đã mất)"
