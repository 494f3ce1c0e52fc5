"""A quiet strip that shows two notes that say nearly the same, and does nothing by itself."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from sprint.insight.near import NearPair, near_pairs
from ui.context import Context
from ui.widgets.button import Button
from ui.widgets.labels import ElidedLabel, PlainLabel


class NearStrip(QFrame):
    """One pair at a time; pairs on one heap and pairs that a person put aside are not shown."""

    together = Signal(str, str)
    """Put these two notes on one heap."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._texts: dict[str, str] = {}
        self._pairs: list[NearPair] = []
        self._homes: dict[str, str] = {}
        self._aside: set[frozenset[str]] = set()
        self.setProperty("ground", "now")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = PlainLabel(role="bold")
        self._words = ElidedLabel()
        self.join = Button(context, "work.near_join", kind="link")
        self.skip = Button(context, "work.near_skip", kind="link")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 10, 4)
        row.setSpacing(10)
        row.addWidget(self._label)
        row.addWidget(self._words, 1)
        row.addWidget(self.join)
        row.addWidget(self.skip)
        self.join.clicked.connect(self._join)
        self.skip.clicked.connect(self._skip)
        self.hide()

    @property
    def pair(self) -> NearPair | None:
        """The pair that is shown."""
        return next((pair for pair in self._pairs if self._is_open(pair)), None)

    def show_notes(self, notes: Mapping[str, tuple[str, str]]) -> None:
        """Look at other notes: the words and the heap of each."""
        texts = {note_id: words for note_id, (words, _) in notes.items()}
        self._homes = {note_id: heap for note_id, (_, heap) in notes.items()}
        if texts != self._texts:
            self._texts = texts
            self._pairs = near_pairs(texts)
        self._say()

    def press(self, key: str) -> None:
        """Answer by key: "j" together, "x" not the same."""
        if self.pair is not None:
            if key == "j":
                self._join()
            else:
                self._skip()

    def _is_open(self, pair: NearPair) -> bool:
        homes = self._homes.get(pair.first, ""), self._homes.get(pair.second, "")
        return "" in homes and frozenset((pair.first, pair.second)) not in self._aside

    def _join(self) -> None:
        if self.pair is not None:
            self.together.emit(self.pair.first, self.pair.second)

    def _skip(self) -> None:
        if self.pair is not None:
            self._aside.add(frozenset((self.pair.first, self.pair.second)))
            self._say()

    def _say(self) -> None:
        pair, t = self.pair, self._context.texts
        self.setVisible(pair is not None)
        if pair is None:
            return
        self._label.setText(t("work.near"))
        words = (" ".join(self._texts[one].split()) for one in (pair.first, pair.second))
        self._words.setText(" ≈ ".join(f"“{text}”" for text in words))
