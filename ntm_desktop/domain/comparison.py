"""What differs between two states of what a dossier tells: things that came, went, or say something else.

A state is a list of things, each known by its group and key; where the keys differ, things of the same
``alias`` are one thing that was replaced. How a state is found is not the matter of this rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Group(StrEnum):
    """In the order in which changes are told."""

    GOAL = "Mục tiêu, trình tự"
    CRITERIA = "Tiêu chí"
    INDICATORS = "Chỉ tiêu"
    EVIDENCE = "Minh chứng"
    PLANS = "Kế hoạch khắc phục"
    WORKS = "Công trình"
    RESOURCES = "Nguồn lực huy động"
    CONSULTATION = "Lấy ý kiến"
    COMMUNE = "Thông tin, số liệu của xã"
    PEOPLE = "Người ký, người phụ trách"
    PAPERS = "Văn bản, căn cứ"
    NARRATIVES = "Phần lời"


class Kind(StrEnum):
    ADDED = "Thêm"
    REMOVED = "Không còn"
    CHANGED = "Thay đổi"


REPLACED = "đã thay bằng tệp khác cùng tên"


@dataclass(frozen=True, slots=True)
class Thing:
    """``told`` in one line for who has nothing to hold it against; ``says`` by label what can change, and
    ``holds`` what lies behind the words of a label: a file of the same name may be another one."""

    group: Group
    key: str
    name: str
    says: Mapping[str, str]
    told: str = ""
    alias: str = ""
    holds: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """``label`` is "" where the whole thing came or went; an empty text says that nothing stood there."""

    group: Group
    kind: Kind
    name: str
    label: str
    then: str
    now: str

    @property
    def what(self) -> str:
        """“17.6 Tỷ lệ hộ …: Kết quả”, “Cầu treo: không còn”."""
        return f"{self.name}: {self.label or self.kind.value.lower()}"


def compare(then: Sequence[Thing], now: Sequence[Thing]) -> tuple[Change, ...]:
    """By group, within it as ``now`` lists the things; those that are gone come last."""
    before, after = _by_key(then), _by_key(now)
    partner = {key: key for key in after if key in before}
    partner |= _replaced(
        [one for key, one in before.items() if key not in after],
        [one for key, one in after.items() if key not in before],
    )
    found: dict[Group, list[Change]] = {group: [] for group in Group}
    for key, one in after.items():
        if key in partner:
            found[one.group] += _changed(before[partner[key]], one)
        else:
            found[one.group].append(Change(one.group, Kind.ADDED, one.name, "", "", one.told or one.name))
    kept = set(partner.values())
    for key, one in before.items():
        if key not in kept:
            gone = Change(one.group, Kind.REMOVED, one.name, "", one.told or one.name, "")
            found[one.group].append(gone)
    return tuple(change for changes in found.values() for change in changes)


def apart(then: str, now: str, *, around: int = 40, most: int = 160, longest: int = 400) -> tuple[str, str]:
    """Of two long texts the part in which they differ, with some words on both sides: of the ``longest`` part
    its beginning, which is where they differ first."""
    if max(len(then), len(now)) <= most:
        return then, now
    least = min(len(then), len(now))
    start = next((place for place in range(least) if then[place] != now[place]), least)
    room = least - start
    end = next((place for place in range(room) if then[-1 - place] != now[-1 - place]), room)
    return _cut(then, start, end, around, longest), _cut(now, start, end, around, longest)


_Key = tuple[Group, str]


def _by_key(things: Iterable[Thing]) -> dict[_Key, Thing]:
    found: dict[_Key, Thing] = {}
    for one in things:
        if (one.group, one.key) in found:
            raise ValueError(f"two things of {one.group.name} have the key {one.key}")
        found[one.group, one.key] = one
    return found


def _replaced(gone: Sequence[Thing], come: Sequence[Thing]) -> dict[_Key, _Key]:
    """By what came: what it stands in the place of, where that is beyond doubt."""
    before, after = _by_alias(gone), _by_alias(come)
    return {
        (one.group, one.key): (before[alias].group, before[alias].key)
        for alias, one in after.items()
        if alias in before
    }


def _by_alias(things: Iterable[Thing]) -> dict[_Key, Thing]:
    """Those whose alias no other has."""
    found: dict[_Key, list[Thing]] = {}
    for one in things:
        if one.alias:
            found.setdefault((one.group, one.alias), []).append(one)
    return {alias: some[0] for alias, some in found.items() if len(some) == 1}


def _changed(then: Thing, now: Thing) -> Iterator[Change]:
    for label in dict.fromkeys((*now.says, *then.says)):
        was, is_now = then.says.get(label, ""), now.says.get(label, "")
        if was == is_now and then.holds.get(label) != now.holds.get(label):
            is_now = f"{is_now} ({REPLACED})"
        if was != is_now:
            yield Change(now.group, Kind.CHANGED, now.name, label, was, is_now)


def _cut(text: str, start: int, end: int, around: int, longest: int) -> str:
    """What lies between the first ``start`` and the last ``end`` letters, with whole words around it."""
    first, last = max(0, start - around), min(len(text), len(text) - end + around)
    if first and (space := text.find(" ", first, start)) >= 0:
        first = space + 1
    last = min(last, first + longest)
    if last < len(text) and (space := text.rfind(" ", max(start + 1, last - around), last)) >= 0:
        last = space
    return f"{'…' if first else ''}{text[first:last]}{'…' if last < len(text) else ''}"
