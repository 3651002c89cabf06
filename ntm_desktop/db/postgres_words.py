"""What the errors of a PostgreSQL server mean to a person, and what to do about them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError

from ntm_desktop.db.backend import DamagedData, NewerData
from ntm_desktop.errors import EntryRefused, NtmError

_UNREACHABLE = (
    "Không kết nối được máy chủ dữ liệu {server}. Kiểm tra máy chủ đang chạy, mạng nội bộ, tên đăng nhập và "
    "mật khẩu rồi mở lại; dữ liệu trên máy chủ không bị thay đổi. (Máy chủ trả lời: {said})"
)
_NOT_THERE = (
    "Không tìm thấy máy chủ dữ liệu {server}. Kiểm tra tên hoặc địa chỉ máy chủ và mạng nội bộ rồi thử lại; "
    "không có gì bị thay đổi. (Máy trả lời: {said})"
)
_SILENT = (
    "Không kết nối được máy chủ dữ liệu {server}. Kiểm tra máy chủ đang chạy, mạng nội bộ và số cổng rồi thử "
    "lại; dữ liệu trên máy chủ không bị thay đổi. (Máy trả lời: {said})"
)
_WRONG_PASSWORD = (
    "Không kết nối được máy chủ dữ liệu {server}: tài khoản hoặc mật khẩu không đúng. Kiểm tra tên đăng nhập "
    "và mật khẩu do người quản trị máy chủ cấp; dữ liệu trên máy chủ không bị thay đổi. "
    "(Máy chủ trả lời: {said})"
)
_NO_PASSWORD = (
    "Không kết nối được máy chủ dữ liệu {server}: máy chủ đòi mật khẩu. Nhập mật khẩu, hoặc ghi vào tệp mật "
    "khẩu của PostgreSQL (pgpass.conf) trên máy này; dữ liệu trên máy chủ không bị thay đổi."
)
_NO_DATABASE = (
    "Không kết nối được máy chủ dữ liệu {server}: máy chủ không có cơ sở dữ liệu tên này. Ghi đúng tên, hoặc "
    "nhờ người quản trị máy chủ lập; không có gì bị thay đổi. (Máy chủ trả lời: {said})"
)
_NOT_ADMITTED = (
    "Không kết nối được máy chủ dữ liệu {server}: máy chủ chưa cho máy này vào. Nhờ người quản trị máy chủ "
    "thêm máy này vào pg_hba.conf; không có gì bị thay đổi. (Máy chủ trả lời: {said})"
)
_LOST = (
    "Mất kết nối tới máy chủ dữ liệu {server}, thao tác đang làm chưa được lưu. Kiểm tra máy chủ và mạng "
    "nội bộ rồi thử lại; dữ liệu đã lưu trước đó vẫn nguyên vẹn."
)
_UNSURE = (
    "Mất kết nối tới máy chủ dữ liệu {server} đúng lúc đang lưu, chưa rõ thao tác đã được lưu hay chưa. "
    "Kiểm tra máy chủ và mạng nội bộ; có mạng lại thì xem trang Lịch sử trước khi nhập lại."
)
_BUSY = (
    "Máy khác đang ghi dữ liệu của cùng đơn vị nên thao tác này chưa được lưu. "
    "Chờ một lát rồi thử lại; không mất gì của máy nào."
)
_FULL = (
    "Chưa lưu được: máy chủ dữ liệu {server} đã hết chỗ trống. Báo người quản trị máy chủ rồi lưu lại; "
    "dữ liệu đã lưu trước đó vẫn nguyên vẹn."
)
_CROWDED = (
    "Máy chủ dữ liệu {server} không nhận thêm kết nối hoặc thiếu bộ nhớ. Chờ một lát rồi thử lại; nếu vẫn "
    "vậy, báo người quản trị máy chủ. Dữ liệu đã lưu trước đó vẫn nguyên vẹn."
)
_READ_ONLY = (
    "Máy chủ dữ liệu {server} đang chỉ cho đọc nên thao tác chưa được lưu. Báo người quản trị máy chủ rồi "
    "thử lại; dữ liệu đã lưu trước đó vẫn nguyên vẹn."
)
_FORBIDDEN = (
    "Tài khoản dùng để vào máy chủ dữ liệu {server} chưa đủ quyền. Xin người quản trị máy chủ cho tài khoản "
    "này làm chủ cơ sở dữ liệu rồi thử lại; không có gì bị thay đổi."
)
_DAMAGED = (
    "Dữ liệu trên máy chủ {server} bị hỏng nên không mở. Báo người quản trị máy chủ phục hồi từ bản sao lưu "
    "gần nhất; chương trình chưa thay đổi gì."
)
_NEWER = (
    "Dữ liệu trên máy chủ {server} do phiên bản mới hơn của chương trình ghi. Cài phiên bản mới hơn ở máy "
    "này rồi mở lại; dữ liệu không bị thay đổi."
)

_BY_STATE = {
    "40001": _BUSY,  # serialization_failure
    "40P01": _BUSY,  # deadlock_detected
    "55P03": _BUSY,  # lock_not_available
    "53100": _FULL,
    "53200": _CROWDED,
    "53300": _CROWDED,
    "25006": _READ_ONLY,
    "42501": _FORBIDDEN,
}
_BY_ANSWER = (
    ("no password supplied", "password", _NO_PASSWORD),
    ("password authentication failed", "password", _WRONG_PASSWORD),
    ("pg_hba.conf", "host", _NOT_ADMITTED),
    ("permission denied", "user", _FORBIDDEN),
    ('role "', "user", _WRONG_PASSWORD),
    ('database "', "database", _NO_DATABASE),
    ("resolve host", "host", _NOT_THERE),
    ("translate host name", "host", _NOT_THERE),
    ("Connection refused", "port", _SILENT),
    ("timeout", "host", _SILENT),
)
"""By words of the answer, which has no code before one is let in: the entry to mend, and the sentence. Of a
server that speaks another language the sentence names all."""
_LACKING = frozenset({"42P01", "42703"})  # undefined_table, undefined_column
_DAMAGE = frozenset({"XX001", "XX002"})


@contextmanager
def sentences(server: str) -> Iterator[None]:
    """Tells a person about the server and the way to it; every other error is our mistake and passes."""
    try:
        yield
    except DBAPIError as error:
        state = state_of(error)
        if state in _DAMAGE:
            raise damaged(server) from error
        if is_lost(error):
            raise NtmError(_LOST.format(server=server)) from error
        sentence = _BY_STATE.get(state)
        if sentence is None:
            raise
        raise NtmError(sentence.format(server=server)) from error


def state_of(error: DBAPIError) -> str:
    return str(getattr(error.orig, "sqlstate", None) or "")


def is_lost(error: DBAPIError) -> bool:
    """Whether there is no connection any more, or none came about."""
    no_answer = isinstance(error, OperationalError) and not state_of(error)
    return error.connection_invalidated or no_answer


def lacks(error: DBAPIError) -> bool:
    """Whether a table or column that every database of ours has was not found."""
    return state_of(error) in _LACKING


def unreachable(server: str, error: DBAPIError) -> NtmError:
    said = " ".join(str(error.orig).split()) or "không trả lời"
    _where, _colon, answer = said.rpartition("failed: ")
    for words, field, sentence in _BY_ANSWER:
        if words in (said if "host" in words else answer):
            return EntryRefused(field, sentence.format(server=server, said=said))
    return NtmError(_UNREACHABLE.format(server=server, said=said))


def unsure(server: str) -> NtmError:
    return NtmError(_UNSURE.format(server=server))


def damaged(server: str) -> DamagedData:
    return DamagedData(_DAMAGED.format(server=server))


def newer(server: str) -> NewerData:
    return NewerData(_NEWER.format(server=server))
