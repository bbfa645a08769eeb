"""What an article is about, where that decides which foreign words are at home in it.

Articles on software name packages and commands as if they were words (``zum``, ``horde``,
``find``) and take their terms from English.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from linter.analyses import analysis
from linter.article.model import CAPTION, CODE, LIST, TABLE, Article
from linter.languages import speech
from linter.packaged import read_data
from linter.topics.language.lexicon import OWN, Lexicon, lends

MANY_LOANS, LOAN_SHARE = 3, 0.01
"""An article with a term of software, so many different English words and such a share of them uses them on
purpose; one without such a term if they are twice as many."""
UNLISTED_SHARE = 0.12
"""So many uncommon words, beside a few English ones, speak for a special subject as well."""
FEW_FOREIGN, FEW_SOFTWARE = 2, 1
"""More foreign words or terms of software are no accident."""
_FURNITURE = frozenset({CODE, CAPTION, TABLE, LIST})
_WEB_SIGNS = ("://", "](", "<a ", "<img", "{{", "{%", "`", ":)", ";)")
LEAST_SOFTWARE = 4
"""So many different terms of software make it the subject."""


def taken_at_its_word(article: Article, counts: Mapping[str, int], table: Lexicon, foreign: int) -> bool:
    """Whether a foreign word may be a slip for all that the article is: running prose in one language.

    Who writes for the web, with links, lists, code and pictures, and who writes of a craft, takes words
    from other languages on purpose; ``foreign`` is how many different ones there are.
    """
    if foreign > FEW_FOREIGN or not running_prose(article):
        return False
    return _software_terms(counts) <= FEW_SOFTWARE and not full_of_jargon(counts, table)


@analysis
def running_prose(article: Article) -> bool:
    """Whether there are only sentences: no links, lists, pictures and code, as pages for the web have."""
    if any(sign in article.source for sign in _WEB_SIGNS):
        return False
    return not any(block.kind in _FURNITURE for block in article.blocks)


@cache
def software_terms() -> frozenset[str]:
    """Terms of software that all languages share."""
    return frozenset(read_data("lexicon", "software.txt").split())


def is_term(word: str, code: str) -> bool:
    """Whether a word is a term of programmers, or the plural of one as a language makes it: "linters"."""
    lower = word.lower()
    return lower in _terms() or lower.removesuffix(speech(code).foreign.plural) in _terms()


@cache
def _terms() -> frozenset[str]:
    """Terms that no word list has; ``scripts/build_terms.py`` makes them."""
    return frozenset(read_data("lexicon", "terms.txt").split())


def about_software(counts: Mapping[str, int]) -> bool:
    """Whether the words of an article, as written, are those of one on software."""
    return _software_terms(counts) >= LEAST_SOFTWARE


def full_of_jargon(counts: Mapping[str, int], table: Lexicon) -> bool:
    """Whether an article uses many different English words or words in no list."""
    words = [word for word in counts if word.islower() and len(word) > 2]
    entries = {word: table.entry(word) for word in words}
    english = sum(entry is not None and lends(entry.lang) and entry.tier != OWN for entry in entries.values())
    times = 1 if _software_terms(counts) else 2
    if english >= times * MANY_LOANS:
        return english >= times * LOAN_SHARE * len(words)
    if english < 2 or times > 1:
        return False
    unlisted = sum(entry is None and not table.known(word) for word, entry in entries.items())
    return unlisted >= UNLISTED_SHARE * len(words)


def _software_terms(counts: Mapping[str, int]) -> int:
    return len({lower for word in counts if (lower := word.lower()) in software_terms()})
