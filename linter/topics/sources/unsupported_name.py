"""A name of the article that none of its sources has, or that stands where the source has another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.analyses import analysis
from linter.analyses.language import cased, language
from linter.analyses.languages import guess_language, has_case
from linter.article.model import CODE, Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Severity
from linter.languages import speech
from linter.languages.phrases import word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.names import lists
from linter.topics.names.edit_distance import near
from linter.topics.names.normalise import alphabet, fold, variants
from linter.topics.names.places import places_named
from linter.topics.names.romanise import SCRIPTS, consonants
from linter.topics.names.tokens import Token, tokens
from linter.topics.names.vocabulary import particles
from linter.topics.sources.material import (
    Place,
    SourceNames,
    countries_in,
    only_foreign,
    run_names,
    source_names,
)
from linter.topics.sources.source_places import beside, deviating
from linter.topics.sources.swaps import in_calendar, name_swaps
from linter.topics.sources.translated import misspelled_names, translated

_COLON = lazy(r"\s*:")
_WORD = lazy(r"(?<![\w@.-])[^\W\d_]{2,}(?![\w@-]|\.\w)")
_TOWN_REACH = 80
_FEW = 3
"""Fewer words of a block do not tell its language."""
_MIXED = 10
"""With one block of so many in another language, words of others may be, too."""
_LONGEST_ACRONYM = 12
_KNOWN_PLACES = (lists.COUNTRY, lists.CAPITAL, lists.CITY)


class NameWithoutSource(NamedTuple):
    """A name at ``block.text.prose[start:end]`` that no source has."""

    block: Block
    start: int
    end: int
    near: Place | None
    """A name of a source that is spelled nearly alike."""
    excuse: str = ""
    """Why the source may well do without it: ``speaker``, ``region``, ``nationality`` or nothing."""


@analysis
def unsupported_names(article: Article) -> tuple[NameWithoutSource, ...]:
    """The names of the article that no source has in any form, each at its first place.

    None for an article that cannot be judged.
    """
    spoken, sources = language(article), source_names(article)
    if not sources or _unjudged(article):
        return ()
    found: dict[str, NameWithoutSource] = {}
    blocks = [block for block in article.blocks if not _is_passage(block, spoken)]
    mixed = len(blocks) * _MIXED <= (_MIXED - 1) * len(article.blocks)
    listed = mixed or only_foreign(article)
    for block in blocks:
        for run in _name_runs(block, spoken):
            missing = _missing(run, spoken, sources, listed)
            if missing:
                words = block.text.prose[missing[0].start : missing[-1].end]
                near_by, excuse = _near(missing, sources), _excuse(block.text.prose, run, missing, spoken)
                if not excuse and not any(source.countries for source in sources):
                    excuse = "nationality" if _is_people(missing, spoken) else ""
                found.setdefault(
                    fold(words),
                    NameWithoutSource(block, missing[0].start, missing[-1].end, near_by, excuse),
                )
    return tuple(found.values())


def _unjudged(article: Article) -> Count | None:
    """Why the names of an article cannot be told from its other words; nothing if they can."""
    if not cased(article):
        return Count("names not judged: the script has no capitals")
    if only_foreign(article) and not lists.has_words(language(article)):
        return Count("names not judged: no everyday words of the language are known")
    return None


def _is_passage(block: Block, code: str) -> bool:
    """Whether a block is in another language than the article: its words are no names for that."""
    words = [word for word in _WORD.findall(block.text.prose) if word.islower()]
    if len(words) < _FEW or any(fold(word) in lists.common(code) for word in words):
        return False
    return guess_language(block.text.prose).lang not in ("", code)


def _name_runs(block: Block, code: str) -> Iterator[tuple[Token, ...]]:
    """Words with capitals that only blanks, particles and dots join."""
    run: list[Token] = []
    for word in tokens(block.text.prose, code) if block.kind != CODE else ():
        joins = not word.initial and not word.gap.strip(" .\u00a0")
        if run and (not joins or not (_capital(word) or fold(word.text) in particles())):
            yield tuple(run)
            run = []
        if _capital(word):
            run.append(word)
    if run:
        yield tuple(run)


def _capital(word: Token) -> bool:
    text = word.text.replace("-", "").replace("'", "").replace("’", "")
    return word.capital and text.isalpha() and has_case(text[-1])


def _missing(
    run: tuple[Token, ...], code: str, sources: tuple[SourceNames, ...], listed: bool
) -> tuple[Token, ...]:
    """The words of a run of which the sources have nothing, the ordinary ones around them included."""
    known = [any(_known(i, run, code, source) for source in sources) for i in range(len(run))]
    telling = [i for i, word in enumerate(run) if not known[i] and _telling(word, i, run, code, listed)]
    if not telling:
        return ()
    first, last = telling[0], telling[-1]
    while last + 1 < len(run) and not known[last + 1]:
        last += 1
    while first > 0 and not known[first - 1] and not run[first - 1].initial:
        first -= 1
    return run[first : last + 1]


def _telling(word: Token, at: int, run: tuple[Token, ...], code: str, listed: bool) -> bool:
    """Is the word a name for sure, and not one that any sentence may have?

    ``listed``: only lists of names tell, for words of the source or of the article are in other languages.
    """
    text = word.text
    if len(text) < 3 or (text.isupper() and lists.ordinary(text, code)) or _contracted(text, code):
        return False
    if (word.initial and lists.ordinary(text, code)) or in_calendar(text, code):
        return False
    if listed:
        return _listed(at, run, code)
    if speech(code).names.capital_nouns:
        return lists.surname(text) or lists.first_name(text, code) or lists.place(text) is not None
    place = lists.place(text)
    if place is not None and place.kind == lists.CAPITAL:
        return True
    after_first_name = at > 0 and lists.first_name(run[at - 1].text, code)
    return not lists.ordinary(text, code) or after_first_name or bool(_countries_of(text, code))


def _listed(at: int, run: tuple[Token, ...], code: str) -> bool:
    """Is the word a part of a person's name, or the name of a country or large city?"""
    text = run[at].text
    if lists.ordinary(text, code):
        return False
    if at and lists.first_name(run[at - 1].text, code):
        return True
    if not run[at].initial and at + 1 < len(run) and lists.first_name(text, code):
        return not lists.ordinary(run[at + 1].text, code)
    place = lists.place(text)
    return place is not None and place.kind in _KNOWN_PLACES and not text.isupper() and not run[at].initial


