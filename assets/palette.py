"""Themes and sizes as plain values, so that screen and paper take their colours from the same data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from assets.reader import list_names, read_text

_SIZES = "sizes.toml"


@dataclass(frozen=True, slots=True)
class Theme:
    """One look: colours by what they mean, as `#RRGGBB`, and how heavy lines are, in pixels at 100 %."""

    name: str
    title: Mapping[str, str]
    dark: bool
    colours: Mapping[str, str]
    lines: Mapping[str, int]


def theme_names() -> list[str]:
    """List the themes a person can choose from, for the settings and the tests."""
    return [name.removesuffix(".toml") for name in list_names("themes") if name != _SIZES]


def load_theme(name: str) -> Theme:
    """Read one theme; raises FileNotFoundError when there is none of that name."""
    raw = tomllib.loads(read_text(f"themes/{name}.toml"))
    return Theme(
        name=name,
        title=dict(raw["title"]),
        dark=bool(raw["dark"]),
        colours=dict(raw["colours"]),
        lines=dict(raw["lines"]),
    )


def load_sizes() -> Mapping[str, Mapping[str, int]]:
    """Read the type scale, spaces, corners and targets, in pixels at 100 %, grouped by kind."""
    raw = tomllib.loads(read_text(f"themes/{_SIZES}"))
    return {group: dict(values) for group, values in raw.items()}
