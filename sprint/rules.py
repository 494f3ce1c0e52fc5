"""What a single record may hold; asked on every write and for every record that is read from a file."""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite
from typing import Any

from sprint.records import (
    Answer,
    Ballot,
    Block,
    Interview,
    Journey,
    Note,
    Observation,
    Persona,
    Phase,
    Question,
    Record,
    Step,
    Study,
    TimerRun,
    VoteRound,
)

LOWEST_FEELING, HIGHEST_FEELING = -3, 3
MOST_SEVERE = 3
LEAST_PRIORITY = 3
LONGEST_BLOCK_MINUTES = 24 * 60
LONGEST_WAIT_DAYS = 36_500
LARGEST_ANSWER = 1e9
LONGEST_SCALE = 10_000
MOST_VOTERS = 10_000
LOWEST_MARK, HIGHEST_MARK = 1.0, 10.0


def fault_of(record: Record) -> str:
    """Name the field of `record` that holds an impossible value, or return an empty string."""
    rule = _RULES.get(type(record))
    return rule(record) if rule is not None else ""


def rule_of(kind: type[Record]) -> Callable[[Any], str] | None:
    """Return what `fault_of` asks of records of this kind, or None when anything goes."""
    return _RULES.get(kind)


def _step_fault(step: Any) -> str:
    if step.feeling is not None and not LOWEST_FEELING <= step.feeling <= HIGHEST_FEELING:
        return "feeling"
    if not 0 <= step.wait_days <= LONGEST_WAIT_DAYS:
        return "wait_days"
    if not 0 <= step.term_days <= LONGEST_WAIT_DAYS:
        return "term_days"
    for name in ("minutes", "cost_cents", "row"):
        if getattr(step, name) < 0:
            return name
    return "" if _is_place(step.pin_x) and _is_place(step.pin_y) else "pin_x"


def _is_place(value: float | None) -> bool:
    return value is None or isfinite(value)


def _journey_fault(journey: Any) -> str:
    for name in ("target_saved", "target_spent"):
        if not LOWEST_MARK <= getattr(journey, name) <= HIGHEST_MARK:
            return name
    return ""


def _phase_fault(phase: Any) -> str:
    for name in ("expected_days", "term_days"):
        if not 0 <= getattr(phase, name) <= LONGEST_WAIT_DAYS:
            return name
    return ""


def _persona_fault(persona: Any) -> str:
    return "" if persona.interviews >= 0 else "interviews"


def _remark_fault(remark: Any) -> str:
    if remark.valence not in (-1, 0, 1):
        return "valence"
    if remark.feeling is not None and not LOWEST_FEELING <= remark.feeling <= HIGHEST_FEELING:
        return "feeling"
    return "" if 0 <= remark.severity <= MOST_SEVERE else "severity"


def _block_fault(block: Any) -> str:
    for name in ("minutes", "least", "most", "planned_minutes"):
        if not 0 <= getattr(block, name) <= LONGEST_BLOCK_MINUTES:
            return name
    return "" if 0 <= block.priority <= LEAST_PRIORITY else "priority"


def _run_fault(run: Any) -> str:
    for name in ("planned_seconds", "counted_seconds", "skipped_seconds"):
        if getattr(run, name) < 0:
            return name
    return "" if isfinite(run.added_seconds) and isfinite(run.step_offset) else "added_seconds"


def _note_fault(note: Any) -> str:
    if note.valence not in (-1, 0, 1):
        return "valence"
    for name in ("x", "y"):
        place = getattr(note, name)
        if place is not None and not 0 <= place <= 1:
            return name
    return ""


def _round_fault(vote: Any) -> str:
    for name in ("dots", "decider_dots", "most_per_option"):
        if getattr(vote, name) < 0:
            return name
    return "" if 0 <= vote.voters <= MOST_VOTERS else "voters"


def _ballot_fault(ballot: Any) -> str:
    return "marks" if any(dots < 0 for dots in ballot.marks) else ""


def _study_fault(study: Any) -> str:
    for name in ("planned_saved", "planned_spent", "withdrawn"):
        if getattr(study, name) < 0:
            return name
    return ""


def _question_fault(question: Any) -> str:
    return "" if 0 < question.highest - question.lowest <= LONGEST_SCALE else "highest"


def _answer_fault(answer: Any) -> str:
    for name in ("value", "opposite"):
        value = getattr(answer, name)
        if value is not None and not abs(value) <= LARGEST_ANSWER:
            return name
    return ""


def _interview_fault(interview: Any) -> str:
    return "act_seconds" if interview.act < 0 or any(seconds < 0 for seconds in interview.act_seconds) else ""


_RULES: dict[type[Record], Callable[[Any], str]] = {
    Step: _step_fault,
    Journey: _journey_fault,
    Phase: _phase_fault,
    Persona: _persona_fault,
    Observation: _remark_fault,
    Block: _block_fault,
    TimerRun: _run_fault,
    Note: _note_fault,
    VoteRound: _round_fault,
    Ballot: _ballot_fault,
    Study: _study_fault,
    Question: _question_fault,
    Interview: _interview_fault,
    Answer: _answer_fault,
}
