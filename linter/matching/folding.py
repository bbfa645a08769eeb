"""Text in which patterns that ignore case are looked for by their literals."""

from __future__ import annotations

_DOTTED_I = str.maketrans({"\u0130": "i", "\u0131": "i"})


def fold_case(text: str) -> str:
    """Text in which two characters are equal if a pattern that ignores case takes them as equal.

    The length may change, so offsets in folded text mean nothing. Dotted and dotless I
    are one letter to ``re`` or ``regex`` but not to ``str.casefold``.
    """
    if "\u0130" in text or "\u0131" in text:
        text = text.translate(_DOTTED_I)
    return text.casefold()
