"""The letters in which age writes its keys (BIP 173), for the bytes of a private one."""

from __future__ import annotations

_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECK = 6  # letters


def decoded(text: str) -> bytes:
    """The bytes of a key that age itself wrote; the check is not looked at."""
    letters = text.lower().rpartition("1")[2][:-_CHECK]
    value = 0
    for letter in letters:
        value = value << 5 | _LETTERS.index(letter)
    size, left = divmod(5 * len(letters), 8)
    return (value >> left).to_bytes(size, "big")


def encoded(prefix: str, told: bytes) -> str:
    """In capitals, as a private key is written."""
    count = -(-8 * len(told) // 5)
    value = int.from_bytes(told, "big") << 5 * count - 8 * len(told)
    values = [value >> 5 * place & 31 for place in reversed(range(count))]
    lower = prefix.lower()
    opened = [ord(letter) >> 5 for letter in lower] + [0] + [ord(letter) & 31 for letter in lower]
    check = _polymod([*opened, *values, *[0] * _CHECK]) ^ 1
    values += [check >> 5 * place & 31 for place in reversed(range(_CHECK))]
    return f"{prefix}1{''.join(_LETTERS[one] for one in values)}".upper()


def _polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for place, generator in enumerate(_GENERATORS):
            check ^= generator if top >> place & 1 else 0
    return check
