"""What holds for every test: no display, no folder of the user's, no unexpected warning in the log."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator

import hypothesis
import pytest
from desks import _founded as _founded
from desks import blank as blank
from desks import postgresql as postgresql
from desks import shared as shared

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

hypothesis.settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def isolated_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA"):
            patch.setenv(name, str(home))
        for name in ("DATA", "CONFIG", "CACHE", "STATE", "RUNTIME"):
            patch.delenv(f"XDG_{name}_HOME", raising=False)
        for name in ("NTM_DATA", "NTM_PIN", "NTM_PASSWORD", "NTM_SIGN_PASSWORD"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(autouse=True)
def no_unexpected_warning(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    if request.node.get_closest_marker("logs_warning"):
        return
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    warnings = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    if warnings:
        pytest.fail("warnings in the log:\n" + "\n".join(warnings))
