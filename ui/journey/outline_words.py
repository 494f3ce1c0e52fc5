"""What the outline says about a record: its text, its sign, and the sentence for a screen reader."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from sprint.document import Document
from sprint.records import Card, Observation, Phase, Record, Step
from ui.context import Context
from ui.widgets.painting import feeling_role

_TALL = 34
_ICON = 20


class OutlineWords:
    """Answers the model's questions in the language and the theme of the screen."""

    def __init__(self, context: Context, document: Document) -> None:
        self._context = context
        self._document = document
        self._swatches: dict[str, QIcon] = {}

    def forget(self) -> None:
        """Draw the signs again: the theme is another."""
        self._swatches.clear()

    def __call__(self, record: Record, role: int) -> Any:
        """Give what Qt asks about a record; None when there is nothing to tell."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.line(record)
        if role == Qt.ItemDataRole.EditRole:
            return text_of(record)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(record)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._sign(record)
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, _TALL)
        return self._dress(record, role)

    def line(self, record: Record) -> str:
        """Give the text of a row as it is seen."""
        t, text = self._context.texts, text_of(record)
        if isinstance(record, Card):
            return f"{t(f'kind.lane.{record.lane.value}')} · {text}" if text else t(f"kind.lane.{record.lane.value}")
        if isinstance(record, Observation):
            return f"{t(f'kind.remark.{record.kind.value}')} · {text}"
        title = text or t("journey.outline_untitled")
        return f"{t('board.target')} · {title}" if self._is_target(record) else title

    def spoken(self, record: Record) -> str:
        """Give the sentence that a screen reader says."""
        t = self._context.texts
        if isinstance(record, Phase):
            count = sum(1 for _ in self._document.referrers(Step, record.id))
            return t("journey.read_phase", title=record.title or t("journey.outline_untitled"), count=count)
        if isinstance(record, Step):
            felt = record.feeling
            said = t(
                "journey.read_feeling_unknown" if felt is None else "journey.read_feeling", feeling=_signed(t, felt)
            )
            kind = t(f"kind.step.{record.kind.value}")
            channel = t(f"kind.channel.{record.channel.value}")
            return f"{self.line(record)}, {kind}, {channel}, {said}"
        return self.line(record)

    def _is_target(self, record: Record) -> bool:
        return record.id == self._document.sprint.target_step_id

    def _sign(self, record: Record) -> Any:
        icons = self._context.icons
        if isinstance(record, Step):
            if record.feeling is None:
                return icons.icon("step", "muted", _ICON)
            role = feeling_role(record.feeling)
            return icons.icon(role, role, _ICON)
        if isinstance(record, Card):
            return self._swatch(f"card_{record.lane.family.value}")
        if isinstance(record, Observation):
            return icons.icon("quote", "muted", _ICON)
        return None

    def _swatch(self, role: str) -> QIcon:
        icon = self._swatches.get(role)
        if icon is None:
            theme = self._context.theme
            pixmap = QPixmap(2 * _ICON, 2 * _ICON)
            pixmap.fill(QColor(0, 0, 0, 0))
            pixmap.setDevicePixelRatio(2)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(theme.colour(role))
            painter.setPen(theme.colour("line"))
            painter.drawRoundedRect(3, 3, _ICON - 6, _ICON - 6, 3, 3)
            painter.end()
            icon = self._swatches[role] = QIcon(pixmap)
        return icon

    def _dress(self, record: Record, role: int) -> Any:
        theme = self._context.theme
        if role == Qt.ItemDataRole.FontRole:
            return theme.font("body", bold=isinstance(record, Phase))
        if role == Qt.ItemDataRole.ForegroundRole:
            is_quiet = isinstance(record, Observation) or not text_of(record).strip()
            return theme.colour("muted" if is_quiet else "ink")
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(record, Card | Observation):
            return text_of(record)
        return None


def text_of(record: Record) -> str:
    """Give the words of a record that can be written in the outline."""
    if isinstance(record, Card | Observation):
        return record.text
    return record.title if isinstance(record, Phase | Step) else ""


def _signed(t: Any, feeling: int | None) -> str:
    return "" if feeling is None else str(t.translator.signed(feeling))
