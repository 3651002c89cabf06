"""What columns are called where people read what an action changed. Columns without a name are not shown."""

from __future__ import annotations

from collections.abc import Mapping

from ntm_desktop.domain.capital import SOURCE_NAMES
from ntm_desktop.domain.progress import CAUSE_NAMES
from ntm_desktop.domain.stages import STAGE_NAMES
from ntm_desktop.domain.works import WORK_KINDS

COLUMNS = {
    "added_on": "Ngày thêm",
    "amount": "Số tiền (đồng)",
    "article": "Điều, khoản",
    "as_of": "Ngày số liệu",
    "body": "Nội dung",
    "by_name": "Người xác nhận",
    "cause": "Nguyên nhân",
    "code": "Mã",
    "community": "Cộng đồng, tổ nhóm",
    "content_root": "Mã nội dung",
    "contractor_uid": "Đơn vị thi công",
    "criterion": "Tiêu chí",
    "deadline": "Hạn",
    "decided": "Ngày quyết định",
    "decided_on": "Ngày lập kế hoạch",
    "decision": "Quyết định",
    "department": "Đơn vị hỗ trợ",
    "district": "Huyện",
    "document_uid": "Văn bản",
    "done": "Hoàn thành",
    "done_on": "Ngày xong",
    "established": "Ngày thành lập",
    "file_uid": "Tệp",
    "finish_date": "Hoàn thành",
    "form": "Mẫu",
    "from_date": "Từ ngày",
    "head_uid": "Trưởng đơn vị",
    "households": "Số hộ",
    "internal": "Nội bộ",
    "investor": "Chủ đầu tư",
    "issued": "Ngày ban hành",
    "issuer": "Cơ quan ban hành",
    "kind": "Loại",
    "made_on": "Ngày chốt",
    "money": "Kinh phí (đồng)",
    "movement": "Khoản",
    "na_ground": "Căn cứ không xét",
    "name": "Tên",
    "note": "Ghi chú",
    "number": "Số",
    "on_date": "Ngày",
    "ordinal": "Lần in",
    "pages": "Trang",
    "paper": "Văn bản",
    "part": "Phần",
    "person_uid": "Người phụ trách",
    "place": "Địa danh",
    "population": "Dân số",
    "position": "Thứ tự",
    "post": "Chức vụ",
    "printed": "Mức ghi trong văn bản",
    "profile": "Nhóm mức đạt",
    "profile_ground": "Căn cứ nhóm mức đạt",
    "programme": "Chương trình",
    "province": "Tỉnh",
    "reason": "Lý do",
    "recognised": "Đã được công nhận",
    "recorded_by": "Người nhập",
    "regime": "Quy định xét",
    "region": "Vùng",
    "route": "Trình tự",
    "scale": "Quy mô",
    "schools": "Số trường",
    "set_id": "Bộ tiêu chí",
    "settled": "Quyết toán (đồng)",
    "share": "Khối lượng",
    "signed": "Ngày ký",
    "signer_uid": "Người ký",
    "signs": "Được ký",
    "size": "Cỡ tệp (byte)",
    "solution": "Giải pháp",
    "source": "Nguồn",
    "stage": "Giai đoạn",
    "start_date": "Khởi công",
    "target": "Dự kiến",
    "tier": "Cấp độ",
    "title": "Tên",
    "to_date": "Đến ngày",
    "unit": "Đơn vị",
    "valid_from": "Hiệu lực từ",
    "valid_to": "Hiệu lực đến",
    "value": "Giá trị",
    "verdict": "Kết luận",
    "work_uid": "Công trình",
    "year": "Năm",
}

YES_NO = {"community", "internal", "signs", "provisional_code", "illustrative"}

UNSHOWN = {("assessment", "target")}
"""Table and column: not for people, though other tables have a column of that name for them."""

CHOICES: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("progress", "cause"): {key.value: name for key, name in CAUSE_NAMES.items()},
    ("work", "kind"): {key: name for key, (name, _criterion) in WORK_KINDS.items()},
    ("work", "route"): {"ordinary": "Thông thường", "simplified": "Cơ chế đặc thù"},
    ("work_money", "movement"): {"committed": "Cam kết", "allotted": "Bố trí", "disbursed": "Giải ngân"},
    ("work_money", "source"): {key.value: name for key, name in SOURCE_NAMES.items()},
    ("work_stage", "stage"): {key.value: name for key, name in STAGE_NAMES.items()},
}
"""Table and column → what a stored key is called."""
