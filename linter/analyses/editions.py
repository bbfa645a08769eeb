"""Whether an article prints what others wrote, letter by letter: then its spelling is theirs."""

from __future__ import annotations

from linter.analyses import analysis
from linter.analyses.searchable import searchable
from linter.analyses.verse import is_verse
from linter.article.model import Article
from linter.matching.regexes import lazy

_SIC = lazy(r"\[(?:sic!?|!|\?)\]|\((?:sic!?|\?)\)")
"""What an editor sets behind a spelling that is not the editor's: ``[!]``, ``(sic)``, ``[?]``."""
_BEGINNINGS = ("[sic", "[!", "[?", "(sic", "(?")
_FILLED = lazy(r"(?<=[^\W\d_])\[[^\W\d_A-Z]{1,15}\](?:[^\W\d_]|(?<=[^\W\d_]{2}\]))")
"""Letters that an editor adds to a word: ``Ser[a]phin``, ``ein[en]``."""
_FEW = 3
"""So many marks are those of an edition, so many stanzas a poem; a news report has one or two."""


@analysis
def is_edition(article: Article) -> bool:
    """Whether the text is a poem, or has the marks of somebody who edits letters, diaries or deeds."""
    return _is_edited(article) or _is_poem(article)


def _is_poem(article: Article) -> bool:
    """Whether most of the text are stanzas, whose lines the source breaks."""
    written = [article.excerpt(block.text.whole) for block in article.scope("body")]
    stanzas = list(map(len, filter(is_verse, written)))
    return len(stanzas) >= _FEW and 2 * sum(stanzas) > sum(map(len, written))


def _is_edited(article: Article) -> bool:
    if not any(map(searchable(article).__contains__, _BEGINNINGS)):
        return False
    text = "\n".join(block.text.prose for block in article.scope("body"))
    marks = len(_SIC.findall(text))
    return marks > 0 and marks + len(_FILLED.findall(text)) >= _FEW
