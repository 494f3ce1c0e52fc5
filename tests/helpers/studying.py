"""How to draw the edits of the study: participants, texts, talks, questionnaires, patterns, verdicts and redaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from sprint.diff import Diff
from sprint.document import Document
from sprint.edits import beside, interviews, patterns, redact, study, survey, verdicts
from sprint.errors import IntegrityError, SprintError
from sprint.i18n import Translator
from sprint.ids import IdSource
from sprint.records import (
    ConsentTick,
    Instrument,
    Interview,
    Journey,
    Note,
    Observation,
    Participant,
    Pattern,
    Question,
    Record,
    Step,
    StudyTextKind,
    Track,
    Verdict,
)

Edit = Callable[[st.DrawFn, Document, IdSource], Diff | None]
Kinds = tuple[type[Record], ...]

STAYS = "participant-1"
"""The participant whom nothing deletes: on others a fact would rest that an undo must take away."""
WORDS = st.text(alphabet="ab é06-12", max_size=9)
FULL = WORDS.map(lambda text: f"x{text}")
KEYS = Translator("nl", {})
AT = "2026-10-08T09:30:00+00:00"
INSTRUMENTS = st.sampled_from([one for one in Instrument if one not in (Instrument.KANO, Instrument.OWN)])


def _one(draw: st.DrawFn, document: Document, kind: type[Record]) -> str:
    return draw(st.sampled_from(sorted(document.table(kind))))


def _one_beside(draw: st.DrawFn, document: Document) -> str:
    """Draw a remark that stands beside another one; where none does, it is refused as it is for people."""
    pairs = beside.beside_pairs(document)
    if not pairs:
        raise SprintError("study.no_open_advice")
    return draw(st.sampled_from([other.id for _, other in pairs]))


def _some(draw: st.DrawFn, document: Document, kind: type[Record]) -> list[str]:
    return draw(st.lists(st.sampled_from(sorted(document.table(kind))), min_size=1, max_size=3))


def _or_refused(edit: Callable[..., Diff]) -> Edit:
    """Give nothing where the edit refuses with a sentence for people; a broken rule of the document still shows."""

    def drawn(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff | None:
        try:
            return edit(draw, document, ids)
        except IntegrityError:
            raise
        except SprintError:
            return None

    return drawn


def _remove(draw: st.DrawFn, document: Document, _: IdSource) -> Diff:
    return study.remove_participants(document, [one for one in _some(draw, document, Participant) if one != STAYS])


def _answer_many(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    pairs = [(one, _one(draw, document, Participant)) for one in _some(draw, document, Question)]
    given = [
        survey.Given(question, who, draw(st.none() | st.integers(1, 5)), text=draw(WORDS)) for question, who in pairs
    ]
    return survey.answer_many(document, ids, given)


def _verdict(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    seen = _some(draw, document, Observation)
    return verdicts.answer_sprint_question(
        document, ids, _one(draw, document, Note), draw(st.sampled_from(Verdict)), observation_ids=seen
    )


def _with(edit: Callable[..., Diff], kind: type[Record], *more: st.SearchStrategy[Any]) -> Edit:
    """Draw an edit of one record of a kind, with drawn values behind it."""
    return _or_refused(lambda d, x, _: edit(x, _one(d, x, kind), *(d(one) for one in more)))


STUDYING: Mapping[str, tuple[Kinds, Edit]] = MappingProxyType(
    {
        "accept_advice": (
            (Pattern, Journey, Step),
            _or_refused(
                lambda d, x, ids: patterns.accept_advice(
                    x, ids, _one(d, x, Pattern), _one(d, x, Journey), step_id=_one(d, x, Step)
                )
            ),
        ),
        "add_to_pattern": (
            (Pattern, Observation),
            lambda d, x, _: patterns.add_to_pattern(x, _one(d, x, Pattern), _some(d, x, Observation)),
        ),
        "answer": (
            (Question, Participant),
            _or_refused(
                lambda d, x, ids: survey.answer(
                    x, ids, _one(d, x, Question), _one(d, x, Participant), d(st.none() | st.integers(0, 8))
                )
            ),
        ),
        "answer_many": ((Question, Participant), _or_refused(_answer_many)),
        "answer_sprint_question": ((Note, Observation), _or_refused(_verdict)),
        "ask": ((), lambda d, x, ids: survey.ask(x, ids, d(INSTRUMENTS), KEYS)),
        "ask_kano": ((), lambda d, x, ids: survey.ask_kano(x, ids, KEYS, d(FULL), d(FULL))),
        "ask_own": ((), lambda d, x, ids: survey.ask_own(x, ids, d(FULL), lowest=0, highest=5)),
        "change_participant": (
            (Participant,),
            lambda d, x, _: study.change_participant(
                x, _one(d, x, Participant), group=d(WORDS), track=d(st.sampled_from(Track))
            ),
        ),
        "change_pattern": ((Pattern,), lambda d, x, _: patterns.change_pattern(x, _one(d, x, Pattern), title=d(FULL))),
        "change_study": ((), lambda d, x, _: study.change_study(x, contact=d(WORDS))),
        "draw_insight": ((Pattern,), _with(patterns.draw_insight, Pattern, WORDS)),
        "give_advice": ((Pattern,), _with(patterns.give_advice, Pattern, WORDS, WORDS)),
        "invite": ((), lambda d, x, ids: study.invite(x, ids, d(st.integers(1, 3)))),
        "keep_both": ((Observation,), _with(beside.keep_both, Observation)),
        "keep_ours": ((Observation,), _with(beside.keep_ours, Observation)),
        "keep_theirs": (
            (Observation,),
            _or_refused(lambda d, x, _: beside.keep_theirs(x, _one_beside(d, x))),
        ),
        "mark_came": ((Participant,), lambda d, x, _: study.mark_came(x, _one(d, x, Participant))),
        "mark_pattern": (
            (Observation,),
            lambda d, x, ids: patterns.mark_pattern(x, ids, _some(d, x, Observation), d(FULL)),
        ),
        "redact_field": (
            (Observation,),
            lambda d, x, _: redact.redact_field(x, _one(d, x, Observation), "text", KEYS),
        ),
        "reject_advice": ((Pattern,), _with(patterns.reject_advice, Pattern, WORDS)),
        "remove_participants": ((Participant,), _or_refused(_remove)),
        "remove_pattern": ((Pattern,), _with(patterns.remove_pattern, Pattern)),
        "remove_question": ((Question,), _with(survey.remove_question, Question)),
        "take_from_pattern": (
            (Pattern, Observation),
            lambda d, x, _: patterns.take_from_pattern(x, _one(d, x, Pattern), _some(d, x, Observation)),
        ),
        "write_levels": ((Journey,), _with(verdicts.write_levels, Journey)),
        "write_remark": (
            (Step, Participant),
            _or_refused(
                lambda d, x, ids: interviews.write_remark(
                    x,
                    ids,
                    _one(d, x, Step),
                    d(WORDS),
                    participant_id=_one(d, x, Participant),
                    severity=d(st.integers(0, 3)),
                    feeling=d(st.none() | st.integers(-3, 3)),
                )
            ),
        ),
        "write_text": (
            (),
            lambda d, x, ids: study.write_text(x, ids, d(st.sampled_from(StudyTextKind)), "nl", d(WORDS)),
        ),
    }
)
"""The edits of the study, as `strategies.EDITS`."""


def _consent(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    ticks = draw(st.lists(st.sampled_from(ConsentTick)))
    return study.give_consent(document, ids, STAYS, ticks, on="2026-10-08")


def _talk(edit: Callable[..., Diff], *more: Any, **named: Any) -> tuple[Kinds, Edit]:
    return (Interview,), _or_refused(lambda d, x, _: edit(x, _one(d, x, Interview), *more, **named))


STUDY_FACTS: Mapping[str, tuple[Kinds, Edit]] = MappingProxyType(
    {
        "begin_interview": (
            (),
            _or_refused(
                lambda d, x, ids: interviews.begin_interview(x, ids, STAYS, at=AT, is_recorded=d(st.booleans()))
            ),
        ),
        "end_interview": _talk(interviews.end_interview, at="2026-10-08T10:15:00+00:00"),
        "give_consent": ((), _consent),
        "go_to_act": _talk(interviews.go_to_act, 4, at="2026-10-08T09:45:00+00:00"),
        "record_interview": _talk(interviews.record_interview, True),
        "write_debrief": _talk(interviews.write_debrief, went_well="rust"),
    }
)
"""The facts of the study, as `strategies.FACTS`."""
