"""Each row has one side that writes it, whichever desk is asked and whatever keeps the rows."""

from __future__ import annotations

from typing import Any

import pytest
from commune_rows import AT, HAMLETS
from sqlalchemy import select

from ntm_desktop.db.engine import Database, live
from ntm_desktop.db.history import insert, replace, update
from ntm_desktop.db.models import hamlet, remark
from ntm_desktop.errors import NtmError

ELSEWHERE = "19117"
ROW = {"commune_id": ELSEWHERE, "rev": 3, "deleted": 0, "households": None, "population": None}
SENT = [ROW | one for one in HAMLETS]
REMARK: dict[str, Any] = {
    **dict.fromkeys(("package_id", "table_name", "row_uid", "row_sha256", "row_then", "set_id"), ""),
    **dict.fromkeys(("indicator", "subject", "value_then", "body", "by_name", "made_at"), ""),
    "on_seq": 1,
    "seq": 1,
}


@pytest.fixture
def holding(database: Database) -> Database:
    """A workplace that holds the rows of another commune, which a package brought."""
    with database.write("Nhận gói", "Tổ thẩm định", AT, of=ELSEWHERE) as session:
        replace(session, {hamlet: SENT})
    return database


def test_rows_of_the_other_side_come_out_of_its_packages_only(holding: Database) -> None:
    with (
        pytest.raises(NtmError, match="do xã quản lý, cơ quan thẩm định chỉ xem"),
        holding.write("Sửa", "Tổ thẩm định", AT, of=ELSEWHERE) as session,
    ):
        update(session, hamlet, "h1", {"households": 9})
    with (
        pytest.raises(NtmError, match="do xã quản lý, cơ quan thẩm định chỉ xem"),
        holding.write("Thêm", "Tổ thẩm định", AT, of=ELSEWHERE) as session,
    ):
        insert(session, hamlet, HAMLETS)
    with holding.read(of=ELSEWHERE) as session:
        assert [dict(row) for row in session.rows(live(hamlet, session).order_by(hamlet.c.uid))] == SENT


def test_a_unit_writes_no_remark_on_itself(database: Database) -> None:
    with (
        pytest.raises(NtmError, match="của cơ quan thẩm định, xã chỉ xem"),
        database.write("Nhận xét", "An", AT) as session,
    ):
        insert(session, remark, [REMARK])


def test_own_rows_are_never_replaced_by_those_of_a_package(database: Database) -> None:
    with (
        pytest.raises(ValueError, match="not the other side's rows"),
        database.write("Nhận gói", "An", AT) as session,
    ):
        replace(session, {hamlet: SENT})


def test_a_package_takes_the_place_of_the_one_before_and_of_no_other_commune(holding: Database) -> None:
    with holding.write("Thêm thôn", "An", AT) as session:
        insert(session, hamlet, HAMLETS)
    with holding.write("Nhận gói", "Tổ thẩm định", AT, of=ELSEWHERE) as session:
        replace(session, {hamlet: SENT[:1]})
    with holding.read() as session:
        kept = session.rows(select(hamlet.c.commune_id, hamlet.c.uid).order_by(hamlet.c.commune_id))
    assert [tuple(row.values()) for row in kept] == [("18964", "h1"), ("18964", "h2"), (ELSEWHERE, "h1")]
