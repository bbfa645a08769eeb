"""A person's name is spelled in two ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import islice, permutations

from linter.analyses import analysis
from linter.analyses.editions import is_edition
from linter.analyses.sentences import QUOTED_STOP
from linter.article.model import HEADLINE, LIST, PARAGRAPH, Article
from linter.check import Alarm, Check, Count
from linter.finding import Related, Severity
from linter.languages import by_language, everywhere, speech
from linter.matching.regexes import lazy
from linter.matching.spelling import common_beginning
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.names import lists, mentions
from linter.topics.names import mentions as mentions_of
from linter.topics.names.edit_distance import Alike, distance, first_sound, near
from linter.topics.names.haystack import Mention
from linter.topics.names.mentions import Mentions, Named
from linter.topics.names.normalise import fold, fold_word, is_transcribed
from linter.topics.names.speaking import DOES, SHORT, has_office, speaks

_BRACKET = lazy(r" \((?:\w{1,4} )?")
_GREEK = "\u0370"
_SHORTEST = 4
"""Letters of a surname that a first name before it tells; three are as often another one."""
_LONG = 6
_FEW_BEARERS = 5
"""Surnames behind one first name; where there are more, two of them may be alike by chance."""
_PLACES = 20
"""So many places of a word are looked at."""
_CASE = 2
"""Letters that tell in which case a name is."""
_MOST = 1500
"""So many different names are compared; a text with more is a directory."""


class Variant(NamedTuple):
    """A name in a spelling that is rarer than the other."""

    rare: Mention
    usual: Mention
    usual_times: int


@analysis
def spelling_variants(article: Article) -> tuple[Variant, ...]:
    """Each rarer spelling of a surname in the article, headline included."""
    return tuple(variants_of_names(mentions_of(article)))


def variants_of_names(mentions: Mentions) -> Iterator[Variant]:
    """Each rarer spelling of a surname, at its first place."""
    if not mentions.by_last:
        return
    found = list(_of_surnames(mentions))
    told = {variant.rare.token.text for variant in found}
    yield from found
    for rare, usual in _of_one_first_name(mentions):
        if rare not in told and _is_slip_of(rare, usual, mentions):
            yield _variant(rare, usual, mentions)
    if not found:
        yield from _of_speaker(mentions)
        yield from _of_headline_person(mentions)


def _of_headline_person(mentions: Mentions) -> Iterator[Variant]:
    """Another surname behind the first name of the only person: "Ann Atkins quits" above "Ann Atkinson"."""
    if mentions.text.words > SHORT or len(mentions.by_last) != 2:
        return
    ones, others = mentions.by_last.values()
    one, other = (each[0].last.token.text for each in (ones, others))
    if len(ones) > 1 or fold(ones[0].first.text) != fold(others[0].first.text):
        return
    alike = _of_headline(one, other, mentions) and _judged(one, mentions)
    if alike and _begin_alike(one, other, mentions):
        yield Variant(ones[0].last, others[0].last, len(mentions.places(other)))


def _of_speaker(mentions: Mentions) -> Iterator[Variant]:
    """Another surname that begins alike, where the only person of a short text says something.

    "Coach Ann Hedenstrom was glad. Hedenstrand said": nobody is called so without having been introduced.
    """
    if mentions.text.words > SHORT or len(mentions.by_last) != 1:
        return
    ((last, (first, *more)),) = mentions.by_last.items()
    if more or len(last) < _LONG or not _judged(last, mentions):
        return
    for other in mentions.capitalised():
        if _begin_alike(last, other, mentions) and _goes_on(first, mentions.places(other), mentions):
            yield Variant(mentions.places(other)[0], first.last, len(mentions.places(last)))


def _begin_alike(last: str, other: str, mentions: Mentions) -> bool:
    """Whether two surnames have their first half in common, and the other one is a word of no other kind."""
    one, two = fold_word(last), fold_word(other)
    language = mentions.text.language
    half = max(_SHORTEST, (max(len(one), len(two)) + 1) // 2)
    if one == two or not (one[:half] == two[:half] or near(one, two)) or not _judged(other, mentions):
        return False
    is_form = one.startswith(two) or two.startswith(one) or not speech(language).names.fixed
    if is_form and inflected(one, two, language):
        return False
    if {one, two} & mentions.text.small or lists.first_name(other, language):
        return False
    return lists.surname(other) or not (lists.ordinary(other, language) or lists.place(other))


def _goes_on(first: Named, places: list[Mention], mentions: Mentions) -> bool:
    """Whether the other one stands alone in a later sentence, and says or does something there."""
    place, code = places[0], mentions.text.language
    before = mentions.before(place)
    alone = not (before and before.capital and not before.initial) and not mentions.goes_on(place)
    if place < first.last or not alone:
        return False
    prose = mentions.text.blocks[place.block].text.prose
    same = place.block == first.last.block
    if same and not QUOTED_STOP.search(prose, first.last.token.end, place.token.start):
        return False
    if speaks(prose, place.token.start, place.token.end, code, opens=True):
        return True
    begins = place.token.initial and DOES.match(prose, place.token.end) is not None
    return begins and has_office(first.last._replace(position=first.position), mentions)


def _of_surnames(mentions: Mentions) -> Iterator[Variant]:
    """Surnames of five letters or more with one initial."""
    reported: set[frozenset[str]] = set()
    lasts = [last for last in islice(mentions.by_last, _MOST) if len(last) >= 5 and _judged(last, mentions)]
    by_letter: dict[str, list[str]] = {first_sound(last): [] for last in lasts}
    for word in mentions.capitalised()[:_MOST]:
        if (sound := first_sound(word)) in by_letter:
            by_letter[sound].append(word)
    alike = {letter: Alike(list(map(fold_word, words))) for letter, words in by_letter.items()}
    for last in lasts:
        sound = first_sound(last)
        for other in map(by_letter[sound].__getitem__, alike[sound].of(fold_word(last))):
            pair = frozenset((last, other))
            if pair not in reported and _one_name(last, other, mentions):
                reported.add(pair)
                yield _variant(last, other, mentions)


def _of_one_first_name(mentions: Mentions) -> Iterator[tuple[str, str]]:
    """Surnames behind one first name that are all but equal, short ones and such with another initial too."""
    lasts: dict[str, set[str]] = defaultdict(set)
    for last, named in islice(mentions.by_last.items(), _MOST):
        if len(last) >= _SHORTEST and _judged(last, mentions):
            for each in named:
                lasts[fold(each.first.text)].add(last)
    for of_first in lasts.values():
        for rare, usual in permutations(sorted(of_first)[:_PLACES], 2):
            one, two = fold_word(rare), fold_word(usual)
            if distance(one, two, 1) == 1 and len(mentions.places(rare)) == 1 < len(mentions.places(usual)):
                yield rare, usual


def _is_slip_of(rare: str, usual: str, mentions: Mentions) -> bool:
    """Whether nothing says that both are meant."""
    one, two = fold_word(rare), fold_word(usual)
    language = mentions.text.language
    if frozenset((one, two)) in look_alikes() or inflected(one, two, language):
        return False
    if not {one, two}.isdisjoint(mentions.text.small) or (
        lists.ordinary(rare, language) and not lists.surname(rare)
    ):
        return False
    return not are_both_given(rare, usual, mentions) and not is_entry(mentions.places(rare)[0], mentions)


def _judged(word: str, mentions: Mentions) -> bool:
    """Only plain words in letters for which the language gives endings: no camel case, digits or hyphens."""
    plain = word.isalpha() and word[1:].islower()
    lettered = max(word) < _GREEK or _has_letters(mentions.text.language)
    return plain and lettered and not is_transcribed(word)


@cache
def _has_letters(code: str) -> bool:
    """Whether the endings that names have in a language are written in other letters than Latin ones."""
    return any(max(ending) >= _GREEK for ending in speech(code).names.endings)


def _variant(one: str, other: str, mentions: Mentions) -> Variant:
    """The rarer of the two first; of equals, the later."""
    ranked = sorted(
        (mentions.places(word) for word in (one, other)),
        key=lambda places: (len(places), -places[0].block, -places[0].token.start),
    )
    return Variant(ranked[0][0], ranked[1][0], len(ranked[1]))


def _one_name(last: str, other: str, mentions: Mentions) -> bool:
    """May both be spellings of one person's name?"""
    if last == other or abs(len(last) - len(other)) > 2 or not _judged(other, mentions):
        return False
    if max(last) >= _GREEK and last[-_CASE:] != other[-_CASE:]:
        return False  # two cases of one name, in which its stem may change, too
    one, two = fold_word(last), fold_word(other)
    if one == two or not (near(one, two) or _of_same_first(last, other, mentions)):
        return False
    if frozenset((one, two)) in look_alikes() and not _of_headline(last, other, mentions):
        return False
    language = mentions.text.language
    if inflected(one, two, language) or two in mentions.text.small or lists.ordinary(other, language):
        return False
    places = mentions.places(other)
    if not places or not _same_bearer(last, other, mentions) or are_both_given(last, other, mentions):
        return False
    if all(lists.first_name(word, language) for word in (last, other)) and mentions.goes_on(places[0]):
        return False  # José Manuel Sánchez and José Miguel Horcas
    return not any(is_entry(mention, mentions) for mention in places[:_PLACES])


