"""The names of the headline that the text has not, and what kind of thing each is."""

from __future__ import annotations

from itertools import groupby, pairwise

from linter.analyses import analysis
from linter.analyses.language import language
from linter.article.model import Article
from linter.languages import speech
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.names import Lookup, haystack, headline, lists, lookups, persons
from linter.topics.names.edit_distance import near
from linter.topics.names.haystack import Haystack, Mention
from linter.topics.names.headlines.candidates import Candidate, Headline
from linter.topics.names.headlines.joined_names import are_two, is_place, names_in, of_another_pair
from linter.topics.names.headlines.lookup_steps import same_alphabet
from linter.topics.names.headlines.score import (
    WARNING,
    entity_score,
    person_score,
    slashed,
    solid_name,
)
from linter.topics.names.lists import place
from linter.topics.names.normalise import fold
from linter.topics.names.persons import Person
from linter.topics.names.tokens import Token

LEAD = 2
"""A person in one of the first three blocks is one of those whom the text is about …"""
_TWICE, _OFTEN = 2, 3
"""… if it is named twice in all; others are if they are named more often."""


class MissingName(NamedTuple):
    """A name of the headline that the text does not have."""

    name: str
    """As the headline writes it."""
    span: Span
    candidate: Candidate
    score: int
    """How much speaks for a person."""
    solid: bool
    """It is the name of something in any case."""
    near: Mention | None
    """A word of the text that is spelled nearly alike."""
    model: str
    """``asked``, ``absent`` (no pipeline of the language is installed) or ``needless``."""


@analysis
def missing_names(article: Article) -> tuple[MissingName, ...]:
    """Every name of the headline that the text has not, with its score as a person's name."""
    title, text = headline(article), haystack(article)
    if article.headline is None or title is None:
        return ()
    found = []
    for lookup in lookups(article):
        words = absent_words(lookup, text)
        if words and same_alphabet(lookup.name, text):
            candidate = lookup.candidate._replace(words=words)
            span = article.headline.span(candidate.start, candidate.end)
            found.append(_judged(candidate, span, title, text))
    return tuple(found)


@analysis
def all_missing(article: Article) -> tuple[MissingName, ...]:
    """The names of the headline, if there are two or more besides places and the text has none of them.

    An ordinary word at the beginning, a topic before a colon and what stands after a last bar count for
    neither side. German capitalises too much to tell more than two that "and" joins.
    """
    strong = tuple(
        found for found in lookups(article) if not found.candidate.aside and not _is_topic(found, article)
    )
    shared = not all(found.absent for found in strong)  # two others may have met in the same town
    if speech(haystack(article).language).names.capital_nouns or (shared and of_another_pair(article)):
        strong = _joined(strong, article)
    if sum(names_in(found.candidate, article) for found in strong if not is_place(found.name)) < 2:
        return ()
    if not all(found.absent for found in strong):
        return ()
    places = {found.span for found in strong}
    missing = tuple(found for found in missing_names(article) if found.span in places)
    if len(missing) != len(strong) or any(found.near for found in missing):
        return ()
    return missing


def _is_topic(found: Lookup, article: Article) -> bool:
    """Is it the one word before the first colon, and no first name: "Coronavirus: Anna Keller …"?"""
    prose = article.headline.prose if article.headline else ""
    candidate = found.candidate
    alone = len(candidate.words) == 1 and not prose[: candidate.start].strip()
    named = lists.first_name(found.name, language(article)) or lists.surname(found.name)
    return alone and not named and prose[candidate.end :].lstrip().startswith(":")


def _joined(found: tuple[Lookup, ...], article: Article) -> tuple[Lookup, ...]:
    """The first two names that stand side by side with "and" between."""
    pairs = (*pairwise(found), *((one, one) for one in found))
    pair = next((pair for pair in pairs if are_two(pair[0].candidate, pair[1].candidate, article)), ())
    return tuple(dict.fromkeys(pair))


@analysis
def of_somebody_else(article: Article) -> bool:
    """Whether the text has a person twice whom the headline has not, and of the headline only places."""
    spoken, text = persons(article), haystack(article)
    if article.headline is None or not spoken or spoken[0].times < 2:
        return False
    if spoken[0].name in article.headline.prose:
        return False
    return all(absent_words(found, text) or place(found.name) is not None for found in lookups(article))


@analysis
def unnamed(article: Article) -> tuple[Person, ...]:
    """The persons of the text whom the headline does not have."""
    title = fold(article.headline.prose) if article.headline else ""
    return tuple(person for person in persons(article) if fold(person.name) not in title)


@analysis
def instead(article: Article) -> tuple[Person, ...]:
    """The persons whom the text is about and the headline does not have: early and twice, or often."""
    return tuple(
        person
        for person in unnamed(article)
        if person.times >= (_TWICE if person.mention.block <= LEAD else _OFTEN)
    )


def absent_words(found: Lookup, text: Haystack) -> tuple[Token, ...]:
    """The words of the candidate that make a name of which the text has nothing.

    Two or more words side by side without a match are such a name, whatever stands around
    them. Else the last word decides; another word is enough to find the name if it is no first
    name (the family name may come first), or a first name that the text uses alone.
    """
    runs = [
        tuple(word for word, _ in group)
        for matched, group in groupby(
            zip(found.candidate.words, found.matches, strict=True), key=lambda pair: bool(pair[1])
        )
        if not matched
    ]
    longest = max(runs, key=len, default=())
    if len(longest) >= 2:
        return longest
    return () if _in_text(found, text) else found.candidate.words


def _in_text(found: Lookup, text: Haystack) -> bool:
    if found.matches[-1]:
        return True
    for word, match in zip(found.candidate.words[:-1], found.matches[:-1], strict=True):
        if match and (not lists.first_name(word.text, text.language) or _used_alone(word.text, text)):
            return True
    return False


def _used_alone(word: str, text: Haystack) -> bool:
    """Does the first name stand somewhere, whole, without a surname after it?"""
    for mention in text.mentions(fold(word)):
        after = text.tokens[mention.block][mention.position + 1 : mention.position + 2]
        if mention.token.capital and not (after and after[0].capital and after[0].gap == " "):
            return True
    return False


def _judged(candidate: Candidate, span: Span, title: Headline, text: Haystack) -> MissingName:
    spoken = text.language
    score = person_score(candidate, title, spoken)
    solid = solid_name(candidate, title, spoken)
    model = "needless"
    if not solid and not slashed(candidate, title) and score + entity_score(True) >= WARNING:
        score, model = _asked(candidate, title, spoken, score)
    return MissingName(title.name(candidate), span, candidate, score, solid, _near(candidate, text), model)


def _asked(candidate: Candidate, title: Headline, code: str, score: int) -> tuple[int, str]:
    """The score after a model has seen the headline.

    Where headlines capitalise every word, models see firms in surnames: there they never lower the score.
    """
    from linter.topics.names import nlp

    seen = nlp.entities(title.prose, code)
    if seen is None:
        return score, "absent"
    over = [entity for entity in seen if entity.start < candidate.end and candidate.start < entity.end]
    added = entity_score(any(entity.person for entity in over) if over else None)
    return score + (max(added, 0) if speech(code).names.title_case else added), "asked"


def _near(candidate: Candidate, text: Haystack) -> Mention | None:
    """A capitalised word of the text that the last word of the name may be a slip of."""
    last = fold(candidate.last.text)
    for form, written in text.forms.items():
        if written[0][0].isupper() and near(last, form):
            return text.places(written[0])[0]
    return None
