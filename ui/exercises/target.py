"""Picking the target: the journey as a list with feeling and dots, from which the Decider chooses one moment."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.edits.notes import change_note
from sprint.edits.target import clear_target, pick_target
from sprint.insight.dots import dots_on
from sprint.journeys import journey_of_kind, journeys, phases_of, steps_of, steps_of_phase
from sprint.records import (
    Decision,
    Journey,
    JourneyKind,
    Note,
    NoteKind,
    Person,
    Persona,
    Phase,
    Sprint,
    Step,
    VoteRound,
)
from sprint.text_table import TextTable
from sprint.votes.options import VoteOption
from ui.exercises.base import ExerciseDesk, WorkSurface
from ui.exercises.material import MaterialColumn
from ui.exercises.room_page import RoomCard, RoomColumn, RoomPage
from ui.exercises.target_parts import Moment, MomentList, TargetForm
from ui.exercises.with_vote import WithVote
from ui.widgets.columns import ScrollColumn

NAME = "target"
_WITH_QUESTIONS_PX = 860
_SEEN = (Step, Phase, Journey, Note, VoteRound, Sprint, Persona, Person, Decision)


class Surface(WorkSurface):
    """The steps on the left, walked along with the arrows; what is chosen, and why, on the right."""

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._journey_id = ""
        self._has_questions = False
        self.questions = MaterialColumn(desk.context, desk.bridge, self)
        self.moments = MomentList(desk.context, self)
        self.form = TargetForm(desk.context, desk.bridge, self)
        page = QWidget(self)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self.questions)
        row.addWidget(self.moments, 3)
        side = ScrollColumn(page, margin=0)
        side.column.addWidget(self.form)
        row.addWidget(side, 2)
        self.votes = WithVote(desk, page, "board.tab_moments", self.options, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.votes)
        self.votes.changed.connect(self.room_changed)
        self.moments.chosen.connect(self._on_chosen)
        self.moments.entered.connect(self.form.take_focus)
        self.questions.taken.connect(self._on_question)
        self.form.picked.connect(self._on_pick)
        self.form.cleared.connect(lambda: self.bridge.do(clear_target(self.document)))
        self.form.canvas_requested.connect(self._on_canvas)
        self.form.journey_chosen.connect(self._on_journey)

    # ---- showing

    def show_block(self, block_id: str) -> None:
        """Show the journey as it is now, with the target chosen when there is one."""
        target = self.document.get(self.document.sprint.target_step_id)
        present = journey_of_kind(self.document, JourneyKind.AS_IS)
        known = self.document.get(self._journey_id)
        if isinstance(target, Step):
            self._journey_id = target.journey_id
            self.moments.choose(target.id)
        elif not isinstance(known, Journey):
            self._journey_id = present.id if present is not None else ""
        self.form.show_place(block_id)
        super().show_block(block_id)
        self.form.begin()
        self.votes.show_block(block_id)

    def leave(self) -> None:
        """Keep the reason that is half typed."""
        self.form.show_place("")
        super().leave()

    def on_diff(self, diff: Diff) -> None:
        """Show what a change changed; words that are typed and the clock touch nothing here.

        What the Decider chose in a vote is the moment that is looked at: a reason makes it the target.
        """
        rows = self.moments.rows
        for _, after in diff.changes.values():
            if isinstance(after, VoteRound) and (chosen := [one for one in after.chosen_ids if one in rows]):
                self.moments.choose(chosen[0])
                self.form.suggest_reason(after.reason)
        if any(isinstance(record, _SEEN) for change in diff.changes.values() for record in change):
            self.refresh()

    def refresh(self) -> None:
        """Show the moments, and what is chosen."""
        document = self.document
        if not isinstance(document.get(self._journey_id), Journey):
            present = journey_of_kind(document, JourneyKind.AS_IS)
            self._journey_id = present.id if present is not None else ""
        self.moments.show_moments(self.list_moments(), document.sprint.target_step_id)
        self.form.show_journeys([(one.id, one.title) for one in journeys(document)], self._journey_id)
        self._show_chosen()
        self._show_questions()
        self.votes.refresh(self.block_id)
        self.room_changed.emit()

    def _show_questions(self) -> None:
        """Show the questions of the experts, those with most dots first, and at which moment each was put."""
        found = [note for note in self.document.table(Note).values() if note.kind is NoteKind.HOW_MIGHT_WE]
        found = [note for note in found if note.text and not note.is_hidden]
        found.sort(key=lambda note: (-note.votes, note.block_id, note.order, note.id))
        t, numbers = self.context.texts, {moment.id: moment.number for moment in self.list_moments()}
        put = {one.id: t("board.at_moment", number=numbers[one.step_id]) for one in found if one.step_id in numbers}
        shown = found if numbers else []
        self.questions.show_notes(shown, put, t("board.questions"), t("board.questions_hint"))
        self._has_questions = bool(shown) and not self.bridge.is_read_only
        self._fit_questions()

    def _fit_questions(self) -> None:
        self.questions.setVisible(self._has_questions and self.width() >= _WITH_QUESTIONS_PX)
        self.questions.fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the questions where there is room for them beside moments and form."""
        super().resizeEvent(event)
        self._fit_questions()

    def _on_question(self, note_id: str) -> None:
        """Put a question at the moment that is looked at, or take it away from there."""
        note, step_id = self.document.get(note_id), self.moments.current
        if isinstance(note, Note) and step_id:
            at = "" if note.step_id == step_id else step_id
            self.bridge.do(change_note(self.document, note_id, step_id=at))

    def options(self) -> list[VoteOption]:
        """List the moments that can be voted on, by their number."""
        return [
            VoteOption(moment.id, moment.title or str(moment.number), sign=str(moment.number))
            for moment in self.list_moments()
        ]

    def list_moments(self) -> list[Moment]:
        """Read the journey as a list: phase by phase, with what was asked and voted at each step."""
        document = self.document
        if not self._journey_id:
            return []
        steps = steps_of(document, self._journey_id)
        asked = {step.id: list(document.referrers(Note, step.id)) for step in steps}
        options = [record.id for step in steps for record in (step, *asked[step.id])]
        dots = dots_on(document, options)
        found, number = [], 0
        for phase in phases_of(document, self._journey_id):
            for place, step in enumerate(steps_of_phase(document, phase.id)):
                number += 1
                counted = [dots[one.id] for one in (step, *asked[step.id]) if one.id in dots]
                found.append(
                    Moment(
                        id=step.id,
                        number=number,
                        title=step.title,
                        phase=phase.title if place == 0 else "",
                        feeling=step.feeling,
                        dots=sum(counted) if counted else None,
                        questions=sum(note.kind is NoteKind.HOW_MIGHT_WE for note in asked[step.id]),
                        is_truth=bool(step.truth_reason),
                    )
                )
        return found

    def take_focus(self) -> None:
        """Walk along the moments, or go on with the vote."""
        if self.votes.is_voting:
            self.votes.pane.take_focus()
        else:
            self.moments.focus_current()

    # ---- choosing

    def _on_chosen(self, _step_id: str) -> None:
        self._show_chosen()
        self.room_changed.emit()

    def _show_chosen(self) -> None:
        step = self.document.get(self.moments.current)
        self.form.show_chosen(step if isinstance(step, Step) else None)

    def _on_journey(self, journey_id: str) -> None:
        self._journey_id = journey_id
        self.refresh()

    def _on_canvas(self) -> None:
        self.canvas_requested.emit(self.moments.current)

    def _on_pick(self, persona_id: str, reason: str, decided_by: str) -> None:
        step = self.document.get(self.moments.current)
        if not isinstance(step, Step):
            return
        persona = self.document.get(persona_id)
        who = persona.name if isinstance(persona, Persona) else ""
        key = "board.target_text" if who else "board.target_text_all"
        diff = pick_target(
            self.document,
            self.bridge.ids,
            step.id,
            persona_id,
            text=self.context.texts(key, step=step.title, persona=who),
            reason=reason,
            decided_by=decided_by,
            block_id=self.block_id,
            at=self.bridge.utc_now(),
        )
        if self.bridge.do(diff):
            self.form.done()

    # ---- room, copies

    def room_page(self) -> RoomPage:
        """Show the vote, the target large when it is chosen, and before that the moments with their dots."""
        if self.votes.is_voting:
            return self.votes.room_page()
        t, sprint = self.room_texts, self.document.sprint
        step = self.document.get(sprint.target_step_id)
        if isinstance(step, Step):
            persona = self.document.get(sprint.target_persona_id)
            cards = [RoomCard(step.title, tone="frontstage")]
            if isinstance(persona, Persona):
                cards.append(RoomCard(persona.name, tone="thought"))
            if sprint.target_reason:
                cards.append(RoomCard(sprint.target_reason, tone="quote"))
            return RoomPage(columns=(RoomColumn(t("board.target_is"), tuple(cards), is_strong=True),))
        cards = [RoomCard(m.title, sign=str(m.number), count=m.dots, tone="quote") for m in self.list_moments()]
        return RoomPage(columns=(RoomColumn(cards=tuple(cards)),) if cards else ())

    def table(self) -> TextTable:
        """Give the moments with feeling and dots, the target marked."""
        t = self.context.texts
        target = self.document.sprint.target_step_id
        rows = tuple(
            (
                str(moment.number),
                moment.title,
                t.translator.signed(moment.feeling) if moment.feeling is not None else "",
                str(moment.dots) if moment.dots is not None else "",
                t("board.target") if moment.id == target else "",
            )
            for moment in self.list_moments()
        )
        head = (t("sketch.number"), t("board.step"), t("board.feeling"), t("sketch.dots_head"), t("board.target"))
        return TextTable(head, rows)
