"""A program of its own in which a slot fails: it must say so, keep the work and go on."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from sprint.edits.about import change_sprint
from ui.app import Session


def main(profile: Path) -> int:
    """Open the example, fail in a slot, go on editing, tell what the screen says, end well."""
    session = Session(QApplication([]), profile)
    session.context.settings.set("language", "nl")
    program = session.program
    program.open_example()
    opened = program.sprint
    assert opened is not None

    def fail() -> None:
        raise RuntimeError("what mevrouw De Vries wrote")

    def tell() -> None:
        document = opened.bridge.document
        opened.bridge.do(change_sprint(document, title="Ik ga gewoon door"))
        said = list(program.window.notices.texts.values())
        print(json.dumps({"said": said, "title": document.sprint.title, "path": str(opened.path)}), flush=True)
        program.quit()

    def begin() -> None:
        QTimer.singleShot(0, fail)
        QTimer.singleShot(0, tell)

    program.window.first_painted.connect(begin)
    return session.run(None)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
