"""The address of a database on a server, as a person fills it in and as the settings keep it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

_PORT = 5432
_NAME = re.compile(r"[^\s/?#%@:]+")


@dataclass(frozen=True, slots=True)
class Address:
    host: str
    database: str
    user: str
    port: int = _PORT
    password: str = ""
    """"": the password file of PostgreSQL has it."""
    more: str = ""
    """What else stood in the URL, behind its question mark."""

    @property
    def url(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        password = f":{quote(self.password, safe='')}" if self.password else ""
        more = f"?{self.more}" if self.more else ""
        who = quote(self.user, safe="")
        return f"postgresql://{who}{password}@{host}:{self.port}/{self.database}{more}"

    def problems(self) -> dict[str, str]:
        """What is wrong, by field."""
        found = {}
        strange = any(letter.isspace() or letter in "/@?#" for letter in self.host)
        if not self.host or strange or self.host.count(":") == 1:  # more of them are an IPv6 address
            found["host"] = "Ghi tên hoặc địa chỉ của máy chủ, ví dụ 192.168.1.10."
        if not 0 < self.port < 65_536:
            found["port"] = f"Cổng là số từ 1 đến 65535; thường là {_PORT}."
        if not _NAME.fullmatch(self.database):
            found["database"] = "Ghi tên cơ sở dữ liệu, không có dấu cách, ví dụ ntm."
        if not self.user:
            found["user"] = "Ghi tài khoản mà người quản trị máy chủ cấp."
        return found


def address_of(url: str) -> Address:
    """Of a URL that ``settings`` keeps."""
    parts = urlsplit(url)
    return Address(
        host=parts.hostname or "",
        database=parts.path.lstrip("/"),
        user=unquote(parts.username or ""),
        port=parts.port or _PORT,
        password=unquote(parts.password or ""),
        more=parts.query,
    )
