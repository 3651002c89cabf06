"""A commune, a copy of its folder on another PC and their authority: what each can do, and after each
delivery the program's state beside that of ``exchange_model``. For the state machine and for told stories.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from exchange_model import Office, Receipt, Rows, Sent
from exchanging import AT, ON, Side, quiet
from office import LEAD, TODAY
from sqlalchemy import Table

from ntm_desktop.changes import Changes
from ntm_desktop.db.engine import Database, Session
from ntm_desktop.db.models import decision, evidence, evidence_link, file, metadata, receipt, remark, verdict
from ntm_desktop.domain.remarks import Outcome, State
from ntm_desktop.services import (
    appraising,
    backup,
    commune,
    communes,
    exchange,
    files,
    households,
    keys,
    package_preview,
    receiving,
    remarks,
    sending,
    works,
)
from ntm_desktop.services import evidence as evidences
from ntm_desktop.services.enclosed import Enclosed
from ntm_desktop.services.exchange import SentState
from ntm_desktop.services.remarks import Target
from ntm_desktop.services.sending import Outgoing
from ntm_desktop.sync import header as headers
from ntm_desktop.sync.keys import OwnKeys, write_enrolment
from ntm_desktop.sync.refusals import PackageRefused

OURS = [table for table in metadata.sorted_tables if table.info.get("owner") == "unit"]
OF_AUTHORITY = (remark, verdict, decision)
Row = dict[str, Any]
CLOCKS = (AT, datetime(1980, 1, 1, tzinfo=UTC), datetime(2099, 12, 31, 23, tzinfo=UTC))


@dataclass
class Kept:
    """A backup, and what its side was then."""

    manifest: Path
    own: OwnKeys
    office: Office


def rows_of(session: Session, tables: Sequence[Table], where: str = "deleted = 0") -> dict[str, list[Row]]:
    """Every row of the commune in these, tombstones left out; asked past the program's own queries."""
    found = {}
    for table in tables:
        asked = f"SELECT * FROM {table.name} WHERE commune_id = ? AND {where} ORDER BY uid"
        rows = session.connection.exec_driver_sql(asked, (session.commune_id,)).mappings()
        found[str(table.name)] = [dict(row) for row in rows]
    return found


def travelling(session: Session) -> dict[str, list[Row]]:
    """What of the commune's rows an authority may see: not by the filter that the program uses."""
    found = rows_of(session, [one for one in OURS if one.info["travels"] and not one.info["derived"]])
    internal = {row["uid"]: row["file_uid"] for row in found[evidence.name] if row["internal"]}
    kept_home = {
        evidence.name: lambda row: row["uid"] in internal,
        evidence_link.name: lambda row: row["evidence_uid"] in internal,
        file.name: lambda row: row["uid"] in internal.values(),
    }
    for name, is_home in kept_home.items():
        found[name] = [row for row in found[name] if not is_home(row)]
    return found


@cache
def unlocked(folder: Path) -> OwnKeys:
    """Once for all: it is made to take long."""
    with Database.open(folder) as database, database.read() as session:
        return keys.unlock(session, password="")


