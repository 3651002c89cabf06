from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop import settings
from ntm_desktop.errors import NtmError
from ntm_desktop.settings import Settings

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def test_a_new_workplace_has_the_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path) == Settings()


@given(
    st.builds(
        Settings,
        backup_places=st.lists(TEXT).map(tuple),
        printer=TEXT,
        theme=st.sampled_from(settings.THEMES),
        language=st.sampled_from(settings.LANGUAGES),
        times_new_roman=st.booleans(),
        story_day=st.dates().map(str) | st.just(""),
        database_url=st.sampled_from(
            ["", "postgresql://ntm@h/d", "postgresql+psycopg://u:p%40@[::1]:5433/d?sslmode=require"]
        ),
        store_folder=st.sampled_from(["", str(Path.cwd())]),
    )
)
def test_what_is_saved_comes_back(tmp_path_factory: pytest.TempPathFactory, saved: Settings) -> None:
    folder = tmp_path_factory.mktemp("settings")
    settings.save(saved, folder)
    assert settings.load(folder) == saved
    assert [path.name for path in folder.iterdir()] == [settings.FILE_NAME]


def test_the_file_is_readable_by_people(tmp_path: Path) -> None:
    settings.save(Settings(backup_places=("E:/Sao lưu",)), tmp_path)
    text = (tmp_path / settings.FILE_NAME).read_text(encoding="utf-8")
    assert "E:/Sao lưu" in text
    assert json.loads(text)["version"] == settings.VERSION


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"theme": "dark"}',
        b'{"version": "1"}',
        b'{"version": 1, "theme": "pink"}',
        b'{"version": 1, "language": "fr"}',
        b'{"version": 1, "printer": 5}',
        b'{"version": 1, "backup_places": [1]}',
        b'{"version": 1, "unheard_of": ""}',
        b'{"version": 1, "database_url": "mysql://a@b/c"}',
        b'{"version": 1, "database_url": "postgresql://a@b"}',
        b'{"version": 1, "store_folder": "files"}',
    ],
)
def test_a_damaged_file_is_named_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / settings.FILE_NAME
    path.write_bytes(content)
    with pytest.raises(NtmError, match="Không đọc được các thiết lập") as refused:
        settings.load(tmp_path)
    assert str(path) in refused.value.message
    assert path.read_bytes() == content


def test_a_newer_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / settings.FILE_NAME).write_text('{"version": 2, "voice": "loud"}', encoding="utf-8")
    with pytest.raises(NtmError, match="phiên bản mới hơn"):
        settings.load(tmp_path)


def test_a_folder_that_cannot_be_written_keeps_the_old_settings(tmp_path: Path) -> None:
    settings.save(Settings(printer="Canon"), tmp_path)
    (tmp_path / f"{settings.FILE_NAME}.tmp").mkdir()
    with pytest.raises(NtmError, match="Không lưu được thiết lập"):
        settings.save(Settings(printer="HP"), tmp_path)
    assert settings.load(tmp_path).printer == "Canon"
