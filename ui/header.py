"""The top of the window: whose sprint this is, whether it is safe, and what can be done with what is on the screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
)

from sprint.edits.about import change_sprint
from sprint.errors import SprintError
from sprint.frozen import dataclass
from ui.actions import ActionSet
from ui.bridge import SprintBridge
from ui.context import Context
from ui.menus import MainMenu
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.labels import TextLabel
from ui.widgets.undo_key import is_undo_key

_BUTTONS = (
    ("undo", False),
    ("redo", False),
    ("show_as_is", True),
    ("show_to_be", True),
    ("compare", True),
    ("plan_programme", True),
    ("print", True),
    ("room_show", False),
    ("details", False),
)
"""The rows that have a button, and whether it says what it does."""
_TALL = 56
_LOGO = 32
_LONGEST_TITLE = 200
_NARROW = 1400
_APART, _CLOSE = 8, 6
"""Between the parts in pixels, and where the window is narrow: the name of the sprint needs that room."""
_TITLE_PAD = 9
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BEGIN_KEYS = (*_ENTER, Qt.Key.Key_F2)


@dataclass(frozen=True)
class Saving:
    """How far saving is: edits that are not on disk yet, and what stands in the way."""

    pending: int = 0
    error: SprintError | None = None
    is_look_only: bool = False


class SaveChip(Chip):
    """Says "saved" only when everything is on disk; red and counted when it is not going to be."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setObjectName("save_state")
        self._saving = Saving()
        context.texts.changed.connect(self._say)
        self._say()

    def show_saving(self, saving: Saving) -> None:
        """Show how far saving is."""
        self._saving = saving
        self._say()

    def sizeHint(self) -> QSize:
        # As wide as "saving" and "saved" both need: the header must not jump at every edit.
        wide = super().sizeHint()
        metrics = QFontMetrics(self._context.theme.font("body", bold=True))
        calm = max(metrics.horizontalAdvance(self._context.texts(key)) for key in ("ui.saved", "ui.saving"))
        return QSize(max(wide.width(), calm + 2 * 12 + 16 + 6 + 1), wide.height())

    def _say(self) -> None:
        texts = self._context.texts
        if self._saving.is_look_only:
            self.show_state(texts("ui.look_only"), "now", "info")
        elif self._saving.error is not None:
            self.show_state(texts("ui.not_saved", count=self._saving.pending), "danger", "warning")
        elif self._saving.pending:
            self.show_state(texts("ui.saving"), "quiet", "more")
        else:
            self.show_state(texts("ui.saved"), "accent", "check")


class TitleField(QLineEdit):
    """The sprint's name; a click, Enter or F2 lets her write in it, Enter or leaving keeps it, Escape does not.

    Until then keys do nothing here: a field that just happens to have the focus must not take what is typed.
    """

    def __init__(self, context: Context, bridge: SprintBridge) -> None:
        super().__init__()
        self._context = context
        self._bridge = bridge
        self.setObjectName("sprint_title")
        self.setProperty("kind", "bare")
        self.setMaxLength(_LONGEST_TITLE)
        self.setReadOnly(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(lambda _text: self.updateGeometry())
        bridge.document_changed.connect(self._on_diff)
        context.texts.changed.connect(self._say)
        context.theme.changed.connect(self._draw)
        self._say()
        self._draw()
        self._show()

    def sizeHint(self) -> QSize:
        text = self.text() or self.placeholderText()
        return QSize(self.fontMetrics().horizontalAdvance(text) + 32, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, super().minimumSizeHint().height())

    def begin(self) -> None:
        """Let her write another name."""
        if self._bridge.is_read_only or not self.isReadOnly():
            return
        self.setReadOnly(False)
        self.setFocus()
        self.selectAll()

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window, and keep Escape while she writes."""
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and is_undo_key(event):
            event.ignore()
            return False
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.isReadOnly() and event.button() is Qt.MouseButton.LeftButton:
            self.begin()
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.isReadOnly() and key in _BEGIN_KEYS:
            self.begin()
        elif not self.isReadOnly() and key in (*_ENTER, Qt.Key.Key_Escape):
            if key is Qt.Key.Key_Escape:
                self.setText(self._bridge.document.sprint.title)
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # A menu in front is not leaving.
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._keep()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show that a long name goes on, as long as nobody writes in it."""
        shown = self.fontMetrics().horizontalAdvance(self.text()) <= self.width() - 2 * _TITLE_PAD
        if not self.isReadOnly() or shown:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        if self.hasFocus() or self.underMouse():
            # Only then it looks like a field; these two take five milliseconds to make known.
            from PySide6.QtWidgets import QStyle, QStyleOptionFrame  # noqa: PLC0415

            option = QStyleOptionFrame()
            self.initStyleOption(option)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        inside = self.rect().adjusted(_TITLE_PAD, 0, -_TITLE_PAD, 0)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, inside.width())
        painter.setPen(self._context.theme.colour("ink"))
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        painter.end()

    def _keep(self) -> None:
        if self.isReadOnly():
            return
        self.setReadOnly(True)
        title = self.text().strip()
        if title and title != self._bridge.document.sprint.title:
            self._bridge.do(change_sprint(self._bridge.document, title=title))
        self._show()

    def _on_diff(self, _diff: object) -> None:
        self._show()

    def _show(self) -> None:
        title = self._bridge.document.sprint.title
        if self.isReadOnly():
            self.setText(title)
            self.setCursorPosition(0)
            self.setToolTip(title)

    def _say(self) -> None:
        self.setAccessibleName(self._context.texts("ui.sprint_title"))
        self.setPlaceholderText(self._context.texts("ui.sprint_title_hint"))
        self.setAccessibleDescription("" if self._bridge.is_read_only else self._context.texts("ui.sprint_title_how"))

    def _draw(self) -> None:
        self.setFont(self._context.theme.font("lead", bold=True))
        self.setStyleSheet(f"font-size: {self._context.theme.size('lead')}px; font-weight: bold;")


