"""Rows are written through the history: what it keeps, what it refuses, what it takes back."""

from __future__ import annotations

import json
import uuid
from datetime import timedelta
from enum import StrEnum
from typing import Any

import pytest
from commune_rows import AT, COMMUNE, act, fact
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Table, select

from ntm_desktop.changes import Changes
from ntm_desktop.db.chain import blank_images, canonical, clock_warning, verify_chain
from ntm_desktop.db.engine import Database, live
from ntm_desktop.db.history import insert, remove, storable, update
from ntm_desktop.db.models import (
    assessment,
    commune,
    evidence,
    evidence_link,
    file,
    hamlet,
    history,
    person,
    responsibility,
)
from ntm_desktop.db.undo import undo
from ntm_desktop.errors import NtmError


class Role(StrEnum):
    LEAD = "lead"


def row_of(database: Database, table: Table, uid: str) -> dict[str, Any]:
    with database.read() as session:
        found = session.row(select(table).where(table.c.uid == uid))
        assert found is not None
        return {str(name): value for name, value in found.items()}


def entries_of(database: Database) -> list[dict[str, Any]]:
    with database.read() as session:
        return [
            {str(name): value for name, value in found.items()}
            for found in session.rows(select(history).order_by(history.c.seq))
        ]


def test_an_entry_says_who_when_what_before_and_after(commune: Database) -> None:
    act(commune, "Sửa thôn", lambda session: update(session, hamlet, "h1", {"households": 120}))
    last = entries_of(commune)[-1]
    assert (last["seq"], last["by_name"], last["action"]) == (5, "Nguyễn Văn An", "Sửa thôn")
    assert last["at"] == "2021-06-30T01:00:00Z"
    (image,) = json.loads(last["images"])
    assert (image["table"], image["uid"]) == ("hamlet", "h1")
    assert (image["before"]["households"], image["after"]["households"]) == (None, 120)
    assert (image["before"]["rev"], image["after"]["rev"]) == (1, 2)


def test_equal_values_change_nothing(commune: Database) -> None:
    with commune.write("Sửa thôn", "An", AT) as session:
        changes = update(session, hamlet, "h1", {"name": "thôn Yên Thắng", "position": 1})
    assert not changes
    assert len(entries_of(commune)) == 4
    assert row_of(commune, hamlet, "h1")["rev"] == 1


def test_changes_name_the_tables(commune: Database) -> None:
    with commune.write("Sửa", "An", AT) as session:
        assert insert(session, hamlet, []) == Changes()
        assert update(session, hamlet, "h1", {"households": 5}) == Changes.of("hamlet")
        assert remove(session, hamlet, ["h2"]) == Changes.of("hamlet")


def test_a_row_touched_twice_in_one_action_has_one_image(commune: Database) -> None:
    with commune.write("Sửa", "An", AT) as session:
        update(session, hamlet, "h1", {"households": 5})
        update(session, hamlet, "h1", {"households": 6})
    (image,) = json.loads(entries_of(commune)[-1]["images"])
    assert (image["before"]["households"], image["after"]["households"]) == (None, 6)


def test_facts_are_never_changed(commune: Database) -> None:
    with pytest.raises(ValueError, match="facts"):
        act(commune, "Sửa", lambda session: update(session, assessment, "f1", {"note": "khác"}))


def test_an_unknown_column_is_our_mistake(database: Database) -> None:
    with pytest.raises(ValueError, match="no column colour"):
        act(database, "Thêm", lambda session: insert(session, hamlet, [{"colour": "red"}]))


def test_rows_that_do_not_say_the_same_columns_are_added_together(database: Database) -> None:
    rows: list[dict[str, Any]] = [
        {"uid": "h1", "name": "Đá Bạc", "position": 1},
        {"position": 2, "households": 9, "name": "Đá Vàng", "uid": "h2"},
    ]
    act(database, "Thêm", lambda session: insert(session, hamlet, rows))
    found = [row_of(database, hamlet, uid) for uid in ("h1", "h2")]
    assert [(one["name"], one["position"], one["households"]) for one in found] == [
        ("Đá Bạc", 1, None),
        ("Đá Vàng", 2, 9),
    ]


