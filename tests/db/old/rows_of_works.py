"""A row of each table about works, money and people's gifts, for ``make``."""

from __future__ import annotations

WORKS: dict[str, list[dict[str, str | int | None]]] = {
    "contractor": [
        {
            "uid": "builder",
            "name": "Công ty Minh Hóa",
            "community": 0,
            "address": "",
            "contact": "",
            "tax_code": "",
        }
    ],
    "work": [
        {
            "uid": "work",
            "name": "Đường thôn Yên Thắng",
            "kind": "giao-thong",
            "route": "simplified",
            "place": "thôn Yên Thắng",
            "scale": "bê tông 0,85 km",
            "investor": "UBND xã",
            "position": 1,
            "note": "",
            "person_uid": "lead",
            "debt_source": "",
        }
    ],
    "work_indicator": [{"uid": "for", "work_uid": "work", "set_id": "xa-ntm-2016-2020", "code": "2.1"}],
    "work_hamlet": [{"uid": "of", "work_uid": "work", "hamlet_uid": "hamlet-1"}],
    "work_stage": [
        {"uid": "stage", "work_uid": "work", "stage": "start", "done": "2021-02-01", "note": ""},
    ],
    "work_condition": [
        {"uid": "condition", "work_uid": "work", "condition": "programme", "holds": 1, "note": ""},
    ],
    "work_investment": [
        {
            "uid": "total",
            "work_uid": "work",
            "amount": 900_000_000,
            "on_date": "2021-01-15",
            "document_uid": "decision",
            "reason": "",
            "seq": 1,
        }
    ],
    "work_money": [
        {
            "uid": "money",
            "work_uid": "work",
            "movement": "allotted",
            "source": "xa",
            "programme": "",
            "year": 2021,
            "amount": 500_000_000,
            "on_date": "2021-02-01",
            "note": "",
            "reason": "",
            "seq": 1,
        }
    ],
    "contract": [
        {
            "uid": "contract",
            "work_uid": "work",
            "contractor_uid": "builder",
            "number": "01/HĐ",
            "signed": "2021-02-01",
            "value": 850_000_000,
            "start_date": "2021-02-05",
            "finish_date": "2021-12-01",
        }
    ],
    "contract_annex": [
        {
            "uid": "annex",
            "contract_uid": "contract",
            "number": "PL01",
            "signed": "2021-05-01",
            "finish_date": "2021-12-20",
            "reason": "Mưa lũ",
        }
    ],
    "acceptance": [
        {
            "uid": "accepted",
            "work_uid": "work",
            "on_date": "2021-06-01",
            "value": 300_000_000,
            "note": "",
            "reason": "",
            "seq": 1,
        }
    ],
    "progress": [
        {
            "uid": "measured",
            "work_uid": "work",
            "on_date": "2021-06-01",
            "share": 4000,
            "cause": "",
            "note": "",
            "reason": "",
            "seq": 1,
        }
    ],
    "progress_photo": [
        {
            "uid": "photo",
            "progress_uid": "measured",
            "file_uid": "file",
            "title": "Mặt đường",
            "position": 1,
        }
    ],
    "baseline": [
        {
            "uid": "planned",
            "work_uid": "work",
            "points": '[["2021-02-05",0],["2021-12-01",10000]]',
            "on_date": "2021-02-05",
            "reason": "",
            "seq": 1,
        }
    ],
    "household": [{"uid": "house", "name": "Cao Văn Hợi", "hamlet_uid": "hamlet-1"}],
    "unit_price": [
        {
            "uid": "price",
            "kind": "cong",
            "item": "",
            "unit": "ngày công",
            "amount": 200_000,
            "on_date": "2021-01-01",
            "document": "",
            "reason": "",
            "seq": 1,
        }
    ],
    "contribution": [
        {
            "uid": "gift",
            "giver_kind": "ho",
            "giver": "",
            "household_uid": "house",
            "hamlet_uid": "hamlet-1",
            "work_uid": "work",
            "indicator": "",
            "kind": "cong",
            "item": "",
            "quantity": 5000,
            "unit": "ngày công",
            "unpriced": 0,
            "on_date": "2021-03-01",
            "document": "",
            "note": "",
            "reason": "",
            "seq": 1,
        }
    ],
    "contribution_withdrawal": [
        {
            "uid": "withdrawn",
            "contribution_uid": "gift",
            "on_date": "2021-03-02",
            "reason": "Ghi nhầm",
            "seq": 1,
        }
    ],
    "clearance": [
        {
            "uid": "plot",
            "work_uid": "work",
            "household_uid": "house",
            "since": "2021-01-20",
            "sheet": "12",
            "plot": "34",
            "area": 50_000,
            "land": "đất vườn",
            "terms": "hien",
            "assets": "",
            "note": "",
        }
    ],
    "clearance_event": [
        {
            "uid": "handed",
            "clearance_uid": "plot",
            "event": "handed_over",
            "on_date": "2021-02-01",
            "document": "",
            "note": "",
            "reason": "",
            "seq": 1,
        }
    ],
    "obstacle": [
        {
            "uid": "obstacle",
            "what": "Thiếu đất đắp",
            "work_uid": "work",
            "criterion": "2",
            "since": "2021-04-01",
            "person_uid": "lead",
            "level": "huyen",
            "authority": "UBND huyện",
            "proposal": "Cấp mỏ đất",
        }
    ],
    "obstacle_event": [
        {
            "uid": "sent",
            "obstacle_uid": "obstacle",
            "event": "sent",
            "on_date": "2021-04-02",
            "due": "2021-05-02",
            "note": "",
            "reason": "",
            "seq": 1,
        }
    ],
    "commitment": [
        {
            "uid": "promise",
            "promiser": "UBND huyện",
            "work_uid": "work",
            "source": "huyen",
            "year": 2021,
            "due": "2021-10-01",
            "note": "",
        }
    ],
    "commitment_amount": [
        {
            "uid": "promised",
            "commitment_uid": "promise",
            "amount": 300_000_000,
            "on_date": "2021-03-01",
            "reason": "",
            "seq": 1,
        }
    ],
    "contractor_letter": [
        {
            "uid": "letter",
            "contractor_uid": "builder",
            "number": "05/UBND",
            "sent": "2021-06-10",
            "content": "Đẩy nhanh tiến độ",
            "asked": "2021-06-20",
            "answer": "",
        }
    ],
    "contractor_letter_work": [{"uid": "urged", "letter_uid": "letter", "work_uid": "work"}],
    "year_rating": [
        {
            "uid": "rating",
            "year": 2020,
            "kind": "person",
            "person_uid": "lead",
            "unit": "",
            "rating": "good",
            "proposed": "",
            "reason": "",
            "on_date": "2020-12-31",
        }
    ],
}
