"""What a wording template may say of a dossier: the fields, and their values from the data, in one place.

Names are for the staff of a commune, so they are Vietnamese without marks. Lists come in the order that
papers have. A value that nobody entered is None and prints as a gap. Those of the other registers are in
``record_fields``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from ntm_desktop.documents import record_fields
from ntm_desktop.documents.data import CommuneFacts, CriterionFacts, DossierData, FigureFacts, GoalFacts
from ntm_desktop.documents.wording import addressees, committee, indicator_name, met_text, places, without_end
from ntm_desktop.domain.figures import FIGURES
from ntm_desktop.domain.judging import CriterionState, Verdict
from ntm_desktop.packs.forms import fill
from ntm_desktop.packs.template_kinds import Field, Fields, Kind, Value, Values
from ntm_desktop.text import lowered, natural_key

_CRITERION = {
    "so": Field("Số của tiêu chí"),
    "ten": Field("Tên tiêu chí"),
    "goi": Field("Số và tên tiêu chí"),
}
_UNMET = {
    "goi": Field("Chỉ tiêu và số của nó"),
    "ket_qua": Field("Kết quả của chỉ tiêu"),
    "muc": Field("Mức yêu cầu"),
    "con_thieu": Field("Còn thiếu bao nhiêu"),
    "da_tung_dat": Field("Lần đạt trước đây"),
    "nguyen_nhan": Field("Nguyên nhân chưa đạt"),
}
_PLAN = {
    "chi_tieu": Field("Số của chỉ tiêu"),
    "giai_phap": Field("Giải pháp"),
    "thoi_han": Field("Thời hạn", Kind.DAY),
    "cong_trinh": Field("Công trình xong sau thời hạn"),
    "phu_trach": Field("Người phụ trách"),
    "tien": Field("Kinh phí", Kind.MONEY),
}
_OF_GOAL: Fields = {
    "uy_ban": Field("Ủy ban nhân dân xã"),
    "xa": Field("Tên xã"),
    "don_vi_cap_tren": Field("Huyện, tỉnh", Kind.LIST),
    "kinh_gui": Field("Nơi kính gửi", Kind.LIST),
    "viec_de_nghi": Field("Việc đề nghị"),
    "danh_hieu": Field("Danh hiệu đăng ký"),
    "nam": Field("Năm đăng ký"),
    "bo_tieu_chi": Field("Bộ tiêu chí"),
    "muc_ap_dung": Field("Mức áp dụng cho xã"),
    "van_ban_muc": Field("Văn bản ghi mức áp dụng"),
    "ly_do_muc": Field("Lý do áp dụng mức"),
    "ngay_so_lieu": Field("Ngày lấy số liệu", Kind.DAY),
    "ket_qua_chung": Field("Số tiêu chí đạt và tỷ lệ"),
    "khong_xet_tinh_dat": Field("Tiêu chí không xét được tính đạt", Kind.FLAG),
    "da_dat": Field("Tiêu chí đạt", Kind.LIST, _CRITERION),
    "chua_dat": Field("Tiêu chí chưa đạt", Kind.LIST, _CRITERION),
    "chua_du_can_cu": Field("Tiêu chí chưa đủ căn cứ đánh giá", Kind.LIST, _CRITERION),
    "con_lai": Field("Tiêu chí chưa đạt và chưa đủ căn cứ", Kind.LIST, _CRITERION),
    "khong_xet": Field("Tiêu chí không xét", Kind.LIST, _CRITERION),
    "chi_tieu_chua_dat": Field("Chỉ tiêu chưa đạt", Kind.LIST, _UNMET),
    "phu_trach": Field(
        "Người phụ trách tiêu chí",
        Kind.LIST,
        {"ten": Field("Tên người phụ trách"), "tieu_chi": Field("Số của các tiêu chí được giao")},
    ),
    "thon": Field("Tên các thôn", Kind.LIST),
    "xa_truoc": Field(
        "Xã trước sáp nhập",
        Kind.LIST,
        {"ten": Field("Tên xã trước sáp nhập"), "den_ngay": Field("Ngày hết hiệu lực", Kind.DAY)},
    ),
    "so_lieu_chung": Field(
        "Số liệu chung của xã",
        Kind.LIST,
        {
            "ten": Field("Tên số liệu"),
            "so": Field("Số liệu"),
            "ngay": Field("Ngày của số liệu này", Kind.DAY),
            "ngay_chung": Field("Ngày chung, ghi sau số liệu cuối", Kind.DAY),
            "cong_thon": Field("Số thôn được cộng, ghi sau số cộng cuối", Kind.NUMBER),
        },
    ),
    "ke_hoach": Field("Kế hoạch khắc phục", Kind.LIST, _PLAN),
    "ke_hoach_co_tien": Field("Kế hoạch khắc phục có kinh phí", Kind.LIST, _PLAN),
    "tong_kinh_phi": Field("Tổng kinh phí của kế hoạch", Kind.MONEY),
    "nguon_luc": Field(
        "Nguồn lực huy động",
        Kind.LIST,
        {"ten": Field("Tên nguồn"), "tien": Field("Số tiền của nguồn", Kind.MONEY)},
    ),
    "tong_nguon_luc": Field("Tổng nguồn lực", Kind.MONEY),
    "dong_gop_chua_gia": Field("Số khoản đóng góp chưa có đơn giá", Kind.NUMBER),
}

FIELDS: Fields = {**_OF_GOAL, **record_fields.FIELDS}
GROUPS: Mapping[str, Fields] = {
    "": _OF_GOAL,
    "Lấy ý kiến": record_fields.ASKING,
    "Cuộc họp xét": record_fields.MEETING,
    "Công trình, minh chứng": record_fields.LISTS,
}
"""The same, as they are offered for choice."""

_DOCUMENT = re.compile(
    r"(?:luật|pháp lệnh|nghị quyết|nghị định|quyết định|thông tư|chỉ thị|kế hoạch|hướng dẫn|công văn|văn bản"
    r"|thông báo|tờ trình|báo cáo|biên bản|phụ lục|qđ|nq|nđ|tt|kh|hd|cv|tb)\b|(?:điều|khoản|mục) \d|điểm \w\b"
)
_ASKED_FIGURES = {"area": "Diện tích tự nhiên", "households": "Số hộ", "population": "Dân số"}


def place_of(name: str) -> str:
    """What is typed to say a field; of a list, each of its items."""
    field = FIELDS[name]
    if field.kind is Kind.FLAG:
        return f"{{% if {name} %}}Viết câu ở đây.{{% endif %}}"
    if field.kind is not Kind.LIST:
        return f"{{{{ {name} }}}}"
    if not field.of:
        return f'{{{{ {name}|noi(", ") }}}}'
    items = "; ".join(
        f"{{{{ mot.{name} }}}}" for name, inner in field.of.items() if inner.kind is not Kind.FLAG
    )
    return f"{{% for mot in {name} %}}\n- {items}\n{{% endfor %}}"


def values_of(data: DossierData) -> Values:
    """For each of ``FIELDS``, made when it is asked for."""
    return _ValuesOf(data)


class _ValuesOf(Mapping[str, Value]):
    def __init__(self, data: DossierData) -> None:
        self._data = data

    def __getitem__(self, name: str) -> Value:
        return _VALUES[name](self._data)

    def __iter__(self) -> Iterator[str]:
        return iter(_VALUES)

    def __len__(self) -> int:
        return len(_VALUES)


_ABOUT = "về việc "


def _request(data: DossierData) -> str | None:
    """Of a pack without a trích yếu the title says it: “Tờ trình đề nghị công nhận …”."""
    rule = data.regime.form("to_trinh")
    if rule is None:
        return None
    named = rule.summary or rule.title.removeprefix("Tờ trình ")
    told = fill(named, places(data))
    return told[len(_ABOUT) :] if told.lower().startswith(_ABOUT) else told


def _level(goal: GoalFacts) -> Values:
    """ "vùng Bắc Trung Bộ" or "xã nhóm 1", with the document or the reason that says so."""
    name = goal.profile_name
    named = lowered(name) if name.lower().startswith(("xã", "nhóm", "vùng")) else f"vùng {name}"
    ground = without_end(goal.profile_ground)
    document = bool(_DOCUMENT.match(ground.lower()))
    reason = lowered(ground).replace(" (", ", ").replace(")", "")
    return {
        "muc_ap_dung": named,
        "van_ban_muc": ground if document else None,
        "ly_do_muc": None if document else reason or None,
    }


def _predecessors(commune: CommuneFacts) -> tuple[Values, ...]:
    return tuple({"ten": one.name, "den_ngay": one.valid_to} for one in commune.predecessors)


def _in(*states: CriterionState) -> Callable[[DossierData], tuple[Values, ...]]:
    return lambda data: _criteria(data.criteria_in(*states))


def _criteria(criteria: tuple[CriterionFacts, ...]) -> tuple[Values, ...]:
    ordered = sorted(criteria, key=lambda criterion: natural_key(criterion.code))
    return tuple({"so": c.code, "ten": c.name, "goi": f"số {c.code} ({c.name})"} for c in ordered)


def _unmet(data: DossierData) -> Iterable[Values]:
    for criterion in data.criteria_in(CriterionState.UNMET):
        for indicator in criterion.indicators:
            if indicator.verdict is Verdict.UNMET:
                plan = data.plan(indicator.code)
                yield {
                    "goi": indicator_name(indicator),
                    "ket_qua": indicator.value_text or None,
                    "muc": indicator.target_text,
                    "con_thieu": lowered(without_end(indicator.gap_text)),
                    "da_tung_dat": lowered(indicator.regression),
                    "nguyen_nhan": without_end(plan.cause if plan else "") or None,
                }


def _people(data: DossierData) -> Iterable[Values]:
    codes: dict[str, list[str]] = {}
    for criterion in sorted(data.criteria, key=lambda criterion: natural_key(criterion.code)):
        if criterion.person:
            codes.setdefault(criterion.person, []).append(criterion.code)
    for person, charged in codes.items():
        yield {"ten": person, "tieu_chi": ", ".join(charged)}


def _plans(data: DossierData) -> Iterable[Values]:
    official = {indicator.code: indicator.official_code for indicator in data.indicators()}
    for plan in data.plans:
        yield {
            "chi_tieu": official.get(plan.code, plan.code),
            "giai_phap": without_end(plan.solution) or None,
            "thoi_han": plan.deadline,
            "cong_trinh": plan.work,
            "phu_trach": plan.person,
            "tien": plan.money,
        }


def _figures(data: DossierData) -> Iterable[Values]:
    """What was entered with its day, then what the hamlets sum up to, then what nobody entered."""
    figures = data.commune.figures
    said = {figure.key for figure in figures}
    one_day = len({figure.as_of for figure in figures}) == 1  # said once
    for figure in figures:
        last = one_day and figure is figures[-1]
        yield _figure(figure.label, figure, None if one_day else figure.as_of, figure.as_of if last else None)
    summed = {key: text for key, text in _summed(data).items() if key not in said}
    for key, text in summed.items():
        hamlets = len(data.commune.hamlets) if key == [*summed][-1] else None
        yield {**_figure(_ASKED_FIGURES[key], None), "so": text, "cong_thon": hamlets}
    for key, label in _ASKED_FIGURES.items():
        if key not in said | summed.keys():
            yield _figure(label, None)


def _figure(
    label: str, figure: FigureFacts | None, day: date | None = None, common_day: date | None = None
) -> Values:
    return {
        "ten": label,
        "so": figure.text if figure else None,
        "ngay": day,
        "ngay_chung": common_day,
        "cong_thon": None,
    }


def _summed(data: DossierData) -> dict[str, str]:
    """Households and people of the commune, where every hamlet tells its own."""
    hamlets = data.commune.hamlets
    told = {
        "households": [hamlet.households for hamlet in hamlets],
        "population": [hamlet.population for hamlet in hamlets],
    }
    return {
        key: FIGURES[key].text(sum(number or 0 for number in numbers))
        for key, numbers in told.items()
        if numbers and None not in numbers
    }


_VALUES: Mapping[str, Callable[[DossierData], Value]] = {
    "uy_ban": lambda data: committee(data.commune),
    "xa": lambda data: data.commune.name or None,
    "don_vi_cap_tren": lambda data: tuple(n for n in (data.commune.district, data.commune.province) if n),
    "kinh_gui": addressees,
    "viec_de_nghi": _request,
    "danh_hieu": lambda data: data.goal.tier,
    "nam": lambda data: str(data.goal.year),
    "bo_tieu_chi": lambda data: data.goal.set_title,
    "muc_ap_dung": lambda data: _level(data.goal)["muc_ap_dung"],
    "van_ban_muc": lambda data: _level(data.goal)["van_ban_muc"],
    "ly_do_muc": lambda data: _level(data.goal)["ly_do_muc"],
    "ngay_so_lieu": lambda data: data.on,
    "ket_qua_chung": met_text,
    "khong_xet_tinh_dat": lambda data: bool(data.left_out),
    "da_dat": _in(CriterionState.MET),
    "chua_dat": _in(CriterionState.UNMET),
    "chua_du_can_cu": _in(CriterionState.UNDECIDED),
    "con_lai": _in(CriterionState.UNMET, CriterionState.UNDECIDED),
    "khong_xet": _in(CriterionState.NOT_APPLICABLE),
    "chi_tieu_chua_dat": lambda data: tuple(_unmet(data)),
    "phu_trach": lambda data: tuple(_people(data)),
    "thon": lambda data: tuple(hamlet.name for hamlet in data.commune.hamlets),
    "xa_truoc": lambda data: tuple(
        {"ten": p.name, "den_ngay": p.valid_to} for p in data.commune.predecessors
    ),
    "so_lieu_chung": lambda data: tuple(_figures(data)),
    "ke_hoach": lambda data: tuple(_plans(data)),
    "ke_hoach_co_tien": lambda data: tuple(plan for plan in _plans(data) if plan["tien"] is not None),
    "tong_kinh_phi": lambda data: sum(plan.money or 0 for plan in data.plans),
    "nguon_luc": lambda data: tuple({"ten": name, "tien": tien} for name, tien in data.resources.origins),
    "tong_nguon_luc": lambda data: sum(amount for _name, amount in data.resources.origins),
    "dong_gop_chua_gia": lambda data: data.resources.unpriced,
    **record_fields.VALUES,
}
