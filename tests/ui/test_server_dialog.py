"""An authority's desk comes to a server from the window: on the first run, and later in Thiết lập."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from desks import Server, Shared
from exchanging import AT, AUTHORITY
from fitting import settle
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from remarking import press
from scripted import ScriptedAsk
from sqlalchemy import make_url
from whole_window import begun, says

from ntm_desktop import settings
from ntm_desktop.db.engine import Database
from ntm_desktop.domain.overview import Link
from ntm_desktop.domain.servers import Address, address_of
from ntm_desktop.services import authority, desks
from ntm_desktop.services.desks import Found
from ntm_desktop.services.workplace import NewPerson
from ui.authority_window import AuthorityWindow
from ui.context import Context
from ui.dialogs.server import JoinDialog, MoveDialog, Place, ServerDialog
from ui.dialogs.setup_steps import AUTHORITY as KIND
from ui.dialogs.wizard import SetupWizard
from ui.pages.setup_server import ServerSection


@pytest.fixture
def office(blank: Shared) -> Shared:
    """The data of an authority on a server, made at another desk."""
    desks.create(
        blank.folder / "Bàn 1",
        url=blank.url,
        store_folder=str(blank.store),
        authority=AUTHORITY,
        new_people=[NewPerson("Lê Văn Thẩm", "Chuyên viên")],
        at=AT,
    )
    return blank


@pytest.fixture
def context(tmp_path: Path, open_context: Callable[[Path], Context]) -> Context:
    return open_context(tmp_path / "bàn mới")


@pytest.fixture
def joining(qtbot: QtBot, context: Context) -> JoinDialog:
    dialog = JoinDialog(None, context, context.folder, may_make=True)  # type: ignore[arg-type]
    qtbot.addWidget(dialog, before_close_func=lambda closing: closing.accept())
    dialog.open()
    return dialog


def fill(dialog: ServerDialog, shared: Shared, **other: str) -> None:
    url = make_url(shared.url)
    told = {
        "host": url.host,
        "port": str(url.port),
        "database": url.database,
        "user": url.username,
        "password": url.password,
        "store": str(shared.store),
    }
    for name, text in (told | other).items():
        dialog.entries()[name].edit.setText(str(text))  # type: ignore[union-attr]


def error_of(dialog: ServerDialog, name: str) -> str:
    return dialog.entries()[name].below.text()


def test_trying_tells_what_is_there_and_changes_nothing(
    qtbot: QtBot, joining: JoinDialog, office: Shared
) -> None:
    fill(joining, office)
    press(qtbot, joining, "Thử kết nối")
    told = joining._found.text()
    assert told.startswith("Kết nối được 127.0.0.1:")
    assert told.endswith("Đang giữ dữ liệu của Ủy ban nhân dân huyện Minh Hóa, mã 455.")
    assert not joining.context.folder.exists()
    assert any("settings.json" in words and "không mã hóa" in words for words in says(joining))


@pytest.mark.parametrize(
    ("entry", "typed", "sentence"),
    [
        ("password", "sai", "tài khoản hoặc mật khẩu không đúng"),
        ("database", "khong_co", "máy chủ không có cơ sở dữ liệu tên này"),
        ("port", "1", "Kiểm tra máy chủ đang chạy, mạng nội bộ và số cổng"),
        ("port", "chín", "Cổng là số từ 1 đến 65535"),
        ("host", "", "Ghi tên hoặc địa chỉ của máy chủ"),
        ("host", "127.0.0.1:5432", "Ghi tên hoặc địa chỉ của máy chủ"),
        ("store", "/proc/khong/co", "Không thấy thư mục /proc/khong/co"),
        ("store", "tệp", "Chưa ghi thư mục tệp dùng chung, hoặc ghi thiếu ổ đĩa"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    qtbot: QtBot, joining: JoinDialog, office: Shared, entry: str, typed: str, sentence: str
) -> None:
    fill(joining, office, **{entry: typed})
    press(qtbot, joining, "Dùng máy chủ này")
    assert sentence in error_of(joining, entry)
    assert joining.isVisible()
    assert not joining.context.folder.exists()
    assert joining.verb.isEnabled()


def test_a_store_of_other_data_or_one_that_takes_no_file_is_refused(
    qtbot: QtBot, joining: JoinDialog, office: Shared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(joining, office, store=str(tmp_path))
    press(qtbot, joining, "Thử kết nối")
    assert "không phải thư mục tệp dùng chung" in error_of(joining, "store")
    if os.geteuid() == 0:
        return  # who may write everywhere
    office.store.chmod(0o500)
    fill(joining, office)
    press(qtbot, joining, "Thử kết nối")
    office.store.chmod(0o700)
    assert "Không ghi được" in error_of(joining, "store")


def test_a_database_of_something_else_or_of_a_newer_program_is_refused(
    qtbot: QtBot, joining: JoinDialog, office: Shared, postgresql: Server
) -> None:
    import psycopg

    with psycopg.connect(office.url, autocommit=True) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    fill(joining, office)
    press(qtbot, joining, "Dùng máy chủ này")
    assert any("phiên bản mới hơn" in words for words in says(joining))
    other = Shared(postgresql.url(postgresql.fresh()), office.folder)
    with psycopg.connect(other.url, autocommit=True) as raw:
        raw.execute("CREATE TABLE ke_toan (so int)")
    fill(joining, other)
    press(qtbot, joining, "Dùng máy chủ này")
    assert any("đang chứa dữ liệu khác" in words for words in says(joining))
    assert not joining.context.folder.exists()


def test_what_is_typed_while_it_looks_counts_for_the_next_time(
    qtbot: QtBot, joining: JoinDialog, blank: Shared, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look(place: Place) -> Found:
        fill(joining, blank, host="", database="khác")
        return Found("127.0.0.1/ntm")

    gone: list[Place] = []
    monkeypatch.setattr("ui.dialogs.server._look", look)
    monkeypatch.setattr(JoinDialog, "go", lambda _dialog, place, _found: gone.append(place))
    fill(joining, blank)
    press(qtbot, joining, "Dùng máy chủ này")
    assert [address_of(one.url) for one in gone] == [address_of(blank.url)]


def test_older_data_are_brought_up_to_date_only_when_a_person_says_so(
    qtbot: QtBot, joining: JoinDialog, office: Shared, ask: ScriptedAsk
) -> None:
    import psycopg

    with psycopg.connect(office.url, autocommit=True) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '0015'")
    fill(joining, office)
    ask.answers = [None]
    press(qtbot, joining, "Dùng máy chủ này")
    assert ask.asked[0].title == "Nâng cấp dữ liệu trên máy chủ?"
    assert not joining.context.folder.exists()
    with psycopg.connect(office.url) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == ("0015",)


def test_the_first_run_comes_to_data_that_are_there(qtbot: QtBot, context: Context, office: Shared) -> None:
    wizard = SetupWizard(context)
    qtbot.addWidget(wizard)
    wizard.show()
    wizard._first._rows[KIND].radio.setChecked(True)
    press(qtbot, wizard, "Dùng chung dữ liệu trên máy chủ")
    (dialog,) = wizard.findChildren(JoinDialog)
    fill(dialog, office)
    with qtbot.waitSignal(wizard.finished) as finished:
        press(qtbot, dialog, "Dùng máy chủ này")
    assert finished.args == [context.folder]
    kept = settings.load(context.folder)
    assert (address_of(kept.database_url), kept.store_folder) == (address_of(office.url), str(office.store))
    with Database.open(context.folder) as database, database.read() as session:
        assert authority.view(session).person == "Lê Văn Thẩm, Chuyên viên"


def test_the_first_run_makes_the_data_in_an_empty_database(
    qtbot: QtBot, context: Context, blank: Shared
) -> None:
    blank.store.mkdir(parents=True)
    wizard = SetupWizard(context)
    qtbot.addWidget(wizard)
    wizard.show()
    wizard._first._rows[KIND].radio.setChecked(True)
    press(qtbot, wizard, "Dùng chung dữ liệu trên máy chủ")
    (dialog,) = wizard.findChildren(JoinDialog)
    fill(dialog, blank)
    press(qtbot, dialog, "Dùng máy chủ này")
    settle()
    assert any(words.startswith("Dữ liệu sẽ lập trên máy chủ 127.0.0.1/") for words in says(wizard))
    for name, text in (("name", AUTHORITY.name), ("code", "455"), ("province", "Quảng Bình")):
        wizard._first.fields[name].edit.setText(text)  # type: ignore[union-attr]
    wizard._first._level.load("huyen")
    wizard._first._level.committed.emit("huyen")
    press(qtbot, wizard, "Tiếp tục")
    wizard._pages[2].fields["lead"].edit.setText("Lê Văn Thẩm")  # type: ignore[union-attr]
    press(qtbot, wizard, "Tiếp tục")  # no question about backups: the server is not ours to copy
    assert any("127.0.0.1/" in words for words in says(wizard))
    with qtbot.waitSignal(wizard.finished):
        press(qtbot, wizard, "Lập dữ liệu")
    with Database.open(context.folder) as database, database.read() as session:
        assert authority.view(session).name == AUTHORITY.name
    assert not (context.folder / "ntm.db").exists()


def section_of(window: AuthorityWindow) -> ServerSection:
    window.activateWindow()
    window.follow(Link("thiet-lap", "may-chu"))
    settle()
    (section,) = window.findChildren(ServerSection)
    return section


def dialog_in(section: QDialog | ServerSection, kind: type[ServerDialog]) -> ServerDialog:
    settle()
    (dialog,) = section.findChildren(kind)
    return dialog


def test_a_desk_of_its_own_comes_to_the_server_in_another_folder(
    qtbot: QtBot, authority_context: Context, office: Shared
) -> None:
    window = begun(qtbot, AuthorityWindow(authority_context))
    section = section_of(window)
    assert any("Dữ liệu nằm trên máy này" in words for words in says(section))
    press(qtbot, section, "Vào máy chủ chung")
    dialog = dialog_in(section, JoinDialog)
    fill(dialog, office)
    with qtbot.waitSignal(window.replaced) as replaced:
        press(qtbot, dialog, "Dùng máy chủ này")
    folder = authority_context.folder.with_name("authority-may-chu")
    assert replaced.args == [folder]
    assert settings.load(folder).store_folder == str(office.store)
    assert (authority_context.folder / "ntm.db").is_file()


def test_the_address_of_the_server_is_changed_for_the_same_data_alone(
    qtbot: QtBot, office: Shared, blank: Shared, open_context: Callable[[Path], Context], postgresql: Server
) -> None:
    context = open_context(office.folder / "Bàn 1")
    window = begun(qtbot, AuthorityWindow(context))
    section = section_of(window)
    assert any("không mã hóa" in words for words in says(section))
    press(qtbot, section, "Sửa địa chỉ, mật khẩu")
    dialog = dialog_in(section, MoveDialog)
    empty = postgresql.fresh()
    before = settings.load(context.folder)
    dialog.entries()["database"].edit.setText(empty)  # type: ignore[union-attr]
    (office.folder / "trống").mkdir()
    dialog.entries()["store"].edit.setText(str(office.folder / "trống"))  # type: ignore[union-attr]
    press(qtbot, dialog, "Lưu địa chỉ")
    assert any("đang giữ dữ liệu khác" in words for words in says(dialog))
    assert settings.load(context.folder) == before
    fill(dialog, office, host="localhost")
    with qtbot.waitSignal(window.replaced) as replaced:
        press(qtbot, dialog, "Lưu địa chỉ")
    assert replaced.args == [context.folder]
    assert address_of(settings.load(context.folder).database_url).host == "localhost"


def test_an_address_is_the_same_after_it_was_kept() -> None:
    for address in (
        Address("192.168.1.10", "ntm", "ntm"),
        Address("may-chu", "ntm", "văn phòng", 5433, "a:b/c@d?#%", "sslmode=require"),
        Address("fe80::1", "ntm", "ntm"),
    ):
        assert settings.is_database_url(address.url)
        assert address_of(address.url) == address
        assert make_url(address.url).password == (address.password or None)
