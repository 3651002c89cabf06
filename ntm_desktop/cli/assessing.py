"""``status`` and ``record``: where the commune stands, and one more fact."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from ntm_desktop.cli.answer import Answer, desk
from ntm_desktop.db.session import Session
from ntm_desktop.domain.criteria import Indicator
from ntm_desktop.domain.targets import NO_TARGET_TEXT
from ntm_desktop.errors import NtmError
from ntm_desktop.services import assessments, evidence, files, indicators
from ntm_desktop.services import status as statuses
from ntm_desktop.text import count_words, counted, format_date, format_millions, parse_date

_VERDICTS = {
    "met": "đạt",
    "unmet": "chưa đạt",
    "not_assessed": "chưa đánh giá",
    "not_applicable": "không áp dụng",
    "no_target": "chưa thể xét",
}


def status(args: argparse.Namespace) -> Answer:
    with desk(args) as at, at.database.read() as session:
        on = args.on or at.today
        plain = statuses.status(session, on=on)
        return Answer(plain, status_text(plain), (*at.warnings, *statuses.doubts(session, on=on)))


def record(args: argparse.Namespace) -> Answer:
    if (args.na is None) == (not args.values):
        raise NtmError("Nhập giá trị của chỉ tiêu, hoặc --na với căn cứ để không xét, một trong hai.")
    with desk(args) as at:
        with at.database.read() as session:
            indicator = assessments.find(session, code=args.code, on=args.on)
            texts = _texts(indicator, args.values)
            replaces = _replaced(session, indicator, args.replaces)
            newer = assessments.newer_fact(session, code=indicator.code, as_of=args.on, today=at.today)
        stored = [files.take_in(at.database.files, path) for path in args.evidence]
        action = f"Nhập số liệu chỉ tiêu {indicator.official_code}"
        with at.database.write(action, at.by, at.now) as session:
            if args.na is None:
                try:
                    assessments.record(
                        session,
                        code=indicator.code,
                        texts=texts,
                        as_of=args.on,
                        today=at.today,
                        note=args.note,
                        reason=args.reason,
                        replaces=replaces,
                        sure=args.yes,
                    )
                except assessments.DoubtfulNumber as doubt:
                    more = "Nếu số này đúng thì thêm --yes."
                    raise NtmError(f"{doubt.message} {more}", doubt.problems) from doubt
            else:
                assessments.record_not_applicable(
                    session,
                    code=indicator.code,
                    ground=args.na,
                    as_of=args.on,
                    today=at.today,
                    note=args.note,
                    reason=args.reason,
                    replaces=replaces,
                )
            attached = evidence.attach_all(
                session, files=stored, code=indicator.code, today=at.today, on=args.on
            )
        with at.database.read() as session:
            doubts = tuple(one.doubt for one in stored if one.doubt)
            answer = _recorded(session, args, indicator.code, (*at.warnings, *attached.skipped, *doubts))
        if newer is None or replaces is not None:
            return answer
        day = format_date(newer.as_of)
        warning = (
            f"Số đang dùng vẫn là số ghi ngày {day}, mới hơn ngày vừa nhập. Nếu ngày đó ghi nhầm, "
            f"hoàn tác rồi nhập lại với --replaces {day}."
        )
        return replace(answer, warnings=(*answer.warnings, warning))


def _recorded(session: Session, args: argparse.Namespace, code: str, warnings: tuple[str, ...]) -> Answer:
    row = indicators.detail(session, code=code, on=args.on).row
    plain = {
        "code": row.code,
        "on": args.on.isoformat(),
        "value": row.value_text,
        "target": row.target_text,
        "verdict": row.verdict.value,
        "unverified": row.unverified,
        "evidence": row.evidence_count,
    }
    level = row.target_text if row.target_text == NO_TARGET_TEXT else f"mức {row.target_text}"
    text = (
        f"Chỉ tiêu {row.official_code}, ngày {format_date(args.on)}: {row.value_text} "
        f"({level}), {_VERDICTS[row.verdict]}."
    )
    return Answer(plain, text, warnings)


def _replaced(session: Session, indicator: Indicator, day: date | None) -> str | None:
    """The fact that ``--replaces`` names by its day."""
    if day is None:
        return None
    fact = assessments.fact_of_day(session, code=indicator.code, as_of=day)
    if fact is None:
        raise NtmError(
            f"Chỉ tiêu {indicator.official_code} không có số liệu ghi ngày {format_date(day)} để sửa. "
            "Xem lại ngày, hoặc bỏ --replaces để ghi thêm."
        )
    return fact.uid


def _texts(indicator: Indicator, words: Sequence[str]) -> dict[str, str]:
    """``95,5`` is the only part; ``hop_ve_sinh=93,1 nuoc_sach=56,4`` names them."""
    texts: dict[str, str] = {}
    for word in words:
        part, equals, text = word.partition("=")
        key, value = (part.strip(), text) if equals else ("v", word)
        if key in texts and any(one.key == key for one in indicator.parts):
            told = f"phần {key}" if equals else f"chỉ tiêu {indicator.official_code}"
            raise NtmError(
                f"Có hai giá trị cho {told}: “{texts[key]}” và “{value}”. Chỉ nhập một; "
                "giá trị có dấu cách thì đặt trong ngoặc kép."
            )
        texts[key] = value
    _refuse_unnamed(indicator, texts)
    _refuse_missing(indicator, texts)
    return texts


def _refuse_unnamed(indicator: Indicator, texts: Mapping[str, str]) -> None:
    """A bare number says nothing where the parts have names."""
    if "v" in texts and all(part.key != "v" for part in indicator.parts):
        example = " ".join(f"{part.key}=…" for part in indicator.parts)
        names = "; ".join(part.name for part in indicator.parts if part.name)
        raise NtmError(
            f"Chỉ tiêu {indicator.official_code} gồm các phần có tên. Nhập {example}"
            + (f" ({names})." if names else ".")
        )


def _refuse_missing(indicator: Indicator, texts: Mapping[str, str]) -> None:
    """Some of several parts: which key the others are typed with. A key that is none is told elsewhere."""
    keys = {part.key for part in indicator.parts}
    given = {key.partition("@")[0] for key, text in texts.items() if text.strip()}
    missing = [part for part in indicator.parts if part.key not in given]
    if not given or not missing or not {key.partition("@")[0] for key in texts} <= keys:
        return
    words = ", ".join(f"{part.key}=… ({part.name})" if part.name else f"{part.key}=…" for part in missing)
    raise NtmError(
        f"Chỉ tiêu {indicator.official_code} gồm {count_words(len(keys), 'phần')}, còn thiếu {words}. "
        "Nhập đủ các phần trong một lệnh."
    )


def status_text(plain: dict[str, Any]) -> str:
    criteria, dossier = plain["criteria"], plain["readiness"]
    name = plain["commune"]["name"]
    lines = [f"{name[:1].upper()}{name[1:]}, tính đến {format_date(parse_date(plain['on']))}"]
    if plain["illustrative"]:
        lines.append("SỐ LIỆU MINH HỌA")
    left_out_counts = criteria["met"] == criteria["total"] - criteria["unmet"] - criteria["undecided"]
    count = f"{criteria['met']}/{criteria['total']} tiêu chí đạt"
    if left_out_counts and criteria["not_applicable"]:
        count += f", trong đó {count_words(criteria['not_applicable'], 'tiêu chí không xét')}"
    lines.append(count)
    for key, words in (("unmet", "chưa đạt"), ("undecided", "chưa xét xong")):
        if criteria[key]:
            codes = ", ".join(criteria[f"{key}_codes"])
            lines.append(f"{count_words(criteria[key], 'tiêu chí')} {words}: {codes}")
    counts = (count_words(n, _VERDICTS[verdict]) for verdict, n in plain["indicators"].items() if n)
    lines.append(f"Chỉ tiêu: {', '.join(counts) or 'bộ tiêu chí này chưa có chỉ tiêu trong chương trình'}")
    if works := plain["works"]["total"]:
        lines.append(
            f"Công trình: {counted(works)}, chậm {counted(plain['works']['late'])}; nợ đọng "
            f"{format_millions(plain['debt'])}, thiếu vốn {format_millions(plain['missing_capital'])}"
        )
    if held_up := plain["obstacles"]["open"]:
        overdue = counted(plain["obstacles"]["overdue"])
        lines.append(f"Vướng mắc: {count_words(held_up, 'đang mở')}, quá hạn trả lời {overdue}")
    missing = "in được bản chính thức"
    if dossier["block"]:
        missing = f"còn {count_words(dossier['block'], 'mục phải bổ sung')}"
    lines.append(f"Hồ sơ: {missing}, {count_words(dossier['warn'], 'mục cần xem lại')}")
    lines += [f"- {line['sentence']}" for line in dossier["lines"] if line["state"] == "block"]
    return "\n".join(lines)
