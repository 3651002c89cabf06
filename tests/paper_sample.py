"""The sample commune as the papers see it, from the bundled files by the real rules; no database."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from ntm_desktop.documents.data import (
    CommuneFacts,
    CriterionFacts,
    DossierData,
    EvidenceFacts,
    FigureFacts,
    GoalFacts,
    HamletFacts,
    IndicatorFacts,
    PaperFacts,
    PlanFacts,
    SignerFacts,
)
from ntm_desktop.domain.criteria import Indicator, spaced_years
from ntm_desktop.domain.judging import Judgement, Verdict, gap_text, judge, judge_not_applicable
from ntm_desktop.domain.standing import standing
from ntm_desktop.domain.targets import ResolvedTarget, resolve, source_text, target_text
from ntm_desktop.domain.values import Value, format_value, parse_value
from ntm_desktop.packs.criteria import load_builtin
from ntm_desktop.packs.forms import Citation, load_regime
from ntm_desktop.packs.overlay import overrides_of, read_overlay
from ntm_desktop.paths import resource
from ntm_desktop.text import format_int

ON = date(2021, 6, 30)
NA_GROUND = "khoản 2 Điều 3 Quyết định số 00/QĐ-UBND (minh họa) của Ủy ban nhân dân tỉnh"


def yen_hoa(
    *, draft: bool = True, pictures: Mapping[str, Path] | None = None, regime: str = "2016"
) -> DossierData:
    """``pictures`` by evidence title. Without number and date; signed by the chairman."""
    sample = json.loads(resource("samples", "yen-hoa.json").read_text(encoding="utf-8"))
    goal = next(goal for goal in sample["goals"] if goal["year"] == 2021)
    criteria_set = load_builtin(goal["set_id"]).on(ON)
    overlay = read_overlay(resource("samples", sample["overlay"]).read_bytes())
    overrides = overrides_of(overlay, criteria_set)
    facts: dict[str, tuple[date, dict[str, str] | None]] = {}
    for chapter in sample["story"]:
        on = date.fromisoformat(chapter["on"])
        if on <= ON:
            for code, value in chapter["facts"].items():
                facts[code] = on, value if isinstance(value, dict) else {"v": value}
            for code in chapter.get("not_applicable", ()):
                facts[code] = on, None
    judged: dict[str, Judgement] = {}
    rows: dict[str, IndicatorFacts] = {}
    for indicator in criteria_set.indicators():
        targets = resolve(
            indicator, overrides=overrides, profile=goal["profile"], year=2021, schools=4, on=ON
        )
        as_of, texts = facts.get(indicator.code, (None, {}))
        value = parse_value(indicator, texts) if texts else None
        judged[indicator.code] = judge_not_applicable() if texts is None else judge(indicator, value, targets)
        rows[indicator.code] = _row(
            indicator,
            targets,
            judged[indicator.code],
            value,
            as_of,
            _evidence(sample, indicator, pictures or {}),
        )
    now = standing(criteria_set, judged)
    people = {person["key"]: person for person in sample["people"]}
    charge = {c: people[p]["name"] for p, cs in sample["responsibilities"]["by_person"].items() for c in cs}
    groups = dict(criteria_set.groups)
    commune = sample["commune"]
    chair = SignerFacts(people["chair"]["name"], people["chair"]["post"])
    return DossierData(
        commune=CommuneFacts(
            name=commune["name"],
            district="" if regime == "2025-2cap" else commune["district"],
            province=commune["province"],
            place=commune["place"],
            region=commune["region"],
            hamlets=tuple(HamletFacts(*hamlet) for hamlet in sample["hamlets"]),
            figures=(
                FigureFacts("households", "Số hộ", f"{format_int(1342)} hộ", date(2020, 12, 31)),
                FigureFacts("population", "Dân số", f"{format_int(5244)} người", date(2020, 12, 31)),
            ),
        ),
        goal=GoalFacts(
            set_id=criteria_set.id,
            set_title=criteria_set.full_title,
            set_citation=Citation(
                "Quyết định",
                criteria_set.decision,
                criteria_set.issued,
                "Thủ tướng Chính phủ",
                f"về việc ban hành {criteria_set.full_title}",
            ),
            set_amendments=(),
            set_criteria=criteria_set.expected[0],
            set_period=criteria_set.period,
            tier="nông thôn mới",
            year=goal["year"],
            profile_name="Trung du miền núi phía Bắc",
            profile_ground=goal["profile_ground"],
        ),
        regime=load_regime(regime),
        on=ON,
        today=date(2021, 7, 5),
        criteria=tuple(
            CriterionFacts(
                code=criterion.code,
                name=criterion.name,
                group=groups[criterion.group],
                state=now.state(criterion.code),
                indicators=tuple(rows[i.code] for i in criterion.indicators),
                person=charge.get(criterion.code, ""),
            )
            for criterion in criteria_set.criteria
        ),
        met=len(now.met_codes),
        grounds=tuple(
            Citation(d["kind"], d["number"], date.fromisoformat(d["issued"]), d["issuer"], d["title"])
            for d in sample["documents"]
            if d["role"] == "can_cu"
        ),
        papers=tuple(PaperFacts(form, signer=chair) for form in ("to_trinh", "bao_cao", "bieu_chi_tiet")),
        plans=tuple(
            PlanFacts(
                plan["code"],
                plan["cause"],
                plan["solution"],
                plan["money"],
                date.fromisoformat(plan["deadline"]),
                people[plan["person"]]["name"],
            )
            for plan in sample["plans"]
        ),
        draft=draft,
        illustrative=True,
    )


def _row(
    indicator: Indicator,
    targets: Mapping[str, ResolvedTarget | None],
    judgement: Judgement,
    value: Value | None,
    as_of: date | None,
    evidence: tuple[EvidenceFacts, ...],
) -> IndicatorFacts:
    return IndicatorFacts(
        code=indicator.code,
        official_code=indicator.official_code,
        text=spaced_years(indicator.text),
        target_text=target_text(indicator, targets),
        target_source=source_text(next(iter(targets.values())), "Trung du miền núi phía Bắc"),
        value_text=format_value(indicator, value) if value else "",
        verdict=judgement.verdict,
        unverified=judgement.unverified,
        marked=judgement.unverified,
        na_ground=NA_GROUND if judgement.verdict is Verdict.NOT_APPLICABLE else "",
        as_of=as_of,
        gap_text=gap_text(indicator, judgement, value),
        evidence=evidence,
    )


def _evidence(
    sample: dict[str, dict[str, list[dict[str, object]]]], indicator: Indicator, pictures: Mapping[str, Path]
) -> tuple[EvidenceFacts, ...]:
    documents = {str(d["key"]): d for d in sample["documents"]}  # type: ignore[index]
    found = []
    for item in sample["evidence"]:
        known_by = date.fromisoformat(str(item.get("valid_from", ON)))
        if indicator.code in item["codes"] and known_by <= ON:  # type: ignore[operator]
            cited = documents.get(str(item["document"]))
            found.append(
                EvidenceFacts(
                    title=str(item["title"]),
                    document=f"{cited['kind']} số {cited['number']}" if cited else "",
                    file_name=f"{item['title']}.{item['type']}",
                    file_type=str(item["type"]),
                    picture=pictures.get(str(item["title"])),
                )
            )
    return tuple(found)
