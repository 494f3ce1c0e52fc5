"""Colours mean the same in every theme and can be read: WCAG 2.2, 1.4.3 (text) and 1.4.11 (shapes)."""

from __future__ import annotations

import re

import pytest

from assets.palette import Theme, load_sizes, load_theme, theme_names
from sprint.records import Lane

CARDS = (
    "card_thought",
    "card_pain",
    "card_opportunity",
    "card_idea",
    "card_legal",
    "card_frontstage",
    "card_backstage",
    "card_quote",
)
FEELINGS = ("m3", "m2", "m1", "0", "p1", "p2", "p3")
GROUNDS = ("paper", "surface", "band")
SOFT = ("accent_soft", "now_soft", "track_saved_soft", "track_spent_soft", "good_soft", "warn_soft", "danger_soft")

# (what is drawn, what it is drawn on)
TEXT = [
    *((text, ground) for ground in GROUNDS for text in ("ink", "muted", "accent", "good", "warn", "danger")),
    *((text, ground) for ground in GROUNDS for text in ("track_saved", "track_spent")),
    *((f"feeling_{value}", ground) for ground in GROUNDS for value in FEELINGS),
    *(("on_feeling", f"feeling_{value}") for value in FEELINGS),
    *(("ink", soft) for soft in SOFT),
    *(("muted", soft) for soft in SOFT),
    *(("on_card", card) for card in CARDS),
    *(("on_card_muted", card) for card in CARDS),
    *((name, f"{name}_soft") for name in ("accent", "track_saved", "track_spent", "good", "warn", "danger")),
    ("on_accent", "accent"),
    ("on_now", "now"),
    ("clock_text", "clock_ground"),
    ("clock_muted", "clock_ground"),
    ("clock_now", "clock_ground"),
    ("room_text", "room_ground"),
    ("room_muted", "room_ground"),
    ("room_now", "room_ground"),
    # dots are counted in the ground's own colour, and columns of cards have a ground of their own
    ("room_ground", "room_now"),
    ("room_text", "room_track"),
    ("room_muted", "room_track"),
]
SHAPES = [
    *((shape, ground) for ground in GROUNDS for shape in ("line", "focus")),
    # Amber is never alone: it lies beside an edge of ink (light) or is itself bright on dark.
    ("on_now", "selection"),
    ("on_now", "now"),
    ("clock_line", "clock_ground"),
    ("clock_now", "clock_track"),
    ("room_now", "room_track"),
]
AIM = {"high_contrast": (7.0, 4.5)}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it for sRGB."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio as WCAG 2.2 defines it, 1 … 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def too_faint(theme: Theme, pairs: list[tuple[str, str]], least: float) -> list[str]:
    found = []
    for front, ground in pairs:
        ratio = contrast(theme.colours[front], theme.colours[ground])
        if ratio < least:
            found.append(f"{front} on {ground}: {ratio:.2f} < {least}")
    return found


def test_the_formula_gives_the_known_values() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("name", theme_names())
def test_text_can_be_read(name: str) -> None:
    assert too_faint(load_theme(name), TEXT, AIM.get(name, (4.5, 3.0))[0]) == []


@pytest.mark.parametrize("name", theme_names())
def test_shapes_can_be_seen(name: str) -> None:
    assert too_faint(load_theme(name), SHAPES, AIM.get(name, (4.5, 3.0))[1]) == []


@pytest.mark.parametrize("name", theme_names())
def test_every_theme_has_every_role_and_both_names(name: str) -> None:
    theme, light = load_theme(name), load_theme("light")
    assert theme.colours.keys() == light.colours.keys()
    assert theme.lines.keys() == light.lines.keys()
    assert theme.title.keys() == {"nl", "en"}
    assert [c for c in theme.colours.values() if not re.fullmatch(r"#[0-9A-F]{6}", c)] == []
    assert theme.dark == (luminance(theme.colours["paper"]) < luminance(theme.colours["ink"]))


@pytest.mark.parametrize("name", theme_names())
def test_feelings_and_cards_differ_within_a_theme(name: str) -> None:
    colours = load_theme(name).colours
    assert len({colours[f"feeling_{value}"] for value in FEELINGS}) == len(FEELINGS)
    assert len({colours[card] for card in CARDS}) == len(CARDS)


def test_every_lane_of_the_journey_has_a_card_colour() -> None:
    assert {f"card_{lane.family.value}" for lane in Lane} == set(CARDS)


def test_the_four_themes_are_there() -> None:
    assert set(theme_names()) >= {"light", "dark", "high_contrast", "projector"}


def test_sizes_grow_and_targets_can_be_hit() -> None:
    sizes = load_sizes()
    for group in ("type", "room_type", "space", "radius", "icon"):
        values = list(sizes[group].values())
        assert values == sorted(set(values))
    assert sizes["target"] == {"mouse": 32, "touch": 44}