class Play:
    def __init__(self, folder: Path, template: Path) -> None:
        self.folder = folder
        self.count = 0
        self.to_authority: list[Sent] = []
        self.to_commune: list[Sent] = []
        self.kept: dict[str, Kept] = {}
        self.happened: set[str] = set()
        self.sides: dict[str, Side] = {}
        self.offices: dict[str, Office] = {}
        self.stored: set[tuple[int, int]] = set()
        """Packages that the authority took at some time."""
        for name in ("xã", "huyện"):
            shutil.copytree(template / name, folder / name)
            self.sides[name] = Side(Database.open(folder / name), unlocked(template / name))
        ids = {name: side.own.key for name, side in self.sides.items()}
        self.offices["xã"] = Office({ids["xã"]}, [ids["huyện"]])
        self.offices["huyện"] = Office({ids["huyện"]}, [ids["xã"]])

    def close(self) -> None:
        for side in self.sides.values():
            side.database.close()

    @property
    def unit(self) -> str:
        return self.sides["xã"].database.unit

    def write(self, name: str, act: Callable[[Session], object]) -> None:
        side = self.sides[name]
        with side.database.write("Sửa", LEAD, side.at, of=self.unit) as session:
            act(session)

    # what the sides do

    def change(self, name: str, what: str = "figure") -> None:
        self.count += 1
        new, number = f"Đường số {self.count}", self.count

        def shrink(session: Session) -> None:
            for row in works.table(session, on=ON).rows:
                if row.name.startswith("Đường số"):
                    works.remove_work(session, uid=row.uid)

        def attach(session: Session) -> None:
            path = self.folder / f"biên bản {number}.txt"
            path.write_text(f"Biên bản số {number}.\n" * 20, encoding="utf-8")
            taken = files.take_in(session.files, path)
            evidences.attach(session, stored=taken, code="2.1", today=TODAY, internal=what == "internal")

        def household(session: Session) -> None:
            (hamlet, *_others) = commune.list_hamlets(session)
            households.find_or_add(session, name=f"Đinh Văn Mới {number}", hamlet_uid=hamlet.uid)

        acts: dict[str, Callable[[Session], object]] = {
            "figure": lambda session: commune.save(session, schools=number),
            "more": lambda session: works.save(session, name=new, kind="giao-thong"),
            "less": shrink,
            "evidence": attach,
            "internal": attach,
            "household": household,
        }
        self.write(name, acts[what])

    def submit(self, name: str = "xã", *, everything: bool = False) -> Sent:
        def numbered(session: Session) -> tuple[Outgoing, Changes]:
            return sending.submit(session, to=sending.addressee(session), on=ON, author=LEAD)

        sent = self._sent(name, numbered, travelling, everything=everything)
        lacking = sent.named - sent.held
        assert lacking <= self.offices["huyện"].files, "it is there, or it travels"
        self.to_authority.append(sent)
        return sent

    def appraise(self) -> Sent:
        def numbered(session: Session) -> tuple[Outgoing, Changes]:
            return appraising.appraise(session, to=sending.addressee(session), author=LEAD)

        def told(session: Session) -> Rows:
            receipts: Rows = {receipt.name: sorted(self.offices["huyện"].receipts(), key=str)}
            return {**rows_of(session, OF_AUTHORITY), **receipts}

        sent = self._sent("huyện", numbered, told)
        self.to_commune.append(sent)
        return sent

    def _sent(
        self,
        name: str,
        numbered: Callable[[Session], tuple[Outgoing, Changes]],
        rows: Callable[[Session], Rows],
        *,
        everything: bool = False,
        announces: str = "",
        own: OwnKeys | None = None,
    ) -> Sent:
        side, office = self.sides[name], self.offices[name]
        with side.database.write("Gửi", LEAD, side.at, of=self.unit) as session:
            package, _changes = numbered(session)
            enclosed = Enclosed.ALL if everything else Enclosed.LACKING
            blobs = sending.to_send(session, package, enclosed=enclosed)
            content, named = rows(session), self._named(session)
        self.count += 1
        place = self.folder / f"usb{self.count}"
        place.mkdir()
        path = place / package.name
        sending.build(package, blobs, own or side.own, side.database.files, path, quiet)
        with path.open("rb") as opened:
            header = headers.read(opened).header
        if header.place.kind != "submission":
            named = frozenset()
        sent = Sent(path, header, content, named, frozenset(blobs), announces)
        anew = office.last is None or office.last.rows != sent.rows
        office.numbered(sent, anew=anew)
        return sent

    def _named(self, session: Session) -> frozenset[str]:
        found = travelling(session)
        named = {row["file_uid"] for row in found[evidence.name]}
        return frozenset(row["sha256"] for row in found[file.name] if row["uid"] in named)

    def get_a_new_key(self) -> None:
        side, office = self.sides["xã"], self.offices["xã"]
        new = OwnKeys.make(side.own.all)

        def announced(session: Session) -> tuple[Outgoing, Changes]:
            own = keys.own_unit(session)
            told = write_enrolment(new, unit=own.unit, name=own.name, level=own.level, install=own.install)
            to = sending.addressee(session)
            package, changes = appraising.announce_key(session, enrolment=told, to=to, author=LEAD)
            return package, changes | keys.switch(session, new, password="")

        self.to_authority.append(
            self._sent("xã", announced, lambda _session: {"key": new.key}, announces=new.key, own=new)
        )
        side.own = new
        office.keys.add(new.key)
        self.happened.add("new key")

    def enrol_anew(self) -> None:
        """On paper: the authority no longer knows the key that the commune has."""
        self.get_a_new_key()

        def revoke(session: Session) -> None:
            for one in keys.peers(session):
                if not one.is_revoked:
                    keys.revoke(session, uid=one.uid)

        self.write("huyện", revoke)
        self.sides["huyện"].pins(self.sides["xã"])
        self.offices["huyện"].pinned.append(self.sides["xã"].own.key)

    def say(self, what: str) -> None:
        """The authority remarks, says what it thinks of answers, or decides."""

        def act(session: Session) -> None:
            if what == "decide":
                remarks.decide(session, outcome="returned", number=str(self.count), text="Bổ sung.")
            elif what == "remark":
                remarks.add(session, targets=[Target("2.1"), Target()], text="Chưa rõ.", on=ON)
            for one in remarks.list_remarks(session, on=ON) if what == "conclude" else ():
                if one.state is State.ANSWERED:
                    remarks.conclude(session, uid=one.uid, outcome=Outcome.RETURNED, text="Chưa đủ.")

        self.count += 1
        if self.offices["huyện"].current("submission") is not None:
            self.write("huyện", act)

    def answer(self) -> None:
        def act(session: Session) -> None:
            for one in remarks.list_remarks(session, on=ON):
                if one.state in (State.NEW, State.RETURNED):
                    remarks.reply(session, uid=one.uid, text="Đã rõ.")

        self.write("xã", act)

    def back_up(self, name: str) -> None:
        self.count += 1
        place = self.folder / f"sao lưu {self.count}"
        side = self.sides[name]
        made = backup.make(side.database, to=place, at=AT)
        self.kept[name] = Kept(made.path, side.own, self.offices[name].copy())

    def restore(self, name: str) -> None:
        side, kept, office = self.sides[name], self.kept[name], self.offices[name]
        side.database.close()
        backup.restore(self.folder / name, manifest=kept.manifest, at=AT)
        side.database, side.own = Database.open(self.folder / name), kept.own
        then = kept.office.copy()
        then.last, then.epochs, then.files = None, office.epochs, office.files
        self.offices[name] = then
        self.happened.add(f"restored {name}")

    def copy_to_another_pc(self) -> None:
        side = self.sides["xã"]
        side.database.close()
        shutil.copytree(self.folder / "xã", self.folder / "bản sao")
        side.database = Database.open(self.folder / "xã")
        self.sides["bản sao"] = Side(Database.open(self.folder / "bản sao"), side.own)
        office = self.offices["xã"]
        self.offices["bản sao"] = office.copy()
        self.offices["bản sao"].epochs = set(office.epochs)
        self.happened.add("copy")

    def lose(self, name: str, sha256: str) -> None:
        """As a rotten disk does."""
        self.sides[name].database.files.path(sha256).unlink()
        self.offices[name].files.remove(sha256)

    # what comes

    def take(self, name: str, sent: Sent, *, instead: bool = False) -> str:
        """Takes it as a person does who confirms what is asked, and compares all that the side holds then."""
        side, office = self.sides[name], self.offices[name]
        before = self._everything(name)
        is_first = office.current("submission") is None
        missing = office.missing(sent)
        wanted = office.take(sent, instead=instead)
        try:
            told, asks, missed = self._taken(side, sent.path, instead=instead)
        except PackageRefused as refused:
            told, asks, missed = refused.refusal.value, (), ()
        assert told == wanted, f"{sent.path.name} at {name}"
        if told.startswith("E_") or told == "OK_AGAIN":
            assert self._everything(name) == before, "nothing is written"
        else:
            if not instead:
                assert missed == missing
            wanted_asks = {
                "Đây là gói đầu tiên": is_first and sent.kind == "submission",
                "bắt đầu đợt gửi mới": told == "NEW_EPOCH",
                "Chưa nhận được gói số": bool(missing),
            }
            asked = {words: any(words in ask for ask in asks) for words in wanted_asks}
            assert instead or asked == wanted_asks, "a person is asked first"
        if name == "huyện" and not told.startswith("E_"):
            self.stored.add((sent.epoch, sent.seq))
        self.compare(name)
        return told

    def _taken(
        self, side: Side, path: Path, *, instead: bool
    ) -> tuple[str, tuple[str, ...], tuple[int, ...]]:
        arrival = receiving.arrive(side.database.folder, path, quiet)
        with side.database.read() as session:
            opened = receiving.open_package(session, arrival, instead=instead)
        body = side.database.folder / "tmp" / "body.zip"
        body.parent.mkdir(exist_ok=True)
        package = receiving.read(opened, side.own, body, quiet)
        with side.database.read(of=self.unit) as session:
            shown = package_preview.preview(session, opened, package, now=side.at)
        receiving.keep(side.database.files, package, quiet)
        with side.database.write("Nhận gói", LEAD, side.at, of=self.unit) as session:
            result = receiving.apply(session, opened, package).result
        receiving.put_away(package)
        arrival.path.unlink()
        return result.value, shown.asks, shown.decision.missing

    def _everything(self, name: str) -> dict[str, list[Row]]:
        with self.sides[name].database.read(of=self.unit) as session:
            return rows_of(session, [one for one in metadata.sorted_tables if "uid" in one.c], "1 = 1")

    def compare(self, name: str) -> None:
        if name == "huyện":
            self._compare_authority()
        else:
            self._compare_commune(name)

    def _compare_authority(self) -> None:
        office = self.offices["huyện"]
        newest = office.current("submission")
        database = self.sides["huyện"].database
        with database.read(of=self.unit) as session:
            wanted = newest.rows if newest is not None else {name: [] for name in travelling(session)}
            assert travelling(session) == wanted
            assert not any(row["internal"] for row in rows_of(session, [evidence])[evidence.name])
            at_home = [one for one in OURS if not one.info["travels"]]
            assert not any(rows_of(session, at_home).values()), "it stays at home"
            assert {_receipt(row) for row in appraising.receipts(session)} == office.receipts()
        with database.read() as session:
            (line,) = communes.overview(session, on=ON).lines
        if newest is not None:
            assert (line.seq, line.missing) == (newest.seq, len(office.missing(newest)))

    def _compare_commune(self, name: str) -> None:
        newest = self.offices[name].current("appraisal")
        if newest is None:
            return
        with self.sides[name].database.read() as session:
            own = rows_of(session, (*OF_AUTHORITY, receipt))
            sent = exchange.view(session).sent
        receipts = {_receipt(row) for row in own.pop(receipt.name)}
        assert receipts == set(newest.rows[receipt.name])  # type: ignore[call-overload]
        confirmed = {(one.epoch, one.seq) for one in sent if one.state is SentState.CONFIRMED}
        assert confirmed <= self.stored, "nothing is called received that was not"
        assert own == {table.name: newest.rows[table.name] for table in OF_AUTHORITY}


def _receipt(row: Any) -> Receipt:
    return row["epoch"], row["seq"], row["package_id"], row["result"], frozenset(json.loads(row["missing"]))
