"""The words of a paragraph as the search for foreign words sees them.

Addresses, handles, file names and words with digits are masked first. Elided articles and
contractions are taken off a word, but its place is that of the whole token.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from linter.languages import everywhere, speech
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import FILLER
from linter.topics.language.lexicon import Entry, Lexicon

LONGEST = 80
"""A longer run of characters without a blank is no prose."""

_MARKED = r"\d_@#/\\:<>()\[\]{}=&|~$%^+`."
_CHUNK = lazy(rf"(?<!\S)(?:\S{{{LONGEST + 1},}}|[^\s{_MARKED}]*+[{_MARKED}]\S*)")
"""What stands between blanks and is long or has a character that words do not have."""
_SPECIAL = lazy(f"[{_MARKED}]")
_TRAILING = ".,:)]"
_ADDRESS = lazy(
    r"://|^www\.|@|^[\"'(]*[#$]\w|\.(?:com|org|net|gov|edu|info|biz|io|dev|app|tv|fr|de|it|es|pt|br|nl|"
    r"uk|eu|be|ch"
    r"|at|pl|se|us|ca|mx|ru|ua|html?|php|pdf|py|js|md|txt|json|ya?ml|xml|png|jpe?g|zip|conf|sh)\b",
    re.IGNORECASE,
)
_CODELIKE = lazy(r"[_=\\{}<>|`~^]|\w\(\)|\w/\w|::|^-{1,2}\w|\[\w+\]|^[/.~]+\w")
_WITH_DIGIT = lazy(r"\w*[\d_]\w*(?:[-'’]\w+)*")
_DOTTED = lazy(r"(?<!\w)(?:[^\W\d_]\.[ \u00a0]?)+[^\W\d_]\.")
_TOKEN = lazy(r"[^\W\d_]+(?:['’‐‑-][^\W\d_]+)*")
_SENTENCE_END = lazy(r"[.!?…:;][\u00a0\u202f]?[\"»”“‘’')\]]*\s+[\"«“„‘(\[¿¡—–-]*\s*$|\n")
_ONLY_OPENING = lazy(r"[\s\"«“„‘(\[¿¡—–•*#>-]*")


class Token(NamedTuple):
    """A word of the paragraph at ``prose[start:end]``."""

    start: int
    end: int
    text: str
    """As written."""
    word: str
    """Without elided article or contraction."""
    lower: bool
    first: bool
    """At the beginning of a sentence."""
    entry: Entry | None = None

    @property
    def joined(self) -> bool:
        """Whether hyphens or apostrophes join it from parts; such a word is never judged alone."""
        return not self.word.isalpha()

    @property
    def elided(self) -> bool:
        """Whether it is a word with what another language elides: ``d'autres`` in English."""
        return self.joined and _bare(self.word).isalpha()


class Paragraph(NamedTuple):
    """A paragraph's tokens and its prose with all masked that is no word."""

    prose: str
    masked: str
    tokens: list[Token]

    def before(self, place: int) -> str:
        """What stands between a token and the one before it."""
        start = self.tokens[place - 1].end if place else 0
        return self.masked[start : self.tokens[place].start]

    def after(self, place: int) -> str:
        """What stands between a token and the next one."""
        end = self.tokens[place + 1].start if place + 1 < len(self.tokens) else len(self.masked)
        return self.masked[self.tokens[place].end : end]


@cache
def _elided(code: str) -> re.Pattern[str]:
    return _before_word(speech(code).foreign.elided)


@cache
def _elided_anywhere() -> re.Pattern[str]:
    return _before_word(everywhere("foreign.elided"))


def _before_word(elided: Iterable[str]) -> re.Pattern[str]:
    return lazy(rf"(?:{any_of(elided)})['’]", re.IGNORECASE)


@cache
def _contracted(code: str) -> re.Pattern[str]:
    return lazy(rf"(?:{any_of(speech(code).foreign.contracted)})$")


def tokenise(prose: str, lexicon: Lexicon) -> Paragraph:
    """Split a paragraph into tokens, each with what makes it suspicious in the language of the lexicon."""
    masked = _DOTTED.sub(_blank, _CHUNK.sub(_mask, prose))
    elided, contracted = _elided(lexicon.lang), _contracted(lexicon.lang)

    def told(text: str) -> str:
        return _without(contracted, _without(elided, text) if elided.match(text) else text)

    spans = [match.span() for match in _TOKEN.finditer(masked)]
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    texts = [masked[start:end] for start, end in spans]
    words = [text if text.isalpha() or not ("'" in text or "’" in text) else told(text) for text in texts]
    first = (
        masked[end:start] != " " and _begins_sentence(masked, end, start)
        for end, start in zip([0, *ends], starts, strict=False)
    )
    entries = lexicon.entries((word if word.isalpha() else _bare(word)).lower() for word in words)
    tokens = map(Token, starts, ends, texts, words, map(str.islower, words), first, entries)
    return Paragraph(prose, masked, list(tokens))


def _without(affix: re.Pattern[str], word: str) -> str:
    """The word without an elided article or a contraction, unless nothing would be left."""
    return affix.sub("", word, count=1) or word


def _begins_sentence(masked: str, end: int, start: int) -> bool:
    """Whether a word at ``start`` begins a sentence, the word before it having ended at ``end``."""
    gap = masked[max(end, start - 40) : start]
    if end == 0 and _ONLY_OPENING.fullmatch(gap):
        return True
    return _SENTENCE_END.search(gap) is not None


def _bare(word: str) -> str:
    """Without what another language would elide, if a whole word is left."""
    match = _elided_anywhere().match(word)
    rest = word[match.end() :] if match else word
    return rest if rest.isalpha() else word


def _blank(match: re.Match[str]) -> str:
    return FILLER * len(match.group())


def _mask(match: re.Match[str]) -> str:
    """A chunk with all masked that is an address, code or a word with digits."""
    chunk = match.group()
    if len(chunk) > LONGEST:
        return FILLER * len(chunk)
    if not _SPECIAL.search(chunk.rstrip(_TRAILING)):
        return chunk
    if _ADDRESS.search(chunk) or _CODELIKE.search(chunk):
        return FILLER * len(chunk)
    return _WITH_DIGIT.sub(_blank, chunk)
