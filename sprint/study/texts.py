"""The letter and the form that citizens get: their versions, their hash, and the words filled in."""

from __future__ import annotations

import hashlib

from sprint.document import Document
from sprint.i18n import Translator
from sprint.records import STUDY_ID, Consent, Study, StudyText, StudyTextKind

_GAP = "…" * 16
"""Room to write a name, a place or a date with a pen."""
LETTER_GAPS = {
    "subject": "study.gap.subject",
    "place_time": "study.gap.place_time",
    "controller": "study.gap.controller",
    "contact": "study.gap.contact",
    "officer": "study.gap.officer",
    "notes_until": "study.gap.notes_until",
    "recordings_until": "study.gap.recordings_until",
}
"""What is filled in where the text says `{subject}`, or that word in the language of the text; see `filled`."""


def study_of(document: Document) -> Study:
    """Return the record of the study; an empty one when nobody wrote anything yet."""
    found = document.get(STUDY_ID)
    return found if isinstance(found, Study) else Study(id=STUDY_ID)


def versions_of(document: Document, kind: StudyTextKind, language: str) -> list[StudyText]:
    """Return all versions of a text in one language, the first one first."""
    texts = (text for text in document.table(StudyText).values() if (text.kind, text.language) == (kind, language))
    return sorted(texts, key=lambda text: (text.version, text.id))


def current_text(document: Document, kind: StudyTextKind, language: str) -> StudyText | None:
    """Return the newest version of a text in one language, None when there is none yet."""
    return next(reversed(versions_of(document, kind, language)), None)


def sha256_of(text: str) -> str:
    """Return the SHA-256 of the words, in hexadecimal: line endings and blanks around them do not count."""
    return hashlib.sha256(text.replace("\r\n", "\n").strip().encode()).hexdigest()


def is_agreed_to(document: Document, text: StudyText) -> bool:
    """Whether somebody's consent names these words, so that this version may never change (GDPR art. 7)."""
    digest = sha256_of(text.text)
    return any(digest in (one.letter_sha256, one.form_sha256) for one in document.table(Consent).values())


def template(kind: StudyTextKind, words: Translator) -> str:
    """Return the words the program proposes for the letter or the form (method 16.1 and 16.2), gaps included."""
    gaps = {name: f"{{{words(key)}}}" for name, key in LETTER_GAPS.items()}
    return words("study.letter", **gaps) if kind is StudyTextKind.LETTER else words("study.form", **gaps)


def filled(text: str, document: Document, words: Translator, *, place_time: str = "") -> str:
    """Fill the gaps of a letter or form from the study and the sprint, with dates as `words` write them.

    An unknown fact stays a gap to write in.
    """
    study, sprint = study_of(document), document.sprint
    facts = {
        "subject": study.situation or _quoted(sprint.title or sprint.challenge),
        "place_time": place_time,
        "controller": study.controller or sprint.organisation,
        "contact": study.contact,
        "officer": study.officer,
        "notes_until": words.date_with_year(study.notes_until),
        "recordings_until": words.date_with_year(study.recordings_until),
    }
    for name, key in LETTER_GAPS.items():
        for gap in (name, words(key)):
            text = text.replace(f"{{{gap}}}", facts[name] or _GAP)
    return text


def _quoted(title: str) -> str:
    """Put a title in quotation marks: it is a sentence of its own inside the sentence of a letter."""
    return f"“{title}”" if title else ""
