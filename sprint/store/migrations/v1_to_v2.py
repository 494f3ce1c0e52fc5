"""From format 1 to 2: a step's feeling."""

from __future__ import annotations

from sprint.store.shapes import Raw

_FEELING = {-2: -3, -1: -1, 0: 0, 1: 1, 2: 3}
"""The ends stay the ends and mild stays mild: no feeling becomes stronger than the citizen said."""


def feeling_from_valence(table: str, raw: Raw) -> Raw:
    """Replace `valence` (-2 to +2) of steps by `feeling` (-3 to +3); other values are kept as they are."""
    valence = raw.get("valence")
    is_known = isinstance(valence, int) and not isinstance(valence, bool) and valence in _FEELING
    if table != "steps" or not is_known or "feeling" in raw:
        return raw
    return {
        "feeling" if key == "valence" else key: _FEELING[value] if key == "valence" else value
        for key, value in raw.items()
    }
