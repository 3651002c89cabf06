"""What goes between a commune and its authority: whom it is with, what left, what came, what was said.

``commune_id`` is the commune that the exchange is with, on both sides. Numbers and digests of packages as in
docs/package-format.md. Remarks, verdicts, decisions and receipts are the authority's, answers the commune's.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Index

from ntm_desktop.db.types import commune_table, integer, refers, text


def _numbered() -> tuple[Column[Any], ...]:
    """The place of a package in its stream, and which one it is."""
    return (integer("epoch"), text("nonce"), integer("seq"), text("kind"), text("package_id"))


def _signed(*before_seq: Column[Any]) -> tuple[Column[Any], ...]:
    """Who said it and when, by the clock there; its place among what that side said."""
    return (text("body"), text("by_name"), text("made_at"), *before_seq, integer("seq"))


peer = commune_table(
    "peer",
    text("unit"),  # official code of the other side
    text("name"),
    text("level"),
    text("install"),
    text("key"),  # first digits of the digest of sign_key
    text("sign_key"),
    text("age_key"),
    text("code"),  # as it was compared with the paper; "" of one that the old key vouched for
    text("by_name"),
    text("pinned_on"),
    integer("revoked"),
    label="khóa của nơi trao đổi",
    travels=False,
    owner="both",
)

outbox = commune_table(
    "outbox",
    text("to_unit"),
    text("to_key"),
    text("key"),  # own, that signed it
    *_numbered(),
    text("created_at"),
    text("content_root"),
    text("note"),
    text("files"),  # canonical JSON [[path, sha256] …] of what it is built from again; kept in the store
    label="gói gửi đi",
    travels=False,
    owner="both",
)

export = commune_table(
    "export",
    refers("outbox_uid", "outbox"),
    text("at"),
    text("medium"),  # as the system calls it
    text("name"),  # of the file, or of its first part
    integer("bytes"),
    integer("parts"),
    text("blobs"),  # canonical JSON: digests of the attachments that travelled
    label="lần ghi gói ra ngoài",
    travels=False,
    owner="both",
)

inbox = commune_table(
    "inbox",
    text("from_unit"),
    text("key"),
    *_numbered(),
    text("prev"),
    text("created_at"),  # by the sender's clock
    text("content_root"),
    text("period"),
    text("author"),
    text("note"),
    text("seen", null=True),  # canonical JSON {epoch, seq, package_id}
    text("result"),  # sync.sequence.Result
    integer("current"),  # 1: the rows of its kind are those of this one
    text("applied_at"),
    text("files"),  # as in outbox; attachments as blobs/<sha256>, there or not
    label="gói nhận được",
    travels=False,
    owner="both",
)

receipt = commune_table(
    "receipt",
    integer("epoch"),
    integer("seq"),
    text("package_id"),
    text("content_root"),
    text("result"),
    text("missing"),  # canonical JSON: digests of attachments that the authority does not hold
    label="biên nhận gói",
    travels=False,
    owner="authority",
)

remark = commune_table(
    "remark",
    text("package_id"),  # the submission that it was made on
    integer("on_seq"),
    text("table_name"),
    text("row_uid"),
    text("row_sha256"),
    text("row_then"),  # the row's line
    text("set_id"),
    text("indicator"),  # code; "" of a work or of the whole
    text("subject"),  # what it is about, as a person reads it: indicator, work …
    text("value_then"),  # as a person reads it
    *_signed(text("due", null=True)),
    label="nhận xét",
    travels=False,
    owner="authority",
)

answer = commune_table(
    "answer",
    text("remark_uid"),  # by value: remarks come and go as a whole
    *_signed(),
    label="trả lời nhận xét",
    travels=True,
    facts=True,
)

verdict = commune_table(
    "verdict",
    refers("remark_uid", "remark"),
    text("answer_uid"),  # by value; "" without an answer
    text("outcome"),  # accepted | returned | withdrawn
    *_signed(),
    label="kết luận về nhận xét",
    travels=False,
    facts=True,
    owner="authority",
)

decision = commune_table(
    "decision",
    text("package_id"),
    text("outcome"),  # eligible | not_eligible | returned | recognised
    text("number"),
    text("issued", null=True),
    *_signed(),
    label="quyết định về xã",
    travels=False,
    owner="authority",
)

# Rows of packages are wide, for they name every file: thousands of communes are asked of these alone.
Index(None, inbox.c.commune_id, inbox.c.epoch, inbox.c.seq, inbox.c.deleted, inbox.c.applied_at)
Index(None, inbox.c.commune_id, inbox.c.kind, inbox.c.current, inbox.c.deleted)
Index(None, outbox.c.commune_id, outbox.c.epoch, outbox.c.seq, outbox.c.deleted, outbox.c.uid)
Index(None, export.c.commune_id, export.c.outbox_uid)
Index(None, peer.c.key)  # whose package it is: before that its commune is not known
