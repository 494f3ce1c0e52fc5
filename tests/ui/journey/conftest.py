"""A small sprint for the tools of the journey, on the stage of the panels."""

from __future__ import annotations

from tests.ui.panels.conftest import Stage, stage

__all__ = ["Stage", "stage"]
