"""The small texts a board writes itself: the line under a step, the label of a card, the title of a lane."""

from __future__ import annotations

from typing import Protocol

from sprint.records import Card, Channel, Lane, Step, StepKind


class Words(Protocol):
    """Gives the texts that are not in the records, in the reader's language."""

    def step_note(self, step: Step) -> str:
        """Say where a step happens and how long it takes; empty when nothing is known."""

    def card_label(self, card: Card) -> str:
        """Say what a card means and whose it is."""

    def lane_title(self, lane: Lane) -> str:
        """Name a lane."""

    def emotion_title(self) -> str:
        """Name the band of the emotion curve."""


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

    def emotion_title(self) -> str:
        """Say nothing."""
        return ""


class Translate(Protocol):
    """Gives the text of a key in the reader's language, as `sprint.i18n.Translator` does."""

    def __call__(self, key: str, /, **params: str | int | float) -> str:
        """Return the text."""


class BoardWords:
    """Writes the small texts with a translator."""

    def __init__(self, t: Translate) -> None:
        self._t = t
        self._channels = channel_names(t)
        self._labels = card_names(t)
        self._lanes = lane_names(t)

    def step_note(self, step: Step) -> str:
        """Say where a step happens and how long it takes, such as "brief · 21 dagen wachten"."""
        parts: list[str] = []
        if step.kind is StepKind.DECISION:
            parts.append(self._t("canvas.kind_decision"))
        is_wait = step.kind is StepKind.WAIT
        if is_wait:
            parts.append(self._t("canvas.kind_wait"))
        if step.channel is not Channel.NONE:
            parts.append(self._channels[step.channel])
        if step.wait_days and is_wait:
            parts.append(self._t("canvas.days", count=step.wait_days))
        elif step.wait_days:
            parts.append(self._t("canvas.days_waiting", count=step.wait_days))
        if step.minutes:
            parts.append(self._t("canvas.minutes", count=step.minutes))
        return " · ".join(parts)

    def card_label(self, card: Card) -> str:
        """Say what a card means and whose it is, such as "Kans · wijkteam"."""
        if card.owner and card.lane in (Lane.FRONTSTAGE, Lane.BACKSTAGE):
            return card.owner
        label = self._labels[card.lane]
        return f"{label} · {card.owner}" if card.owner else label

    def lane_title(self, lane: Lane) -> str:
        """Name a lane."""
        return self._lanes[lane]

    def emotion_title(self) -> str:
        """Name the band of the emotion curve."""
        return self._t("canvas.emotion_title")


def channel_names(t: Translate) -> dict[Channel, str]:
    """Name every channel, for notes, menus and lists."""
    return {
        Channel.NONE: t("canvas.channel_none"),
        Channel.STREET: t("canvas.channel_street"),
        Channel.WEB: t("canvas.channel_web"),
        Channel.APP: t("canvas.channel_app"),
        Channel.PHONE: t("canvas.channel_phone"),
        Channel.COUNTER: t("canvas.channel_counter"),
        Channel.LETTER: t("canvas.channel_letter"),
        Channel.EMAIL: t("canvas.channel_email"),
        Channel.MESSAGE: t("canvas.channel_message"),
        Channel.VISIT: t("canvas.channel_visit"),
        Channel.OTHER: t("canvas.channel_other"),
    }


def card_names(t: Translate) -> dict[Lane, str]:
    """Name one card of every lane, for its label and for "add a …" in menus."""
    return {
        Lane.THOUGHT: t("canvas.card_thought"),
        Lane.PAIN: t("canvas.card_pain"),
        Lane.OPPORTUNITY: t("canvas.card_opportunity"),
        Lane.IDEA: t("canvas.card_idea"),
        Lane.QUOTE: t("canvas.card_quote"),
        Lane.FRONTSTAGE: t("canvas.card_frontstage"),
        Lane.BACKSTAGE: t("canvas.card_backstage"),
        Lane.LEGAL: t("canvas.card_legal"),
    }


def lane_names(t: Translate) -> dict[Lane, str]:
    """Name every lane, for its title at the left."""
    return {
        Lane.THOUGHT: t("canvas.lane_thought"),
        Lane.PAIN: t("canvas.lane_pain"),
        Lane.OPPORTUNITY: t("canvas.lane_opportunity"),
        Lane.IDEA: t("canvas.lane_idea"),
        Lane.QUOTE: t("canvas.lane_quote"),
        Lane.FRONTSTAGE: t("canvas.lane_frontstage"),
        Lane.BACKSTAGE: t("canvas.lane_backstage"),
        Lane.LEGAL: t("canvas.lane_legal"),
    }
