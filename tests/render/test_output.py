"""How files reach their names, on disks as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from ntm_desktop.render.output import all_or_none, release_all


@pytest.fixture
def scanned(monkeypatch: pytest.MonkeyPatch) -> None:
    """A scanner holds each hidden file open, as Windows lets it: none can be removed."""
    unlink = Path.unlink

    def held(path: Path, missing_ok: bool = False) -> None:
        if path.name.startswith("."):
            raise PermissionError(13, "used by another process", str(path))
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", held)


def made(folder: Path, *names: str, content: str = "mới") -> tuple[Path, ...]:
    paths = tuple(folder / name for name in names)
    for path in paths:
        path.write_text(content, encoding="utf-8")
    return paths


@pytest.mark.usefixtures("scanned")
def test_a_scanner_that_holds_what_is_left_over_spoils_nothing(tmp_path: Path) -> None:
    (target,) = made(tmp_path, "hồ sơ.pdf", content="cũ")
    with all_or_none([target]) as (waiting,):
        waiting.write_text("mới", encoding="utf-8")
    assert target.read_text(encoding="utf-8") == "mới"


@pytest.mark.usefixtures("scanned")
def test_nor_does_it_hide_why_the_work_ended(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), all_or_none([tmp_path / "hồ sơ.pdf"]) as (waiting,):  # noqa: PT012
        waiting.write_text("mới", encoding="utf-8")
        raise ZeroDivisionError


def test_older_files_are_replaced_together(tmp_path: Path) -> None:
    targets = made(tmp_path, "1.pdf", "2.pdf", content="cũ")
    release_all(made(tmp_path, "a", "b"), targets)
    assert [path.read_text(encoding="utf-8") for path in targets] == ["mới", "mới"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1.pdf", "2.pdf"]
