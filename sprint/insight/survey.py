"""What the answers say: how many, how they are spread, and how sure that is; below five people only dots.

A number never stands without its n. Groups are compared only with the interval of their difference, and the present
journey with the desired one only by the very same question.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import fmean
from typing import NamedTuple

from sprint.document import Document
from sprint.errors import SprintError
from sprint.insight import kano, scores
from sprint.insight.intervals import (
    Difference,
    Interval,
    Net,
    bootstrap,
    difference_of_means,
    difference_of_pairs,
    geometric_interval,
    geometric_mean,
    mean_interval,
    median,
)
from sprint.records import Answer, Instrument, Journey, Note, Participant, Question, Track
from sprint.study.instruments import DIMENSIONS, FORMS
from sprint.study.questions import answers_of, questions_of

FEWEST = 5
"""Below so many answers every answer is a dot and no number is given (method 6.7)."""
FEWEST_FIRM = 12
"""Below so many answers a number is indicative (method 12, check 17)."""


class Spread(NamedTuple):
    """Some answers: sorted values, and from five on the numbers that fit the instrument; None where one does not.

    `interval` belongs to `mean` (t, cut to the scale), `median_interval` to `median` (bootstrap), `share` to CSAT, CES
    by the rule "top" and success, `net` to CES by the rule "net", `typical` (geometric mean) to time.
    """

    values: tuple[float, ...]
    median: float | None = None
    median_interval: Interval | None = None
    mean: float | None = None
    interval: Interval | None = None
    share: scores.Share | None = None
    net: Net | None = None
    typical: float | None = None
    typical_interval: Interval | None = None

    @property
    def n(self) -> int:
        """How many answered."""
        return len(self.values)

    @property
    def is_dots(self) -> bool:
        """Whether there are too few answers for a number."""
        return self.n < FEWEST

    @property
    def is_indicative(self) -> bool:
        """Whether the numbers are no more than an indication."""
        return FEWEST <= self.n < FEWEST_FIRM


class Summary(NamedTuple):
    """One question: everybody, each track apart, and the second track less the first with its interval.

    `difference` is None when a track has fewer than five answers. `words` are answers in words, `silent` the ids of the
    participants who did not answer.
    """

    question: Question
    whole: Spread
    tracks: tuple[tuple[Track, Spread], ...]
    difference: Difference | None
    words: tuple[str, ...]
    silent: tuple[str, ...]


class Comparison(NamedTuple):
    """The same question about two journeys; the change with its interval, of the same people when `is_paired`."""

    before: Spread
    after: Spread
    change: Difference | None
    is_paired: bool


class Dimension(NamedTuple):
    """One of the three things our six questions ask: the answers to both items together, and `people` who gave them.

    `hundred` is the mean as 0 … 100 with its formula in the open; the three are never added up and are no index.
    """

    name: str
    text: str
    spread: Spread
    people: int
    hundred: float | None


class KanoSummary(NamedTuple):
    """A Kano pair: the result of everybody and of each track, who chose what, and what the team guessed ("" if not)."""

    question: Question
    whole: kano.KanoResult
    tracks: tuple[tuple[Track, kano.KanoResult], ...]
    raw: tuple[tuple[str, kano.Category], ...]
    guess: str

    @property
    def differs(self) -> bool | None:
        """Whether citizens say something else than the team guessed; None when one of the two is missing."""
        if not self.guess or self.whole.category is None:
            return None
        return self.guess != self.whole.category.value


class TrackMark(NamedTuple):
    """The school marks of one track against the target that the team set for it.

    `verdict`: "reached" when the whole interval lies at or above the target, "missed" when it lies below, "open" when
    the target is inside, "" below five marks.
    """

    track: Track
    target: float
    spread: Spread
    verdict: str


def summarise(document: Document, question_id: str) -> Summary:
    """Return what the answers to a question say; a Kano pair also has `kano_of`, SUS also `sus_of`."""
    question = document.require(Question, question_id)
    answers = answers_of(document, question.id)
    whole = _spread(question, [answer for answer in answers if answer.value is not None])
    tracks = tuple((track, _spread(question, _of_track(document, answers, track))) for track in _tracks(document))
    by_track = dict(tracks)
    given = {answer.participant_id for answer in answers}
    everybody = sorted(document.table(Participant).values(), key=lambda who: (who.order, who.id))
    return Summary(
        question,
        whole,
        tracks,
        _difference(by_track.get(Track.SAVED), by_track.get(Track.SPENT)),
        tuple(answer.text for answer in answers if answer.text.strip()),
        tuple(who.id for who in everybody if who.id not in given),
    )


def compare(document: Document, before_id: str, after_id: str) -> Comparison:
    """Compare the present journey with the desired one by one question that was asked about both.

    Raises SprintError when the two are not the same question, for then a difference says nothing.
    """
    before, after = document.require(Question, before_id), document.require(Question, after_id)
    if _kind_of(before) != _kind_of(after):
        raise SprintError("study.not_the_same_question")
    first = {one.participant_id: one.value for one in answers_of(document, before.id) if one.value is not None}
    second = {one.participant_id: one.value for one in answers_of(document, after.id) if one.value is not None}
    both = [who for who in first if who in second]
    is_paired = len(both) >= FEWEST
    spread_before, spread_after = (_spread_of(before, list(side.values())) for side in (first, second))
    if is_paired:
        change = difference_of_pairs([first[who] for who in both], [second[who] for who in both])
    else:
        change = _difference(spread_before, spread_after)
    return Comparison(spread_before, spread_after, change, is_paired)


def same_question(document: Document, question_id: str) -> list[Question]:
    """Return the questions that ask the very same of something else, so that they can be compared."""
    question = document.require(Question, question_id)
    return [one for one in questions_of(document) if one.id != question.id and _kind_of(one) == _kind_of(question)]


def _kind_of(question: Question) -> tuple[object, ...]:
    words = "" if question.item or question.instrument in _ONE_ITEM else (question.text, question.opposite)
    return question.instrument, question.item, words, question.lowest, question.highest, question.rule


_ONE_ITEM = frozenset(instrument for instrument, form in FORMS.items() if len(form.items) == 1)


def experience(document: Document, journey_id: str) -> list[Dimension]:
    """Return the three dimensions of our six questions about a journey, those that were asked."""
    found = []
    items = {item.name: item.dimension for item in FORMS[Instrument.EXPERIENCE].items}
    asked = [
        question
        for question in questions_of(document)
        if question.instrument is Instrument.EXPERIENCE and question.journey_id == journey_id
    ]
    for name, text in DIMENSIONS.items():
        questions = [question for question in asked if items.get(question.item) == name]
        if not questions:
            continue
        answers = [one for question in questions for one in answers_of(document, question.id) if one.value is not None]
        people = len({answer.participant_id for answer in answers})
        spread = Spread(tuple(sorted(_numbers(answers))))
        if people >= FEWEST:
            # Two answers of one person are no two people: the interval is that of the persons' own means.
            means = _means_by_person(answers)
            low, high = questions[0].lowest, questions[0].highest
            spread = _numbered(questions[0], spread.values)._replace(
                mean=fmean(means), interval=mean_interval(means, low, high), median_interval=bootstrap(means, median)
            )
        hundred = None
        if spread.mean is not None and people >= FEWEST:
            hundred = scores.as_hundred(spread.mean, questions[0].lowest, questions[0].highest)
        found.append(Dimension(name, text, spread, people, hundred))
    return found


def _means_by_person(answers: Sequence[Answer]) -> list[float]:
    by_person: dict[str, list[float]] = {}
    for answer in answers:
        by_person.setdefault(answer.participant_id, []).extend(_numbers([answer]))
    return [fmean(values) for values in by_person.values()]


def kano_of(document: Document, question_id: str) -> KanoSummary:
    """Return what a Kano pair says; an answer of which one half is missing or off the scale does not count."""
    question = document.require(Question, question_id)
    answers = [one for one in answers_of(document, question.id) if _is_pair(one)]
    tracks = tuple((track, _kano(_of_track(document, answers, track))) for track in _tracks(document))
    raw = tuple((one.participant_id, kano.classify(*_pair(one))) for one in answers)
    note = document.get(question.note_id) if question.note_id else None
    return KanoSummary(question, _kano(answers), tracks, raw, note.mark if isinstance(note, Note) else "")


def kano_beside_guess(document: Document) -> list[KanoSummary]:
    """Return every Kano pair with what the team guessed of the idea (`Note.mark`), in the order of the questions."""
    pairs = (question for question in questions_of(document) if question.instrument is Instrument.KANO)
    return [kano_of(document, question.id) for question in pairs]


def sus_of(document: Document, journey_id: str = "") -> tuple[Spread, tuple[tuple[str, float], ...], tuple[str, ...]]:
    """Return SUS about a journey: the scores, each participant's, and the ids of those who did not answer all ten."""
    asked = [
        question
        for question in questions_of(document)
        if question.instrument is Instrument.SUS and question.journey_id == journey_id
    ]
    names = [item.name for item in FORMS[Instrument.SUS].items]
    by_person: dict[str, dict[str, int]] = {}
    for question in asked:
        for answer in answers_of(document, question.id):
            if question.item in names and _is_on(Instrument.SUS, answer.value):
                by_person.setdefault(answer.participant_id, {})[question.item] = int(answer.value or 0)
    whole = {who: [given[name] for name in names] for who, given in by_person.items() if len(given) == len(names)}
    each = tuple((who, scores.sus_score(answers)) for who, answers in whole.items())
    partial = tuple(who for who in by_person if who not in whole)
    return _with_mean(Spread(tuple(sorted(score for _, score in each))), 0, 100), each, partial


