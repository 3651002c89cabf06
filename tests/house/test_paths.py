from __future__ import annotations

from pathlib import Path

import pytest

from ntm_desktop import paths


def test_resources_are_found() -> None:
    assert paths.resource("fonts", "Tinos-Regular.ttf").is_file()


def test_the_sample_lies_beside_the_data() -> None:
    assert paths.sample_folder().parent == paths.default_data_folder().parent
    assert paths.sample_folder().parent.name == "NTM Desktop"
    assert paths.sample_folder(paths.default_data_folder()) == paths.sample_folder()


def test_the_sample_of_a_named_folder_lies_beside_it(tmp_path: Path) -> None:
    assert paths.sample_folder(tmp_path / "xã Yên Hóa") == tmp_path / "xã Yên Hóa-mau"
    assert paths.sample_folder(Path(tmp_path.anchor)) == Path(tmp_path.anchor) / "mau"


def test_an_environment_variable_names_another_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NTM_DATA", str(tmp_path))
    assert paths.default_data_folder() == tmp_path
