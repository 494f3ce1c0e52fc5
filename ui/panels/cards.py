"""The cards of a step on the panel: read, write, add in a lane, throw away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.document import Document
from sprint.edits.cards import add_card, change_card, move_card, set_card_text
from sprint.edits.delete import delete
from sprint.journeys import cards_of
from sprint.lanes import lanes_of
from sprint.records import Card, Journey, Lane, Record, Step
from ui.bridge import SprintBridge
from ui.context import Context
from ui.widgets.button import Button
from ui.widgets.columns import RecordColumn, RecordRow, inset
from ui.widgets.drafts import DraftKeeper
from ui.widgets.fields import ChoiceField, LineField, TextField
from ui.widgets.labels import PlainLabel, TextLabel
from ui.widgets.trash import TrashButton

INSET = 9
_OWNED = (Lane.OPPORTUNITY, Lane.IDEA, Lane.FRONTSTAGE, Lane.BACKSTAGE, Lane.LEGAL)


def offered_lanes(document: Document, journey_id: str, also: Lane | None = None) -> list[Lane]:
    """Give the lanes that are on in a journey, in the order in which they are drawn, and one that must be there."""
    journey = document.get(journey_id)
    chosen = lanes_of(journey) if isinstance(journey, Journey) else ()
    return [lane for lane in Lane if lane in chosen or lane is also]


class CardRow(RecordRow):
    """One card in the colour of its lane: label, words and, where somebody has to act or it is alone, whose it is."""

    def __init__(
        self,
        context: Context,
        bridge: SprintBridge,
        card: Card,
        *,
        is_alone: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_alone = is_alone
        self._context, self._bridge, self._card = context, bridge, card
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build()
        self.field.typed.connect(self._on_text)
        self.owner.typed.connect(self._on_owner)
        for field in (self.field, self.owner):
            field.left.connect(bridge.break_merge)
        self.field.entered.connect(self.field.clearFocus)
        self.owner.returnPressed.connect(self.owner.clearFocus)
        self.trash.clicked.connect(lambda: bridge.do(delete(bridge.document, [self._card.id])))
        context.theme.changed.connect(self._restyle)
        context.texts.changed.connect(self._retranslate)
        self.show_record(card)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 6)
        column.setSpacing(0)
        head = QHBoxLayout()
        self._label = PlainLabel()
        self.trash = TrashButton(self._context, "panel.cards.delete", on_card=True, parent=self)
        head.addLayout(inset(self._label, INSET), 1)
        head.addWidget(self.trash)
        column.addLayout(head)
        self.field = TextField(self)
        column.addWidget(self.field)
        self.owner = LineField(self, bare=True)
        self._person = PlainLabel()
        whose = inset(self._person, INSET)
        whose.addWidget(self.owner, 1)
        column.addLayout(whose)

    def show_record(self, record: Record) -> None:
        """Show this state of the card."""
        if not isinstance(record, Card):
            return
        has_moved = record.lane is not self._card.lane or not self.styleSheet()
        self._card = record
        t = self._context.texts
        lane = t(f"kind.lane.{record.lane.value}")
        self._label.setText(f"§ {lane}" if record.lane is Lane.LEGAL else lane)
        self.field.show_text(record.text)
        self.field.setAccessibleName(t("panel.cards.name", lane=lane))
        self.field.setPlaceholderText(t("panel.cards.text_hint"))
        self.owner.show_text(record.owner)
        for widget in (self.owner, self._person):
            widget.setVisible(self._is_alone or record.lane in _OWNED or bool(record.owner))
        self.owner.setPlaceholderText(t("panel.cards.owner_hint"))
        self.owner.setAccessibleName(t("panel.cards.owner"))
        self.owner.setToolTip(t("panel.cards.owner"))
        if has_moved:
            self._restyle()

    def _retranslate(self) -> None:
        self.show_record(self._card)

    def _on_text(self, text: str) -> None:
        diff = set_card_text(self._bridge.document, self._card.id, text)
        if not self._bridge.do(diff, merge=f"card.{self._card.id}.text"):
            self.show_record(self._card)

    def _on_owner(self, owner: str) -> None:
        diff = change_card(self._bridge.document, self._card.id, owner=owner)
        if not self._bridge.do(diff, merge=f"card.{self._card.id}.owner"):
            self.show_record(self._card)

    def _restyle(self) -> None:
        theme = self._context.theme
        ground, ink = theme.hex(f"card_{self._card.lane.family.value}"), theme.hex("on_card")
        edge = f"1px solid {theme.hex('card_line')}" if self._card.lane.family is Lane.QUOTE else "none"
        self.setStyleSheet(f"QWidget#card {{ background: {ground}; border-radius: 8px; border: {edge}; }}")
        words = f"color: {ink}; placeholder-text-color: {theme.hex('on_card_muted')};"
        quiet = f"background: transparent; border-color: {ink};"
        self.field.setStyleSheet(f"QPlainTextEdit {{ {words} }} QPlainTextEdit:focus {{ {quiet} }}")
        self.owner.setStyleSheet(f"QLineEdit {{ {words} }} QLineEdit:focus {{ {quiet} }}")
        self._person.setPixmap(self._context.icons.pixmap("person", "on_card_muted", 16))
        self._label.setStyleSheet(f"color: {ink}; font-size: {theme.size('small')}px; font-weight: bold;")


class CardsTab(QWidget):
    """All cards of a step, in the order of the lanes, and the line for the next one."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._step_id, self._journey_id = "", ""
        column = QVBoxLayout(self)
        column.setContentsMargins(INSET, 8, INSET, 0)
        column.setSpacing(8)
        self.lane = ChoiceField(context, self)
        self.line = LineField(self)
        for part in (self.lane, self.line):
            column.addWidget(part)
            part.setVisible(not bridge.is_read_only)
        self._empty = TextLabel(context, "panel.cards.empty", role="muted", wrap=True)
        column.addWidget(self._empty)
        self.rows = RecordColumn(lambda card: CardRow(context, bridge, card), self.line, self)
        column.addWidget(self.rows)
        self.line.returnPressed.connect(self._on_enter)
        self._draft = DraftKeeper(bridge, self.line, self, "card", self._on_enter)
        context.texts.changed.connect(self._retranslate)
        self._retranslate()

    def show_step(self, step: Step, *, is_wanted: bool) -> int:
        """Show the cards of this step; gives how many there are. A card being written is kept at the step before.

        A row costs 4 ms and choosing a step may not be felt: rows are made when the tab is open (`is_wanted`).
        """
        self._draft.show_place(step.id)
        self._step_id, self._journey_id = step.id, step.journey_id
        self._show_lanes()
        lanes = list(Lane)
        cards = sorted(cards_of(self._bridge.document, step.id), key=lambda card: lanes.index(card.lane))
        self._empty.setVisible(not cards)
        self.rows.show_records(cards if is_wanted else [])
        return len(cards)

    def _retranslate(self) -> None:
        t = self._context.texts
        self._show_lanes()
        self.lane.setAccessibleName(t("panel.cards.lane"))
        self.line.setPlaceholderText(t("panel.cards.hint"))
        self.line.setAccessibleName(t("panel.cards.new"))

    def _show_lanes(self) -> None:
        t = self._context.texts
        lanes = offered_lanes(self._bridge.document, self._journey_id)
        self.lane.show_choices([(lane, t(f"kind.lane.{lane.value}")) for lane in lanes])

    def _on_enter(self) -> None:
        text = self.line.text().strip()
        if not text or self._bridge.document.get(self._step_id) is None:
            return
        lane = Lane(self.lane.currentData())
        if self._bridge.do(add_card(self._bridge.document, self._bridge.ids, self._step_id, lane, text)):
            self._draft.done()


