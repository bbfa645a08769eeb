"""The names of ``re`` that patterns are written with, without that module.

Patterns that are kept are made without it (:mod:`linter.matching.regexes`), and with what it imports it takes
a twentieth of the instructions that an article does. Who searches by itself imports ``re``; so does Python
where a text with a backslash says what to put in (``sub``), but not where a function does.
"""

from __future__ import annotations

from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from re import ASCII as ASCII
    from re import DOTALL as DOTALL
    from re import IGNORECASE as IGNORECASE
    from re import MULTILINE as MULTILINE
    from re import Match as Match
    from re import Pattern as Pattern
    from re import escape as escape
else:
    IGNORECASE, MULTILINE, DOTALL, ASCII = 2, 8, 16, 256
    _ESCAPED = {ord(sign): f"\\{sign}" for sign in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}

    def escape(pattern):
        """What matches nothing but the text itself."""
        return pattern.translate(_ESCAPED)
