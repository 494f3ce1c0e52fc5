"""What earlier exercises made, ready to be worked out: one press takes it over without typing it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sprint.records import Note
from ui.bridge import SprintBridge
from ui.context import Context
from ui.exercises.note_faces import face_of
from ui.exercises.wall import CardWall
from ui.exercises.wall_layout import LOOSE, WallGroup
from ui.widgets.columns import ScrollColumn
from ui.widgets.labels import PlainLabel
from ui.widgets.picture_desk import PictureDesk

_WIDTH, _NARROW = 280, 220
_WIDE_FROM = 1_100


class MaterialColumn(ScrollColumn):
    """Cards that cannot be written in; Enter, a double click or T takes one over."""

    taken = Signal(str)

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=0, spacing=6)
        self._context, self._bridge = context, bridge
        self._title = PlainLabel(role="section", wrap=True)
        self._hint = PlainLabel(role="muted", wrap=True)
        self.wall = CardWall(context, "flow", self)
        self.wall.is_open = False
        self.wall.take_pictures_from(PictureDesk(context, bridge, self))
        self.column.setContentsMargins(0, 0, 10, 8)
        self.column.addWidget(self._title)
        self.column.addWidget(self._hint)
        self.column.addWidget(self.wall)
        self.column.addStretch(1)
        self.setFixedWidth(_WIDTH)
        self.wall.asked.connect(self.taken)

    def fit(self, width: int) -> None:
        """Take no more than fits beside the work on a surface of this width."""
        self.setFixedWidth(_WIDTH if width >= _WIDE_FROM else _NARROW)

    def show_notes(self, notes: Sequence[Note], used: set[str] | Mapping[str, str], title: str, hint: str = "") -> None:
        """Show this material; what was used already says so, or says what `used` tells of it."""
        t, document = self._context.texts, self._bridge.document
        told = used if isinstance(used, Mapping) else dict.fromkeys(used, t("work.taken"))
        self._title.setText(title)
        self._hint.setText(hint or t("work.take_hint"))
        faces = [face_of(document, t, note) for note in notes]
        # Where all are of one kind, that says nothing beside what was done with one of them.
        is_one_kind = len({face.label for face in faces}) == 1
        for place, face in enumerate(faces):
            mark = told.get(face.id, "")
            label = mark or face.label if is_one_kind else " · ".join(part for part in (mark, face.label) if part)
            faces[place] = replace(face, label=label)
        self.wall.show_groups([WallGroup(LOOSE, cards=tuple(faces))])
        self.setVisible(bool(notes) and not self._bridge.is_read_only)
