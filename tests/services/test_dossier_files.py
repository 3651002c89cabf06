"""Evidence whose file is gone or damaged: what the draft shows, and why there is no final print."""

from __future__ import annotations

from datetime import date

import pytest

from ntm_desktop.db.engine import Database
from ntm_desktop.documents.data import DossierData, EvidenceFacts
from ntm_desktop.errors import NtmError
from ntm_desktop.services import dossier

JUNE = date(2021, 6, 30)


def collected(database: Database, *, draft: bool = True) -> DossierData:
    with database.read() as session:
        return dossier.collect(session, on=JUNE, today=JUNE, draft=draft)


def lines(database: Database) -> dict[str, str]:
    with database.read() as session:
        return {found.key: found.state.value for found in dossier.readiness(session, on=JUNE)}


def a_photo(database: Database) -> EvidenceFacts:
    found = (proof for i in collected(database).indicators() for proof in i.evidence)
    return next(proof for proof in found if proof.file_type == "jpeg")


def test_a_lost_photo_leaves_a_box_in_the_draft_and_refuses_the_final_print(yen_hoa: Database) -> None:
    photo = a_photo(yen_hoa)
    assert "lost" not in lines(yen_hoa)
    yen_hoa.files.path(photo.sha256).unlink()
    again = a_photo(yen_hoa)
    assert (again.picture, again.absent) == (None, f"Không còn tệp ảnh “{photo.title}”")
    assert lines(yen_hoa)["lost"] == "block"
    with yen_hoa.read() as session, pytest.raises(NtmError) as refused:
        dossier.refuse_unready(session, on=JUNE)
    (told,) = [problem for problem in refused.value.problems if problem.startswith("Tệp đã mất")]
    assert f"Tệp đã mất: 01 tệp: “{photo.title}”; phục hồi từ bản sao lưu" in told
    with pytest.raises(NtmError, match="đính kèm lại tệp"):
        collected(yen_hoa, draft=False)


def test_a_damaged_photo_is_not_printed(yen_hoa: Database) -> None:
    photo = a_photo(yen_hoa)
    assert photo.picture is not None
    other = next(
        proof
        for i in collected(yen_hoa).indicators()
        for proof in i.evidence
        if proof.file_type == "jpeg" and proof.sha256 != photo.sha256
    )
    place = yen_hoa.files.path(photo.sha256)
    place.write_bytes(yen_hoa.files.read(other.sha256))  # a whole picture, yet not the one taken in
    photo.picture.unlink()
    again = a_photo(yen_hoa)
    assert (again.picture, again.absent) == (None, f"Tệp ảnh “{photo.title}” bị hỏng")
    with pytest.raises(NtmError, match=f"Tệp ảnh “{photo.title}” bị hỏng. Phục hồi"):
        collected(yen_hoa, draft=False)
