"""``appraise``: an authority's communes, and one of them as its own ``status`` tells it."""

from __future__ import annotations

import argparse
from typing import Any

from ntm_desktop.cli.answer import Answer, Desk, desk
from ntm_desktop.cli.arguments import DECISIONS, OUTCOMES, WHOLE
from ntm_desktop.cli.assessing import status_text
from ntm_desktop.cli.exchanging import write_out
from ntm_desktop.domain.remarks import DECISION_WORDS, Decision
from ntm_desktop.errors import NtmError
from ntm_desktop.services import communes, remarks, submissions
from ntm_desktop.services import status as statuses
from ntm_desktop.services.communes import Asked, CommuneLine
from ntm_desktop.services.remarks import Target
from ntm_desktop.text import count_words, counted, format_date, format_millions, natural_key

_NOT_AUTHORITY = (
    "Thư mục {folder} là dữ liệu của xã, không phải của cơ quan thẩm định. Ghi đúng thư mục sau --data."
)
_NEVER_SENT = "{name} chưa gửi gói nào nên chưa có số liệu để xem. Nhắc xã gửi gói rồi nhận bằng lệnh import."
_SEND = "Gửi xã bằng lệnh appraise export."
_NONE = "(không có)"
_NO_COMMUNE = "Chưa có xã nào. Nhận khóa của xã bằng lệnh keys import, rồi nhận gói bằng lệnh import."


def appraise(args: argparse.Namespace) -> Answer:
    with desk(args) as at:
        if at.database.kind != "appraiser":
            raise NtmError(_NOT_AUTHORITY.format(folder=args.folder))
        return _ACTS[args.act](at, args)


def _communes(at: Desk, args: argparse.Namespace) -> Answer:
    on = args.on or at.today
    with at.database.read() as session:
        found = communes.overview(session, on=on)
    asked = Asked(args.asked.replace("-", "_")) if args.asked else Asked.ALL
    lines = communes.narrowed(found.lines, asked=asked, words=args.text)
    sums = communes.lacking(lines, found.codes)
    plain = {
        "on": on.isoformat(),
        "total": len(found.lines),
        "communes": [_plain(line) for line in lines],
        "lacking": {code: count for code, count in sums.items() if count},
    }
    told = [_line(line) for line in lines] or [_NO_COMMUNE if not found.lines else "Không có xã nào khớp."]
    return Answer(plain, "\n".join(told), at.warnings)


def _show(at: Desk, args: argparse.Namespace) -> Answer:
    on = args.on or at.today
    with at.database.read() as session:
        line = communes.find(communes.overview(session, on=on).lines, args.name)
    if not line.seq:
        raise NtmError(_NEVER_SENT.format(name=f"{line.name[:1].upper()}{line.name[1:]}"))
    with at.database.read(of=line.code) as session:
        plain = statuses.status(session, on=on)
        doubts = statuses.doubts(session, on=on)
        decisions = remarks.decisions(session)
    plain["decisions"] = [_plain_decision(one) for one in decisions]
    plain["package"] = _package(line)
    assert line.created is not None
    head = f"Gói số {counted(line.seq)} ngày {format_date(line.created)}"
    told = [f"Kết luận thẩm định: {_decision_text(one)}" for one in decisions]
    return Answer(plain, "\n".join([head, *told, status_text(plain)]), (*at.warnings, *doubts))


def _compare(at: Desk, args: argparse.Namespace) -> Answer:
    with at.database.read(of=_code(at, args)) as session:
        found = submissions.compare(session, then=args.then, now=args.now)
    plain = {
        "then": {"seq": found.then.seq, "code": found.then.code, "on": found.then.created.isoformat()},
        "now": {"seq": found.now.seq, "code": found.now.code, "on": found.now.created.isoformat()},
        "changes": [
            {"group": one.group.value, "what": one.what, "then": one.then, "now": one.now}
            for one in found.changes
        ],
    }
    lines = [f"{found.then.name} và {found.now.name.lower()}:"]
    lines += [f"- {one.what}: {one.then or _NONE} → {one.now or _NONE}" for one in found.changes]
    if not found.changes:
        lines.append("Không có gì thay đổi.")
    return Answer(plain, "\n".join(lines), (*at.warnings, *found.notes))


def _remark(at: Desk, args: argparse.Namespace) -> Answer:
    targets = [_target(code) for code in args.codes.split(",")]
    action = f"Nhận xét {', '.join(one.indicator or WHOLE for one in targets)}"
    with at.database.write(action, at.by, at.now, of=_code(at, args)) as session:
        remarks.add(session, targets=targets, text=args.text, on=at.today, due=args.due)
    count = count_words(len(targets), "nhận xét")
    return Answer({"remarks": len(targets)}, f"Đã ghi {count}. {_SEND}", at.warnings)