class CardPage(QWidget):
    """One selected card: its words, its lane, whose it is, and the way to its step."""

    step_requested = Signal(str)

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._card: Card | None = None
        self._row: CardRow | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(INSET, 0, INSET, 0)
        self._column.setSpacing(8)
        self._crumb = PlainLabel(role="muted", wrap=True)
        self._column.addWidget(self._crumb)
        self._column.addWidget(TextLabel(context, "panel.cards.lane", role="section"))
        self.lane = ChoiceField(context, self)
        self._column.addWidget(self.lane)
        self.to_step = Button(context, "panel.cards.to_step", kind="link")
        self.to_step.setStyleSheet(f"min-height: {context.theme.size('target.mouse')}px;")
        self._column.addWidget(self.to_step, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.lane.chosen.connect(self._on_lane)
        self.to_step.clicked.connect(self._on_step)
        context.texts.changed.connect(self._retranslate)
        self._retranslate()

    @property
    def row(self) -> CardRow | None:
        """The card as it is shown."""
        return self._row

    def show_ids(self, ids: list[str]) -> None:
        """Show this card."""
        card = self._bridge.document.require(Card, ids[0])
        if self._card is not None and self._row is not None and self._card.id == card.id:
            self._row.show_record(card)
        else:
            self._replace_row(card)
        self._card = card
        self._retranslate()
        self.lane.show_value(card.lane)

    def touches(self, diff: Diff) -> bool:
        """Whether this diff changes what is shown."""
        return self._card is not None and (self._card.id in diff.changes or self._card.step_id in diff.changes)

    def _replace_row(self, card: Card) -> None:
        if self._row is not None:
            self._row.hide()
            self._row.deleteLater()
        self._row = CardRow(self._context, self._bridge, card, is_alone=True, parent=self)
        self._column.insertWidget(1, self._row)

    def _retranslate(self) -> None:
        t, card = self._context.texts, self._card
        lanes = offered_lanes(self._bridge.document, card.journey_id, card.lane) if card is not None else []
        self.lane.show_choices([(lane, t(f"kind.lane.{lane.value}")) for lane in lanes])
        self.lane.setAccessibleName(t("panel.cards.lane"))
        step = self._bridge.document.get(self._card.step_id) if self._card is not None else None
        if isinstance(step, Step):
            self._crumb.setText(t("panel.cards.at_step", title=step.title))

    def _on_lane(self, lane: object) -> None:
        if self._card is not None:
            self._bridge.do(move_card(self._bridge.document, self._card.id, self._card.step_id, Lane(lane)))

    def _on_step(self) -> None:
        if self._card is not None:
            self.step_requested.emit(self._card.step_id)
