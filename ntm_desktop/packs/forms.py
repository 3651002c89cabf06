"""Recognition regimes (trình tự, hồ sơ xét công nhận): papers, addressee, căn cứ, thresholds as data.

A regime is chosen apart from the criteria set (architecture §3.5). Nothing in it is fixed logic: each line
carries where it was read and whether that was confirmed. Built-in ones are JSON in ``resources/forms``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date

import msgspec

from ntm_desktop.domain.consultation import MINUTES_FORM, SUMMARY_FORM, SURVEY_FORM
from ntm_desktop.domain.criteria import Verification
from ntm_desktop.errors import NtmError
from ntm_desktop.paths import resource

_FORMAT = 1
FORM_NAMES = {
    "to_trinh": "Tờ trình",
    "bao_cao": "Báo cáo kết quả thực hiện",
    "bieu_chi_tiet": "Biểu chi tiết mức độ đạt từng tiêu chí",
    "minh_chung": "Danh mục hồ sơ minh chứng",
    "danh_muc_cong_trinh": "Danh mục công trình",
    "nguon_luc": "Nguồn lực huy động",
    "chua_doi_chieu": "Danh mục nội dung theo mức chưa đối chiếu",
    "hinh_anh": "Hình ảnh minh họa",
    SUMMARY_FORM: "Báo cáo tổng hợp ý kiến",
    MINUTES_FORM: "Biên bản cuộc họp đề nghị xét, công nhận",
    "no_dong": "Báo cáo nợ đọng xây dựng cơ bản",
    SURVEY_FORM: "Báo cáo kết quả lấy ý kiến hài lòng",
}
"""What a paper is called in short, apart from commune and year; its title is the regime's."""
PAPERS_MADE = frozenset({"to_trinh", "bao_cao", SUMMARY_FORM, MINUTES_FORM, "no_dong"})
"""What the program can make, where the pack says ``attached`` once it knows what that paper tells. Makers of
them are in ``documents.dossier``."""
ANNEXES_MADE = frozenset(
    {"bieu_chi_tiet", "minh_chung", "danh_muc_cong_trinh", "nguon_luc", "chua_doi_chieu", "hinh_anh"}
)
"""Those of ``documents.annexes``."""
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


