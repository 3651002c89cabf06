"""Archives that are not of the one form: each is refused, and only the hashes are left to do."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.sync import strict_zip
from ntm_desktop.sync.refusals import PackageRefused, Refusal

SHA = "ab" * 32
DATA = "data/hamlet.jsonl"
LINE = b'{"deleted":false,"rev":1,"uid":"a"}\n'


def made(*files: tuple[str, bytes, int], comment: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content, method in files:
            entry = zipfile.ZipInfo(name)
            entry.compress_type = method
            archive.writestr(entry, content)
        archive.comment = comment
    return out.getvalue()


STORED, DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
GOOD = made(
    ("manifest.json", b"{}", STORED),
    ("manifest.sig", b"0" * 64, STORED),
    (DATA, LINE * 50, DEFLATED),
    (f"blobs/{SHA}", b"%PDF scan" * 99, STORED),
)


def all_of(content: bytes) -> dict[str, bytes]:
    file = io.BytesIO(content)
    entries = strict_zip.read_entries(file)
    return {name: b"".join(strict_zip.stream(file, entry)) for name, entry in entries.items()}


def patched(content: bytes, mark: bytes, offset: int, form: str, *values: int) -> bytes:
    """A record of a ZIP with other numbers in it; the last of its kind."""
    changed = bytearray(content)
    struct.pack_into(form, changed, content.rindex(mark) + offset, *values)
    return bytes(changed)


CENTRAL, LOCAL, END = b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"
LINK = 0o120777 << 16


def with_extra(content: bytes) -> bytes:
    """An extra field in the directory, and all that counts bytes made to fit."""
    place = content.rindex(CENTRAL)
    name = struct.unpack_from("<H", content, place + 28)[0]
    at = place + 46 + name
    longer = content[:at] + struct.pack("<2H4s", 0x7075, 4, b"abcd") + content[at:]
    longer = patched(longer, CENTRAL, 30, "<H", 8)
    size = struct.unpack_from("<I", longer, longer.rindex(END) + 12)[0]
    return patched(longer, END, 12, "<I", size + 8)


def quoted(content: bytes) -> bytes:
    """Two entries of the directory that share the bytes of one file."""
    first = content.index(CENTRAL)
    second = content.index(CENTRAL, first + 4)
    entry = content[first:second].replace(b"manifest.json", b"manifest.sig")
    return content[:second] + entry + content[second:]


def overlapping() -> bytes:
    """The second file begins within the bytes of the first, which hold a whole local record."""
    inner = made((f"blobs/{SHA}", b"x" * 99, STORED))
    record = inner[: inner.index(CENTRAL)]
    outer = made(("manifest.json", record, STORED), (f"blobs/{SHA}", b"x" * 99, STORED))
    return patched(outer, CENTRAL, 42, "<I", outer.index(record))


def kernel_quoted() -> bytes:
    """Fifield's bomb: each file quotes the headers of those behind it, and all end in one kernel."""
    return quoted(made(*((f"data/{letter}.jsonl", b"0" * 999, DEFLATED) for letter in "abcdefgh")))


def wide(content: bytes, *, count: int = 4, offset: int = 0, length: int = 44, disks: int = 1) -> bytes:
    """ZIP64 end records, right but for what is given, before an end record that sends there."""
    place = content.rindex(END)
    size, where = struct.unpack_from("<2I", content, place + 12)
    record = struct.pack("<4sQ2H2I4Q", b"PK\6\6", length, 45, 45, 0, 0, count, count, size, where + offset)
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, place, disks)
    return content[:place] + record + locator + patched(content[place:], END, 8, "<2H", 0xFFFF, 0xFFFF)


def with_descriptor() -> bytes:
    """Written to a stream: sizes stand behind the bytes, and the flag says so in both headers."""

    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.content = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data: bytes) -> int:  # type: ignore[override]
            self.content += data
            return len(data)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w") as archive:  # type: ignore[arg-type]
        archive.writestr(zipfile.ZipInfo(DATA), LINE)
    return bytes(pipe.content)


def with_local_extra() -> bytes:
    """An extra field at the file alone, with the directory moved along."""
    name = b"manifest.json"
    at = 30 + len(name)
    one = made((name.decode(), b"{}", STORED))
    longer = patched(one[:at], LOCAL, 28, "<H", 8) + struct.pack("<2H4s", 0x5455, 4, b"abcd") + one[at:]
    where = struct.unpack_from("<I", longer, longer.rindex(END) + 16)[0]
    return patched(longer, END, 16, "<I", where + 8)


def moved_directory() -> bytes:
    """Bytes that no entry owns between the last file and the directory, which is where it says."""
    place, end = GOOD.index(CENTRAL), GOOD.rindex(END)
    moved = GOOD[:place] + b"hidden" + GOOD[place:]
    return patched(moved, END, 16, "<I", struct.unpack_from("<I", GOOD, end + 16)[0] + 6)


