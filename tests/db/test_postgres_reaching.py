"""The way from a desk to the server and to the folder of files that all desks share."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest
from commune_rows import AT, make
from desks import Server, Shared
from sqlalchemy import make_url

from ntm_desktop import settings
from ntm_desktop.db.engine import Database, DataInUse
from ntm_desktop.errors import NtmError
from ntm_desktop.settings import Settings


def with_password(shared: Shared, password: str | None) -> Shared:
    url = make_url(shared.url)._replace(password=password)
    return Shared(url.render_as_string(hide_password=False), shared.folder)


def password_of(shared: Shared) -> str:
    return str(make_url(shared.url).password)


def test_the_password_may_come_from_the_environment_or_the_password_file(
    shared: Shared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = with_password(shared, None)
    file = tmp_path / "pgpass"
    file.write_text(f"*:*:*:*:{password_of(shared)}\n", encoding="ascii")
    file.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(file))
    told.open("Bàn 1").close()
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "none"))
    monkeypatch.setenv("PGPASSWORD", password_of(shared))
    told.open("Bàn 1").close()
    assert password_of(shared) not in (told.desk("Bàn 1") / settings.FILE_NAME).read_text(encoding="utf-8")


def test_a_wrong_password_is_told_and_not_repeated(shared: Shared) -> None:
    with pytest.raises(NtmError, match=r"Không kết nối được máy chủ .*tên đăng nhập và mật khẩu") as told:
        with_password(shared, "bí-mật").open("Bàn 1")
    assert "bí-mật" not in told.value.message


def test_a_server_that_does_not_run_is_told(shared: Shared) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = shared.through(free.getsockname()[1])
        with pytest.raises(NtmError, match="Kiểm tra máy chủ đang chạy, mạng nội bộ"):
            nobody.open("Bàn 1")


def test_either_name_of_the_driver_will_do(shared: Shared) -> None:
    url = make_url(shared.url).set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
    Shared(url, shared.folder).open("Bàn 1").close()


def test_an_account_that_may_not_is_told(shared: Shared, postgresql: Server) -> None:
    name = str(make_url(shared.url).database)
    postgresql.do(f"CREATE ROLE {name} LOGIN PASSWORD 'x'")
    url = make_url(shared.url).set(username=name, password="x").render_as_string(hide_password=False)
    try:
        with pytest.raises(NtmError, match="chưa đủ quyền"):
            Shared(url, shared.folder).open("Bàn 1")
    finally:
        postgresql.do(f"DROP ROLE {name}")


def test_an_address_of_another_kind_is_refused(tmp_path: Path) -> None:
    for url in ("mysql://a@b/c", "postgresql://máy/", "postgresql://a@b:x/c", "ntm"):
        with pytest.raises(NtmError, match="Địa chỉ máy chủ dữ liệu không đúng dạng"):
            Database.create(tmp_path / "a", kind="appraiser", commune_id="450", at=AT, url=url)


def test_a_file_needs_no_driver_of_servers(tmp_path: Path) -> None:
    make(tmp_path / "data").close()
    program = (
        "import sys; from pathlib import Path; from ntm_desktop.db.engine import Database\n"
        "Database.open(Path(sys.argv[1])).close()\n"
        "print([name for name in sys.modules if name.startswith('psycopg') or 'postgres' in name])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "data")], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"


def test_where_the_driver_is_not_installed_that_is_told(shared: Shared) -> None:
    program = (
        "import sys; from pathlib import Path; from ntm_desktop.db.engine import Database\n"
        "sys.modules['psycopg'] = None\n"
        "try: Database.open(Path(sys.argv[1]))\n"
        "except Exception as error: print(type(error).__name__, error.message)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(shared.desk("Bàn 1"))], capture_output=True, text=True, check=True
    )
    assert ran.stdout.startswith("NtmError Bản cài này chưa có phần kết nối máy chủ PostgreSQL")


def test_a_desk_opens_its_folder_once(shared: Shared) -> None:
    with shared.open("Bàn 1"):
        with pytest.raises(DataInUse):
            shared.open("Bàn 1")
        shared.open("Bàn 2").close()


def test_a_file_of_one_desk_is_there_for_the_others(shared: Shared) -> None:
    with shared.open("Bàn 1") as first, shared.open("Bàn 2") as second:
        stored = first.files.put_bytes(b"%PDF")
        assert second.files.read(stored.sha256) == b"%PDF"
        assert second.files.path(stored.sha256).is_relative_to(shared.store)
        assert list((shared.store / "tmp").iterdir()) == []
        second.files.collect(())  # another desk's row may be about to name it
        assert first.files.has(stored.sha256)


def test_a_folder_that_is_not_the_shared_one_is_refused(shared: Shared) -> None:
    desk = shared.desk("Bàn 1")
    for store in ("", str(shared.folder / "kho khác")):
        settings.save(Settings(database_url=shared.url, store_folder=store), desk)
        with pytest.raises(NtmError, match="không phải thư mục tệp dùng chung của dữ liệu trên máy chủ"):
            Database.open(desk)
    assert not (shared.folder / "kho khác").exists()


def test_no_file_is_laid_where_the_shared_folder_was(shared: Shared) -> None:
    """A network folder that is not connected leaves an empty one of this PC in its place."""
    with shared.open("Bàn 1") as database:
        shared.store.rename(shared.folder / "đã ngắt")
        with pytest.raises(NtmError, match="Không thấy thư mục tệp dùng chung"):
            database.files.put_bytes(b"%PDF")
        assert not shared.store.exists()


def test_one_folder_of_files_serves_one_database(shared: Shared, blank: Shared) -> None:
    other = Shared(blank.url, shared.folder)
    with pytest.raises(NtmError, match="đang giữ tệp của dữ liệu khác"):
        other.create("Bàn khác")


def test_without_a_shared_folder_the_files_are_the_desks_own(blank: Shared, tmp_path: Path) -> None:
    folder = tmp_path / "một bàn"
    with Database.create(folder, kind="commune", commune_id="1", at=AT, url=blank.url) as database:
        stored = database.files.put_bytes(b"%PDF")
        assert database.files.path(stored.sha256).is_relative_to(folder / "files")
    assert settings.load(folder).database_url == blank.url
    Database.open(folder).close()
