"""A heading with nothing under it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from linter.analyses.minutes import is_minutes
from linter.article.model import HEADING, Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.matching import re
from linter.matching.regexes import lazy
from linter.text import FILLER

_NOTHING = lazy(
    r"(?:\s|[#=-]|\*{3,}+|_{3,}+|\{[:#.][^{}\n]*\}|<!--(?:[^-]|-(?!->))*+-->"
    r"|</?(?:div|section|p|br|header|article|main|span|h[1-6]|a)\b[^<>]*>)*+",
    re.IGNORECASE,
)
"""What may stand between two headings without being content: space, underlines, attributes, plain tags."""


_DRAWN = lazy(r"<(div|section)\s[^<>]*\b(?:id|class)=[^<>]*>\s*</\1>", re.IGNORECASE)
"""An element with a name and nothing in it: what a script draws a chart into."""

_SERIES = 3
"""So many headings of a level with something under them make a series; else a lone heading is a kicker,
a date, a caption or a farewell set as one. None of 80 such in article repositories was a section."""
_POINTS = 3
"""So many points in a row without a text make an agenda; a digest lacks one or two."""
_SMALL = 6
"""The level whose headings are captions and credits: set for their small letters."""
_LONGEST = 8
"""Words; a longer heading is a sentence set as one."""
_UNSPACED = lazy(r"[\u3040-\u30ff\u3400-\u9fff]")
_SIGNS = ("#", "=", "<")
"""Begin the line of a heading that somebody meant to be one."""
_REFERENCES = frozenset({"bibliography", "references"})
"""Keys of the front matter that make a generator write a list at the end."""
_FOOTNOTE = lazy(r"(?<![^\r\n])\[\^[^\]\r\n]+\]:|(?<![\w/])@[^\W\d_][\w-]*:?[\w-]*\d{4}|\[-?@[^\W\d_]")
"""A footnote, or a citation as Pandoc and Quarto write it."""
_NUMBER = lazy(r"\s*(\d+(?:\.\d+)*)\.?\s")
_DIRECTIVE = ".. "
_SLOT = lazy(r"\W*\d{1,2}(?:\s?h\s?(?:\d\d)?|[:.]\d\d)(?!\w)", re.IGNORECASE)
"""A time of a programme: under a break stands nothing."""
_LABEL = lazy(r"[^\W\d_]+(?: [^\W\d_]+)? ?: ?\S")
"""``Speaker: Anna Nowak`` is a line about the section above it."""
_RELEASE = lazy(r"\W*v?\d")
"""A version or a date; under ``Changes`` it is the first of its parts, whatever its level."""
_ONE_RELEASE = lazy(
    r"(?<![\w.])v\d+\.\d|(?<![\w.])\d+(?:\.\d+){2}|\b\d{1,2}[-./ ]\w+[-./ ]\d{4}\b|\b\d{4}-\d\d-\d\d\b"
)
"""A full version or date; above ``Summary`` it is the title of what is released, whatever its level."""
_RULE = lazy(r"(?<=\n)[ ]{0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*(?=\n)")
_RULE_ABOVE, _NEAR = lazy(r"\n[ ]{0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*\n(?:[a-z]+: [^\n]*\n){0,4}\s*\Z"), 200
"""A thematic break, and one right above; how a slide is to look may stand between it and the heading."""
_SENTENCE_END = lazy(r"[^\w)\]’'”»\"]\s*\Z")
_REMARK = lazy(r"[(（][^()（）]*[^\W\d_]{2}[^()（）]*[)）]\s*\Z")
"""In brackets at the end: why there is nothing ("§ 12 (repealed)")."""
_DASH = lazy(r"\n[ \t\r]*\n[ \t]*[-–—][ \t\r]*(?:\n|\Z)")
"""A paragraph of a dash alone: it says that there is nothing, as laws do."""


class EmptySection(Check):
    """Reports a heading of a series that is followed by another one, or by the end of the article.

    The other one is of its own or a higher level. The source between the two is looked at, for an image or a
    shortcode is content and no prose.
    """

    fields = frozenset({"text"})
    variants = frozenset({"end"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        empty, full = _sections(article)
        missing = Counter(block.level for block, _ in empty)
        times = Counter(block.text.prose.strip() for block in article.scope("heading"))
        start = _first_text(article) if empty else 0
        if _is_agenda(empty) or (empty and is_minutes(article)):
            yield Count("headings of an agenda", len(empty))
            return
        for block, following in empty:
            series = full[block.level] >= max(_SERIES, missing[block.level])
            label = times[block.text.prose.strip()] > 1 or block.text.whole.start < start
            label = label or _is_slide(article, block, following) or _is_task(article, block)
            if not series or label or not _is_title(block) or _is_filled_in(article, block, following):
                yield Count("headings with nothing under them that are in no series")
            else:
                yield _alarm(block, following)


def _is_agenda(empty: list[tuple[Block, Block | None]]) -> bool:
    """Whether headings that follow each other have nothing under them, as the points of a meeting to come."""
    row, due = 0, -1
    for block, following in empty:
        row = row + 1 if block.text.whole.start == due else 1
        if row >= _POINTS:
            return True
        due = following.text.whole.start if following is not None else -1
    return False


def _is_slide(article: Article, block: Block, following: Block | None) -> bool:
    """Whether it stands alone between two rules: the title of a part, in a text that is shown as slides."""
    source, whole = article.source, block.text.whole
    end = following.text.whole.start if following is not None else len(source)
    line = source.rfind("\n", 0, whole.start) + 1
    above = _RULE_ABOVE.search(source, max(0, line - _NEAR), line)
    return above is not None and _RULE.search(source, whole.end, end) is not None


def _is_task(article: Article, block: Block) -> bool:
    """Whether a word stands between the signs and the heading: Org's state of something to do."""
    start = block.text.whole.start
    line = article.source.rfind("\n", 0, start) + 1
    return article.format == "org" and article.source[line:start].strip("* ").isalpha()