HOSTILE: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "no end": lambda: GOOD[:-1],
    "something before": lambda: b"MZ" + GOOD,
    "something behind": lambda: GOOD + b"\0",
    "a comment": lambda: made((DATA, LINE, STORED), comment=b"tro chuyen"),
    "a comment of an entry": lambda: patched(GOOD, CENTRAL, 32, "<H", 1),
    "a path upward": lambda: made(("data/../../x.jsonl", LINE, STORED)),
    "a rooted path": lambda: made(("/data/x.jsonl", LINE, STORED)),
    "a drive": lambda: made(("C:\\x.jsonl", LINE, STORED)),
    "a stream of a file": lambda: made(("data/x.jsonl:y", LINE, STORED)),
    "a reserved name": lambda: made(("blobs/CON", b"x", STORED)),
    "a name with marks": lambda: made(("data/thôn.jsonl", LINE, STORED)),
    "capitals": lambda: made(("data/Hamlet.jsonl", LINE, STORED)),
    "a folder": lambda: made(("data/", b"", STORED)),
    "a program": lambda: made(("manifest.exe", b"MZ", STORED)),
    "a link": lambda: made((f"blobs/{SHA}/x", b"/etc/passwd", STORED)),
    "a name twice": lambda: made((DATA, LINE, STORED), ("data/hamlex.jsonl", LINE, STORED)).replace(
        b"hamlex", b"hamlet"
    ),
    "a NUL in a name": lambda: GOOD.replace(b"manifest.sig", b"manifest.s\0g"),
    "an encrypted entry": lambda: patched(GOOD, CENTRAL, 8, "<H", 1),
    "sizes after the bytes": lambda: patched(GOOD, CENTRAL, 8, "<H", 8),
    "another method": lambda: made((DATA, LINE * 9, zipfile.ZIP_BZIP2)),
    "a packed attachment": lambda: made((f"blobs/{SHA}", b"x" * 999, DEFLATED)),
    "a bomb": lambda: made((DATA, b"0" * 9_000_000, DEFLATED)),
    "entries that overlap": lambda: quoted(GOOD),
    "a gap": lambda: patched(GOOD, CENTRAL, 42, "<I", 0),
    "an entry elsewhere": lambda: patched(GOOD, CENTRAL, 42, "<I", len(GOOD)),
    "a larger size in the directory": lambda: patched(GOOD, CENTRAL, 24, "<I", 10**6),
    "a smaller size at the file": lambda: patched(GOOD, LOCAL, 22, "<I", 3),
    "another checksum at the file": lambda: patched(GOOD, LOCAL, 14, "<I", 1),
    "another time at the file": lambda: patched(GOOD, LOCAL, 10, "<H", 77),
    "an extra field": lambda: with_extra(GOOD),
    "more entries than there are": lambda: patched(GOOD, END, 8, "<2H", 9, 9),
    "fewer entries than there are": lambda: patched(GOOD, END, 8, "<2H", 1, 1),
    "no entry": lambda: made(),
    "another disk": lambda: patched(GOOD, END, 4, "<H", 1),
    "a directory elsewhere": lambda: patched(GOOD, END, 16, "<I", 4),
    "files within files": overlapping,
    "a kernel quoted by many": kernel_quoted,
    "bytes between files and directory": moved_directory,
    "a program in front, offsets made to fit": lambda: zipfile_behind(b"MZ" * 50),
    "an extra field at the file": with_local_extra,
    "a stream with sizes behind": with_descriptor,
    "LZMA": lambda: made((DATA, LINE * 9, zipfile.ZIP_LZMA)),
    "an unknown method": lambda: both_headers(DATA, 10, 8, "<H", 99),
    "encrypted in both headers": lambda: both_headers(DATA, 8, 6, "<H", 1),
    "UTF-8 names": lambda: both_headers(DATA, 8, 6, "<H", 0x800),
    "a wrong checksum in both headers": lambda: both_headers(DATA, 16, 14, "<I", 12345),
    "a larger size in both headers": lambda: both_headers(DATA, 24, 22, "<I", 999),
    "a smaller size in both headers": lambda: both_headers(DATA, 24, 22, "<I", 3),
    "a smaller packed size in both headers": lambda: both_headers(DATA, 20, 18, "<I", 5),
    "a reserved name with an ending": lambda: made(("data/nul.jsonl.txt", LINE, STORED)),
    "an alternate stream of a blob": lambda: made((f"blobs/{SHA}::$DATA", b"x", STORED)),
    "a backslash": lambda: made(("data\\hamlet.jsonl", LINE, STORED)),
    "a point at the end": lambda: made((f"{DATA}.", LINE, STORED)),
    "a space at the end": lambda: made((f"{DATA} ", LINE, STORED)),
    "a line end at the end": lambda: made((f"{DATA}\n", LINE, STORED)),
    "composed and decomposed twins": lambda: made(
        ("data/th\u00f4n.jsonl", LINE, STORED), ("data/tho\u0302n.jsonl", LINE, STORED)
    ),
    "letters that fold together": lambda: made(("data/\u017ftop.jsonl", LINE, STORED)),
    "right to left": lambda: made(("data/\u202egpj.jsonl", LINE, STORED)),
    "a name without end": lambda: made((f"data/{'x' * 60_000}.jsonl", LINE, STORED)),
    "an archive in the archive": lambda: made(("blobs/inner.zip", GOOD, STORED)),
    "a link by its attribute": lambda: linked(f"blobs/../{SHA}"),
    "more than a package may hold": lambda: both_headers(f"blobs/{SHA}", 20, 18, "<2I", 2**32 - 2, 2**32 - 2),
    "ZIP64 records that count otherwise": lambda: wide(GOOD, count=5),
    "ZIP64 records that point elsewhere": lambda: wide(GOOD, offset=1),
    "ZIP64 records that are longer": lambda: wide(GOOD, length=60),
    "ZIP64 on two disks": lambda: wide(GOOD, disks=2),
    "two ends": lambda: GOOD + GOOD[GOOD.rindex(END) :],
    "two archives": lambda: GOOD + GOOD,
    "ZIP64 where none is": lambda: patched(GOOD, END, 8, "<2H", 0xFFFF, 0xFFFF),
}


