"""Where an article names the entries of a bible."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses import analysis, kept
from linter.analyses.language import language
from linter.article.model import CODE, Article, Block
from linter.languages import speech
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.facts.bible import Bible, Form, Names, cut
from linter.topics.facts.model import Entry, Person
from linter.topics.names import lists
from linter.topics.names.normalise import fold
from linter.topics.names.tokens import Token, tokens
from linter.topics.names.vocabulary import particles, roles

_JOINING = lazy(r"[ \u00a0\u202f.’'-]*(?:[^\W\d_]{1,2}['’])?")


class Known(NamedTuple):
    """An entry named at ``block.text.prose[start:end]``."""

    number: int
    """Number of the block."""
    block: Block
    start: int
    end: int
    entry: Entry
    full: bool
    """By one of its forms; else by a surname whose full form stands elsewhere."""

    @property
    def span(self) -> Span:
        return self.block.text.span(self.start, self.end)


@kept
def known_names(article: Article, bible: Bible) -> tuple[Known, ...]:
    """The entries that the article names, in reading order.

    A form that two entries share names nobody. Surnames count for people whose full name the
    article has, unless two of them share one.
    """
    return tuple(_find(article, bible))


@analysis
def block_tokens(article: Article) -> list[tuple[int, Block, list[Token]]]:
    """The words of each block but code, with its number."""
    spoken = language(article)
    return [
        (number, block, tokens(block.text.prose, spoken))
        for number, block in enumerate(article.blocks)
        if block.kind != CODE
    ]


def _find(article: Article, bible: Bible) -> Iterator[Known]:
    spoken = language(article)
    names = bible.names(spoken)
    blocks = block_tokens(article)
    full = [found for each in blocks for found in _full_forms(*each, names, spoken)]
    surnames = _surnames(full, spoken)
    taken = {(found.number, at) for found in full for at in range(found.start, found.end)}
    short = (found for each in blocks for found in _short_forms(*each, surnames, taken)) if surnames else ()
    yield from sorted([*full, *short], key=lambda found: (found.number, found.start))


def _full_forms(number: int, block: Block, words: list[Token], names: Names, code: str) -> Iterator[Known]:
    folded = [fold(word.text) for word in words]
    at = 0
    while at < len(words):
        form = _form_at(words, folded, at, names, code)
        if form is None:
            at += 1
            continue
        last = words[at + len(form.words) - 1]
        if form.words not in names.shared:
            yield Known(number, block, words[at].start, last.end, form.entry, True)
        at += len(form.words)


def _form_at(words: list[Token], folded: list[str], at: int, names: Names, code: str) -> Form | None:
    """The longest form that begins at a word."""
    starts = names.right.get(folded[at]) or names.right.get(_bare(folded[at], code))
    if not starts or not words[at].capital:
        return None
    fitting = [form for form in starts if _fits(words, folded, at, form, code)]
    return max(fitting, key=lambda form: len(form.words), default=None)


def _fits(words: list[Token], folded: list[str], at: int, form: Form, code: str) -> bool:
    count = len(form.words)
    here = folded[at : at + count]
    if len(here) < count or here[:-1] != list(form.words[:-1]):
        return False
    if form.words[-1] not in (here[-1], _bare(here[-1], code)):
        return False
    if not joined(words[at : at + count]):
        return False
    return count > 1 or not _part_of_more(words, at, code)


def joined(words: list[Token]) -> bool:
    """Do words stand together, with nothing between but blanks, dots, hyphens and elided articles?"""
    return all(_JOINING.fullmatch(word.gap) for word in words[1:])


def _bare(word: str, code: str) -> str:
    return word[:-1] if word.endswith("s") and speech(code).facts.bare_genitive else word


def _part_of_more(words: list[Token], at: int, code: str) -> bool:
    """Is a single word an ordinary one, or a piece of another name (Paris in Paris Hilton)?"""
    word = words[at]
    if word.initial and lists.ordinary(word.text, code):
        return True
    after = words[at + 1] if at + 1 < len(words) else None
    if after is not None and after.gap == " " and after.capital:
        return True
    return _named_before(words, at)


def _named_before(words: list[Token], at: int) -> bool:
    """Does a capitalised word that is no role stand directly before?"""
    if at == 0 or words[at].gap != " ":
        return False
    before = words[at - 1]
    return before.capital and not before.initial and fold(before.text) not in roles()


def _surnames(full: list[Known], code: str) -> dict[str, Entry]:
    """Folded surnames of the people found, those of one person only."""
    found: dict[str, set[int]] = {}
    entries: dict[int, Entry] = {}
    for known in full:
        words = cut(known.entry.canonical(code), code)
        if isinstance(known.entry, Person) and len(words) > 1:
            entries[id(known.entry)] = known.entry
            found.setdefault(fold(words[-1]), set()).add(id(known.entry))
    return {name: entries[min(owners)] for name, owners in found.items() if len(owners) == 1}


def _short_forms(
    number: int, block: Block, words: list[Token], surnames: dict[str, Entry], taken: set[tuple[int, int]]
) -> Iterator[Known]:
    for at, word in enumerate(words):
        entry = surnames.get(fold(word.text)) if word.capital else None
        if entry is None or (number, word.start) in taken or _first_name_before(words, at):
            continue
        yield Known(number, block, word.start, word.end, entry, False)


def _first_name_before(words: list[Token], at: int) -> bool:
    """Does a name stand before that makes it somebody else's surname?"""
    while at > 0 and fold(words[at - 1].text) in particles() and words[at].gap == " ":
        at -= 1
    if at == 0 or words[at].gap != " ":
        return False
    before = words[at - 1]
    return before.capital and fold(before.text) not in roles()
