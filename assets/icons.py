"""Icons drawn for this program, as SVG in one colour that the caller chooses."""

from __future__ import annotations

from assets.reader import list_names, read_text


def icon_names() -> list[str]:
    """List the icons there are, for a contact sheet and the tests."""
    return [name.removesuffix(".svg") for name in list_names("icons") if name.endswith(".svg")]


def icon_svg(name: str, colour: str) -> bytes:
    """Give one 24 × 24 icon in a colour such as `#0B5C6B`, because QtSvg paints `currentColor` black.

    Raises FileNotFoundError when there is no icon of that name.
    """
    return read_text(f"icons/{name}.svg").replace("currentColor", colour).encode("utf-8")
