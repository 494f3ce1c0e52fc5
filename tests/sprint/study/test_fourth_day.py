"""From a consent to an answered sprint question: what is refused, what counts, and what may leave the team."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

import pytest

from sprint.codec import encode
from sprint.diff import Diff
from sprint.document import Document
from sprint.edits.citizens import change_remark
from sprint.edits.interviews import begin_interview, end_interview, go_to_act, record_interview, write_remark
from sprint.edits.patterns import accept_advice, draw_insight, give_advice, mark_pattern
from sprint.edits.redact import redact_field
from sprint.edits.study import change_study, give_consent, invite, remove_participants, write_text
from sprint.edits.survey import Given as Answered
from sprint.edits.survey import answer_many, ask, ask_kano
from sprint.edits.verdicts import answer_sprint_question, write_levels
from sprint.errors import SprintError
from sprint.i18n import Translator
from sprint.insight.evidence import Standing, evidence_of, journey_evidence
from sprint.insight.patterns import Strength, support_of, support_of_remarks
from sprint.insight.survey import compare, experience, kano_of, summarise, sus_of, two_tracks
from sprint.records import (
    Card,
    Consent,
    ConsentTick,
    Evidence,
    Instrument,
    Interview,
    Journey,
    JourneyKind,
    Note,
    NoteKind,
    Observation,
    Participant,
    Pattern,
    Phase,
    Question,
    Step,
    StudyTextKind,
    Track,
    Verdict,
)
from sprint.store.disk import Disk
from sprint.store.handing_over import hand_over
from sprint.study.consent import consent_of
from sprint.study.retention import proposed_dates, retention
from sprint.study.second_laptop import read_copy
from sprint.study.sharing import shareable
from sprint.study.texts import current_text, sha256_of, template
from tests.helpers.canaries import canaries_in

WORDS = Translator.load("nl")
ON = "2026-10-08"


class Day:
    """A document with a present and a desired journey of two steps, and five citizens in each track."""

    def __init__(self) -> None:
        numbers = count(1)
        self.ids = lambda: f"id-{next(numbers):04}"
        self.document = Document(
            [
                Journey(id="now"),
                Journey(id="then", kind=JourneyKind.TO_BE),
                *(Phase(id=f"phase-{one}", journey_id=one) for one in ("now", "then")),
                *(
                    Step(id=f"{one}-{n}", journey_id=one, phase_id=f"phase-{one}", lineage=f"s{n}", order=n, feeling=1)
                    for one in ("now", "then")
                    for n in range(2)
                ),
                Note(id="asked", kind=NoteKind.QUESTION, text="Vertrouwen mensen het bericht?"),
                Note(id="idea", kind=NoteKind.IDEA, mark="A"),
            ]
        )
        for track in (Track.SAVED, Track.SPENT):
            self.do(invite(self.document, self.ids, 5, track=track))
        self.people = sorted(
            self.document.table(Participant), key=lambda one: self.document.table(Participant)[one].order
        )

    def do(self, diff: Diff) -> None:
        self.document.apply(diff)

    def says(self, who: int, text: str, step: str = "then-0", **more: object) -> str:
        self.do(write_remark(self.document, self.ids, step, text, participant_id=self.people[who], **more))
        return max(self.document.table(Observation))

    def asks(self, instrument: Instrument, journey: str = "then", rule: str = "") -> list[str]:
        diff = ask(self.document, self.ids, instrument, WORDS, journey_id=journey, rule=rule)
        self.do(diff)
        return list(diff.changes)

    def fill(self, question: str, values: list[float], first: int = 0) -> None:
        given = [Answered(question, self.people[first + place], value) for place, value in enumerate(values)]
        self.do(answer_many(self.document, self.ids, given))


def refused(diff: object, *args: object, **more: object) -> str:
    with pytest.raises(SprintError) as refusal:
        diff(*args, **more)
    return refusal.value.key


def test_consent_is_proved_and_guards_the_talk() -> None:
    day = Day()
    document, ids, who = day.document, day.ids, day.people[0]
    day.do(write_text(document, ids, StudyTextKind.LETTER, "nl", template(StudyTextKind.LETTER, WORDS)))
    assert (
        "geen gevolgen voor uw aanvraag" in (current_text(document, StudyTextKind.LETTER, "nl") or pytest.fail()).text
    )
    assert refused(begin_interview, document, ids, who, at=ON) == "study.no_consent"
    ticks = [ConsentTick.TAKE_PART, ConsentTick.NOTES]
    day.do(give_consent(document, ids, who, ticks, on=ON, explained_by="KL"))
    agreed = consent_of(document, who)
    letter = current_text(document, StudyTextKind.LETTER, "nl")
    assert agreed is not None and letter is not None
    assert (agreed.letter_version, agreed.letter_sha256) == (1, sha256_of(letter.text))
    day.do(write_text(document, ids, StudyTextKind.LETTER, "nl", "Een andere brief"))
    assert [text.version for text in (letter, current_text(document, StudyTextKind.LETTER, "nl"))] == [1, 2]
    assert refused(begin_interview, document, ids, who, at=ON, is_recorded=True) == "study.no_recording_tick"
    day.do(begin_interview(document, ids, who, at="2026-10-08T09:30:00+00:00"))
    (talk,) = document.table(Interview)
    assert refused(record_interview, document, talk, True) == "study.no_recording_tick"
    day.do(go_to_act(document, talk, 2, at="2026-10-08T09:35:00+00:00"))
    for act in (0, 2, 6):
        assert not go_to_act(document, talk, act, at="2026-10-08T09:36:00+00:00"), f"act {act} is on, or is no act"
    day.do(end_interview(document, talk, at="2026-10-08T09:42:30+00:00"))
    assert not go_to_act(document, talk, 1, at="2026-10-08T09:50:00+00:00"), "an ended talk stays as it is"
    assert document.require(Interview, talk).act_seconds == (300, 450, 0, 0, 0)
    assert refused(remove_participants, document, [who]) == "study.has_traces"
    day.do(give_consent(document, ids, who, [ConsentTick.TAKE_PART], on="2026-10-09"))
    assert refused(write_remark, document, ids, "then-0", "x", participant_id=who) == "study.no_notes_tick"
    assert len(document.table(Consent)) == 2


def test_three_of_five_is_a_pattern_and_becomes_an_advice_on_the_journey() -> None:
    day = Day()
    document, ids = day.document, day.ids
    said = [day.says(who, f"ik mis een bericht {who}", valence=-1) for who in range(4)]
    day.says(4, "prima")
    two = support_of_remarks(document, [document.require(Observation, one) for one in said[:2]])
    assert (two.strength, two.people, two.spoken, two.may_become_insight) == (Strength.INCONCLUSIVE, 2, 5, False)
    day.do(mark_pattern(document, ids, said[:2], "Mist bericht"))
    (pattern,) = document.table(Pattern)
    assert refused(draw_insight, document, pattern, "x") == "study.pattern_too_thin"
    assert {document.require(Observation, one).severity for one in said} == {0}
    day.do(change_remark(document, said[0], severity=3))
    assert support_of(document, document.require(Pattern, pattern)).may_become_insight
    day.do(draw_insight(document, pattern, "Zonder bericht denken mensen dat het kwijt is."))
    assert refused(give_advice, document, pattern, "Stuur een bericht", "") == "study.advice_needs_owner"
    day.do(give_advice(document, pattern, "Stuur een bericht", "Communicatie"))
    assert refused(accept_advice, document, ids, pattern, "now") == "study.advice_to_be_only"
    assert evidence_of(document, "then-0").standing is Standing.CONTESTED
    day.do(accept_advice(document, ids, pattern, "then"))
    (card,) = document.table(Card).values()
    assert (card.step_id, card.owner, card.text) == ("then-0", "Communicatie", "Stuur een bericht")
    assert evidence_of(document, "then-0").standing is Standing.CHANGED
    asked = document.require(Note, "asked")
    assert refused(answer_sprint_question, document, ids, asked.id, Verdict.NO) == "study.answer_needs_evidence"
    day.do(answer_sprint_question(document, ids, asked.id, Verdict.NO, pattern_ids=[pattern]))


def test_every_step_shows_what_citizens_made_of_it() -> None:
    day = Day()
    document = day.document
    for who in range(3):
        day.says(who, "dat klopt", "now-0", feeling=-2)
    said = list(document.table(Observation))
    first = evidence_of(document, "now-0")
    assert (first.level, first.standing, first.gap) == (Evidence.HEARD, Standing.CONTESTED, -3)
    day.do(mark_pattern(document, day.ids, said, "Klopt"))
    whole = journey_evidence(document, "now")
    assert (whole.levels[Evidence.PATTERN], whole.levels[Evidence.ASSUMED]) == (1, 1)
    assert (whole.standings[Standing.CONTESTED], whole.standings[Standing.UNTESTED]) == (1, 1)
    day.do(write_levels(document, "now"))
    assert document.require(Step, "now-0").evidence is Evidence.PATTERN
    day.do(change_remark(document, said[0], is_hidden=True))
    assert evidence_of(document, "now-0").level is Evidence.HEARD


def test_figures_show_how_few_people_they_rest_on() -> None:
    day = Day()
    document = day.document
    (mark,) = day.asks(Instrument.MARK)
    day.fill(mark, [7, 8, 7.5, 6])
    few = summarise(document, mark)
    assert (few.whole.is_dots, few.whole.mean, few.whole.values) == (True, None, (6, 7, 7.5, 8))
    assert len(few.silent) == 6
    day.fill(mark, [8, 8, 8, 8, 8, 4, 5, 6, 5, 4])
    both = summarise(document, mark)
    assert both.whole.is_indicative
    assert both.difference is not None and both.difference.value == pytest.approx(-3.2)
    assert both.difference.interval.high < 0
    assert [(one.track, one.verdict) for one in two_tracks(document, "then")] == [
        (Track.SAVED, "reached"),
        (Track.SPENT, "missed"),
    ]
    (before,) = day.asks(Instrument.MARK, "now")
    day.fill(before, [6, 6, 5, 6, 6, 3, 4, 5, 4, 3])
    change = compare(document, before, mark)
    assert change.is_paired and change.change is not None
    assert change.change.value == pytest.approx(1.6)
    (effort,) = day.asks(Instrument.CES, rule="net")
    assert refused(compare, document, before, effort) == "study.not_the_same_question"
    day.fill(effort, [7, 6, 5, 2, 1])
    net = summarise(document, effort).whole.net
    assert net is not None and net.value == 0


def test_dimensions_kano_and_sus_are_counted_by_person() -> None:
    day = Day()
    document = day.document
    six = day.asks(Instrument.EXPERIENCE)
    for question in six[:2]:
        day.fill(question, [6, 5, 7, 4, 6])
    effect, ease, _ = experience(document, "then")
    assert (effect.people, effect.spread.n) == (5, 10)
    assert effect.hundred == pytest.approx(76.7, abs=0.05)
    assert effect.spread.interval is not None
    assert effect.spread.interval.low == pytest.approx(5.6 - 1.4157, abs=5e-5)
    assert (ease.people, ease.hundred) == (0, None)
    day.do(ask_kano(document, day.ids, WORDS, "Met bericht?", "Zonder bericht?", note_id="idea"))
    pair = max(document.table(Question))
    day.do(answer_many(document, day.ids, [Answered(pair, who, 2, 5) for who in day.people[:6]]))
    day.do(answer_many(document, day.ids, [Answered(pair, day.people[6], 1)]))
    found = kano_of(document, pair)
    assert (found.whole.n, found.guess, found.differs) == (6, "A", True)
    assert found.whole.category is not None and found.whole.category.value == "M"
    sus = day.asks(Instrument.SUS)
    for question, value in zip(sus, [4, 2, 4, 1, 5, 2, 5, 2, 4, 2], strict=True):
        day.fill(question, [value])
    day.fill(sus[0], [3], first=1)
    spread, each, partial = sus_of(document, "then")
    assert (spread.values, each, partial) == ((82.5,), ((day.people[0], 82.5),), (day.people[1],))


def test_what_may_leave_the_team(tmp_path: Path) -> None:
    day = Day()
    document, ids = day.document, day.ids
    day.do(give_consent(document, ids, day.people[0], ConsentTick, on=ON))
    day.do(give_consent(document, ids, day.people[1], [ConsentTick.NOTES], on=ON, explained_by="geheim: uitleg"))
    day.says(0, "mag mee: P2 had gelijk", note_taker="geheim: KL")
    day.says(1, "geheim: zonder vinkje")
    day.do(change_remark(document, day.says(0, "geheim: verborgen"), is_hidden=True))
    phone = day.says(0, "bel 06-12345678")
    shared = shareable(document, WORDS)
    assert [place.record_id for place in shared.places] == [phone]
    day.do(redact_field(document, phone, "text", WORDS))
    shared = shareable(document, WORDS)
    assert shared.places == ()
    assert shared.left_out["observations"] == 2 and shared.left_out["consents"] == 2
    tables: dict[str, dict[str, dict[str, object]]] = {}
    for record in shared.document:
        tables.setdefault(record.TABLE, {})[record.id] = encode(record)
    path = tmp_path / "voor buiten.sprint"
    hand_over(Disk(), path, "0123abcd", tables, [], datetime(2026, 10, 9, tzinfo=UTC))
    assert canaries_in(tmp_path, ["geheim", "06-12345678", '"P2"', "P2 had"]) == []
    there = read_copy(path).document
    assert {one.text for one in there.table(Observation).values()} == {
        "mag mee: [deelnemer] had gelijk",
        "bel [telefoonnummer]",
    }


def test_what_is_due_is_listed_on_its_day() -> None:
    day = Day()
    day.says(0, "iets")
    day.do(change_study(day.document, **proposed_dates(date(2026, 10, 8))))
    assert [due for due in retention(day.document, date(2027, 4, 5)) if due.is_due] == []
    assert [due.field for due in retention(day.document, date(2027, 4, 6)) if due.is_due] == ["notes_until"]