def _of_same_first(last: str, other: str, mentions: Mentions) -> bool:
    """Whether one first name stands before two surnames of six letters or more that are two slips apart."""
    one, two = fold_word(last), fold_word(other)
    if one[0] != two[0] or one[-1] != two[-1] or (one[1] != two[1] and one[-2] != two[-2]):
        return False  # slips at both ends are rare
    if min(len(one), len(two)) < _LONG:
        return False
    mine = {fold(named.first.text) for named in mentions.by_last[last]} & mentions.folded_before(other)
    telling = any(mentions.surnames_behind[first] <= _FEW_BEARERS for first in mine)
    return telling and distance(one, two, 2) <= 2


def are_both_given(last: str, other: str, mentions: Mentions) -> bool:
    """Does one stand in brackets behind the other, a small word before it perhaps: "Keller (or Kehler)"?"""
    first, second = sorted((mentions.places(last)[0], mentions.places(other)[0]))
    prose = mentions.text.blocks[first.block].text.prose
    between = _BRACKET.fullmatch(prose, first.token.end, second.token.start)
    return first.block == second.block and between is not None


def inflected(one: str, two: str, code: str) -> bool:
    """Is one the other with an ending?"""
    shorter, longer = sorted((one, two), key=len)
    if longer.startswith(shorter) and _is_ending(longer[len(shorter) :], code):
        return True
    stem = len(common_beginning(one, two))
    return stem >= 3 and _is_ending(one[stem:], code) and _is_ending(two[stem:], code)


