"""The laid-out journey as plain values: where everything is, in pixels at 100 %, for the canvas and for paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol, TypeVar

from sprint.frozen import dataclass
from sprint.insight.felt import Felt
from sprint.layout_metrics import Metrics
from sprint.records import Lane, LinkKind


class Point(NamedTuple):
    """A place on the board, in pixels at 100 %."""

    x: float
    y: float


class Rect(NamedTuple):
    """An upright box on the board, in pixels at 100 %."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the bottom edge."""
        return self.y + self.height

    @property
    def middle(self) -> Point:
        """The centre, for arrows and for moving the view there."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def holds(self, x: float, y: float) -> bool:
        """Whether a place lies in the box, the right and bottom edge left out."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height

    def meets(self, other: Rect) -> bool:
        """Whether two boxes share some area."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def united(self, other: Rect) -> Rect:
        """Return the smallest box around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def grown(self, margin: float) -> Rect:
        """Return the box with a margin on all sides."""
        return Rect(self.x - margin, self.y - margin, self.width + 2 * margin, self.height + 2 * margin)


class StepBox(NamedTuple):
    """Where a step is; `note` is the small line under its title, `remarks` the number of citizens' remarks.

    A pinned step stands where a hand put it, outside its column. `point` is what the team assumes on the emotion curve,
    `felt` what citizens said and `felt_point` its place.
    """

    id: str
    rect: Rect
    column: int
    row: int
    note: str
    remarks: int
    point: Point | None
    is_pinned: bool = False
    felt: Felt | None = None
    felt_point: Point | None = None


class CardBox(NamedTuple):
    """Where a card is and its picture if it shows one, with the small bold label that says what it means."""

    id: str
    rect: Rect
    lane: Lane
    step_id: str
    label: str
    picture: Rect | None = None


class LinkPath(NamedTuple):
    """How a link runs: a line with corners that ends in an arrow, and the middle of its label."""

    id: str
    kind: LinkKind
    source: str
    target: str
    points: tuple[Point, ...]
    label: str
    label_at: Point
    bounds: Rect


Boxed = tuple[tuple[StepBox, ...], tuple[CardBox, ...]]


class Column:
    """One moment in time: a step, its alternatives below it, and their cards.

    The boxes are placed when somebody looks at them: an edit moves a thousand columns, and a window shows twenty.
    """

    __slots__ = ("_boxed", "_place", "phase_id", "x")

    def __init__(self, phase_id: str, x: float, place: Callable[[], Boxed]) -> None:
        self.phase_id = phase_id
        self.x = x
        self._place = place
        self._boxed: Boxed | None = None

    @property
    def steps(self) -> tuple[StepBox, ...]:
        """The steps, the main route first."""
        return self._boxes()[0]

    @property
    def cards(self) -> tuple[CardBox, ...]:
        """The cards, lane by lane."""
        return self._boxes()[1]

    def _boxes(self) -> Boxed:
        boxed = self._boxed
        if boxed is None:
            boxed = self._boxed = self._place()
        return boxed

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Column):
            return NotImplemented
        return self is other or (self.phase_id, self.x, self._boxes()) == (other.phase_id, other.x, other._boxes())

    def __hash__(self) -> int:
        return hash((self.phase_id, self.x))


class Box(Protocol):
    """A step or a card that has its place."""

    @property
    def id(self) -> str:
        """The id of its record."""


B = TypeVar("B", bound=Box)


class Boxes(Mapping[str, B]):
    """The boxes of all columns by id. `shelves` say in which column an id stands: (first column, id → further)."""

    def __init__(
        self, shelves: Sequence[tuple[int, Mapping[str, int]]], count: int, boxes_in: Callable[[int], Sequence[B]]
    ) -> None:
        self._shelves = shelves
        self._count = count
        self._boxes_in = boxes_in

    def column_of(self, record_id: object) -> int | None:
        """Give the number of the column, without placing anything; None when there is no such box."""
        for first, found in self._shelves:
            further = found.get(record_id)  # type: ignore[call-overload]  # any object may be asked for
            if further is not None:
                return first + int(further)
        return None

    def ids(self) -> Iterator[str]:
        """Yield the ids column by column, without placing anything; also of what stands in a lane that is not shown."""
        for _, found in self._shelves:
            yield from found

    def _find(self, record_id: object) -> B | None:
        number = self.column_of(record_id)
        if number is None:
            return None
        return next((box for box in self._boxes_in(number) if box.id == record_id), None)

    def __getitem__(self, record_id: str) -> B:
        found = self._find(record_id)
        if found is None:
            raise KeyError(record_id)
        return found

    def __contains__(self, record_id: object) -> bool:
        return self._find(record_id) is not None

    def __iter__(self) -> Iterator[str]:
        for number in range(self._count):
            for box in self._boxes_in(number):
                yield box.id

    def __len__(self) -> int:
        return sum(len(self._boxes_in(number)) for number in range(self._count))

    def __bool__(self) -> bool:
        return any(
            self._boxes_in(number) for first, found in self._shelves for number in {first + n for n in found.values()}
        )


