"""Run by a test: exchanges packages and is killed at one of its steps, or on a disk that takes no more.

Everything is imported once; each run is a fork of this process, on a fresh copy of its data.
Arguments: folder with ``xã``, ``huyện`` and ``usb``; one for the copies; what happens ("killed"; "full": a
step with less room than it needs; "fills up": no room more from some point on), how often, and the seed.
Prints a JSON object a line.
"""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from exchanging import AT, ON
from sqlalchemy import Engine, event, select

from ntm_desktop.db import chain
from ntm_desktop.db.engine import Database, Session
from ntm_desktop.db.files import named_files
from ntm_desktop.db.models import assessment, commune, export, freeze, hamlet, inbox, outbox, work
from ntm_desktop.errors import NtmError
from ntm_desktop.services import exchange_in, exchange_out, keys, quarantine
from ntm_desktop.services.enclosed import Enclosed
from ntm_desktop.sync.keys import OwnKeys

FILE_EVENTS = {"open", "os.rename", "os.remove", "os.mkdir", "os.truncate", "shutil.rmtree"}
QUOTAS = (0, 64 << 10, 1 << 20, 10 << 20)
SIDES = {"out": "xã", "in": "huyện"}
COUNTED = (outbox, freeze, export, inbox)
STEPS = {"out": ("number", "write_out", "note"), "in": ("arrive", "read", "keep", "apply", "finish")}
place, runs, what, times, seed = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], *map(int, sys.argv[4:])
steps, last_step = 0, 0


def no_room(bytes_: int = 0) -> None:
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard if bytes_ < 0 else bytes_, hard))


def step(*_arguments: object) -> None:
    global steps
    steps += 1
    if steps == last_step:
        if what == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        no_room()


def report(_done: int, _of: int) -> None:
    step()


@contextmanager
def unlimited(_step: str) -> Iterator[None]:
    yield


def out(folder: Path, own: OwnKeys, around: Callable[[str], Any] = unlimited) -> dict[str, Any]:
    with Database.open(folder / "xã") as database:
        with around("number"), database.write("Lập gói", "Trần Thị Bình", AT) as session:
            numbered, _changes = exchange_out.number(session, on=ON, enclosed=Enclosed.ALL)
        with around("write_out"):
            written = exchange_out.write_out(numbered, own, database.files, folder / "usb", report=report)
        with around("note"), database.write("Ghi gói", "Trần Thị Bình", AT) as session:
            exchange_out.note(session, numbered, written, medium_name="USB")
    return {"package_id": numbered.package.package_id}


def take(folder: Path, own: OwnKeys, around: Callable[[str], Any] = unlimited) -> dict[str, Any]:
    (source,) = (folder / "usb").iterdir()
    with Database.open(folder / "huyện") as database:
        with around("arrive"):
            arrival = exchange_in.arrive(database.folder, source, report=report)
        with database.read() as session:
            opened = exchange_in.open_package(session, arrival)
        with around("read"):
            package = exchange_in.read(opened, own, database.folder, report=report)
        try:
            with database.read(of=opened.peer.commune) as session:
                exchange_in.show(session, opened, package, now=AT)
            with around("keep"):
                exchange_in.keep(database.files, package, report=report)
            write = database.write("Nhận gói", "Lê Văn Thẩm", AT, of=opened.peer.commune)
            with around("apply"), write as session:
                exchange_in.apply(session, opened, package)
        finally:
            exchange_in.put_away(package)
        with around("finish"):
            exchange_in.finish(opened, package)
    return {"package_id": package.header.package_id}


ACTS: dict[str, Callable[..., dict[str, Any]]] = {"out": out, "in": take}


def state(folder: Path, act: str) -> dict[str, Any]:
    """What a person would find: the rows that the action writes, what is amiss, what is left over."""
    side = folder / SIDES[act]
    with Database.open(side) as database, database.read() as session:
        found: dict[str, Any] = {table.name: len(session.rows(select(table))) for table in COUNTED}
        for table in (commune, hamlet, work, assessment):
            found[table.name] = sorted(json.dumps(dict(row)) for row in session.rows(select(table)))
        return {
            "rows": found,
            "problems": problems(session),
            "orphans": database.files.orphans(named_files(session.connection.exec_driver_sql)),
            "tmp": names(side / "tmp"),
            "quarantine": names(side / "quarantine"),
            "held": len(quarantine.held(side)),
            "usb": names(folder / "usb"),
        }


