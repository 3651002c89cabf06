"""The commune's own figures (area, households, population …): their keys, names and units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ntm_desktop.errors import NtmError
from ntm_desktop.text import format_decimal, format_int, parse_number


@dataclass(frozen=True, slots=True)
class FigureKind:
    """``thousandths``: kept in thousandths of the unit; else a count (architecture §3.1)."""

    key: str
    name: str
    unit: str
    thousandths: bool = False

    def text(self, value: int) -> str:
        number = format_decimal(value) if self.thousandths else format_int(value)
        return f"{number} {self.unit}"

    def parse(self, text: str) -> int:
        """The value in its fixed unit; NtmError names the figure."""
        number = parse_number(text) * (1000 if self.thousandths else 1)
        if number < 0 or number != int(number):
            rule = "có nhiều nhất ba chữ số thập phân" if self.thousandths else "là số đếm"
            raise NtmError(f"{self.name}: “{text.strip()}” phải từ 0 trở lên và {rule}.")
        return int(number)


FIGURES: Mapping[str, FigureKind] = {
    kind.key: kind
    for kind in (
        FigureKind("area", "Diện tích tự nhiên", "ha", thousandths=True),
        FigureKind("farm_area", "Diện tích đất sản xuất nông nghiệp", "ha", thousandths=True),
        FigureKind("forest_area", "Diện tích đất lâm nghiệp", "ha", thousandths=True),
        FigureKind("hamlets", "Số thôn", "thôn"),
        FigureKind("households", "Số hộ", "hộ"),
        FigureKind("population", "Dân số", "người"),
        FigureKind("women", "Trong đó nữ", "người"),
        FigureKind("labour", "Lao động trong độ tuổi", "người"),
        FigureKind("employed", "Lao động có việc làm", "người"),
        FigureKind("poor_households", "Hộ nghèo", "hộ"),
        FigureKind("near_poor_households", "Hộ cận nghèo", "hộ"),
        FigureKind("income", "Thu nhập bình quân đầu người", "triệu đồng/người/năm", thousandths=True),
    )
}