def test_what_is_in_use_is_not_removed_and_the_use_is_named(commune: Database) -> None:
    with pytest.raises(NtmError, match="cán bộ này vì đang được dùng trong 1 kết quả đánh giá"):
        act(commune, "Xóa cán bộ", lambda session: remove(session, person, ["p1"]))
    assert row_of(commune, person, "p1")["deleted"] == 0
    assert len(entries_of(commune)) == 4


def add_evidence(database: Database) -> None:
    with database.write("Thêm minh chứng", "An", AT) as session:
        content = session.files.put_bytes(b"%PDF-1.4")
        values = {"sha256": content.sha256, "size": content.size, "type": "pdf", "name": "a.pdf"}
        insert(session, file, [{"uid": "t1", **values}])
        proof = {"file_uid": "t1", "title": "Biên bản", "pages": "", "internal": 0, "added_on": "2021-06-30"}
        insert(session, evidence, [{"uid": "e1", **proof}])
        links = [
            {"uid": f"l{n}", "evidence_uid": "e1", "set_id": "s", "code": "2.1", "position": n}
            for n in (1, 2)
        ]
        insert(session, evidence_link, links)


def test_children_that_cannot_be_without_it_go_along_and_come_back(commune: Database) -> None:
    add_evidence(commune)
    act(commune, "Gỡ minh chứng", lambda session: remove(session, evidence, ["e1"], children=True))
    assert [row_of(commune, evidence_link, uid)["deleted"] for uid in ("l1", "l2")] == [1, 1]
    assert row_of(commune, evidence, "e1")["deleted"] == 1
    act(commune, "Hoàn tác", lambda session: undo(session, 6))
    assert [row_of(commune, evidence_link, uid)["deleted"] for uid in ("l1", "l2")] == [0, 0]
    assert row_of(commune, evidence, "e1")["deleted"] == 0


def test_those_that_merely_mention_it_do_not_go_along(commune: Database) -> None:
    with pytest.raises(NtmError, match="1 kết quả đánh giá"):
        act(commune, "Xóa", lambda session: remove(session, person, ["p1"], children=True))


def test_a_removed_row_can_be_neither_changed_nor_chosen(commune: Database) -> None:
    act(commune, "Thêm", lambda session: insert(session, person, [{**PERSON_2}]))
    act(commune, "Xóa", lambda session: remove(session, person, ["p2"]))
    with pytest.raises(NtmError, match="không còn trong dữ liệu"):
        act(commune, "Sửa", lambda session: update(session, person, "p2", {"post": "Chủ tịch"}))
    with pytest.raises(NtmError, match=r"cán bộ.*không còn trong dữ liệu"):
        act(commune, "Ghi", lambda session: insert(session, assessment, [fact("f2", person_uid="p2")]))


PERSON_2 = {
    "uid": "p2",
    "name": "Hồ Văn Cường",
    "post": "",
    "unit": "",
    "role": "none",
    "signs": 0,
    "position": 2,
}


def test_undo_puts_an_edit_back_and_undo_of_undo_does_it_again(commune: Database) -> None:
    act(commune, "Sửa thôn", lambda session: update(session, hamlet, "h1", {"name": "thôn Tân Tiến"}))
    act(commune, "Hoàn tác", lambda session: undo(session, 5))
    assert row_of(commune, hamlet, "h1")["name"] == "thôn Yên Thắng"
    act(commune, "Làm lại", lambda session: undo(session, 6))
    assert row_of(commune, hamlet, "h1")["name"] == "thôn Tân Tiến"
    assert [entry["undoes"] for entry in entries_of(commune)][-2:] == [5, 6]
    assert row_of(commune, hamlet, "h1")["rev"] == 4


