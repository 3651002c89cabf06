"""Search over everything in this workplace: marks do not matter, but those typed rank exact matches first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ntm_desktop.db.session import Session
from ntm_desktop.domain.contributions import KIND_NAMES
from ntm_desktop.domain.overview import Link
from ntm_desktop.services import (
    clearance,
    commitments,
    commune,
    consultation,
    contractors,
    contributions,
    criteria_sets,
    evidence,
    goals,
    obstacles,
    official_documents,
    people,
    works,
)
from ntm_desktop.text import format_date, nfc, search_key


@dataclass(frozen=True, slots=True)
class Hit:
    kind: str
    """criterion, indicator, evidence, document, work, obstacle, commitment, contractor, letter, contribution,
    plot, opinion, publication, broadcast, person, hamlet"""
    title: str
    subtitle: str
    link: Link


def search(session: Session, *, text: str, on: date, limit: int = 20) -> tuple[Hit, ...]:
    """Hits that hold every word, of what is known on a day; the best first."""
    wanted = nfc(text).casefold().strip()
    words = search_key(text).split()
    if not words:
        return ()
    ranked = []
    for place, hit in enumerate(_everything(session, on)):
        key = search_key(f"{hit.title} {hit.subtitle}")
        if all(word in key for word in words):
            ranked.append((_rank(hit, wanted, words), place, hit))
    ranked.sort(key=lambda found: found[:2])
    return tuple(hit for _rank_, _place, hit in ranked[:limit])


def _rank(hit: Hit, wanted: str, words: list[str]) -> int:
    title, key = hit.title.casefold(), search_key(hit.title)
    code = title.split(" ", 1)[0]
    if wanted in (code, title):
        return 0
    if _begins(title, wanted):
        return 1
    if wanted in title:
        return 2
    if _begins(key, " ".join(words)):
        return 3
    return 4 if all(word in key for word in words) else 5


def _begins(title: str, wanted: str) -> bool:
    """With its code or with the words behind it."""
    return title.startswith(wanted) or title.lstrip("0123456789. ").startswith(wanted)


def _everything(session: Session, on: date) -> Iterator[Hit]:
    goal = goals.current(session, on=on)
    criteria_set = criteria_sets.load(session, set_id=goal.set_id).on(on)
    for criterion in criteria_set.criteria:
        link = Link("tieu-chi", criterion.code)
        yield Hit("criterion", f"{criterion.code} {criterion.name}", "Tiêu chí", link)
        for indicator in criterion.indicators:
            link = Link("tieu-chi", indicator.code)
            yield Hit("indicator", f"{indicator.official_code} {indicator.text}", criterion.name, link)
    for proof in evidence.list_evidence(session, set_id=goal.set_id):
        subtitle = f"Minh chứng {', '.join(map(criteria_set.official, proof.codes))}, {proof.file_name}"
        yield Hit("evidence", proof.title, subtitle, Link("tieu-chi", proof.codes[0]))
    for document in official_documents.list_documents(session):
        yield Hit("document", document.label, document.title, Link("thiet-lap", f"van-ban/{document.uid}"))
    for work in works.table(session, on=on).rows:
        subtitle = ", ".join(filter(None, ("Công trình", work.place, work.contractor)))
        yield Hit("work", work.name, subtitle, Link("cong-trinh", work.uid))
    for obstacle in obstacles.table(session, on=on).rows:
        subtitle = f"Vướng mắc, {obstacle.subject}, {obstacle.decider}"
        yield Hit("obstacle", obstacle.what, subtitle, Link("vuong-mac", obstacle.uid))
    for promise in commitments.table(session, on=on).rows:
        title = f"Cam kết vốn của {promise.promiser}"
        subtitle = f"{promise.subject}, {promise.source_text} {promise.number}".rstrip()
        yield Hit("commitment", title, subtitle, Link("vuong-mac", f"cam-ket/{promise.uid}"))
    letters = contractors.letters(session, on=on)
    for uid, name in contractors.names(session).items():
        link = Link("don-vi-thi-cong", uid)
        yield Hit("contractor", name, "Đơn vị thi công", link)
        for letter in letters.get(uid, ()):
            yield Hit("letter", letter.content, f"Công văn đôn đốc {letter.label}, {name}", link)
    for person in people.list_people(session):
        yield Hit("person", person.name, person.post, Link("thiet-lap", f"can-bo/{person.uid}"))
    for hamlet in commune.list_hamlets(session):
        yield Hit("hamlet", hamlet.name, "Thôn", Link("thiet-lap", "thon"))
    for gift in contributions.table(session, on=on).rows:
        what = f"Đóng góp {KIND_NAMES[gift.gift.kind].lower()}, {gift.purpose}"
        yield Hit("contribution", gift.giver, what, Link("huy-dong", gift.uid))
    for plot in clearance.table(session, on=on).rows:
        what = f"Mặt bằng {plot.work}, {plot.place}"
        yield Hit("plot", plot.household, what, Link("huy-dong", f"gpmb/{plot.uid}"))
    yield from _asked(session, on)


def _asked(session: Session, on: date) -> Iterator[Hit]:
    """What was said about the dossier of the goal in force, and where its report was made known."""
    asked = consultation.view(session, on=on)
    for one in asked.opinions:
        known = (
            f"Ý kiến ngày {format_date(one.on)}",
            one.number and f"văn bản số {one.number}",
            one.proposal and f"đề xuất: {one.proposal}",
            one.reply and f"trả lời: {one.reply}",
        )
        title, subtitle = f"{one.giver_text}: {one.content}", "; ".join(filter(None, known))
        yield Hit("opinion", title, subtitle, Link("lay-y-kien", f"y-kien/{one.uid}"))
    for place in asked.publications:
        days = f"Niêm yết từ {format_date(place.first)} đến hết {format_date(place.last)}"
        subtitle = f"{days}; {place.note}" if place.note else days
        yield Hit("publication", place.place, subtitle, Link("lay-y-kien", f"niem-yet/{place.uid}"))
    for heard in asked.broadcasts:
        title = f"Phát thanh ngày {format_date(heard.on)}"
        subtitle = heard.note or "Lấy ý kiến"
        yield Hit("broadcast", title, subtitle, Link("lay-y-kien", f"phat-thanh/{heard.uid}"))
