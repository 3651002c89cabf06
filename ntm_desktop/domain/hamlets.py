"""What a hamlet is called inside a sentence."""

from __future__ import annotations

from ntm_desktop.text import search_key

_KINDS = frozenset({"thon", "ban", "ap", "xom", "buon", "to", "khu", "lang"})


def hamlet_text(name: str) -> str:
    """“thôn Đặng Hoá”; a name that says its kind stays as it is: “bản Ón”."""
    return name if search_key(name).split(" ")[0] in _KINDS else f"thôn {name}"
