"""Words and passages of an article that belong to another language.

Method: each word has been judged once, when the tables were built, by how much more frequent
it is in another language (see ``scripts/lexicon``). Here only paragraphs with such a word are
looked at, and the context decides: names, quotations, glosses, terms and fixed phrases are
left alone, and runs of foreign words make a passage.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from itertools import chain

from linter.analyses import analysis
from linter.analyses.chunks import Holding, in_any
from linter.analyses.language import language
from linter.analyses.languages import normal_tag
from linter.analyses.quotes import quotes
from linter.analyses.words import LETTERS, Tidy, runs_of_letters, tidy
from linter.article.model import CODE, QUOTE, TABLE, Article
from linter.languages import speech
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.language.excuses import excuse
from linter.topics.language.exempt import Context, in_names, introduced
from linter.topics.language.lexicon import (
    CALQUE,
    CERTAIN,
    LAST_LATIN,
    LEAST,
    LIKELY,
    LOAN,
    NOUN_LANGUAGE,
    SMALL,
    Entry,
    Lexicon,
    lends,
    lexicon,
)
from linter.topics.language.passages import CLAUSE, places, stretches
from linter.topics.language.phrases import in_phrases
from linter.topics.language.runs import runs
from linter.topics.language.scripts import OTHER_SCRIPTS, words_of_other_scripts
from linter.topics.language.subject import about_software, taken_at_its_word
from linter.topics.language.tokens import Paragraph, Token, tokenise


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
    """Why it may stand there: ``quoted``, ``title`` …; see ``excuses``."""


class Foreign(NamedTuple):
    """All that was found in an article."""

    words: tuple[ForeignWord, ...]
    passages: tuple[Passage, ...]


_OWN = r"[\u0370-\u052f\u1f00-\u1fff]"
_OWN_BEFORE, _OWN_AFTER = lazy(rf"{_OWN},? $"), lazy(rf",? {_OWN}")
"""Beside a word: words of an alphabet that tables of another script serve."""
_JOINT = lazy(r"[-'’‐‑]")
_APART = (".", *"-–—:|")
"""Behind a first word: it was a title or a name."""
_NEIGHBOURS = 8
"""No article has so many different words of one language by mistake."""
_NO_PROSE = frozenset({CODE, TABLE})
_WHOLE = 0.9
"""How much of a block in italics is all of it: a full stop may stand behind."""
_ALONE = frozenset({CERTAIN, LIKELY, LOAN, CALQUE, SMALL})
NOTHING = Foreign((), ())


@analysis
def foreign(article: Article) -> Foreign:
    """The foreign words and passages of an article, in reading order; none if its language has no table."""
    table = lexicon(language(article))
    if table is None:
        return NOTHING
    suspicious = _suspicious(table.lang).among(article)
    scripts = OTHER_SCRIPTS.among(article) if _speaks_of_words(table) else frozenset()
    if not suspicious and not scripts:
        return NOTHING
    counts = word_counts(article)
    words, passages = _met(article, table, counts, suspicious, scripts)
    words = [word for word in words if lends(word.entry.lang) or not table.is_lent_noun(word.text)]
    words = words if _speaks_of_words(table) else [word for word in words if _is_left_over(word, article)]
    if _is_between(words):
        words = list(map(_as_loan, words))
    elif words and not taken_at_its_word(article, counts, table, len({word.text for word in words})):
        words = [word if _misspelt(word, table) else _as_loan(word) for word in words]
    if passages and about_software(counts):
        passages = [_as_term(passage) for passage in passages]
    return Foreign(tuple(words), tuple(passages))


def _met(
    article: Article,
    table: Lexicon,
    counts: Mapping[str, int],
    suspicious: frozenset[str],
    scripts: frozenset[str],
) -> tuple[list[ForeignWord], list[Passage]]:
    """What the blocks have that hold a suspicious chunk, or one in another script."""
    words: list[ForeignWord] = []
    passages: list[Passage] = []
    for number, block in enumerate(article.blocks):
        if block.kind in _NO_PROSE:
            continue
        if in_any(suspicious, block.text):
            clean = tidy(block.text.prose)
            suspects = _suspects(clean.prose, table)
            if suspects:
                search = _Search(article, number, clean, table, counts, suspects)
                words += search.words()
                passages += search.passages()
        if in_any(scripts, block.text) and block.kind != QUOTE:
            words += _other_scripts(article, number, tidy(block.text.prose), counts)
    return words, passages


def _speaks_of_words(table: Lexicon) -> bool:
    """Whether any single word can be foreign: most of those in another script are names, brands or terms."""
    return not speech(table.lang).foreign.table


def _is_left_over(word: ForeignWord, article: Article) -> bool:
    """Whether it is a neighbour's word, or a small one of another script, between the article's own."""
    small = word.entry.tier == CERTAIN and word.entry.function
    of_neighbour = word.text > LAST_LATIN and not lends(word.entry.lang)
    if not (small or of_neighbour) or not word.text.islower():
        return False
    start, end = word.span
    return bool(_OWN_BEFORE.search(article.source, max(0, start - 3), start)) and bool(
        _OWN_AFTER.match(article.source, end)
    )


class _Counts(Mapping[str, int]):
    """How often each word stands in an article; counted when somebody asks."""

    def __init__(self, article: Article) -> None:
        self._article = article

    @cached_property
    def _counted(self) -> Counter[str]:
        proses = (block.text.prose for block in self._article.blocks if block.kind not in _NO_PROSE)
        return Counter(chain.from_iterable(LETTERS.findall(tidy(prose).prose) for prose in proses))

    def __getitem__(self, word: str) -> int:
        return self._counted[word]

    def __iter__(self) -> Iterator[str]:
        return iter(self._counted)

    def __len__(self) -> int:
        return len(self._counted)

    def __contains__(self, word: object) -> bool:
        return word in self._counted


@analysis
def word_counts(article: Article) -> Mapping[str, int]:
    """How often each word stands in an article."""
    return _Counts(article)


@cache
def _suspicious(code: str) -> Holding:
    """Finds the chunks with a word that could be reported in an article of a language with a table."""
    table = lexicon(code)
    assert table is not None
    return Holding(lambda text: _suspects(text, table), lambda text: tidy(text).prose, whole=True)


def _suspects(text: str, table: Lexicon) -> dict[str, Entry]:
    """The words of a text that could be reported."""
    return table.suspects(runs_of_letters(text))


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


def _is_between(words: list[ForeignWord]) -> bool:
    """Whether the article is in a language between two others, as Galician is, which no table is of."""
    langs = Counter(word.entry.lang for word in {word.text: word for word in words}.values())
    return any(times >= _NEIGHBOURS and not lends(lang) for lang, times in langs.items())


def _misspelt(word: ForeignWord, table: Lexicon) -> bool:
    """Whether it is a word of the article's own language in a wrong spelling, and long enough to tell."""
    told = len(word.text) >= LEAST and word.text.islower()
    return told and not table.is_lent(word.text, word.entry) and bool(table.meant(word.text))


