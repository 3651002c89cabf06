"""Sheets of keys: the one that the other side compares with a key file, and the one that lies sealed.

Both are internal sheets without a number. What the codes hold comes in as text: docs/package-format.md §3.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ntm_desktop.documents.blocks import (
    SIGNED_ROW,
    Align,
    Block,
    Column,
    LargeText,
    Letterhead,
    Note,
    Paper,
    Paragraph,
    QrCodes,
    Row,
    Section,
    Signature,
    Table,
    Title,
)
from ntm_desktop.documents.formal import day_text
from ntm_desktop.documents.office import Issuing, agency_lines, marks_of, posts_of
from ntm_desktop.domain.signing import plain_name

_ENROLMENT_SIDE, _RECOVERY_SIDE = 55.0, 62.0  # mm


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who makes a sheet out: agency as above a letter, and who signs it."""

    agency: tuple[str, ...]
    place: str
    today: date
    post: tuple[str, ...]
    signer: str = ""
    prepared_by: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyFacts:
    """A unit and its public keys, as the key file says."""

    name: str
    unit: str
    level: str
    install: str
    key: str
    age_key: str


def issuer_of(office: Issuing) -> Issuer:
    return Issuer(
        agency=agency_lines(office),
        place=office.place,
        today=office.today,
        post=posts_of(office),
        signer=plain_name(office.signer.name) if office.signer else "",
        prepared_by=plain_name(office.prepared_by),
        marks=marks_of(office),
    )


def enrolment_paper(facts: KeyFacts, issuer: Issuer, *, code: str, qr: tuple[str, ...]) -> Paper:
    """``code`` is that of the key file; ``qr`` hold the file."""
    title = "Phiếu đăng ký khóa"
    places = [""] if len(qr) == 1 else [f" {number}/{len(qr)}" for number in range(1, len(qr) + 1)]
    codes = tuple((text, f"Mã QR{place}: nguyên tệp khóa") for text, place in zip(qr, places, strict=True))
    blocks: tuple[Block, ...] = (
        Letterhead(issuer.agency, "", f"{issuer.place}, {day_text(None, issuer.today)}"),
        Title(title.upper(), "Khóa công khai dùng để trao đổi dữ liệu nông thôn mới"),
        _facts(facts, ("Khóa mã hóa", facts.age_key)),
        Note("Mã của tệp khóa", Align.CENTRE),
        LargeText(code),
        Paragraph(
            "Đơn vị ký, đóng dấu, gửi phiếu theo đường văn thư và gửi tệp khóa (.ntmk) riêng. Nơi nhận "
            "nhập tệp khóa, so mã trên màn hình với mã in trên phiếu: giống hết từng chữ thì xác nhận; "
            "khác một chữ thì không dùng và gọi lại đơn vị. Phiếu không có mật khẩu hay khóa bí mật."
        ),
        Signature((), issuer.post, issuer.signer, "NGƯỜI LẬP", issuer.prepared_by),
        QrCodes(codes, _ENROLMENT_SIDE),  # last: what is signed and stamped is the code, on its own page
    )
    return Paper("phieu_khoa", title, (Section(title, blocks),))


def recovery_paper(facts: KeyFacts, *, qr: str, signing: tuple[str, ...], opening: tuple[str, ...]) -> Paper:
    """``qr`` and the lines hold the same: the private keys. Nobody signs but who seals and who opens it."""
    title = "Phiếu phục hồi khóa"
    lines = (*signing, *opening)
    numbered = [(f"{number}.", line) for number, line in enumerate(lines, 1)]
    beside = (
        ("Khóa ký", ""),
        *numbered[: len(signing)],
        ("Khóa giải mã", ""),
        *numbered[len(signing) :],
    )
    blocks: tuple[Block, ...] = (
        Title(f"{title.upper()} - NIÊM PHONG", "Khóa bí mật dùng để trao đổi dữ liệu nông thôn mới"),
        Paragraph(
            "Ai có phiếu này đọc được mọi gói gửi cho đơn vị và ký được gói thay đơn vị. In một bản; không "
            "chụp, không sao, không gửi đi. In xong thì xóa tệp PDF.",
            bold=True,
        ),
        _facts(facts),
        QrCodes(((qr, ""),), _RECOVERY_SIDE, beside),
        Paragraph(
            "Cho phiếu vào phong bì, dán kín, ký tên và đóng dấu lên mép dán, cất cùng nơi giữ con dấu. Chỉ "
            "mở khi máy hỏng, mất máy hoặc quên mật khẩu khóa."
        ),
        Paragraph(
            f"Quét mã QR, hoặc tắt bộ gõ tiếng Việt rồi nhập {len(lines)} dòng chữ ở trên (không có "
            "chữ I, L, O, U); chương trình báo dòng nào nhập sai. Nhập xong, so mã khóa trên màn hình"
            " với mã khóa ký ở bảng. Phong bì đã bị mở mà không ai ghi vào bảng dưới thì đổi khóa và "
            "báo nơi nhận."
        ),
        _openings(),
    )
    return Paper("phieu_phuc_hoi", title, (Section(title, blocks),))


def _facts(facts: KeyFacts, *more: tuple[str, str]) -> Table:
    told = (
        ("Đơn vị", facts.name),
        ("Mã đơn vị", facts.unit),
        ("Cấp", facts.level),
        ("Bản cài đặt", facts.install),
        ("Mã khóa ký", " ".join(facts.key[at : at + 4] for at in range(0, len(facts.key), 4))),
        *more,
    )
    columns = (Column("Nội dung", 26), Column("Ghi trong tệp khóa", 134))
    return Table(columns, tuple(Row(row) for row in told))


def _openings() -> Table:
    return Table(
        (
            Column("Việc", 44),
            Column("Ngày", 26),
            Column("Lý do mở", 44),
            Column("Họ tên, chữ ký", 46),
        ),
        (Row(("Lập và niêm phong", "", "", "")), *(Row(("Mở", "", "", "")) for _ in range(2))),
        row_height=SIGNED_ROW,
    )
