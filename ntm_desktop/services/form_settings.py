"""Where the dossier goes, in how many copies, and the form numbers of its papers, as they hold for a goal.

The regime's, and in their place the office's own. Those count under the procedure that they were entered for:
another one has other forms and goes another way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import RowMapping

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, remove, update
from ntm_desktop.db.models import form_setting
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.criteria import Verification
from ntm_desktop.domain.form_settings import (
    ADDRESSEES,
    COPIES,
    FORM_NUMBER,
    LONGEST_ADDRESSEE,
    LONGEST_FORM_NUMBER,
    MOST_ADDRESSEES,
    MOST_COPIES,
    SETTING_NAMES,
    FormSetting,
    addressee_lines,
)
from ntm_desktop.domain.goals import TIERS, Goal
from ntm_desktop.errors import EntryRefused, NtmError
from ntm_desktop.packs.forms import Read, Regime, fill, load_regime
from ntm_desktop.packs.provenance import ground
from ntm_desktop.services import commune, goals
from ntm_desktop.services.confirming import provenance, refuse_unsourced
from ntm_desktop.services.fields import body, line
from ntm_desktop.text import GAP

_Own = Mapping[tuple[str, str], RowMapping]
"""By key and form; "" is the form of what is said of the whole dossier."""


@dataclass(frozen=True, slots=True)
class NumberedForm:
    """A paper of the dossier, or an annex, and the form number that the office entered; "" none."""

    form: str
    title: str
    annex: bool
    number: str


@dataclass(frozen=True, slots=True)
class FormSettings:
    addressees: FormSetting
    copies: FormSetting
    forms: tuple[NumberedForm, ...]
    chain: tuple[str, ...]  # who appraises by the regime, in order

    def number(self, form: str) -> str:
        return next((one.number for one in self.forms if one.form == form), "")

    @property
    def own_addressees(self) -> tuple[str, ...]:
        return tuple(self.addressees.value.splitlines()) if self.addressees.own else ()

    @property
    def own_copies(self) -> int | None:
        return int(self.copies.value) if self.copies.own else None


def settings(session: Session, *, on: date) -> FormSettings:
    return settings_of(session, goals.current(session, on=on))


def settings_of(session: Session, goal: Goal) -> FormSettings:
    regime, own, names = load_regime(goal.regime), _own(session, goal), _names(session, goal)
    addressed = "\n".join(fill(one, names) for one in regime.addressees)
    return FormSettings(
        addressees=_setting(regime, ADDRESSEES, addressed, regime.addressees_read, own),
        copies=_setting(regime, COPIES, _copies(regime), regime.copies_read, own),
        forms=tuple(
            NumberedForm(
                form=rule.form,
                title=fill(rule.title, names),
                annex=bool(rule.annex_of),
                number=row["value"] if (row := own.get((FORM_NUMBER, rule.form))) else "",
            )
            for rule in regime.forms
        ),
        chain=tuple(fill(one, names) for one in regime.chain),
    )


def save_addressees(
    session: Session, *, text: str, source: str, today: date, confirmed: bool = False, by: str = ""
) -> Changes:
    """One a line, as they stand after "Kính gửi:"; ``confirmed``: ``by`` held them against the document named
    in ``source``."""
    lines = [line(one) for one in addressee_lines(body(text))]
    if not lines:
        raise EntryRefused("value", "Ghi cơ quan nhận hồ sơ, ví dụ Ủy ban nhân dân tỉnh.")
    if len(lines) > MOST_ADDRESSEES or any(len(one) > LONGEST_ADDRESSEE for one in lines):
        raise EntryRefused(
            "value",
            f"Ghi không quá {MOST_ADDRESSEES} cơ quan, mỗi cơ quan một dòng không quá {LONGEST_ADDRESSEE} "
            "chữ.",
        )
    said = provenance(source=source, confirmed=confirmed, by=by, today=today)
    refuse_unsourced(SETTING_NAMES[ADDRESSEES], source=source, confirmed=confirmed, by=by)
    return _put(session, ADDRESSEES, "", today, {"value": "\n".join(lines), **said})


def save_copies(
    session: Session, *, copies: int | None, source: str, today: date, confirmed: bool = False, by: str = ""
) -> Changes:
    """Of each paper of the dossier."""
    if copies is None or not 0 < copies <= MOST_COPIES:
        raise EntryRefused("value", f"Số bản từ 1 đến {MOST_COPIES}. Nhập lại số bản.")
    said = provenance(source=source, confirmed=confirmed, by=by, today=today)
    refuse_unsourced(SETTING_NAMES[COPIES], source=source, confirmed=confirmed, by=by)
    return _put(session, COPIES, "", today, {"value": str(copies), **said})


def save_form_number(session: Session, *, form: str, number: str, today: date) -> Changes:
    """As it is printed, "Mẫu số 1.1"; nothing takes it away. The office answers for it: the program knows no
    form number to hold it against."""
    number = line(number)
    if len(number) > LONGEST_FORM_NUMBER:
        raise EntryRefused("value", f"Mẫu số không dài quá {LONGEST_FORM_NUMBER} chữ. Ghi ngắn lại.")
    if load_regime(goals.current(session, on=today).regime).form(form) is None:
        raise NtmError("Văn bản này không thuộc hồ sơ của trình tự đang dùng. Tải lại trang Hồ sơ.")
    if number:
        said = provenance(source="", confirmed=False, by="", today=today)
        return _put(session, FORM_NUMBER, form, today, {"value": number, **said})
    known = _own(session, goals.current(session, on=today)).get((FORM_NUMBER, form))
    return Changes() if known is None else remove(session, form_setting, [known["uid"]])


def remove_setting(session: Session, *, key: str, today: date) -> Changes:
    """The regime's holds again."""
    known = _own(session, goals.current(session, on=today)).get((key, ""))
    if known is None:
        raise NtmError("Mục này chưa nhập riêng. Tải lại trang Hồ sơ để thấy nội dung đang dùng.")
    return remove(session, form_setting, [known["uid"]])


def _own(session: Session, goal: Goal) -> _Own:
    query = live(form_setting, session).where(
        form_setting.c.goal_uid == goal.uid, form_setting.c.procedure == goal.regime
    )
    return {(row["key"], row["form"]): row for row in session.rows(query)}


def _put(session: Session, key: str, form: str, on: date, values: Mapping[str, str | int]) -> Changes:
    goal = goals.current(session, on=on)
    known = _own(session, goal).get((key, form))
    if known is not None:
        return update(session, form_setting, known["uid"], values)
    place = {"goal_uid": goal.uid, "procedure": goal.regime, "form": form, "key": key}
    return insert(session, form_setting, [{"uid": session.new_uid(), **place, **values}])


def _setting(regime: Regime, key: str, value: str, read: Read, own: _Own) -> FormSetting:
    row = own.get((key, ""))
    if row is None:
        source = ground(regime.name, read.source, Verification.CONFIRMED)
        return FormSetting(key, value, source, read.verification is Verification.CONFIRMED)
    return FormSetting(key, row["value"], row["source"], bool(row["confirmed"]), own=True)


def _copies(regime: Regime) -> str:
    """One figure; a pack may have several."""
    return " ".join(str(count) for count in sorted({regime.copies(rule) for rule in regime.forms}))


def _names(session: Session, goal: Goal) -> Mapping[str, str]:
    view = commune.load(session)
    return {
        "commune": view.name,
        "district": view.district or GAP,
        "province": view.province or GAP,
        "tier": TIERS.get(goal.tier, goal.tier),
        "year": str(goal.year),
    }
