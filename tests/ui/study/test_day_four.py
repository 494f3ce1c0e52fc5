"""The fourth day of the litter case, played through the real windows: eight citizens, two tracks, two note takers."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sprint.edits.interviews import write_remark
from sprint.edits.verdicts import sprint_answer_of
from sprint.insight.patterns import patterns_of, support_of
from sprint.insight.survey import two_tracks
from sprint.journeys import cards_of
from sprint.records import (
    Attendance,
    Consent,
    ConsentTick,
    Interview,
    Lane,
    Observation,
    Participant,
    PatternState,
    RemarkKind,
    Track,
    Verdict,
)
from sprint.store.folders import Folders
from sprint.study.guide import sprint_questions
from sprint.study.texts import study_of
from sprint.workspace import Workspace
from tests.ui.study.conftest import CLICK, Hands
from ui.study.answers import AnswersTab
from ui.study.consent import ConsentTab
from ui.study.evidence_picker import EvidenceRow
from ui.study.interview import InterviewTab
from ui.study.participants import ParticipantsTab
from ui.study.patterns import PatternsTab
from ui.study.privacy import PrivacyTab
from ui.study.questions import QuestionsTab
from ui.widgets.check import CheckBox

CANARY = "kanariegeel fietsje bij de sluis"
TOLD = {
    "P1": (
        '1 - "Elke maandag ligt er weer een zak.',
        '4 + "Is dit alles?',
        ". Klaar in 40 seconden",
        '9 + "Woensdag. Mooi.',
    ),
    "P2": ('4 - "Waar blijft die foto?', "2 + . Pakt meteen de telefoon", '9 + "Dit hang ik op de koelkast.'),
    "P3": ('4 - !! "Mensen op de foto, dat is gevaarlijk.', '2 + "Een mens, fijn.', "9 0 . Ziet de dag niet"),
    "P4": (
        '4 - "Ik zie niet wat er op mijn foto staat.',
        '2 + "Bellen kan in het donker.',
        '9 + "Ik zet het in mijn agenda."',
    ),
    "P6": (f'3 - !!! "{CANARY}', '4 - "Liever niet op de foto.'),
}
"""What five of them said, as the note taker typed it; the numbers are those of the list of steps."""
ANSWERS = (
    "6657768\n",
    "7766779\n",
    "4554556\n",
    "6675658,5\n",
    "3335447\n",
    "\n\n\n\n\n\n\n",
    "6655669\n",
    "7766779\n",
)
"""The sheets of the eight: six digits and a school mark that Enter ends."""


def codes(hands: Hands) -> dict[str, Participant]:
    return {who.code: who for who in hands.she.document.table(Participant).values()}


def invite(hands: Hands) -> None:
    page = hands.open("study_participants")
    assert isinstance(page, ParticipantsTab)
    for number, track in ((4, Track.SAVED), (4, Track.SPENT)):
        page.count.setFocus()
        hands.type(str(number))
        page.track.setFocus()
        QTest.keyClick(page.track, Qt.Key.Key_Home)
        while page.track.currentData() != track:
            QTest.keyClick(page.track, Qt.Key.Key_Down)
        hands.press("Toevoegen", page)
    assert [who.code for who in codes(hands).values()] == [f"P{number}" for number in range(1, 9)]
    assert page.table.rowCount() == 8
    assert "77 %" in " ".join(hands.she.words()), "four per track see a third-of-people obstacle with 77 %"


def agree(hands: Hands) -> None:
    page = hands.open("study_consent")
    assert isinstance(page, ConsentTab)
    for code, who in codes(hands).items():
        page.choose(who.id)
        for tick in (ConsentTick.TAKE_PART, ConsentTick.NOTES, *((ConsentTick.QUOTE,) if code != "P3" else ())):
            QTest.mouseClick(page.ticks[tick], CLICK, pos=page.ticks[tick].rect().center())
        page.explained_by.setFocus()
        page.explained_by.selectAll()
        hands.type("AJ")
        hands.press("Leg toestemming vast", page)
    given = list(hands.she.document.table(Consent).values())
    assert len(given) == 8
    assert all(one.letter_sha256 and one.letter_version == 1 for one in given)


def talk(hands: Hands) -> None:
    page = hands.open("study_interview")
    assert isinstance(page, InterviewTab)
    for code, lines in TOLD.items():
        page.choose(codes(hands)[code].id)
        hands.press("Begin gesprek", page)
        page.desk.field.setFocus()
        # The first acts are about the last time, and lie on the present journey; the tasks on the desired one.
        for act in (2, 3, 4):
            hands.press("Volgende deel", page)
            assert page.talk is not None
            assert page.talk.act == act
        assert QApplication.focusWidget() is page.desk.field
        for line in lines:
            hands.type(f"{line}\n")
        assert page.desk.field.text() == ""
        hands.press("Volgende deel", page)
        hands.press("Gesprek klaar", page)
        hands.type("Iedereen wil een dag horen.")
        page.desk.field.setFocus()
    notes = list(hands.she.document.table(Observation).values())
    assert len(notes) == sum(map(len, TOLD.values()))
    first = next(note for note in notes if note.text == "Klaar in 40 seconden")
    assert (first.kind, first.step_id) == (RemarkKind.OBSERVATION, page.desk._steps[3].id)
    talks = list(hands.she.document.table(Interview).values())
    assert {one.went_well for one in talks} == {"Iedereen wil een dag horen."}


def other_laptop(hands: Hands, copy: Path) -> None:
    """The second note taker writes in a copy of the sprint, in the other room."""
    workspace = Workspace.open(copy, Folders(copy.parent / "other laptop"))
    people = {who.code: who.id for who in workspace.document.table(Participant).values()}
    step = next(note for note in workspace.document if getattr(note, "id", "") == "step-tobe-1").id
    for code, words in (("P5", "Ik zie mijn eigen foto niet."), ("P7", "Een foto durf ik niet."), ("P8", "Foto? Nee.")):
        workspace.do(
            write_remark(
                workspace.document,
                workspace.ids,
                step,
                words,
                participant_id=people[code],
                valence=-1,
                note_taker="BK",
            )
        )
    workspace.close()


def merge(hands: Hands, copy: Path) -> None:
    page = hands.open("study_privacy")
    assert isinstance(page, PrivacyTab)
    before = len(hands.she.document.table(Observation))
    hands.messages.expect(copy)
    hands.press("Voeg een kopie toe", page)
    assert len(hands.she.document.table(Observation)) == before + 3
    assert "3 notities erbij." in page.report.text()
    hands.messages.expect(copy)
    hands.press("Voeg een kopie toe", page)
    assert hands.messages.said[-1] == "De kopie bevat niets nieuws. Er is niets veranderd."


def fill_in(hands: Hands) -> None:
    page = hands.open("study_questions")
    assert isinstance(page, QuestionsTab)
    asking = page.asking
    for name in ("Zes vragen over de ervaring", "Schoolcijfer"):
        asking.instrument.setFocus()
        QTest.keyClick(asking.instrument, Qt.Key.Key_Home)
        while asking.instrument.currentText() != name:
            QTest.keyClick(asking.instrument, Qt.Key.Key_Down)
        while "Straks" not in asking.journey.currentText():
            QTest.keyClick(asking.journey, Qt.Key.Key_Down)
        hands.press("Zet erop", page)
    page.table.setFocus()
    page.table.setCurrentCell(0, 0)
    for sheet in ANSWERS:
        hands.type(sheet)
    assert page.table.question is not None
    journey = page.table.question.journey_id
    marks = {mark.track: mark.spread.values for mark in two_tracks(hands.she.document, journey)}
    assert marks == {Track.SAVED: (6.0, 8.0, 8.5, 9.0), Track.SPENT: (7.0, 9.0, 9.0)}
    page.table.setCurrentCell(5, 0)
    hands.type("9")
    assert "9 kan niet" in page.refusal.text()
    hands.press("Uitkomst", page)
    few = "3 antwoorden, te weinig voor een getal: 7, 9, 9."
    hands.she.qtbot.waitUntil(lambda: few in " ".join(hands.she.words()))
    assert "%" not in " ".join(label for label in hands.she.words() if "antwoorden" in label)


def find_patterns(hands: Hands) -> str:
    page = hands.open("study_patterns")
    assert isinstance(page, PatternsTab)
    about = [note for note in hands.she.document.table(Observation).values() if "oto" in note.text and note.valence < 0]
    assert len(about) == 7
    for note in about[:-1]:
        page.wall.cards[note.id].setFocus()
        QTest.keyClick(page.wall.cards[note.id], Qt.Key.Key_Space)
    QTest.keyClick(page.wall.cards[about[-1].id], Qt.Key.Key_N)
    hands.type("Een foto is een drempel\n")
    (pattern,) = patterns_of(hands.she.document)
    assert support_of(hands.she.document, pattern).people == 7
    (card,) = page.cards.rows.values()
    assert "7 van 8 inwoners · een patroon" in card.support.text()
    QTest.keyClick(page.wall.cards[about[0].id], Qt.Key.Key_1)
    assert len(patterns_of(hands.she.document)[0].observation_ids) == 6
    QTest.keyClick(page.wall.cards[about[0].id], Qt.Key.Key_1)
    assert "1 ernstige notitie" in page.serious.text()

    card = next(iter(page.cards.rows.values()))
    for field, words in (("insight", "Een foto schrikt af."), ("advice", "Maak de foto vrij."), ("owner", "Murat")):
        getattr(card, field).setFocus()
        hands.type(words)
    page.wall.focus_first()
    hands.press("Neem over in de klantreis", page)
    (pattern,) = patterns_of(hands.she.document)
    assert pattern.state is PatternState.ACCEPTED
    step = pattern.step_id
    assert "Maak de foto vrij." in [one.text for one in cards_of(hands.she.document, step, Lane.OPPORTUNITY)]
    return pattern.id


def withdraw(hands: Hands, places: tuple[Path, ...]) -> None:
    assert finds(places, CANARY), "the test must find the words before they are erased"
    page = hands.open("study_participants")
    assert isinstance(page, ParticipantsTab)
    page.table.setCurrentCell(5, 0)
    hands.messages.expect("erase", "p6")
    old = hands.she.sprint
    hands.press("Deelname intrekken en wissen", page)
    hands.she.qtbot.waitUntil(lambda: hands.she.program.sprint not in (None, old))
    assert study_of(hands.she.document).withdrawn == 1
    assert "P6" not in codes(hands)
    assert "1 inwoner trok de deelname in" in hands.she.words()
    hands.she.saved()
    assert not finds(places, CANARY)


def finds(places: tuple[Path, ...], words: str) -> bool:
    """Whether words stand in any file, in a member of a zip or behind a plain compression."""
    wanted = [words.encode(coding) for coding in ("utf-8", "utf-16-le")]
    files = [path for place in places for path in ([place] if place.is_file() else place.rglob("*")) if path.is_file()]
    for path in files:
        texts = [path.read_bytes()]
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                texts += [archive.read(name) for name in archive.namelist()]
        for data in list(texts):
            try:
                texts.append(zlib.decompress(data))
            except zlib.error:
                continue
        if any(word in data for word in wanted for data in texts):
            return True
    return False


def boxes_of(page: AnswersTab) -> list[CheckBox]:
    return [row.box for row in page.picker.findChildren(EvidenceRow) if row.box.isVisible()]


def answer(hands: Hands, pattern_id: str) -> None:
    page = hands.open("study_answers")
    assert isinstance(page, AnswersTab)
    note = sprint_questions(hands.she.document)[0]
    card = page.cards.rows[note.id]
    page.open(note.id)
    hands.press("Deels", card)
    assert "Kies eerst waar dit antwoord op rust" in hands.messages.said[-1]
    hands.she.qtbot.waitUntil(lambda: bool(boxes_of(page)))
    box = boxes_of(page)[0]
    QTest.mouseClick(box, CLICK, pos=box.rect().center())
    hands.press("Deels", page.cards.rows[note.id])
    page.cards.rows[note.id].reason.setFocus()
    hands.type("Bellen lukt; de foto houdt mensen tegen.")
    page.view.setFocus()
    page.picker.search.setFocus()
    found = sprint_answer_of(hands.she.document, note.id)
    assert found is not None
    assert (found.verdict, found.pattern_ids) == (Verdict.PARTLY, (pattern_id,))
    assert found.reason == "Bellen lukt; de foto houdt mensen tegen."
    hands.press("Klantreis per stap", page)
    assert "aangepast" in page.steps.told.text()
    assert "niet getoetst" in page.steps.told.text()


def test_day_four_is_played_from_invitation_to_answers(hands: Hands, morning: Path, tmp_path: Path) -> None:
    invite(hands)
    agree(hands)
    copy = tmp_path / "stick" / "kopie.sprint"
    copy.parent.mkdir()
    hands.she.sprint.save_copy(copy)
    hands.she.saved()
    hands.she.qtbot.waitUntil(copy.exists)
    talk(hands)
    other_laptop(hands, copy)
    merge(hands, copy)
    fill_in(hands)
    pattern_id = find_patterns(hands)
    hands.she.saved()
    withdraw(hands, (tmp_path / "profile", morning))
    answer(hands, pattern_id)

    hands.open("study_patterns")
    assert any(word == "P1" for word in hands.she.words()) or "P1," in " ".join(hands.she.words())
    hands.she.do("hide_codes")
    assert not [word for word in hands.she.words() if "P1" in word or "P2" in word]
    came = {code for code, who in codes(hands).items() if who.attendance is Attendance.CAME}
    assert came == {"P1", "P2", "P3", "P4"}, "a talk that begins says that somebody came"
