"""A page of the study with two views behind one title: what is worked in, and what is read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.context import Context
from ui.widgets.choices import Choices
from ui.widgets.labels import TextLabel


class TwoViews(QWidget):
    """A title with two choices beside it, and the view that is on below them."""

    def __init__(
        self, context: Context, title_key: str, name_key: str, choices: Sequence[tuple[str, str]], right: int = 16
    ) -> None:
        super().__init__()
        self._names = [name for name, _ in choices]
        self.choice = Choices(context, name_key, choices, self)
        self._pages = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, right, 8)
        column.setSpacing(10)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(TextLabel(context, title_key, role="title"))
        top.addWidget(self.choice)
        top.addStretch(1)
        column.addLayout(top)
        column.addWidget(self._pages, 1)

    @property
    def name(self) -> str:
        """The view that is on."""
        return self._names[self._pages.currentIndex()]

    def add_view(self, page: QWidget) -> None:
        """Add the next view, in the order of the choices."""
        self._pages.addWidget(page)

    def show_view(self, name: str) -> None:
        """Show a view by its name."""
        self.choice.choose(name)
        self._pages.setCurrentIndex(self._names.index(name))
