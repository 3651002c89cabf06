"""A PDF before it is taken in: does it open, is all of it there, and what would it run by itself.

Scripts in it may stay: the program runs none, and a bound dossier is made without them. What starts another
program stays out.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ntm_desktop.errors import NtmError

if TYPE_CHECKING:
    import pikepdf

_SCRIPT, _PROGRAM = "/JavaScript", "/Launch"
_MOST_ACTIONS = 64
_MOST_OWNERS = 50_000
_TOO_MANY = (
    "Tệp PDF có quá nhiều ô điền hoặc liên kết nên không được nhận. In tệp ra PDF mới rồi chọn tệp đó."
)
_REBUILT = "reconstruct cross-reference"  # what qpdf says when a file does not tell where its objects lie


def check(path: Path, name: str) -> tuple[int, str]:
    """Pages of a PDF that opens without a password and starts no program, and what to doubt of it."""
    import pikepdf

    try:
        with pikepdf.open(path) as pdf:
            if _has_xfa_form(pdf):
                raise NtmError(
                    f"Tệp “{name}” là biểu mẫu XFA, chỉ một vài chương trình đọc được. In tệp ra PDF mới rồi "
                    "chọn tệp đó."
                )
            run = {kind for action in _actions(pdf) for kind in _runs(action)}
            if not run <= {_SCRIPT}:
                raise NtmError(
                    f"Tệp “{name}” có lệnh mở chương trình khác nên không được nhận. In tệp ra PDF mới rồi "
                    "chọn tệp đó."
                )
            scripts = bool(run) or "/JavaScript" in pdf.Root.get("/Names", pikepdf.Dictionary())
            pages = len(pdf.pages)
            rebuilt = any(_REBUILT in str(warning) for warning in pdf.get_warnings())
        if not pages:
            raise NtmError(f"Tệp PDF “{name}” không có trang nào. Kiểm tra lại tệp gốc rồi chọn lại.")
        if rebuilt and not _has_end(path):
            raise NtmError(
                f"Tệp PDF “{name}” bị cụt ở cuối, có thể chưa chép xong. Chép hoặc quét lại rồi chọn tệp đó."
            )
        doubts = []
        if rebuilt:
            doubts.append(
                f"Tệp PDF “{name}” có chỗ hỏng. Mở tệp xem đủ {pages} trang chưa; nếu thiếu thì quét lại."
            )
        if scripts:
            doubts.append(
                f"Tệp PDF “{name}” có lệnh tự chạy (JavaScript). Hồ sơ gộp bỏ lệnh đó, tệp gốc giữ nguyên. "
                "Khi mở tệp gốc, đừng cho phép chạy lệnh."
            )
        return pages, " ".join(doubts)
    except pikepdf.PasswordError:
        raise NtmError(
            f"Tệp “{name}” có mật khẩu. Mở bằng mật khẩu, lưu lại thành PDF không mật khẩu rồi chọn lại."
        ) from None
    except pikepdf.PikepdfError:
        raise NtmError(f"Tệp “{name}” bị hỏng hoặc chưa chép xong. Chép lại tệp gốc rồi thử lại.") from None


def page_count(path: Path) -> int:
    """Of a stored PDF as it can be bound. Raises NtmError: why it cannot, in words for a list."""
    import pikepdf

    try:
        with pikepdf.open(path) as pdf:
            if not len(pdf.pages):
                raise NtmError("Tệp không có trang nào, không gộp được")
            return len(pdf.pages)
    except pikepdf.PasswordError:
        raise NtmError("Tệp có mật khẩu, không gộp được") from None
    except pikepdf.PikepdfError:
        raise NtmError("Tệp bị hỏng, không gộp được") from None


def _has_end(path: Path) -> bool:
    """Whether something that ends a PDF follows its last object. Where objects begin may be told wrongly by
    a scanner or by a mail program; what was cut off has no end."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        last = max(content.rfind(b"endobj"), 0)
        return content.find(b"%%EOF", last) >= 0 or content.find(b"startxref", last) >= 0


def _has_xfa_form(pdf: pikepdf.Pdf) -> bool:
    """Its pages are made by the reader from XML, with scripts of its own: PDFium shows none of them."""
    import pikepdf

    form = pdf.Root.get("/AcroForm")
    return isinstance(form, pikepdf.Dictionary) and "/XFA" in form


def _actions(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """What a reader carries out: at opening, printing, turning to a page, on a link or in a form's field."""
    import pikepdf

    if "/OpenAction" in pdf.Root:
        yield pdf.Root["/OpenAction"]
    for owner in _owners(pdf):
        if "/A" in owner:
            yield owner["/A"]
        events = owner.get("/AA")
        if isinstance(events, pikepdf.Dictionary):
            yield from events.values()


def _owners(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """The catalogue, the pages, their annotations and the fields of the form; refused where too many."""
    import pikepdf

    yield pdf.Root
    waiting = _listed(pdf.Root.get("/AcroForm"), "/Fields")
    for page in pdf.pages:
        yield page.obj
        waiting += _listed(page.obj, "/Annots")
        _refuse_too_many(len(waiting))
    seen: set[tuple[int, int]] = set()
    walked = 0
    while waiting:
        _refuse_too_many(walked + len(waiting))
        one, walked = waiting.pop(), walked + 1
        if not isinstance(one, pikepdf.Dictionary) or (one.is_indirect and one.objgen in seen):
            continue
        seen.add(one.objgen)
        yield one
        waiting += _listed(one, "/Kids")
        waiting += [one["/Parent"]] if "/Parent" in one else []


def _refuse_too_many(owners: int) -> None:
    if owners > _MOST_OWNERS:
        raise NtmError(_TOO_MANY)


def _listed(owner: pikepdf.Object | None, key: str) -> list[pikepdf.Object]:
    import pikepdf

    found = owner.get(key) if isinstance(owner, pikepdf.Dictionary) else None
    return list(found) if isinstance(found, pikepdf.Array) else []


def _runs(action: pikepdf.Object) -> set[str]:
    """What the action, and those that follow it, would run."""
    import pikepdf

    waiting, seen, kinds = [action], 0, set()
    while waiting and seen < _MOST_ACTIONS:
        one, seen = waiting.pop(), seen + 1
        if isinstance(one, pikepdf.Array):
            waiting += list(one)
        elif isinstance(one, pikepdf.Dictionary):
            kinds.add(str(one.get("/S")))
            waiting += [one["/Next"]] if "/Next" in one else []
    if waiting:  # nobody chains so many for good reason
        kinds.add(_PROGRAM)
    return kinds & {_SCRIPT, _PROGRAM}
