"""What so many participants can show, and what not: the chance that an obstacle is met at all, per track."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from sprint.insight.discovery import found_share
from sprint.records import Track
from sprint.study.charts import TRACK_ROLES
from ui.context import Context
from ui.widgets.labels import PlainLabel, TextLabel

_THIRD = 0.31
_SHARES = (
    (_THIRD, "study_ui.hits_third"),
    (0.10, "study_ui.hits_tenth"),
    (0.05, "study_ui.hits_twentieth"),
)
"""The shares of people an obstacle hits; about a third is the mean of the studies behind "five is enough"."""
_SURE, _EVEN = 0.84, 0.5
"""From here on a chance is called almost sure, or as good as a coin."""


class DetectionView(QFrame):
    """A small table: a row for each kind of obstacle, a column for each track."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setProperty("ground", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(6)
        column.addWidget(TextLabel(context, "study_ui.detection_title", role="bold"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(2)
        column.addLayout(self._grid)
        self._told = PlainLabel(role="small", wrap=True)
        column.addWidget(self._told)
        self._cells: dict[tuple[int, int], PlainLabel] = {}

    def show_numbers(self, numbers: Mapping[Track, int]) -> None:
        """Show the chances for so many participants per track."""
        t = self._context.texts
        self._set(0, 0, t("study_ui.detection_head"), "muted")
        for column, (track, count) in enumerate(numbers.items(), start=1):
            self._set(
                0, column, t("study_ui.detection_track", track=t(f"kind.track.{track.value}"), count=count), "bold"
            )
            self._cells[(0, column)].setStyleSheet(f"color: {self._context.theme.hex(TRACK_ROLES[track])};")
        for row, (share, key) in enumerate(_SHARES, start=1):
            self._set(row, 0, t(key), "")
            for column, count in enumerate(numbers.values(), start=1):
                self._set(row, column, self._chance(share, count), "")
        self._grid.setColumnStretch(len(numbers) + 1, 1)
        enough = all(found_share(_THIRD, count) >= _SURE for count in numbers.values())
        self._told.setText(t("study_ui.detection_enough" if enough else "study_ui.detection_few"))

    def _chance(self, share: float, count: int) -> str:
        t = self._context.texts
        if not count:
            return t("study_ui.nobody_yet")
        chance = found_share(share, count)
        percent = round(100 * chance)
        if chance >= _SURE:
            return t("study_ui.chance_sure", percent=percent)
        return t("study_ui.chance_even" if chance >= _EVEN else "study_ui.chance_low", percent=percent)

    def _set(self, row: int, column: int, words: str, role: str) -> None:
        label = self._cells.get((row, column))
        if label is None:
            label = self._cells[(row, column)] = PlainLabel(parent=self)
            self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignLeft)
            label.show()
        label.be(role)
        label.setText(words)
