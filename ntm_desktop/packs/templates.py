"""Wording templates: text with ``{{ field }}`` places, chosen and repeated by ``{% if %}`` and ``{% for %}``.

A template is data and may come from outside. Jinja2 reads and renders it, sandboxed; its sandbox stops
neither long loops nor huge texts, so a template is accepted only if its syntax tree uses a listed subset
(``template_syntax``): names and attributes of the fields given, our own filters, comparisons, loops over
listed fields nested at most twice. All is checked against the kinds of the fields when a template is read,
so that rendering cannot fail but by its limits. What nobody entered prints the gap "…" and is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jinja2 import Template as Compiled
from jinja2 import TemplateSyntaxError, nodes
from jinja2.runtime import LoopContext
from jinja2.sandbox import SandboxedEnvironment

from ntm_desktop.errors import NtmError
from ntm_desktop.packs.template_filters import FILTERS
from ntm_desktop.packs.template_kinds import Field, Fields, Lacking, Missing
from ntm_desktop.packs.template_syntax import LOOP, check
from ntm_desktop.text import GAP, nfc

if TYPE_CHECKING:
    from ntm_desktop.packs.template_kinds import Value, Values

LONGEST = 8_000  # letters of a template; the longest built-in one has 700
LONGEST_TEXT = 200_000  # letters that it may become: a hundred pages
MOST_STEPS = 20_000  # turns of all loops and pieces of all joins together

_NO_LETTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_TOO_MUCH = "Lời văn in ra quá dài. Bớt vòng lặp {% for %} rồi thử lại."


@dataclass(frozen=True, slots=True)
class Template:
    """Read and accepted: it renders from values of these fields and of no others."""

    text: str
    fields: Fields  # those that it names
    _compiled: Compiled | None  # None of a plain text


@dataclass(frozen=True, slots=True)
class Rendered:
    text: str
    missing: tuple[str, ...]  # what the fields are called that stand as gaps, in order
    told: int = 0  # gaps in the text of which another line of the readiness tells


def read_template(text: str, fields: Fields) -> Template:
    """Raises NtmError, with the line, for all that is not in the subset."""
    text = nfc(text).replace("\r\n", "\n")
    if len(text) > LONGEST:
        raise NtmError(f"Lời văn dài {len(text)} ký tự, nhiều nhất được {LONGEST}. Rút ngắn lời văn.")
    if _NO_LETTER.search(text):
        raise NtmError("Lời văn có ký tự hỏng. Gõ lại đoạn vừa dán.")
    if "{" not in text:
        return Template(text, {}, None)
    try:
        tree = _ENVIRONMENT.parse(text)
    except TemplateSyntaxError as error:
        raise NtmError(
            f"Dòng {error.lineno} của lời văn sai cú pháp. Xem lại các dấu {{{{ }}}} và {{% %}} ở dòng đó."
        ) from None
    except (RecursionError, ValueError):  # brackets in brackets; a number of thousands of digits
        raise NtmError("Lời văn có chỗ viết quá rắc rối. Chỉ dùng các trường và bộ lọc có sẵn.") from None
    check(tree, fields)
    named = {one.name for one in tree.find_all(nodes.Name)}
    code = _ENVIRONMENT.compile(tree)
    return Template(
        text,
        {name: one for name, one in fields.items() if name in named},
        Compiled.from_code(_ENVIRONMENT, code, {}),
    )


def render(template: Template, values: Values) -> Rendered:
    """Lines without the empty ones; a gap ends its sentence without a full stop. Of ``values`` only those
    are asked for that the template names."""
    run = _Run()
    given = {name: run.shown(one, values[name]) for name, one in template.fields.items()}
    pieces, length = [], 0
    for piece in template._compiled.generate(given) if template._compiled is not None else [template.text]:
        length += len(piece)
        if length > LONGEST_TEXT:
            raise NtmError(_TOO_MUCH)
        pieces.append(piece)
    lines = [line.strip() for line in "".join(pieces).splitlines()]
    ended = [line[:-1] if line.endswith(f"{GAP}.") else line for line in lines if line]
    return Rendered(nfc("\n".join(ended)), tuple(run.lacking.labels), run.lacking.told)


@dataclass(slots=True)
class _Run:
    """One rendering: what it found missing and how much it may still do."""

    lacking: Lacking = field(default_factory=Lacking)
    steps: int = MOST_STEPS

    def shown(self, one: Field, value: Value) -> object:
        if value is None:
            return Missing(one, self.lacking)
        return _Listed(self, one, value) if isinstance(value, tuple) else value


@dataclass(frozen=True, slots=True)
class _Listed:
    run: _Run
    field: Field
    items: tuple[str, ...] | tuple[Values, ...]

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[object]:
        for item in self.items:
            self.run.steps -= 1
            if self.run.steps < 0:
                raise NtmError(_TOO_MUCH)
            yield item if isinstance(item, str) else _Record(self.run, self.field.of, item)

    def empty(self) -> Missing:
        return Missing(self.field, self.run.lacking)


@dataclass(frozen=True, slots=True)
class _Record:
    run: _Run
    fields: Fields
    values: Values

    def named(self, name: str) -> object:
        return self.run.shown(self.fields[name], self.values[name])


class _Environment(SandboxedEnvironment):
    """Attributes are those of our records; nothing else is ever looked up on an object."""

    def getattr(self, obj: object, attribute: str) -> object:
        if isinstance(obj, _Record):
            return obj.named(attribute)
        if isinstance(obj, LoopContext) and attribute in LOOP:
            return bool(obj.first if attribute == "first" else obj.last)
        raise TypeError(f"{type(obj).__name__} has no field {attribute}")


def _environment() -> _Environment:
    environment = _Environment(autoescape=False, optimized=False, cache_size=0)
    environment.globals.clear()
    environment.tests.clear()
    environment.filters.clear()
    environment.filters.update({name: one.function for name, one in FILTERS.items()})
    return environment


_ENVIRONMENT = _environment()