def two_tracks(document: Document, journey_id: str) -> list[TrackMark]:
    """Return each track's school marks about a journey against its own target; the two are never made one number."""
    journey = document.require(Journey, journey_id)
    targets = ((Track.SAVED, journey.target_saved), (Track.SPENT, journey.target_spent))
    found = []
    for question in questions_of(document):
        if question.instrument is not Instrument.MARK or question.journey_id != journey.id:
            continue
        answers = answers_of(document, question.id)
        for track, target in targets:
            spread = _spread(question, _of_track(document, answers, track))
            found.append(TrackMark(track, target, spread, _against(spread, target)))
    return found


def _against(spread: Spread, target: float) -> str:
    if spread.is_dots or spread.interval is None:
        return ""
    return "reached" if spread.interval.low >= target else "missed" if spread.interval.high < target else "open"


# ---- the parts


def _tracks(document: Document) -> list[Track]:
    there = {who.track for who in document.table(Participant).values()}
    return [track for track in (Track.SAVED, Track.SPENT, Track.OPEN) if track in there]


def _of_track(document: Document, answers: Sequence[Answer], track: Track) -> list[Answer]:
    return [one for one in answers if document.require(Participant, one.participant_id).track is track]


def _numbers(answers: Sequence[Answer]) -> list[float]:
    return [answer.value for answer in answers if answer.value is not None]


