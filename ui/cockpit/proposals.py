"""Three ways to give way when a day does not run as planned: each with its price, taken by one key, never by itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sprint.programme.replan import Proposal, ProposalKind, proposals
from ui.bridge import SprintBridge
from ui.cockpit.preview import PreviewRow, TimetablePreview, preview_rows
from ui.cockpit.run_clock import RunClock
from ui.context import Context
from ui.panels.blocks import BlockNames
from ui.widgets.button import Button
from ui.widgets.labels import PlainLabel

_WIDEST = 1240
_TALLEST = 660
_EDGE = 16
_TITLES = {
    ProposalKind.SHRINK: "cockpit.proposal.shrink",
    ProposalKind.DROP: "cockpit.proposal.drop",
    ProposalKind.TOMORROW: "cockpit.proposal.tomorrow",
    ProposalKind.GROW: "cockpit.proposal.grow",
    ProposalKind.BRING_BACK: "cockpit.proposal.bring_back",
    ProposalKind.SHIFT: "cockpit.proposal.shift",
}
_TAKE = ("cockpit.take_first", "cockpit.take_second", "cockpit.take_third")
_KEYS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}


class ProposalCard(QFrame):
    """One proposal: what it is, what it costs, what the day becomes, and a button to take it."""

    taken = Signal()

    def __init__(self, context: Context, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._number = context, number
        self.proposal: Proposal | None = None
        self.setProperty("ground", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        self.title = PlainLabel(role="title", wrap=True)
        self.price = PlainLabel(role="lead", wrap=True)
        self.preview = TimetablePreview(context, self)
        self.take = Button(context, _TAKE[number])
        self.take.setStyleSheet(f"min-height: {context.theme.size('target.touch') - 2}px; font-size: 16px;")
        self.take.clicked.connect(self.taken)
        for part, stretch in ((self.title, 0), (self.price, 0), (self.preview, 1), (self.take, 0)):
            column.addWidget(part, stretch)

    def show_proposal(self, proposal: Proposal, rows: Sequence[PreviewRow]) -> None:
        """Show another proposal, and what the day becomes."""
        self.proposal = proposal
        t = self._context.texts
        self.title.setText(f"{self._number + 1} · {t(_TITLES[proposal.kind])}")
        self.price.setText(t.translator.label(proposal.consequence))
        self.preview.show_rows(rows if proposal.can_take else ())
        self.take.setEnabled(proposal.can_take)
        self.setAccessibleName(f"{self.title.text()}. {self.price.text()}")


class ProposalsPanel(QFrame):
    """Lies over the work until a proposal is taken or it is closed; asks, and does nothing by itself."""

    closed = Signal()
    taken = Signal(object)
    """The Proposal that was taken."""

    def __init__(
        self, context: Context, bridge: SprintBridge, clock: RunClock, names: BlockNames, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._bridge, self._clock, self._names = context, bridge, clock, names
        self.setObjectName("proposals")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 16, 24, 24)
        page.setSpacing(12)
        top = QHBoxLayout()
        self._title = PlainLabel(role="heading", wrap=True)
        top.addWidget(self._title, 1)
        close = Button(context, kind="quiet", icon="close", name_key="cockpit.close")
        close.clicked.connect(self.close_panel)
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        page.addLayout(top)
        self._empty = PlainLabel(role="lead", wrap=True)
        page.addWidget(self._empty)
        row = QHBoxLayout()
        row.setSpacing(16)
        self.cards = [ProposalCard(context, number, self) for number in range(3)]
        for card in self.cards:
            card.taken.connect(lambda card=card: self.take(card))
            row.addWidget(card, 1)
        page.addLayout(row, 1)
        clock.changed.connect(self._on_clock)
        context.texts.changed.connect(self._on_clock)
        context.theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def lie_in(self, room: QRect) -> None:
        """Lie over the lower right of `room`."""
        width, height = min(_WIDEST, room.width() - 2 * _EDGE), min(_TALLEST, room.height() - 2 * _EDGE)
        self.setGeometry(room.right() - width - _EDGE, room.bottom() - height - _EDGE, width, height)

    def open_panel(self) -> None:
        """Make proposals for this moment and show them."""
        self._refresh()
        self.show()
        self.raise_()
        self.setFocus()

    def close_panel(self) -> None:
        """Leave everything as it is."""
        self.hide()
        self.closed.emit()

    def take(self, card: ProposalCard) -> None:
        """Do what a card says; Ctrl+Z takes it back."""
        proposal = card.proposal
        if not card.isVisible() or proposal is None or not proposal.can_take:
            return
        self.hide()
        if not proposal.diff or self._bridge.do(proposal.diff):
            self.taken.emit(proposal)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take with 1, 2 or 3; Esc leaves everything as it is."""
        place = _KEYS.get(Qt.Key(event.key()))
        if place is not None:
            self.take(self.cards[place])
        elif event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def _on_clock(self) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        found = self._found()
        self._say(bool(found))
        today = self._clock.today
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(found))
            if place < len(found) and today is not None:
                rows = preview_rows(self._bridge.document, today.day.id, found[place], self._names.title)
                card.show_proposal(found[place], rows)
        best = next((place for place, proposal in enumerate(found) if proposal.can_take), None)
        for place, card in enumerate(self.cards):
            card.take.set_kind("primary" if place == best else "plain")

    def _found(self) -> tuple[Proposal, ...]:
        today = self._clock.today
        if today is None or not today.is_live:
            return ()
        now, names = self._bridge.read_clock(), self._names
        return proposals(self._bridge.document, today.day, today.minute, now, names.catalogue, names.title)

    def _say(self, is_any: bool) -> None:
        today, t = self._clock.today, self._context.texts
        is_live = today is not None and today.is_live
        minutes = today.behind if today is not None else 0
        if minutes:
            key = "cockpit.proposals_behind" if minutes > 0 else "cockpit.proposals_ahead"
            self._title.setText(t(key, count=abs(minutes)))
        else:
            self._title.setText(t("cockpit.proposals_none" if is_live else "cockpit.proposals"))
        self.setAccessibleName(self._title.text())
        self._empty.setText(t("cockpit.proposals_calm" if is_live else "cockpit.proposals_not_now"))
        self._empty.setVisible(not is_any)

    def _restyle(self) -> None:
        theme = self._context.theme
        self.setStyleSheet(
            f"QFrame#proposals {{ background: {theme.hex('paper')}; border: 1px solid {theme.hex('line')};"
            f" border-radius: {theme.size('radius.band')}px; }}"
        )
