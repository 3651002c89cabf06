"""A criteria set in a database as an older version of the program left it: it took in more than this one."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from sealing import seal

from ntm_desktop.db.engine import Database
from ntm_desktop.db.history import insert
from ntm_desktop.db.models import criteria_pack
from ntm_desktop.paths import resource

SET = "xa-ntm-2016-2020"
WITHOUT_LEVEL = "10.1"


def store_old_set(folder: Path) -> None:
    """Without names, of no known tier or procedure, with a level of income that no number type holds."""
    body = json.loads(resource("criteria", f"{SET}.json").read_bytes())["set"]
    body.update(short_title="", tier="cu", default_regime="cu", period=[2020, 2016])
    body["criteria"][0].update(name="", short_name="")
    body["profiles"][0].update(name="")
    for criterion in body["criteria"]:
        for indicator in criterion["indicators"]:
            if indicator["code"] == WITHOUT_LEVEL:
                for target in indicator["targets"]:
                    target.update(value=10**30)
    data = seal(body)
    row = {
        "set_id": SET,
        "version": body["version"],
        "sha256": json.loads(data)["sha256"],
        "body": data.decode(),
    }
    with (
        Database.open(folder) as database,
        database.write("Nhập bộ tiêu chí", "Cao Thị Hòa", datetime(2021, 1, 3, tzinfo=UTC)) as session,
    ):
        insert(session, criteria_pack, [{"uid": session.new_uid(), **row}])
