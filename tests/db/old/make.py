"""Makes the database that this version leaves in ``tests/db/old``: ``python tests/db/old/make.py``.

Run once at each step of the schema that a version leaves behind; the file it makes, named after version and
step, is never edited again, so that every later version is tried on it. It holds at least one row of each
table, a tombstone, and a history with an undo.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

from rows_of_consultation import CONSULTATION
from rows_of_exchange import DIGEST, EXCHANGE, OF_AUTHORITY
from rows_of_works import WORKS

from ntm_desktop import __version__
from ntm_desktop.db.engine import FILE_NAME, Database, Session
from ntm_desktop.db.history import insert, remove, replace, update
from ntm_desktop.db.migrate import HEAD
from ntm_desktop.db.models import metadata
from ntm_desktop.db.undo import undo
from ntm_desktop.sync import freeze
from ntm_desktop.sync.canonical import CriteriaRef

AT = datetime(2021, 6, 30, 1, tzinfo=UTC)
SET = {"set_id": "xa-ntm-2016-2020", "set_version": "1"}

ROWS: dict[str, list[dict[str, str | int | None]]] = {
    "commune": [
        {
            "uid": "commune",
            "name": "xã Yên Hóa",
            "district": "huyện Minh Hóa",
            "province": "tỉnh Quảng Bình",
            "place": "Yên Hóa",
            "region": "Bắc Trung Bộ",
            "provisional_code": 0,
            "illustrative": 1,
            "schools": 3,
        }
    ],
    "predecessor": [
        {
            "uid": "before",
            "code": "00001",
            "name": "xã Cũ",
            "province": "tỉnh Quảng Bình",
            "valid_to": "1990-01-01",
        }
    ],
    "hamlet": [
        {"uid": "hamlet-1", "name": "thôn Yên Thắng", "position": 1, "households": 210, "population": 800},
        {"uid": "hamlet-2", "name": "thôn Yên Bình", "position": 2},
    ],
    "person": [
        {
            "uid": "lead",
            "name": "Trần Thị Bình",
            "post": "Công chức",
            "unit": "UBND xã",
            "role": "lead",
            "signs": 0,
            "position": 1,
        },
        {
            "uid": "chair",
            "name": "Đinh Văn Ưởng",
            "post": "Chủ tịch",
            "unit": "UBND xã",
            "role": "none",
            "signs": 1,
            "position": 2,
            "from_date": "2021-05-23",
        },
    ],
    "goal": [
        {
            "uid": "goal",
            **SET,
            "regime": "2016",
            "tier": "dat-chuan",
            "year": 2021,
            "profile": "trung-du",
            "profile_ground": "1947/QĐ-TTg",
            "valid_from": "2021-01-01",
            "deadline": "2021-12-31",
        }
    ],
    "figure": [
        {
            "uid": "figure",
            "name": "area",
            "value": 3_500_000,
            "as_of": "2021-01-01",
            "source": "Thống kê huyện",
        }
    ],
    "official_document": [
        {
            "uid": "decision",
            "kind": "Quyết định",
            "number": "1947/QĐ-TTg",
            "issued": "2017-12-04",
            "issuer": "Thủ tướng Chính phủ",
            "title": "Ban hành Bộ tiêu chí",
            "role": "can_cu",
            "position": 1,
        }
    ],
    "assessment": [
        {
            "uid": "fact",
            **SET,
            "code": "2.1",
            "value": '{"v":10000}',
            "as_of": "2021-06-30",
            "note": "",
            "verdict": "met",
            "target": "{}",
            "person_uid": "lead",
            "recorded_by": "Trần Thị Bình",
            "recorded_at": "2021-06-30T01:00:00Z",
            "seq": 1,
            "reason": "",
        }
    ],
    "evidence": [
        {
            "uid": "evidence",
            "file_uid": "file",
            "title": "Biên bản nghiệm thu",
            "document_uid": "decision",
            "pages": "1-2",
            "internal": 0,
            "added_on": "2021-06-30",
        }
    ],
    "evidence_link": [
        {"uid": "link", "evidence_uid": "evidence", "set_id": SET["set_id"], "code": "2.1", "position": 1}
    ],
    "responsibility": [
        {
            "uid": "charge",
            "set_id": SET["set_id"],
            "criterion": "2",
            "person_uid": "lead",
            "head_uid": "chair",
            "department": "Phòng Kinh tế và Hạ tầng",
            "from_date": "2021-01-01",
        }
    ],
    "plan": [
        {
            "uid": "plan",
            "set_id": SET["set_id"],
            "code": "17.1",
            "cause": "Thiếu vốn",
            "solution": "Vận động",
            "money": 3_000_000_000,
            "deadline": "2021-12-01",
            "person_uid": "lead",
            "decided_on": "2021-06-30",
        }
    ],
    "plan_note": [{"uid": "note", "plan_uid": "plan", "on_date": "2021-07-01", "note": "Đã họp thôn"}],
    "criteria_pack": [{"uid": "pack", "set_id": "xa-thu", "version": "1", "sha256": "0" * 64, "body": "{}"}],
    "target_override": [
        {
            "uid": "target",
            "level": "province",
            "set_id": SET["set_id"],
            "code": "10.1",
            "part": "v",
            "value": 36_000,
            "printed": "36",
            "compare": ">=",
            "measure": "amount",
            "unit": "triệu đồng",
            "decision": "1/QĐ-UBND",
            "article": "",
            "verification": "unverified",
            "document_uid": "decision",
        }
    ],
    "target_confirmation": [
        {
            "uid": "confirmed",
            "set_id": SET["set_id"],
            "decision": "1947/QĐ-TTg",
            "by_name": "Trần Thị Bình",
            "on_date": "2021-06-30",
            "levels": "[]",
        }
    ],
    "ground_confirmation": [
        {
            "uid": "ground",
            "kind": "Quyết định",
            "number": "1947/QĐ-TTg",
            "issuer": "Thủ tướng Chính phủ",
            "title": "Ban hành Bộ tiêu chí",
            "source": "Công báo",
            "by_name": "Trần Thị Bình",
            "on_date": "2021-06-30",
        }
    ],
    "form_setting": [
        {
            "uid": "form_number",
            "goal_uid": "goal",
            "procedure": "2016",
            "form": "to_trinh",
            "key": "form_number",
            "value": "Mẫu số 01",
            "source": "",
            "confirmed": 0,
            "by_name": "",
            "on_date": "2021-06-30",
        }
    ],
    "narrative": [
        {
            "uid": "text",
            "paper": "bao_cao",
            "part": "ket_qua",
            "body": "Đoạn một.",
            "seq": 1,
            "on_date": "2021-06-30",
            "goal_uid": "goal",
        }
    ],
}


def fill(session: Session) -> None:
    stored = session.files.put_bytes("biên bản nghiệm thu".encode())
    held = {
        "uid": "file",
        "sha256": stored.sha256,
        "size": stored.size,
        "type": "txt",
        "name": "Biên bản.txt",
    }
    for table in metadata.sorted_tables:
        insert(
            session,
            table,
            [held] if table.name == "file" else (ROWS | WORKS | CONSULTATION | EXCHANGE).get(table.name, []),
        )
    of_authority = {
        metadata.tables[name]: [
            dict.fromkeys(metadata.tables[name].c.keys())
            | {"commune_id": session.commune_id, "rev": 1, "deleted": 0}
            | row
            for row in rows
        ]
        for name, rows in OF_AUTHORITY.items()
    }
    replace(session, of_authority)
    digest = {"commune_id": session.commune_id, **DIGEST}
    session.connection.execute(metadata.tables["commune_digest"].insert(), [digest])


def register(session: Session) -> None:
    criteria = CriteriaRef(set=SET["set_id"], version=SET["set_version"], sha256="0" * 64)
    frozen, _changes = freeze.take(session, period="2021", criteria=criteria, on=date(2021, 6, 30))
    printed = session.files.put_bytes(b"%PDF-1.7 the printed dossier")
    dossier = {
        "uid": "dossier",
        "goal_uid": "goal",
        "freeze_uid": frozen.uid,
        "content_root": frozen.content_root,
        "as_of": "2021-06-30",
        "printed_at": "2021-06-30T01:00:00Z",
        "ordinal": 1,
        "sha256": printed.sha256,
        "pages": 1,
    }
    paper = {
        "uid": "paper",
        "form": "to_trinh",
        "number": "12/TTr-UBND",
        "signer_uid": "chair",
        "goal_uid": "goal",
        "file_uid": "file",
    }
    lone = dossier | {"uid": "lone", "ordinal": 2, "paper": "Tờ trình"}
    insert(session, metadata.tables["dossier"], [dossier, lone])
    insert(session, metadata.tables["paper"], [paper])


def main() -> None:
    hamlet = metadata.tables["hamlet"]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        with Database.create(folder, kind="commune", commune_id="18964", at=AT) as database:
            with database.write("Lập dữ liệu xã", "Trần Thị Bình", AT) as session:
                fill(session)
            with database.write("In hồ sơ", "Trần Thị Bình", AT) as session:
                register(session)
            with database.write("Sửa thôn", "Trần Thị Bình", AT) as session:
                update(session, hamlet, "hamlet-1", {"name": "thôn Tân Tiến"})
            with database.write("Hoàn tác", "Trần Thị Bình", AT) as session:
                undo(session, 3)
            with database.write("Xóa thôn", "Trần Thị Bình", AT) as session:
                remove(session, hamlet, ["hamlet-2"])
        _shrink(folder / FILE_NAME)
        shutil.copy(folder / FILE_NAME, Path(__file__).with_name(f"{__version__}-{HEAD}.db"))


def _shrink(path: Path) -> None:
    """Small pages: most of the tables hold one row."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for statement in ("journal_mode=DELETE", "page_size=512"):
            raw.execute(f"PRAGMA {statement}")
        raw.execute("VACUUM")
        raw.execute("PRAGMA journal_mode=WAL")


if __name__ == "__main__":
    main()
