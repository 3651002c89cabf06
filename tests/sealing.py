"""Packs made or changed by tests."""

from __future__ import annotations

import json

from ntm_desktop.packs.envelope import CRITERIA_SET, FORMAT, content_checksum


def seal(body: dict[str, object]) -> bytes:
    """A whole criteria set of this content."""
    pack = {"format": FORMAT, "kind": CRITERIA_SET, "sha256": content_checksum(body), "set": body}
    return json.dumps(pack, ensure_ascii=False).encode()
