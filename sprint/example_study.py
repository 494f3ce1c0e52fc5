"""What the example knows of its citizens: what they said, agreed to and answered, and what was made of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sprint.edits.order import GAP
from sprint.edits.survey import KANO_TABLE
from sprint.i18n import Translator
from sprint.records import STUDY_ID, ConsentTick, Instrument, Json, Lane, PatternState, StudyTextKind
from sprint.study.guide import ACT_MINUTES
from sprint.study.instruments import FORMS
from sprint.study.texts import sha256_of, template

Row = dict[str, Json]
Tables = Mapping[str, Mapping[str, Row]]
Put = Callable[[str, str, Row], None]
Moment = Callable[[str, str], datetime]

_DEBRIEF = ("went_well", "went_badly", "surprise", "to_change")
_TEXT_IDS = {StudyTextKind.LETTER: "study-text-letter", StudyTextKind.FORM: "study-text-form"}
_SECONDS = 60


def fill_talks(put: Put, talks: Sequence[Mapping[str, Any]], day: str, moment: Moment) -> None:
    """Add the talks of a day, each through its five acts, with what was said in the order of speaking."""
    for talk in talks:
        who: str = talk["participant_id"]
        code, began = who.removeprefix("participant-"), moment(day, talk["began"])
        ended, last = began + timedelta(minutes=sum(ACT_MINUTES)), began + timedelta(minutes=sum(ACT_MINUTES[:-1]))
        row: Row = {"participant_id": who, "block_id": talk["block_id"], "room": talk["room"]}
        row |= {"note_takers": [talk["note_taker"]], "began_at": _iso(began), "ended_at": _iso(ended)}
        seconds: list[Json] = [minutes * _SECONDS for minutes in ACT_MINUTES]
        row |= {"act": len(ACT_MINUTES), "act_began_at": _iso(last), "act_seconds": seconds}
        put("interviews", f"talk-{code}", row | {name: talk[name] for name in _DEBRIEF if name in talk})
        for number, remark in enumerate(talk["remarks"]):
            at = _iso(moment(day, remark["at"]))
            said: Row = {**remark, "participant_id": who, "note_taker": talk["note_taker"], "at": at}
            put("observations", f"remark-{code}-{number + 1}", said | {"order": number * GAP})


class StudyShelf:
    """The tables of the study while they are filled from study.toml, in one language."""

    def __init__(self, put: Put, tables: Tables, language: str) -> None:
        self._put, self._tables = put, tables
        self._language = language
        self._words = Translator.load(language)

    def fill(self, data: Mapping[str, Any], day: str) -> None:
        """Add everything; the citizens, their remarks, the journeys and the notes are there already."""
        self._put("study", STUDY_ID, dict(data["study"]))
        self._put_consents(data["consents"], day)
        questions = self._put_questions(data["questions"])
        for code, sheet in data["answers"].items():
            for place, (question, cell) in enumerate(zip(questions, sheet.split(), strict=True), start=1):
                if cell != "-":
                    self._put("answers", f"answer-{code.lower()}-{place}", self._answer(question, code, cell))
        for number, pattern in enumerate(data["patterns"], start=1):
            self._put_pattern(number, pattern, day)
        for number, verdict in enumerate(data["verdicts"], start=1):
            self._put("sprint_answers", f"verdict-{number}", _verdict(verdict))

    def _put_consents(self, data: Mapping[str, Any], day: str) -> None:
        proof: Row = {}
        for kind, text_id in _TEXT_IDS.items():
            text = template(kind, self._words)
            row: Row = {"kind": kind.value, "language": self._language, "version": 1, "text": text, "at": day}
            self._put("study_texts", text_id, row)
            proof |= {f"{kind.value}_version": 1, f"{kind.value}_sha256": sha256_of(text)}
        for code, (explained_by, *more) in data["ticks"].items():
            given = {ConsentTick.TAKE_PART.value, ConsentTick.NOTES.value, *more}
            ticks: list[Json] = [tick.value for tick in ConsentTick if tick.value in given]
            row = {"participant_id": f"participant-{code.lower()}", "ticks": ticks, "explained_by": explained_by}
            self._put(
                "consents",
                f"consent-{code.lower()}",
                {**row, **proof, "on": data["on"], "form_kept": data["form_kept"]},
            )

    def _put_questions(self, asked: Sequence[Mapping[str, Any]]) -> list[tuple[str, Instrument]]:
        """Put the items of every instrument on the list; a Kano pair has words of its own."""
        made: list[tuple[str, Instrument]] = []
        for one in asked:
            instrument = Instrument(one["instrument"])
            form = FORMS[instrument]
            own: Row = {**one, "rule": KANO_TABLE}
            items = ({**one, "item": item.name, "text": self._words(item.text)} for item in form.items)
            rows: list[Row] = [own] if instrument is Instrument.KANO else list(items)
            for row in rows:
                ends: Row = {"low_label": self._words(form.low_label), "high_label": self._words(form.high_label)}
                question_id = f"question-{len(made) + 1}"
                scale: Row = {"lowest": form.lowest, "highest": form.highest, "order": len(made) * GAP}
                self._put("questions", question_id, {**row, **ends, **scale})
                made.append((question_id, instrument))
        return made

    def _answer(self, question: tuple[str, Instrument], code: str, cell: str) -> Row:
        question_id, instrument = question
        row: Row = {"question_id": question_id, "participant_id": f"participant-{code.lower()}"}
        if instrument is Instrument.KANO:
            return row | {"value": float(cell[0]), "opposite": float(cell[1])}
        return row | {"value": float(cell)}

    def _put_pattern(self, number: int, pattern: Mapping[str, Any], day: str) -> None:
        """Put a pattern; an advice that was taken over is a card at the step and a decision as well."""
        row: Row = {name: value for name, value in pattern.items() if name != "remarks"}
        row |= {"observation_ids": _remarks(pattern), "order": (number - 1) * GAP}
        if pattern.get("state") == PatternState.ACCEPTED.value:
            step_id, advice, owner = pattern["step_id"], pattern["advice"], pattern["owner"]
            row["card_id"] = card_id = f"{step_id.replace('step', 'card', 1)}-advice"
            here = sum(card["step_id"] == step_id for card in self._tables["cards"].values())
            card: Row = {"journey_id": self._tables["steps"][step_id]["journey_id"], "step_id": step_id}
            card |= {"lane": Lane.OPPORTUNITY.value, "order": here * GAP, "text": advice, "owner": owner}
            self._put("cards", card_id, card)
            decisions = self._tables["decisions"]
            made: Row = {"text": advice, "reason": pattern["insight"], "decided_by": owner, "at": day}
            self._put("decisions", f"decision-{len(decisions) + 1}", made | {"order": len(decisions) * GAP})
        self._put("patterns", f"pattern-{number}", row)


def _verdict(verdict: Mapping[str, Any]) -> Row:
    row: Row = {name: verdict[name] for name in ("note_id", "verdict", "reason")}
    row["observation_ids"] = _remarks(verdict)
    for field, kind in (("pattern_ids", "patterns"), ("question_ids", "questions")):
        numbers: list[Json] = [f"{kind.removesuffix('s')}-{number}" for number in verdict.get(kind, ())]
        row[field] = numbers
    return row


def _remarks(row: Mapping[str, Any]) -> list[Json]:
    return [f"remark-{one}" for one in row.get("remarks", ())]


def _iso(moment: datetime) -> str:
    """Write a moment as records keep it: UTC, in seconds."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")