class _Frozen(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A value as a dataclass would be, that also refuses a misspelt field of a pack."""


class Citation(_Frozen, frozen=True):
    """An official document as a căn cứ names it. Laws are cited without number and body (C8)."""

    kind: str  # "Quyết định"
    number: str
    issued: date | None
    issuer: str
    title: str  # "về việc ban hành …", or the name of a law
    verification: Verification = Verification.CONFIRMED
    source: str = ""
    period: tuple[int, int] | None = None  # of the Programme that it belongs to; None: of any


class FormRule(_Frozen, frozen=True):
    """One paper of the dossier. ``code`` is the ký hiệu group ("TTr"), "" for a paper without number."""

    form: str
    code: str
    title: str  # as the list of documents names it
    summary: str  # trích yếu, with {commune} {tier} {year}
    required: bool
    copies: int
    verification: Verification
    source: str
    annex_of: str = ""
    attached: bool = False  # may be made elsewhere: only listed until the program has what it tells
    precedes: bool = False  # by the procedure it is there before the tờ trình: no final dossier without it
    body: str = "UBND"  # whose paper it is, as its ký hiệu says

    @property
    def foreign(self) -> bool:
        """Made by others: the office has it only as a file."""
        return self.attached and self.form not in PAPERS_MADE

    @property
    def signed_here(self) -> bool:
        """Made and signed for the People's Committee; minutes are signed by chair and secretary."""
        return bool(self.code) and self.form in PAPERS_MADE - {MINUTES_FORM}

    @property
    def symbol(self) -> str:
        """Ký hiệu: "TTr-UBND"; "" for a paper without number."""
        return f"{self.code}-{self.body}" if self.code else ""


class Read(_Frozen, frozen=True):
    """Where a part of the pack was read, and whether that was confirmed."""

    verification: Verification = Verification.UNVERIFIED
    source: str = ""


class Threshold(_Frozen, frozen=True):
    """A figure of the procedure: percentages in basis points, days and counts as they are."""

    key: str  # vote, publication_days, broadcasts, satisfaction …
    name: str
    value: int | None
    unit: str  # "%", "ngày", "lần"
    verification: Verification
    source: str
    tier: str = ""  # the one that it is of; "" of those that have none of their own


class Condition(_Frozen, frozen=True):
    """What a commune must fulfil beside the criteria. Those with ``titled`` are shown by an official document
    of one of the ``kinds`` whose title has all these words, with {commune}."""

    key: str  # no_debt, prior_tier, security
    text: str
    verification: Verification
    source: str
    name: str = ""
    tier: str = ""  # the one that it is of; "" of all
    kinds: tuple[str, ...] = ()
    titled: tuple[str, ...] = ()


class Regime(_Frozen, frozen=True):
    id: str
    version: str
    title: str
    short_title: str  # under a heading that says "Trình tự" already
    decision: Citation
    grounds: tuple[Citation, ...]  # before the criteria set's own decision and the regime's
    addressees: tuple[str, ...]  # with {district} {province}
    recipients: tuple[str, ...]  # further lines of Nơi nhận
    chain: tuple[str, ...]  # who appraises, in order
    forms: tuple[FormRule, ...]
    thresholds: tuple[Threshold, ...]
    notes: tuple[str, ...] = ()
    amendments: tuple[Citation, ...] = ()  # of the procedure's decision; without a date it is not cited
    conditions: tuple[Condition, ...] = ()
    asking: str = ""  # the article about asking the people: "Điều 5"; "" not read
    addressees_read: Read = Read()
    copies_read: Read = Read()

    def form(self, key: str) -> FormRule | None:
        return next((form for form in self.forms if form.form == key), None)

    def copies(self, rule: FormRule) -> int:
        """An annex is bound with the paper that it belongs to: there are as many of it."""
        carrier = self.form(rule.annex_of) if rule.annex_of else None
        return (carrier or rule).copies

    def condition(self, key: str) -> Condition | None:
        return next((condition for condition in self.conditions if condition.key == key), None)

    def shown_by_documents(self, tier: str) -> tuple[Condition, ...]:
        """Conditions for this tier that a document of the office shows to be fulfilled."""
        return tuple(one for one in self.conditions if one.titled and one.tier in ("", tier))

    def threshold(self, key: str) -> Threshold | None:
        return next((threshold for threshold in self.thresholds if threshold.key == key), None)

    def thresholds_of(self, tier: str) -> tuple[Threshold, ...]:
        """In the order of the pack; a tier's own figure stands in the place of that of all."""
        own = {one.key: one for one in self.thresholds if one.tier == tier}
        common = [one for one in self.thresholds if not one.tier]
        keys = {one.key for one in common}
        return (
            *(own.get(one.key, one) for one in common),
            *(one for one in own.values() if one.tier and one.key not in keys),
        )

    @property
    def due(self) -> frozenset[str]:
        """Forms of the papers that are there when the dossier goes up: it is refused without them."""
        return frozenset(
            one.form for one in self.forms if one.required and (one.precedes or not one.attached)
        )

    @property
    def name(self) -> str:
        """ "Quyết định số 2540/QĐ-TTg"."""
        return f"{self.decision.kind} số {self.decision.number}"


def fill(template: str, values: Mapping[str, str]) -> str:
    """Put listed values into ``{name}`` places; an unknown name is a defect of the pack."""
    return _PLACEHOLDER.sub(lambda match: values[match.group(1)], template)


def regime_ids() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in resource("forms").glob("*.json")))


def load_regime(regime_id: str) -> Regime:
    if regime_id not in regime_ids():
        raise NtmError(f"Không có trình tự xét công nhận “{regime_id}”. Chọn lại trình tự trong Thiết lập.")
    return read_regime(resource("forms", f"{regime_id}.json").read_bytes())


def read_regime(data: bytes) -> Regime:
    """Strict: an unknown field, a wrong type or a half file is refused as a whole."""
    try:
        envelope = json.loads(data)
        if not isinstance(envelope, dict) or envelope.pop("format", None) != _FORMAT:
            raise NtmError("Tệp mẫu biểu không đúng định dạng của phiên bản này. Dùng tệp mẫu biểu khác.")
        regime = msgspec.convert(envelope, Regime, strict=True)
    except (ValueError, msgspec.ValidationError) as error:
        raise NtmError("Không đọc được tệp mẫu biểu. Tệp bị sai hoặc bị thiếu. Lấy lại tệp gốc.") from error
    unmade = [
        form.title
        for form in regime.forms
        if not form.attached and form.form not in PAPERS_MADE | ANNEXES_MADE
    ]
    if unmade:
        raise NtmError(
            f"Chương trình không lập được văn bản mà tệp mẫu biểu ghi: {'; '.join(unmade)}. "
            "Ghi văn bản đó là lập riêng (attached), hoặc dùng tệp mẫu biểu khác."
        )
    return regime
