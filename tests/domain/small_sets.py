"""Builders of small indicators and targets to hold the rules against."""

from ntm_desktop.domain.criteria import (
    Compare,
    Indicator,
    Measure,
    Part,
    Provenance,
    Target,
    Verification,
)
from ntm_desktop.domain.judging import ResolvedTarget, TargetLevel

UNITS = {Measure.PERCENT: "%", Measure.COUNT: "hộ", Measure.AMOUNT: "triệu đồng/người/năm"}


def make_part(
    key: str = "v",
    measure: Measure = Measure.PERCENT,
    compare: Compare = Compare.AT_LEAST,
    name: str = "",
    levels: tuple[str, ...] = (),
    hidden: bool = False,
    counted: str = "",
) -> Part:
    return Part(key, name, measure, UNITS.get(measure, ""), compare, levels, hidden, counted)


def make_target(
    value: int | None,
    part: str = "v",
    verification: Verification = Verification.CONFIRMED,
    profile: str | None = None,
    year: int | None = None,
    schools: tuple[int, int | None] | None = None,
) -> Target:
    return Target(part, value, "", verification, Provenance("1980/QĐ-TTg"), profile, year, schools)


def make_indicator(*parts: Part, targets: tuple[Target, ...] = (), code: str = "17.6") -> Indicator:
    return Indicator(code, code, code.split(".")[0], "Chỉ tiêu thử", parts or (make_part(),), targets)


def resolved(
    part: Part, value: int | None, verification: Verification = Verification.CONFIRMED
) -> ResolvedTarget:
    return ResolvedTarget(make_target(value, part.key, verification), TargetLevel.NATIONAL, part)
