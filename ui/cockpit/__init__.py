"""The cockpit's help while the clock runs: signals, re-planning, quick capture, lists and the rhythm of the day."""