def _is_on(instrument: Instrument, value: float | None) -> bool:
    """Whether a value is one that the instrument knows; a file from elsewhere may hold others, which do not count."""
    form = FORMS[instrument]
    return value is not None and form.lowest <= value <= form.highest


def _is_pair(answer: Answer) -> bool:
    return _is_on(Instrument.KANO, answer.value) and _is_on(Instrument.KANO, answer.opposite)


def _pair(answer: Answer) -> tuple[int, int]:
    return int(answer.value or 0), int(answer.opposite or 0)


def _kano(answers: Sequence[Answer]) -> kano.KanoResult:
    return kano.result_of(_pair(answer) for answer in answers)


def _spread(question: Question, answers: Sequence[Answer]) -> Spread:
    return _spread_of(question, _numbers(answers))


def _spread_of(question: Question, values: Sequence[float]) -> Spread:
    ordered = tuple(sorted(values))
    return _numbered(question, ordered) if len(ordered) >= FEWEST else Spread(ordered)


def _numbered(question: Question, values: tuple[float, ...]) -> Spread:
    """Give the numbers that fit the instrument."""
    base = Spread(values)
    instrument, rule = question.instrument, question.rule
    if instrument in (Instrument.KANO, Instrument.SUS):
        return base  # a single half or item says nothing by itself
    if instrument is Instrument.TIME:
        above = all(value > 0 for value in values)
        base = base._replace(
            typical=geometric_mean(values) if above else None,
            typical_interval=geometric_interval(values) if above else None,
        )
        return base._replace(median=median(values), median_interval=bootstrap(values, median))
    share: Callable[[Sequence[float]], scores.Share | None] | None = _SHARES.get((instrument, rule))
    if share is not None:
        return base._replace(share=share(values), median=median(values))
    if (instrument, rule) == (Instrument.CES, "net"):
        return base._replace(net=scores.ces_net(values), median=median(values))
    return _with_mean(base, question.lowest, question.highest)


_SHARES: dict[tuple[Instrument, str], Callable[[Sequence[float]], scores.Share | None]] = {
    (Instrument.CSAT, ""): scores.csat,
    (Instrument.CES, "top"): scores.ces_top,
    (Instrument.SUCCESS, ""): scores.success,
}


def _with_mean(spread: Spread, lowest: float, highest: float) -> Spread:
    values = spread.values
    if len(values) < FEWEST:
        return spread
    return spread._replace(
        median=median(values),
        median_interval=bootstrap(values, median),
        mean=fmean(values),
        interval=mean_interval(values, lowest, highest),
    )


def _difference(first: Spread | None, second: Spread | None) -> Difference | None:
    if first is None or second is None or first.is_dots or second.is_dots:
        return None
    return difference_of_means(first.values, second.values)
