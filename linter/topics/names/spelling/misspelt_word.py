"""A word that is in no list, one slip from a frequent word of the language: "conclcusion"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import takewhile

from linter.analyses import analysis
from linter.analyses.chunks import Holding, folded_words, in_any
from linter.analyses.editions import is_edition
from linter.analyses.language import language
from linter.analyses.languages import is_common_somewhere
from linter.analyses.quotes import quotes
from linter.analyses.words import runs_of_letters, tidy
from linter.article.model import CODE, TABLE, Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Severity
from linter.topics.language.foreign import word_counts
from linter.topics.language.lexicon import Lexicon, lexicon
from linter.topics.language.tokens import tokenise
from linter.topics.language.word_slips import slip_of
from linter.topics.names.lists import ordinary
from linter.topics.names.spelling.known_slips import is_joined
from linter.topics.names.spelling.slips import foreign, is_respelt, named

_RARE = 2
"""What stands there more often is a term."""
_ENDING = 2
"""Letters at the end that may be other ones in another form: "memoized" of "memoize"."""
_NO_PROSE = frozenset({CODE, TABLE})


class MisspeltWord(Check):
    """Reports a word in lower case that lost, got or changed a letter, or has two exchanged.

    No list of any language has it, nor is it likelier made of words that the language has; it is none that
    others set in quotation marks or that stands again and again.
    """

    fields = frozenset({"word", "other"})
    needs = ("foreign.slips",)
    heeds_vocabulary = True

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        table = lexicon(language(article))
        misspelt = _misspelt(table.lang).among(article) if table else frozenset()
        if not (table and misspelt):
            return
        quiet = Severity.INFO if is_edition(article) else None
        for block in article.blocks:
            if block.kind not in _NO_PROSE and in_any(misspelt, block.text):
                for alarm in self._of(block, article, table):
                    yield alarm._replace(severity=quiet)

    def _of(self, block: Block, article: Article, table: Lexicon) -> Iterator[Alarm]:
        clean = tidy(block.text.prose)
        for token in tokenise(clean.prose, table).tokens:
            word = token.text
            if not word.isalpha() or not table.strangers({word}) or word in self.setup.vocabulary:
                continue
            if clean.prose.startswith("-", token.end):
                continue  # a part of a word, or one that a line once divided
            other = _slip_of(word, table.lang)
            span = clean.original(token.start, token.end)
            if other and not (_is_term(word, article, table) or _is_set_off(span, block, article)):
                yield Alarm(block.text.span(*span), {"word": word, "other": other}, suggestion=other)


def _is_term(word: str, article: Article, table: Lexicon) -> bool:
    """Whether it stands there often, or in another form as well, which the language does not have either."""
    if word_counts(article)[word] > _RARE:
        return True
    words, stem = _sorted_words(article), word[:-_ENDING]
    behind = map(words.__getitem__, range(bisect_left(words, stem), len(words)))
    alike = takewhile(lambda other: other.startswith(stem), behind)
    return not all(other == word or table.known(other) for other in alike)


@analysis
def _sorted_words(article: Article) -> list[str]:
    return sorted(folded_words(article))


def _is_set_off(span: tuple[int, int], block: Block, article: Article) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in quotes(article).set_off(block))


@cache
def _misspelt(code: str) -> Holding:
    """Finds the chunks with a misspelt word of a language with a table."""
    table = lexicon(code)
    assert table is not None
    return Holding(
        lambda text: [word for word in table.strangers(runs_of_letters(text)) if _slip_of(word, code)],
        lambda text: tidy(text).prose,
    )


@lru_cache(maxsize=30_000)
def _slip_of(word: str, code: str) -> str:
    """The frequent word that a stranger is a slip of; nothing if some language has it as it stands."""
    table = lexicon(code)
    if table is None or is_common_somewhere(word) or ordinary(word, code) or named(word, code):
        return ""
    other = slip_of(word, table)
    if not other or is_joined(word, code) or foreign(word) or is_respelt(word, other, code):
        return ""
    return other
