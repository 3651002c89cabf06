"""Which lines of a paper share the page of its signature (M11), the same in PDF and in Word."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from ntm_desktop.documents.blocks import Block, Note, Paragraph, Signature

_LETTERS = 80  # of a line of the text
_ENOUGH, _MOST = 5, 8
"""Lines: fewer make a last page that is nearly empty, more a hole on the page before."""


def with_signature(blocks: Sequence[Block]) -> frozenset[int]:
    """Places of the paragraphs that go over with the signature below them: about five lines of them."""
    kept: set[int] = set()
    for place, block in enumerate(blocks):
        if isinstance(block, Signature):
            kept.update(_above(blocks, place))
    return frozenset(kept)


def _above(blocks: Sequence[Block], signature: int) -> list[int]:
    kept: list[int] = []
    lines = 0
    for place in range(signature - 1, -1, -1):
        block = blocks[place]
        if not isinstance(block, Paragraph | Note):
            break
        lines += ceil(len(block.text) / _LETTERS)
        if kept and lines > _MOST:
            break
        kept.append(place)
        if lines >= _ENOUGH:
            break
    return kept
