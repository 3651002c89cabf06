"""``new`` and ``sample``: data folders that were not there before."""

from __future__ import annotations

import argparse

from ntm_desktop.cli.answer import Answer, day_of, now
from ntm_desktop.services import sample as samples
from ntm_desktop.services import workplace


def new(args: argparse.Namespace) -> Answer:
    moment = now()
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
            set_id=args.set,
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
    return Answer({"folder": str(args.folder)}, f"Đã lập dữ liệu trong {args.folder}.")


def sample(args: argparse.Namespace) -> Answer:
    samples.make(args.folder, commune=args.commune)
    plain = {"folder": str(args.folder), "commune": args.commune}
    return Answer(plain, f"Đã lập xã mẫu (SỐ LIỆU MINH HỌA) trong {args.folder}.")
