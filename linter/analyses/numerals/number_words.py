"""Numbers in words: ``twenty-four``, ``deux cent mille``, ``dreiundzwanzig``, ``une dizaine``.

A reader of its own, since a library that rewrites text (text2num) keeps no offsets and reads
the scale word in "3 million" as a number of its own. How the words are made is in the language's file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from linter.analyses.chunks import Holding
from linter.analyses.numerals.scales import scales_of
from linter.analyses.numerals.word_tables import WordTable, link_of, table_of
from linter.analyses.words import runs_of_letters
from linter.languages import speech
from linter.languages.numerals import Numerals
from linter.languages.phrases import NOTHING
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple

_MANY = "{many}"
_WORD = lazy(r"[^\W\d_]+(?:·[^\W\d_]+)*")
"""A word; Catalan has a dot inside some: ``mil·límetres``."""
_JOIN = lazy(r"[ \u00a0\u2010\u2011'’-]")
"""Between the words of a number, and inside one such as ``п'ять``."""
_LONGEST = 14
"""Words of one number: "nine hundred and ninety-nine thousand nine hundred and ninety-nine" has eleven."""


class WordNumber(NamedTuple):
    """A spelled-out number: where it stands, what it says."""

    start: int
    end: int
    value: int
    vague: bool
    """A collective such as "a dozen"."""


class Lexicon(NamedTuple):
    """The number words of a language, by what they are asked for."""

    table: WordTable
    gate: frozenset[str]
    """A text without any of these has no number in words, but for :attr:`solid`."""
    first: frozenset[str]
    """Words that begin a number; those for one are left out, they are articles too."""
    ones: frozenset[str]
    """Words for one: a number only before a scale word ("a million") or a hundred."""
    articles: frozenset[str]
    scales: frozenset[str]
    collectives: Mapping[str, int]
    parts: frozenset[str]
    """Words that a number may have behind its first one."""
    after_one: frozenset[str]
    """Words that make a number of what looks like an article before them ("one hundred")."""
    thousands: frozenset[str]
    lone_thousands: frozenset[str]
    """Those that are 1000 with nothing before them."""
    solid: tuple[str, ...]
    """Those written together with the number before them: any word that holds one may be a number."""
    hundreds_and_rest: re.Pattern[str]
    thousands_and_rest: re.Pattern[str]


@lru_cache(maxsize=16)
def _lexicon(code: str) -> Lexicon:
    return lexicon_of(speech(code).numerals)


def lexicon_of(numerals: Numerals) -> Lexicon:
    """What is asked of each word of a text in a language that writes its numbers so."""
    words, table = numerals.words, table_of(numerals.words)
    thousands = frozenset(template.replace(_MANY, "").strip() for template in words.thousand)
    lone = frozenset(template for template in words.thousand if _MANY not in template)
    solid = (template.removeprefix(_MANY) for template in words.thousand if _MANY in template)
    ones = frozenset(name for name, value in table.below.items() if value == 1).union(words.articles)
    collectives = {name.lower(): value for name, value in words.collectives.items()}
    links = [link_of(template) for template in words.after_thousand]
    linked = (link + rest for link in table.links for rest in table.below if not link.endswith(" "))
    several = [name for name in table.whole if " " in name]
    first = lone.union(table.whole, (name.partition(" ")[0] for name in several), collectives) - ones
    scale_words = frozenset(map(str.lower, scales_of(numerals.scales).words))
    one_hundred = (name for name, value in table.hundreds.items() if value == 100)
    behind_one = (name.split()[1] for name in several if name.split()[0] in ones)
    after_one = thousands.union(_words_of(one_hundred), behind_one) - ones
    return Lexicon(
        table=table,
        gate=first | scale_words | after_one,
        first=first,
        ones=ones,
        articles=frozenset(words.articles),
        scales=scale_words,
        collectives=collectives,
        parts=thousands.union(table.whole, _words_of([*several, *links, *table.links, *linked])),
        after_one=after_one,
        thousands=thousands,
        lone_thousands=lone,
        solid=tuple(name for name in solid if not name.startswith(" ")),
        hundreds_and_rest=lazy(rf"({_one_of(table.hundreds)})(?:{_one_of(table.links)})(.+)"),
        thousands_and_rest=lazy(rf"(?:(.+?) ?)?({_one_of(thousands)})(?:(?:{_one_of(links)})(.+))?"),
    )


def _words_of(phrases: Iterable[str]) -> Iterator[str]:
    return (word for phrase in phrases for word in phrase.split())


