"""Who is introduced in a text by an office, and who says something in it as if known."""

from __future__ import annotations

from functools import cache

from linter.languages import speech
from linter.languages.phrases import word_of
from linter.matching import re
from linter.matching.letters import SMALL
from linter.matching.regexes import lazy
from linter.topics.names.haystack import Mention
from linter.topics.names.mentions import Mentions
from linter.topics.names.normalise import fold
from linter.topics.names.vocabulary import roles

SHORT = 80
"""Words of a text that is hardly about two persons of one name."""
_NEAR = 30
_OFFICE = 4
"""Words of an office and what it is of."""
_FULL = 2
"""Words of a full name."""
DOES = lazy(rf" [{SMALL}]")


def speaks(prose: str, start: int, end: int, code: str, *, opens: bool = False) -> bool:
    """Whether a name has a word for saying beside it, and nothing behind it that tells who that is.

    With ``opens`` a comma behind it tells nothing where the word begins the sentence: "According to Lee, …".
    """
    before, behind = _saying(code)
    said = before.search(prose, max(0, start - _NEAR), start)
    if said and (prose[end : end + 1] != "," or (opens and said["opens"] is not None)):
        return True
    return behind.match(prose, end) is not None


def has_office(first: Mention, mentions: Mentions) -> bool:
    """Whether a word beside a full name says what that person is: "the minister of culture Ann Lee"."""
    words = mentions.text.tokens[first.block]
    before = words.texts[max(0, first.position - _OFFICE) : first.position]
    behind = range(first.position + _FULL, min(first.position + 2 * _FULL, len(words.texts)))
    aside = behind and words[behind[0]].gap == ", "
    beside = (*before, *(words.texts[place] for place in behind)) if aside else before
    return not roles().isdisjoint(map(fold, beside))


@cache
def _saying(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A word for saying that ends right before a name, and one behind it, a small word between at most.

    It may end the sentence, too, as it does where verbs come last.
    """
    says, small = word_of(speech(code).names.says), rf"(?:[{SMALL}’']+[ \u00a0])?"
    last = rf"[^.!?;:\n]{{1,120}}[ \u00a0](?i:{says})(?=[.!?]|$)"
    opens = r"(?P<opens>(?:^|[.!?…][”»“\"’]?\s))?"
    return lazy(rf"{opens}(?i:{says})[ \u00a0]{small}$"), lazy(rf"[ \u00a0]{small}(?i:{says})|{last}")
