"""Which syntax trees of Jinja2 are accepted as wording templates. What is not listed is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jinja2 import nodes

from ntm_desktop.errors import NtmError
from ntm_desktop.packs.template_filters import FILTERS, USUAL
from ntm_desktop.packs.template_kinds import NUMBERS, Field, Fields, Kind

LOOP = frozenset({"first", "last"})
"""What a loop tells of itself."""

_DEEPEST = 12  # blocks and expressions inside each other
_MOST_LOOPS = 2  # inside each other
_LONGEST_LITERAL = 100
_LONGEST_NAME = 30  # as it is said in a refusal
_LARGEST = 10**15  # as in the database
_VARIABLE = re.compile(r"[a-z][a-z0-9_]{0,29}")
_ORDERS = frozenset({"lt", "lteq", "gt", "gteq"})

_LOOP_ITSELF = Field("loop", Kind.RECORD, {name: Field(name, Kind.FLAG) for name in LOOP})

_NAMES: dict[type[nodes.Node], str] = {
    nodes.Call: "gọi hàm",
    nodes.Getitem: "dấu ngoặc vuông",
    nodes.Include: "include",
    nodes.Import: "import",
    nodes.FromImport: "import",
    nodes.Extends: "extends",
    nodes.Block: "block",
    nodes.Macro: "macro",
    nodes.CallBlock: "call",
    nodes.FilterBlock: "filter",
    nodes.Assign: "set",
    nodes.AssignBlock: "set",
    nodes.With: "with",
    nodes.Scope: "autoescape",
    nodes.Test: "phép thử is",
    nodes.CondExpr: "if trong {{ }}",
    nodes.BinExpr: "phép tính",
    nodes.UnaryExpr: "phép tính",
    nodes.Concat: "dấu ~",
}


def check(tree: nodes.Template, fields: Fields) -> None:
    """Raises NtmError unless all of it is accepted. What has no filter gets the usual one of its kind."""
    _Scope(fields).body(tree.body)


@dataclass(frozen=True, slots=True)
class _Scope:
    names: Fields
    loops: int = 0
    depth: int = 0

    def body(self, statements: list[nodes.Node]) -> None:
        for one in statements:
            if isinstance(one, nodes.Output):
                one.nodes = [self.output(part) for part in one.nodes]
            elif isinstance(one, nodes.If):
                self.deeper(one).choice(one)
            elif isinstance(one, nodes.For):
                self.deeper(one).loop(one)
            else:
                raise _refused(one)

    def output(self, part: nodes.Expr) -> nodes.Expr:
        if isinstance(part, nodes.TemplateData):
            return part
        kind = self.value(part).kind
        if kind in (Kind.LIST, Kind.FLAG):
            how = 'Nối bằng |noi(", ") hoặc dùng {% for %}.' if kind is Kind.LIST else "Dùng trong {% if %}."
            raise _wrong(part, f"không in được {kind.value}. {how}")
        usual = USUAL.get(kind)
        return nodes.Filter(part, usual, [], [], None, None, lineno=part.lineno) if usual else part

    def choice(self, one: nodes.If) -> None:
        self.condition(one.test)
        self.body(one.body)
        for other in one.elif_:
            self.condition(other.test)
            self.body(other.body)
        self.body(one.else_)

    def loop(self, one: nodes.For) -> None:
        if one.recursive or one.test is not None or one.else_:
            raise _wrong(one, "vòng lặp chỉ viết dạng {% for mục in danh_sách %}.")
        if self.loops == _MOST_LOOPS:
            raise _wrong(one, f"vòng lặp chỉ lồng nhau nhiều nhất {_MOST_LOOPS} lần.")
        if not isinstance(one.target, nodes.Name) or not _VARIABLE.fullmatch(one.target.name):
            raise _wrong(one, "đặt tên mục của vòng lặp bằng chữ thường không dấu.")
        name = one.target.name
        if name in self.names or name == "loop":
            raise _wrong(one, f"tên “{name}” đã dùng. Đặt tên khác cho mục của vòng lặp.")
        if not isinstance(one.iter, nodes.Name | nodes.Getattr):
            raise _refused(one.iter)
        listed = self.value(one.iter)
        if listed.kind is not Kind.LIST:
            raise _wrong(one, f"“{listed.label}” không phải danh sách nên không lặp được.")
        item = Field(listed.label, Kind.RECORD if listed.of else Kind.TEXT, listed.of)
        _Scope({**self.names, name: item, "loop": _LOOP_ITSELF}, self.loops + 1, self.depth).body(one.body)

    def condition(self, test: nodes.Node) -> None:
        if isinstance(test, nodes.Not):
            self.deeper(test).condition(test.node)
        elif isinstance(test, nodes.And | nodes.Or):
            inner = self.deeper(test)
            inner.condition(test.left)
            inner.condition(test.right)
        elif isinstance(test, nodes.Compare):
            self.comparison(test)
        else:
            self.value(test)  # whether it is there

    def comparison(self, test: nodes.Compare) -> None:
        left = self.value(test.expr).kind
        if len(test.ops) != 1:
            raise _wrong(test, "mỗi lần chỉ so sánh hai giá trị.")
        operator, right = test.ops[0].op, self.value(test.ops[0].expr).kind
        alike = left == right or {left, right} <= NUMBERS
        if not alike or left in (Kind.LIST, Kind.FLAG):
            raise _wrong(test, f"không so sánh được {left.value} với {right.value}.")
        if operator not in {"eq", "ne", *_ORDERS} or (operator in _ORDERS and left is Kind.TEXT):
            raise _wrong(test, f"không so sánh {left.value} kiểu đó được.")

    def value(self, one: nodes.Node) -> Field:
        """What an expression gives."""
        if isinstance(one, nodes.Name):
            return self.named(one, self.names, one.name)
        if isinstance(one, nodes.Const):
            return _literal(one)
        if isinstance(one, nodes.Getattr):
            whole = self.deeper(one).whole(one.node)
            return self.named(one, whole.of, one.attr)
        if isinstance(one, nodes.Filter) and one.node is not None:
            return self.deeper(one).filtered(one, one.node)
        raise _refused(one)

    def whole(self, one: nodes.Expr) -> Field:
        """The item of a loop, which alone has attributes."""
        known = self.names.get(one.name) if isinstance(one, nodes.Name) else None
        if known is None or known.kind is not Kind.RECORD:
            raise _wrong(one, "chỉ mục của vòng lặp mới có trường con sau dấu chấm.")
        return known

    def named(self, one: nodes.Expr, fields: Fields, name: str) -> Field:
        known = fields.get(name)
        if known is None:
            raise _wrong(one, f"không có trường “{name[:_LONGEST_NAME]}”. Chọn trong danh sách trường.")
        if known.kind is Kind.RECORD:
            raise _wrong(one, f"“{name}” có nhiều trường con. Viết {name}. rồi tên trường con.")
        return known

    def filtered(self, one: nodes.Filter, inner: nodes.Expr) -> Field:
        known = FILTERS.get(one.name)
        if known is None:
            raise _wrong(
                one, f"không có bộ lọc “{one.name[:_LONGEST_NAME]}”. Các bộ lọc: {', '.join(FILTERS)}."
            )
        given = self.value(inner)
        if given.kind not in known.takes:
            raise _wrong(one, f"bộ lọc “{one.name}” không dùng cho {given.kind.value}.")
        literals = [_literal(argument) for argument in one.args if isinstance(argument, nodes.Const)]
        texts = [literal.label for literal in literals if literal.kind is Kind.TEXT]
        plain = not (one.kwargs or one.dyn_args or one.dyn_kwargs) and len(texts) == len(one.args)
        if not plain or not known.least <= len(texts) <= known.most:
            raise _wrong(one, f"bộ lọc “{one.name}” viết chưa đúng phần trong ngoặc.")
        if one.name == "noi":
            _check_join(one, given, texts[1:])
        return Field(given.label)

    def deeper(self, one: nodes.Node) -> _Scope:
        if self.depth == _DEEPEST:
            raise _wrong(one, "viết lồng nhau quá sâu. Tách thành nhiều phần.")
        return _Scope(self.names, self.loops, self.depth + 1)


def _check_join(one: nodes.Filter, listed: Field, names: list[str]) -> None:
    if not listed.of and not names:
        return
    texts = [name for name, inner in listed.of.items() if inner.kind is Kind.TEXT]
    if len(names) != 1 or names[0] not in texts:
        known = ", ".join(texts) or "không có"
        raise _wrong(one, f'viết |noi(", ", "trường"), trường là một trong: {known}.')


def _literal(one: nodes.Const) -> Field:
    """A text or a whole number that stands in the template itself; the label is the text."""
    value = one.value
    if isinstance(value, str) and len(value) <= _LONGEST_LITERAL and value.isprintable():
        return Field(value)
    if type(value) is int and value <= _LARGEST:
        return Field(str(value), Kind.NUMBER)
    raise _wrong(one, "chỉ viết được chữ ngắn trong ngoặc kép hoặc số nguyên.")


def _refused(one: nodes.Node) -> NtmError:
    name = next((name for kind, name in _NAMES.items() if isinstance(one, kind)), "cách viết này")
    return _wrong(one, f"không dùng được {name}. Chỉ dùng trường, bộ lọc, if và for.")


def _wrong(one: nodes.Node, what: str) -> NtmError:
    return NtmError(f"Dòng {_line(one)} của lời văn: {what}")


def _line(one: nodes.Node) -> int:
    """Jinja2 gives none to the node that stands for ``autoescape``, only to what is in it."""
    within = (node.lineno for node in one.find_all(nodes.Node) if node.lineno)
    return one.lineno or next(within, 1)
