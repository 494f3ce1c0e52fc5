"""A small sprint for the tools of the journey, on the stage of the panels."""

from __future__ import annotations

from tests.helpers.stage import Stage
from tests.ui.panels.conftest import stage

__all__ = ["Stage", "stage"]
