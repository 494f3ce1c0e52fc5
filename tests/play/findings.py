"""What is made of the words of citizens, by hands: sheets of answers, patterns, verdicts and a validated journey."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from sprint.edits.verdicts import sprint_answer_of
from sprint.insight.patterns import patterns_of
from sprint.records import (
    Answer,
    Instrument,
    Journey,
    JourneyKind,
    Observation,
    Participant,
    Pattern,
    PatternState,
    Question,
    Step,
    Verdict,
)
from sprint.study.guide import sprint_questions
from sprint.study.questions import answers_of, questions_of
from tests.helpers.messages import ScriptedMessages
from tests.play.hands import Room
from ui.study.answer_card import AnswerCard
from ui.study.answers import AnswersTab
from ui.study.evidence_picker import EvidenceRow
from ui.study.pattern_card import PatternCard
from ui.study.patterns import PatternsTab
from ui.study.questions import QuestionsTab
from ui.study.tab import StudyTab

VERDICT_WORDS = {
    Verdict.YES: "study_ui.verdict_yes",
    Verdict.PARTLY: "study_ui.verdict_partly",
    Verdict.NO: "study_ui.verdict_no",
}


def people(room: Room, codes: tuple[str, ...] = ()) -> list[Participant]:
    """Give the citizens of the script, in their order."""
    found = sorted(room.script.table(Participant).values(), key=lambda who: who.order)
    return [who for who in found if not codes or who.code in codes]


def who_is(room: Room, code: str) -> Participant:
    """Give a citizen of the sprint that is played."""
    return next(who for who in room.document.table(Participant).values() if who.code == code)


def page(room: Room, task: str) -> StudyTab:
    """Open a part of the study."""
    room.do(f"study_{task}")
    return room.bench.study.part(room.bench.study.task)


def messages(room: Room) -> ScriptedMessages:
    """Give the person who answers the questions of the program."""
    found = room.she.messages
    assert isinstance(found, ScriptedMessages)
    return found


def fill(room: Room, field: QWidget, words: str) -> None:
    """Write in a field and go on with Tab."""
    room.rewrite(words, into=field)
    room.key("Tab")


def answers(room: Room) -> None:
    """Type the sheets of all citizens, row by row, with digits."""
    tab = page(room, "questions")
    assert isinstance(tab, QuestionsTab)
    tab.table.setFocus()
    tab.table.setCurrentCell(0, 0)
    asked = questions_of(room.script)
    given = {(one.participant_id, one.question_id): one for one in room.script.table(Answer).values()}
    for who in people(room):
        for question in asked:
            cell = sheet_keys(question, given.get((who.id, question.id)))
            QTest.keyClicks(tab.table, cell.rstrip("\n"))
            room.keys += len(cell)
            if cell.endswith("\n"):
                room.key("Return")
    room.rest()
    assert sum(len(answers_of(room.document, one.id)) for one in questions_of(room.document)) == len(given)


def sheet_keys(question: Question, answer: Answer | None) -> str:
    """Give the keys that fill one cell; a mark or a time ends with Enter, and Enter skips a question."""
    if answer is None or answer.value is None:
        return "\n"
    if question.instrument is Instrument.KANO:
        return f"{answer.value:.0f}{answer.opposite:.0f}"
    number = f"{answer.value:g}".replace(".", ",")
    return f"{number}\n" if question.instrument in (Instrument.MARK, Instrument.TIME) else number


def find_patterns(room: Room) -> None:
    """Mark the same thing on the wall, say what it tells, advise and decide, in the order of the script."""
    room.open("patterns")
    tab = room.bench.exercise.surface.tab
    assert isinstance(tab, PatternsTab)
    for pattern in patterns_of(room.script):
        mark(room, tab, pattern)
    cards = {card.title.toPlainText(): card for card in tab.cards.rows.values() if isinstance(card, PatternCard)}
    for pattern in patterns_of(room.script):
        if pattern.insight:
            work_out(room, tab, cards[pattern.title], pattern)


def mark(room: Room, tab: PatternsTab, pattern: Pattern) -> None:
    """Choose the notes with the space bar, N, and type the name; the first note lies at the step of the pattern."""
    ids = [same_remark(room, one) for one in pattern.observation_ids]
    for one in ids:
        if one not in tab.wall.cards:
            kind = kind_of(room, room.script.require(Observation, pattern.observation_ids[ids.index(one)]).step_id)
            tab.journey.chosen.emit(kind.value)
            room.rest()
        tab.wall.cards[one].setFocus()
        room.key("N" if one == ids[-1] else "Space")
    room.line(pattern.title)


def same_remark(room: Room, remark_id: str) -> str:
    """Give the id of a remark of the script in the sprint that is played: the same citizen, the same words."""
    wanted = room.script.require(Observation, remark_id)
    who = room.script.require(Participant, wanted.participant_id)
    there = who_is(room, who.code).id
    return next(one.id for one in room.document.referrers(Observation, there) if one.text == wanted.text)


def work_out(room: Room, tab: PatternsTab, card: PatternCard, pattern: Pattern) -> None:
    """Write insight, advice and owner, and turn an advice down; what is accepted waits for the journey."""
    if not card.insight.isVisible():
        room.click(card.number)
    fill(room, card.insight, pattern.insight)
    if pattern.advice:
        fill(room, card.advice, pattern.advice)
        fill(room, card.owner, pattern.owner)
    if pattern.state is PatternState.REJECTED:
        messages(room).expect(pattern.reason)
        room.click(card.reject)


def answer_questions(room: Room) -> None:
    """Tick what an answer rests on, then give the answer and say why."""
    room.open("answer_questions")
    tab = room.bench.exercise.surface.tab
    assert isinstance(tab, AnswersTab)
    for note in sprint_questions(room.script):
        answer = sprint_answer_of(room.script, note.id)
        if answer is None:
            continue
        card = tab.cards.rows[room.same(note.id)]
        assert isinstance(card, AnswerCard)
        room.click(card.choose)
        tick = [room.script.require(Pattern, one).title for one in answer.pattern_ids]
        tick += [room.script.require(Question, one).text for one in answer.question_ids]
        for words in tick:
            _tick(room, tab, words)
        for one in answer.observation_ids:
            words = room.script.require(Observation, one).text
            room.rewrite(words[:12], into=tab.picker.search)
            _tick(room, tab, words)
        if answer.verdict in VERDICT_WORDS:
            key = VERDICT_WORDS[answer.verdict]
            room.click(next(one for one in card.findChildren(QAbstractButton) if one.text() == room.t(key)))
        fill(room, card.reason, answer.reason)


def _tick(room: Room, tab: AnswersTab, words: str) -> None:
    room.rest()
    rows = tab.picker.findChildren(EvidenceRow)
    row = next(one for one in rows if one.isVisibleTo(tab) and one.box.accessibleName().startswith(words))
    row.box.setFocus()
    room.key("Space")


def validated_journey(room: Room) -> None:
    """Take over the advice that waits, and write on the journey how well each step is backed."""
    room.open("validated_journey")
    tab = room.bench.exercise.surface.tab
    assert isinstance(tab, AnswersTab)
    wanted = [one.advice for one in patterns_of(room.script) if one.state is PatternState.ACCEPTED]
    for _ in wanted:
        room.click(tab.steps.advice.rows[0].accept)
    assert not tab.steps.advice.rows
    room.press("study_ui.write_levels")


def kind_of(room: Room, step_id: str) -> JourneyKind:
    """Tell to which journey a step of the script belongs."""
    return room.script.require(Journey, room.script.require(Step, step_id).journey_id).kind
