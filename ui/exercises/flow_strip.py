"""The thin strip above the work: where its input comes from, and what waits for the result."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayoutItem, QSizePolicy, QWidget

from sprint.flow import Flow, FlowLink
from sprint.programme.words import artefact_name
from sprint.records import Block
from ui.bridge import SprintBridge
from ui.context import Context
from ui.panels.blocks import BlockNames
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.painted import PaintedButton
from ui.widgets.painting import paint_focus

_MOST, _LINK_PX, _LEAST_PX, _PAD, _SLACK = 2, 220, 64, 4, 6
_NARROW_PX = 760
"""Narrower than this, one block stands on each side."""


class BlockLink(PaintedButton):
    """The name of a block, underlined; it gives way when there is little room, and ends in … then."""

    def __init__(self, context: Context, title: str, what: str, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._title = title
        self.say(title, f"{title}: {what}" if what else title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the name, but never for a very long one."""
        wide = self.metrics(self.context.theme.font("body")).horizontalAdvance(self._title) + 2 * _PAD + _SLACK
        return QSize(min(wide, _LINK_PX), self.context.theme.size("target.mouse"))

    def minimumSizeHint(self) -> QSize:
        """Room for its first letters."""
        return QSize(_LEAST_PX, self.context.theme.size("target.mouse"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the name."""
        theme = self.context.theme
        font = theme.font("body")
        font.setUnderline(True)
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(theme.colour("ink" if self.is_hovered else "accent"))
        space = self.rect().adjusted(_PAD, 0, -_PAD, 0)
        shown = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, space.width())
        painter.drawText(space, int(Qt.AlignmentFlag.AlignVCenter), shown)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), 6, theme)
        painter.end()


class FlowStrip(QWidget):
    """Names of blocks as links; more than two on a side are counted and named in the tool tip."""

    block_requested = Signal(str)

    def __init__(
        self, context: Context, bridge: SprintBridge, names: BlockNames, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._bridge, self._names = context, bridge, names
        self._shown: tuple[Flow, tuple[str, ...], str, int] | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(context.theme.size("target.mouse"))

    def show_flow(self, flow: Flow, resting: Sequence[str]) -> None:
        """Show another flow; `resting` are the blocks whose results rest on this one already."""
        t = self._context.texts
        most = _MOST if self.width() >= _NARROW_PX else 1
        wanted = (flow, tuple(resting), t.language, most)
        if wanted == self._shown:
            return
        self._shown = wanted
        while self._row.count():
            _throw(self._row.takeAt(0))
        self._add("work.input_from", flow.inputs)
        if flow.missing:
            words = ", ".join(artefact_name(artefact, t.translator) for artefact in flow.missing)
            self._row.addWidget(ElidedLabel(t("work.input_missing", what=words), role="muted"))
        waiting = tuple(link for link in flow.waiting if link.block_id not in resting)
        self._add("work.waits_for_it", waiting)
        if resting:
            self._add("work.rests_on_it", tuple(FlowLink("", block_id, 0) for block_id in resting))
        self._row.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name fewer blocks where there is less room."""
        super().resizeEvent(event)
        if self._shown is not None:
            self.show_flow(self._shown[0], self._shown[1])

    def _add(self, key: str, links: tuple[FlowLink, ...]) -> None:
        if not links:
            return
        t = self._context.texts
        blocks: dict[str, list[str]] = {}
        for link in links:
            what = artefact_name(link.artefact, t.translator) if link.artefact else ""
            blocks.setdefault(link.block_id, []).append(f"{what} ({link.count})" if link.count and what else what)
        label = PlainLabel(t(key), role="muted")
        self._row.addWidget(label)
        most = self._shown[3] if self._shown is not None else _MOST
        shown = list(blocks.items())[:most]
        for block_id, what in shown:
            self._row.addWidget(self._link(block_id, ", ".join(word for word in what if word)))
        rest = list(blocks)[most:]
        if rest:
            words = t("work.more_blocks", count=len(rest))
            more = PlainLabel(words if most == _MOST else f"+{len(rest)}", role="muted")
            more.setAccessibleName(words)
            more.setToolTip("\n".join(self._title(block_id) for block_id in rest))
            self._row.addWidget(more)
        self._row.addSpacing(12)

    def _title(self, block_id: str) -> str:
        block = self._bridge.document.get(block_id)
        return self._names.title(block) if isinstance(block, Block) else ""

    def _link(self, block_id: str, what: str) -> BlockLink:
        link = BlockLink(self._context, self._title(block_id), what, self)
        link.clicked.connect(lambda: self.block_requested.emit(block_id))
        return link


def _throw(item: QLayoutItem | None) -> None:
    widget = item.widget() if item is not None else None
    if widget is not None:
        widget.hide()
        widget.deleteLater()
