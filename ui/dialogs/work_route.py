"""The conditions of the simplified route: what the decree of the day asks, and what holds for this work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.criteria import Verification
from ntm_desktop.domain.simplified import CEILING, Check, Finding, RouteCheck, Stated
from ntm_desktop.services import work_route
from ntm_desktop.services.works import WorkView
from ntm_desktop.text import format_date
from ui.context import Context
from ui.dialogs.record import RecordDialog, content
from ui.widgets.edits import Choice, TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.tasks import Session


class RouteDialog(RecordDialog):
    def __init__(self, parent: QWidget, context: Context, row: WorkView, route: RouteCheck) -> None:
        super().__init__(parent, context, self.tr("Điều kiện cơ chế đặc thù"), self.tr("&Ghi điều kiện"))
        self._row = row
        self._said: dict[str, tuple[Field, Field, Stated | None]] = {}
        self.column.addWidget(Label(self._decree(route), "body", "text2", wrap=True))
        for finding in route.findings:
            self._add(finding)
        self.verb.setEnabled(bool(self._said))

    def save(self) -> None:
        uid, changed = self._row.uid, self._changed()

        def save(session: Session) -> Changes:
            changes = Changes()
            for condition, said in changed.items():
                changes |= work_route.state_condition(session, uid=uid, condition=condition, said=said)
            return changes

        self.write(f"Xác định điều kiện đặc thù {self._row.name}", save)

    def _changed(self) -> Mapping[str, Stated | None]:
        found: dict[str, Stated | None] = {}
        for condition, (choice, note, before) in self._said.items():
            check = Check(content(choice))
            said = None if check is Check.OPEN else Stated(check is Check.HOLDS, content(note))
            if said != before:
                found[condition] = said
        return found

    def _add(self, finding: Finding) -> None:
        condition = finding.condition
        if condition.key == CEILING:
            words = {
                Check.HOLDS: self.tr("{}: đạt, {}."),
                Check.FAILS: self.tr("{}: không đạt, {}."),
                Check.OPEN: self.tr("{}: {}."),
            }[finding.check]
            self.column.addWidget(Label(words.format(condition.text, finding.reason), "body", wrap=True))
            return
        choice = Choice(
            (
                (Check.OPEN.value, self.tr("Chưa xác định")),
                (Check.HOLDS.value, self.tr("Đạt")),
                (Check.FAILS.value, self.tr("Không đạt")),
            )
        )
        choice.load(finding.check.value)
        said = self._row.stated.get(condition.key)
        note = Field(self.tr("Văn bản, lý do"), TextEdit(said.note if said else ""))
        asked = Field(condition.text, choice)
        self.add_row(asked, note)
        self._said[condition.key] = (asked, note, said)

    def _decree(self, route: RouteCheck) -> str:
        if route.decree is None:
            return self.tr(
                "Chương trình không biết nghị định nào về cơ chế đặc thù có hiệu lực ngày {}. "
                "Kiểm tra ngày phê duyệt ở Giai đoạn."
            ).format(format_date(route.day))
        words = self.tr("Xét theo {}, ngày {}.").format(route.decree.name, format_date(route.day))
        doubtful = any(one.condition.verification is not Verification.CONFIRMED for one in route.findings)
        if doubtful or route.decree.verification is not Verification.CONFIRMED:
            words += " " + self.tr(
                "Các điều kiện dưới đây chưa đối chiếu với bản gốc; xem bản gốc trước khi quyết định."
            )
        return words
