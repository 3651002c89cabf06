"""Sao lưu: where copies go, making one now, putting one back, and checking that everything is still whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication

from ntm_desktop import settings
from ntm_desktop.changes import Changes
from ntm_desktop.errors import NtmError
from ntm_desktop.services import backup, check, commune
from ntm_desktop.services.backup import BackupResult, Restored, RestorePreview
from ntm_desktop.services.check import CheckReport
from ntm_desktop.text import counted, format_decimal, format_int, format_moment
from ui.context import Context
from ui.dialogs.restore import RestoreDialog
from ui.models.rows import Cell, Column, Row
from ui.pages.setup_section import Problem, RecordList, Section, fit_rows
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.table import Table

if TYPE_CHECKING:
    from ui.tasks import Database, Report, Session

_MOST_PLACES = 4
_PATH_LEAST = 160  # px


@dataclass(frozen=True, slots=True)
class _Places:
    chosen: tuple[str, ...]
    backups: tuple[tuple[Path, BackupResult], ...]  # with the place that holds it, newest first
    missing: frozenset[str]


def _look(folder: Path) -> _Places:
    chosen = settings.load(folder).backup_places
    places = [backup.own_place(folder), *(Path(place) for place in chosen)]
    found = [(place, held) for place in places for held in backup.list_backups(place=place)]
    found.sort(key=lambda pair: pair[1].manifest.made_at, reverse=True)
    return _Places(
        chosen, tuple(found), frozenset(str(place) for place in places[1:] if not place.parent.is_dir())
    )


def _make(database: Database, folder: Path, at: datetime) -> tuple[str, ...]:
    """A copy in every place; what went wrong with some of them."""
    problems = []
    for place in (backup.own_place(folder), *map(Path, settings.load(folder).backup_places)):
        try:
            backup.make(database, to=place, at=at)
        except NtmError as error:
            problems.append(error.message)
    return tuple(problems)


class BackupSection(Section):
    TABLES: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._manifest = Path()
        self._places = RecordList(
            (Column(self.tr("Nơi sao lưu")), Column(self.tr("Tình trạng"), 190)),
            self.tr("Nơi sao lưu"),
            add=self.tr("Thê&m nơi sao lưu"),
            remove=self.tr("&Bỏ nơi này"),
            hint=self.tr(
                "Mỗi lần đóng, chương trình sao lưu vào các nơi này. Thêm một ổ khác, tốt nhất là USB: "
                "ổ cứng hỏng thì số liệu vẫn còn."
            ),
        )
        self._table = Table(
            (
                Column(self.tr("Số"), 44, right=True, full_title=self.tr("Số của bản sao lưu ở nơi này")),
                Column(self.tr("Lúc"), 126),
                Column(self.tr("Vì sao"), 160),
                Column(self.tr("Việc cuối trong bản này")),
                Column(self.tr("Cỡ (MB)"), 80, right=True),
                Column(self.tr("Tệp"), 60, right=True, full_title=self.tr("Số tệp minh chứng")),
                Column(self.tr("Nơi"), 230),
            ),
            self.tr("Các bản sao lưu"),
        )
        self._folder = ElidedLabel(str(context.folder), "body", "text2")
        self._make = Button(self.tr("&Sao lưu ngay"), "primary", "save")
        self._restore = Button(self.tr("&Phục hồi"), icon="archive-restore")
        self._other = Button(self.tr("Phục hồi từ nơi &khác"), icon="folder-open")
        self._check = Button(self.tr("Kiểm tra &dữ liệu"), icon="clipboard-check")
        self._check_deep = Button(
            self.tr("K&iểm tra kỹ"), tip=self.tr("Đọc lại từng tệp; có thể mất vài phút")
        )
        self._none = Label(self.tr("Chưa có bản sao lưu nào."), "body", "text2")
        self._told = Label("", "body", "met", wrap=True)
        self._told.hide()
        self._problem = Problem()
        self._lay_out()
        self._places.add_requested.connect(self._on_add_place)
        self._places.remove_requested.connect(self._on_remove_place)
        self._table.current_changed.connect(self._on_current_changed)
        self._table.opened.connect(self._on_restore)
        self._make.clicked.connect(self._on_make)
        self._restore.clicked.connect(self._on_restore)
        self._other.clicked.connect(self._on_other)
        self._check.clicked.connect(self._on_check)
        self._check_deep.clicked.connect(self._on_check)
        context.events.changed.connect(self._on_changed)

    def reload(self) -> None:
        folder = self.context.folder
        self.context.tasks.work(lambda _report: _look(folder), self._on_looked, self)

    # Places

    def _on_looked(self, places: _Places) -> None:
        own = self.tr("Thư mục dữ liệu (luôn có)")
        rows = [Row((Cell(str(backup.own_place(self.context.folder))), Cell(own, "text2")), None)]
        for place in places.chosen:
            gone = place in places.missing
            state = (
                Cell(self.tr("Không thấy, cắm lại ổ"), "unmet")
                if gone
                else Cell(self.tr("Sẵn sàng"), "text2")
            )
            rows.append(Row((Cell(place, tooltip=place), state), place))
        self._places.show_rows(rows)
        fit_rows(self._places.table, len(rows), _MOST_PLACES)
        self._table.show_rows([_row(place, held) for place, held in places.backups])
        self._table.setVisible(bool(places.backups))
        self._none.setVisible(not places.backups)
        self._on_current_changed(self._table.current_data())

    def _on_add_place(self) -> None:
        self.context.ask.folder(self, self.tr("Chọn nơi sao lưu"), self._add_place)

    def _add_place(self, place: Path) -> None:
        self._clear()
        try:
            backup.refuse_inside(place, self.context.folder)
        except NtmError as error:
            self._problem.show_error(error)
            return

        def own(session: Session) -> Path:
            return backup.place_in(place, commune_name=commune.load(session).name)

        self.context.tasks.read(own, self._on_place, self)

    def _on_place(self, place: Path) -> None:
        self._save_places(str(place), add=True)

    def _on_remove_place(self, place: str) -> None:
        self._save_places(place, add=False)

    def _save_places(self, place: str, *, add: bool) -> None:
        folder = self.context.folder

        def save(_report: Report) -> _Places:
            kept = settings.load(folder)
            others = tuple(known for known in kept.backup_places if known != place)
            settings.save(replace(kept, backup_places=(*others, place) if add else others), folder)
            return _look(folder)

        self.context.tasks.work(save, self._on_looked, self)

    # Making and checking

    def _on_make(self) -> None:
        folder, at = self.context.folder, self.context.tasks.now()
        self._clear()
        self.context.tasks.data(
            lambda database, _report: _make(database, folder, at),
            self._on_made,
            self,
            title=self.tr("Đang sao lưu"),
        )

    def _on_made(self, problems: tuple[str, ...]) -> None:
        if problems:
            self._problem.show_error(NtmError(self.tr("Có nơi chưa sao lưu được."), problems))
        else:
            self._tell(self.tr("Đã sao lưu và đọc lại kiểm tra."))
        self.context.events.changed.emit(Changes(), self)  # no row, but the status bar names the last backup
        self.reload()

    def _on_check(self) -> None:
        deep, now = self.sender() is self._check_deep, self.context.tasks.now()
        self._clear()

        def look(session: Session) -> CheckReport:
            return check.check(session, deep=deep, now=now)

        self.context.tasks.read(look, self._on_checked, self, title=self.tr("Đang kiểm tra dữ liệu"))

    def _on_checked(self, report: CheckReport) -> None:
        if report.problems:
            self._problem.show_error(
                NtmError(self.tr("Dữ liệu có chỗ không còn nguyên vẹn."), report.problems)
            )
            return
        if report.deep:
            words = self.tr("Dữ liệu nguyên vẹn: {} việc trong lịch sử, đã đọc lại {} tệp.")
        else:
            words = self.tr("Dữ liệu nguyên vẹn: {} việc trong lịch sử, có đủ {} tệp.")
        self._tell(words.format(counted(report.entries), counted(report.files)))

    # Putting back

    def _on_current_changed(self, data: object) -> None:
        self._restore.setEnabled(data is not None)

    def _on_restore(self) -> None:
        manifest = self._table.current_data()
        if isinstance(manifest, Path):
            self._preview(manifest)

    def _on_other(self) -> None:
        title, filters = self.tr("Chọn bản sao lưu"), self.tr("Bản sao lưu (manifest.json)")
        self.context.ask.open_files(self, title, filters, self._on_other_chosen, many=False)

    def _on_other_chosen(self, paths: list[Path]) -> None:
        self._preview(paths[0])

    def _preview(self, manifest: Path) -> None:
        self._clear()
        self.context.tasks.data(
            lambda database, _report: (backup.preview_restore(database, manifest=manifest), manifest),
            self._on_preview,
            self,
            failed=self._problem.show_error,
        )

    def _on_preview(self, found: tuple[RestorePreview, Path]) -> None:
        preview, manifest = found
        self._manifest = manifest
        dialog = RestoreDialog(self, preview)
        dialog.confirmed.connect(self._on_confirmed)
        dialog.open()

    def _on_confirmed(self) -> None:
        folder, manifest = self.context.folder, self._manifest
        at, by = self.context.tasks.now(), self.context.tasks.by
        self.context.tasks.closed(
            lambda: backup.restore(folder, manifest=manifest, at=at, by=by, incomplete=True),
            self._on_restored,
            self,
            title=self.tr("Đang phục hồi"),
            failed=self._problem.show_error,
        )

    def _on_restored(self, restored: Restored) -> None:
        self.context.events.changed.emit(backup.EVERYTHING, self)
        said = self.tr("Đã phục hồi bản lúc {}.").format(format_moment(restored.manifest.made_at))
        if restored.lost:
            lost = self.tr("Không phục hồi được các tệp đã mất: {}. Đính kèm lại các tệp này.")
            said = f"{said} {lost.format(', '.join(restored.lost))}"
        self._tell(said)
        self.reload()

    # Showing

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        """What was told holds of the data as they were then."""
        if changes:
            self._told.hide()

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.show()

    def _clear(self) -> None:
        self._told.hide()
        self._problem.clear_error()

    def _lay_out(self) -> None:
        where = FlowLayout()
        where.addWidget(Label(self.tr("Thư mục dữ liệu:"), "body", "text2"))
        where.add(self._folder, least=_PATH_LEAST, grows=True)
        where.addWidget(self._check)
        where.addWidget(self._check_deep)
        places = Card(self.tr("Nơi sao lưu"))
        places.body.addWidget(self._places, 1)
        bar, buttons = FlowLayout(), FlowLayout()
        for button in (self._other, self._restore, self._make):
            buttons.addWidget(button)
        bar.add(Label(self.tr("Các bản sao lưu"), "card"), grows=True)
        bar.add(buttons)
        backups = Card()
        backups.body.addLayout(bar)
        backups.body.addWidget(self._none)
        backups.body.addWidget(self._table, 1)
        backups.body.addStretch(0)
        self.column.addLayout(where)
        self.column.addWidget(self._told)
        self.column.addWidget(self._problem)
        self.column.addWidget(places)
        self.column.addWidget(backups, 1)


def _reason(key: str) -> str:
    translate = QCoreApplication.translate
    words = {
        "asked": translate("BackupSection", "Sao lưu ngay"),
        "close": translate("BackupSection", "Khi đóng chương trình"),
        "migration": translate("BackupSection", "Trước khi nâng cấp"),
        "restore": translate("BackupSection", "Trước khi phục hồi"),
    }
    return words[key]


def _row(place: Path, held: BackupResult) -> Row:
    manifest = held.manifest
    action = manifest.newest.action if manifest.newest else ""
    cells = (
        Cell(str(manifest.number), "text2"),
        Cell(format_moment(manifest.made_at)),
        Cell(_reason(manifest.reason)),
        Cell(action, tooltip=action),
        Cell(format_decimal(held.size // 1000, 1)),
        Cell(format_int(len(manifest.files))),
        Cell(str(place), "text2", tooltip=str(place)),
    )
    return Row(cells, held.path)
