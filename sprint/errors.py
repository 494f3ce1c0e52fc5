"""Errors that carry a message key, so that the sentence is written once per language."""

from __future__ import annotations

Param = str | int | float


class SprintError(Exception):
    """Something a person must be told; the text for `key` lives in the i18n catalogues."""

    def __init__(self, key: str, **params: Param) -> None:
        super().__init__(key, params)
        self.key = key
        self.params: dict[str, Param] = params

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in self.params.items())
        return f"{self.key}({details})"


class IntegrityError(SprintError):
    """A diff that would break the document; it was not applied."""


class StaleDiffError(IntegrityError):
    """A diff made against a record that has changed since."""
