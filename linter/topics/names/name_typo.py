"""A name or term stands once in another spelling than everywhere else."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import chain, islice

from linter.analyses.editions import is_edition
from linter.analyses.words import LETTERS
from linter.article.model import Article
from linter.article.path_name import path_name
from linter.check import Alarm, Check, Count
from linter.finding import Related, Severity
from linter.languages import by_language, described, speech
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span, Text
from linter.topics.names import lists, mentions
from linter.topics.names.compounds import are_compounds
from linter.topics.names.edit_distance import Alike, distance
from linter.topics.names.haystack import Mention
from linter.topics.names.mentions import Mentions
from linter.topics.names.name_spelling import common_beginning, look_alikes, spelling_variants
from linter.topics.names.normalise import fold, fold_word, without_digraphs
from linter.topics.names.tokens import tokens

_MOST = 1500
"""So many different words are compared; a text with more is a directory."""
_SHORTEST = 5
_LONG = 8
"""From so many letters on a changed letter is more likely a slip than another word."""
_ENDING = 2
"""So many letters at the end may be another ending."""
_OFTEN = 3
"""A word that no list has is the usual spelling if it stands so often."""
_PLACES = 20
"""So many places of a word are looked at for what stands beside it."""
_TITLE = 300
"""A longer headline is a paragraph that was taken for one."""
_CORRECTION = lazy(r"/|\s*(?:→|⇒|->|=>)\s*|\s\w{1,6}:\s")
"""Between two spellings of which one replaces the other: "s/Adress/Address/", "was: Adress now: Address"."""
_TOLD = 3
"""Places of two acronyms of which one stands more often than the other."""
_ACRONYM = lazy(r"[A-Z](?<![\w-].)[A-Z]{3,7}(?![\w-])")


class Typo(NamedTuple):
    """A word that stands once, and the one that it is a slip of."""

    slip: Span
    name: str
    usual: Span
    other: str
    times: int


def typos(found: Mentions, title: Text | None) -> Iterator[Typo]:
    """Each word with a capital that stands once and in no list, and is a slip of another one."""
    times = found.text.capitalised
    named = [word for word in times if _judged(word)][:_MOST]
    by_letter: dict[str, list[str]] = defaultdict(list)
    for word in named:
        by_letter[word[0]].append(word)
    groups = {letter: _Group(words) for letter, words in by_letter.items() if len(words) > 1}
    told: set[frozenset[str]] = set()
    for word in named:
        if times[word] > 1:
            continue
        others = groups[word[0]].near(word) if word[0] in groups else []
        in_title = title is not None and word in title.prose
        usual = next((other for other in others if _slip_of(word, other, times, found)), "")
        usual = usual or (_in_headline(word, title, found) if title and in_title else "")
        if not usual or _only_begins(word, usual, found) or _corrects(word, usual, found):
            continue
        part = _other_part(word, usual)
        if len(part) < _SHORTEST or _known(part, found) or _foreign(part):
            continue
        if are_compounds(word, usual, found.text.language):
            continue
        if frozenset((word, usual)) not in told and not _known(word, found) and not _foreign(word):
            told.add(frozenset((word, usual)))
            yield _typo(word, usual, found)


class _Group:
    """Words that begin with the same letter; no slip is in the first one."""

    def __init__(self, words: list[str]) -> None:
        self._words = words
        self._alike = Alike([fold_word(word) for word in words])
        self._compared = {word: _compared(word) for word in words}

    def near(self, word: str) -> list[str]:
        """Those that are at most one slip apart from one of them."""
        mine = self._compared[word]
        return [
            other
            for other in map(self._words.__getitem__, self._alike.of(fold_word(word)))
            if -1 <= len(self._compared[other]) - len(mine) <= 1
            and other != word
            and _near(mine, self._compared[other])
        ]


def _near(one: str, two: str) -> bool:
    """Are they at most one slip apart? It leaves nearly half of a word as it is, before or behind it."""
    half = max(len(one) // 2 - 1, 1)
    if half > 1 and one[:half] != two[:half] and one[-half:] != two[-half:]:
        return False
    return distance(one, two, 1) <= 1


def _other_part(word: str, usual: str) -> str:
    """The part of a word with hyphens that the usual one has otherwise; of others the whole word."""
    parts, others = word.split("-"), usual.split("-")
    if len(parts) != len(others):
        return ""
    other = [part for part, usual_part in zip(parts, others, strict=True) if part != usual_part]
    return other[0] if len(other) == 1 else ""


def _compared(word: str) -> str:
    return fold_word(word.replace("\u00df", "s"))


def _judged(word: str) -> bool:
    """A word with a capital, of letters only, or several that hyphens join."""
    letters = word.isalpha() or all(map(str.isalpha, word.split("-")))
    return len(word) >= _SHORTEST and word[0].isupper() and letters and not word.isupper()


def _only_begins(word: str, usual: str, found: Mentions) -> bool:
    """Whether both only begin sentences, in a language with more forms of its words than lists have."""
    if speech(found.text.language).names.fixed or _humps(usual) > 1:
        return False
    places = (*found.places(word), *found.places(usual)[:_PLACES])
    return all(place.token.initial for place in places)


def _corrects(word: str, usual: str, found: Mentions) -> bool:
    """Does the text say that one replaces the other?"""
    slip = found.places(word)[0]
    prose = found.text.blocks[slip.block].text.prose
    return any(
        place.block == slip.block
        and _CORRECTION.fullmatch(prose, slip.token.end, place.token.start) is not None
        for place in found.places(usual)[:_PLACES]
    )


def _known(word: str, found: Mentions) -> bool:
    """Is it a word or a name that some list has, or one that the text writes in lower case too?"""
    spoken = found.text.language
    if fold_word(word) in found.lower or lists.surname(word) or lists.place(word) is not None:
        return True
    return lists.first_name(word, spoken) or any(lists.ordinary(word, code) for code in (spoken, *_lenders()))


@cache
def _lenders() -> tuple[str, ...]:
    return tuple(by_language("foreign.lends"))


def _foreign(word: str) -> bool:
    """Is it a word of any language that has a list?"""
    return any(lists.ordinary(word, code) for code in described())


def _slip_of(word: str, other: str, times: Counter[str], found: Mentions) -> bool:
    one, two = _compared(word), _compared(other)
    often = times[other] >= _OFTEN
    changed = len(one) == len(two) and sorted(one) != sorted(two)
    ending = _ending(found.text.language) - (often and not changed and one[-1] == two[-1])
    if not _one_step(one, two, ending) or frozenset((one, two)) in look_alikes():
        return False
    if _humps(word) != _humps(other) and not often:
        return False  # FireVox is no Firefox
    if changed:
        return (often and len(one) >= _LONG) or _beside(word, other, found)
    if min(len(one), len(two)) > _SHORTEST or len(one) == len(two):
        return True
    usual = times[other] >= 2 * _OFTEN and _humps(word) == _humps(other)
    return usual or _beside(word, other, found)


def _one_step(one: str, two: str, ending: int) -> bool:
    """Are they one slip apart, not in their ending alone, and no two ways to write one sound?"""
    if one == two or not _near(one, two) or without_digraphs(one) == without_digraphs(two):
        return False
    if max(len(one), len(two)) - len(common_beginning(one, two)) <= ending:
        return False
    return one.replace("z", "s") != two.replace("z", "s")


def _ending(language: str) -> int:
    """How many letters at the end may be another ending: one more where names change theirs."""
    return _ENDING if speech(language).names.fixed else _ENDING + 1


def _humps(word: str) -> int:
    return sum(char.isupper() for char in word)


def _beside(word: str, other: str, found: Mentions) -> bool:
    """Does the same word stand before both, or behind both?"""
    mine = set(_neighbours(found.places(word), found))
    return any(near in mine for near in _neighbours(found.places(other)[:_PLACES], found))


def _neighbours(places: list[Mention], found: Mentions) -> Iterator[tuple[int, str]]:
    """The words with capitals before and behind."""
    for place in places:
        words = found.text.tokens[place.block].texts
        for step in (-1, 1):
            at = place.position + step
            if 0 <= at < len(words) and len(words[at]) >= 3 and words[at][0].isupper():
                yield step, words[at]


def _in_headline(word: str, title: Text, found: Mentions) -> str:
    """The word of the text, written small, that one of the headline is a slip of."""
    if len(title) > _TITLE or len(word) <= _SHORTEST:
        return ""
    small = found.text.by_initial.get(fold_word(word)[0], ())
    return next(_spelled_small(word, small, found.text.language), "")


def _spelled_small(word: str, others: Iterable[str], language: str) -> Iterator[str]:
    """The ordinary words among others of which a letter was lost, doubled or moved."""
    one = fold_word(word)
    for other in others:
        if other[0] == one[0] and abs(len(other) - len(one)) <= 1:
            two = fold_word(other)
            moved = len(one) != len(two) or sorted(one) == sorted(two)
            if moved and _one_step(one, two, _ending(language)) and lists.ordinary(other, language):
                yield other


def title_typos(article: Article, found: Mentions) -> Iterator[Typo]:
    """Each small word of the headline that no list has, and that the text has with its letters in order."""
    title, language = article.headline, found.text.language
    if title is None or len(title) > _TITLE:
        return
    for token in tokens(title.prose, language):
        word = token.text
        if not (word.isalpha() and word.islower() and len(word) > _SHORTEST):
            continue
        near = found.text.by_initial.get(fold_word(word)[0], ())
        usual = next(_spelled_small(word, near, language), "")
        if usual and len(found.text.at(word)) == 1 and not _foreign(word):
            yield Typo(title.span(token.start, token.end), word, Span(0, 0), usual, 1)


def metadata_typos(article: Article, found: Mentions, told: Collection[Span]) -> Iterator[Typo]:
    """Each word of the headline that file name or metadata have right, as far as the text has it not."""
    title = article.headline
    if title is None or len(title) > _TITLE:
        return
    language = found.text.language
    words = dict(_beside_headline(article))
    for token in tokens(title.prose, language):
        if not _judged(token.text) or len(token.text) <= _SHORTEST:
            continue
        right = (word for word in _spelled_small(token.text, words, language) if word not in found.text.forms)
        usual = next(right, "")
        span = title.span(token.start, token.end)
        if usual and span not in told and not _known(token.text, found) and not _foreign(token.text):
            yield Typo(span, token.text, words[usual], usual, 1)


def _beside_headline(article: Article) -> Iterator[tuple[str, Span]]:
    """The folded words of metadata and file name; those of the latter have no place in the source."""
    values = ((field.value, field.span) for field in article.metadata if field.origin == "front-matter")
    named = chain(values, ((path_name(article.path), Span(0, 0)),))
    yield from islice(((word, span) for text, span in named for word in LETTERS.findall(fold(text))), _MOST)


def _typo(word: str, usual: str, found: Mentions) -> Typo:
    slip, right = found.places(word)[0], found.places(usual)[0]
    return Typo(found.text.span(slip), word, found.text.span(right), usual, len(found.places(usual)))


def acronym_typos(found: Mentions) -> Iterator[Typo]:
    """Each acronym that stands once, with two neighbouring letters of another one exchanged."""
    places: dict[str, list[Span]] = defaultdict(list)
    if len(_ACRONYM.findall(found.text.text)) < _TOLD:
        return
    for block in found.text.blocks:
        for match in _ACRONYM.finditer(block.text.prose):
            places[match[0]].append(block.text.span(*match.span()))
    by_letters: dict[str, list[str]] = defaultdict(list)
    for acronym in places:
        by_letters["".join(sorted(acronym))].append(acronym)
    for group in by_letters.values():
        usual = max(group, key=lambda acronym: len(places[acronym]))
        for slip in group:
            rare = len(places[slip]) == 1 < len(places[usual])
            if rare and distance(slip, usual, 1) == 1 and not _foreign(slip):
                yield Typo(places[slip][0], slip, places[usual][0], usual, len(places[usual]))


class NameTypo(Check):
    """Reports a name or term that stands once, with the spelling that the text has otherwise.

    Where others spelled it, whom the article edits, it is an info.
    """

    fields = frozenset({"name", "other", "times"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        found = mentions(article)
        if not found.text.cased:
            return
        variants = spelling_variants(article)
        reported = {found.text.span(place) for each in variants for place in (each.rare, each.usual)}
        for typo in chain(typos(found, article.headline), acronym_typos(found)):
            if typo.slip not in reported:
                reported.add(typo.slip)
                yield _alarm(typo)._replace(severity=Severity.INFO if is_edition(article) else None)
        yield from map(_alarm, chain(title_typos(article, found), metadata_typos(article, found, reported)))


def _alarm(typo: Typo) -> Alarm:
    return Alarm(
        span=typo.slip,
        fields={"name": typo.name, "other": typo.other, "times": str(typo.times)},
        related=(Related(typo.usual, "spelled so here"),) if typo.usual.end else (),
        suggestion=typo.other if typo.other[0].isupper() and typo.times > 1 else None,
    )
