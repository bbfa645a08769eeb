"""How a language writes numbers: words, scales, and what stands around a number.

Phrases are whole words here; ``*`` is not understood in the hedges, which are looked up word by word.
"""

from __future__ import annotations

from collections.abc import Mapping

from linter.namedtuples import NamedTuple


class NumberWords(NamedTuple):
    """The parts of which spelled-out numbers are made.

    A template is a phrase whose ``{slots}`` are the groups of the same name. A blank in it is a blank or a
    hyphen in the text; without one the parts are written together. Several forms of one number (genders,
    cases, spellings) are several keys of one value.
    """

    units: Mapping[str, int] = {}
    """1 to 9 in the forms that combine: ``ein: 1``, ``zwei: 2``; ``un: 1``, ``une: 1``."""
    teens: Mapping[str, int] = {}
    """What follows the units and can come after a hundred: 10 to 19."""
    tens: Mapping[str, int] = {}
    """The tens that a unit is added to: ``twenty: 20``."""
    scores: Mapping[str, int] = {}
    """The tens that 1 to 19 are added to: ``soixante: 60``, ``quatre vingt: 80``."""
    irregular: Mapping[str, int] = {}
    """Numbers that no group makes: ``zero: 0``, ``veintiuno: 21``; 100 where nothing may follow: ``cien``."""
    below_hundred: tuple[str, ...] = ()
    """Sums of two groups: ``{tens} {units}``, ``{units}und{tens}``; ``{one}`` is the units that are 1."""
    hundreds: Mapping[str, int] = {}
    """Hundreds that are words of their own: ``doscientos: 200``, ``dwieście: 200``."""
    hundred: tuple[str, ...] = ()
    """How the other hundreds are made: ``{units} hundred``; without a slot it is 100: ``cent``."""
    after_hundred: tuple[str, ...] = ()
    """What joins the rest: ``{hundreds} and {rest}``, ``{hundreds}{rest}``."""
    thousand: tuple[str, ...] = ()
    """How thousands are made: ``{many} thousand``, ``{many}tausend``; without a slot it is 1000: ``mille``.

    A language whose word for thousand has several forms lists one template for each.
    """
    after_thousand: tuple[str, ...] = ()
    """What joins the rest: ``{thousands} and {rest}``."""
    elided: str = ""
    """Final vowels that may fall before a vowel where parts are written together: ``vent(i)uno``."""
    articles: tuple[str, ...] = ()
    """Articles that say one before a scale word and enter no other number: ``a`` (million)."""
    collectives: Mapping[str, int] = {}
    """About so many: ``dozen: 12``, ``centaine: 100``."""


class Hedges(NamedTuple):
    """Words that loosen the number they stand beside."""

    about: tuple[str, ...] = ()
    """It may be a tenth more or less: ``about``, ``or so``."""
    at_least: tuple[str, ...] = ()
    """It may be any more: ``at least``, ``or more``."""
    at_most: tuple[str, ...] = ()
    """It may be any less: ``up to``, ``or less``."""


class Ranges(NamedTuple):
    """What makes one range of two numbers, beside the plain words of ``numbers``: "to", "or", "and"."""

    about: tuple[str, ...] = ()
    """Before the second end: ``5 to about 8``."""
    from_: tuple[str, ...] = ()
    """Before the first end: what follows is a change ("from 5 to 8"), no range."""
    between: tuple[str, ...] = ()
    """Before the first end, where "and" stands before the second: ``between 5 and 8``."""
    pages: tuple[str, ...] = ()
    """Before a range of pages: ``pages``, ``pp.``."""
    aged: tuple[str, ...] = ()
    """Before a range of ages: ``aged``."""


class Fractions(NamedTuple):
    """Fractions in words: a unit in words and one of these."""

    parts: Mapping[str, int] = {}
    """``third: 3``, ``thirds: 3``, ``cuarta parte: 4``."""
    single: tuple[str, ...] = ()
    """Those of ``parts`` that are one without a word for it: "треть"."""
    every: Mapping[str, int] = {}
    """One of so many: ``jeder vierte: 4``."""
    no_numerators: tuple[str, ...] = ()
    """Words for one that make an ordinal of such a part: ``une cinquième``."""
    half: tuple[str, ...] = ()
    """``la moitié``, ``die Hälfte``."""
    half_before: tuple[str, ...] = ()
    """Where given, half counts only before these words, a comma or a bracket: ``half of``, no half-time."""
    half_not_after: tuple[str, ...] = ()
    """After these, half is a part of a match or a year: ``first half``."""


class Numerals(NamedTuple):
    """Numbers of a language, and the words at them."""

    decimal_mark: str = ""
    """``.`` or ``,``; the other one, or a blank, groups the thousands. CLDR says it, a file need not."""
    words: NumberWords = NumberWords()
    scales: Mapping[str, int] = {}
    """Words that multiply the number before them, with their power of ten: ``million: 6``, ``Mrd.: 9``.

    All forms are listed (``миллион``, ``миллиона``, ``миллионов``). Case counts; words of more than five
    letters may begin with a capital, too.
    """
    before: Hedges = Hedges()
    after: Hedges = Hedges()
    minus: tuple[str, ...] = ()
    """Before a temperature: it is below zero."""
    articles: tuple[str, ...] = ()
    """Words that may stand between a hedge and its number: "about the 300"."""
    half: tuple[str, ...] = ()
    """After a number, with blanks around: ``and a half``."""
    ranges: Ranges = Ranges()
    fractions: Fractions = Fractions()
    prefixes: tuple[str, ...] = ()
    """Words of one letter that are joined to the number behind them: "و" in "و25"."""
    ordinals: tuple[str, ...] = ()
    """What makes an ordinal of digits: ``st``, ``ème``."""
    figures_join: bool = False
    """Figures go on behind a word that multiplies them: "2 bin 400" is 2400."""
    case_endings: tuple[str, ...] = ()
    """What may be glued to digits and makes no ordinal of them: ``'dan``, ``-ról``."""
    ordinal_endings: tuple[tuple[str, ...], ...] = ()
    """Each such ending, the usual one first, with the last digits of the numbers that take it: ``[st, 1]``.

    More digits say more: 11 is not 1; ``=1`` is the number 1 alone.
    """
