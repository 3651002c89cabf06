"""Keys on paper: what the QR codes of a sheet hold, the letters of a recovery sheet, and reading both back.

docs/package-format.md §3. How a sheet looks and what else it says is ``documents`` and ``render``.
"""

from __future__ import annotations

import binascii
import hashlib
import re
from collections.abc import Iterable, Sequence

from nacl.signing import SigningKey

from ntm_desktop.errors import NtmError
from ntm_desktop.sync import bech32
from ntm_desktop.sync.codes import bytes_of, letters_of, plain_letters
from ntm_desktop.sync.keys import OwnKeys, identity

LINES = 8
"""Of a recovery sheet: four of the key that signs, four of the one that decrypts."""
_ENROLMENT, _RECOVERY = "NTMK1", "NTMR1"
_MOST = 520  # bytes in one code: 89 × 89 squares, which a phone reads off any printer
_FIRST = b"\x01"  # keeps the zeros that follow it
_WHOLE = 4  # bytes that say which pieces belong together
_QR = re.compile(r"(NTM[KR]1):([0-9]{1,4})/([0-9]{1,4}):([0-9]{1,2000})")
_OF_LINE, _LETTERS, _GROUP = 8, 16, 4
_SEED = 32
_AGE = "AGE-SECRET-KEY-"
_AGAIN = "Quét lại từng mã QR của phiếu."


def enrolment_codes(told: bytes) -> tuple[str, ...]:
    """An enrolment file, as its QR codes hold it."""
    return _codes(_ENROLMENT, told)


def enrolment_of(scanned: Iterable[str]) -> bytes:
    """The enrolment file that was scanned, in any order and again and again. Raises NtmError naming what
    lacks; whether it is an enrolment file at all, its signature says."""
    return _content(_ENROLMENT, scanned)


def recovery_code(keys: OwnKeys) -> str:
    (code,) = _codes(_RECOVERY, _secrets(keys))
    return code


def keys_of_code(scanned: str) -> OwnKeys:
    return _keys(_content(_RECOVERY, [scanned]))


def recovery_lines(keys: OwnKeys) -> tuple[str, ...]:
    """The same to be typed, "4ANM JTYP A9KJ 0FR2": eight bytes a line, with a CRC of 16 bits that finds one
    letter too many, too few or wrong, two that changed places, and a line in the place of another."""
    told = _secrets(keys)
    lines = []
    for number in range(1, LINES + 1):
        line = told[(number - 1) * _OF_LINE : number * _OF_LINE]
        letters = letters_of(line + binascii.crc_hqx(line, number).to_bytes(2, "big"))
        lines.append(" ".join(letters[at : at + _GROUP] for at in range(0, _LETTERS, _GROUP)))
    return tuple(lines)


def wrong_lines(lines: Sequence[str]) -> tuple[int, ...]:
    """Numbers, from 1, of those that are not what a sheet says; an empty one is wrong too."""
    return tuple(number for number, text in enumerate(lines, 1) if _line(number, text) is None)


def keys_of_lines(lines: Sequence[str]) -> OwnKeys:
    """Raises NtmError that names each mistyped line. Whose keys they are, their key id says."""
    if len(lines) != LINES:
        raise NtmError(f"Phiếu phục hồi có {LINES} dòng. Nhập đủ {LINES} dòng.")
    read = [_line(number, text) for number, text in enumerate(lines, 1)]
    whole = [line for line in read if line is not None]
    if len(whole) < LINES:
        raise NtmError(
            "Có dòng nhập sai. Tắt bộ gõ tiếng Việt rồi nhập lại từng chữ các dòng dưới đây như trên phiếu.",
            [f"Dòng {number}" for number in wrong_lines(lines)],
        )
    return _keys(b"".join(whole))


def _line(number: int, text: str) -> bytes | None:
    letters = plain_letters(text)
    if len(letters) != _LETTERS:
        return None
    try:
        told = bytes_of(letters)
    except ValueError:
        return None
    line, check = told[:_OF_LINE], int.from_bytes(told[_OF_LINE:], "big")
    return line if binascii.crc_hqx(line, number) == check else None


def _secrets(keys: OwnKeys) -> bytes:
    return bytes(keys.signing) + bech32.decoded(str(keys.age))


def _keys(told: bytes) -> OwnKeys:
    if len(told) != LINES * _OF_LINE:
        raise NtmError(f"Đây không phải mã của phiếu phục hồi khóa. {_AGAIN}")
    return OwnKeys(SigningKey(told[:_SEED]), identity(bech32.encoded(_AGE, told[_SEED:])))


def _codes(kind: str, told: bytes) -> tuple[str, ...]:
    """Digits alone after the colon: a scanner types what it reads, and Vietnamese input methods change
    letters. Each piece has four bytes of the digest of the whole behind it."""
    count = max(1, -(-len(told) // _MOST))
    size = -(-len(told) // count)
    whole = hashlib.sha256(told).digest()[:_WHOLE]
    pieces = [told[at : at + size] for at in range(0, len(told), size)]
    values = [int.from_bytes(_FIRST + piece + whole, "big") for piece in pieces]
    return tuple(f"{kind}:{number}/{len(pieces)}:{value}" for number, value in enumerate(values, 1))


def _content(kind: str, scanned: Iterable[str]) -> bytes:
    read = [_piece(kind, text) for text in scanned]
    if len({(count, whole) for _number, count, _piece, whole in read}) != 1:
        raise NtmError(f"Các mã này không phải của cùng một phiếu. {_AGAIN}")
    pieces = {number: piece for number, _count, piece, _whole in read}
    _number, count, _piece_of, whole = read[0]
    if missing := [str(number) for number in range(1, count + 1) if number not in pieces]:
        raise NtmError(f"Còn thiếu mã QR {', '.join(missing)} trong {count} mã của phiếu. Quét thêm mã đó.")
    told = b"".join(pieces[number] for number in range(1, count + 1))
    if hashlib.sha256(told).digest()[:_WHOLE] != whole:
        raise NtmError(f"Mã quét được bị sai. {_AGAIN}")
    return told


def _piece(kind: str, text: str) -> tuple[int, int, bytes, bytes]:
    """Number, count, piece, and what the pieces of one sheet share."""
    found = _QR.fullmatch(text.strip())
    if found is None or found[1] != kind:
        raise NtmError(f"Đây không phải mã QR của phiếu này. {_AGAIN}")
    number, count, value = int(found[2]), int(found[3]), int(found[4])
    told = value.to_bytes((value.bit_length() + 7) // 8, "big")
    if not 1 <= number <= count or len(told) < 1 + _WHOLE or told[:1] != _FIRST:
        raise NtmError(f"Mã quét được bị sai. {_AGAIN}")
    return number, count, told[1:-_WHOLE], told[-_WHOLE:]