def _contracted(text: str, code: str) -> bool:
    """``I've``, ``Don't``: no name."""
    head, mark, ending = text.replace("’", "'").partition("'")
    words = speech(code).sources
    return bool(mark) and (head in words.contraction_heads or ending in words.contraction_endings)


def _countries_of(text: str, code: str) -> frozenset[str]:
    """The countries that a word names, or whose people it names; none for a city."""
    place = lists.place(text)
    if place is not None and place.kind in (lists.CAPITAL, lists.CITY):
        return frozenset()
    return countries_in([fold(text)], code)


def _known(at: int, run: tuple[Token, ...], code: str, source: SourceNames) -> bool:
    """Does the source have this word of the run, in whatever form?"""
    text = run[at].text
    if alphabet(text) != source.alphabet or (code != source.language and _sounds_alike(text, source)):
        return _sounds_alike(text, source) or _same_place(at, run, source)
    return (
        source.has(text)
        or _abbreviates(text, run, source)
        or bool(_countries_of(text, source.haystack.language) & source.countries)
        or _same_place(at, run, source)
    )


def _sounds_alike(text: str, source: SourceNames) -> bool:
    if source.alphabet not in SCRIPTS or alphabet(text) not in SCRIPTS:
        return True
    bare = consonants(text)
    if alphabet(text) == source.alphabet:
        return len(bare) > 1 and bare in source.skeletons
    return len(bare) < 2 or any(other.startswith(bare) for other in source.skeletons)


def _same_place(at: int, run: tuple[Token, ...], source: SourceNames) -> bool:
    return any(places_named(name) & source.places for name in run_names(run, at))


def _abbreviates(text: str, run: tuple[Token, ...], source: SourceNames) -> bool:
    """An acronym of names in the source, the full form of an acronym there, or a shortened word."""
    forms = variants(text)
    if any(form in source.initials for form in forms):
        return True
    if (
        1 < len(run) <= _LONGEST_ACRONYM
        and fold("".join(word.text[0] for word in run)) in source.haystack.forms
    ):
        return True
    bare = forms[0]
    return len(bare) <= 4 and any(
        written[0][0].isupper() and _shortens(bare, other) for other, written in source.beginning(bare[0])
    )


def _shortens(short: str, word: str) -> bool:
    """``Utd`` and United, ``Sen`` and Senator: the same first letter, the others in their order."""
    if len(word) <= len(short) or word[0] != short[0]:
        return False
    letters = iter(word)
    return all(letter in letters for letter in short)


def _excuse(prose: str, run: tuple[Token, ...], missing: tuple[Token, ...], code: str) -> str:
    """``Name: what is said``, and the county or state that an article adds to a town."""
    if run[0].initial and _COLON.match(prose, run[-1].end):
        return "speaker"
    if missing[0] is run[0] and _town_before(code).search(
        prose, max(0, run[0].start - _TOWN_REACH), run[0].start
    ):
        return "region"
    return ""


@cache
def _town_before(code: str) -> re.Pattern[str]:
    """``in Dover, `` before a name."""
    return lazy(rf"(?i:{word_of(speech(code).sources.before_town)})\s+[^\W\d_a-z][\w’'.-]+,\s+\Z")


def _is_people(missing: tuple[Token, ...], code: str) -> bool:
    """Is it the name of a people, which a writer may add from common knowledge?"""
    text = missing[0].text
    return len(missing) == 1 and bool(_countries_of(text, code)) and lists.ordinary(text, code)


def _near(missing: tuple[Token, ...], sources: tuple[SourceNames, ...]) -> Place | None:
    """A capitalised word of a source that a missing one may be a slip of."""
    for word in missing:
        folded = fold(word.text)
        for source in sources:
            for number in source.alike.of(folded):
                form, written = source.names[number]
                if near(folded, form):
                    return source.place(source.haystack.places(written)[0])
    return None


class UnsupportedName(Check):
    """Holds the names of an article against its sources."""

    fields = frozenset({"name", "other"})
    variants = frozenset({"spelling", "swapped"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        if not article.sources:
            return
        why = _unjudged(article)
        if why is not None:
            yield why
            return
        said = set()
        pair = translated(article)
        for alarm in deviating(misspelled_names(pair), "name", "spelling") if pair is not None else ():
            said.add(alarm.span)
            yield alarm
        for found in unsupported_names(article):
            span = found.block.text.span(found.start, found.end)
            if span in said:
                continue
            said.add(span)
            name = found.block.text.prose[found.start : found.end]
            severity = Severity.INFO if found.excuse else None
            variant = "spelling" if found.near else ""
            yield beside(Alarm(span, {"name": name}, variant=variant, severity=severity), found.near)
        for swap in name_swaps(article):
            span = swap.block.text.span(swap.start, swap.end)
            if not any(span.overlaps(other) for other in said):
                name = swap.block.text.prose[swap.start : swap.end]
                yield beside(Alarm(span, {"name": name}, variant="swapped"), swap.place)
