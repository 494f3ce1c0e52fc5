"""A font whose letters are copied and found as they were typed, whatever form they have on the line.

Imported when the first page is drawn: reportlab is heavy.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from reportlab.pdfbase import ttfonts

_CODE = re.compile(r"<([0-9A-F]{2})> <(F[B-E][0-9A-F]{2})>")
_TABLE = "toUnicodeCMap:"


class TypedFont(ttfonts.TTFont):  # type: ignore[misc]
    """A TrueType font that tells a reader the letter behind each form of an Arabic letter (lam with alef: both)."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab's name
        """Add the objects of the font to the document, as reportlab asks."""
        super().addObjects(doc)
        for name, entry in doc.idToObject.items():
            if name.startswith(_TABLE):
                entry.content = _CODE.sub(_typed, entry.content)


def _typed(found: re.Match[str]) -> str:
    # Readers turn the letters of a line round one by one, those inside one form as well.
    letters = unicodedata.normalize("NFKC", chr(int(found[2], 16)))[::-1]
    return f"<{found[1]}> <{letters.encode('utf-16-be').hex().upper()}>"
