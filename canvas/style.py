"""The colours and type of the canvas as one value, made from a theme, so that nothing here knows where themes live."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtGui import QColor

from sprint.frozen import dataclass
from sprint.records import Lane


class ThemeLike(Protocol):
    """What the canvas reads of a theme: colours by meaning and weights of lines (`assets.palette.Theme`)."""

    @property
    def colours(self) -> Mapping[str, str]:
        """Colours as `#RRGGBB` by role."""

    @property
    def lines(self) -> Mapping[str, int]:
        """Weights of lines in pixels at 100 %."""


_CARD_ROLES = {
    Lane.THOUGHT: "card_thought",
    Lane.PAIN: "card_pain",
    Lane.OPPORTUNITY: "card_opportunity",
    Lane.IDEA: "card_idea",
    Lane.QUOTE: "card_quote",
    Lane.FRONTSTAGE: "card_frontstage",
    Lane.BACKSTAGE: "card_backstage",
    Lane.LEGAL: "card_legal",
}
_FEELING_ROLES = {
    -3: "feeling_m3",
    -2: "feeling_m2",
    -1: "feeling_m1",
    0: "feeling_0",
    1: "feeling_p1",
    2: "feeling_p2",
    3: "feeling_p3",
}


@dataclass(frozen=True)
class CanvasStyle:
    """Everything the painters need to know about looks; sizes of type are pixels at 100 %."""

    paper: QColor
    surface: QColor
    band: QColor
    ink: QColor
    muted: QColor
    line: QColor
    line_soft: QColor
    accent: QColor
    accent_soft: QColor
    on_accent: QColor
    selection: QColor
    truth: QColor
    track_saved: QColor
    track_spent: QColor
    focus: QColor
    on_card: QColor
    on_card_muted: QColor
    card_line: QColor
    on_feeling: QColor
    danger: QColor
    cards: Mapping[Lane, QColor]
    feelings: Mapping[int, QColor]
    line_width: float
    selection_width: float
    card_line_width: float

    @classmethod
    def from_theme(cls, theme: ThemeLike) -> CanvasStyle:
        """Read the roles of a theme; raises KeyError when a role is missing."""
        colours = {role: QColor(value) for role, value in theme.colours.items()}
        return cls(
            paper=colours["paper"],
            surface=colours["surface"],
            band=colours["band"],
            ink=colours["ink"],
            muted=colours["muted"],
            line=colours["line"],
            line_soft=colours["line_soft"],
            accent=colours["accent"],
            accent_soft=colours["accent_soft"],
            on_accent=colours["on_accent"],
            selection=colours["selection"],
            truth=colours["track_spent"],
            track_saved=colours["track_saved"],
            track_spent=colours["track_spent"],
            focus=colours["focus"],
            on_card=colours["on_card"],
            on_card_muted=colours["on_card_muted"],
            card_line=colours["card_line"],
            on_feeling=colours["on_feeling"],
            danger=colours["danger"],
            cards={lane: colours[_CARD_ROLES[lane.family]] for lane in Lane},
            feelings={value: colours[role] for value, role in _FEELING_ROLES.items()},
            line_width=float(theme.lines["line"]),
            selection_width=float(theme.lines["selection"]),
            card_line_width=float(theme.lines["card_line"]),
        )
