"""What an article must have of letters for a check to say anything; without it, that is not even imported."""

from __future__ import annotations

from linter.article.model import Article
from linter.matching.regexes import lazy

LATIN, OTHER = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f", "\u0370-\u03ff\u0400-\u052f"
"""As classes of a pattern; the others are Greek and Cyrillic."""
_BEYOND = lazy(f"[{OTHER}]")
_HANGING = tuple(lazy(rf"{hyphen}\s(?<=[^\W\d_]..)[^\W\d_]") for hyphen in "-\u00ad\u2010")
"""One pattern each: what begins with one sign is searched ten times as fast as with one of three."""
MEETING = lazy(f"[{LATIN}][{OTHER}]|[{OTHER}][{LATIN}]")


def scripts_meeting(article: Article) -> bool:
    """A Latin letter beside a Greek or Cyrillic one."""
    return any(scripts_meet(block.text.prose) for block in article.scope("text"))


def divided(article: Article) -> bool:
    """A hyphen between a letter and a blank."""
    return any(hanging.search(article.source) for hanging in _HANGING)


def scripts_meet(prose: str) -> bool:
    """Whether letters of two scripts stand beside each other."""
    return not prose.isascii() and bool(_BEYOND.search(prose)) and MEETING.search(prose) is not None
