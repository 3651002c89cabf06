"""Rows of the exchange with an authority, for ``make.py``."""

from __future__ import annotations

PACKAGE = {"epoch": 1, "seq": 1, "package_id": "1" * 64, "content_root": "2" * 64}
SAID = {"by_name": "Trần Thị Bình", "made_at": "2021-06-30T01:00:00Z", "seq": 1}

EXCHANGE: dict[str, list[dict[str, str | int | None]]] = {
    "contribution_total": [
        {
            "uid": "given",
            "scope": "part",
            "on_date": "2021-06-30",
            "giver_kind": "ho",
            "kind": "tien",
            "unit": "đồng",
            "quantity": 5_000_000,
            "value": 5_000_000,
            "gifts": 3,
            "households": 0,
        }
    ],
    "clearance_total": [
        {
            "uid": "cleared",
            "work_uid": "work",
            "plots": 2,
            "open_plots": 1,
            "waiting": 1,
            "area": 150_000,
            "open_area": 50_000,
            "decided": 20_000_000,
            "paid": 0,
            "unpaid": 20_000_000,
        }
    ],
    "peer": [
        {
            "uid": "peer",
            "unit": "455",
            "name": "UBND huyện Minh Hóa",
            "level": "huyen",
            "install": "01234567-89ab-cdef-0123-456789abcdef",
            "key": "3" * 16,
            "sign_key": "4" * 64,
            "age_key": "age1",
            "code": "JTYPM-A9KJR-SJVZW-0FR27-4ANM3",
            "by_name": "Trần Thị Bình",
            "pinned_on": "2021-06-30",
            "revoked": 0,
        }
    ],
    "outbox": [
        {
            "uid": "out",
            "to_unit": "455",
            "to_key": "3" * 16,
            "key": "5" * 16,
            "nonce": "6" * 32,
            "kind": "submission",
            "created_at": "2021-06-30T01:00:00Z",
            "note": "",
            "files": "[]",
            **PACKAGE,
        }
    ],
    "export": [
        {
            "uid": "export",
            "outbox_uid": "out",
            "at": "2021-06-30T01:00:00Z",
            "medium": "USB",
            "name": "NTM_18964_455.ntmx",
            "bytes": 1_000,
            "parts": 1,
            "blobs": "[]",
        }
    ],
    "inbox": [
        {
            "uid": "in",
            "from_unit": "455",
            "key": "3" * 16,
            "nonce": "7" * 32,
            "kind": "appraisal",
            "prev": "0" * 64,
            "created_at": "2021-07-01T01:00:00Z",
            "period": "2021",
            "author": "Lê Văn Thẩm",
            "note": "",
            "result": "OK",
            "current": 1,
            "applied_at": "2021-07-02T01:00:00Z",
            "files": "[]",
            **PACKAGE,
        }
    ],
    "answer": [{"uid": "answer", "remark_uid": "remark", "body": "Đã bổ sung.", **SAID}],
}

OF_AUTHORITY: dict[str, list[dict[str, str | int | None]]] = {
    "receipt": [{"uid": "receipt", **PACKAGE, "result": "OK", "missing": "[]"}],
    "remark": [
        {
            "uid": "remark",
            "package_id": "1" * 64,
            "on_seq": 1,
            "table_name": "assessment",
            "row_uid": "fact",
            "row_sha256": "8" * 64,
            "row_then": "{}",
            "set_id": "xa-ntm-2016-2020",
            "indicator": "2.1",
            "subject": "2.1 Đường xã",
            "value_then": "100 %",
            "body": "Chưa có biên bản nghiệm thu.",
            "due": "2021-07-31",
            **SAID,
        }
    ],
    "verdict": [
        {"uid": "verdict", "remark_uid": "remark", "answer_uid": "answer", "outcome": "accepted", "body": ""}
        | SAID
    ],
    "decision": [
        {
            "uid": "decision",
            "package_id": "1" * 64,
            "outcome": "eligible",
            "number": "12/BC-UBND",
            "issued": "2021-07-31",
            "body": "",
            **SAID,
        }
    ],
}

DIGEST = {
    "package_id": "0" * 64,
    "seq": 1,
    "created_at": "2021-06-30T01:00:00Z",
    "newest": 1,
    "missing": 0,
    "heard_at": "2021-07-01T01:00:00Z",
    "as_of": "2021-07-01",
    "body": "",
    "detail": "",
}
