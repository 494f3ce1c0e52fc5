"""What this program is: its version, its licence, and that it keeps to itself."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from assets import VERSION
from ui.context import Context
from ui.dialogs.base import Dialog
from ui.widgets.labels import TextLabel


class AboutDialog(Dialog):
    """Tells somebody who asks for help, or wants to pass the program on, what it is."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "ui.action_about", parent, width=460)
        for key in ("ui.about_version", "ui.about_licence", "ui.about_offline"):
            self.page.addWidget(TextLabel(context, key, wrap=True, version=VERSION))
        self.add_button("ui.done", kind="primary", is_default=True).clicked.connect(self.accept)
