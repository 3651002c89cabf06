from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ntm_desktop.db.files import FileStore
from ntm_desktop.errors import NtmError

CONTENT = "Biên bản họp thôn".encode() * 100_000
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "data")


def test_a_content_lies_under_its_digest(store: FileStore, tmp_path: Path) -> None:
    source = tmp_path / "Biên bản.txt"
    source.write_bytes(CONTENT)
    stored = store.put_file(source)
    assert (stored.sha256, stored.size) == (SHA256, len(CONTENT))
    assert store.path(SHA256) == tmp_path / "data" / "files" / SHA256[:2] / SHA256
    assert store.read(SHA256) == CONTENT
    assert list((tmp_path / "data" / "tmp").iterdir()) == []


def test_the_same_content_is_kept_once(store: FileStore, tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(CONTENT)
    first = store.put_file(tmp_path / "one")
    inode = store.path(SHA256).stat().st_ino
    assert store.put_bytes(CONTENT) == first
    assert store.put_file(tmp_path / "one") == first
    assert store.path(SHA256).stat().st_ino == inode
    assert list(store.stored()) == [SHA256]


def test_a_damaged_content_is_found_and_mended_by_putting_it_again(store: FileStore) -> None:
    store.put_bytes(CONTENT)
    store.path(SHA256).write_bytes(CONTENT[:-1] + b"?")
    assert list(store.damaged([SHA256])) == [SHA256]
    store.put_bytes(CONTENT)
    assert list(store.damaged([SHA256])) == []


def test_a_file_that_vanished_from_the_store_is_told(store: FileStore) -> None:
    store.put_bytes(CONTENT)
    store.path(SHA256).unlink()
    with pytest.raises(NtmError, match="Không còn thấy tệp đã lưu"):
        store.path(SHA256)


def test_a_source_that_vanished_is_the_callers_to_tell(store: FileStore, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        store.put_file(tmp_path / "gone.pdf")
    assert not (tmp_path / "data" / "files").exists()


def test_orphans_are_collected_and_nothing_else(store: FileStore) -> None:
    kept, orphan = store.put_bytes(b"kept").sha256, store.put_bytes(b"orphan").sha256
    assert store.orphans({kept}) == (orphan,)
    store.collect({kept})
    assert list(store.stored()) == [kept]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a file")
def test_a_disk_that_fills_leaves_no_half_file(tmp_path: Path) -> None:
    source = tmp_path / "big"
    source.write_bytes(b"x" * 2_000_000)
    program = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from ntm_desktop.db.files import FileStore\n"
        "from ntm_desktop.errors import NtmError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))\n"
        "try: FileStore(Path(sys.argv[1])).put_file(Path(sys.argv[2]))\n"
        "except NtmError as error: sys.stdout.buffer.write(str(error).encode())\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "data"), str(source)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ran.stdout.startswith("Không ghi được vào")
    assert [path for path in (tmp_path / "data").rglob("*") if path.is_file()] == []