def _as_loan(word: ForeignWord) -> ForeignWord:
    return word._replace(entry=word.entry._replace(tier=LOAN))


def _as_term(passage: Passage) -> Passage:
    """In an article on software some English words in a row are a term, a heading or a name."""
    if passage.extent == CLAUSE and lends(passage.lang) and not passage.excused:
        return passage._replace(excused="term")
    return passage


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
        self.article, self.number, self.clean = article, number, clean
        self.table, self.counts = table, counts
        self.suspects = suspects
        self.block = block = article.blocks[number]
        self.paragraph: Paragraph = tokenise(clean.prose, table)
        set_off = tuple(
            (clean.tidied(start), clean.tidied(end)) for start, end in quotes(article).set_off(block)
        )
        self.context = Context(self.paragraph, table, set_off, counts)
        marked = self._marked_as_foreign()
        self.spared = in_phrases(self.paragraph.tokens) | marked
        found = list(runs(self.paragraph, self.spared))
        self.stretches = stretches(self.paragraph, found, table, self.context.quoted() | self.spared)
        self.in_runs = {place for run in found for place in range(run.first, run.last + 1)} | set(
            places(self.stretches)
        )

    def words(self) -> Iterator[ForeignWord]:
        for place, token in enumerate(self.paragraph.tokens):
            possible = token.entry or token.joined or token.word in self.suspects
            entry = self._reportable(place, token) if possible else None
            if entry is not None:
                word = ForeignWord(self._span(token.start, token.end), token.word, entry)
                yield _as_loan(word) if self._is_of_others() else word

    def _is_of_others(self) -> bool:
        """Whether the block is a quotation, or all in italics as a letter is: its spelling is another's."""
        marks = self.block.text.marked("emphasis")
        whole = any(mark.end - mark.start > _WHOLE * len(self.block.text) for mark in marks)
        return whole or self.block.kind == QUOTE

    def passages(self) -> Iterator[Passage]:
        tokens = self.paragraph.tokens
        for stretch in self.stretches:
            span = self._span(tokens[stretch.first].start, tokens[stretch.last].end)
            whole = stretch.last - stretch.first + 1 == len(tokens)
            evidence = stretch.evidence, stretch.strong
            reason = excuse(self.article, self.number, self.paragraph, stretch, self.table)
            yield Passage(span, self.number, whole, stretch.lang, stretch.extent, *evidence, reason)

    def _reportable(self, place: int, token: Token) -> Entry | None:
        if place in self.spared or place in self.in_runs or self._cut_off(place):
            return None
        if token.lower:
            return self._lower(place, token)
        return self._capitalised(place, token)

    def _cut_off(self, place: int) -> bool:
        """Whether it is the last word of the article with no mark after it: perhaps half a word."""
        last = self.number == len(self.article.blocks) - 1 and place == len(self.paragraph.tokens) - 1
        return last and not self.paragraph.after(place).strip()

    def _lower(self, place: int, token: Token) -> Entry | None:
        entry = token.entry
        if token.joined and not token.elided:
            entry = self._joined(token)
        if entry is None:
            entry = self.suspects.get(token.word)
        if entry is None or entry.tier not in _ALONE or self.table.is_derived(token.word):
            return None
        if entry.function and entry.tier in (SMALL, CERTAIN):
            amid = self.context.amid_own_words(place)
            if entry.tier == SMALL and not amid:
                return None
            entry = entry._replace(tier=SMALL) if amid and speech(self.table.lang).foreign.partial else entry
        return None if self.context.spared(place) else entry

    def _joined(self, token: Token) -> Entry | None:
        """The entry of a word whose parts are all function words of one language: ``lui-même``."""
        entries = [self.table.entry(part) for part in _JOINT.split(token.word.lower())]
        small = [entry for entry in entries if entry and entry.function and not lends(entry.lang)]
        alike = len(small) == len(entries) and len({entry.lang for entry in small}) == 1
        return small[0] if alike else None

    def _capitalised(self, place: int, token: Token) -> Entry | None:
        entry = token.entry
        if entry is None or token.joined or not token.word.istitle() or self.context.quotation(place):
            return None
        if token.first:
            return entry if self._begins_sentence(place, token, entry) else None
        return (
            entry._replace(tier=LIKELY, lang=NOUN_LANGUAGE)
            if entry.noun and self._between_own_words(place)
            else None
        )

    def _begins_sentence(self, place: int, token: Token, entry: Entry) -> bool:
        """A word that is no name at the beginning of a sentence of the article's own language."""
        tokens = self.paragraph.tokens
        sure = entry.noun or (entry.tier == CERTAIN and (entry.function or entry.opener))
        if not sure or self.counts.get(token.word, 0) >= 2 or place + 1 >= len(tokens):
            return False
        if self._after_initial(place):
            return False
        gap, after = self.paragraph.after(place), tokens[place + 1]
        if not entry.function and gap == ", ":
            return True
        if not entry.function and after.word in in_names():
            return False
        return self.context.own(after) and gap.lstrip()[:1] not in _APART

    def _after_initial(self, place: int) -> bool:
        """Whether an initial or a short abbreviation with its dot stands before: it begins no sentence."""
        before = self.paragraph.tokens[place - 1] if place else None
        if before is None or before.lower or len(before.text) > 3:
            return False
        return self.paragraph.before(place).startswith(".")

    def _between_own_words(self, place: int) -> bool:
        """Whether the words beside it are the article's and it is not joined to a name."""
        tokens, joining = self.paragraph.tokens, speech(self.table.lang).foreign.joining
        before = tokens[place - 1] if place else None
        if before is None or not before.lower or before.entry is not None:
            return False
        if before.word in joining and not (place > 1 and tokens[place - 2].lower):
            return False
        after = tokens[place + 1 : place + 3]
        if len(after) == 2 and after[0].word in joining and not after[1].lower:
            return False
        gap = self.paragraph.after(place)
        if not after or gap[:1] in tuple(",.;!?"):
            return True
        return gap.isspace() and after[0].lower and after[0].entry is None

    def _marked_as_foreign(self) -> set[int]:
        """Tokens in an element whose ``lang`` is another language."""
        marks = [
            (self.clean.tidied(mark.start), self.clean.tidied(mark.end))
            for mark in self.block.text.marked("lang")
            if normal_tag(mark.value) not in ("", self.table.lang)
        ]
        if not marks:
            return set()
        return {
            place
            for place, token in enumerate(self.paragraph.tokens)
            if any(start <= token.start < end for start, end in marks)
        }

    def _span(self, start: int, end: int) -> Span:
        return self.block.text.span(*self.clean.original(start, end))
