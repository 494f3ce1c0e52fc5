"""Themes and sizes as plain values, so that screen and paper take their colours from the same data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from assets.reader import list_names, read_text

_SIZES = "sizes.json"


@dataclass(frozen=True, slots=True)
class Theme:
    """One look: colours by what they mean, as `#RRGGBB`, and how heavy lines are, in pixels at 100 %.

    The roles come in groups: ground and text; lines (`line` carries meaning, `line_soft` only divides); what can be
    done; what is now or chosen, drawn beside an edge of `ink` because amber alone is too faint on paper; messages; the
    clock bar; feelings, always with a face and a number; cards, always with a label; the two tracks; the room screen.
    JSON and not TOML, because the first window waits for it and TOML takes 2 ms to load.
    """

    name: str
    title: Mapping[str, str]
    dark: bool
    colours: Mapping[str, str]
    lines: Mapping[str, int]


def theme_names() -> list[str]:
    """List the themes a person can choose from, for the settings and the tests."""
    return [name.removesuffix(".json") for name in list_names("themes") if name != _SIZES]


def load_theme(name: str) -> Theme:
    """Read one theme; raises FileNotFoundError when there is none of that name."""
    raw = json.loads(read_text(f"themes/{name}.json"))
    return Theme(
        name=name,
        title=dict(raw["title"]),
        dark=bool(raw["dark"]),
        colours=dict(raw["colours"]),
        lines=dict(raw["lines"]),
    )


def load_sizes() -> Mapping[str, Mapping[str, int]]:
    """Read the type scale, spaces, corners and targets, in pixels at 100 %, grouped by kind.

    The room screen counts at 1080 lines and is scaled by the setting for the distance to it.
    """
    raw = json.loads(read_text(f"themes/{_SIZES}"))
    return {group: dict(values) for group, values in raw.items()}
