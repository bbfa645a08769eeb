"""A surname stands behind two first names that look alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import chain

from linter.analyses.editions import is_edition
from linter.analyses.sentences import QUOTED_STOP
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related, Severity
from linter.languages import speech
from linter.languages.phrases import word_of
from linter.matching import re
from linter.matching.letters import SMALL
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.names import lists, mentions
from linter.topics.names.edit_distance import Alike, distance
from linter.topics.names.haystack import Mention
from linter.topics.names.mentions import Mentions
from linter.topics.names.normalise import fold, fold_word
from linter.topics.names.speaking import DOES, SHORT, has_office, speaks
from linter.topics.names.spelling.linked import is_linked
from linter.topics.names.spelling.name_spelling import inflected, look_alikes
from linter.topics.names.tokens import Words
from linter.topics.names.vocabulary import is_role, kin, particles, roles

_ELIDED = lazy(r"^.*['’]")
"""An article before a word: "l'alcalde"."""
_PLACES = 2
"""A surname stands behind two first names in as many places."""
_WHOLE = 4
"""Letters from which on a name with one letter less is another name (Sara, Sarah), and no short form."""
_BESIDE = (" ", "\u00a0", ", ")
"""Between an office and the name of who holds it."""
_CASES = 3
"""Letters that the cases of a first name have in common."""
_NEAR = 30
_SURNAME = 3
"""Letters of a surname behind an initial."""
_FAMILY = 3
"""An ordinary word behind more names than that is what these have in common: Karen and Kayin Community."""


class FirstName(NamedTuple):
    """A first name in front of a surname: how it is written, and where."""

    text: str
    places: tuple[Mention, ...]


class Clash(NamedTuple):
    """A first name that stands once, and the one that looks like it."""

    last: str
    rare: FirstName
    usual: FirstName


def first_name_clashes(mentions: Mentions) -> Iterator[Clash]:
    """Each first name that is a slip away from another before the same surname."""
    for last in mentions.by_last:
        if not _may_clash(last, mentions):
            continue
        names = _first_names(last, mentions)
        shared = len(names) > _FAMILY and lists.ordinary(last, mentions.text.language)
        for one, two in _pairs(names):
            if shared and not _same_letters(one.text, two.text):
                continue
            rare, usual = sorted((one, two), key=lambda name: len(name.places))
            if len(rare.places) == len(usual.places):
                rare, usual = sorted((one, two), key=lambda name: _likely_slip(name, mentions.text.language))
            if len(rare.places) == 1 and _slip(rare.text, usual.text, mentions):
                listed = lists.first_name(rare.text, mentions.text.language)
                related = listed and _relatives(rare, usual, mentions)
                if not (related or _goes_apart(rare, usual, mentions)):
                    yield Clash(last, rare, usual)


def _may_clash(last: str, mentions: Mentions) -> bool:
    """Whether a surname stands behind two words with a capital that have the same first letter."""
    if fold(last) in particles() or (not last.isupper() and mentions.text.capitalised[last] < _PLACES):
        return False
    words = mentions.texts_before(last)
    return len({fold_word(word)[0] for word in words}) < len(words)


def _goes_apart(rare: FirstName, usual: FirstName, mentions: Mentions) -> bool:
    """Whether another name follows both, which is not the same: "Ana Maria Sousa", "Ane Maria Lima"."""
    places = [(name.places[0].block, name.places[0].position + 2) for name in (rare, usual)]
    behind = [mentions.text.tokens[block][at : at + 1] for block, at in places]
    further = {word.text[0] for words in behind for word in words if word.capital and word.gap == " "}
    return len(further) == len(behind)


def exchanged_first_names(mentions: Mentions) -> Iterator[Clash]:
    """Two first names of one in a short text: the second begins the next sentence, then the surname is alone.

    Or both stand behind the same word for an office, or both begin alike and the second says something as
    if it were known who that is. A text about two of one name would go on with both names, or say what they
    are to each other.
    """
    if mentions.text.words > SHORT or not kin().isdisjoint(map(fold, mentions.text.times)):
        return
    for last in mentions.by_last:
        names = [*_first_names(last, mentions), *_in_another_case(last, mentions)]
        place = lists.place(last) and not lists.surname(last)
        if len(names) != 2 or place or not _are_beside(names):
            continue
        usual, rare = sorted(names, key=lambda name: name.places[0])
        code = mentions.text.language
        listed = any(lists.first_name(name.text, code) for name in names)
        titles = not roles().isdisjoint(fold(name.text) for name in names)
        goes_on = listed and not titles and _goes_on(usual, rare, last, mentions)
        if not goes_on and not all(_may_be_first(name.text, code) for name in names):
            continue
        alone = mentions.text.capitalised[last] > len(names)
        if (
            goes_on
            or (alone and rare.places[0].token.initial)
            or _speaks(usual, rare, last, mentions)
            or _looks_back(usual, rare, mentions)
            or _of_one_role(usual, rare, mentions)
        ):
            yield Clash(last, rare, usual)


def other_initials(mentions: Mentions) -> Iterator[Clash]:
    """A middle initial that stands once where the same names have another one: "Ann R. Lee", "Ann T. Lee".

    Lists of references have many of one name, and families have two.
    """
    text = mentions.text
    letters = [word for word in text.large if len(word) == 1 and word.isupper()]
    if len(letters) < _PLACES or sum(text.large[letter] for letter in letters) <= _PLACES:
        return
    found: dict[tuple[str, str], dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for number, place in sorted(chain.from_iterable(map(text.at, letters))):
        words = text.tokens[number]
        if _is_initial(words, place):
            names = fold(words.texts[place - 1]), words.texts[place + 1]
            found[names][words.texts[place]].append(Mention(number, place, words[place]))
    for (_, last), initials in found.items():
        if len(initials) != 2:
            continue
        rare, usual = sorted(initials.items(), key=lambda item: len(item[1]))
        related = any(_kin_near(place, mentions) for place in (*rare[1], *usual[1]))
        if len(rare[1]) == 1 < len(usual[1]) and not related:
            yield Clash(last, *(FirstName(f"{text}.", tuple(places)) for text, places in (rare, usual)))


def _is_initial(words: Words, place: int) -> bool:
    """Whether a letter has its point and a surname behind it, and a first name or another initial before."""
    if not 0 < place < len(words) - 1:
        return False
    first, last = words.texts[place - 1], words.texts[place + 1]
    if not first[0].isupper() or not last[0].isupper() or last.isupper() or len(last) < _SURNAME:
        return False
    return words[place].gap == (" " if len(first) > 1 else ". ") and words[place + 1].gap == ". "


def _are_beside(names: list[FirstName]) -> bool:
    """Whether all stand once, and in one block."""
    once = all(len(name.places) == 1 for name in names)
    return once and len({name.places[0].block for name in names}) == 1


def _in_another_case(last: str, mentions: Mentions) -> Iterator[FirstName]:
    """The first names of another form of a surname, where names have cases: "Ivan Moroz", "Petra Moroza"."""
    language = mentions.text.language
    if speech(language).names.fixed:
        return
    for other in mentions.by_last:
        if last < other and inflected(fold_word(last), fold_word(other), language):
            mine = {name.text[:_CASES] for name in _first_names(last, mentions)}
            yield from (name for name in _first_names(other, mentions) if name.text[:_CASES] not in mine)


def _may_be_first(name: str, code: str) -> bool:
    if lists.first_name(name, code):
        return True
    return not (lists.ordinary(name, code) or lists.place(name) or lists.surname(name))


def _of_one_role(usual: FirstName, rare: FirstName, mentions: Mentions) -> bool:
    """Whether both stand behind the same word for an office: "mayor Ann Lee"."""
    before = [mentions.before(name.places[0]) for name in (usual, rare)]
    words = {_ELIDED.sub("", word.text.lower()) for word in before if word is not None}
    roles = speech(mentions.text.language).names.roles
    return None not in before and len(words) == 1 and words.issubset(roles)


def _goes_on(usual: FirstName, rare: FirstName, last: str, mentions: Mentions) -> bool:
    """Whether an office stands beside the first, and the later one begins a sentence as if known.

    Where it does not stand right before the first, both begin alike.
    """
    place, first = rare.places[0], usual.places[0]
    alike = usual.text[0] == rare.text[0] and has_office(first, mentions)
    small = fold(rare.text) in lists.common(mentions.text.language)  # "secondo" is a first name, too
    if small or not (alike or _is_led(first, mentions)):
        return False
    prose = mentions.text.blocks[place.block].text.prose
    end = place.token.end + len(f" {last}")
    return place.token.initial and DOES.match(prose, end) is not None


def _is_led(first: Mention, mentions: Mentions) -> bool:
    """Whether the word for an office stands right before a name."""
    led = mentions.text.tokens[first.block][first.position - 1] if first.position else None
    beside = led is not None and not first.token.initial and first.token.gap in _BESIDE
    return led is not None and beside and is_role(_ELIDED.sub("", fold(led.text)))


def _looks_back(usual: FirstName, rare: FirstName, mentions: Mentions) -> bool:
    """Whether both begin alike, and the next sentence tells the past of the later one: "Before that …"."""
    place = rare.places[0]
    prose, code = mentions.text.blocks[place.block].text.prose, mentions.text.language
    begin = max(0, place.token.start - _NEAR)
    told = usual.text[0] == rare.text[0] and _earlier(code).search(prose, begin, place.token.start)
    return bool(told and prose.count(". ", usual.places[0].token.end, place.token.start) == 1)


@cache
def _earlier(code: str) -> re.Pattern[str]:
    """The beginning of a sentence that tells of an earlier time, a small word at most before a name."""
    earlier = word_of(speech(code).names.earlier)
    return lazy(rf"[.!?][”»“\"]?[ \u00a0](?i:{earlier}),?[ \u00a0](?:[{SMALL}]{{1,3}}[ \u00a0])?$")


def _speaks(usual: FirstName, rare: FirstName, last: str, mentions: Mentions) -> bool:
    """Whether both begin alike and the later one says something, with nothing that tells who that is."""
    place, first = rare.places[0], usual.places[0]
    prose = mentions.text.blocks[place.block].text.prose
    start, end = place.token.start, place.token.end + len(f" {last}")
    introduced = place.token.initial and has_office(first, mentions)
    if not (introduced or usual.text[0] == rare.text[0]) or not QUOTED_STOP.search(
        prose, first.token.end, start
    ):
        return False
    return speaks(prose, start, end, mentions.text.language)


def _same_letters(one: str, two: str) -> bool:
    """Whether both have the same letters but for one: "Earnst" and "Ernest", not "Karen" and "Kayin"."""
    a, b = Counter(fold(one)), Counter(fold(two))
    return max((a - b).total(), (b - a).total()) <= 1


def _pairs(names: list[FirstName]) -> Iterator[tuple[FirstName, FirstName]]:
    """The pairs that may look alike, in order."""
    folded = [fold(name.text) for name in names]
    alike = Alike(folded)
    for number, name in enumerate(names):
        yield from ((name, names[other]) for other in alike.of(folded[number]) if other > number)


def _first_names(last: str, mentions: Mentions) -> list[FirstName]:
    """Those before a surname; a word with capitals inside is a product."""
    places: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions.after_capital(last):
        before = mentions.before(mention)
        if before is not None:
            places[before.text].append(Mention(mention.block, mention.position - 1, before))
    return [
        FirstName(text, tuple(found)) for text, found in places.items() if text.istitle() or text.isupper()
    ]


def _likely_slip(name: FirstName, code: str) -> tuple[bool, int, int]:
    """Of two names that stand once, the one in no list is the slip, else the later."""
    place = name.places[0]
    return (lists.first_name(name.text, code), -place.block, -place.token.start)


def _slip(rare: str, usual: str, mentions: Mentions) -> bool:
    """Do the two look like one name, is one of them listed, and is the rarer no word of another kind?"""
    language = mentions.text.language
    a, b = fold(rare), fold(usual)
    most = 2 if min(len(a), len(b)) >= 5 else 1
    if frozenset((a, b)) in look_alikes():
        return False
    if a == b or a[0] != b[0] or len(a) < 3 or len(b) < 3 or distance(a, b, most) > most:
        return False
    if (a.startswith(b) or b.startswith(a)) and (abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < _WHOLE):
        return False
    if _is_pet_form(a, b):
        return False
    if rare[-1].lower() != usual[-1].lower() and not speech(language).names.fixed:
        return False  # two cases of one name
    if a == b + "s" and not lists.first_name(rare, language):
        return False  # "ninety-nine Michelles"
    if not (lists.first_name(rare, language) or lists.first_name(usual, language)):
        return False
    return not (
        lists.ordinary(rare, language)
        or lists.place(rare)
        or a in mentions.text.small
        or b in mentions.text.small
    )


def _is_pet_form(one: str, two: str) -> bool:
    """Whether one has two letters more before its last one: Rosina is Rosa, and Carlito Carlo."""
    shorter, longer = sorted((one, two), key=len)
    return len(longer) == len(shorter) + 2 and longer == shorter[:-1] + longer[-3:-1] + shorter[-1]


def _relatives(rare: FirstName, usual: FirstName, mentions: Mentions) -> bool:
    """Does the text speak of family around either name, or name both in one breath?

    Whoever says "Charles Doe, or Charlie" needs no surname for the second one.
    """
    first = rare.places[0]
    near = (word for word in mentions.text.tokens[first.block] if word.text == usual.text)
    if any(abs(first.token.start - word.start) < 60 for word in near):
        return True
    return any(_kin_near(place, mentions) for name in (rare, usual) for place in name.places[:3])


def _kin_near(place: Mention, mentions: Mentions) -> bool:
    words = mentions.text.tokens[place.block][max(0, place.position - 8) : place.position + 8]
    return any(fold(word.text) in kin() for word in words)


class FirstNameClash(Check):
    """Reports a first name that stands once, where another like it stands before the same surname."""

    needs = ("names.kin|names.roles",)
    fields = frozenset({"first", "last", "other"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        found = mentions(article)
        alike = first_name_clashes(found) if speech(found.text.language).names.kin else ()
        clashes = (*alike, *exchanged_first_names(found), *other_initials(found))
        alarms = (
            _alarm(clash, found)._replace(severity=Severity.INFO if is_edition(article) else None)
            for clash in clashes
            if not is_linked(article, found.text.span(clash.rare.places[0]), clash.rare.text)
        )
        # a slip of a third spelling is told once, with the first of the others
        yield from {alarm.span: alarm for alarm in reversed(list(alarms))}.values()


def _alarm(clash: Clash, found: Mentions) -> Alarm:
    return Alarm(
        span=found.text.span(clash.rare.places[0]),
        fields={"first": clash.rare.text, "last": clash.last, "other": clash.usual.text},
        related=(Related(found.text.span(clash.usual.places[0]), "written so here"),),
        suggestion=clash.usual.text,
    )