def _conclude(at: Desk, args: argparse.Namespace) -> Answer:
    outcome, target = OUTCOMES[args.outcome], _target(args.code)
    of = _code(at, args)
    with at.database.read(of=of) as session:
        said = [one for one in remarks.list_remarks(session, on=at.today) if one.target == target]
    waiting = [one for one in said if one.state.is_open]
    if not waiting:
        raise NtmError(f"Không có nhận xét nào về {args.code} còn chờ kết luận.")
    with at.database.write(f"Kết luận nhận xét {args.code}", at.by, at.now, of=of) as session:
        for one in waiting:
            remarks.conclude(session, uid=one.uid, outcome=outcome, text=args.text)
    return Answer({"concluded": len(waiting)}, f"Đã ghi kết luận. {_SEND}", at.warnings)


def _decide(at: Desk, args: argparse.Namespace) -> Answer:
    outcome = DECISIONS[args.outcome]
    action = f"Kết luận thẩm định: {DECISION_WORDS[outcome]}"
    with at.database.write(action, at.by, at.now, of=_code(at, args)) as session:
        remarks.decide(session, outcome=outcome, number=args.number, issued=args.issued, text=args.text)
    return Answer({"decided": outcome}, f"Đã ghi kết luận: {DECISION_WORDS[outcome]}. {_SEND}", at.warnings)


def _target(code: str) -> Target:
    return Target() if code.strip() == WHOLE else Target(indicator=code.strip())


def _export(at: Desk, args: argparse.Namespace) -> Answer:
    return write_out(at, args, of=_code(at, args))


def _code(at: Desk, args: argparse.Namespace) -> str:
    with at.database.read() as session:
        return communes.find(communes.overview(session, on=at.today).lines, args.name).code


_ACTS = {
    "communes": _communes,
    "show": _show,
    "compare": _compare,
    "remark": _remark,
    "conclude": _conclude,
    "decide": _decide,
    "export": _export,
}


def _plain(line: CommuneLine) -> dict[str, Any]:
    found: dict[str, Any] = {"code": line.code, "name": line.name, "package": _package(line)}
    if (digest := line.digest) is None:
        return found
    return found | {
        "district": digest.district,
        "illustrative": digest.illustrative,
        "goal": {
            "set": digest.set_id,
            "regime": digest.regime,
            "tier": digest.tier,
            "year": digest.year,
        },
        "as_of": line.as_of.isoformat() if line.as_of else None,
        "criteria": {
            "total": digest.total,
            "met": digest.met,
            "left": digest.left,
            "states": digest.criteria,
            "regressed_codes": list(digest.regressed),
        },
        "works": {"total": digest.works, "late": digest.late_works},
        "debt": digest.debt,
        "missing_capital": digest.missing_capital,
        "late_capital": line.late_capital,
        "obstacles": {"open": len(digest.obstacles), "waiting": line.waiting, "days": line.waiting_days},
    }


def _plain_decision(one: Decision) -> dict[str, Any]:
    issued = one.issued.isoformat() if one.issued else None
    return {"outcome": one.outcome, "number": one.number, "issued": issued, "text": one.body, "by": one.by}


def _decision_text(one: Decision) -> str:
    paper = f"số {one.number}" if one.number else ""
    issued = f"ngày {format_date(one.issued)}" if one.issued else ""
    return "; ".join(filter(None, (DECISION_WORDS[one.outcome], paper, issued, one.by, one.body)))


def _package(line: CommuneLine) -> dict[str, Any] | None:
    if line.created is None:
        return None
    return {
        "seq": line.seq,
        "on": line.created.isoformat(),
        "later": line.later,
        "missing": line.missing,
        "silent_days": line.silent,
    }


def _line(line: CommuneLine) -> str:
    name = f"{line.name[:1].upper()}{line.name[1:]}"
    if line.created is None:
        return f"{line.code}  {name}: chưa gửi gói nào"
    package = f"gói số {counted(line.seq)} ngày {format_date(line.created)}"
    if (digest := line.digest) is None:
        return f"{line.code}  {name}: chưa có bộ tiêu chí của xã trong chương trình; {package}"
    parts = [f"{digest.met}/{digest.total}"]
    if digest.left:
        parts[0] += f", còn {count_words(digest.left, 'tiêu chí')}"
        codes = [code for code, state in digest.criteria.items() if state in communes.LACKING]
        parts[0] += f" ({', '.join(sorted(codes, key=natural_key))})"
    if digest.regressed:
        parts.append(f"tụt chuẩn {', '.join(digest.regressed)}")
    if digest.late_works:
        parts.append(f"{count_words(digest.late_works, 'công trình')} chậm")
    if line.late_capital:
        parts.append(f"vốn cam kết quá hạn {format_millions(line.late_capital)}")
    if line.waiting:
        parts.append(f"{count_words(line.waiting, 'vướng mắc')} chờ quyết định")
    return f"{line.code}  {name}: {'; '.join(parts)}; {package}"
