"""How the next vote goes: which method, how dots are counted, who votes, with how many dots."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from sprint.records import Counting, Person
from sprint.votes.methods import VoteMethods
from ui.bridge import SprintBridge
from ui.context import Context
from ui.exercises.vote_desk import VoteSetup
from ui.widgets.check import CheckBox
from ui.widgets.fields import ChoiceField, NumberField
from ui.widgets.labels import PlainLabel, TextLabel

_MOST_VOTERS, _MOST_DOTS, _NOBODY_KNOWN = 60, 40, 6
_FACILITATOR = "facilit"
"""How the role of a facilitator begins in both languages; she counts and does not vote."""


class VoteSetupForm(QWidget):
    """Fields with what the method of the exercise says filled in; a person may change all of it."""

    changed = Signal()

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self.methods = VoteMethods.from_assets()
        self._method = self.methods.method("two_dots")
        self._options = 0
        self.method = ChoiceField(context, self)
        self.counting = ChoiceField(context, self)
        self.options = ChoiceField(context, self)
        self.voters = NumberField(_MOST_VOTERS, self)
        self.dots = NumberField(_MOST_DOTS, self)
        self.decider = NumberField(_MOST_DOTS, self)
        self.own = CheckBox(context, self)
        self.own.setChecked(True)
        self._explain = PlainLabel(role="muted", wrap=True)
        self._labels: dict[str, TextLabel] = {}
        self._lay_out()
        self.method.chosen.connect(self._on_method)
        self.options.chosen.connect(lambda _value: self.changed.emit())
        self.counting.chosen.connect(lambda _value: self.changed.emit())
        self.voters.counted.connect(lambda _number: self._fill_dots())
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        fields = (
            ("vote.method", self.method, 3),
            ("vote.counting", self.counting, 3),
            ("vote.options", self.options, 2),
            ("vote.voters", self.voters, 1),
            ("vote.dots", self.dots, 1),
            ("vote.decider_dots", self.decider, 1),
        )
        for place, (key, field, stretch) in enumerate(fields):
            label = self._labels[key] = TextLabel(self._context, key, role="muted")
            grid.addWidget(label, 0, place)
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, stretch)
        for number in (self.voters, self.dots, self.decider):
            number.setMaximumWidth(96)
        column.addLayout(grid)
        column.addWidget(self._explain)
        column.addWidget(self.own)

    # ---- what it says

    def setup(self) -> VoteSetup:
        """Give how the next vote goes."""
        return VoteSetup(
            self._method,
            Counting(self.counting.currentData() or Counting.HANDS),
            self.voters.number,
            self.dots.number,
            self.decider.number if self._method.has_decider_ballot else 0,
            self.own.isChecked(),
        )

    @property
    def by_heap(self) -> bool:
        """Whether heaps are voted on instead of notes."""
        return self.options.currentData() == "heaps"

    def show_exercise(self, exercise: str) -> None:
        """Begin with the method of an exercise."""
        self._method = self.methods.first_for(exercise)
        self.method.show_value(self._method.id)
        self._fill()

    def show_options(self, count: int, *, has_heaps: bool) -> None:
        """Say how many options there are now; some methods give dots by that."""
        self.options.setVisible(has_heaps)
        self._labels["vote.options"].setVisible(has_heaps)
        if count != self._options:
            self._options = count
            self._fill_dots()

    def retranslate(self) -> None:
        """Say everything again in the language of the screen."""
        t, language = self._context.texts, self._context.texts.language
        self.method.show_choices([(one, self.methods.method(one).title.get(language)) for one in self.methods.ids])
        self.method.show_value(self._method.id)
        self.counting.show_choices([(one, t(f"vote.counting.{one.value}")) for one in Counting])
        self.options.show_choices([("notes", t("vote.on_notes")), ("heaps", t("vote.on_heaps"))])
        self.own.setText(t("vote.own_allowed"))
        self.own.setAccessibleName(t("vote.own_allowed"))
        self._explain.setText(self._method.explain.get(language))
        for field, key in (
            (self.method, "vote.method"),
            (self.counting, "vote.counting"),
            (self.options, "vote.options"),
            (self.voters, "vote.voters"),
            (self.dots, "vote.dots"),
            (self.decider, "vote.decider_dots"),
        ):
            field.setAccessibleName(t(key))
        self.dots.setPlaceholderText(t("vote.free"))

    # ---- inside

    def _on_method(self, value: object) -> None:
        self._method = self.methods.method(str(value))
        self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        team = [one for one in self._bridge.document.table(Person).values() if _FACILITATOR not in one.role.casefold()]
        self.voters.show_number(self._method.voters_of(len(team) or _NOBODY_KNOWN))
        self._fill_dots()
        self.retranslate()
        self.counting.show_value(self._method.counting)

    def _fill_dots(self) -> None:
        method = self._method
        alone = method.decider == "alone"
        self.dots.show_number(method.dots_for(self._options, self.voters.number))
        self.decider.show_number(method.decider_dots)
        for name, field, is_shown in (
            ("vote.voters", self.voters, not alone),
            ("vote.dots", self.dots, not alone),
            ("vote.decider_dots", self.decider, method.has_decider_ballot),
        ):
            field.setVisible(is_shown)
            self._labels[name].setVisible(is_shown)
        self.own.setVisible(not alone)
