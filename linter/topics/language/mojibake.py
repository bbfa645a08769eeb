"""Text that was read in the wrong encoding: ``dÃ©jÃ ``, control characters, lost letters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain

from linter.analyses.chunks import Holding, in_any
from linter.analyses.exempt import Spans
from linter.analyses.quotes import quotes
from linter.analyses.shown import shown_lines
from linter.article.model import Article, Block
from linter.check import Alarm, Check, Count
from linter.languages import everywhere
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.messages import message
from linter.text import Span, Text

_TAIL = (
    "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e"
    "\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
)
"""What the bytes 0x80 to 0xBF become in Latin-1 and Windows-1252."""
_SINGLE, _LEAD = "\u0080-\u0084\u0086-\u009f\ufffd", "ÃÂâÐÑÅÄÎÏØÙ"
_CYRILLIC_TAIL = "[\u00a0-\u00bf\u0402-\u040f\u0452-\u045f\u2013-\u2122]"
_GATE = lazy(
    f"[{_SINGLE}{_LEAD}РСвï](?:(?<=[{_SINGLE}])|(?<=[{_LEAD}])[{_TAIL}]|(?<=ï)¿½"
    f"|(?<=[РС]){_CYRILLIC_TAIL}[РС]{_CYRILLIC_TAIL}|(?<=в)Ђ[\u2013-\u2122\u0402-\u045f])"
)
"""What nearly all such text holds; whether it is broken is for ftfy to say. What begins with one of some
letters is found much faster than one of several beginnings."""
_QUESTION = lazy(r"\?(?<=[^\W\d_]\?)[^\W\d_]")
_INVERTED = lazy(r"¿(?<=[^\W\d_]¿)[^\W\d_]")
_QUESTIONED = Holding(lambda text: _QUESTION.findall(text) + (_INVERTED.findall(text) if "¿" in text else []))
"""Finds the chunks in which a question mark stands where an apostrophe may have stood."""
_LOST = lazy("\\w{0,12}(?:\ufffd|ï¿½)+\\w{0,12}")
"""Letters that nobody can bring back, with those around them."""
_CHUNK = lazy(r"[^ \t\r\n]+")
_LONGEST = 200
_MENTION_WORDS = 3
_NAME_IN_CODE = lazy(
    r"(?<![^\r\n])[ \t]{0,8}[*+-] {1,3}``?(?P<name>[^\W\d_a-z][^`{}()=;/\\|$\r\n]{1,80})``?"
    r"[ \t]{0,3}(?![^\r\n])"
)
"""A list item that is nothing but a name, set as code, as lists of contributors have them."""


_MARKED = frozenset({"markdown", "rst", "asciidoc"})
"""Formats that set code so."""


class Mojibake(Check):
    """Broken encoding in the prose; addresses, and words shown as examples, are left alone.

    The repaired text is a safe fix where the damage can be undone without loss. Source of the
    detection: ``ftfy.badness`` (ftfy, Apache-2.0).
    """

    fields = frozenset({"text", "repaired"})
    variants = frozenset({"lost", "apostrophe"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        yield from _broken_names(article)
        lost = _QUESTIONED.among(article)
        for block in chain(article.scope("text"), shown_lines(article)):
            prose = block.text.prose
            if lost and in_any(lost, block.text):
                yield from _lost_apostrophes(block.text)
            if not prose.isascii() and _GATE.search(prose):
                yield from _lost_letters(article, block)
                yield from _broken_words(article, block)


def _lost_letters(article: Article, block: Block) -> Iterator[Alarm]:
    for match in _LOST.finditer(block.text.prose):
        if not _is_mention(article, block, *match.span()):
            yield Alarm(block.text.span(*match.span()), {"text": match.group()}, variant="lost")


@cache
def _lost_apostrophe() -> re.Pattern[str]:
    """A question mark for the apostrophe of an elision or of a contraction (``l?accord``, ``don¿t``)."""
    elided = any_of(everywhere("names.elided"))
    contractions = any_of(everywhere("foreign.contractions")).replace("['’]", "[?¿]")
    return lazy(
        rf"(?<![\w/=&?.'\u2019])(?:(?:{elided})[?¿](?=[aeiouh\u00e0-\u00fc\u0153])|(?:{contractions})\b)",
        re.IGNORECASE,
    )


def _lost_apostrophes(text: Text) -> Iterator[Alarm]:
    for match in _lost_apostrophe().finditer(text.prose):
        repaired = match.group().replace("?", "’").replace("¿", "’")
        fields = {"text": match.group(), "repaired": repaired}
        yield Alarm(text.span(*match.span()), fields, variant="apostrophe", suggestion=repaired)


def _broken_words(article: Article, block: Block) -> Iterator[Alarm]:
    for match in _CHUNK.finditer(block.text.prose):
        chunk = match.group()
        if len(chunk) > _LONGEST or not _GATE.search(chunk) or _LOST.search(chunk):
            continue
        if "://" in chunk or "](" in chunk:  # an address, or the rest of one
            continue
        if not _is_mention(article, block, match.start(), match.end()):
            span = block.text.span(*match.span())
            yield from _judge(span, chunk, article.excerpt(span) == chunk)


def _broken_names(article: Article) -> Iterator[Alarm]:
    """Names that are set as code; other code may show what goes wrong on purpose."""
    source = article.source
    if source.isascii() or article.format not in _MARKED or not ("* `" in source or "- `" in source):
        return
    shown = Spans([block.text.whole for block in article.scope("code")])
    for item in _NAME_IN_CODE.finditer(source):
        name, start = item["name"], item.start("name")
        if " " not in name or not _GATE.search(name) or shown.hold(start):
            continue
        for match in _CHUNK.finditer(name):
            if _GATE.search(match[0]) and not _LOST.search(match[0]):
                span = Span(start + match.start(), start + match.end())
                yield from _judge(span, match[0], verbatim=True)


def _judge(span: Span, chunk: str, verbatim: bool) -> Iterator[Alarm]:
    """The alarm for one word, if it is broken; the repair is safe if the source has it ``verbatim``."""
    from ftfy import fix_encoding
    from ftfy.badness import is_bad
    from ftfy.fixes import fix_c1_controls

    repaired = fix_c1_controls(fix_encoding(chunk))
    if repaired != chunk and not is_bad(repaired):
        yield Alarm(
            span,
            {"text": chunk, "repaired": repaired},
            suggestion=repaired,
            fix=repaired if verbatim else None,
        )
    elif is_bad(chunk):
        yield Alarm(span, {"text": chunk, "repaired": message("something else")})


def _is_mention(article: Article, block: Block, start: int, end: int) -> bool:
    """Whether the word is alone in quotation marks or italics: shown, not used. As a link it is used."""
    middle = (start + end) // 2
    links = {(mark.start, mark.end) for mark in block.text.marked("link")}
    set_off = (place for place in quotes(article).set_off(block) if place not in links)
    around = (place for place in set_off if place[0] <= middle < place[1])
    inside = (block.text.prose[place[0] : place[1]] for place in around)
    return any(len(words.split()) <= _MENTION_WORDS for words in inside)
