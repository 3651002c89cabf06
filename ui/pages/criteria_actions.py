"""What a person does with one indicator, each as one write. No widgets here but the parent of questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.facts import Fact
from ntm_desktop.errors import NtmError
from ntm_desktop.services import assessments, evidence, files, pasting, plans, responsibilities
from ntm_desktop.services.assessments import DoubtfulNumber, NewerInForce, ReasonNeeded
from ntm_desktop.services.evidence import EvidenceView
from ntm_desktop.services.files import IncomingFile
from ntm_desktop.services.indicators import FactRow, IndicatorDetail, IndicatorRow
from ntm_desktop.services.plans import PastDeadline
from ntm_desktop.text import counted, format_date
from ui.context import Context
from ui.dialogs.evidence_entry import EvidenceEntry
from ui.opening import open_stored
from ui.pages.criteria_entry import Figures
from ui.pages.criteria_plan import Answerable, PlanFields
from ui.tasks import Report

if TYPE_CHECKING:
    from ui.tasks import Session


class IndicatorActions(QObject):
    """Acts on ``detail`` as it is when the act begins; told of the outcome through the signals."""

    recorded = Signal(str, object)  # code, Figures
    refused = Signal(object, object)  # IndicatorRow, NtmError
    plan_refused = Signal()  # what was typed into it does not count
    told = Signal(str)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self.detail: IndicatorDetail | None = None
        self.criterion = ""

    @property
    def code(self) -> str:
        return self.detail.row.code if self.detail is not None else ""

    @property
    def name(self) -> str:
        """As the decision prints its code: so it is called in the history and in questions."""
        return self.detail.row.official_code if self.detail is not None else ""

    # Figures

    def record(
        self,
        figures: Figures,
        reason: str = "",
        *,
        of: IndicatorRow | None = None,
        replaces: str | None = None,
        ask_newer: bool = True,
        sure: bool = False,
        told: str = "",
    ) -> None:
        """``of`` None: for the indicator at hand. The rest: see ``assessments.record``."""
        if self.detail is None:
            return
        row = of or self.detail.row
        code, set_id, today = row.code, self.detail.set_id, self._context.tasks.today()

        def write(session: Session) -> Changes:
            if figures.ground is not None:
                return assessments.record_not_applicable(
                    session,
                    code=code,
                    ground=figures.ground,
                    as_of=figures.as_of,
                    today=today,
                    note=figures.note,
                    reason=reason,
                    set_id=set_id,
                    replaces=replaces,
                    ask_newer=ask_newer,
                )
            return assessments.record(
                session,
                code=code,
                texts=figures.texts,
                as_of=figures.as_of,
                today=today,
                note=figures.note,
                reason=reason,
                set_id=set_id,
                replaces=replaces,
                ask_newer=ask_newer,
                sure=sure,
            )

        in_force = row.as_of
        if replaces is None and in_force is not None and in_force > figures.as_of:
            told = self.tr("Đã ghi số ngày {}; chỉ tiêu {} vẫn dùng số ngày {}").format(
                format_date(figures.as_of), row.official_code, format_date(in_force)
            )

        def done(_changes: Changes) -> None:
            self.recorded.emit(code, figures)
            if told:
                self.told.emit(told)

        again = partial(
            self.record, figures, of=row, replaces=replaces, ask_newer=ask_newer, sure=sure, told=told
        )
        action = f"Nhập số liệu chỉ tiêu {row.official_code}"
        if replaces is not None:
            action = f"Sửa ngày và số liệu chỉ tiêu {row.official_code}"
        self._context.tasks.write(
            action,
            write,
            done,
            self,
            failed=partial(self._on_refused, row, figures, again),
        )

    def record_many(self, figures: Mapping[str, str], as_of: date) -> None:
        """Pasted figures: all of them in one action, or none with a sentence for each that is refused."""
        today = self._context.tasks.today()
        older: list[str] = []

        def write(session: Session) -> Changes:
            pasted = pasting.record_all(session, figures=figures, as_of=as_of, today=today)
            older[:] = pasted.older
            return pasted.changes

        def done(_changes: Changes) -> None:
            many = counted(len(figures))
            if not older:
                self.told.emit(self.tr("Đã dán số liệu {} chỉ tiêu").format(many))
                return
            title = self.tr("Đã dán số liệu {} chỉ tiêu; vẫn dùng số ngày mới hơn: {}.")
            words = self.tr(
                "Số dán ngày {} được ghi vào lịch sử nhưng không đổi kết quả hiện nay. Nếu ngày của số "
                "mới hơn ghi nhầm, xóa số đó trong thẻ Lịch sử của chỉ tiêu."
            )
            self._context.ask.tell(
                self._window, title.format(many, ", ".join(older)), words.format(format_date(as_of))
            )

        self._context.tasks.write(f"Dán số liệu {counted(len(figures))} chỉ tiêu", write, done, self)

    def take_over(self) -> None:
        if self.detail is None or self.detail.carry is None:
            return
        code, fact_uid, today = self.code, self.detail.carry.fact_uid, self._context.tasks.today()
        self._write(
            f"Nhận số liệu cũ của chỉ tiêu {self.name}",
            lambda session: assessments.take_over(session, code=code, fact_uid=fact_uid, today=today),
        )

    def keep(self) -> None:
        code, today = self.code, self._context.tasks.today()
        self._write(
            f"Xác nhận số liệu chỉ tiêu {self.name} vẫn đúng",
            lambda session: assessments.keep(session, code=code, today=today),
        )

    def remove_fact(self, fact: FactRow) -> None:
        title = self.tr("Xóa số liệu ngày {} của chỉ tiêu {}?").format(format_date(fact.as_of), self.name)
        body = self.tr("Số liệu trước đó sẽ được dùng lại. Ghi lý do xóa; lý do được lưu trong lịch sử.")
        remove = partial(self._remove_fact, fact, self.name)
        self._context.ask.text(self._window, title, body, self.tr("Xóa số liệu"), remove)

    def _remove_fact(self, fact: FactRow, name: str, reason: str) -> None:
        self._write(
            f"Xóa số liệu ngày {format_date(fact.as_of)} của chỉ tiêu {name}",
            lambda session: assessments.remove(session, fact_uid=fact.uid, reason=reason),
            self.tr("Đã xóa số liệu ngày {}").format(format_date(fact.as_of)),
        )

    def _on_refused(
        self, row: IndicatorRow, figures: Figures, again: Callable[..., None], error: NtmError
    ) -> None:
        self.refused.emit(row, error)
        if isinstance(error, ReasonNeeded):
            title = self.tr("Vì sao sửa số liệu chỉ tiêu {}?").format(row.official_code)
            self._context.ask.text(self._window, title, error.message, self.tr("Lưu số mới"), again)
        elif isinstance(error, NewerInForce):
            self._ask_which(row, figures, error.newer)
        elif isinstance(error, DoubtfulNumber):
            title = self.tr("Ghi số này cho chỉ tiêu {}?").format(row.official_code)
            body = "\n".join(error.problems or (error.message,))
            record = partial(again, sure=True)
            verb, safe = self.tr("Đúng, &ghi số này"), self.tr("&Sửa lại số")
            self._context.ask.confirm(self._window, title, body, verb, record, safe=safe)

    def _ask_which(self, row: IndicatorRow, figures: Figures, newer: Fact) -> None:
        """An earlier day than that of the figure in force: was that day wrong, or is this an older figure?"""
        day, in_force = format_date(figures.as_of), format_date(newer.as_of)

        code = row.official_code
        moved = self.tr("Chỉ tiêu {}: số ghi ngày {} nay ghi ngày {}").format(code, in_force, day)

        def on_chosen(choice: int) -> None:
            if choice == 0:
                self.record(figures, of=row, replaces=newer.uid, ask_newer=False, told=moved)
            else:
                self.record(figures, of=row, ask_newer=False)

        self._context.ask.choose(
            self._window,
            self.tr("Chỉ tiêu {} đang dùng số ghi ngày {}, mới hơn ngày {}.").format(code, in_force, day),
            self.tr(
                "Nếu ngày {} ghi nhầm, sửa chính lần ghi đó. Nếu đây là số của một lần trước, ghi thêm: số "
                "ngày {} vẫn được dùng."
            ).format(in_force, in_force),
            [self.tr("&Sửa lần ghi ngày {}").format(in_force), self.tr("Ghi &thêm số cũ hơn")],
            on_chosen,
        )

    # Evidence

    def choose_files(self) -> None:
        filters = self.tr(
            "Tài liệu và ảnh (*.pdf *.jpg *.jpeg *.png *.webp *.docx *.xlsx *.txt);;Mọi tệp (*)"
        )
        title = self.tr("Chọn tệp minh chứng cho chỉ tiêu {}").format(self.name)
        self._context.ask.open_files(self._window, title, filters, self.attach)

    def attach(self, paths: list[Path]) -> None:
        """Copies the files in on a work thread, then links them all in one action."""
        tasks = self._context.tasks
        if self.detail is None or not paths:
            return

        def take_in(report: Report) -> list[IncomingFile]:
            return files.take_in_all(tasks.store, paths, report)

        tasks.work(
            take_in, partial(self._link, self.detail.row), self, title=self.tr("Đang nhận tệp minh chứng")
        )

    def _link(self, row: IndicatorRow, taken: list[IncomingFile]) -> None:
        today = self._context.tasks.today()
        skipped: list[str] = []

        def write(session: Session) -> Changes:
            attached = evidence.attach_all(session, files=taken, code=row.code, today=today)
            skipped.extend(attached.skipped)
            return attached.changes

        def done(_changes: Changes) -> None:
            added = counted(len(taken) - len(skipped))
            told = [*skipped, *(one.doubt for one in taken if one.doubt)]
            if skipped:
                title = self.tr("Đã thêm {} tệp minh chứng, bỏ qua {} tệp.").format(
                    added, counted(len(skipped))
                )
            else:
                title = self.tr("Đã thêm {} tệp minh chứng; có tệp nên mở xem lại.").format(added)
            if told:
                self._context.ask.tell(self._window, title, "\n".join(told))

        self._context.tasks.write(f"Thêm minh chứng chỉ tiêu {row.official_code}", write, done, self)

    def edit_evidence(self, entry: EvidenceEntry) -> None:
        view = entry.view
        self._write(
            f"Sửa minh chứng “{view.title}”",
            lambda session: evidence.edit(
                session,
                uid=view.uid,
                title=entry.title,
                pages=entry.pages,
                valid_from=entry.valid_from,
                valid_to=entry.valid_to,
                internal=entry.internal,
            ),
        )

    def detach(self, view: EvidenceView) -> None:
        code, today = self.code, self._context.tasks.today()
        self._write(
            f"Gỡ minh chứng “{view.title}” khỏi chỉ tiêu {self.name}",
            lambda session: evidence.detach(session, uid=view.uid, code=code, on=today),
            self.tr("Đã gỡ minh chứng khỏi chỉ tiêu {}").format(self.name),
        )

    def open_file(self, view: EvidenceView) -> None:
        open_stored(self._context, self._window, self, view.sha256, view.file_name)

    # Plan and responsibility

    def save_plan(self, fields: PlanFields, changed: Sequence[str]) -> None:
        self._save_plan(self.code, plans.edit_action(self.name, changed), fields)

    def _save_plan(self, code: str, action: str, fields: PlanFields, *, though_past: bool = False) -> None:
        today = self._context.tasks.today()
        self._context.tasks.write(
            action,
            lambda session: plans.save(
                session,
                code=code,
                on=today,
                decided_on=fields.decided_on,
                cause=fields.cause,
                solution=fields.solution,
                money=fields.money,
                deadline=fields.deadline,
                person_uid=fields.person_uid,
                though_past=though_past,
            ),
            lambda _changes: None,
            self,
            failed=partial(self._on_plan_refused, code, self.name, action, fields),
        )

    def _on_plan_refused(
        self, code: str, name: str, action: str, fields: PlanFields, error: NtmError
    ) -> None:
        if not isinstance(error, PastDeadline):
            self.plan_refused.emit()
            self._context.ask.problem(self._window, error)
            return
        self._context.ask.choose(
            self._window,
            self.tr("Lưu kế hoạch chỉ tiêu {} với hạn đã qua?").format(name),
            error.message,
            [self.tr("Vẫn lưu hạn này")],
            lambda _index: self._save_plan(code, action, fields, though_past=True),
            otherwise=self.plan_refused.emit,
        )

    def add_note(self, note: str) -> None:
        if self.detail is None or self.detail.plan is None:
            return
        uid, today = self.detail.plan.uid, self._context.tasks.today()
        self._write(
            f"Ghi tiến độ kế hoạch chỉ tiêu {self.name}",
            lambda session: plans.add_note(session, plan_uid=uid, on=today, note=note),
        )

    def close_plan(self) -> None:
        if self.detail is None or self.detail.plan is None:
            return
        uid, today = self.detail.plan.uid, self._context.tasks.today()
        self._write(
            f"Kết thúc kế hoạch chỉ tiêu {self.name}",
            lambda session: plans.close(session, plan_uid=uid, done_on=today),
            self.tr("Đã kết thúc kế hoạch chỉ tiêu {}").format(self.name),
        )

    def assign(self, answerable: Answerable) -> None:
        criterion, today = self.criterion, self._context.tasks.today()
        self._write(
            f"Phân công tiêu chí {criterion}",
            lambda session: responsibilities.assign(
                session,
                criterion=criterion,
                person_uid=answerable.person_uid,
                head_uid=answerable.head_uid,
                department=answerable.department,
                from_date=today,
            ),
        )

    def _write(self, action: str, write: Callable[[Session], Changes], told: str = "") -> None:
        def done(_changes: Changes) -> None:
            if told:
                self.told.emit(told)

        self._context.tasks.write(action, write, done, self)
