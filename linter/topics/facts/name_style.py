"""A name in a form that the story bible calls wrong, or that is a slip of one of its names."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.exempt import exempt
from linter.analyses.language import language
from linter.article.model import Article, Block
from linter.check import Alarm, Check, Count
from linter.languages import speech
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.facts.bible import Bible, Names, bible_of, cut
from linter.topics.facts.match import block_tokens, joined, known_names
from linter.topics.facts.model import Entry
from linter.topics.names import lists
from linter.topics.names.edit_distance import near
from linter.topics.names.normalise import fold
from linter.topics.names.tokens import Token


class WrongForm(NamedTuple):
    """A form to write otherwise."""

    span: Span
    written: str
    right: str
    declared: bool
    """The bible calls the form wrong; else it is nearly a form of the entry."""
    entry: Entry


def wrong_forms(article: Article, bible: Bible) -> Iterator[WrongForm]:
    """Every wrong form of the article. Slips are looked for in names of two words and more."""
    spoken = language(article)
    names = bible.names(spoken)
    taken = {
        (known.number, at)
        for known in known_names(article, bible)
        if known.full
        for at in range(known.start, known.end)
    }
    for number, block, words in block_tokens(article):
        for at, word in enumerate(words):
            if word.text in names.wrong:
                yield from _declared(block, words, at, names, spoken)
            if word.capital and (number, word.start) not in taken:
                yield from _slips(block, words, at, names, spoken)


def _declared(block: Block, words: list[Token], at: int, names: Names, code: str) -> Iterator[WrongForm]:
    fitting = [form for form in names.wrong[words[at].text] if _same(words, at, form.words)]
    form = max(fitting, key=lambda form: len(form.words), default=None)
    if form is None or _inside_right_form(words, at, len(form.words), form.entry, code):
        return
    yield _found(block, words, at, len(form.words), form.entry, code, True)


def _same(words: list[Token], at: int, form: tuple[str, ...]) -> bool:
    here = words[at : at + len(form)]
    return tuple(word.text for word in here) == form and joined(here)


def _inside_right_form(words: list[Token], at: int, count: int, entry: Entry, code: str) -> bool:
    """Is the wrong form only a piece of the right one (Ukraine in Ukraine's …)?"""
    right = cut(entry.canonical(code), code)
    if len(right) <= count:
        return False
    return any(_same(words, start, right) for start in range(max(0, at - len(right) + count), at + 1))


def _slips(block: Block, words: list[Token], at: int, names: Names, code: str) -> Iterator[WrongForm]:
    """A name that differs in one word by a letter or two; found at its first word that is right."""
    for form, place in names.by_word.get(fold(words[at].text), ()):
        start, count = at - place, len(form.words)
        here = words[start : start + count] if start >= 0 else []
        if len(here) < count or not joined(here) or not (here[0].capital and here[-1].capital):
            continue
        folded = [fold(word.text) for word in here]
        off = [i for i in range(count) if folded[i] != form.words[i]]
        if len(off) != 1 or place != min(i for i in range(count) if i != off[0]):
            continue
        word = here[off[0]]
        if _is_slip(word, form.words[off[0]], code) and not _declared_there(words, start, count, names):
            yield _found(block, words, start, count, form.entry, code, False)
            return


def _declared_there(words: list[Token], start: int, count: int, names: Names) -> bool:
    """Does a wrong form that the bible names stand there, so that it is reported already?"""
    return any(
        _same(words, at, form.words)
        for at in range(start, start + count)
        for form in names.wrong.get(words[at].text, ())
    )


def _is_slip(word: Token, right: str, code: str) -> bool:
    """Nearly the right word, neither a name of its own nor another ending of it."""
    written = fold(word.text)
    if not near(written, right) or lists.first_name(word.text, code) or lists.surname(word.text):
        return False
    if written.startswith(right) or (
        not speech(code).names.fixed and written[: len(right) - 2] == right[:-2]
    ):
        return False
    return not lists.ordinary(word.text, code)


def _found(
    block: Block, words: list[Token], at: int, count: int, entry: Entry, code: str, declared: bool
) -> WrongForm:
    start, end = words[at].start, words[at + count - 1].end
    written = block.text.prose[start:end]
    return WrongForm(block.text.span(start, end), written, entry.canonical(code), declared, entry)


class NameStyle(Check):
    """Reports wrong forms with the form to write."""

    fields = frozenset({"name", "right"})
    variants = frozenset({"slip"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        bible = bible_of(self.setup)
        if bible is None:
            return
        links = exempt(article, "links")
        for found in wrong_forms(article, bible):
            safe = found.declared and not links.hold(found.span.start)
            yield Alarm(
                found.span,
                {"name": found.written, "right": found.right},
                suggestion=found.right,
                fix=found.right if safe and article.excerpt(found.span) == found.written else None,
                variant="" if found.declared else "slip",
            )
