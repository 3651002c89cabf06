"""The sets that ship with the program."""

import pytest

from ntm_desktop.domain.criteria import CriteriaSet
from ntm_desktop.packs.criteria import load_builtin


@pytest.fixture(scope="session")
def set_2016() -> CriteriaSet:
    return load_builtin("xa-ntm-2016-2020")


@pytest.fixture(scope="session")
def set_2021() -> CriteriaSet:
    return load_builtin("xa-ntm-2021-2025")
