"""The small texts a board writes itself: the line under a step, the label of a card, the title of a lane."""

from __future__ import annotations

from typing import Protocol

from sprint.records import Card, Channel, Lane, Link, LinkKind, Step, StepKind


class Words(Protocol):
    """Gives the texts that are not in the records, in the reader's language."""

    def step_note(self, step: Step) -> str:
        """Say where a step happens and how long it takes; empty when nothing is known."""

    def card_label(self, card: Card) -> str:
        """Say what a card means and whose it is."""

    def lane_title(self, lane: Lane) -> str:
        """Name a lane."""

    def step_title(self) -> str:
        """Name the rows of steps."""

    def emotion_title(self) -> str:
        """Name the band of the emotion curve."""

    def link_label(self, link: Link) -> str:
        """Say what an arrow means when that is not clear by itself; empty for a plain one."""


class NoWords:
    """Leaves all small texts out, for a layout in which they play no part."""

    def step_note(self, step: Step) -> str:
        """Say nothing."""
        return ""

    def card_label(self, card: Card) -> str:
        """Say nothing."""
        return ""

    def lane_title(self, lane: Lane) -> str:
        """Say nothing."""
        return ""

    def step_title(self) -> str:
        """Say nothing."""
        return ""

    def emotion_title(self) -> str:
        """Say nothing."""
        return ""

    def link_label(self, link: Link) -> str:
        """Give what the team wrote at the arrow."""
        return link.label


class Translate(Protocol):
    """Gives the text of a key in the reader's language, as `sprint.i18n.Translator` does."""

    def __call__(self, key: str, /, **params: str | int | float) -> str:
        """Return the text."""


class BoardWords:
    """Writes the small texts with a translator."""

    def __init__(self, t: Translate) -> None:
        self._t = t
        self._channels = {channel: t(f"kind.channel.{channel.value}") for channel in Channel}
        self._lanes = {lane: t(f"kind.lane.{lane.value}") for lane in Lane}

    def step_note(self, step: Step) -> str:
        """Say where a step happens and how long it takes, such as "brief · 21 dagen wachten"."""
        parts: list[str] = []
        is_wait = step.kind is StepKind.WAIT
        if is_wait or step.kind is StepKind.DECISION:
            parts.append(self._t(f"kind.step.{step.kind.value}"))
        if step.channel is not Channel.NONE:
            parts.append(self._channels[step.channel])
        if step.wait_days:
            key = "canvas.days" if is_wait else "canvas.days_waiting"
            parts.append(self._t(key, count=step.wait_days))
        if step.minutes:
            parts.append(self._t("canvas.minutes", count=step.minutes))
        return " · ".join(parts)

    def card_label(self, card: Card) -> str:
        """Say what a card means and whose it is, such as "Kans · wijkteam"."""
        if card.owner and card.lane in (Lane.FRONTSTAGE, Lane.BACKSTAGE):
            return card.owner
        label = f"§ {self._lanes[card.lane]}" if card.lane is Lane.LEGAL else self._lanes[card.lane]
        return f"{label} · {card.owner}" if card.owner else label

    def lane_title(self, lane: Lane) -> str:
        """Name a lane."""
        return self._lanes[lane]

    def step_title(self) -> str:
        """Name the rows of steps."""
        return self._t("canvas.step_title")

    def emotion_title(self) -> str:
        """Name the band of the emotion curve."""
        return self._t("canvas.emotion_title")

    def link_label(self, link: Link) -> str:
        """Say what an arrow means when that is not clear by itself, such as "haakt af"."""
        if link.label or link.kind is LinkKind.NEXT:
            return link.label
        return self._t(f"kind.link.{link.kind.value}")
