"""Titles over several lines: of about the same length, and broken where a reader would pause.

A Vietnamese word is often two syllables or more, written apart; the compounds listed here are never broken.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ntm_desktop.render.fonts import text_width, wrap
from ntm_desktop.render.typography import plain

_COMPOUNDS = (
    "ban chỉ đạo|báo cáo|biên bản|bộ tiêu chí|cam kết|chi tiết|chỉ tiêu|chính trị|công nhận|"
    "công trình|cơ bản|danh mục|đánh giá|đạt chuẩn|đầu tư|đề nghị|địa phương|đối chiếu|đơn vị|"
    "giai đoạn|giải ngân|hài lòng|hiện đại|hình ảnh|hồ sơ|hội đồng nhân dân|huy động|kế hoạch|"
    "kết quả|kiểu mẫu|kinh tế|mặt trận tổ quốc|minh chứng|minh họa|mức độ|nâng cao|người dân|"
    "nguồn lực|nhân dân|nội dung|nợ đọng|nông thôn mới|nông thôn|phân công|phụ lục|quốc gia|"
    "tham gia|thẩm định|thẩm tra|thi công|thống kê|thực hiện|tiến độ|tiêu chí|tình hình|tổ chức|"
    "tổng hợp|tờ trình|trách nhiệm|tự đánh giá|ủy ban nhân dân|văn bản|vướng mắc|xã hội|"
    "xây dựng cơ bản|xây dựng|ý kiến"
)  # of two that begin alike the longer one first
_NAMED = "năm|số|ngày|tháng|xã|phường|huyện|tỉnh"  # never without what follows
_WHOLE = re.compile(rf"\b(?:{_COMPOUNDS})\b|\b(?:{_NAMED}) (?=\w)", re.IGNORECASE)
_PAUSE_BEFORE = frozenset(("cho", "của", "đối", "giai", "tại", "theo", "trong", "từ", "và", "về"))
"""First syllables of what opens a new group of words."""

_PLAIN_BREAK = 2.0  # what a break inside a group costs: as much as two lines a tenth of the width apart
_GLUE = "\u00a0"
_ROUNDING = 0.01


@lru_cache(maxsize=256)
def balanced(text: str, font: str, size: float, width: float) -> tuple[str, ...]:
    """As few lines as ``width`` points allow, the one break of all that looks best; in plain spaces."""
    whole = _WHOLE.sub(lambda found: found[0].replace(" ", _GLUE), plain(text))
    words = whole.split(" ")
    widths = [text_width(word, font, size) for word in words]
    space = text_width(" ", font, size)
    count = len(wrap(whole, font, size, width))
    if count == 1 or "\n" in whole or max(widths) > width:
        return wrap(whole.replace(_GLUE, " "), font, size, width)
    mean = (sum(widths) + space * (len(words) - count)) / count
    # best[n] after each round: the cheapest way to set the first n words in so many lines, and its breaks
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for _ in range(count):
        following: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, breaks) in best.items():
            length = -space
            for end in range(start + 1, len(words) + 1):
                length += space + widths[end - 1]
                if length > width + _ROUNDING:
                    break
                total = cost + _ragged(length, mean, width) + _break_cost(words, end)
                if end not in following or total < following[end][0]:
                    following[end] = total, (*breaks, end)
        best = following
    ends = best[len(words)][1]
    lines = (words[start:end] for start, end in zip((0, *ends), ends, strict=False))
    return tuple(" ".join(line).replace(_GLUE, " ") for line in lines)


def _ragged(length: float, mean: float, width: float) -> float:
    return 100 * ((length - mean) / width) ** 2


def _break_cost(words: list[str], end: int) -> float:
    if end == len(words) or words[end - 1].endswith((",", ";", ":")):
        return 0.0
    opening = words[end].split(_GLUE)[0].lower()
    return 0.0 if opening in _PAUSE_BEFORE else _PLAIN_BREAK
