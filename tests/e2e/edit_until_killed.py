"""A program of its own for the test that pulls the plug: it edits the example, tells what the screen showed as saved,
and then stays open until it is killed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from sprint.edits.citizens import add_remark
from sprint.edits.journey import add_step, rename
from sprint.journeys import steps_of
from ui.app import Session
from ui.open_sprint import OpenSprint

EDITS = 12


def edit(opened: OpenSprint) -> list[str]:
    """Make edits as the surfaces make them; give the titles and texts that must be there afterwards."""
    bridge = opened.bridge
    journey_id = opened.bench.canvas.journey_id
    wanted = []
    for number in range(EDITS):
        last = steps_of(bridge.document, journey_id)[-1]
        bridge.do(add_step(bridge.document, bridge.ids, journey_id, after=last.id))
        new = steps_of(bridge.document, journey_id)[-1]
        bridge.do(rename(bridge.document, new.id, f"Stap {number}"))
        bridge.do(add_remark(bridge.document, bridge.ids, new.id, f"Opmerking {number}"))
        wanted += [f"Stap {number}", f"Opmerking {number}"]
    opened.bench.clock.start()
    return wanted


def tell_when_saved(session: Session, wanted: list[str]) -> None:
    """Print what must be there, once the chip says that it is saved."""
    chip = session.program.window.findChild(object, "save_state")
    if chip is not None and chip.accessibleName() == session.context.texts("ui.saved"):
        opened = session.program.sprint
        path = str(opened.path) if opened is not None else ""
        print(json.dumps({"path": path, "wanted": wanted}), flush=True)
        return
    QTimer.singleShot(1, lambda: tell_when_saved(session, wanted))


def main(profile: Path) -> None:
    """Open the example in a profile, edit, tell, and wait for the end."""
    session = Session(QApplication([]), profile)
    session.context.settings.set("language", "nl")
    session.program.window.show()
    session.program.open_example()
    opened = session.program.sprint
    assert opened is not None
    wanted = edit(opened)
    QTimer.singleShot(0, lambda: tell_when_saved(session, wanted))
    session.run(None)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
