"""What the answers say: dots and words beside each other, never a number without its n."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sprint.insight.survey import kano_beside_guess
from sprint.study.charts import dot_rows
from sprint.study.figures import FigureCard, figure_cards
from ui.bridge import SprintBridge
from ui.context import Context
from ui.study.chart import ChartView
from ui.study.kano_card import KanoCard
from ui.widgets.columns import ScrollColumn
from ui.widgets.labels import PlainLabel, TextLabel


class ResultsView(ScrollColumn):
    """One card for each thing that was asked."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=0, spacing=12)
        self._context, self._bridge = context, bridge
        self.column.setContentsMargins(0, 0, 12, 12)
        self.cards: list[QWidget] = []

    def refresh(self) -> None:
        """Make the cards anew: there are few, and they are read and not worked in."""
        while (item := self.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.cards = []
        document = self._bridge.document
        for figure in figure_cards(document, self._context.texts.translator):
            self._put(self._card(figure))
        for found in kano_beside_guess(document):
            self._put(KanoCard(self._context, self._bridge, found, self.inside))
        if not self.cards:
            self._put(TextLabel(self._context, "study_ui.no_results", role="muted", wrap=True))
        self.column.addStretch(1)
        self.settle()

    def _put(self, card: QWidget) -> None:
        self.cards.append(card)
        self.column.addWidget(card)
        card.show()

    def _card(self, figure: FigureCard) -> QFrame:
        card = QFrame(self.inside)
        card.setProperty("ground", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(4)
        inside.addWidget(PlainLabel(figure.title, role="lead_bold", wrap=True))
        if figure.note:
            inside.addWidget(PlainLabel(figure.note, role="small", wrap=True))
        number = self._context.texts.translator.number
        draw = partial(dot_rows, figure.rows, figure.scale, number=number)
        inside.addWidget(ChartView(self._context, draw, "\n".join(figure.told)))
        for line in figure.told:
            inside.addWidget(PlainLabel(line, wrap=True))
        for words in figure.words:
            inside.addWidget(PlainLabel(f"“{words}”", wrap=True))
        return card