def both_headers(name: str, central: int, local: int, form: str, *values: int) -> bytes:
    """A number of an entry changed in the directory and at the file alike."""
    changed, raw = bytearray(GOOD), name.encode()
    at_file = GOOD.index(raw) - 30
    in_directory = GOOD.rindex(raw) - 46
    assert GOOD[at_file:].startswith(LOCAL)
    assert GOOD[in_directory:].startswith(CENTRAL)
    struct.pack_into(form, changed, at_file + local, *values)
    struct.pack_into(form, changed, in_directory + central, *values)
    return bytes(changed)


def zipfile_behind(program: bytes) -> bytes:
    out = io.BytesIO(program)
    out.seek(0, 2)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(zipfile.ZipInfo(DATA), LINE)
    return out.getvalue()


def linked(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        entry = zipfile.ZipInfo(name)
        entry.external_attr = LINK
        archive.writestr(entry, "/etc/passwd")
    return out.getvalue()


def test_the_form_that_we_write_is_read() -> None:
    found = all_of(GOOD)
    assert found[DATA] == LINE * 50
    assert list(found) == ["manifest.json", "manifest.sig", DATA, f"blobs/{SHA}"]


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_archive_is_refused(kind: str) -> None:
    with pytest.raises(PackageRefused) as refused:
        all_of(HOSTILE[kind]())
    assert refused.value.refusal is Refusal.ARCHIVE


def test_a_link_by_its_attribute_alone_is_bytes_like_any() -> None:
    """Attributes are not looked at, and nothing is extracted by name."""
    assert all_of(linked(f"blobs/{SHA}")) == {f"blobs/{SHA}": b"/etc/passwd"}


def test_too_many_entries_are_refused() -> None:
    files = [(f"blobs/{number:064x}", b"", STORED) for number in range(strict_zip.MOST_ENTRIES + 1)]
    with pytest.raises(PackageRefused, match="directory"):
        all_of(made(*files))


@given(st.integers(0, len(GOOD) - 1), st.integers(0, 7))
def test_a_flipped_bit_is_refused_or_changes_no_content(place: int, bit: int) -> None:
    """Bits that nobody uses remain: who made it, attributes. The hashes watch over the rest."""
    changed = bytearray(GOOD)
    changed[place] ^= 1 << bit
    try:
        found = all_of(bytes(changed))
    except PackageRefused as refused:
        assert refused.refusal is Refusal.ARCHIVE  # noqa: PT017
    else:
        assert found == all_of(GOOD)


def test_an_entry_beyond_four_gigabytes(tmp_path: Path) -> None:
    """Written by ``zipfile`` with its long fields; the file has a hole, so it takes no room."""
    path, size = tmp_path / "lớn.zip", (4 << 30) + 5
    with path.open("w+b") as file:
        name = f"blobs/{SHA}".encode()
        extra = struct.pack("<2H2Q", 1, 16, size, size)
        file.write(struct.pack("<4s5H3I2H", LOCAL, 45, 0, 0, 0, 33, 0, 0xFFFFFFFF, 0xFFFFFFFF, len(name), 20))
        file.write(name + extra)
        begin = file.tell()
        file.seek(size, 1)
        offset = file.tell()
        entry = struct.pack(
            "<4s6H3I5H2I",
            CENTRAL, 45, 45, 0, 0, 0, 33, 0, 0xFFFFFFFF, 0xFFFFFFFF, len(name), 20, 0, 0, 0, 0, 0,
        )  # fmt: skip
        file.write(entry + name + extra)
        tail, width = file.tell(), file.tell() - offset
        file.write(struct.pack("<4sQ2H2I4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, width, offset))
        file.write(struct.pack("<4sIQI", b"PK\x06\x07", 0, tail, 1))
        file.write(struct.pack("<4s4H2IH", END, 0, 0, 1, 1, width, 0xFFFFFFFF, 0))
        (found,) = strict_zip.read_entries(file).values()
        assert (found.size, found.begins) == (size, begin)
        assert next(strict_zip.stream(file, found)) == bytes(1 << 20)
