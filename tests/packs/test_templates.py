"""Wording templates: what is accepted prints right, all else is refused with its line, and nothing hangs."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ntm_desktop.errors import NtmError
from ntm_desktop.packs import templates
from ntm_desktop.packs.template_filters import FILTERS
from ntm_desktop.packs.template_kinds import Field, Kind, Values
from ntm_desktop.packs.templates import Rendered, read_template, render

FIELDS = {
    "xa": Field("Tên xã"),
    "huyen": Field("Tên huyện"),
    "ngay_so_lieu": Field("Ngày lấy số liệu", Kind.DAY),
    "tien": Field("Kinh phí", Kind.MONEY),
    "ho": Field("Số hộ", Kind.NUMBER),
    "ty_le": Field("Tỷ lệ", Kind.PERCENT),
    "nhap": Field("Bản nháp", Kind.FLAG),
    "thon": Field("Tên các thôn", Kind.LIST),
    "nguon": Field(
        "Nguồn lực", Kind.LIST, {"ten": Field("Tên nguồn"), "tien": Field("Số tiền của nguồn", Kind.MONEY)}
    ),
}
VALUES: Values = {
    "xa": "xã Yên Hóa <b> {{ huyen }}",
    "huyen": None,
    "ngay_so_lieu": date(2021, 6, 30),
    "tien": 1_500_000,
    "ho": 4,
    "ty_le": 7890,
    "nhap": False,
    "thon": ("Tân Lợi 1", "Tân Lợi 2"),
    "nguon": ({"ten": "Ngân sách", "tien": 900}, {"ten": "Nhân dân", "tien": None}),
}


def printed(text: str, **values: object) -> Rendered:
    return render(read_template(text, FIELDS), {**VALUES, **values})  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ xa }}", "xã Yên Hóa <b> {{ huyen }}"),  # a value is text: neither markup nor a template
        ("{{ tien }}; {{ ho }}; {{ ty_le }}; {{ ngay_so_lieu }}", "1.500.000 đồng; 4; 78,9%; 30/6/2021"),
        ("{{ tien|trieu }}", "1,5 triệu đồng"),
        ("{{ ngay_so_lieu|ngay_dai }}", "ngày 30 tháng 6 năm 2021"),
        ('{{ ho|dem("hộ") }}, {{ thon|dem("thôn") }}', "04 hộ, 02 thôn"),
        ('{{ thon|noi(", ") }}', "Tân Lợi 1, Tân Lợi 2"),
        ('{{ nguon|noi("; ", "ten")|thuong_dau }}', "ngân sách; Nhân dân"),
        ("{{ huyen }}.\n\n  {{ xa|hoa_dau }}.", "…\nXã Yên Hóa <b> {{ huyen }}."),
        ('{{ "xã A"|mo_ngoac }}cũ) {{ "xã (B)"|mo_ngoac }}cũ)', "xã A (cũ) xã (B; cũ)"),
        ("{% if huyen %}có{% elif nhap or not thon %}nháp{% else %}không{% endif %}", "không"),
        ("{% if ho >= 4 and tien > ho and xa != 'x' %}đủ{% endif %}", "đủ"),
        ("{% if huyen == 'x' or huyen|hoa_dau == 'X' %}có{% endif %}hết", "hết"),
        (
            "{% for n in nguon %}- {{ n.ten }}: {{ n.tien }}{% if loop.last %}.{% else %};{% endif %}\n"
            "{% endfor %}",
            "- Ngân sách: 900 đồng;\n- Nhân dân: …",
        ),
        (
            "{% for n in nguon %}{% for t in thon %}({{ t }}){% endfor %}{% endfor %}",
            "(Tân Lợi 1)(Tân Lợi 2)" * 2,
        ),
        ("{# ghi chú #}{% raw %}{{ xa }}{% endraw %}", "{{ xa }}"),
    ],
)
def test_fields_filters_choices_and_loops(template: str, text: str) -> None:
    assert printed(template).text == text


def test_what_nobody_entered_is_a_gap_and_is_named_once() -> None:
    shown = printed("{{ huyen|hoa_dau }}, {{ huyen }}: {% for n in nguon %}{{ n.tien }} {% endfor %}")
    assert shown == Rendered("…, …: 900 đồng …", ("Tên huyện", "Số tiền của nguồn"))
    assert printed('{{ thon|noi(", ") }}', thon=()) == Rendered("…", ("Tên các thôn",))
    assert printed("{% for t in thon %}{{ t }}{% endfor %}", thon=None) == Rendered("", ())
    below = "{% if ho < 1 or ho > 1 or 1 < ho or ho == 1 %}có{% endif %}"
    assert printed(below, ho=None) == Rendered("", ())  # asked for, not printed


def test_a_gap_that_is_told_elsewhere_is_counted_and_has_its_own_blank() -> None:
    fields = {
        "gio": Field("Giờ họp", told=True, blank="… giờ … phút"),
        "ngay": Field("Ngày họp", Kind.DAY, told=True),
        "xa": Field("Tên xã"),
    }
    template = read_template("Lúc {{ gio }}, {{ ngay|ngay_dai }}, {{ xa }}", fields)
    values: Values = {"gio": None, "ngay": None, "xa": None}
    assert render(template, values) == Rendered(
        "Lúc … giờ … phút, …, …", ("Giờ họp", "Ngày họp", "Tên xã"), 3
    )


HOSTILE = {
    "class walk": "{{ xa.__class__.__mro__[1].__subclasses__() }}",
    "class of text": "{{ ''.__class__ }}",
    "class by filter": "{{ xa|attr('__class__') }}",
    "class by index": "{{ xa['__class__'] }}",
    "class of a record": "{% for n in nguon %}{{ n.__class__ }}{% endfor %}",
    "inner of a record": "{% for n in nguon %}{{ n.values }}{% endfor %}",
    "loop": "{% for n in nguon %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "method of a loop": "{% for n in nguon %}{{ loop.cycle('a') }}{% endfor %}",
    "format string": "{{ '{0.__class__}'.format(xa) }}",
    "format filter": "{{ '%999999999d'|format(1) }}",
    "range": "{% for i in range(999999999) %}x{% endfor %}",
    "global": "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "itself": "{{ self.__init__ }}",
    "joiner": "{{ joiner() }}{{ cycler('a') }}{{ namespace() }}",
    "huge text": "{{ 'x' * 1000000000 }}",
    "huge number": "{{ 9 ** 9 ** 9 }}",
    "long number": "{{ " + "9" * 7000 + " }}",
    "center": "{{ xa|center(1000000000) }}",
    "filter block": "{% filter upper %}x{% endfilter %}",
    "include": "{% include '/etc/passwd' %}",
    "import": "{% import 'os' as os %}",
    "from": "{% from 'os' import path %}",
    "extends": "{% extends 'a' %}",
    "block": "{% block a %}{% endblock %}",
    "macro": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "call block": "{% call xa() %}{% endcall %}",
    "set": "{% set a = xa %}{{ a }}",
    "set block": "{% set a %}x{% endset %}",
    "with": "{% with a = xa %}{{ a }}{% endwith %}",
    "autoescape": "{% autoescape true %}x{% endautoescape %}",
    "do": "{% do xa.append(1) %}",
    "recursive loop": "{% for n in nguon recursive %}{{ loop(nguon) }}{% endfor %}",
    "loop over text": "{% for n in xa %}{{ n }}{% endfor %}",
    "loop over a literal": "{% for n in [1, 2] %}{{ n }}{% endfor %}",
    "loop over a filter": "{% for n in thon|noi(', ') %}{{ n }}{% endfor %}",
    "loop with a condition": "{% for n in nguon if n.tien %}x{% endfor %}",
    "loop of pairs": "{% for a, b in nguon %}x{% endfor %}",
    "loop that hides a field": "{% for xa in thon %}x{% endfor %}",
    "three loops": "{% for a in thon %}{% for b in thon %}{% for c in thon %}" + "{% endfor %}" * 3,
    "deep choices": "{% if xa %}" * 50 + "{% endif %}" * 50,
    "deep brackets": "{{ " + "(" * 3000 + "xa" + ")" * 3000 + " }}",
    "deep filters": "{{ xa" + "|hoa_dau" * 900 + " }}",
    "deep nots": "{% if " + "not " * 1500 + "xa %}{% endif %}",
    "deep ands": "{% if xa" + " and xa" * 900 + " %}{% endif %}",
    "deep attributes": "{{ xa" + ".a" * 3000 + " }}",
    "concatenation": "{{ xa ~ xa }}",
    "sum": "{{ ho + 1 }}",
    "conditional expression": "{{ xa if huyen else ho }}",
    "test": "{% if xa is defined %}{% endif %}",
    "in": "{% if 'x' in xa %}{% endif %}",
    "compare unlike": "{% if xa > ho %}{% endif %}",
    "chain of comparisons": "{% if 1 < ho < 9 %}{% endif %}",
    "list printed": "{{ nguon }}",
    "record printed": "{% for n in nguon %}{{ n }}{% endfor %}",
    "flag printed": "{{ nhap }}",
    "constant": "{{ true }}{{ none }}",
    "unknown field": "{{ tinh }}",
    "field of a loop that is over": "{% for n in nguon %}{% endfor %}{{ n.ten }}",
    "filter on another kind": "{{ xa|tien }}",
    "field as argument": "{{ thon|noi(xa) }}",
    "named argument": "{{ thon|noi(between=', ') }}",
    "arguments from a list": "{{ thon|noi(*thon) }}",
    "join of records": "{{ nguon|noi(', ') }}",
    "join of amounts": "{{ nguon|noi(', ', 'tien') }}",
    "join inside": "{{ nguon|noi(', ', '__class__') }}",
    "unclosed": "Xã {{ xa",
    "unclosed comment": "{# Xã",
    "stray end": "{% endfor %}",
    "broken letter": "a\x00b",
    "half letter": "a\ud800b",
    "half letter in quotes": "{{ '\\ud800' }}",
    "long literal": "{{ '" + "x" * 500 + "' }}",
    "endless text": "x" * 9_000,
}


@pytest.mark.parametrize("template", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_template_is_refused_at_once(template: str) -> None:
    with pytest.raises(NtmError) as refused:
        read_template(template, FIELDS)
    assert "ời văn" in refused.value.message
    assert "None" not in refused.value.message


def test_the_refusal_names_the_line_and_what_may_stand_there() -> None:
    with pytest.raises(NtmError, match=r"^Dòng 3 của lời văn: không có trường “tinh”\. Chọn trong danh sách"):
        read_template("Xã\n{{ xa }}\n{{ tinh }}", FIELDS)
    with pytest.raises(NtmError, match=r"^Dòng 2 của lời văn sai cú pháp\. Xem lại các dấu \{\{ \}\}"):
        read_template("Xã\n{{ xa", FIELDS)
    with pytest.raises(NtmError, match=r"^Dòng 1 của lời văn: không dùng được gọi hàm\."):
        read_template("{{ xa() }}", FIELDS)
    with pytest.raises(NtmError, match=r"^Dòng 2 của lời văn: không dùng được autoescape\."):
        read_template("Xã\n{% autoescape true %}x{% endautoescape %}", FIELDS)


def test_what_is_accepted_can_neither_hang_nor_fill_the_memory() -> None:
    """Long lists in loops in loops, joined or not, printed or not."""
    many = tuple("thôn rất dài" * 50 for _ in range(5_000))
    for inner in ("{{ b }}", "", "{{ thon|noi('') }}", "{% if thon|noi('') == 'x' %}{% endif %}"):
        template = read_template(
            "{% for a in thon %}{% for b in thon %}" + inner + "{% endfor %}{% endfor %}", FIELDS
        )
        with pytest.raises(NtmError, match="quá dài"):
            render(template, {**VALUES, "thon": many})
    with pytest.raises(NtmError, match="quá dài"):
        printed("{{ xa }}" * 900, xa="x" * 1_000)


PIECES = (
    "{{", "}}", "{%", "%}", "{#", "#}", "-", " ", "\n", "xa", "thon", "nguon", "n", "n.ten", "ho", "tien",
    "loop.last", "if", "elif", "else", "endif", "for", "in", "endfor", "raw", "endraw", "and", "or", "not",
    "is", "|", "ngay", "noi", "dem", "(", ")", "[", "]", "'x'", '"', ", ", ".", "==", "<", "*", "**", "~",
    "9" * 30, "1.5", "set", "include", "macro", "__class__", "\\", "'", "𝔵𝔞", "ＸＡ", "\u0301", "=",
)  # fmt: skip


@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)))
@settings(max_examples=400)
def test_any_text_is_rendered_or_refused(text: str) -> None:
    try:
        shown = printed(text)
    except NtmError:
        return
    assert len(shown.text) <= templates.LONGEST_TEXT


EXPRESSIONS = st.recursive(
    st.sampled_from([*VALUES, "'x'", "3"]),
    lambda inner: st.one_of(
        st.builds("{}|{}".format, inner, st.sampled_from([*FILTERS, "dem('x')", "noi('-')"])),
        st.builds("{} {} {}".format, inner, st.sampled_from(["==", "!=", "<", ">=", "and", "or"]), inner),
        st.builds("not {}".format, inner),
    ),
    max_leaves=5,
)  # fmt: skip


@given(st.lists(EXPRESSIONS, min_size=1, max_size=4), st.sets(st.sampled_from(sorted(VALUES))))
@settings(max_examples=400)
def test_what_is_accepted_renders_whatever_is_missing(expressions: list[str], missing: set[str]) -> None:
    values = {name: None if name in missing else value for name, value in VALUES.items()}
    for expression in expressions:
        for template in (
            "{{ EXPRESSION }}",
            "{% if EXPRESSION %}a{% else %}b{% endif %}",
            "{% for n in EXPRESSION %}{{ n }}{% endfor %}",
        ):
            try:
                accepted = read_template(template.replace("EXPRESSION", expression), FIELDS)
            except NtmError:
                continue
            render(accepted, values)
