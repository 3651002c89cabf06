"""Authorities that appraise communes: which level one has is data, never a constant of the program."""

from __future__ import annotations

LEVELS = {
    "huyen": "Ủy ban nhân dân cấp huyện",
    "tinh": "Ủy ban nhân dân cấp tỉnh",
    "so": "Sở, ngành cấp tỉnh",
    "phong": "Phòng, ban cấp huyện",
    "khac": "Cơ quan khác",
}
"""Offered; what is typed instead of a key is kept as it is."""
