"""What is typed into a "next one" field is kept when the field is left: a half-written remark is never thrown away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.fields import LineField, TextField


def keep_when_left(field: LineField | TextField, form: QWidget, keep: Callable[[], None]) -> None:
    """Call `keep` when the focus leaves `form` from `field`.

    Going to another program and coming back is not leaving, nor is choosing a kind or a citizen within the form.
    """

    def on_left() -> None:
        focus = QApplication.focusWidget()
        is_away = focus is None and not form.window().isActiveWindow()
        if not is_away and (focus is None or not form.isAncestorOf(focus)):
            keep()

    field.left.connect(on_left)
