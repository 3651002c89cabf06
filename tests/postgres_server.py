"""A PostgreSQL server of the tests' own: in a temporary folder, on the loopback, gone with the tests."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

USER = "ntm"
_PATIENCE = 60  # seconds
_BETWEEN = 0.05
_SWIFT = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def programs() -> Path | None:
    """Where the programs of the newest server lie; Debian keeps them out of PATH."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    found.sort(key=lambda folder: int(folder.parent.name), reverse=True)
    if somewhere := shutil.which("initdb"):
        found.append(Path(somewhere).resolve().parent)
    return next(iter(found), None)


@contextmanager
def running(binaries: Path) -> Iterator[str]:
    """Gives the URL of its maintenance database, with a password made up for this run."""
    top, password = Path(tempfile.mkdtemp(prefix="ntm-postgresql-")), secrets.token_hex(8)
    acting = _not_root()
    try:
        (top / "password").write_text(password, encoding="ascii")
        if acting:
            shutil.chown(top, acting["user"])
            shutil.chown(top / "password", acting["user"])
        _make(binaries, top, acting)
        port = _free_port()
        with _started(binaries, top, port, acting):
            yield f"postgresql://{USER}:{password}@127.0.0.1:{port}/postgres"
    finally:
        shutil.rmtree(top, ignore_errors=True)


def _make(binaries: Path, top: Path, acting: dict[str, Any]) -> None:
    """In Vietnamese, where the server can: our texts must not follow the order of its language."""
    said = subprocess.run([binaries / "initdb", "--version"], capture_output=True, text=True, check=True)
    version = int(said.stdout.split()[2].split(".")[0])
    by_language = ["--locale-provider=icu", "--icu-locale=vi"] if version >= 15 else []
    subprocess.run(
        [
            binaries / "initdb",
            f"--pgdata={top / 'data'}",
            f"--username={USER}",
            f"--pwfile={top / 'password'}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            *by_language,
            "--no-sync",
        ],
        cwd=top,
        stdout=subprocess.DEVNULL,
        check=True,
        **acting,
    )


@contextmanager
def _started(binaries: Path, top: Path, port: int, acting: dict[str, Any]) -> Iterator[None]:
    settings = {"listen_addresses": "127.0.0.1", "port": str(port), "unix_socket_directories": "", **_SWIFT}
    options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    with (top / "log").open("wb") as log:
        server = subprocess.Popen(
            [binaries / "postgres", "-D", top / "data", *options],
            cwd=top,
            stdout=log,
            stderr=log,
            **acting,
        )
    try:
        ready = [binaries / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)]
        for _turn in range(int(_PATIENCE / _BETWEEN)):
            if subprocess.run(ready, check=False).returncode == 0:
                break
            if server.poll() is not None:
                raise RuntimeError((top / "log").read_text(encoding="utf-8", errors="replace"))
            time.sleep(_BETWEEN)
        yield
    finally:
        with suppress(ProcessLookupError):
            server.send_signal(3)  # SIGQUIT: at once, nothing of it is wanted
        server.wait(_PATIENCE)


def _not_root() -> dict[str, Any]:
    """The server refuses to be root's."""
    if os.geteuid() != 0:
        return {}
    import pwd

    names = {entry.pw_name for entry in pwd.getpwall()}
    user = "postgres" if "postgres" in names else "nobody"
    return {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