def _one_of(names: Iterable[str]) -> str:
    """A pattern of literal texts, which are in the single blanks that the words of a text are put in."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(map(re.escape, ordered)) if ordered else NOTHING


@lru_cache(maxsize=16)
def spelled(code: str) -> Holding:
    """Finds the chunks without which a text has no number in words; none where no such words are known."""
    lexicon = _lexicon(code)

    def words_in(text: str) -> frozenset[str]:
        return lexicon.gate.intersection(runs_of_letters(text)).union(lexicon.solid)

    return Holding(words_in, str.lower)


def number_words(prose: str, code: str) -> Iterator[WordNumber]:
    """The spelled-out numbers of a text, in order; "one" and "a" alone are not among them.

    Nothing for a language whose number words are not known.
    """
    return numbers_in(prose, _lexicon(code))


def numbers_in(prose: str, lexicon: Lexicon) -> Iterator[WordNumber]:
    """The spelled-out numbers of a text in the language of a lexicon."""
    lowered = prose.lower()
    if len(lowered) != len(prose):  # a letter whose small form is longer would shift all offsets
        return
    words = _WORD.findall(lowered)
    if lexicon.gate.isdisjoint(words) and not any(name in lowered for name in lexicon.solid):
        return
    beginnings = list(_beginnings(lexicon, words))
    tokens = list(_WORD.finditer(lowered)) if beginnings else []
    done = 0
    for i in beginnings:
        read = _read(lexicon, lowered, tokens, i) if i >= done else None
        if read is not None:
            count, value, vague = read
            done = i + count
            yield WordNumber(tokens[i].start(), tokens[done - 1].end(), value, vague)


def _beginnings(lexicon: Lexicon, words: list[str]) -> Iterator[int]:
    """The places of the words that may begin a number."""
    solid = lexicon.solid
    for i, word in enumerate(words):
        if word in lexicon.first or (solid and any(name in word for name in solid)):
            yield i
        elif word in lexicon.ones and words[i + 1 : i + 2]:
            after = words[i + 1]
            if after in lexicon.scales or after in lexicon.after_one:
                yield i


def _read(lexicon: Lexicon, text: str, tokens: list[re.Match[str]], i: int) -> tuple[int, int, bool] | None:
    """How many words from the i-th on make a number, its value, and whether it is a collective."""
    word = tokens[i][0]
    if word in lexicon.collectives:
        return 1, lexicon.collectives[word], True
    if word in lexicon.ones and i + 1 < len(tokens) and _counts_one(lexicon, word, tokens[i + 1][0]):
        return 1, 1, False
    words = _run(lexicon, text, tokens, i)
    for count in range(len(words), 0, -1):
        value = _value(lexicon, words[:count])
        if value is not None and not _cut(lexicon, words, count):
            is_article = count == 1 and word in lexicon.ones
            return None if is_article else (count, value, False)
    return None


def _counts_one(lexicon: Lexicon, word: str, after: str) -> bool:
    """Whether "a" or "one" before the next word says one of it ("a million")."""
    return after in lexicon.scales and (after not in lexicon.thousands or word in lexicon.articles)


def _run(lexicon: Lexicon, text: str, tokens: list[re.Match[str]], i: int) -> list[str]:
    """The words from the i-th on that may belong to one number, with blanks or hyphens between."""
    words = [tokens[i][0]]
    for before, after in zip(tokens[i : i + _LONGEST], tokens[i + 1 : i + _LONGEST], strict=False):
        between = text[before.end() : after.start()]
        if not _JOIN.fullmatch(between) or after[0] not in lexicon.parts:
            break
        words.append(after[0])
    return words


def _value(lexicon: Lexicon, words: list[str]) -> int | None:
    """The value of all of the words together, if they are one number."""
    text = " ".join(words)
    value = _below_thousand(lexicon, text)
    if value is not None or (split := lexicon.thousands_and_rest.fullmatch(text)) is None:
        return value
    many, thousand, rest = split.groups()
    head = _below_thousand(lexicon, many) if many else 1 if thousand in lexicon.lone_thousands else None
    tail = _below_thousand(lexicon, rest) if rest else 0
    return None if head is None or tail is None else head * 1000 + tail


def _below_thousand(lexicon: Lexicon, text: str) -> int | None:
    value = lexicon.table.whole.get(text)
    if value is not None or (split := lexicon.hundreds_and_rest.fullmatch(text)) is None:
        return value
    rest = lexicon.table.below.get(split[2])
    return lexicon.table.hundreds[split[1]] + rest if rest else None


def _cut(lexicon: Lexicon, words: list[str], count: int) -> bool:
    """Whether the number would end before a multiplier that belongs to it ("two | hundred")."""
    if count == len(words):
        return False
    after = words[count]
    return lexicon.table.whole.get(after, 0) >= 100 or after in lexicon.thousands
