"""A dossier printed once for the tests that read it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from paper_sample import yen_hoa
from pdf_reading import Page, read
from PIL import Image
from signers import PASSWORD, Authority

from ntm_desktop.documents.data import DossierData
from ntm_desktop.services.papers import make_dossier
from ntm_desktop.services.signing import KeyFile


@pytest.fixture(scope="session")
def photos(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("photos")
    photos = {}
    for title, size in {"Ảnh đường trục thôn": (400, 300), "Ảnh nhà văn hóa thôn": (300, 400)}.items():
        photos[title] = folder / f"{title}.jpg"
        Image.effect_noise(size, 50).convert("RGB").save(photos[title])
    return photos


@pytest.fixture(scope="session")
def data(photos: dict[str, Path]) -> DossierData:
    """Nothing is known of numbers and dates; no marks across the pages."""
    return replace(yen_hoa(draft=False, pictures=photos), illustrative=False)


@pytest.fixture(scope="session")
def pages(data: DossierData, tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    out = tmp_path_factory.mktemp("out") / "Hồ sơ.pdf"
    make_dossier(data, out)
    return read(out)


@pytest.fixture(scope="session")
def authority() -> Authority:
    return Authority()


@pytest.fixture(scope="session")
def person(authority: Authority, tmp_path_factory: pytest.TempPathFactory) -> KeyFile:
    return KeyFile(authority.file(tmp_path_factory.mktemp("k") / "ký số.p12", authority.issue()), PASSWORD)
