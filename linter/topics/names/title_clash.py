"""One person with two offices that nobody holds at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages import everywhere
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.names import lists, mentions
from linter.topics.names.haystack import Mention
from linter.topics.names.mentions import Mentions
from linter.topics.names.normalise import fold
from linter.topics.names.tokens import Token, Words
from linter.topics.names.vocabulary import particles

_LONGEST_NAME = 5
"""So many words may stand between the office and the end of the name."""
_REACH = 3
"""So many words before the office may take it back."""


class Office(NamedTuple):
    """An office directly before a surname: its kind, the words for it, the place of them."""

    kind: str
    text: str
    start: Mention
    """Its first word."""
    end: Mention
    """Its last word."""


class OfficeClash(NamedTuple):
    """Two offices of one surname."""

    last: str
    one: Office
    other: Office


def office_clashes(mentions: Mentions) -> Iterator[OfficeClash]:
    """The first two different kinds of office before each surname that the text introduces."""
    for last in mentions.by_last:
        offices = list(_offices(last, mentions))
        other = next((office for office in offices if office.kind != offices[0].kind), None)
        if other is not None:
            yield OfficeClash(last, other, offices[0])


def _offices(last: str, mentions: Mentions) -> Iterator[Office]:
    language = mentions.text.language
    for mention in mentions.places(last):
        words = mentions.text.tokens[mention.block]
        position = mention.position
        nearest = max(0, position - _LONGEST_NAME)
        while position > nearest and _joined(words[position]):
            position -= 1
            found = _office_at(words, position)
            if found is not None:
                start = position - found[1].count(" ")
                if not _taken_back(words, start):
                    yield Office(
                        *found,
                        Mention(mention.block, start, words[start]),
                        Mention(mention.block, position, words[position]),
                    )
                break
            before = words[position]
            if not (lists.first_name(before.text, language) or fold(before.text) in particles()):
                break


def _joined(word: Token) -> bool:
    return not word.initial and word.gap in (" ", "\u00a0")


def _office_at(words: Words, position: int) -> tuple[str, str] | None:
    """Kind and words of the office that ends at this word."""
    one = fold(words[position].text)
    if position and _joined(words[position]):
        two = f"{fold(words[position - 1].text)} {one}"
        if two in _office_words():
            return _office_words()[two], f"{words[position - 1].text} {words[position].text}"
    kind = _office_words().get(one)
    return (kind, words[position].text) if kind else None


def _taken_back(words: Words, position: int) -> bool:
    before = words[max(0, position - _REACH) : position]
    hyphened = fold(words[position].text).split("-")[0]
    return hyphened in _past_words() or any(fold(word.text) in _past_words() for word in before)


@cache
def _office_words() -> dict[str, str]:
    """Folded words to the kind of office, in all languages at once: the offices of other countries too."""
    kinds = {
        "state": everywhere("names.offices.state"),
        "government": everywhere("names.offices.government"),
        "crown": everywhere("names.offices.crown"),
    }
    return {fold(phrase): kind for kind, phrases in kinds.items() for phrase in phrases}


@cache
def _past_words() -> frozenset[str]:
    return frozenset(map(fold, everywhere("names.offices.taken-back")))


class TitleClash(Check):
    """Reports an office before a name that elsewhere has another (president here, prime minister there)."""

    needs = ("names.offices.state", "names.offices.government")
    fields = frozenset({"name", "title", "other"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        found = mentions(article)
        for clash in office_clashes(found):
            yield Alarm(
                span=_span(clash.one, found),
                fields={"name": clash.last, "title": clash.one.text, "other": clash.other.text},
                related=(Related(_span(clash.other, found), "called so here"),),
            )


def _span(office: Office, found: Mentions) -> Span:
    return Span(found.text.span(office.start).start, found.text.span(office.end).end)
