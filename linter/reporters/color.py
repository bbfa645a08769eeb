"""Colours of a terminal: whether to use them, and which."""

from __future__ import annotations

from collections.abc import Mapping

_CODES = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "other": "1;34",
    "suggestion": "32",
    "path": "1",
    "dim": "2",
}
"""Select Graphic Rendition parameters (ECMA-48) by role."""


def wants_color(choice: str, environment: Mapping[str, str], is_terminal: bool) -> bool:
    """Whether output shall be coloured.

    ``choice`` is ``always``, ``never`` or ``auto``. In ``auto``, ``NO_COLOR`` (no-color.org) wins
    over ``FORCE_COLOR`` (force-color.org), both if not empty; then it takes a terminal that can.
    """
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return is_terminal and environment.get("TERM") != "dumb"


class Painter:
    """Puts text in the colour of its role, or leaves it as it is."""

    def __init__(self, color: bool) -> None:
        self.color = color

    def __call__(self, text: str, role: str) -> str:
        if not self.color or not text or role not in _CODES:
            return text
        return f"\x1b[{_CODES[role]}m{text}\x1b[0m"
