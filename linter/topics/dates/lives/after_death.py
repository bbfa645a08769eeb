"""What somebody did after dying: "The painter died in 2001, but married again in 2008"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from linter.analyses.language import language
from linter.analyses.sentences import sentence_around
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages import phrases_at
from linter.languages.phrases import GAP, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.topics.dates.anchors import Anchor, anchors, beside
from linter.topics.dates.lives.ages_lived import names_another
from linter.topics.dates.reading.forms import compiled
from linter.topics.dates.wording import in_year, words_at, year_marks

_WORD = lazy(r"[^\W\d_]+")
_REACH = 40
"""Characters beside a year of death in which its verb stands."""
_FAR = 60
"""Years after a death in which nobody is mistaken for alive."""


class AfterDeath(Check):
    """Compares the year of a death with that of what only the living do, told of one person in one sentence.

    Left alone: sentences that say that it was posthumous, name a relative, or have a third year.
    """

    fields = frozenset({"year", "death"})
    needs = ("dates.lives.dead", "dates.lives.alive")
    triggers = ("dates.lives.alive",)

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        code = language(article)
        for one, other in pairwise(anchors(article)):
            death, deed = sorted((one, other), key=lambda anchor: anchor.year)
            if one.block != other.block or one.quoted or not 0 < deed.year - death.year < _FAR:
                continue
            if _is_told(article, death, deed, code):
                text = article.blocks[deed.block].text
                fields = {"year": str(deed.year), "death": str(death.year)}
                related = (Related(text.span(death.start, death.end), "the death"),)
                yield Alarm(text.span(deed.start, deed.end), fields, related)


def _is_told(article: Article, death: Anchor, deed: Anchor, code: str) -> bool:
    prose = article.blocks[death.block].text.prose
    start, end = sentence_around(prose, death.start, death.end)
    if not start <= deed.start < end or len(beside(article, death, start, end)) != 1:
        return False
    alive, posthumous = words_at(code, "dates.lives.alive"), words_at(code, "dates.lives.posthumous")
    if not alive.search(prose, start, end) or posthumous.search(prose, start, end):
        return False
    before, behind = _dead(code)
    low = max(start, death.start - _REACH)
    found = before.search(prose, low, death.start) or behind.match(prose, death.end)
    first, last = sorted((death, deed))
    between = prose[first.end : last.start]
    if found is None or (first is deed and "," not in between) or names_another(between, code):
        return False
    kin = frozenset(map(str.lower, phrases_at(code, "names.kin")))
    return kin.isdisjoint(_WORD.findall(prose[start:end].lower()))


@cache
def _dead(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A word for dying that ends right before its year, and one right behind it."""
    word, few = word_of(phrases_at(code, "dates.lives.dead")), rf"(?:{GAP}+[^\W\d]+){{0,2}}?"
    return (
        compiled(rf"{word}{few}{GAP}+(?:{in_year(code)})?\Z"),
        compiled(rf"{year_marks(code)}{few}{GAP}+{word}"),
    )
