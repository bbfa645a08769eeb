"""Why a passage in another language may stand in an article: quotations, titles, lists of programs."""

from __future__ import annotations

from functools import cache

from linter.analyses import analysis
from linter.analyses.languages import is_prose
from linter.analyses.words import LETTERS
from linter.article.model import CAPTION, LIST, PARAGRAPH, QUOTE, Article, Block
from linter.languages import speech
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.text import FILLER
from linter.topics.language.lexicon import Lexicon
from linter.topics.language.passages import CLAUSE, Stretch, ends_sentence
from linter.topics.language.tokens import Paragraph

HEAD = 3
"""So many words before a clause may belong to it if it is a name."""
LONGEST_NAME = 12
ENTRIES = 3
"""So many entries make a list of them."""
LINE = 150
"""A title has no more characters."""
_MARKS = tuple('"“”„«»')
_NO_TITLE_ENDS = tuple(".…:;")
_TWEET = lazy(r"(?<!\w)[#@]\w|pic\.twitter\.com|\bt\.co/")
_ENTRY = lazy(r"[^\w\n]{0,6}\S{2,40}(?: \([^()\n]{1,40}\)| \S{1,40}){0,2} ?(?:[—–]|--) ?\S")
"""``make -- builds programs``; ``pida (Bug#1) — an editor``."""
_LINK = lazy(rf"[\s.:,(]*{FILLER}{{8,}}[\s.)]*")
"""Nothing but an address."""
_YEAR_OF_WORK = lazy(r"\((?:19|20)\d\d[a-z]?\)[.,:]?\s*\Z")
"""Before the title of a work in a list of references."""
_MARKUP = lazy(r'"\s*/?>|%\}|\}\}|:[a-z_]+:')
"""What is left of tags, templates and emoji."""


def excuse(article: Article, number: int, paragraph: Paragraph, stretch: Stretch, table: Lexicon) -> str:
    """The reason to leave a passage of a block alone, empty if there is none."""
    kind = article.blocks[number].kind
    before = paragraph.before(stretch.first).rstrip()
    if kind == CAPTION:
        return "caption"
    if number in _tweets(article):
        return "tweet"
    announced = _announced(article, number, before, stretch)
    set_off = kind == QUOTE or _is_set_in(article, number)
    if set_off or announced or _beside_quotation_mark(paragraph, stretch):
        return "quoted"
    if stretch.extent == CLAUSE and before.endswith(("(", "[")):
        return "gloss"
    if number in _entries(article) or _is_line_of_several(article, number, table):
        return "listed"
    if _is_markup(paragraph, stretch) or _is_filler(paragraph, table):
        return "no text"
    if _is_name(paragraph, stretch):
        return "name"
    return "title" if _is_title(paragraph, stretch, table.lang) or _before_link(article, number) else ""


def _announced(article: Article, number: int, before: str, stretch: Stretch) -> bool:
    """Whether a colon stands before it, if only at the end of the block above."""
    above = article.blocks[number - 1].text.prose if number and stretch.first == 0 else ""
    return before.endswith(":") or above.rstrip().endswith(":")


def _is_set_in(article: Article, number: int) -> bool:
    """Whether a paragraph of a plain text is indented, as quotations and code are there."""
    start = article.blocks[number].text.whole.start
    return article.format == "text" and article.source[max(0, start - 2) : start] in ("  ", "\t\t")


def _beside_quotation_mark(paragraph: Paragraph, stretch: Stretch) -> bool:
    """Whether a quotation mark touches it, or half a quotation is in it: marks are often badly paired."""
    start, end = paragraph.tokens[stretch.first].start, paragraph.tokens[stretch.last].end
    before, after = paragraph.prose[max(0, start - 1) : start], paragraph.prose[end : end + 2].lstrip(".!?")
    marked = before in _MARKS or after[:1] in _MARKS
    return marked or paragraph.prose.count('"', start, end) % 2 > 0


