"""Words and passages of an article that belong to another language.

Method: each word has been judged once, when the tables were built, by how much more frequent
it is in another language (see ``scripts/lexicon``). Here only paragraphs with such a word are
looked at, and the context decides: names, quotations, glosses, terms and fixed phrases are
left alone, and runs of foreign words make a passage.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import cache, cached_property
from itertools import chain

from linter.analyses import analysis
from linter.analyses.chunks import Holding, chunks, in_any
from linter.analyses.foreign.exempt import Context, introduced
from linter.analyses.foreign.passages import CLAUSE, Stretch, is_name, is_title, places, stretches
from linter.analyses.foreign.phrases import in_phrases
from linter.analyses.foreign.runs import runs
from linter.analyses.foreign.scripts import OTHER_SCRIPTS, words_of_other_scripts
from linter.analyses.foreign.tokens import Paragraph, Token, tokenise
from linter.analyses.language import language
from linter.analyses.languages import normal_tag
from linter.analyses.lexicon import CALQUE, CERTAIN, LIKELY, LOAN, OWN, SMALL, Entry, Lexicon, lexicon
from linter.analyses.quotes import quotes
from linter.analyses.words import LETTERS, Tidy, tidy
from linter.article.model import CODE, QUOTE, TABLE, Article
from linter.records import NamedTuple
from linter.regexes import lazy
from linter.text import Span


class ForeignWord(NamedTuple):
    """A single word that belongs to another language; the offsets are those of the source."""

    span: Span
    text: str
    entry: Entry
    """Why it is suspicious; its tier says how sure that is."""


class Passage(NamedTuple):
    """Several foreign words in a row."""

    span: Span
    block: int
    """The number of its block in the article."""
    whole: bool
    """Whether it is all of that block."""
    lang: str
    extent: str
    """``clause``, ``sentence`` or ``paragraph``."""
    evidence: int
    """Words that are more frequent in that language."""
    strong: int
    """Those of them that hardly ever occur in the language of the article."""
    excused: str
    """Why it may stand there: ``quoted``, ``tweet``, ``gloss``, ``name``, ``title`` or nothing."""


class Foreign(NamedTuple):
    """All that was found in an article."""

    words: tuple[ForeignWord, ...]
    passages: tuple[Passage, ...]


_JOINING = frozenset("and or et ou e o y und oder en of i och".split())
"""Words that join two names: what follows them may be one."""
_ALONE = frozenset({CERTAIN, LIKELY, LOAN, CALQUE, SMALL})
MANY_LOANS, LOAN_SHARE = 3, 0.01
"""An article with so many different English words, and such a share of them, uses them on purpose."""
UNLISTED_SHARE = 0.12
"""So many uncommon words, beside a few English ones, speak for a special subject as well."""
_TWEET = lazy(r"(?<!\w)[#@]\w|pic\.twitter\.com|https?://t\.co/")
NOTHING = Foreign((), ())


@analysis
def foreign(article: Article) -> Foreign:
    """The foreign words and passages of an article, in reading order; none if its language has no table."""
    table = lexicon(language(article))
    if table is None:
        return NOTHING
    suspicious = _suspicious(table.lang).among(chunks(article))
    scripts = OTHER_SCRIPTS.among(chunks(article))
    if not suspicious and not scripts:
        return NOTHING
    texts = {
        number: tidy(block.text.prose)
        for number, block in enumerate(article.blocks)
        if block.kind not in (CODE, TABLE)
    }
    counts = _Counts(texts.values())
    words: list[ForeignWord] = []
    passages: list[Passage] = []
    for number, clean in texts.items():
        prose = article.blocks[number].text.prose
        suspects = table.suspects(LETTERS.findall(clean.prose)) if in_any(suspicious, prose) else {}
        if suspects:
            search = _Search(article, number, clean, table, counts, suspects)
            words += search.words()
            passages += search.passages()
        if in_any(scripts, prose):
            words += _other_scripts(article, number, clean, counts)
    if words and full_of_jargon(counts, table):
        words = [_doubted(word, table) for word in words]
    return Foreign(tuple(words), tuple(passages))


class _Counts(Mapping[str, int]):
    """How often each word stands in some texts; counted when somebody asks."""

    def __init__(self, texts: Collection[Tidy]) -> None:
        self._texts = texts

    @cached_property
    def _counted(self) -> Counter[str]:
        return Counter(chain.from_iterable(LETTERS.findall(clean.prose) for clean in self._texts))

    def __getitem__(self, word: str) -> int:
        return self._counted[word]

    def __iter__(self) -> Iterator[str]:
        return iter(self._counted)

    def __len__(self) -> int:
        return len(self._counted)

    def __contains__(self, word: object) -> bool:
        return word in self._counted


@cache
def _suspicious(lang: str) -> Holding:
    """Finds the chunks with a word that could be reported in an article of a language with a table."""
    table = lexicon(lang)
    assert table is not None
    return Holding(lambda text: table.suspects(LETTERS.findall(text)), lambda text: tidy(text).prose)


def _other_scripts(
    article: Article, number: int, clean: Tidy, counts: Mapping[str, int]
) -> Iterator[ForeignWord]:
    """Words of another script that stand neither in quotation marks nor italics and come but once."""
    block = article.blocks[number]
    for start, end, entry in words_of_other_scripts(clean.prose):
        text = clean.prose[start:end]
        span = clean.original(start, end)
        set_off = any(place[0] <= span[0] and span[1] <= place[1] for place in quotes(article).set_off(block))
        if not set_off and not introduced(clean.prose, start) and counts.get(text, 0) <= 1:
            yield ForeignWord(block.text.span(*span), text, entry)


def full_of_jargon(counts: Mapping[str, int], table: Lexicon) -> bool:
    """Whether an article uses many different English words or words in no list, as those on software do."""
    words = [word for word in counts if word.islower() and len(word) > 2]
    entries = {word: table.entry(word) for word in words}
    english = sum(
        entry is not None and entry.lang == "en" and entry.tier != OWN for entry in entries.values()
    )
    if english >= MANY_LOANS:
        return english >= LOAN_SHARE * len(words)
    if english < 2:
        return False
    unlisted = sum(entry is None and not table.known(word) for word, entry in entries.items())
    return unlisted >= UNLISTED_SHARE * len(words)


def _doubted(word: ForeignWord, table: Lexicon) -> ForeignWord:
    """In such an article only function words, and misspelt words of the language, are sure to be foreign."""
    entry = word.entry
    if entry.function or (entry.lang != "en" and word.text.islower() and table.resembling(word.text)):
        return word
    return word._replace(entry=entry._replace(tier=LOAN))


class _Search:
    """One paragraph that holds a suspicious word."""

    def __init__(
        self,
        article: Article,
        number: int,
        clean: Tidy,
        table: Lexicon,
        counts: Mapping[str, int],
        suspects: Mapping[str, Entry],
    ) -> None:
        self.number, self.clean, self.table, self.counts = number, clean, table, counts
        self.suspects = suspects
        self.block = block = article.blocks[number]
        self.paragraph: Paragraph = tokenise(clean.prose, table)
        set_off = tuple(
            (clean.tidied(start), clean.tidied(end)) for start, end in quotes(article).set_off(block)
        )
        self.context = Context(self.paragraph, table, set_off, counts)
        self.tweet = _TWEET.search(clean.prose) is not None
        marked = self._marked_as_foreign()
        self.spared = in_phrases(self.paragraph.tokens) | marked
        found = list(runs(self.paragraph, self.spared))
        self.stretches = stretches(self.paragraph, found, table, self.context.quoted() | marked)
        self.in_runs = {place for run in found for place in range(run.first, run.last + 1)} | set(
            places(self.stretches)
        )

    def words(self) -> Iterator[ForeignWord]:
        for place, token in enumerate(self.paragraph.tokens):
            entry = self._reportable(place, token)
            if entry is not None:
                yield ForeignWord(self._span(token.start, token.end), token.word, entry)

    def passages(self) -> Iterator[Passage]:
        tokens = self.paragraph.tokens
        for stretch in self.stretches:
            span = self._span(tokens[stretch.first].start, tokens[stretch.last].end)
            whole = stretch.last - stretch.first + 1 == len(tokens)
            evidence = stretch.evidence, stretch.strong
            yield Passage(
                span, self.number, whole, stretch.lang, stretch.extent, *evidence, self._excuse(stretch)
            )

    def _excuse(self, stretch: Stretch) -> str:
        """Quotations may be in any language; so may what stands in brackets after its translation."""
        if self.block.kind == QUOTE:
            return "quoted"
        if self.tweet:
            return "tweet"
        before = self.paragraph.before(stretch.first).rstrip()
        if before.endswith(":"):
            return "quoted"
        if stretch.extent == CLAUSE and before.endswith(("(", "[")):
            return "gloss"
        if is_name(self.paragraph, stretch):
            return "name"
        return "title" if is_title(self.paragraph, stretch) else ""

    def _reportable(self, place: int, token: Token) -> Entry | None:
        if place in self.spared or place in self.in_runs:
            return None
        if token.lower:
            return self._lower(place, token)
        return self._capitalised(place, token)

    def _lower(self, place: int, token: Token) -> Entry | None:
        entry = token.entry
        if token.joined and not token.elided:
            return None
        if entry is None:
            entry = self.suspects.get(token.word)
        if entry is None or entry.tier not in _ALONE:
            return None
        if entry.tier == SMALL and not self.context.amid_own_words(place):
            return None
        return None if self.context.spared(place) else entry

    def _capitalised(self, place: int, token: Token) -> Entry | None:
        entry = token.entry
        if entry is None or token.joined or not token.word.istitle() or self.context.range_around(token):
            return None
        if token.first:
            return entry if self._begins_sentence(place, token, entry) else None
        return (
            entry._replace(tier=LIKELY, lang="de") if entry.noun and self._between_own_words(place) else None
        )

    def _begins_sentence(self, place: int, token: Token, entry: Entry) -> bool:
        """A function word at the beginning of a sentence of the article's own language."""
        tokens = self.paragraph.tokens
        if (
            not entry.function
            or entry.tier != CERTAIN
            or self.counts.get(token.word, 0) >= 2
            or place + 1 >= len(tokens)
        ):
            return False
        before = tokens[place - 1] if place else None
        if (
            before
            and not before.lower
            and len(before.text) <= 3
            and self.paragraph.before(place).startswith(".")
        ):
            return False
        after = tokens[place + 1]
        at_home = after.lower and after.entry is None and self.table.known(after.word)
        return at_home and self.paragraph.after(place)[:1] not in (".", "-")

    def _between_own_words(self, place: int) -> bool:
        """Whether the words beside it are the article's and it is not joined to a name."""
        tokens = self.paragraph.tokens
        before = tokens[place - 1] if place else None
        if before is None or not before.lower or before.entry is not None or before.word in _JOINING:
            return False
        after = tokens[place + 1 : place + 3]
        if len(after) == 2 and after[0].word in _JOINING and not after[1].lower:
            return False
        return not after or (after[0].lower and after[0].entry is None)

    def _marked_as_foreign(self) -> set[int]:
        """Tokens in an element whose ``lang`` is another language."""
        marks = [
            (self.clean.tidied(mark.start), self.clean.tidied(mark.end))
            for mark in self.block.text.marked("lang")
            if normal_tag(mark.value) not in ("", self.table.lang)
        ]
        return {
            place
            for place, token in enumerate(self.paragraph.tokens)
            if any(start <= token.start < end for start, end in marks)
        }

    def _span(self, start: int, end: int) -> Span:
        return self.block.text.span(*self.clean.original(start, end))
