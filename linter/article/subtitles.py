"""Subtitles, SubRip and WebVTT: what is said, cues joined to paragraphs as sentences go on.

Speech has no headline. Lines that a programme shows twice while they roll are read once.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.article import entities
from linter.article.draft import Draft
from linter.article.markup.inline import Inline, Take, entity, vanish
from linter.article.model import PARAGRAPH, Block, Field
from linter.article.prose import has_prose
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span

_TIME = r"(?:\d+:)?\d\d?:\d\d[.,]\d{1,3}"
CUE = lazy(
    rf"(?<![^\r\n])[ \t]*(?P<start>{_TIME})[ \t]*-->[ \t]*(?P<end>{_TIME})[^\r\n]*"
    r"(?P<text>(?:(?>\r\n|\r|\n)(?![^\r\n]*-->)[^\r\n]+)*)"
)
_LINE = lazy(r"[^\r\n]+")
_LANGUAGE = lazy(
    r"\ufeff?WEBVTT[^\r\n]*(?>\r\n|\r|\n)(?:[^\r\n]+(?>\r\n|\r|\n))*?Language:[ ]*(?P<lang>[\w-]+)"
)
_MARKUP = lazy(rf"(?P<tag></?[a-zA-Z][^<>\n]*>|<[\d:.]+>|\{{\\[^{{}}\n]*\}})|(?P<entity>{entities.STRICT})")
_SPEAKER = lazy(r"(?:[-–—]\s*(?=\w)|>>+\s*|<v[ .][^<>]*>)")
_SENTENCE_END = lazy(r"[.!?…。！？।۔]['\"”’»)\]]*\Z")
_PAUSE = 3.0
"""Seconds of silence after which something else is said."""
_LONG = 300
"""Characters after which a sentence's end ends a paragraph."""
_LONGEST = 2_000
"""Speech without punctuation, as machines write it, is cut here."""


class _Line(NamedTuple):
    span: Span
    plain: str
    begins: bool
    """Whether someone else speaks, or after a pause."""


def read_subtitles(source: str) -> Draft:
    """The draft of subtitles."""
    blocks = [block for group in _groups(_lines(source)) for block in _block(source, group)]
    language = _LANGUAGE.match(source)
    fields = []
    if language is not None:
        span = Span(*language.span("lang"))
        fields.append(Field("lang", language["lang"], span, span))
    return Draft(blocks, fields, [], untitled=True)


def _lines(source: str) -> Iterator[_Line]:
    """The lines of all cues, those left out that only stand there still."""
    last: tuple[str, ...] = ()
    before = 0.0
    for cue in CUE.finditer(source):
        begins = seconds(cue["start"]) - before > _PAUSE
        before = seconds(cue["end"])
        shown = []
        for line in _LINE.finditer(source, *cue.span("text")):
            raw = line[0]
            speaker = _SPEAKER.match(raw.lstrip())
            skipped = len(raw) - len(raw.lstrip()) + (speaker.end() if speaker else 0)
            plain = _MARKUP.sub("", raw).strip()
            shown.append(plain)
            if plain and plain not in last:
                span = Span(line.start() + skipped, line.start() + len(raw.rstrip()))
                yield _Line(span, plain, begins or speaker is not None)
                begins = False
        last = tuple(shown)


def seconds(time: str) -> float:
    """A time of a cue."""
    total = 0.0
    for part in time.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total


def _groups(lines: Iterator[_Line]) -> Iterator[list[Span]]:
    """The lines of each paragraph."""
    group: list[Span] = []
    length, ended = 0, False
    for line in lines:
        if group and (line.begins or length > _LONGEST or (ended and length > _LONG)):
            yield group
            group, length = [], 0
        group.append(line.span)
        length += len(line.plain)
        ended = _SENTENCE_END.search(line.plain) is not None
    if group:
        yield group


def _block(source: str, spans: list[Span]) -> Iterator[Block]:
    text = Inline(source, [span for span in spans if span.start < span.end]).read(_MARKUP, _TAKE)
    if has_prose(text):
        yield Block(PARAGRAPH, text)


_TAKE: dict[str, Take] = {"tag": vanish, "entity": entity}