def test_undo_of_a_fact_makes_a_tombstone(commune: Database) -> None:
    act(commune, "Hoàn tác", lambda session: undo(session, 4))
    row = row_of(commune, assessment, "f1")
    assert (row["deleted"], row["rev"], row["value"]) == (1, 2, '{"v":10000}')


def test_undo_of_a_removal_brings_the_row_back(commune: Database) -> None:
    act(commune, "Xóa thôn", lambda session: remove(session, hamlet, ["h2"]))
    act(commune, "Hoàn tác", lambda session: undo(session, 5))
    assert row_of(commune, hamlet, "h2")["deleted"] == 0


def test_undo_is_refused_when_a_later_action_touched_the_row(commune: Database) -> None:
    act(commune, "Sửa tên", lambda session: update(session, hamlet, "h1", {"name": "thôn Một"}))
    act(commune, "Sửa số hộ", lambda session: update(session, hamlet, "h1", {"households": 9}))
    with pytest.raises(NtmError, match="“Sửa tên” vì thôn liên quan đã được sửa sau đó"):
        act(commune, "Hoàn tác", lambda session: undo(session, 5))
    assert row_of(commune, hamlet, "h1")["name"] == "thôn Một"
    assert len(entries_of(commune)) == 6


def test_the_same_entry_is_not_taken_back_twice(commune: Database) -> None:
    act(commune, "Sửa tên", lambda session: update(session, hamlet, "h1", {"name": "thôn Một"}))
    act(commune, "Hoàn tác", lambda session: undo(session, 5))
    with pytest.raises(NtmError, match="đã được sửa sau đó"):
        act(commune, "Hoàn tác", lambda session: undo(session, 5))


def test_undo_never_leaves_a_live_row_without_its_parent(commune: Database) -> None:
    with pytest.raises(NtmError, match=r"^Không hoàn tác được “.*đang được dùng trong 1 kết quả đánh giá"):
        act(commune, "Hoàn tác", lambda session: undo(session, 3))
    act(commune, "Thêm", lambda session: insert(session, person, [PERSON_2]))
    act(commune, "Ghi", lambda session: insert(session, assessment, [fact("f2", person_uid="p2")]))
    act(commune, "Gỡ", lambda session: remove(session, assessment, ["f2"]))
    act(commune, "Xóa", lambda session: remove(session, person, ["p2"]))
    with pytest.raises(
        NtmError, match="Không hoàn tác được “Gỡ” vì kết quả đánh giá khi đó gắn với cán bộ đã bị xóa"
    ):
        act(commune, "Hoàn tác", lambda session: undo(session, 7))


def test_the_founding_of_the_commune_is_not_undone(commune: Database) -> None:
    with pytest.raises(NtmError, match="lập dữ liệu"):
        act(commune, "Hoàn tác", lambda session: undo(session, 1))


def test_an_entry_that_does_not_exist_is_told(commune: Database) -> None:
    with pytest.raises(NtmError, match="Không có thao tác số 99"):
        act(commune, "Hoàn tác", lambda session: undo(session, 99))


def test_blanked_images_keep_the_chain_whole(commune: Database) -> None:
    act(commune, "Xóa nội dung cũ theo yêu cầu", lambda session: blank_images(session, 3))
    with commune.read() as session:
        assert verify_chain(session) == 5
    assert entries_of(commune)[2]["images"] is None
    with pytest.raises(NtmError, match="đã được xóa theo yêu cầu"):
        act(commune, "Hoàn tác", lambda session: undo(session, 3))


@pytest.mark.parametrize(
    "tamper",
    [
        "UPDATE history SET action = 'khác' WHERE seq = 2",
        "UPDATE history SET by_name = 'khác' WHERE seq = 2",
        "UPDATE history SET images = replace(images, 'Thắng', 'Bại') WHERE seq = 2",
        "UPDATE history SET previous = digest WHERE seq = 2",
        "DELETE FROM history WHERE seq = 2",
        f"UPDATE history SET images_sha256 = '{'0' * 64}', images = NULL WHERE seq = 2",
    ],
)
def test_a_changed_history_is_noticed(commune: Database, tamper: str) -> None:
    with commune.write("", "", AT) as session:
        session.connection.exec_driver_sql(tamper)
    with commune.read() as session, pytest.raises(NtmError, match="từ thao tác số 2"):
        verify_chain(session)


