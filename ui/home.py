"""The home screen: start, open, look at the example, and go on where you were."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QScrollArea, QVBoxLayout, QWidget

from ui.context import Context
from ui.recents import LeftBehind, RecentSprint
from ui.settings import SETTINGS
from ui.widgets.button import Button
from ui.widgets.choices import Choices
from ui.widgets.labels import TextLabel
from ui.widgets.tiles import ActionCard, ListRow

if TYPE_CHECKING:
    from ui.commands import Commands

_WIDTH = 960
_LOGO = 64
_CARDS = (
    ("new_sprint", "plus", "ui.home_new", "ui.home_new_line", True),
    ("open", "open", "ui.home_open", "ui.home_open_line", False),
    ("open_example", "flag", "ui.home_example", "ui.home_example_line", False),
)


class Home(QWidget):
    """Shows what can be done first; it asks and never opens anything itself."""

    sprint_chosen = Signal(object)
    """The Path of a sprint to open."""
    left_chosen = Signal(str)
    """The uid of a sprint without a file to open."""

    def __init__(self, context: Context, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("home")
        # Takes the focus when it comes on the screen, so that no button looks chosen before she chose.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._context = context
        self._commands = commands
        self._recent: tuple[RecentSprint, ...] = ()
        self._left: tuple[LeftBehind, ...] = ()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(area)
        page = QWidget()
        area.setWidget(page)
        sides = QHBoxLayout(page)
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        sides.addStretch(1)
        sides.addWidget(column, 100)
        sides.addStretch(1)
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(24, 24, 24, 32)
        self._column.setSpacing(0)
        self._fill()
        context.texts.changed.connect(self._say)
        context.theme.changed.connect(self._draw)
        context.theme.changed.connect(self._show_choices)
        self._say()
        self._draw()

    def show_sprints(self, recent: Sequence[RecentSprint], left_behind: Sequence[LeftBehind]) -> None:
        """Show the sprints to go on with."""
        self._recent, self._left = tuple(recent), tuple(left_behind)
        self._list_sprints()

    @property
    def left_behind(self) -> tuple[LeftBehind, ...]:
        """The sprints that are shown as not closed."""
        return self._left

    @property
    def recent(self) -> tuple[RecentSprint, ...]:
        """The sprints that are shown as opened before."""
        return self._recent

    # ---- what stands on the page

    def _fill(self) -> None:
        self._column.addLayout(self._top())
        self._column.addSpacing(40)
        self._column.addWidget(TextLabel(self._context, "ui.home_welcome", role="display", wrap=True))
        self._column.addSpacing(8)
        self._column.addWidget(TextLabel(self._context, "ui.home_line", role="lead", wrap=True))
        self._column.addSpacing(28)
        cards = QHBoxLayout()
        cards.setSpacing(16)
        self._cards: list[tuple[ActionCard, str, str]] = []
        for name, icon, title, line, is_primary in _CARDS:
            card = ActionCard(self._context, icon, is_primary=is_primary)
            card.setObjectName(f"home_{name}")
            cards.addWidget(card, 1)
            self._cards.append((card, title, line))
        # Bound one by one, so that a row and a card can never ask for different things.
        self._cards[0][0].clicked.connect(self._commands.new_sprint)
        self._cards[1][0].clicked.connect(self._commands.open_sprint)
        self._cards[2][0].clicked.connect(self._commands.open_example)
        self._column.addLayout(cards)
        self._lists = QVBoxLayout()
        self._lists.setSpacing(8)
        self._column.addLayout(self._lists)
        self._column.addStretch(1)

    def _top(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(12)
        self._logo = QLabel()
        top.addWidget(self._logo)
        top.addWidget(TextLabel(self._context, "ui.app_name", role="brand"))
        top.addStretch(1)
        rows = {row.key: row for row in SETTINGS}
        self._languages = Choices(self._context, "ui.setting_language", rows["language"].choices)
        self._languages.chosen.connect(lambda value: self._context.settings.set("language", value))
        top.addWidget(self._languages)
        self._themes = Button(self._context, kind="quiet", icon="contrast", name_key="ui.setting_theme")
        self._themes.setObjectName("home_theme")
        self._themes.setMenu(self._theme_menu())
        top.addWidget(self._themes)
        more = Button(self._context, kind="quiet", icon="settings", name_key="ui.action_settings")
        more.setObjectName("home_settings")
        more.clicked.connect(self._commands.show_settings)
        top.addWidget(more)
        self._show_choices()
        return top

    def _theme_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        self._theme_actions: dict[str, tuple[QAction, str]] = {}
        for value, label in next(row for row in SETTINGS if row.key == "theme").choices:
            action = menu.addAction("")
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, value=value: self._context.settings.set("theme", value))
            group.addAction(action)
            self._theme_actions[value] = (action, label)
        return menu

    # ---- showing

    def _show_choices(self) -> None:
        self._languages.choose(self._context.texts.language)
        self._theme_actions[self._context.theme.name][0].setChecked(True)

    def _say(self) -> None:
        for card, title, line in self._cards:
            card.say(self._context.texts(title), self._context.texts(line))
        for action, label in self._theme_actions.values():
            action.setText(self._context.texts(label))
        self._show_choices()
        self._list_sprints()

    def _draw(self) -> None:
        self._logo.setPixmap(self._context.icons.pixmap("logo", "accent", _LOGO))

    def _list_sprints(self) -> None:
        while item := self._lists.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        if self._left:
            self._heading("ui.home_left_behind")
            for left in self._left:
                self._row(self._left_row(left), left.path, left.uid)
        if self._recent:
            self._heading("ui.home_recent")
            for recent in self._recent:
                self._row(self._recent_row(recent), recent.path)

    def _heading(self, key: str) -> None:
        label = TextLabel(self._context, key, role="lead_bold")
        label.setContentsMargins(0, 28, 0, 4)
        self._lists.addWidget(label)

    def _row(self, row: ListRow, path: Path | None, uid: str = "") -> None:
        if path is None:
            row.clicked.connect(lambda _checked=False: self.left_chosen.emit(uid))
        else:
            row.setToolTip(str(path))
            row.clicked.connect(lambda _checked=False: self.sprint_chosen.emit(path))
        self._lists.addWidget(row)

    def _left_row(self, left: LeftBehind) -> ListRow:
        texts = self._context.texts
        row = ListRow(self._context, "check", ground="now_soft")
        kept = texts("ui.home_all_kept")
        if left.opened_at:
            kept = texts("ui.home_kept_until", date=texts.translator.date(left.opened_at))
        parts = [kept]
        if left.path is None:
            parts.append(texts("ui.home_no_file"))
        elif left.edits:
            parts.append(texts("ui.home_edits", count=left.edits))
        name = left.path.stem if left.path is not None else texts("ui.home_no_name")
        row.say(left.title or name, " · ".join(parts))
        return row

    def _recent_row(self, recent: RecentSprint) -> ListRow:
        texts = self._context.texts
        row = ListRow(self._context, "letter" if recent.is_missing else "step", is_faint=recent.is_missing)
        if recent.is_missing:
            line = texts("ui.home_missing", place=recent.path.parent.name or str(recent.path.parent))
        else:
            when = texts.translator.date(recent.opened_at) if recent.opened_at else ""
            line = " · ".join(part for part in (recent.organisation, when, recent.path.parent.name) if part)
        row.say(recent.title or recent.path.stem, line)
        return row
