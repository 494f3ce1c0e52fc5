"""Calm strips at the top of the window: what was found, what went wrong, what this is; none of them stops the work."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sprint.frozen import dataclass
from ui.context import Context
from ui.messages import Tone
from ui.widgets.button import Button
from ui.widgets.labels import PlainLabel

_ICONS: dict[Tone, tuple[str, str]] = {
    "now": ("info", "ink"),
    "good": ("check", "good"),
    "warn": ("warning", "warn"),
    "danger": ("warning", "danger"),
}
Text = Callable[[], str]


@dataclass(frozen=True)
class Notice:
    """One strip; texts are asked again when the language changes. `action` is the key of a button, done by `run`.

    A question has a second answer: `other_action`, done by `run_other`.
    """

    text: Text
    tone: Tone = "now"
    detail: Text | None = None
    action: str = ""
    run: Callable[[], object] | None = None
    other_action: str = ""
    run_other: Callable[[], object] | None = None
    can_close: bool = True


class NoticeStrip(QWidget):
    """Shows one notice, its details on request."""

    def __init__(self, context: Context, notice: Notice, on_close: Callable[[], None]) -> None:
        super().__init__()
        self._context = context
        self._notice = notice
        self.setProperty("ground", notice.tone)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 4, 8, 4)
        page.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(12)
        page.addLayout(row)
        self._sign = QLabel()
        row.addWidget(self._sign)
        self._label = PlainLabel(wrap=True)
        row.addWidget(self._label, 1)
        self._detail = PlainLabel(wrap=True)
        self._detail.setContentsMargins(32, 0, 16, 8)
        self._detail.hide()
        page.addWidget(self._detail)
        if notice.detail is not None:
            more = Button(context, "ui.notice_details", kind="link")
            more.clicked.connect(lambda: self._detail.setVisible(self._detail.isHidden()))
            row.addWidget(more)
        for key, run in ((notice.action, notice.run), (notice.other_action, notice.run_other)):
            if run is not None:
                act = Button(context, key)
                act.clicked.connect(run)
                row.addWidget(act)
        if notice.can_close:
            close = Button(context, kind="quiet", icon="close", name_key="ui.notice_close")
            close.clicked.connect(on_close)
            row.addWidget(close)
        for button in self.findChildren(Button):
            # By Tab only: closing a strip must not take the keyboard away from the work.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        context.texts.changed.connect(self._say)
        context.theme.changed.connect(self._draw)
        self._say()
        self._draw()

    @property
    def tone(self) -> Tone:
        """What the strip means."""
        return self._notice.tone

    @property
    def text(self) -> str:
        """What the strip says."""
        return self._label.text()

    def _say(self) -> None:
        self._label.setText(self._notice.text())
        self.setAccessibleName(self._notice.text())
        if self._notice.detail is not None:
            self._detail.setText(self._notice.detail())

    def _draw(self) -> None:
        icon, role = _ICONS[self._notice.tone]
        self._sign.setPixmap(self._context.icons.pixmap(icon, role, self._context.theme.size("icon.body")))


class Notices(QWidget):
    """The strips that stand now, each under a name, so that a newer one takes the place of an older."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._strips: dict[str, NoticeStrip] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def show_notice(self, name: str, notice: Notice) -> None:
        """Show a strip in the place of the one with the same name."""
        self.close_notice(name)
        strip = NoticeStrip(self._context, notice, lambda: self.close_notice(name))
        self._strips[name] = strip
        self._column.addWidget(strip)
        self.setContentsMargins(8, 8, 8, 0)
        self.show()

    def close_notice(self, name: str) -> None:
        """Take a strip away, if it is there."""
        strip = self._strips.pop(name, None)
        if strip is None:
            return
        self._column.removeWidget(strip)
        strip.hide()
        strip.deleteLater()
        if not self._strips:
            self.hide()

    def clear(self) -> None:
        """Take all strips away."""
        for name in tuple(self._strips):
            self.close_notice(name)

    @property
    def tones(self) -> dict[str, Tone]:
        """What the strips mean, by name."""
        return {name: strip.tone for name, strip in self._strips.items()}

    @property
    def texts(self) -> dict[str, str]:
        """What stands there, by name."""
        return {name: strip.text for name, strip in self._strips.items()}