def test_a_clock_that_went_back_is_reported_and_does_not_disturb_the_order(commune: Database) -> None:
    with commune.write("Sửa", "An", AT - timedelta(days=900)) as session:
        update(session, hamlet, "h1", {"households": 3})
        assert clock_warning(session, AT) == ""
        warning = clock_warning(session, AT - timedelta(days=900))
    assert "đang chỉ 08:00 ngày 12/1/2019" in warning
    assert "đã có thao tác lúc 08:00 ngày 30/6/2021" in warning
    assert [entry["seq"] for entry in entries_of(commune)] == [1, 2, 3, 4, 5]


def test_what_comes_in_is_nfc_without_control_characters(database: Database) -> None:
    name = "tho\u0302n Ye\u0302n\tBi\u0300nh\x00\r\ndòng hai"
    act(
        database,
        "Thêm",
        lambda session: insert(session, hamlet, [{"uid": "h9", "name": name, "position": True}]),
    )
    row = row_of(database, hamlet, "h9")
    assert (row["name"], row["position"]) == ("thôn Yên Bình\ndòng hai", 1)
    assert json.loads(entries_of(database)[0]["images"])[0]["after"]["position"] == 1


@given(st.text())
def test_storing_again_changes_nothing(text: str) -> None:
    once = storable(text)
    assert storable(once) == once
    once.encode()


texts = st.text(st.characters(exclude_categories=("Cs",)))
contents = st.dictionaries(texts, st.one_of(st.none(), st.integers(-(2**63), 2**63 - 1), texts))


@given(st.lists(contents))
def test_the_chain_covers_the_same_bytes_as_ever(images: list[dict[str, object]]) -> None:
    """Digests of entries that are long written are made of them."""
    as_ever = json.dumps(images, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert canonical(images) == as_ever


def test_keys_of_the_program_are_stored_as_their_text(database: Database) -> None:
    with database.write("Lập", "An", AT) as session:
        insert(session, commune, [COMMUNE | {"region": Role.LEAD, "illustrative": True}])
    with database.read() as session:
        (row,) = session.rows(live(commune, session))
        (entry,) = session.rows(select(history))
    assert (row["region"], row["illustrative"]) == ("lead", 1)
    assert '"region":"lead"' in entry["images"]


def test_uids_are_random_ones_and_no_two_are_equal(database: Database) -> None:
    made = [uuid.UUID(database._new_uid()) for _ in range(600)]
    assert {(one.version, one.variant) for one in made} == {(4, uuid.RFC_4122)}
    assert len(set(made)) == len(made)


def test_what_refers_twice_is_counted_once(commune: Database) -> None:
    charge = {
        "set_id": "xa-ntm-2016-2020", "criterion": "2", "person_uid": "p1", "head_uid": "p1",
        "department": "", "from_date": "2021-01-01",
    }  # fmt: skip
    act(commune, "Phân công", lambda session: insert(session, responsibility, [charge]))
    with pytest.raises(NtmError, match=r"đang được dùng trong 1 kết quả đánh giá, 1 phân công\. Xóa"):
        act(commune, "Xóa", lambda session: remove(session, person, ["p1"]))


def test_an_undoing_that_cannot_be_taken_back_says_of_what(commune: Database) -> None:
    act(commune, "Sửa thôn", lambda session: update(session, hamlet, "h1", {"households": 9}))
    with commune.write("", "An", AT) as session:
        undo(session, 5)
        session.writing.action = "Hoàn tác"  # all that older programs said
    act(commune, "Sửa lại thôn", lambda session: update(session, hamlet, "h1", {"households": 10}))
    with pytest.raises(NtmError, match="Không hoàn tác được “Hoàn tác: Sửa thôn” vì thôn"):
        act(commune, "Hoàn tác", lambda session: undo(session, 6))
