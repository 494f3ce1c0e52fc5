"""A facilitator at her laptop, with nothing on it yet."""

from __future__ import annotations

from tests.helpers.starting import second, she, start

__all__ = ["second", "she", "start"]
