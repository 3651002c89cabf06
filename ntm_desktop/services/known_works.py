"""Which work a row of a sheet is about: by its code, then by its name; where that is unclear, a question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ntm_desktop.db.models import work
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.near_names import NearNames
from ntm_desktop.errors import NtmError
from ntm_desktop.services.importing import NEW_ONE, Choices, Question, RowReader
from ntm_desktop.services.works import name_key
from ntm_desktop.sheets.columns import Column
from ntm_desktop.text import search_key

CODE = Column(
    "code",
    "Mã công trình",
    note="Chương trình ghi khi xuất Excel. Công trình mới để trống; không tự đặt mã.",
    width=13,
)
NAME = Column("name", "Tên công trình", required=True, width=46, also=("Công trình", "Danh mục công trình"))


@dataclass(slots=True)
class Known:
    """The works of the register, and those that the rows read so far would add: found by code and by name."""

    names: dict[str, str]  # by uid
    starts: dict[str, date] = field(default_factory=dict)  # of those that the sheet says when they began
    refused: dict[str, str] = field(default_factory=dict)  # by name, the cell of a new one that is not taken
    _by_name: dict[str, str] = field(init=False)
    _by_key: dict[str, list[str]] = field(init=False)
    _near: NearNames | None = field(init=False, default=None)
    _in_register: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self._by_key, self._in_register = {}, dict(self.names)
        for uid, name in self.names.items():
            self._by_key.setdefault(search_key(name), []).append(uid)
        self._by_name = {
            name: uid
            for uid, name in self.names.items()
            if len(self._by_key[search_key(name)]) == 1 or self.same(name) == [uid]
        }

    def add(self, uid: str, name: str) -> None:
        self.names[uid] = name
        self._by_name[name] = uid
        self._by_key.setdefault(search_key(name), []).append(uid)

    def by_code(self, code: str) -> str | None:
        """The one whose uid begins so. Raises NtmError when there is none or more than one."""
        found = [uid for uid in self.names if uid.startswith(code.casefold())] if code else []
        if len(found) == 1:
            return found[0]
        raise NtmError(
            "Không có công trình mã này. Công trình mới để trống mã; công trình đã có lấy mã từ Xuất Excel."
        )

    def by_name(self, name: str) -> str | tuple[str, ...]:
        """The one of that name; else those of which a person chooses: several that have it, as an older
        version let them be entered, or some of the register with a name like it."""
        if name in self._by_name:
            return self._by_name[name]
        same = self.same(name)
        if len(same) == 1:
            return same[0]
        return tuple(same or self._by_key.get(search_key(name), ())) or self._nearly(name)

    def _nearly(self, name: str) -> tuple[str, ...]:
        if self._near is None:
            self._near = NearNames(self._in_register)
        return self._near.find(name)

    def same(self, name: str) -> list[str]:
        """Those of that name."""
        alike, key = self._by_key.get(search_key(name), ()), name_key(name)
        return [uid for uid in alike if name_key(self.names[uid]) == key]

    def codes(self) -> Mapping[str, str]:
        """What a work is called by in a sheet: the first letters of its uid, all where that is not unique."""
        short: dict[str, int] = {}
        for uid in self.names:
            short[uid[:8]] = short.get(uid[:8], 0) + 1
        return {uid: uid[:8] if short[uid[:8]] == 1 else uid for uid in self.names}


def known_works(session: Session) -> Known:
    return Known(
        {
            row["uid"]: row["name"]
            for row in session.rows(live(work, session).order_by(work.c.position, work.c.uid))
        }
    )


def find(
    reader: RowReader,
    known: Known,
    choices: Choices,
    *,
    code_column: Column = CODE,
    name_column: Column = NAME,
    may_be_new: bool = True,
) -> tuple[str | None, str, Question | None]:
    """The work that a row is about, its name, and what must be asked first.

    A code that is not known may be of another register, where a work of that name stands too.
    """
    code, name = reader.value(code_column), reader.value(name_column)
    said = str(name or "")
    if code:
        try:
            return known.by_code(str(code)), said, None
        except NtmError as error:
            if may_be_new or not isinstance(known.by_name(said), str):
                reader.refuse(code_column.key, error.message)
                return None, said, None
    found = known.by_name(said) if said else ()
    if isinstance(found, str):
        return found, known.names[found], None
    if found:
        same = known.same(said)
        place = reader.place if same else f"work!{name_key(said)}"  # one answer for all rows that name it
        answer = choices.answers.get(place)
        may_be_new = may_be_new and not same
        if answer is None or (answer == NEW_ONE and not may_be_new):
            options = tuple((uid, known.names[uid]) for uid in found)
            return None, said, Question(place, said, options, may_be_new)
        if answer != NEW_ONE:
            return answer, known.names[answer], None  # which is no order to rename it
    if said and not may_be_new and not reader.refusals:
        cell = known.refused.get(name_key(said))
        reader.refuse(
            name_column.key,
            f"Dòng nhập công trình này ({cell}) chưa nhập được. Sửa dòng đó trước."
            if cell
            else "Không có công trình tên này. Ghi đúng tên, hoặc ghi mã công trình.",
        )
    return None, said, None
