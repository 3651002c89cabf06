"""Why a package is not taken: a name that never changes, and a sentence that says what to do.

The names are those of docs/package-format.md §9–11; the command line prints them, receipts carry them.
"""

from __future__ import annotations

from enum import StrEnum

from ntm_desktop.errors import NtmError


class Refusal(StrEnum):
    NOT_PACKAGE = "E_NOT_PACKAGE"
    TOO_BIG = "E_TOO_BIG"
    NO_SPACE = "E_NO_SPACE"
    HEADER = "E_HEADER"
    NEWER = "E_NEWER"
    UNKNOWN_SENDER = "E_UNKNOWN_SENDER"
    NOT_FOR_US = "E_NOT_FOR_US"
    SIGNATURE = "E_SIGNATURE"
    TRUNCATED = "E_TRUNCATED"
    DAMAGED = "E_DAMAGED"
    FORK = "E_FORK"
    JUMP = "E_JUMP"
    OLD_EPOCH = "E_OLD_EPOCH"
    EPOCH = "E_EPOCH"
    DECRYPT = "E_DECRYPT"
    ARCHIVE = "E_ARCHIVE"
    MANIFEST = "E_MANIFEST"
    HASH = "E_HASH"
    SCHEMA = "E_SCHEMA"
    STORE = "E_STORE"
    PART = "E_PART"


_COPY_AGAIN = "Chép lại gói từ nơi gửi rồi nhập lại."
_ASK_AGAIN = "Báo nơi gửi xuất lại gói."

_SENTENCES = {
    Refusal.NOT_PACKAGE: "Tệp này không phải gói dữ liệu của chương trình. Chọn tệp có đuôi .ntmx.",
    Refusal.TOO_BIG: "Gói lớn hơn 8 GB nên không nhận. Báo nơi gửi bớt tệp đính kèm.",
    Refusal.NO_SPACE: "Ổ đĩa không đủ chỗ để nhận gói. Xóa bớt tệp rồi nhập lại.",
    Refusal.HEADER: f"Phần đầu của gói bị hỏng hoặc bị sửa. {_COPY_AGAIN}",
    Refusal.NEWER: "Gói do phiên bản mới hơn của chương trình lập. Cập nhật chương trình rồi nhập lại.",
    Refusal.UNKNOWN_SENDER: (
        "Chưa ghi nhận khóa của nơi gửi gói này. Nhập tệp khóa .ntmk của nơi gửi, so mã với phiếu giấy; "
        "nếu nơi gửi vừa đổi khóa thì có thể thiếu gói đổi khóa."
    ),
    Refusal.NOT_FOR_US: "Gói này gửi cho nơi khác, không phải đơn vị này. Chuyển gói đến đúng nơi nhận.",
    Refusal.SIGNATURE: f"Chữ ký của gói không đúng: gói bị hỏng, bị sửa hoặc bị giả. {_COPY_AGAIN}",
    Refusal.TRUNCATED: f"Gói bị cụt, có thể chưa chép xong. {_COPY_AGAIN}",
    Refusal.DAMAGED: f"Gói bị hỏng khi chép. {_COPY_AGAIN}",
    Refusal.FORK: (
        "Nơi gửi có hai gói cùng số mà nội dung khác nhau: hai máy cùng gửi, hoặc dữ liệu bị chép sang máy "
        "khác. Gói này được giữ riêng; gọi nơi gửi, so mã và chọn gói đúng."
    ),
    Refusal.JUMP: "Số của gói cách quá xa gói trước. Gói được giữ riêng; gọi nơi gửi để xác nhận.",
    Refusal.OLD_EPOCH: (
        "Nơi gửi đã bắt đầu đợt gửi mới, gói này thuộc đợt cũ nên không nhập. Xin gói mới nhất."
    ),
    Refusal.EPOCH: (
        "Nơi gửi đã bắt đầu đợt gửi mới mà gói mở đầu đợt chưa đến. Gói này được giữ riêng và tự nhập khi có "
        "gói đó."
    ),
    Refusal.DECRYPT: f"Không giải mã được gói. {_COPY_AGAIN}",
    Refusal.ARCHIVE: f"Nội dung gói không đúng quy cách nên không nhận. {_ASK_AGAIN}",
    Refusal.MANIFEST: f"Bảng kê của gói không khớp với phần đầu hoặc sai chữ ký. {_ASK_AGAIN}",
    Refusal.HASH: f"Có tệp trong gói không khớp bảng kê. {_ASK_AGAIN}",
    Refusal.SCHEMA: f"Số liệu trong gói không đúng mẫu của chương trình. {_ASK_AGAIN}",
    Refusal.STORE: "Không ghi được gói vào dữ liệu; dữ liệu giữ nguyên. Kiểm tra ổ đĩa rồi nhập lại.",
    Refusal.PART: f"Một phần của gói bị hỏng. {_COPY_AGAIN}",
}


class PackageRefused(NtmError):  # noqa: N818 - it says which rule
    """``detail`` is for the log and for who wrote the program that sent it."""

    def __init__(self, refusal: Refusal, detail: str = "", *, problems: tuple[str, ...] = ()) -> None:
        super().__init__(_SENTENCES[refusal], problems)
        self.refusal, self.detail = refusal, detail

    def __str__(self) -> str:
        return f"{self.refusal}: {self.detail}" if self.detail else str(self.refusal)
