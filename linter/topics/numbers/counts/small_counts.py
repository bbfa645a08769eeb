"""Small counts, which may announce what follows them: "three towns", but not "one of three towns"."""

from __future__ import annotations

from linter.analyses import analysis
from linter.analyses.language import language
from linter.article.model import Article
from linter.matching import re
from linter.matching.regexes import lazy
from linter.topics.numbers.counts.enumerations import Counted, few
from linter.topics.numbers.wording import one_of_others

BEFORE = 30
"""Characters before a number in which may stand that it counts others, or that it gives examples."""


_INSIDE = lazy(r"[\w,][ \u00a0]$")
"""In a sentence: a spelled number with a capital is part of a name there ("Three Kings Street")."""


@analysis
def small_counts(article: Article) -> tuple[Counted, ...]:
    """The counts of paragraphs and standfirsts that are not those of others ("one of three")."""
    others = one_of_others(language(article))
    return tuple(each for each in few(article) if each.is_running and _is_of_its_own(each, others))


def _is_of_its_own(counted: Counted, others: re.Pattern[str]) -> bool:
    item = counted.number
    before = counted.block.text.prose[max(0, item.start - BEFORE) : item.start]
    named = item.spelled and item.text[0].isupper() and _INSIDE.search(before)
    return not named and not others.search(before)