def problems(session: Session) -> list[str]:
    """As ``services.check`` looks for them, without the hundreds of questions about each table."""
    chain.verify_chain(session)
    named = named_files(session.connection.exec_driver_sql)
    found = sorted(session.backend.dangling(deep=False)) + sorted(session.files.damaged(named))
    return found if session.backend.is_whole(deep=True) else [*found, "not whole"]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []


def forked(do: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """What it gives, in a process of its own; {"killed": True} where that was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        try:
            told = do()
        except BaseException:  # noqa: BLE001 - told to the test
            told = {"error": traceback.format_exc()}
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(json.dumps(told).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read()
    _pid, status = os.waitpid(child, 0)
    return {"killed": True} if os.WIFSIGNALED(status) else json.loads(told)


def of(act: str) -> Path:
    """A commune sends to an empty stick; an authority takes what lies on it."""
    folder = runs / "run"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(place / SIDES[act], folder / SIDES[act])
    if act == "in":
        shutil.copytree(place / "usb", folder / "usb")
    else:
        (folder / "usb").mkdir()
    return folder


def killed(folder: Path, act: str, at: int) -> dict[str, Any]:
    global last_step, steps
    steps, last_step = 0, at
    event.listen(Engine, "before_cursor_execute", step)
    event.listen(Engine, "commit", step)
    sys.addaudithook(lambda name, _arguments: step() if name in FILE_EVENTS else None)
    told = ACTS[act](folder, owns[act])
    return told | {"steps": steps}


def filled_up(folder: Path, act: str, at: int) -> dict[str, Any]:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        return killed(folder, act, at)
    except NtmError as error:
        return {"said": error.message}


UNTIL = {"killed": killed, "fills up": filled_up}


def then_again(folder: Path, act: str) -> dict[str, Any]:
    before = state(folder, act)
    return {"after": before, **ACTS[act](folder, owns[act]), "end": state(folder, act)}


def on_a_full_disk(folder: Path, act: str, where: str, quota: int) -> dict[str, Any]:
    @contextmanager
    def around(name: str) -> Iterator[None]:
        if name == where:
            no_room(quota)
        try:
            yield
        finally:
            no_room(-1)

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        return ACTS[act](folder, owns[act], around)
    except NtmError as error:
        return {"said": error.message}


def unlocked(name: str) -> OwnKeys:
    with Database.open(place / name) as database, database.read() as session:
        return keys.unlock(session, password="")


def say(**told: Any) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


owns = {"out": unlocked("xã"), "in": unlocked("huyện")}
os.fsync = lambda _file: None  # type: ignore[assignment]  # who is killed loses nothing that was written
chance = random.Random(seed)
for act in ACTS:
    then_again(of(act), act)  # what a first time prepares, each fork has then
    before = forked(lambda act=act: state(of(act), act))
    whole = forked(lambda act=act: killed(of(act), act, 0))
    end = forked(lambda act=act: then_again(of(act), act))
    say(act=act, before=before, whole=whole, end=end)
    if what != "full":
        points = sorted(chance.sample(range(1, whole["steps"]), min(times, whole["steps"] - 1)))
        for at in points:
            folder = of(act)
            first = forked(lambda act=act, at=at, folder=folder: UNTIL[what](folder, act, at))
            say(act=act, at=at, first=first, **forked(lambda act=act, folder=folder: then_again(folder, act)))
    else:
        for where in STEPS[act]:
            for quota in QUOTAS:
                folder = of(act)
                first = forked(
                    lambda act=act, w=where, q=quota, folder=folder: on_a_full_disk(folder, act, w, q)
                )
                again = forked(lambda act=act, folder=folder: then_again(folder, act))
                say(act=act, where=where, quota=quota, first=first, **again)
