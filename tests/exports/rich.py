"""The example sprint with everything filled in that paper can show: answers, Kano, photos, follow-up, maturity."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from io import BytesIO

from PIL import Image

from sprint.document import Document
from sprint.example import example_records
from sprint.i18n import Translator
from sprint.records import (
    STUDY_ID,
    Answer,
    Consent,
    ConsentTick,
    Decision,
    FollowUp,
    Instrument,
    Maturity,
    MaturityLever,
    MaturityMark,
    MaturityStage,
    Note,
    NoteKind,
    Observation,
    Participant,
    Pattern,
    PatternState,
    Persona,
    Picture,
    Question,
    Record,
    SprintAnswer,
    Study,
    Verdict,
)
from sprint.study.guide import sprint_questions
from sprint.study.instruments import FORMS

_CHOICES = ((1, 5), (1, 4), (2, 5), (1, 3), (3, 3), (1, 5), (2, 4), (1, 5))


def photo(number: int) -> bytes:
    """Make a small picture of its own."""
    out = BytesIO()
    Image.new("RGB", (160, 120), (40 * number % 255, 120, 200 - 30 * number)).save(out, "PNG")
    return out.getvalue()


PHOTOS = {hashlib.sha256(data).hexdigest(): data for data in map(photo, range(4))}


def rich_document(language: str = "nl") -> Document:
    """Give the example in this language with all of it."""
    document = Document(example_records(language))
    t = Translator.load(language)
    people = sorted(document.table(Participant).values(), key=lambda one: one.order)
    found: list[Record] = [*_questions(t, people), *_kano(document, people), *_room(t)]
    found += [Picture(id=f"photo-{n}", sha256=name, extension="png", width=160, height=120, caption=f"Foto {n + 1}")
              for n, name in enumerate(PHOTOS)]  # fmt: skip
    found.append(Study(id=STUDY_ID, controller="Gemeente Voorbeeld", contact="sprint@voorbeeld.nl",
                       officer="fg@voorbeeld.nl", notes_until="2027-04-01", recordings_until="2026-11-01"))  # fmt: skip
    remark = next(one for one in document.table(Observation).values() if one.participant_id)
    found.append(
        Pattern(id="pattern", title=remark.text, step_id=remark.step_id, observation_ids=(remark.id,),
                state=PatternState.ADVICE, insight="Inzicht.", advice="Advies.", owner="KCC")
    )  # fmt: skip
    for number, note in enumerate(sprint_questions(document)):
        verdict = (Verdict.YES, Verdict.PARTLY, Verdict.NO)[number % 3]
        found.append(SprintAnswer(id=f"verdict-{number}", note_id=note.id, verdict=verdict, reason=f"Reden {number}."))
    found += [replace(persona, interviews=3, fears="Boete", needs="Rust", worth="Tijd") for persona in
              document.table(Persona).values()]  # fmt: skip
    ticks = tuple(tick.value for tick in ConsentTick)
    found += [Consent(id=f"consent-{one.id}", participant_id=one.id, ticks=ticks, on="2026-10-09") for one in people]
    own = {record.id for record in found}
    return Document([*(record for record in document if record.id not in own), *found])


def _questions(t: Translator, people: list[Participant]) -> list[Record]:
    found: list[Record] = []
    order = 0
    for instrument in (Instrument.EXPERIENCE, Instrument.MARK, Instrument.CSAT, Instrument.SUCCESS):
        form = FORMS[instrument]
        for item in form.items:
            order += 1
            question = Question(
                id=f"question-{order}", order=order, instrument=instrument, item=item.name, text=t(item.text),
                lowest=form.lowest, highest=form.highest, low_label=t(form.low_label), high_label=t(form.high_label),
            )  # fmt: skip
            found.append(question)
            span = form.highest - form.lowest + 1
            for number, one in enumerate(people[: 3 if order == 2 else len(people)]):
                value = form.lowest + (number * 3 + order) % span
                words = "Dat was fijn." if number == 0 else ""
                answer_id = f"answer-{order}-{number}"
                found.append(
                    Answer(id=answer_id, question_id=question.id, participant_id=one.id, value=value, text=words)
                )
    return found


def _kano(document: Document, people: list[Participant]) -> list[Record]:
    notes = [note for note in document.table(Note).values() if note.kind is NoteKind.HOW_MIGHT_WE][:3]
    found: list[Record] = []
    for number, note in enumerate(notes):
        found.append(
            Question(id=f"kano-{number}", order=50 + number, instrument=Instrument.KANO, text=f"Met idee {number}",
                     opposite=f"Zonder idee {number}", lowest=1, highest=5, note_id=note.id)
        )  # fmt: skip
        for place, one in enumerate(people[: 3 if number == 2 else len(people)]):
            value, opposite = _CHOICES[(place + number * 2) % len(_CHOICES)]
            found.append(Answer(id=f"kano-{number}-{place}", question_id=f"kano-{number}", participant_id=one.id,
                                value=value, opposite=opposite))  # fmt: skip
        found.append(replace(note, mark="A"))
    return found


def _room(t: Translator) -> list[Record]:
    marks = [
        MaturityMark(id=f"mark-{stage.value}-{lever.value}", stage=stage, lever=lever, mark=Maturity.STARTED,
                     remark="Begonnen bij de balie, nog niet bij de wijkploeg.")
        for stage in MaturityStage
        for lever in MaturityLever
    ]  # fmt: skip
    plan = FollowUp(id="follow", text="Bellen met één nummer", owner="KCC", first_step="Nummer aanvragen",
                    first_by="2026-10-16", check_30="2026-11-09", check_90="2027-01-07", measure="Herhaalcontact",
                    baseline="38 %", target="20 %")  # fmt: skip
    return [*marks, plan, Decision(id="own-decision", order=99, text=t("print.decision.build"), decided_by="Beslisser")]