def _first_text(article: Article) -> int:
    """Where the first text that is no heading begins; above it titles stand upon titles."""
    texts = (block.text.whole.start for block in article.scope("prose", "table", "caption"))
    return next(texts, len(article.source))


def _is_filled_in(article: Article, block: Block, following: Block | None) -> bool:
    """Whether a generator puts references or footnotes there, or the next heading is a part of this one."""
    if following is None:
        listed = any(each.name.casefold() in _REFERENCES for each in article.metadata)
        return listed or _FOOTNOTE.search(article.source) is not None
    heading, below = block.text.prose, following.text.prose
    if below.startswith(heading.rstrip()):
        return below.strip() != heading.strip()
    number = _NUMBER.match(heading)
    if number is not None:
        return below.lstrip().startswith(f"{number[1]}.")
    if _RELEASE.match(below) is not None:
        return _RELEASE.match(heading) is None
    return _ONE_RELEASE.search(heading) is not None and _ONE_RELEASE.search(below) is None


def _sections(article: Article) -> tuple[list[tuple[Block, Block | None]], Counter[int]]:
    """The headings with nothing under them, each with the next one; and how many have something, by level."""
    empty: list[tuple[Block, Block | None]] = []
    full: Counter[int] = Counter()
    for block, following in zip(article.blocks, (*article.blocks[1:], None), strict=False):
        if block.kind != HEADING:
            continue
        last = following is None or (following.kind == HEADING and following.level <= block.level)
        last = last and not (following and _is_underlined_text(article, following))
        last = last and block.level < _SMALL
        if last and _is_empty(article, block, following):
            empty.append((block, following))
        else:
            full[block.level] += 1
    return empty, full


def _is_underlined_text(article: Article, heading: Block) -> bool:
    """Whether it is a paragraph that the line below it made a heading."""
    start = heading.text.whole.start
    line = article.source[article.source.rfind("\n", 0, start) + 1 : start + 1].lstrip()
    return len(heading.text.prose.split()) > _LONGEST and line[:1] not in _SIGNS


def _is_title(block: Block) -> bool:
    """Whether it names something, says nothing, and leads nowhere."""
    heading = block.text.prose
    plain = (
        FILLER not in heading and not heading.startswith(_DIRECTIVE) and not any(block.text.marked("link"))
    )
    plain = plain and not any(told.match(heading) for told in (_LABEL, _SLOT)) and not _REMARK.search(heading)
    return plain and 0 < _size(heading) <= _LONGEST and not _SENTENCE_END.search(heading)


def _size(heading: str) -> int:
    """Words of a heading; three characters of a script that writes no blanks make one."""
    return len(heading.split()) + len(_UNSPACED.findall(heading)) // 3


def _is_empty(article: Article, block: Block, following: Block | None) -> bool:
    start = block.text.whole.end
    end = following.text.whole.start if following is not None else len(article.source)
    nothing = start <= end and _NOTHING.fullmatch(article.source, start, end) is not None
    return nothing and not any(told.search(article.source, start, end) for told in (_DRAWN, _DASH))


def _alarm(block: Block, following: Block | None) -> Alarm:
    fields = {"text": " ".join(block.text.prose.split())}
    if following is None:
        return Alarm(block.text.whole, fields, variant="end")
    return Alarm(block.text.whole, fields, (Related(following.text.whole, "the next heading"),))
