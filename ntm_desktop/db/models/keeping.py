"""What is kept about the workplace itself and about every action: not rows about a commune's facts."""

from __future__ import annotations

from sqlalchemy import PrimaryKeyConstraint, Table

from ntm_desktop.db.types import integer, metadata, text

KINDS = frozenset({"commune", "appraiser"})
"""Whose a workplace can be."""

workplace = Table(
    "workplace",
    metadata,
    text("key"),
    text("value"),
    PrimaryKeyConstraint("key"),
    sqlite_strict=True,
    info={"label": "mã xã"},
)
"""Keys: kind (commune | appraiser), commune_id, created_at, app_version; and history_end/… (``db.chain``)."""

history = Table(
    "history",
    metadata,
    text("commune_id"),
    integer("seq"),
    text("at"),  # UTC
    text("by_name"),
    text("action"),  # Vietnamese, as shown
    integer("undoes", null=True),  # seq of the entry that this one takes back
    text("images", null=True),  # canonical JSON [{table, uid, before, after}]; may be blanked on request
    text("images_sha256"),  # the chain covers this digest, so that blanking does not break it
    text("previous"),  # digest of the entry before, 64 zeros for the first
    text("digest"),
    PrimaryKeyConstraint("commune_id", "seq"),
    sqlite_strict=True,
    info={"label": "nội dung của thao tác"},
)

commune_digest = Table(
    "commune_digest",
    metadata,
    text("commune_id"),
    text("package_id"),  # of the submission that it was made from
    integer("seq"),
    text("created_at"),  # of that package, by the sender's clock
    integer("newest"),  # the highest number that came from the commune in the same epoch
    integer("missing"),  # numbers up to it that never came
    text("heard_at"),  # when the last package was applied
    text("as_of"),
    text("body"),  # canonical JSON: services.digests.Digest; "" when it could not be made
    text("detail"),  # canonical JSON: services.digests.Detail
    PrimaryKeyConstraint("commune_id"),
    sqlite_strict=True,
    info={"label": "tóm tắt về xã"},
)
"""What an authority's list says of each commune: made again whenever a submission becomes current, so that
thousands are listed without a query each."""
