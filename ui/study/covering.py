"""Making personal data unreadable, for good: in the sprint now, in everything that was kept of it when it is closed."""

from __future__ import annotations

from collections.abc import Iterable

from sprint.edits.redact import redact_field
from sprint.errors import SprintError
from sprint.privacy import findings
from sprint.study.private_words import PrivatePlace
from sprint.study.redaction import erase_words, fields_with
from ui.bridge import SprintBridge
from ui.context import Context


def cover_places(context: Context, bridge: SprintBridge, places: Iterable[PrivatePlace]) -> None:
    """Put the kind of each piece of personal data in its place; no undo brings the words back."""
    words, names = context.texts.translator, bridge.private_names
    fields: dict[str, dict[str, str]] = {}
    secrets: list[str] = []
    for place in places:
        record = bridge.document.get(place.record_id)
        if record is None:
            continue
        found = findings(str(getattr(record, place.field)), names)
        diff = redact_field(bridge.document, place.record_id, place.field, words, names)
        if bridge.record(diff):
            secrets += [one.text for one in found]
            after = bridge.document.require(type(record), place.record_id)
            fields.setdefault(place.record_id, {})[place.field] = str(getattr(after, place.field))
    _forget(context, bridge, fields, secrets)


def forget_typed(context: Context, bridge: SprintBridge, text: str, secrets: Iterable[str]) -> None:
    """Forget what was typed before `text` was left of it."""
    _forget(context, bridge, fields_with(bridge.document, text), list(secrets))


def _forget(context: Context, bridge: SprintBridge, fields: dict[str, dict[str, str]], secrets: list[str]) -> None:
    try:
        erase_words(bridge.workspace, fields, secrets)
    except SprintError as error:
        context.messages.warn(context.texts.error(error))
    bridge.history_changed.emit()
