"""The routes panel: the ways through the journey in figures, and where the arrows ask for attention."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from canvas.background import Background
from sprint.diff import Diff
from sprint.edits.journey import change_journey
from sprint.insight.figures import FIGURE_TEXTS
from sprint.insight.routes import CAP_TEXTS, Route
from sprint.insight.structure import STRUCTURE_TEXTS, Structure
from sprint.records import Answer, Journey, Link, Persona, Phase, Question, Step, Track
from ui.bridge import SprintBridge
from ui.context import Context
from ui.dialogs.base import Field
from ui.journey.figures import FigureTable, Line
from ui.journey.route_facts import RouteFacts, journey_records, read_facts
from ui.widgets.button import Button
from ui.widgets.columns import ScrollColumn
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import PlainLabel, TextLabel

_REST_MS = 250
_MOST_LISTED = 40
_MOST_PLACES = 12
_MARKS = tuple(half / 2 for half in range(2, 21))
_MARKS_KEYS = {"reached": "journey.marks_reached", "missed": "journey.marks_missed", "open": "journey.marks_open"}
_TARGETS = {Track.SAVED: "target_saved", Track.SPENT: "target_spent"}


class RoutesPanel(ScrollColumn):
    """Shows the routes of whom the strip looks through; reads them beside the window, never in its way."""

    step_requested = Signal(str)
    """Go to this step."""
    route_shown = Signal(list)
    """The ids of the steps of the route that is shown now."""

    def __init__(self, context: Context, bridge: SprintBridge) -> None:
        super().__init__(margin=16, spacing=6)
        self._context, self._bridge = context, bridge
        self._journey_id = ""
        self._who: tuple[str, Track] = ("", Track.OPEN)
        self._asked = 0
        self.facts: RouteFacts | None = None
        self._background = Background(self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.read)
        self._heading = PlainLabel(role="bold", wrap=True)
        self._cap = PlainLabel(role="small", wrap=True)
        self.routes = ChoiceField(context)
        self.routes.chosen.connect(lambda _place: self._show_route())
        self._way = PlainLabel(role="small", wrap=True)
        self.how = Button(context, "journey.how_counted", kind="link")
        self.how.setCheckable(True)
        self.figures = FigureTable(context)
        self.how.toggled.connect(self.figures.show_how)
        for part in (self._heading, self.routes, self._cap, self._way, self.figures):
            self.column.addWidget(part)
        self.column.addWidget(self.how, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addSpacing(8)
        self.targets = self._target_fields()
        self.column.addSpacing(8)
        self.column.addWidget(TextLabel(context, "journey.shape", role="section"))
        self._shape = QVBoxLayout()
        self._shape.setSpacing(2)
        self.column.addLayout(self._shape)
        self._shape_parts: list[QWidget] = []
        self.column.addStretch(1)
        bridge.document_changed.connect(self._on_diff)
        context.texts.changed.connect(self._say)

    # ---- asked from outside

    def show_journey(self, journey_id: str) -> None:
        """Read another journey."""
        if journey_id != self._journey_id:
            self._journey_id, self.facts = journey_id, None
            self._say()
        self.read()

    def look_through(self, persona_id: str, track: Track) -> None:
        """Read the routes of another persona or track."""
        self._who = (persona_id, track)
        self.read()

    def read(self) -> None:
        """Read the routes again, beside the window."""
        self._rest.stop()
        if self._bridge.document.get(self._journey_id) is None:
            return
        records = journey_records(self._bridge.document, self._journey_id)
        journey_id, (persona_id, track) = self._journey_id, self._who
        self._asked += 1
        asked = self._asked
        self._background.run(
            lambda: read_facts(records, journey_id, persona_id, track), lambda facts: self._on_facts(asked, facts)
        )

    def stop(self) -> None:
        """Read nothing more: the sprint is closed."""
        self._rest.stop()
        self._background.stop()

    # ---- showing

    def _on_facts(self, asked: int, facts: RouteFacts) -> None:
        if asked == self._asked:
            self.facts = facts
            self._say()

    def _say(self) -> None:
        for track, field in self.targets.items():
            field.show_choices([(mark, self._number(mark)) for mark in _MARKS])
            journey = self._bridge.document.get(self._journey_id)
            if isinstance(journey, Journey):
                field.show_value(getattr(journey, _TARGETS[track]))
        self.setAccessibleName(self._context.texts("journey.routes"))
        t = self._context.texts
        self.marks.setText(self._marks_words())
        for part in (self.routes, self._cap, self._way, self.figures, self.how):
            part.setVisible(self.facts is not None)
        if self.facts is None:
            self._heading.setText(t("journey.routes_busy"))
            return
        routes = self.facts.routes
        self._heading.setText(self._whose())
        found = routes.routes[:_MOST_LISTED]
        self.routes.setAccessibleName(t("journey.route_choice"))
        self.routes.show_choices([(place, self._named(place, route)) for place, route in enumerate(found)])
        self.routes.setVisible(len(found) > 1)
        self._cap.setText(t(CAP_TEXTS[routes.cap], count=len(routes.routes)) if routes.cap is not None else "")
        self._cap.setVisible(routes.cap is not None)
        self._show_route()
        self._show_shape(self.facts.structure)

    def _whose(self) -> str:
        t = self._context.texts
        assert self.facts is not None
        traveller, count = self.facts.routes.traveller, len(self.facts.routes.routes)
        persona = self._bridge.document.get(traveller.persona_id)
        who = persona.name if isinstance(persona, Persona) else t("journey.everybody")
        if traveller.track is not Track.OPEN:
            who = f"{who} · {t(f'kind.track.{traveller.track.value}')}"
        return t("journey.routes_of", who=who, count=count) if count else t("journey.no_route", who=who)

    def _named(self, place: int, route: Route) -> str:
        t = self._context.texts
        key = "journey.route_drops_out" if route.drops_out else "journey.route_named"
        return t(key, number=place + 1, count=len(route.steps))

    def _show_route(self) -> None:
        assert self.facts is not None
        place, routes = self.routes.currentData(), self.facts.routes.routes
        route = routes[place if isinstance(place, int) and place < len(routes) else 0] if routes else None
        for part in (self.figures, self.how, self._way):
            part.setVisible(route is not None)
        if route is None:
            self.route_shown.emit([])
            return
        self._way.setText(" · ".join(step.title or "…" for step in route.steps))
        self.figures.show_lines(list(self._lines(route)))
        self.route_shown.emit([step.id for step in route.steps])

    def _lines(self, route: Route) -> Iterator[Line]:
        t = self._context.texts
        for name, text in FIGURE_TEXTS.items():
            value = getattr(route.figures, name)
            if isinstance(value, bool):
                said = t("journey.yes" if value else "journey.no")
            elif name == "cost_cents":
                said = t("journey.euro", amount=t.translator.number(value / 100))
            else:
                said = t.translator.number(value)
            yield t(text.name), said, t(text.how)

    def _number(self, value: float) -> str:
        return self._context.texts.translator.number(value, 0 if value == int(value) else 1)

    def _show_shape(self, structure: Structure) -> None:
        for part in self._shape_parts:
            self._shape.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._shape_parts = []
        t = self._context.texts
        for name, text in STRUCTURE_TEXTS.items():
            places = list(_places(getattr(structure, name), self._bridge))
            if not places:
                continue
            title = PlainLabel(f"{t(text.name)} ({len(places)})", role="bold")
            self._put(title, PlainLabel(t(text.how), role="small", wrap=True))
            for step in places[:_MOST_PLACES]:
                link = Button(self._context, kind="link")
                link.setText((step.title or t("journey.outline_untitled")).replace("&", "&&"))
                link.setAccessibleName(t("journey.go_to", title=step.title))
                link.setToolTip(t("journey.go_to", title=step.title))
                link.setStyleSheet(f"min-height: {self._context.theme.size('target.mouse')}px;")
                link.clicked.connect(lambda _checked=False, step_id=step.id: self.step_requested.emit(step_id))
                self._put(link)
        if not self._shape_parts:
            self._put(PlainLabel(t("journey.shape_fine"), role="muted", wrap=True))

    def _put(self, *parts: QWidget) -> None:
        for part in parts:
            self._shape.addWidget(part)
            self._shape_parts.append(part)

    def _target_fields(self) -> dict[Track, ChoiceField]:
        self.column.addWidget(TextLabel(self._context, "journey.targets", role="section"))
        found = {}
        for track, key in ((Track.SAVED, "kind.track.saved"), (Track.SPENT, "kind.track.spent")):
            field = ChoiceField(self._context)
            field.setObjectName(_TARGETS[track])
            field.chosen.connect(lambda value, track=track: self._on_target(track, value))
            self.column.addLayout(Field(self._context, key, field))
            found[track] = field
        self.marks = PlainLabel(role="small", wrap=True)
        self.column.addWidget(self.marks)
        return found

    def _marks_words(self) -> str:
        """Say what citizens gave, beside what the team aims for; the two tracks are never made one number."""
        from sprint.insight.survey import two_tracks  # noqa: PLC0415 - read only while this panel is open

        t, document = self._context.texts, self._bridge.document
        if not isinstance(document.get(self._journey_id), Journey):
            return ""
        lines = [
            t(
                _MARKS_KEYS.get(mark.verdict, "journey.marks_few"),
                track=t(f"kind.track.{mark.track.value}"),
                marks=" · ".join(self._number(value) for value in mark.spread.values),
                mean=t.translator.number(mark.spread.mean or 0.0, 1),
                n=mark.spread.n,
                target=self._number(mark.target),
            )
            for mark in two_tracks(document, self._journey_id)
            if mark.spread.n
        ]
        return "\n".join([t("journey.targets_note"), *lines] if lines else [t("journey.targets_none")])

    def _on_target(self, track: Track, value: object) -> None:
        mark = {_TARGETS[track]: value}
        self._bridge.do(change_journey(self._bridge.document, self._journey_id, **mark))

    def _on_diff(self, diff: Diff) -> None:
        kinds = Journey | Phase | Step | Link | Persona | Answer | Question
        if self.isVisible() and any(isinstance(one, kinds) for pair in diff.changes.values() for one in pair):
            self._rest.start()


def _places(found: object, bridge: SprintBridge) -> Iterator[Step]:
    """Give the step to go to for each finding: the step itself, where a circle closes, where somebody gives up."""
    assert isinstance(found, tuple)
    for one in found:
        if isinstance(one, Step):
            yield one
            continue
        link = one if isinstance(one, Link) else one.link
        step = bridge.document.get(link.source)
        if isinstance(step, Step):
            yield step
