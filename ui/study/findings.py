"""Personal data that was found in the sprint, each with one press to make it unreadable."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sprint.privacy import KIND_TEXTS
from sprint.study.private_words import PrivatePlace, private_places
from ui.bridge import SprintBridge
from ui.context import Context
from ui.study.covering import cover_places
from ui.widgets.button import Button
from ui.widgets.columns import ScrollColumn
from ui.widgets.labels import PlainLabel, TextLabel

_AROUND = 40
_MOST = 200
_TABLE_KEYS = {
    "observations": "study_ui.in_note",
    "answers": "study_ui.in_answer",
    "notes": "study_ui.in_exercise_note",
    "participants": "study_ui.in_participant",
    "interviews": "study_ui.in_debrief",
    "patterns": "study_ui.in_pattern",
    "cards": "study_ui.in_card",
    "steps": "study_ui.in_step",
    "personas": "study_ui.in_persona",
    "decisions": "study_ui.in_decision",
    "drafts": "study_ui.in_draft",
}


class FindingRow(QFrame):
    """One place: where it is, the words around it, and a button."""

    def __init__(self, context: Context, place: PrivatePlace, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        t = context.texts
        self.setProperty("ground", "warn")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        words = QVBoxLayout()
        words.setSpacing(2)
        kinds = ", ".join(dict.fromkeys(t(KIND_TEXTS[span.kind]) for span in place.spans))
        where = t(_TABLE_KEYS.get(place.table, "study_ui.in_text"))
        words.addWidget(PlainLabel(f"{where} · {kinds}", role="bold", wrap=True))
        first, last = place.spans[0].start, place.spans[-1].end
        start, end = max(0, first - _AROUND), min(len(text), last + _AROUND)
        shown = f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
        words.addWidget(PlainLabel(shown, wrap=True))
        row.addLayout(words, 1)
        self.cover = Button(context, "study_ui.cover")
        row.addWidget(self.cover)


class FindingsList(QWidget):
    """All places, the newest state of them whenever the page is looked at."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self.rows: list[FindingRow] = []
        self._places: list[PrivatePlace] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        self._title = PlainLabel(role="title")
        self.cover_all = Button(context, "study_ui.cover_all")
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.cover_all)
        column.addLayout(head)
        column.addWidget(TextLabel(context, "study_ui.findings_hint", role="muted", wrap=True))
        self._scroll = ScrollColumn(self, margin=0, spacing=8)
        self._scroll.column.setContentsMargins(0, 0, 12, 0)
        column.addWidget(self._scroll, 1)
        self.cover_all.clicked.connect(lambda: self.cover(self._places))

    def refresh(self) -> None:
        """Look through the whole sprint again."""
        document = self._bridge.document
        self._places = private_places(document, self._bridge.private_names)
        while (item := self._scroll.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for place in self._places[:_MOST]:
            record = document.get(place.record_id)
            row = FindingRow(self._context, place, str(getattr(record, place.field)), self._scroll.inside)
            row.cover.clicked.connect(lambda _=False, place=place: self.cover([place]))
            row.cover.setEnabled(not self._bridge.is_read_only)
            self.rows.append(row)
            self._scroll.column.addWidget(row)
            row.show()
        self._scroll.column.addStretch(1)
        t, count = self._context.texts, len(self._places)
        self._title.setText(t("study_ui.findings", count=count) if count else t("study_ui.no_findings"))
        self.cover_all.setVisible(count > 1 and not self._bridge.is_read_only)

    def cover(self, places: list[PrivatePlace]) -> None:
        """Make some places unreadable for good."""
        cover_places(self._context, self._bridge, places)
