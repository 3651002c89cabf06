"""The wrapper of every pack: format number, what it is, and a checksum of its content.

``{"format": 1, "kind": "criteria-set", "sha256": "…", "set": {…}}``. The checksum covers the content as
canonical JSON, so layout may change and a damaged letter may not. What goes on from here is NFC, has only
letters that can be kept and printed, and numbers that the database holds. Signatures of packs that come
from outside are not here.
"""

from __future__ import annotations

import hashlib
import json
import logging
import re
from typing import TypeVar

import msgspec

from ntm_desktop.errors import NtmError
from ntm_desktop.text import nfc

FORMAT = 1
CRITERIA_SET = "criteria-set"
TARGETS = "targets"
_BODY = {CRITERIA_SET: "set", TARGETS: "overlay"}
_NAMES = {CRITERIA_SET: "bộ tiêu chí", TARGETS: "mức của tỉnh"}
_LARGEST = 4 * 1024 * 1024  # the largest built-in pack has 55 KB
HIGHEST = 10**15  # far above any level, and whole in the database and in canonical JSON
_NO_LETTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

_log = logging.getLogger(__name__)

Body = TypeVar("Body", bound=msgspec.Struct)


def open_envelope(
    data: bytes, kind: str, body_type: type[Body], *, sealed: bool, stored: bool = False
) -> tuple[Body, str]:
    """The checked content and its checksum. ``sealed``: a pack without a checksum is refused.

    ``stored``: taken in once, maybe by an older version, which let through what cannot be kept and printed.
    Such letters are left out, and of such numbers the reader takes care.

    Raises NtmError for anything that is not whole, not of this kind or newer than this program.
    """
    name = _NAMES[kind]
    if len(data) > _LARGEST:
        raise NtmError(f"Tệp {name} quá lớn. Chọn lại tệp.")
    try:
        plain: object = json.loads(data)
        composed = _composed(plain, name, stored=stored)
    except (ValueError, RecursionError) as error:
        _log.info("a file that should hold %s: %s", kind, error)
        raise NtmError(
            f"Không đọc được tệp {name}: tệp bị cắt cụt, bị hỏng hoặc sai loại. Chép lại tệp từ nơi gửi.",
            [_where_unreadable(error)],
        ) from None
    if not isinstance(plain, dict) or not isinstance(composed, dict) or not {"format", "kind"} <= set(plain):
        raise NtmError(f"Tệp này không phải tệp {name} của chương trình. Chọn lại tệp.")
    if plain["kind"] != kind:
        other = _NAMES.get(str(plain["kind"]))
        what = f"là tệp {other}, không phải" if other else "không phải"
        raise NtmError(f"Tệp này {what} tệp {name}. Chọn lại tệp.")
    if type(plain["format"]) is not int or plain["format"] != FORMAT:
        raise NtmError(
            f"Tệp {name} có định dạng {plain['format']}, chương trình đọc được định dạng {FORMAT}. "
            "Cập nhật chương trình hoặc xin lại tệp."
        )
    body = plain.get(_BODY[kind])
    unknown = set(plain) - {"format", "kind", "sha256", _BODY[kind]}
    if unknown or not isinstance(body, dict) or (sealed and "sha256" not in plain):
        raise NtmError(f"Tệp {name} thiếu phần hoặc có phần lạ. Chép lại tệp từ nơi gửi.")
    checksum = content_checksum(body)
    if plain.get("sha256", checksum) != checksum:
        raise NtmError(f"Tệp {name} bị hỏng hoặc bị sửa: mã kiểm tra không khớp. Chép lại tệp từ nơi gửi.")
    try:
        return msgspec.convert(composed[_BODY[kind]], body_type), checksum
    except msgspec.ValidationError as error:
        _log.info("a file that should hold %s: %s", kind, error)
        raise NtmError(
            f"Tệp {name} không đúng lược đồ. Xin lại tệp.", [_where_against_schema(error)]
        ) from None


def content_checksum(body: dict[str, object]) -> str:
    canonical = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode(errors="surrogatepass")).hexdigest()


def _composed(value: object, name: str, place: str = "", *, stored: bool) -> object:
    """The same with all texts NFC. Refuses letters and numbers that nothing here can hold."""
    if isinstance(value, dict):
        for key in value:
            _composed(key, name, place, stored=stored)
        return {
            key: _composed(inner, name, f"{place}.{key}".lstrip("."), stored=stored)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [
            _composed(inner, name, f"{place}[{position}]", stored=stored)
            for position, inner in enumerate(value)
        ]
    wrong = ""
    if isinstance(value, str):
        value = nfc(value)
        wrong = "ký tự hỏng" if _NO_LETTER.search(value) else ""
    elif isinstance(value, int) and abs(value) > HIGHEST:
        wrong = "số quá lớn"
    if wrong and stored:
        return _NO_LETTER.sub("", value) if isinstance(value, str) else value
    if wrong:
        raise NtmError(f"Tệp {name} có {wrong}. Xin lại tệp.", [f"Phần “{place}” có {wrong}."])
    return value


def _where_unreadable(error: Exception) -> str:
    """In words, with the line where there is one; the library's own words are English and go to the log."""
    if isinstance(error, json.JSONDecodeError):
        return f"Chỗ sai đầu tiên ở dòng {error.lineno}."
    if isinstance(error, UnicodeDecodeError):
        return "Tệp không phải văn bản UTF-8."
    return "Các phần của tệp lồng nhau quá sâu."


def _where_against_schema(error: msgspec.ValidationError) -> str:
    place = re.search(r" - at `\$\.?(.+)`$", str(error))
    field = re.search(r"(unknown|missing required) field `(.+?)`", str(error))
    what = "không đúng kiểu hoặc giá trị"
    if field:
        what = f"{'có mục lạ' if field[1] == 'unknown' else 'thiếu mục'} “{field[2]}”"
    return f"Phần “{place[1]}” {what}." if place else f"Nội dung {what}."
