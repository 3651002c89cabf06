"""Ten thousand packages that were changed on their way: each is refused by a name, and nothing is written.

Packages that a pinned sender itself made wrong: test_packages_of_a_broken_sender.py.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product
from pathlib import Path

import pytest
import small_commune
from exchanging import AT, Side, content_of, made, new_authority, pinned, quiet, submitted, taken

from ntm_desktop.db.engine import Session
from ntm_desktop.services import commune, receiving
from ntm_desktop.services.receiving import Arrival
from ntm_desktop.sync import header as headers
from ntm_desktop.sync.refusals import PackageRefused, Refusal
from ntm_desktop.sync.sequence import Result

SECTOR = 512


@dataclass(frozen=True)
class Pieces:
    """A package cut where its parts meet."""

    beginning: bytes
    told: bytes
    signature: bytes
    body: bytes

    @classmethod
    def of(cls, path: Path) -> Pieces:
        with path.open("rb") as file:
            opening = headers.read(file)
        content = path.read_bytes()
        begin = content.index(opening.told)
        return cls(content[:begin], opening.told, opening.signature, content[opening.length :])

    @property
    def whole(self) -> bytes:
        return self.beginning + self.told + self.signature + self.body


@dataclass
class Post:
    """An authority that has taken a package of each of two communes, and their next ones on the way."""

    authority: Side
    first: Pieces
    next_one: Pieces
    again: Pieces
    other: Pieces
    stick: Path

    @property
    def genuine(self) -> set[bytes]:
        return {one.whole for one in (self.first, self.next_one, self.again, self.other)}

    def refused(self, session: Session, content: bytes, *, arriving: bool) -> Refusal:
        """By what; the copy into quarantine, which only waits for the disk, is left out where it proves
        nothing."""
        path = self.stick / "gói.ntmx"
        path.write_bytes(content)
        with pytest.raises(PackageRefused) as refused:
            self._received(session, path, arriving=arriving)
        return refused.value.refusal

    def _received(self, session: Session, path: Path, *, arriving: bool) -> None:
        arrival = Arrival(path, path.name)
        if arriving:
            arrival = receiving.arrive(self.authority.database.folder, path, quiet)
        opened = receiving.open_package(session, arrival)
        receiving.read(opened, self.authority.own, self.stick / "body.zip", quiet)


@pytest.fixture(scope="module")
def post(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Post]:
    folder = tmp_path_factory.mktemp("bưu điện")
    communes = [made(small_commune.make(folder / code, code=code)) for code in ("18928", "18964")]
    authority = new_authority(folder / "huyện")
    found = []
    for side in communes:
        pinned(side, authority)
        path = submitted(side, folder)
        found.append(Pieces.of(path))
        taken(authority, path)
        with side.database.write("Sửa", "Trần Thị Bình", AT) as session:
            commune.save(session, schools=7)
        for _ in range(2):
            found.append(Pieces.of(submitted(side, folder, everything=True)))
            path.unlink(missing_ok=True)
        side.database.close()
    first, next_one, again, _other_first, other, _other_again = found
    yield Post(authority, first, next_one, again, other, folder)
    authority.database.close()


def bytes_of_the_header(one: Pieces, chance: random.Random) -> Iterator[bytes]:
    content = one.whole
    for place in range(len(content) - len(one.body)):
        for change in (1 << place % 8, chance.randrange(1, 256)):
            yield content[:place] + bytes([content[place] ^ change]) + content[place + 1 :]


def bytes_of_the_body(one: Pieces, chance: random.Random) -> Iterator[bytes]:
    content, begin = one.whole, len(one.whole) - len(one.body)
    while True:
        place = chance.randrange(begin, len(content))
        yield content[:place] + bytes([content[place] ^ 1 << chance.randrange(8)]) + content[place + 1 :]


def sectors(one: Pieces, chance: random.Random) -> Iterator[bytes]:
    """What a dying stick does: a sector of zeros, of another sector, or none at all."""
    content = one.whole
    while True:
        place = chance.randrange(0, len(content), SECTOR)
        other = chance.randrange(0, len(content), SECTOR)
        piece = chance.choice([bytes(SECTOR), content[other : other + SECTOR], b""])
        yield content[:place] + piece[: len(content) - place] + content[place + SECTOR :]


def cuts(one: Pieces, chance: random.Random) -> Iterator[bytes]:
    for length in sorted(chance.sample(range(len(one.whole)), 1000)):
        yield one.whole[:length]


def swaps(post: Post) -> Iterator[bytes]:
    """Every header with every signature and every body, of two packages and two senders."""
    ones = (post.first, post.next_one, post.again, post.other)
    for a, b, c, d in product(ones, repeat=4):
        yield a.beginning + b.told + c.signature + d.body


def joined(post: Post, chance: random.Random) -> Iterator[bytes]:
    """Doubled, with something behind, a piece elsewhere, the end of another."""
    content, other = post.next_one.whole, post.other.whole
    yield content + content
    yield content + other
    yield from (content + bytes(more) for more in range(1, 100))
    yield from (content + chance.randbytes(more) for more in range(1, 100))
    while True:
        first, second, third = sorted(chance.sample(range(len(content) + 1), 3))
        yield content[:first] + content[second:third] + content[first:second] + content[third:]
        yield content[:second] + content[first:]
        yield content[:first] + other[first:]


def mutations(post: Post) -> Iterator[bytes]:
    chance = random.Random(5)
    yield from bytes_of_the_header(post.next_one, chance)
    yield from islice(bytes_of_the_body(post.next_one, chance), 3100)
    yield from islice(sectors(post.next_one, chance), 2000)
    yield from cuts(post.next_one, chance)
    yield from swaps(post)
    yield from islice(joined(post, chance), 2500)


def test_ten_thousand_changed_packages_are_refused_and_nothing_is_written(post: Post) -> None:
    folder = post.authority.database.folder
    before = content_of(folder)
    genuine, count, found = post.genuine, 0, Counter[Refusal]()
    with post.authority.database.read() as session:
        for count, content in enumerate((one for one in mutations(post) if one not in genuine), 1):
            found[post.refused(session, content, arriving=count % 100 == 0)] += 1
    assert count >= 10_000
    named = {"NOT_PACKAGE", "HEADER", "TRUNCATED", "SIGNATURE", "DAMAGED", "UNKNOWN_SENDER", "NOT_FOR_US"}
    assert {one.name for one in found} >= named - {"NOT_FOR_US"}
    after = content_of(folder)
    new = [path for path in after if path not in before]
    assert {path: after.get(path) for path in before} == before
    assert all(path.startswith("quarantine/") and path.endswith(".ntmx") for path in new), "and nothing half"


def test_what_was_not_changed_is_taken_after_all_that(post: Post) -> None:
    """So that the other test does not pass because everything is refused."""
    path = post.stick / "gói.ntmx"
    for one, result in ((post.next_one, Result.OK), (post.again, Result.AGAIN), (post.other, Result.OK)):
        path.write_bytes(one.whole)
        assert taken(post.authority, path).result is result
