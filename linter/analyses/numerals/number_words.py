"""Numbers in words: ``twenty-four``, ``deux cent mille``, ``dreiundzwanzig``, ``une dizaine``.

A reader of its own, since a library that rewrites text (text2num) keeps no offsets and reads
the scale word in "3 million" as a number of its own. How the words are made is in the language's file.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice

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
_WORD_ENDS = r"(?!·?[^\W\d_])"
_JOIN = lazy(r"[ \u00a0\u2010\u2011'’-]")
"""Between the words of a number, and inside one such as ``п'ять``."""
_FEW = 16
"""So many chunks are looked for one by one."""
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
    """Words that make a number of what looks like an article before them ("one hundred", "a million")."""
    one_of_many: re.Pattern[str]
    """A word for one right before one of these."""
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
    after_one = scale_words.union(thousands.union(_words_of(one_hundred), behind_one) - ones)
    return Lexicon(
        table=table,
        gate=first | after_one,
        first=first,
        ones=ones,
        articles=frozenset(words.articles),
        scales=scale_words,
        collectives=collectives,
        parts=thousands.union(table.whole, _words_of([*several, *links, *table.links, *linked])),
        after_one=after_one,
        one_of_many=lazy(
            rf"(?<![^\W\d_])(?<![^\W\d_]·)(?:{_one_of(ones)}){_WORD_ENDS}[\W\d_]+"
            rf"(?:{_one_of(after_one)}){_WORD_ENDS}"
        ),
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


def number_words(prose: str, code: str, chunks: Collection[str] | None = None) -> Iterator[WordNumber]:
    """The spelled-out numbers of a text, in order; "one" and "a" alone are not among them.

    Nothing for a language whose number words are not known. ``chunks`` are those of the text that
    :func:`spelled` finds, if it was asked.
    """
    return numbers_in(prose, _lexicon(code), chunks)


def numbers_in(prose: str, lexicon: Lexicon, chunks: Collection[str] | None = None) -> Iterator[WordNumber]:
    """The spelled-out numbers of a text in the language of a lexicon."""
    lowered = prose.lower()
    if len(lowered) != len(prose):  # a letter whose small form is longer would shift all offsets
        return
    done = 0
    for start in _beginnings(lexicon, lowered, chunks):
        read = _read(lexicon, lowered, start) if start >= done else None
        if read is not None:
            done, value, vague = read
            yield WordNumber(start, done, value, vague)


def _beginnings(lexicon: Lexicon, text: str, chunks: Collection[str] | None) -> Iterable[int]:
    """Where the words stand that may begin a number."""
    held = text if chunks is None else " ".join(chunks).lower()
    words = _WORD.findall(held)
    if lexicon.gate.isdisjoint(words) and not any(name in held for name in lexicon.solid):
        return ()
    few = chunks is not None and len(chunks) <= _FEW
    places = set(_within(set(held.split()) if few else {text}, lexicon, text))
    if not lexicon.after_one.isdisjoint(words):
        places.update(found.start() for found in lexicon.one_of_many.finditer(text))
    return sorted(places)


def _within(chunks: Iterable[str], lexicon: Lexicon, text: str) -> Iterator[int]:
    """The same for a text of which only these parts are looked at; a word for one is no beginning here."""
    for chunk in chunks:
        starts = [word.start() for word in _WORD.finditer(chunk) if _begins(lexicon, word[0])]
        place = text.find(chunk) if starts else -1
        while place >= 0:
            end = place + len(chunk)
            if not text[place - 1 : place].strip() and not text[end : end + 1].strip():
                yield from (place + start for start in starts)
            place = text.find(chunk, end)


def _begins(lexicon: Lexicon, word: str) -> bool:
    solid = lexicon.solid
    return word in lexicon.first or (bool(solid) and any(name in word for name in solid))


def _read(lexicon: Lexicon, text: str, start: int) -> tuple[int, int, bool] | None:
    """Where the number ends that a word begins, its value, and whether it is a collective."""
    run = _run(lexicon, text, start)
    word, end = run[0][0], run[0].end()
    if word in lexicon.collectives:
        return end, lexicon.collectives[word], True
    if word in lexicon.ones and (after := _WORD.search(text, end)) and _counts_one(lexicon, word, after[0]):
        return end, 1, False
    words = [each[0] for each in run]
    for count in range(len(words), 0, -1):
        value = _value(lexicon, words[:count])
        if value is not None and not _cut(lexicon, words, count):
            is_article = count == 1 and word in lexicon.ones
            return None if is_article else (run[count - 1].end(), value, False)
    return None


def _counts_one(lexicon: Lexicon, word: str, after: str) -> bool:
    """Whether "a" or "one" before the next word says one of it ("a million")."""
    return after in lexicon.scales and (after not in lexicon.thousands or word in lexicon.articles)


def _run(lexicon: Lexicon, text: str, start: int) -> list[re.Match[str]]:
    """The words from a place on that may belong to one number, with blanks or hyphens between."""
    run: list[re.Match[str]] = []
    for word in islice(_WORD.finditer(text, start), _LONGEST):
        if run and not (word[0] in lexicon.parts and _JOIN.fullmatch(text, run[-1].end(), word.start())):
            break
        run.append(word)
    return run


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
