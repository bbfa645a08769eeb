"""What tells a language from others, and what it takes from them."""

from __future__ import annotations

from collections.abc import Mapping

from linter.namedtuples import NamedTuple


class Foreign(NamedTuple):
    """Letters, word tables, elisions, and the words around what is foreign on purpose."""

    lexicon: bool = False
    """A table of its words lies beside it: ``linter/data/lexicon/<code>.marisa``."""
    partial: bool = False
    """The table lacks many of its words: of those of others only small ones are told alone, and none lent."""
    slips: int = 0
    """An unlisted word of so many letters may be a slip of a frequent one; more where forms are many."""
    alike: str = ""
    """Letters that its writers take for one another: ``seperate``."""
    silent: str = ""
    """Letters before t, as a pattern, that one of its spellings leaves out: ``respetivo``, ``respectivo``."""
    apocope: str = ""
    """Letters behind which a word may lose its last vowel: ``l``, ``r`` for "lavor", "incontrar"."""
    table: str = ""
    """The language whose table is used instead, in another script: passages are foreign in either."""
    english: tuple[str, ...] = ()
    """Where there is no table: small words of English that it does not have, nor any term or name in it."""
    lends: bool = False
    """Other languages take words from it all the time, so that one of them alone is no slip."""
    script: str = ""
    """The script that it is written in: ``Latin``, ``Cyrillic``, or its own code if it alone has its script.

    Nothing for a language that is written in two.
    """
    letters: str = ""
    """The letters beyond a to z that its words are spelt with."""
    alien: str = ""
    """Letters of its script that only words have in it which it borrowed; those are in its table."""
    only_here: str = ""
    """Letters that speak for it wherever they stand: no western language has them."""
    speaks_for: str = ""
    """Letters that speak for it where they are alien."""
    neighbours: Mapping[str, tuple[str, ...]] = {}
    """By language: words that speakers of both mix up and that it does not have itself."""
    alphabet: str = ""
    """Letters by which it is told from all other languages of its script."""
    elided: tuple[str, ...] = ()
    """What an apostrophe joins to the word behind it: ``qu`` in "qu'elle"."""
    plural: str = ""
    """What makes another form of any noun, also of a word that only a trade uses as one: ``actuals``."""
    gerund: str = ""
    """What makes a noun of any verb, which others may take whole: ``staking`` of "stake"."""
    agent: str = ""
    """What makes of any verb the one who does it, or what does: ``comparer`` of "compare"."""
    verbal: tuple[str, ...] = ()
    """Two words that only sentences have, no term, name or saying that others take over: "will be"."""
    contracted: tuple[str, ...] = ()
    """What is joined to the end of a word, its apostrophe included: ``'s``; ``'`` is the apostrophe alone."""
    contractions: tuple[str, ...] = ()
    """Whole words with an apostrophe inside, by which one is told that was lost: ``don't``."""
    joining: tuple[str, ...] = ()
    """What joins two names: ``and``, ``or``."""
    in_names: tuple[str, ...] = ()
    """Small words that stand inside names of all kinds: ``of`` in "House of Fraser"."""
    introducing: tuple[str, ...] = ()
    """A foreign word follows on purpose: ``so-called``."""
    naming: tuple[str, ...] = ()
    """The name of a thing in a computer follows: ``package``."""
    titles: tuple[str, ...] = ()
    """The title of a work follows: ``titled``."""