def _is_ending(letters: str, code: str) -> bool:
    """Whether names change so, maybe with what says whose it is."""
    names = speech(code).names
    if letters in names.endings or letters in names.possessives:
        return True
    bare = (letters.removesuffix(each) for each in names.possessives if letters.endswith(each))
    return any(each in names.endings for each in bare)


def _same_bearer(last: str, other: str, mentions: Mentions) -> bool:
    """Do the first names allow it, and does the rarer spelling look like a slip?"""
    mine = {fold(named.first.text) for named in mentions.by_last[last]}
    theirs = mentions.folded_before(other)
    if mine & theirs:
        return True
    if theirs and not any(_near_first(a, b) for a in mine for b in theirs):
        return False
    return _slip(last, other, mentions)


def is_entry(mention: Mention, mentions: Mentions) -> bool:
    """Is the word all of an entry of a list of names? Then it is somebody's whole name."""
    block = mentions.text.blocks[mention.block]
    return block.kind in (LIST, PARAGRAPH) and block.text.prose.strip() == mention.token.text


def _near_first(one: str, other: str) -> bool:
    most = 2 if min(len(one), len(other)) >= 5 else 1
    return one[0] == other[0] and distance(one, other, most) <= most


def _slip(last: str, other: str, mentions: Mentions) -> bool:
    """Is the rarer spelling no name of its own: in no list, hardly used, not part of a longer name?"""
    if min(len(mentions.places(word)) for word in (last, other)) > 1:
        return False
    language = mentions.text.language
    place = lists.place(other)
    if _is_lent(other, language) or (_is_lent(last, language) and not lists.surname(last)):
        return False
    if (place is not None and place.kind != lists.TOWN) or lists.first_name(other, language):
        return False
    if (place is not None or lists.surname(other)) and not _of_headline(last, other, mentions):
        return False
    return not any(
        mentions.goes_on(mention) or _noun(mention, mentions) for mention in mentions.places(other)
    )


def _is_lent(word: str, code: str) -> bool:
    """Is it an everyday word of a language that all others take words from, perhaps with an ending?

    "Word" is a program, "Worda" its genitive in Polish, and no slip of Warda.
    """
    endings = ("", *speech(code).names.endings)
    stems = {word[: len(word) - len(ending)] for ending in endings if word.lower().endswith(ending)}
    lenders = [lender for lender in by_language("foreign.lends") if lender != code]
    return any(len(stem) >= 4 and lists.ordinary(stem, lender) for stem in stems for lender in lenders)


def _of_headline(last: str, other: str, mentions: Mentions) -> bool:
    """Does the headline alone have the one and the text alone the other? Then it speaks of that person."""
    first, second = (
        {mentions.text.blocks[mention.block].kind == HEADLINE for mention in mentions.places(word)}
        for word in (last, other)
    )
    return len(first) == len(second) == 1 and first != second


def _noun(mention: Mention, mentions: Mentions) -> bool:
    """Does an adjective or an article stand before the word, as before any noun that has its capital?"""
    names = speech(mentions.text.language).names
    before = mentions.before(mention)
    if before is None or before.capital or before.text.endswith(names.verb_endings):
        return False
    return before.text.endswith(names.adjective_endings)


@cache
def look_alikes() -> frozenset[frozenset[str]]:
    """Pairs of different names that are spelled nearly alike, folded."""
    return frozenset(frozenset(map(fold, pair)) for pair in everywhere("names.look-alikes"))


class NameSpelling(Check):
    """Reports the rarer spelling of a name, at its first place, with the one that is most usual.

    Where others spelled it, whom the article edits, it is an info.
    """

    needs = ("names.endings",)
    fields = frozenset({"name", "other", "times"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        found = mentions(article)
        told: set[Span] = set()
        for variant in sorted(spelling_variants(article), key=lambda each: -each.usual_times):
            rare, usual = found.text.span(variant.rare), found.text.span(variant.usual)
            if rare in told:
                continue
            told.add(rare)
            yield Alarm(
                span=rare,
                fields={
                    "name": variant.rare.token.text,
                    "other": variant.usual.token.text,
                    "times": str(variant.usual_times),
                },
                related=(Related(usual, "spelled so here"),),
                suggestion=variant.usual.token.text,
                severity=Severity.INFO if is_edition(article) else None,
            )
