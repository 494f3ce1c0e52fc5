"""What the answers say, as cards with dots and words; the window and the paper show the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from statistics import median
from types import MappingProxyType
from typing import NamedTuple

from sprint.document import Document
from sprint.i18n import Translator, closed
from sprint.insight.intervals import Difference
from sprint.insight.survey import (
    FEWEST_FIRM,
    Spread,
    compare,
    experience,
    same_question,
    summarise,
    sus_of,
    two_tracks,
)
from sprint.journeys import journeys
from sprint.records import Answer, Instrument, Journey, JourneyKind, Question
from sprint.study.charts import TRACK_MARKS, TRACK_ROLES, DotRow, Scale
from sprint.study.instruments import FORMS, SUCCESS_ANSWERS
from sprint.study.questions import answers_of, questions_of

_TOP_MARK = 10.0
_PERCENT = 100
_AGAINST_KEYS = {"reached": "figure.reached", "missed": "figure.missed", "open": "figure.target_open"}
_OWN_CARDS = (Instrument.KANO, Instrument.SUS)
_OF_JOURNEYS = (Instrument.EXPERIENCE, Instrument.MARK)


class FigureCard(NamedTuple):
    """One thing that was asked: its rows of dots on a scale, the same told in words, and answers in people's own words.

    `items` are the questions that the rows take together, each with what was answered to it.
    """

    title: str
    note: str
    rows: tuple[DotRow, ...]
    scale: Scale
    told: tuple[str, ...]
    words: tuple[str, ...] = ()
    items: tuple[tuple[str, str], ...] = ()


def figure_cards(document: Document, t: Translator) -> list[FigureCard]:
    """Give a card for everything that was answered: by journey, the desired one first, then the other questions."""
    cards: list[FigureCard] = []
    for journey in journeys(document)[::-1]:
        cards += _marks(document, journey, t)
        cards += _experience(document, journey, t)
        cards += _sus(document, journey, t)
    for question in questions_of(document):
        is_shown = question.instrument in _OF_JOURNEYS and question.journey_id
        if question.instrument not in _OWN_CARDS and not is_shown:
            cards += _question(document, question, t)
    return [*cards, *_comparisons(document, t)]


def spread_words(
    t: Translator, spread: Spread, people: int | None = None, names: Mapping[float, str] = MappingProxyType({})
) -> str:
    """Say what some answers are; below five people only the answers themselves.

    `names` are the words for points that are no numbers to a reader: these have no middle.
    """
    number = t.number
    count = spread.n if people is None else people
    if not spread.n:
        return t("figure.nobody_answered")
    if spread.is_dots or spread.median is None:
        shown = ", ".join(names.get(value) or plain_number(t, value) for value in spread.values)
        return t("figure.only_dots", count=count, values=shown)
    parts = [t("figure.answered", count=count)]
    if spread.share is not None:
        low, high = (round(_PERCENT * edge) for edge in spread.share.interval)
        parts.append(t("figure.share_of", people=spread.share.people, n=spread.share.n, low=low, high=high))
    elif spread.net is not None:
        low_net, high_net = (t.signed(round(_PERCENT * edge)) for edge in spread.net.interval)
        parts.append(t("figure.net", value=t.signed(round(_PERCENT * spread.net.value)), low=low_net, high=high_net))
    elif spread.typical is not None and spread.typical_interval is not None:
        low_time, high_time = (number(edge, 1) for edge in spread.typical_interval)
        parts.append(t("figure.typical", value=number(spread.typical, 1), low=low_time, high=high_time))
    elif spread.mean is not None and spread.interval is not None:
        low_mean, high_mean = (number(edge, 1) for edge in spread.interval)
        parts.append(t("figure.mean", value=number(spread.mean, 1), low=low_mean, high=high_mean))
    if not names:
        parts.append(t("figure.median", value=plain_number(t, spread.median)))
    if count < FEWEST_FIRM:
        parts.append(t("figure.indicative"))
    return " ".join(parts)


def plain_number(t: Translator, value: float) -> str:
    """Write a number with a decimal only where it has one."""
    return t.number(value, 0 if value == int(value) else 1)


def difference_words(t: Translator, difference: Difference, *, is_paired: bool = False) -> str:
    """Say how two groups differ, always with the interval."""
    low, high = (_signed(t, edge) for edge in difference.interval)
    key = "figure.difference_open" if difference.interval.holds_zero else "figure.difference_sure"
    words = t(key, value=_signed(t, difference.value), low=low, high=high)
    return " ".join([words, t("figure.same_people")]) if is_paired else words


def _signed(t: Translator, value: float) -> str:
    shown = t.number(abs(value), 1)
    return f"−{shown}" if value < 0 else f"+{shown}" if value > 0 else shown


# ---- the kinds of cards


def _marks(document: Document, journey: Journey, t: Translator) -> Iterator[FigureCard]:
    found = [mark for mark in two_tracks(document, journey.id) if mark.spread.n]
    if not found:
        return
    rows, told = [], []
    for mark in found:
        name = t(f"kind.track.{mark.track.value}")
        row = _row(f"{name} · {mark.spread.n}", mark.spread, TRACK_ROLES[mark.track], TRACK_MARKS[mark.track])
        rows.append(replace(row, target=(mark.target, _TOP_MARK)))
        against = t(_AGAINST_KEYS.get(mark.verdict, "figure.target_dots"), target=plain_number(t, mark.target))
        told.append(f"{name}: {spread_words(t, mark.spread)} {against}")
    title = t("figure.marks_title", journey=_name(journey, t))
    words = _said(document, journey, Instrument.MARK)
    yield FigureCard(title, t("figure.marks_note"), tuple(rows), Scale(1.0, _TOP_MARK), tuple(told), words)


def _experience(document: Document, journey: Journey, t: Translator) -> Iterator[FigureCard]:
    found = [one for one in experience(document, journey.id) if one.people]
    if not found:
        return
    rows = tuple(_row(f"{t(one.text)} · {one.people}", one.spread) for one in found)
    told = tuple(f"{t(one.text)}: {spread_words(t, one.spread, one.people)}" for one in found)
    asked = _asked(document, journey, Instrument.EXPERIENCE)
    items = tuple((question.text, _item_words(t, answers)) for question, answers in asked)
    title = t("figure.experience_title", journey=_name(journey, t))
    words = _said(document, journey, Instrument.EXPERIENCE)
    yield FigureCard(title, t("study.experience_note"), rows, Scale(1.0, 7.0), told, words, items)


def _sus(document: Document, journey: Journey, t: Translator) -> Iterator[FigureCard]:
    spread, _, partial = sus_of(document, journey.id)
    if not spread.n and not partial:
        return
    told = [spread_words(t, spread)]
    if partial:
        told.append(t("figure.sus_partial", count=len(partial)))
    yield FigureCard(t("study.sus"), t("study.sus_note"), (_row("SUS", spread),), Scale(0.0, 100.0), tuple(told))


def _question(document: Document, question: Question, t: Translator) -> Iterator[FigureCard]:
    found = summarise(document, question.id)
    if not found.whole.n and not found.words:
        return
    everybody = t("figure.everybody")
    scale = _scale(question, found.whole.values, t)
    rows = [_row(everybody, found.whole)]
    told = [f"{everybody}: {spread_words(t, found.whole, names=scale.names)}"]
    for track, spread in found.tracks:
        if spread.n and spread.n != found.whole.n:
            name = t(f"kind.track.{track.value}")
            rows.append(_row(f"{name} · {spread.n}", spread, TRACK_ROLES[track], TRACK_MARKS[track]))
            told.append(f"{name}: {spread_words(t, spread, names=scale.names)}")
    if found.difference is not None:
        told.append(difference_words(t, found.difference))
    yield FigureCard(question.text, t(FORMS[question.instrument].note), tuple(rows), scale, tuple(told), found.words)


def _comparisons(document: Document, t: Translator) -> Iterator[FigureCard]:
    seen: set[str] = set()
    for question in questions_of(document):
        for other in same_question(document, question.id):
            pair = sorted((question, other), key=lambda one: (_is_desired(document, one), one.order))
            if {one.id for one in pair} & seen or question.instrument in _OWN_CARDS:
                continue
            seen |= {one.id for one in pair}
            found = compare(document, pair[0].id, pair[1].id)
            if not (found.before.n and found.after.n):
                continue
            now, later = t("figure.now"), t("figure.later")
            values = (*found.before.values, *found.after.values)
            scale = _scale(question, values, t)
            pairs = ((now, found.before), (later, found.after))
            told = [f"{when}: {spread_words(t, spread, names=scale.names)}" for when, spread in pairs]
            if found.change is not None:
                told.append(difference_words(t, found.change, is_paired=found.is_paired))
            rows = (_row(now, found.before), _row(later, found.after, "accent", "square"))
            title = t("figure.compare_title", question=question.text)
            yield FigureCard(title, t("figure.compare_note"), rows, scale, tuple(told))


def _is_desired(document: Document, question: Question) -> bool:
    found = document.get(question.journey_id) if question.journey_id else None
    return isinstance(found, Journey) and found.kind is JourneyKind.TO_BE


def _scale(question: Question, values: tuple[float, ...], t: Translator) -> Scale:
    if question.instrument is Instrument.TIME and values:
        return Scale(0.0, max(values))
    names = SUCCESS_ANSWERS if question.instrument is Instrument.SUCCESS else ()
    words = {float(question.lowest + place): t(key) for place, key in enumerate(names)}
    return Scale(float(question.lowest), float(question.highest), words)


def _row(label: str, spread: Spread, role: str = "ink", shape: str = "round") -> DotRow:
    interval = spread.interval or spread.typical_interval
    middle = spread.mean if spread.mean is not None else spread.typical
    low, high = interval if interval is not None else (None, None)
    return DotRow(label, spread.values, role, shape, low=low, high=high, middle=middle)


def _item_words(t: Translator, answers: list[Answer]) -> str:
    spread = Spread(tuple(sorted(one.value for one in answers if one.value is not None)))
    if spread.is_dots:
        return spread_words(t, spread)
    return t("figure.item", count=spread.n, value=plain_number(t, median(spread.values)))


def _name(journey: Journey, t: Translator) -> str:
    return closed(journey.title) or t(f"kind.journey.{journey.kind.value}")


def _asked(document: Document, journey: Journey, instrument: Instrument) -> list[tuple[Question, list[Answer]]]:
    """Give what an instrument asks about a journey, with the answers; what nobody answered is left out."""
    asked = [one for one in questions_of(document) if one.instrument is instrument and one.journey_id == journey.id]
    return [(one, answers) for one in asked if (answers := answers_of(document, one.id))]


def _said(document: Document, journey: Journey, instrument: Instrument) -> tuple[str, ...]:
    asked = _asked(document, journey, instrument)
    return tuple(one.text.strip() for _, answers in asked for one in answers if one.text.strip())