class LinkLines(Mapping[str, LinkPath]):
    """The links of a board by id; a line is drawn when somebody looks at it."""

    def over(self, first: int, last: int) -> Iterator[LinkPath]:
        """Yield the links of which some part may lie over these columns (the last one too), each once."""
        raise NotImplementedError

    def of_step(self, step_id: str) -> list[LinkPath]:
        """Give the links that start or end at a step."""
        raise NotImplementedError

    def differing(self, earlier: LinkLines) -> set[str]:
        """Give the links that may run otherwise than on an earlier board, apart from columns that moved."""
        raise NotImplementedError

    def columns_of(self, link_ids: Iterable[str]) -> tuple[int, int]:
        """Give the first and the last column that these links lie over, without drawing them; (0, −1) for none."""
        raise NotImplementedError


class PhaseBox(NamedTuple):
    """A phase as a band over its columns (first to last, the last left out); every other band is shaded."""

    id: str
    rect: Rect
    title: Rect
    first: int
    last: int
    is_shaded: bool


class RowBox(NamedTuple):
    """A row of steps: 0 is the main route, higher rows are alternatives."""

    row: int
    top: float
    height: float


class LaneBox(NamedTuple):
    """A lane of cards over the whole width, and the place of its title at the left."""

    lane: Lane
    rect: Rect
    title: Rect


class LineKind(StrEnum):
    """The lines of a service blueprint: who meets whom there (method 4)."""

    INTERACTION = "interaction"
    """Above it the citizen, below it whoever the citizen meets."""
    VISIBILITY = "visibility"
    """What lies below it the citizen does not see."""
    INTERNAL = "internal"
    """Below it stand those who support the people backstage."""


class BoardLine(NamedTuple):
    """A line over the whole width, between two lanes."""

    kind: LineKind
    y: float


@dataclass(frozen=True)
class EmotionBand:
    """The band of the emotion curve, −3 … +3, and the steps through which each curve runs (assumed, felt).

    `curve_columns` and `felt_columns` are the columns of those steps; `said` is the smallest and the largest number of
    citizens behind a point, None when none of them was asked.
    """

    rect: Rect
    title: Rect
    zero_y: float
    unit: float
    curves: tuple[tuple[str, ...], ...]
    felt_curves: tuple[tuple[str, ...], ...] = ()
    curve_columns: tuple[tuple[int, ...], ...] = ()
    felt_columns: tuple[tuple[int, ...], ...] = ()
    said: tuple[int, int] | None = None

    def y_of(self, feeling: float) -> float:
        """Give the height at which a feeling is drawn."""
        return self.zero_y - feeling * self.unit

    def feeling_at(self, y: float) -> int:
        """Give the feeling, −3 … +3, that is nearest to a height."""
        return max(-3, min(3, round((self.zero_y - y) / self.unit)))


@dataclass(frozen=True)
class Board:
    """A journey laid out; unchanged columns of two boards after each other are the same objects.

    `pinned` are the columns with a step that a hand put elsewhere.
    """

    journey_id: str
    metrics: Metrics
    width: float
    height: float
    phases: tuple[PhaseBox, ...]
    rows: tuple[RowBox, ...]
    columns: tuple[Column, ...]
    steps: Boxes[StepBox]
    cards: Boxes[CardBox]
    lanes: tuple[LaneBox, ...]
    emotion: EmotionBand
    links: LinkLines
    lines: tuple[BoardLine, ...] = ()
    pinned: tuple[int, ...] = ()

    @property
    def left(self) -> float:
        """The x of the first column."""
        return self.metrics.margin + self.metrics.gutter

    @property
    def pitch(self) -> float:
        """The distance from one column to the next."""
        return self.metrics.column + self.metrics.gap

    def column_at(self, x: float) -> int:
        """Give the number of the column at or nearest to x; 0 when there is none."""
        return max(0, min(len(self.columns) - 1, int((x - self.left + self.metrics.gap / 2) // self.pitch)))

    def rect_of(self, record_id: str) -> Rect | None:
        """Give the box of a step, card or phase, or the bounds of a link; None when it is not on this board."""
        box = self.steps.get(record_id) or self.cards.get(record_id)
        if box is not None:
            return box.rect
        link = self.links.get(record_id)
        if link is not None:
            return link.bounds
        return next((phase.rect for phase in self.phases if phase.id == record_id), None)

    def reading_order(self) -> list[str]:
        """List the steps as they are read: by column, the main route first."""
        return list(self.steps.ids())
