"""What a participant agreed to: the newest consent counts, the older ones are kept as proof."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sprint.document import Document
from sprint.records import Consent, ConsentTick

TICK_TEXTS: Mapping[ConsentTick, str] = MappingProxyType(
    {
        ConsentTick.TAKE_PART: "study.tick_take_part",
        ConsentTick.NOTES: "study.tick_notes",
        ConsentTick.AUDIO: "study.tick_audio",
        ConsentTick.VIDEO: "study.tick_video",
        ConsentTick.PHOTO: "study.tick_photo",
        ConsentTick.QUOTE: "study.tick_quote",
        ConsentTick.CONTACT_AGAIN: "study.tick_contact_again",
    }
)
"""The line of the form behind each box (method 16.2)."""


def consents_of(document: Document, participant_id: str) -> list[Consent]:
    """Return every consent of a participant, the newest last."""
    return sorted(document.referrers(Consent, participant_id), key=lambda consent: (consent.on, consent.id))


def consent_of(document: Document, participant_id: str) -> Consent | None:
    """Return the consent that counts now: the newest; None when none was written down."""
    return next(reversed(consents_of(document, participant_id)), None)


def allows(document: Document, participant_id: str, tick: ConsentTick) -> bool:
    """Whether a participant agreed to this; without a consent nothing is agreed."""
    consent = consent_of(document, participant_id)
    return consent is not None and consent.allows(tick)


def forbids(document: Document, participant_id: str, tick: ConsentTick) -> bool:
    """Whether a participant filled in the form and left this box open; a form that is not entered forbids nothing."""
    consent = consent_of(document, participant_id)
    return consent is not None and not consent.allows(tick)
