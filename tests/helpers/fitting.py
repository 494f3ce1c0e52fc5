"""Which words on a window are cut: a label that is too low, a button that is too narrow, a widget past its column."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from ui.widgets.fields import TextField
from ui.widgets.labels import ElidedLabel
from ui.widgets.wrapped_choice import WrappedChoice

_NEAR = 2
_FIELD_EDGE = 6
_SMALLEST_TYPE = 12


def too_tight(root: QWidget) -> list[str]:
    """List what a person cannot read whole on this window, with the words it is about."""
    return [
        f"{type(widget).__name__} {_words(widget)[:60]!r}: {said}"
        for widget in root.findChildren(QWidget)
        if widget.isVisibleTo(root) and widget.width() > 0
        for said in _faults(widget, root)
    ]


def _faults(widget: QWidget, root: QWidget) -> Iterator[str]:
    words = _words(widget)
    if not words:
        return
    if isinstance(widget, QLabel):
        yield from _label(widget)
    elif isinstance(widget, QAbstractButton):
        wanted = widget.sizeHint()
        if widget.width() < wanted.width() - _NEAR or widget.height() < wanted.height() - _NEAR:
            yield f"{widget.width()}×{widget.height()} of {wanted.width()}×{wanted.height()}"
    elif isinstance(widget, WrappedChoice):
        if any(line.endswith("…") for line in widget._lines()) and not words.endswith("…"):
            yield f"not whole on {len(widget._lines())} lines of {widget.width()}"
    elif isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        part = widget.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, widget
        )
        if (wanted_px := widget.fontMetrics().horizontalAdvance(words)) > part.width() + _NEAR:
            yield f"chosen {part.width()} of {wanted_px}"
    elif isinstance(widget, QLineEdit):
        inside = widget.width() - 2 * _FIELD_EDGE - widget.textMargins().left() - widget.textMargins().right()
        if (wanted_px := widget.fontMetrics().horizontalAdvance(words)) > inside:
            yield f"{'text' if widget.text() else 'hint'} {inside} of {wanted_px}"
    elif isinstance(widget, TextField) and widget.height() < widget.heightForWidth(widget.width()) - _NEAR:
        yield f"field {widget.height()} of {widget.heightForWidth(widget.width())} high"
    if widget.font().pixelSize() and 0 < widget.font().pixelSize() < _SMALLEST_TYPE:
        yield f"type of {widget.font().pixelSize()} px"
    yield from _past_its_column(widget, root)


def _label(label: QLabel) -> Iterator[str]:
    if isinstance(label, ElidedLabel):
        wanted = label.fontMetrics().horizontalAdvance(label.text())
        if wanted > label.contentsRect().width() + _NEAR:
            yield f"shortened {label.contentsRect().width()} of {wanted}"
    elif label.wordWrap():
        high = label.heightForWidth(label.width())
        if label.height() < high - _NEAR:
            yield f"{label.height()} of {high} high at {label.width()} wide"
    elif label.width() < label.sizeHint().width() - _NEAR or label.height() < label.sizeHint().height() - _NEAR:
        wanted_size = label.sizeHint()
        yield f"{label.width()}×{label.height()} of {wanted_size.width()}×{wanted_size.height()}"


def _past_its_column(widget: QWidget, root: QWidget) -> Iterator[str]:
    """Say when a widget sticks out of what holds it, where nobody can scroll to it."""
    holder = widget.parentWidget()
    while holder is not None and holder is not root:
        place = QRect(widget.mapTo(holder, QPoint(0, 0)), widget.size())
        area = holder.parentWidget()
        is_viewport = isinstance(area, QAbstractScrollArea) and area.viewport() is holder
        if place.left() < -_NEAR or place.right() > holder.width() + _NEAR:
            off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if not is_viewport or not isinstance(area, QScrollArea) or area.horizontalScrollBarPolicy() is off:
                yield f"sticks out of {type(holder).__name__} by {place.right() - holder.width()}"
                return
        holder = area


def _words(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    return widget.toPlainText() if isinstance(widget, QPlainTextEdit) else ""
