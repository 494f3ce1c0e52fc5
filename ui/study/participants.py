"""Who takes part: the list by code, everything about one of them, and what so many people can show and what not."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout

from sprint.diff import Diff
from sprint.edits.study import invite
from sprint.records import Attendance, Consent, ConsentTick, Participant, Persona, Study, Track
from sprint.study.charts import TRACK_ROLES
from sprint.study.consent import allows, consent_of
from sprint.study.texts import study_of
from ui.bridge import SprintBridge
from ui.context import Context
from ui.study.detection_view import DetectionView
from ui.study.participant_form import ATTENDANCE_KEYS, ParticipantForm, appointment_words
from ui.study.people import TRACK_SIGNS, code_words, participants_of, short_name, who_is
from ui.study.tab import StudyTab
from ui.study.withdrawing import withdraw
from ui.widgets.button import Button
from ui.widgets.columns import ScrollColumn
from ui.widgets.fields import ChoiceField, LineField, NumberField
from ui.widgets.labels import PlainLabel, TextLabel

_FORM_PX = 320
_MOST = 50
_ROW_PX = 32
_COLUMNS = (
    *("study_ui.code", "study_ui.track", "study_ui.persona", "study_ui.group", "study_ui.appointment"),
    *("study_ui.room", "study_ui.attendance", "study_ui.consent_short"),
)
_PERSONA = 2


class ParticipantsTab(StudyTab):
    """The list of participants with a form beside it."""

    MINDS = (Participant, Persona, Study, Consent)

    def __init__(self, context: Context, bridge: SprintBridge, parent: object = None) -> None:
        super().__init__(context, bridge)
        self.count = NumberField(_MOST)
        self.track, self.group = ChoiceField(context), LineField()
        self.add = Button(context, "study_ui.invite", kind="primary", icon="plus")
        self.table = QTableWidget(0, len(_COLUMNS), self)
        self.form = ParticipantForm(context, bridge)
        self.detection = DetectionView(context, self)
        self._withdrawn = PlainLabel(role="muted")
        self._dress_table()
        self._lay_out()
        self.add.clicked.connect(self._invite)
        for field in (self.count, self.group):
            field.returnPressed.connect(self._invite)
        self.table.itemSelectionChanged.connect(self._show_chosen)
        self.form.withdraw_asked.connect(self._withdraw)

    def _dress_table(self) -> None:
        table = self.table
        table.setObjectName("participants")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setIconSize(QSize(16, 16))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW_PX)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for place in (0, 1, 4, 6, 7):
            table.horizontalHeader().setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 16, 16, 16)
        row.setSpacing(20)
        left = QVBoxLayout()
        left.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(TextLabel(self.context, "study_ui.participants_title", role="title"))
        head.addWidget(TextLabel(self.context, "study_ui.participants_hint", role="muted"))
        head.addStretch(1)
        left.addLayout(head)
        new = QHBoxLayout()
        new.setSpacing(8)
        self.count.setFixedWidth(64)
        self.track.setMinimumWidth(150)
        self.group.setMaximumWidth(200)
        for part in (self.count, self.track, self.group, self.add):
            new.addWidget(part)
        new.addStretch(1)
        new.addWidget(self._withdrawn)
        left.addLayout(new)
        left.addWidget(self.table, 1)
        left.addWidget(self.detection)
        row.addLayout(left, 1)
        side = ScrollColumn(self, margin=0, spacing=8)
        side.setFixedWidth(_FORM_PX)
        side.column.addWidget(self.form)
        row.addWidget(side)

    # ---- showing

    @property
    def chosen(self) -> Participant | None:
        """The participant whose row is chosen."""
        item = self.table.item(self.table.currentRow(), 0)
        return who_is(self.document, str(item.data(Qt.ItemDataRole.UserRole))) if item is not None else None

    def refresh(self) -> None:
        """Show the list, the form and the table of chances."""
        t = self.context.texts
        self.table.setAccessibleName(t("study_ui.tab_participants"))
        self.count.setPlaceholderText("5")
        self.count.setAccessibleName(t("study_ui.how_many"))
        self.track.setAccessibleName(t("study_ui.track"))
        self.group.setAccessibleName(t("study_ui.group"))
        self.group.setPlaceholderText(t("study_ui.group"))
        self.track.show_choices([(one, t(f"kind.track.{one.value}")) for one in Track])
        for part in (self.count, self.track, self.group, self.add):
            part.setEnabled(not self.bridge.is_read_only)
        self._show_rows()
        gone = study_of(self.document).withdrawn
        self._withdrawn.setText(t("study_ui.withdrawn", count=gone) if gone else "")
        self.detection.show_numbers(self._numbers())
        self._show_chosen()

    def on_diff(self, diff: Diff) -> None:
        """Show what changed, with the same participant chosen."""
        self.refresh()

    def _show_rows(self) -> None:
        people, table, t = participants_of(self.document), self.table, self.context.texts
        chosen = self.chosen
        table.blockSignals(True)
        table.setHorizontalHeaderLabels([t(key) for key in _COLUMNS])
        table.setRowCount(len(people))
        for number, who in enumerate(people):
            for place, words in enumerate(self._cells(who)):
                item = QTableWidgetItem(words)
                item.setToolTip(self._whole_name(who) if place == _PERSONA else words)
                table.setItem(number, place, item)
            first = table.item(number, 0)
            first.setData(Qt.ItemDataRole.UserRole, who.id)
            font = self.context.theme.font("body", bold=True)
            first.setFont(font)
            sign = self.context.icons.icon(TRACK_SIGNS[who.track], TRACK_ROLES[who.track], 16)
            table.item(number, 1).setIcon(sign)
        wanted = chosen.id if chosen is not None else ""
        row = next((place for place, who in enumerate(people) if who.id == wanted), 0 if people else -1)
        table.setCurrentCell(row, 0)
        table.blockSignals(False)

    def _cells(self, who: Participant) -> tuple[str, ...]:
        t = self.context.texts
        consent = consent_of(self.document, who.id)
        agreed = allows(self.document, who.id, ConsentTick.TAKE_PART)
        said = t("study_ui.consent_yes") if agreed else t("study_ui.consent_no" if consent else "study_ui.consent_open")
        return (
            code_words(self.context, who),
            t(f"kind.track.{who.track.value}"),
            short_name(self.document, who.persona_id),
            who.group,
            appointment_words(self.context, who.appointment),
            who.room,
            t(ATTENDANCE_KEYS[who.attendance]),
            said,
        )

    def _whole_name(self, who: Participant) -> str:
        persona = self.document.get(who.persona_id) if who.persona_id else None
        return persona.name if isinstance(persona, Persona) else ""

    def _numbers(self) -> dict[Track, int]:
        """Count per track who comes or came."""
        away = (Attendance.ABSENT, Attendance.CANCELLED)
        numbers = {Track.SAVED: 0, Track.SPENT: 0}
        for who in participants_of(self.document):
            if who.attendance not in away and who.track in numbers:
                numbers[who.track] += 1
        return numbers

    def _show_chosen(self) -> None:
        self.form.show_participant(self.chosen)

    def take_focus(self) -> None:
        """Walk through the list, or begin it."""
        (self.table if self.table.rowCount() else self.count).setFocus()

    # ---- doing

    def _invite(self) -> None:
        number = self.count.number or 1
        track, group = Track(self.track.currentData() or ""), self.group.text().strip()
        made = self.tried(lambda: invite(self.document, self.bridge.ids, number, track=track, group=group))
        if made:
            self.count.clear()
            self.group.clear()
            self.table.setCurrentCell(self.table.rowCount() - number, 0)
            self.count.setFocus()

    def _withdraw(self, participant_id: str) -> None:
        who = who_is(self.document, participant_id)
        if who is not None and withdraw(self.context, self.bridge, who):
            self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what a narrow screen has no room for: it stands in the form as well."""
        super().resizeEvent(event)
        is_narrow = self.width() < 1_120
        for place in (3, 5):
            self.table.setColumnHidden(place, is_narrow)
