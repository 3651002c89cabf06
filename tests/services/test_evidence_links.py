"""Evidence: one file for several indicators, what is internal, what runs out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from office import AT, LEAD, TODAY

from ntm_desktop.db.engine import Database
from ntm_desktop.errors import NtmError
from ntm_desktop.services import evidence, files, overview
from ntm_desktop.sync import canonical


def test_evidence_is_one_file_for_many_indicators(office: Database, tmp_path: Path) -> None:
    path = tmp_path / "Biên bản.txt"
    path.write_text("nội dung", encoding="utf-8")
    stored = files.take_in(office.files, path)
    for code in ("15.1", "15.2"):
        with office.write("Thêm minh chứng", LEAD, AT) as session:
            evidence.attach(session, stored=stored, code=code, today=TODAY)
    with pytest.raises(NtmError, match="đã là minh chứng"), office.write("Thêm", LEAD, AT) as session:
        evidence.attach(session, stored=stored, code="15.1", today=TODAY)
    with office.read() as session:
        (view,) = evidence.list_evidence(session, set_id="xa-ntm-2016-2020", code="15.1")
    assert (view.title, view.codes) == ("Biên bản", ("15.1", "15.2"))
    with office.write("Sửa minh chứng", LEAD, AT) as session:
        evidence.edit(session, uid=view.uid, title="Biên bản số 1", valid_to=date(2021, 6, 1), internal=True)
    with office.read() as session:
        assert f"expired/{view.uid}/15.1" in {
            entry.key for entry in overview.load(session, today=TODAY).todos
        }
    with office.write("Gỡ", LEAD, AT) as session:
        evidence.detach(session, uid=view.uid, code="15.1", on=TODAY)
    with office.read() as session:
        (view,) = evidence.list_evidence(session, set_id="xa-ntm-2016-2020")
    assert (view.title, view.internal, view.codes) == ("Biên bản số 1", True, ("15.2",))
    with office.write("Gỡ", LEAD, AT) as session:
        evidence.detach(session, uid=view.uid, code="15.2", on=TODAY)
    with office.read() as session:
        assert evidence.list_evidence(session, set_id="xa-ntm-2016-2020") == ()
    with pytest.raises(NtmError, match="đã bị gỡ"), office.write("Sửa", LEAD, AT) as session:
        evidence.edit(session, uid=view.uid, title="x")


@pytest.mark.parametrize("internal", [True, False])
def test_evidence_that_is_internal_from_the_start_is_kept_as_such(
    office: Database, tmp_path: Path, internal: bool
) -> None:
    path = tmp_path / "biên bản.txt"
    path.write_text("nội dung", encoding="utf-8")
    stored = files.take_in(office.files, path)
    with office.write("Thêm minh chứng", LEAD, AT) as session:
        evidence.attach(session, stored=stored, code="15.2", today=TODAY, internal=internal)
    with office.read() as session:
        (view,) = evidence.list_evidence(session, set_id="xa-ntm-2016-2020", code="15.2")
        assert canonical.blobs(session) == ([] if internal else [stored.sha256])
    assert view.internal is internal
