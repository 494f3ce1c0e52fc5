"""What a merge brought, in words a note taker can check."""

from __future__ import annotations

from sprint.records import Observation
from sprint.study.merging import Merged
from ui.context import Context


def merge_words(context: Context, found: Merged) -> str:
    """Say how much came, how much changed, and where two wordings stand side by side."""
    t = context.texts
    if found.is_empty:
        return t("study_ui.merge_nothing")
    notes = found.added.get(Observation.TABLE, 0)
    others = sum(found.added.values()) - notes
    parts = [t("study_ui.merge_notes", count=notes), t("study_ui.merge_others", count=others)]
    changed = sum(found.updated.values())
    if changed:
        parts.append(t("study_ui.merge_changed", count=changed))
    beside = sum(bool(conflict.beside_id) for conflict in found.conflicts)
    if beside:
        parts.append(t("study_ui.merge_beside", count=beside))
    if len(found.conflicts) > beside:
        parts.append(t("study_ui.merge_kept_ours", count=len(found.conflicts) - beside))
    if found.kept_out:
        parts.append(t("study_ui.merge_kept_out", count=found.kept_out))
    if found.unplaced:
        parts.append(t("study_ui.merge_unplaced", count=found.unplaced))
    return " ".join(parts)
