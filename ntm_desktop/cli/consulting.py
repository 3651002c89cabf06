"""``consultation show``: what was posted, said, surveyed and voted for the goal, and what is still open."""

from __future__ import annotations

import argparse
from typing import Any

from ntm_desktop.cli.answer import Answer, desk
from ntm_desktop.domain.consultation import ACCEPTED_NAMES, Meeting, Rate
from ntm_desktop.services import consultation
from ntm_desktop.services.consultation import ConsultationView
from ntm_desktop.text import count_words, format_date, format_int


def consult(args: argparse.Namespace) -> Answer:
    with desk(args) as at, at.database.read() as session:
        shown = consultation.view(session, on=args.on or at.today)
    return Answer(_plain(shown), _text(shown), at.warnings)


def _plain(shown: ConsultationView) -> dict[str, Any]:
    return {
        "on": shown.on.isoformat(),
        "publications": [
            {
                "place": one.place,
                "first": one.first.isoformat(),
                "last": one.last.isoformat(),
                "days": one.days,
            }
            for one in shown.publications
        ],
        "broadcasts": [one.on.isoformat() for one in shown.broadcasts],
        "opinions": [
            {
                "giver": one.giver.value,
                "on": one.on.isoformat(),
                "form": one.form.value,
                "content": one.content,
                "proposal": one.proposal,
                "reply": one.reply,
                "accepted": one.accepted.value if one.accepted else None,
            }
            for one in shown.opinions
        ],
        "survey": {
            "hamlets": [
                {
                    "hamlet": one.hamlet,
                    "households": one.households,
                    "issued": one.issued,
                    "returned": one.returned,
                    "valid": one.valid,
                    "satisfied": one.satisfied,
                    "lacking": list(one.lacking),
                    "coverage": one.coverage.basis_points,
                    "satisfaction": one.satisfaction.basis_points,
                }
                for one in shown.surveys
            ],
            "without": [one.name for one in shown.unsurveyed],
            "coverage": shown.totals.coverage.basis_points,
            "satisfaction": shown.totals.satisfaction.basis_points,
            "questions": [
                {"title": question.title, "satisfaction": rate.basis_points}
                for question, rate in shown.by_question
            ],
        },
        "meeting": _plain_meeting(shown.meeting),
        "thresholds": [
            {
                "key": one.key,
                "value": one.value,
                "unit": one.unit,
                "confirmed": one.confirmed,
                "own": one.own,
                "source": one.source,
            }
            for one in shown.thresholds
        ],
        "breaks": [
            {
                "key": one.key,
                "kind": one.kind.value,
                "what": one.what,
                "why": one.why,
                "source": one.source,
                "action": one.action,
            }
            for one in shown.breaks
        ],
    }


def _plain_meeting(meeting: Meeting | None) -> dict[str, Any] | None:
    if meeting is None:
        return None
    return {
        "on": meeting.on.isoformat(),
        "invited": meeting.invited,
        "present": meeting.present,
        "agreed": meeting.agreed,
        "vote": meeting.vote.basis_points,
    }


def _text(shown: ConsultationView) -> str:
    count, lines = shown.totals, []
    for one in shown.publications:
        period = f"{format_date(one.first)} - {format_date(one.last)}"
        lines.append(f"Niêm yết tại {one.place}: {period} ({count_words(one.days, 'ngày')})")
    lines.append(f"Đã ghi {count_words(len(shown.broadcasts), 'lần phát thanh')}")
    for said in shown.opinions:
        answered = f" ({ACCEPTED_NAMES[said.accepted].lower()})" if said.accepted else ""
        lines.append(f"Ý kiến của {said.giver_text} ngày {format_date(said.on)}{answered}")
    if shown.counted:
        lines.append(
            f"Phiếu thu về {_of(count.coverage)} hộ; hài lòng {_of(count.satisfaction)} phiếu hợp lệ "
            f"({count_words(len(shown.counted), 'thôn')})"
        )
    if (meeting := shown.meeting) is not None:
        voted = f": nhất trí {_of(meeting.vote)} người có mặt" if meeting.present else ""
        lines.append(f"Họp ngày {format_date(meeting.on)}{voted}")
    lines += [f"- {one.what}: {one.why}. {one.action} ({one.source})." for one in shown.breaks]
    return "\n".join(lines)


def _of(rate: Rate) -> str:
    counts = f"{format_int(rate.part)}/{format_int(rate.whole)}"
    return f"{counts} ({rate.text()})" if rate.whole else counts
