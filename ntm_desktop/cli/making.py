"""``new``, ``join`` and ``sample``: data folders that were not there before."""

from __future__ import annotations

import argparse

from ntm_desktop.cli.answer import Answer, day_of, now
from ntm_desktop.db.engine import Database
from ntm_desktop.services import authority, criteria_sets, desks, goals, sample_authority, workplace
from ntm_desktop.services import sample as samples


def new(args: argparse.Namespace) -> Answer:
    if args.appraiser:
        return _new_authority(args)
    moment = now()
    choices = criteria_sets.builtin_choices()
    set_id = args.set or criteria_sets.proposed(choices, year=args.year, profile=args.profile).id
    workplace.create(
        args.folder,
        commune=workplace.NewCommune(
            name=args.name,
            province=args.province,
            district=args.district,
            code=args.code,
            place=args.place,
            established=args.established,
            schools=args.schools,
        ),
        goal=workplace.NewGoal(
            set_id=set_id,
            year=args.year,
            profile=args.profile,
            valid_from=args.valid_from or day_of(moment),
            profile_ground=args.ground,
            regime=args.regime,
            tier=args.tier,
        ),
        new_people=(workplace.NewPerson(args.by),) if args.by else (),
        at=moment,
        by=args.by or "",
    )
    with Database.open(args.folder) as database, database.read() as session:
        goal = goals.list_goals(session)[0]
    own = criteria_sets.load_shipped(set_id)
    titles = (own.short_title, dict(goals.regimes())[goal.regime])
    newer = criteria_sets.newer(choices, set_id=set_id, year=goal.year, on=day_of(moment))
    warnings = []
    if newer is not None:
        said = criteria_sets.outside_period(own, newer, year=goal.year)
        warnings.append(f"{said[:1].upper()}{said[1:]}. Hồ sơ chính thức phải theo bộ mới.")
    plain = {"folder": str(args.folder), "set": goal.set_id, "regime": goal.regime}
    return Answer(plain, f"Đã lập dữ liệu trong {args.folder}: {titles[0]}; {titles[1]}.", tuple(warnings))


def _new_authority(args: argparse.Namespace) -> Answer:
    told = authority.NewAuthority(
        name=args.name, code=args.code, level=args.level, province=args.province, place=args.place
    )
    staff = (workplace.NewPerson(args.by),) if args.by else ()
    if args.database:
        desks.create(
            args.folder,
            url=args.database,
            store_folder=str(args.store),
            authority=told,
            new_people=staff,
            at=now(),
            by=args.by or "",
        )
    else:
        authority.create(args.folder, authority=told, new_people=staff, at=now(), by=args.by or "")
    plain = {"folder": str(args.folder), "unit": args.code, "level": args.level}
    return Answer(plain, f"Đã lập dữ liệu của cơ quan thẩm định trong {args.folder}: {args.name}.")


def join(args: argparse.Namespace) -> Answer:
    desks.join(args.folder, url=args.database, store_folder=str(args.store))
    with Database.open(args.folder) as database, database.read() as session:
        name, code = authority.view(session).name, database.unit
    plain = {"folder": str(args.folder), "unit": code}
    return Answer(plain, f"Đã lập một bàn trong {args.folder}, cùng dữ liệu với các bàn khác của {name}.")


def sample(args: argparse.Namespace) -> Answer:
    if args.authority:
        sample_authority.make(args.folder)
        plain = {"folder": str(args.folder), "communes": len(samples.COMMUNES)}
        return Answer(plain, f"Đã lập cơ quan thẩm định mẫu (SỐ LIỆU MINH HỌA) trong {args.folder}.")
    samples.make(args.folder, commune=args.commune)
    plain = {"folder": str(args.folder), "commune": args.commune}
    return Answer(plain, f"Đã lập xã mẫu (SỐ LIỆU MINH HỌA) trong {args.folder}.")
