"""The default wording of the narrative parts of the papers: ``resources/forms/wording``, one file a paper."""

from __future__ import annotations

import json

import msgspec

from ntm_desktop.domain.criteria import Verification
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.forms import FORM_NAMES
from ntm_desktop.packs.template_kinds import Fields
from ntm_desktop.packs.templates import Template, read_template
from ntm_desktop.paths import resource

_FORMAT = 1
_BROKEN = "Không đọc được tệp lời văn mẫu. Tệp bị sai hoặc bị thiếu. Cài lại chương trình."


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    part: str
    section: str
    title: str
    template: tuple[str, ...]  # lines


class _Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    paper: str
    verification: Verification
    source: str  # where the order of the parts was read, and whose words they are
    parts: tuple[_Part, ...]


class PartWording(msgspec.Struct, frozen=True):
    """One part of one paper, with the words that stand there until the office has its own."""

    paper: str
    part: str
    section: str
    title: str
    template: Template


def load_wording(fields: Fields) -> tuple[PartWording, ...]:
    """In the order in which the papers print them."""
    paths = (resource("forms", "wording", f"{form}.json") for form in FORM_NAMES)
    return tuple(part for path in paths if path.is_file() for part in read_wording(path.read_bytes(), fields))


def read_wording(data: bytes, fields: Fields) -> tuple[PartWording, ...]:
    """Strict: an unknown field, a wrong type or a template that is not accepted refuses the whole file."""
    try:
        plain = json.loads(data)
        if not isinstance(plain, dict) or plain.pop("format", None) != _FORMAT:
            raise NtmError(_BROKEN)
        wording = msgspec.convert(plain, _Wording, strict=True)
    except (ValueError, msgspec.ValidationError) as error:
        raise NtmError(_BROKEN) from error
    return tuple(
        PartWording(
            wording.paper, one.part, one.section, one.title, read_template("\n".join(one.template), fields)
        )
        for one in wording.parts
    )
