"""A name or term stands once in another spelling than everywhere else."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, filterfalse
from operator import itemgetter

from linter.analyses.editions import is_edition
from linter.analyses.languages import is_common
from linter.article.model import CODE, Article
from linter.check import Alarm, Check, Count
from linter.finding import Related, Severity
from linter.languages import speech
from linter.matching.regexes import lazy
from linter.text import Span, Text
from linter.topics.names import lists, mentions
from linter.topics.names.edit_distance import distance
from linter.topics.names.mentions import Mentions
from linter.topics.names.normalise import fold_word
from linter.topics.names.spelling.host_typos import host_typos
from linter.topics.names.spelling.known_slips import is_joined, known_typos
from linter.topics.names.spelling.link_typos import link_typos
from linter.topics.names.spelling.linked import is_linked
from linter.topics.names.spelling.metadata_slips import field_typos, headline_typos
from linter.topics.names.spelling.name_spelling import (
    are_both_given,
    inflected,
    is_entry,
    look_alikes,
    spelling_variants,
)
from linter.topics.names.spelling.slips import (
    LONG,
    LONGEST_TITLE,
    OFTEN,
    PLACES,
    SHORTEST,
    Typo,
    beside,
    compared,
    ending_of,
    foreign,
    grouped,
    humps,
    is_changed,
    is_name,
    is_respelt,
    judged,
    known,
    listed,
    one_step,
    spelled_small,
    typo_of,
    unlisted,
)
from linter.topics.names.tokens import cut

_MOST = 1500
"""So many different words are compared; a text with more is a directory."""
_RARE = 2
"""A slip stands once, or twice beside a word that a list has."""
_STEADY = 10
"""Times that a shorter word stands beside which one with a changed letter is a slip, too."""
_CORRECTION = lazy(r"/|\s*(?:→|⇒|->|=>)\s*|\s\w{1,6}:\s")
"""Between two spellings of which one replaces the other: "s/Adress/Address/", "was: Adress now: Address"."""
_SOUNDS = (("ck", "k"), ("c", "k"), ("ph", "f"), ("th", "t"), ("y", "i"), ("z", "s"))
_PLURAL_HUMP = lazy(r"(?<=[a-z])s(?=[A-Z])")
"""The ending of a word inside of a name."""
_TWICE = lazy(r"(.)\1")
_ACRONYM = lazy(r"[A-Z](?<![\w-].)[A-Z]{3,7}(?![\w-])")


def typos(found: Mentions, title: Text | None) -> Iterator[Typo]:
    """Each word with a capital that stands once and in no list, and is a slip of another one."""
    times = found.text.capitalised
    named = list(filter(judged, times))[:_MOST]
    rare = [word for word in named if times[word] <= _RARE and not listed(word, found.text.language)]
    letters = {word[0] for word in rare}
    groups = grouped((word for word in named if word[0] in letters), least=2)
    told: set[frozenset[str]] = set()
    for word in rare:
        others = groups[word[0]].near(word) if word[0] in groups else []
        slips = (other for other in others if _slip_of(word, other, times, found))
        usual = next((other for other in slips if times[word] == 1 or known(other, found)), "")
        usual = usual or _in_headline(word, title, found)
        if not usual or _only_begins(word, usual, found):
            continue
        if any(meant(word, usual, found) for meant in (_gives_both, _is_surname, _is_first_name)):
            continue
        part = _other_part(word, usual)
        if len(part) < SHORTEST or not unlisted(part, found) or _is_form(word, usual, found):
            continue
        from linter.topics.names.spelling.compounds import are_compounds

        language = found.text.language
        if are_compounds(word, usual, language) or is_joined(word, language) or is_joined(usual, language):
            continue  # "Offrirmi" and "Offrimi" are two forms of a verb with its pronoun
        if (
            frozenset((word, usual)) not in told
            and unlisted(word, found)
            and not is_common(word.lower(), language)
        ):
            told.add(frozenset((word, usual)))
            yield typo_of(word, usual, found)


def _other_part(word: str, usual: str) -> str:
    """The part of a word with hyphens that the usual one has otherwise; of others the whole word."""
    parts, others = word.split("-"), usual.split("-")
    if len(parts) != len(others):
        return ""
    other = [part for part, usual_part in zip(parts, others, strict=True) if part != usual_part]
    return other[0] if len(other) == 1 else ""


def _is_form(word: str, usual: str, found: Mentions) -> bool:
    return lists.has_form(word, usual, found.text.language)


def _only_begins(word: str, usual: str, found: Mentions) -> bool:
    """Whether both only begin sentences, in a language with more forms of its words than lists have."""
    if speech(found.text.language).names.fixed or humps(usual) > 1:
        return False
    places = (*found.places(word), *found.places(usual)[:PLACES])
    return all(place.token.initial for place in places)


def _gives_both(word: str, usual: str, found: Mentions) -> bool:
    """Does it give both: one that replaces the other, one in brackets, or both as entries of a list?"""
    if are_both_given(word, usual, found):
        return True
    slip = found.places(word)[0]
    if is_entry(slip, found) and any(is_entry(place, found) for place in found.places(usual)[:PLACES]):
        return True
    prose = found.text.blocks[slip.block].text.prose
    return any(
        place.block == slip.block
        and _CORRECTION.fullmatch(prose, slip.token.end, place.token.start) is not None
        for place in found.places(usual)[:PLACES]
    )


def _is_surname(word: str, usual: str, found: Mentions) -> bool:
    """Does another first name stand before the one than before the other, or is that one a first name?

    David Walliams is no Robbie Williams, and Mark Pether no Peter; Jess is Jessica.
    """
    language = found.text.language
    before = found.before(found.places(word)[0])
    if before is None or not before.capital or not lists.first_name(before.text, language):
        return False
    named = [each.text for each in map(found.before, found.places(usual)[:PLACES]) if each and each.capital]
    firsts = [name for name in named if lists.first_name(name, language)]
    same = any(before.text.startswith(name) or name.startswith(before.text) for name in firsts)
    return not same if firsts else not named and lists.first_name(usual, language)


def _is_first_name(word: str, usual: str, found: Mentions) -> bool:
    """Is the usual one a first name, always before another surname: Nicole Rossi, Nickole Nesby?"""
    if not lists.first_name(usual, found.text.language) or _spoken(word) != _spoken(usual):
        return False
    after = found.after(found.places(word)[0])
    if after is None or not after.capital:
        return False
    surnames = list(map(found.after, found.places(usual)[:PLACES]))
    return all(each is not None and each.capital and each.text != after.text for each in surnames)


def _spoken(name: str) -> str:
    """A name as those hear it who spell it otherwise: with "k" for "ck", and no letter twice."""
    heard = fold_word(name)
    for letters, sound in _SOUNDS:
        heard = heard.replace(letters, sound)
    return _TWICE.sub(itemgetter(1), heard)


def _slip_of(word: str, other: str, times: Counter[str], found: Mentions) -> bool:
    one, two = compared(word), compared(other)
    often = times[other] >= OFTEN
    changed = is_changed(one, two)
    if not one_step(one, two, _last(one, two, other, often, found)) or frozenset((one, two)) in look_alikes():
        return False
    if inflected(one, two, found.text.language) or is_respelt(one, two, found.text.language):
        return False  # Robertão is a big Roberto
    if humps(word) != humps(other) and (not often or _has_prefix(other)):
        return False  # FireVox is no Firefox, and Cython no CPython
    if _PLURAL_HUMP.sub("", word) == _PLURAL_HUMP.sub("", other):
        return False  # TagsReader is no TagReader
    if changed:
        return _is_steady(word, other, times) or beside(word, other, found)
    if min(len(one), len(two)) > SHORTEST or len(one) == len(two):
        return True
    common = times[other] >= 2 * OFTEN and humps(word) == humps(other)
    return common or beside(word, other, found)


def _has_prefix(word: str) -> bool:
    """Whether a single capital stands before a word that has one."""
    return word[:2].isupper() and word[2:].islower()


def _is_steady(word: str, other: str, times: Counter[str]) -> bool:
    """Whether a word stands so often that one with another letter is its slip.

    A name with capitals inside needs no more: but OpenCL is no OpenGL, and LinEX no Linux.
    """
    if len(word) >= LONG:
        return times[other] >= OFTEN
    if any(a != b and a.isupper() for a, b in zip(word, other, strict=False)):
        return False
    return times[other] >= (OFTEN if humps(word) > 1 else _STEADY)


def _last(one: str, two: str, other: str, often: bool, found: Mentions) -> int:
    """How many letters at the end may be another ending of the word."""
    ending = ending_of(found.text.language)
    if not often and not (speech(found.text.language).names.fixed and is_name(other, found.text.language)):
        return ending
    if len(one) == len(two) and not is_changed(one, two):
        return 0
    if len(one) == len(two) and found.text.capitalised[other] < _STEADY and humps(other) == 1:
        return ending
    return ending - (one[-1] == two[-1])


def _in_headline(word: str, title: Text | None, found: Mentions) -> str:
    """The word of the text, written small, that one of the headline is a slip of."""
    if title is None or word not in title.prose or len(title) > LONGEST_TITLE or len(word) <= SHORTEST:
        return ""
    small = found.text.by_initial.get(fold_word(word)[0], ())
    return next(spelled_small(word, small, found.text.language), "")


def title_typos(article: Article, found: Mentions) -> Iterator[Typo]:
    """Each small word of the headline that no list has, and that the text has with its letters in order."""
    title, language = article.headline, found.text.language
    if title is None or len(title) > LONGEST_TITLE:
        return
    words = cut(title.prose, language)
    for place, word in enumerate(words.texts):
        long = len(word) > SHORTEST and word.islower() and word.isalpha()
        if not long or lists.ordinary(word, language):
            continue
        alike = found.text.by_initial.get(fold_word(word)[0], ())
        usual = next(spelled_small(word, alike, language), "")
        if usual and len(found.text.at(word)) == 1 and not foreign(word):
            yield Typo(title.span(words[place].start, words[place].end), word, Span(0, 0), usual, 1)


def acronym_typos(found: Mentions) -> Iterator[Typo]:
    """Each acronym that stands once, with two neighbouring letters of another one exchanged."""
    if not _may_exchange(found.text.large):
        return
    places: dict[str, list[Span]] = defaultdict(list)
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
            if rare and distance(slip, usual, 1) == 1 and not foreign(slip):
                yield Typo(places[slip][0], slip, places[usual][0], usual, len(places[usual]))


def _may_exchange(written: Iterable[str]) -> bool:
    """Whether two acronyms among words that are not all small letters have the same letters."""
    shouted = "\n".join(filterfalse(str.istitle, written))
    acronyms = set(_ACRONYM.findall(shouted))
    return len({"".join(sorted(acronym)) for acronym in acronyms}) < len(acronyms)


class NameTypo(Check):
    """Reports a name or term that stands once, with the spelling that the text has otherwise.

    Where others spelled it, whom the article edits, it is an info; so are accents, which many leave out.
    """

    fields = frozenset({"name", "other", "times"})
    variants = frozenset({"link", "word"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        found = mentions(article)
        in_code = list(_in_code(article, found))
        yield from map(_alarm, in_code)
        if not found.text.cased:
            return
        variants = spelling_variants(article)
        reported = {found.text.span(place) for each in variants for place in (each.rare, each.usual)}
        reported.update(typo.slip for typo in in_code)
        slips = chain(typos(found, article.headline), acronym_typos(found), field_typos(article, found))
        for typo in _fresh(slips, article, reported):
            yield _alarm(typo)._replace(severity=_of_others(article))
        for typo in _fresh(_accents(found), article, reported):
            yield _alarm(typo)._replace(severity=Severity.INFO)
        for typo in _fresh(known_typos(found), article, reported):
            yield _alarm(typo)._replace(severity=_of_others(article), variant="word")
        of_title = chain(title_typos(article, found), headline_typos(article, found, reported))
        yield from map(_alarm, of_title)
        covered = {place for span in reported for place in range(span.start, span.end)}
        yield from map(_alarm, host_typos(article))
        yield from (
            _alarm(typo)._replace(variant="link")
            for typo in link_typos(article, found)
            if typo.slip.start not in covered
        )


def _fresh(typos: Iterable[Typo], article: Article, reported: set[Span]) -> Iterator[Typo]:
    """Those that are not reported yet, and that no link spells so."""
    for typo in typos:
        if typo.slip not in reported and not is_linked(article, typo.slip, typo.name):
            reported.add(typo.slip)
            yield typo


def _of_others(article: Article) -> Severity | None:
    return Severity.INFO if is_edition(article) else None


def _in_code(article: Article, found: Mentions) -> Iterator[Typo]:
    """The slips of names in code, where there is any; and of names with capitals where others have none."""
    marks = chain.from_iterable(block.text.marks for block in article.blocks)
    if (
        not found.text.cased
        or any(block.kind == CODE for block in article.blocks)
        or any(mark.kind == "code" for mark in marks)
    ):
        from linter.topics.names.spelling.code_typos import code_typos

        yield from code_typos(article)


def _accents(found: Mentions) -> Iterator[Typo]:
    """The slips of accents, where there are any: English texts go without the import."""
    if all(map(str.isascii, found.text.capitalised)):
        return iter(())
    from linter.topics.names.spelling.accent_slips import accent_typos

    return accent_typos(found)


def _alarm(typo: Typo) -> Alarm:
    return Alarm(
        span=typo.slip,
        fields={"name": typo.name, "other": typo.other, "times": str(typo.times)},
        related=(Related(typo.usual, "spelled so here"),) if typo.usual.end else (),
        suggestion=typo.other if typo.other[0].isupper() and typo.times > 1 else None,
    )
