"""A clause, a sentence or a paragraph in another language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.analyses.language import language, speech
from linter.analyses.languages import name_of, normal_tag
from linter.article.model import CODE, HEADING, HEADLINE, PARAGRAPH, Article
from linter.check import Alarm, Check, Count
from linter.finding import Severity
from linter.matching.regexes import lazy
from linter.messages import message
from linter.text import Span
from linter.topics.language.foreign import Passage, foreign
from linter.topics.language.foreign_headline import foreign_headline
from linter.topics.language.lexicon import lends
from linter.topics.language.passages import CLAUSE, SENTENCE
from linter.topics.language.subject import running_prose

_TAG = lazy("[a-z]{2}(?:[-_][A-Za-z]{2,4})?")
_FILLER_TEXT = lazy(r"\b[Ll]orem ipsum\b")
_NOTE = lazy(r"\[\^[^\]\n]+\]:\s*\Z")
BEFORE = 60
"""Characters in which the mark of a footnote is looked for."""
FEW = 7
"""A saying in another script, or a slogan in a language that all take words from, is shorter."""
FEWEST = 4
"""Fewer words of any other language are a set phrase."""
MANY = 4
"""From so many passages on they stand there on purpose: a list of titles, of programs, of quotations."""
AMID = 2
"""A single passage between paragraphs may be more of the text, but no half of it."""
SHARE = 4
"""A text of which more than a part in so many is in another language, and as much in its own, is in both."""


class UntranslatedPassage(Check):
    """Several words of another language in a row, or a headline, outside quotations, titles and glosses.

    Paragraphs that follow each other are one passage. In headings, on pages for the web, in texts of two
    languages, and where there are many passages, they are info: there they stand on purpose. So is a
    short sentence of a language that all others take words from.
    """

    fields = frozenset({"language", "own-language", "extent"})
    needs = ("foreign.lexicon",)

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        headline = foreign_headline(article)
        passages = foreign(article).passages
        if not headline and not passages:
            return
        own = name_of(language(article))
        if headline and article.headline is not None:
            fields = {"language": name_of(headline), "own-language": own, "extent": message("headline")}
            said = article.field("lang") is None and _is_saying(article, article.headline.whole, headline)
            quiet = said or not _is_running(article)
            yield Alarm(article.headline.whole, fields, severity=Severity.INFO if quiet else None)
        found = _without_filler(article, passages)
        for passage in found:
            if passage.excused:
                yield Count(f"passage in another language ({passage.excused})")
        groups = list(_groups([passage for passage in found if not passage.excused]))
        if not groups or _is_all(article, groups):
            return
        on_purpose = bool(groups) and _on_purpose(article, groups)
        for group in groups:
            fields = {
                "language": name_of(group[0].lang),
                "own-language": own,
                "extent": message(group[0].extent if len(group) == 1 else "passage"),
            }
            span = Span(group[0].span.start, group[-1].span.end)
            set_apart = _is_heading_or_note(article, group[0])
            said = _is_saying(article, span, group[0].lang, group[0].extent)
            quiet = on_purpose or set_apart or said or not _is_left_over(article, group[0])
            yield Alarm(span, fields, severity=Severity.INFO if quiet else None)


def _without_filler(article: Article, passages: Sequence[Passage]) -> list[Passage]:
    """All but those beside filler text or in the language of the metadata: then the rest is in another."""
    filler = {
        number
        for number in {passage.block for passage in passages}
        if _FILLER_TEXT.search(article.blocks[number].text.prose)
    }
    stated = article.field("lang")
    meant = normal_tag(stated.value) if stated is not None else ""
    at_home = meant == language(article)
    return [each for each in passages if each.block not in filler and (at_home or each.lang != meant)]


def _on_purpose(article: Article, groups: list[list[Passage]]) -> bool:
    """Whether the article has passages in another language as a habit, or much of it is in that language."""
    if len(groups) >= MANY or not _is_running(article):
        return True
    foreign_blocks, lengths = _whole_blocks(groups), _lengths(article)
    whole, other = sum(lengths.values()), sum(lengths.get(number, 0) for number in foreign_blocks)
    if len(groups) == 1 and _is_amid(article, groups[0], foreign_blocks):
        return whole < AMID * other
    return whole < SHARE * other and whole < SHARE * (whole - other)


def _is_all(article: Article, groups: list[list[Passage]]) -> bool:
    """Whether nothing stands around the passages, so that they are in the language of the text."""
    return _whole_blocks(groups) >= _lengths(article).keys()


def _whole_blocks(groups: list[list[Passage]]) -> set[int]:
    return {passage.block for group in groups for passage in group if passage.whole}


def _lengths(article: Article) -> dict[int, int]:
    """The letters of each block that is no code."""
    return {number: len(block.text) for number, block in enumerate(article.blocks) if block.kind != CODE}


def _is_running(article: Article) -> bool:
    """Whether it is all prose, no page for the web; or a translation, whatever it is."""
    return running_prose(article) or _is_version(article)


def _is_amid(article: Article, group: list[Passage], foreign_blocks: set[int]) -> bool:
    """Whether a passage fills a paragraph between two others of running text: nobody writes so on purpose."""
    first, last = group[0].block, group[-1].block
    beside = [article.blocks[at].kind for at in (first - 1, last + 1) if 0 <= at < len(article.blocks)]
    return group[0].block in foreign_blocks and beside == [PARAGRAPH, PARAGRAPH]


def _is_saying(article: Article, span: Span, code: str, extent: str = SENTENCE) -> bool:
    """Whether it is a few words that nobody overlooks: in another script, or a lent sentence."""
    words = len(article.source[span.start : span.end].split())
    if lends(code) and extent == CLAUSE:  # "will be", amid own words
        return False
    return words < (FEW if lends(code) or speech(article).foreign.table else FEWEST)


def _is_left_over(article: Article, passage: Passage) -> bool:
    """Whether it fills its block, or its text is a translation or plain; posts say a sentence so on purpose.

    None of 13 such sentences in 3,800 posts of 45 repositories had been forgotten.
    """
    return passage.whole or article.format == "text" or _is_version(article)


def _is_heading_or_note(article: Article, passage: Passage) -> bool:
    """Whether it is in a heading, which may be a name, or a footnote, which may be that of a source."""
    if article.blocks[passage.block].kind in (HEADLINE, HEADING):
        return True
    start = passage.span.start
    return _NOTE.search(article.source, max(0, start - BEFORE), start) is not None


def _is_version(article: Article) -> bool:
    """Whether its path says that it is in its language, as those of translations do."""
    *folders, name = article.path.replace("\\", "/").split("/")
    tags = [*folders, *name.split(".")[1:-1]]
    return any(_TAG.fullmatch(tag) and normal_tag(tag) == language(article) for tag in tags)


def _groups(passages: list[Passage]) -> Iterator[list[Passage]]:
    """Passages that fill blocks side by side, together; each other one alone."""
    group: list[Passage] = []
    for passage in passages:
        if group and not _continues(group[-1], passage):
            yield group
            group = []
        group.append(passage)
    if group:
        yield group


def _continues(before: Passage, after: Passage) -> bool:
    return before.whole and after.whole and before.lang == after.lang and after.block == before.block + 1
