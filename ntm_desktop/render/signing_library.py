"""pyHanko as this program takes it: only when somebody signs, without its network part and zones.

An office that does not sign does not install it; ``require`` then says so.
"""

from __future__ import annotations

import sys
import threading
from importlib.util import find_spec
from types import ModuleType

from ntm_desktop.errors import NtmError
from ntm_desktop.text import OFFICE

_MISSING = (
    "Bản cài này chưa có phần ký số. Nhờ người cài máy cài thêm gói “ntm-desktop[signing]”, hoặc "
    "ký tệp PDF bằng phần mềm đi kèm thiết bị ký số."
)
_MISSING_TOKEN = (
    "Bản cài này chưa đọc được thiết bị ký số. Nhờ người cài máy cài thêm gói “python-pkcs11”, hoặc ký bằng "
    "tệp chứng thư số (.p12, .pfx)."
)
_IMPORTING = threading.Lock()
_FETCHERS = "pyhanko_certvalidator.fetchers.aiohttp_fetchers"
_NETWORK = ("aiohttp", _FETCHERS, f"{_FETCHERS}.util")
_ZONES = "tzlocal"


class _Nothing(ModuleType):
    """Stands for the network library while pyHanko names its classes; nothing here ever asks a server."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return object


class _Zone(ModuleType):
    """Stands for the library of the PC's zone, of which Windows has no data: it is the office's."""

    get_localzone = staticmethod(lambda: OFFICE)


def is_installed() -> bool:
    return find_spec("pyhanko") is not None


def require() -> None:
    """Imports it; raises NtmError when it is not installed."""
    with _IMPORTING:
        if "pyhanko.sign.validation" in sys.modules:
            return
        if not is_installed():
            raise NtmError(_MISSING)
        instead = {name: _Nothing(name) for name in _NETWORK} | {_ZONES: _Zone(_ZONES)}
        absent = [name for name in instead if name not in sys.modules]
        sys.modules.update({name: instead[name] for name in absent})
        try:
            import pyhanko.pdf_utils.metadata.info
            import pyhanko.pdf_utils.metadata.xmp_xml
            import pyhanko.sign.signers
            import pyhanko.sign.validation
            import pyhanko.stamp  # noqa: F401 - so that nothing later imports more
        finally:
            for name in absent:
                sys.modules.pop(name, None)


def require_token() -> None:
    require()
    if find_spec("pkcs11") is None:
        raise NtmError(_MISSING_TOKEN)