@analysis
def _tweets(article: Article) -> frozenset[int]:
    """The blocks with names and topics as they are written in tweets."""
    texts = ((number, block.text) for number, block in enumerate(article.blocks))
    return frozenset(
        number
        for number, text in texts
        if any(_TWEET.search(words) for words in (text.prose, *(mark.value for mark in text.marked("url"))))
    )


@analysis
def _entries(article: Article) -> frozenset[int]:
    """The blocks that name a thing and explain it, where several do: a list of programs, of works."""
    found = frozenset(number for number, block in enumerate(article.blocks) if _ENTRY.match(block.text.prose))
    return found if len(found) >= ENTRIES else frozenset()


def _is_line_of_several(article: Article, number: int, table: Lexicon) -> bool:
    """Whether it is a title among others: a line beside one that is not in the article's language."""
    beside = article.blocks[max(0, number - 1) : number] + article.blocks[number + 1 : number + 2]
    return _is_line(article.blocks[number]) and any(
        _is_line(block) and not _at_home(block, table) for block in beside
    )


def _is_line(block: Block) -> bool:
    prose = block.text.prose.strip()
    return block.kind in (LIST, PARAGRAPH) and prose[-1:] not in _NO_TITLE_ENDS and len(prose) <= LINE


def _at_home(block: Block, table: Lexicon) -> bool:
    words = LETTERS.findall(block.text.prose)
    return 2 * sum(table.known(word.lower()) for word in words) > len(words)


def _is_markup(paragraph: Paragraph, stretch: Stretch) -> bool:
    start, end = paragraph.tokens[stretch.first].start, paragraph.tokens[stretch.last].end
    return _MARKUP.search(paragraph.prose[max(0, start - 2) : end + 2]) is not None


def _is_filler(paragraph: Paragraph, table: Lexicon) -> bool:
    """Whether it is plainly of no language, as Lorem ipsum is, which has some words of several."""
    return not is_prose(paragraph.prose, table.lang)


@cache
def _titled(code: str) -> re.Pattern[str]:
    """A title is announced: ``dal titolo``, ``intitulé``, ``Titel``; two small words may stand between."""
    announcing = any_of(speech(code).foreign.titles)
    return lazy(rf"\b(?:{announcing})\W+(?:\w{{1,4}}\W+){{0,2}}$", re.IGNORECASE)


def _is_title(paragraph: Paragraph, stretch: Stretch, own: str) -> bool:
    """Whether it is said to be one, has capitals as titles have, or stands behind a year or before a link."""
    start = paragraph.tokens[stretch.first].start
    if _titled(own).search(paragraph.prose[max(0, start - 40) : start]):
        return True
    if _YEAR_OF_WORK.search(paragraph.prose, max(0, start - 12), start):
        return True
    if stretch.last == len(paragraph.tokens) - 1 and _LINK.fullmatch(paragraph.after(stretch.last)):
        return True
    if speech(stretch.lang).names.capital_nouns:
        return False
    longer = [token for token in paragraph.tokens[stretch.first : stretch.last + 1] if len(token.word) >= 5]
    lower = sum(token.lower for token in longer)
    if stretch.extent != CLAUSE and ends_sentence(paragraph, stretch):
        return lower == 0 and len(longer) > 2
    return lower <= 1 and len(longer) > 2 * lower


def _before_link(article: Article, number: int) -> bool:
    """Whether an address follows the block: that of what the passage is the title of."""
    text = article.blocks[number].text
    end = text.span(0, len(text)).end
    return article.source[end : end + 40].lstrip().startswith(("http://", "https://", "www."))


def _is_name(paragraph: Paragraph, stretch: Stretch) -> bool:
    """Whether a clause is the name of an office: it has a capital, its acronym is in or before brackets."""
    if stretch.extent != CLAUSE or stretch.last - stretch.first > LONGEST_NAME:
        return False
    first = max(0, stretch.first - HEAD)
    tokens = paragraph.tokens[first : stretch.last + 2]
    if all(token.lower or token.first for token in tokens[: HEAD + 2]):
        return False
    return any(
        token.word.isupper()
        and len(token.word) >= 3
        and ("(" in paragraph.before(place) or "(" in paragraph.after(place))
        for place, token in enumerate(tokens, first)
    )
