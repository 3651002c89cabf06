"""What stands around 5 000 works: 200 contractors and their contracts, money, promised capital, 5 000 plots
and the prices of what people give. For figures only, as ``works_content``, whose works it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Table

from ntm_desktop.db.models import (
    acceptance,
    clearance,
    clearance_event,
    commitment,
    commitment_amount,
    contract,
    contract_annex,
    contractor,
    contractor_letter,
    contractor_letter_work,
    official_document,
    unit_price,
    work_hamlet,
    work_indicator,
    work_money,
)
from ntm_desktop.domain.capital import Movement, Source
from ntm_desktop.domain.clearance import EventKind, Form
from ntm_desktop.domain.contributions import UNITS, Kind

CONTRACTORS, LETTERS, COMMITMENTS, PLOTS = 200, 400, 500, 5_000
_CONTRACTED, _ANNEXED = 4_000, 400
_WORKS_WITH_LAND = 1_000
_NO_WORK_EVERY = 5  # of the commitments
_SERVED = ("2.1", "2.2", "3.1", "5.1", "6.1", "17.1")
_SOURCES = (Source.PROVINCE, Source.DISTRICT, Source.COMMUNE)
_STEPS = (EventKind.INVENTORY, EventKind.AGREED, EventKind.HANDED_OVER)
_ENTERED = {"note": "", "supersedes": None, "reason": ""}


def uid(number: int) -> str:
    return f"{number:032x}"


def rows(
    works: int, households: int, hamlets: int, set_id: str, since: date
) -> Mapping[Table, Iterator[Any]]:
    """By table, in the order of their references."""
    day = since.isoformat()
    return {
        official_document: (_paper(number, day) for number in range(COMMITMENTS)),
        contractor: map(_contractor, range(CONTRACTORS)),
        contract: (_contract(number, since) for number in range(_CONTRACTED)),
        contract_annex: (_annex(number, since) for number in range(_ANNEXED)),
        contractor_letter: (_letter(number, since) for number in range(LETTERS)),
        contractor_letter_work: map(_letter_work, range(2 * LETTERS)),
        work_indicator: (_served(number, set_id) for number in range(works)),
        work_hamlet: (_lies_in(number, hamlets) for number in range(works)),
        work_money: (_money(number, since) for number in range(2 * works)),
        acceptance: (_accepted(number, day) for number in range(works // 2)),
        commitment: map(_commitment, range(COMMITMENTS)),
        commitment_amount: (_promised(number, day) for number in range(COMMITMENTS)),
        clearance: (_plot(number, households, day) for number in range(PLOTS)),
        clearance_event: (event for number in range(PLOTS) for event in _events(number, since)),
        unit_price: (_price(number, kind, day) for number, kind in enumerate(Kind) if kind is not Kind.MONEY),
    }


def _paper(number: int, day: str) -> dict[str, Any]:
    said = {"number": f"{number}/CV", "issued": day, "issuer": f"Phòng {number % 12}", "title": "Cam kết vốn"}
    return {"uid": uid(number), "kind": "Công văn", "role": "", "position": number, **said}


def _contractor(number: int) -> dict[str, Any]:
    words = {"address": "", "contact": f"Ông Phan {number}", "tax_code": ""}
    return {"uid": uid(number), "name": f"Công ty Xây dựng {number}", "community": number % 4 == 0, **words}


def _contract(number: int, since: date) -> dict[str, Any]:
    """One in ten was to end before the others."""
    finish = since + timedelta(days=180 if number % 10 == 0 else 900)
    days = {"signed": since.isoformat(), "start_date": since.isoformat(), "finish_date": finish.isoformat()}
    parties = {"work_uid": uid(number), "contractor_uid": uid(number % CONTRACTORS)}
    return {"uid": uid(number), "number": f"{number}/HĐ", "value": 1_100_000_000, **parties, **days}


def _annex(number: int, since: date) -> dict[str, Any]:
    signed = (since + timedelta(days=90)).isoformat()
    changed = {"value": 1_150_000_000, "finish_date": None, "reason": "Phát sinh khối lượng"}
    return {"uid": uid(number), "contract_uid": uid(number), "number": "1", "signed": signed, **changed}


def _letter(number: int, since: date) -> dict[str, Any]:
    sent = since + timedelta(days=200 + number % 100)
    answered = (sent + timedelta(days=7)).isoformat() if number % 3 else None
    asked = {"sent": sent.isoformat(), "asked": (sent + timedelta(days=10)).isoformat(), "answered": answered}
    words = {
        "number": f"{number}/CV-BQL",
        "content": "Đẩy nhanh tiến độ",
        "answer": "Đã rõ" if answered else "",
    }
    return {"uid": uid(number), "contractor_uid": uid(number % CONTRACTORS), **asked, **words}


def _letter_work(number: int) -> dict[str, Any]:
    return {"uid": uid(number), "letter_uid": uid(number // 2), "work_uid": uid(number)}


def _served(number: int, set_id: str) -> dict[str, Any]:
    code = _SERVED[number % len(_SERVED)]
    return {"uid": uid(number), "work_uid": uid(number), "set_id": set_id, "code": code}


def _lies_in(number: int, hamlets: int) -> dict[str, Any]:
    return {"uid": uid(number), "work_uid": uid(number), "hamlet_uid": uid(number % hamlets)}


def _money(number: int, since: date) -> dict[str, Any]:
    """Of each work what was allotted and what was paid."""
    of_work, paid = divmod(number, 2)
    movement, amount = (Movement.DISBURSED, 400_000_000) if paid else (Movement.ALLOTTED, 700_000_000)
    purse = {"movement": movement.value, "source": _SOURCES[of_work % 3].value, "programme": "", "year": 2021}
    entered = {"on_date": (since + timedelta(days=30 + paid)).isoformat(), "seq": number + 1, **_ENTERED}
    return {"uid": uid(number), "work_uid": uid(of_work), "amount": amount, **purse, **entered}


def _accepted(number: int, day: str) -> dict[str, Any]:
    entered = {"on_date": day, "value": 500_000_000, "seq": number + 1, **_ENTERED}
    return {"uid": uid(number), "work_uid": uid(number), **entered}


def _commitment(number: int) -> dict[str, Any]:
    purse = {"source": _SOURCES[number % 3].value, "year": 2021, "note": ""}
    due = "2021-09-30" if number % 2 else "2022-06-30"
    of_work = None if number % _NO_WORK_EVERY == 0 else uid(number)
    said = {"promiser": f"Phòng {number % 12}", "document_uid": uid(number), "due": due}
    return {"uid": uid(number), "work_uid": of_work, **said, **purse}


def _promised(number: int, day: str) -> dict[str, Any]:
    entered = {"on_date": day, "reason": "", "supersedes": None, "seq": number + 1}
    return {"uid": uid(number), "commitment_uid": uid(number), "amount": 900_000_000, **entered}


def _plot(number: int, households: int, day: str) -> dict[str, Any]:
    place = {"sheet": str(number % 40), "plot": str(number), "area": 85_500, "land": "đất vườn"}
    form = Form.COMPENSATED if number % 3 == 0 else Form.DONATED
    owner = {"work_uid": uid(number % _WORKS_WITH_LAND), "household_uid": uid(number % households)}
    return {"uid": uid(number), "since": day, "terms": form.value, "assets": "", "note": "", **place, **owner}


def _events(number: int, since: date) -> Iterator[dict[str, Any]]:
    """Of three plots in four all steps, of the others the first two."""
    for step, kind in enumerate(_STEPS[: 3 if number % 4 else 2]):
        day = (since + timedelta(days=10 * (step + 1))).isoformat()
        entered = {"on_date": day, "amount": None, "document": "", "seq": number * 3 + step + 1, **_ENTERED}
        yield {"uid": uid(number * 3 + step), "clearance_uid": uid(number), "event": kind.value, **entered}


def _price(number: int, kind: Kind, day: str) -> dict[str, Any]:
    what = {"kind": kind.value, "item": "", "unit": UNITS[kind][0], "amount": 180_000, "on_date": day}
    return {"uid": uid(number), "document": "", "supersedes": None, "reason": "", "seq": number + 1, **what}