class ActionButton(QToolButton):
    """A button of a row: it says, shows and switches what its action does."""

    def __init__(self, action: QAction, *, with_text: bool = False) -> None:
        super().__init__()
        self.setDefaultAction(action)
        self.setObjectName(f"button_{action.objectName()}")
        style = Qt.ToolButtonStyle.ToolButtonTextOnly if with_text else Qt.ToolButtonStyle.ToolButtonIconOnly
        self.setToolButtonStyle(style)
        if not with_text:
            self.setProperty("kind", "quiet")
        self.setIconSize(QSize(20, 20))
        # By Tab only: a click on a button must not take the keyboard away from the work.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        action.changed.connect(self._say)
        self._say()

    def _say(self) -> None:
        self.setAccessibleName(self.defaultAction().text())


class Header(QFrame):
    """The bar at the top of an open sprint."""

    copy_requested = Signal()

    def __init__(self, context: Context, actions: ActionSet, bridge: SprintBridge) -> None:
        super().__init__()
        self._context = context
        actions.name(*(row_id for row_id, with_text in _BUTTONS if with_text))
        actions.dress(*(row_id for row_id, with_text in _BUTTONS if not with_text))
        self.setObjectName("header")
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_TALL)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(_APART)
        self._row = row
        self._logo = QLabel()
        self._brand = TextLabel(context, "ui.app_name", role="brand")
        self.title = TitleField(context, bridge)
        self.chip = SaveChip(context)
        self._copy = Button(context, "ui.save_copy_now", kind="danger")
        self._copy.setObjectName("save_copy_now")
        self._copy.clicked.connect(self.copy_requested)
        self._copy.hide()
        for part in (self._logo, self._brand, self.title, self.chip, self._copy):
            row.addWidget(part)
        row.addStretch(1)
        for row_id, with_text in _BUTTONS:
            row.addWidget(ActionButton(actions[row_id], with_text=with_text))
        self._menu = MainMenu(context, actions, self)
        row.addWidget(self._menu_button(self._menu))
        context.theme.changed.connect(self._draw)
        self._draw()

    def complete(self) -> None:
        """Make what nobody can see yet: the menu."""
        self._menu.fill()

    def show_saving(self, saving: Saving) -> None:
        """Show how far saving is, and the way out when it fails."""
        self.chip.show_saving(saving)
        self._copy.setVisible(saving.error is not None)

    def resizeEvent(self, event: object) -> None:
        is_narrow = self.width() < _NARROW
        self._brand.setVisible(not is_narrow)
        self._row.setSpacing(_CLOSE if is_narrow else _APART)

    def _menu_button(self, menu: MainMenu) -> Button:
        button = Button(self._context, kind="quiet", icon="menu", name_key="ui.menu")
        button.setObjectName("menu")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMenu(menu.menu)
        return button

    def _draw(self) -> None:
        self._logo.setPixmap(self._context.icons.pixmap("logo", "accent", _LOGO))
