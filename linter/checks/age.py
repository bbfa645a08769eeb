"""An age that does not follow from the year of birth beside it."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.dates.ages import Life, lives
from linter.analyses.dates.publication import published
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.finding import Related
from linter.records import NamedTuple


class Params(NamedTuple):
    years_off: int = 1
    """How many years an age may be off beyond what the birthday explains, where no death is told."""


class AgeArithmetic(Check):
    """Compares an age with the years of birth and death, or of birth and publication, in one sentence."""

    Params = Params
    fields = frozenset({"age", "birth", "until", "computed"})
    variants = frozenset({"at-death"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        found = list(lives(article))
        basis = published(article)
        for life in found:
            until = life.death.year if life.death else basis.day.year if basis else None
            if until is not None and self._differs(life, until):
                yield _alarm(article, life, until)
        if found:
            yield Count("ages beside a year of birth", len(found))

    def _differs(self, life: Life, until: int) -> bool:
        computed = until - life.birth.year
        slack = 0 if life.death else self.params.years_off
        return computed >= 0 and not computed - 1 - slack <= life.age <= computed + slack


def _alarm(article: Article, life: Life, until: int) -> Alarm:
    text = article.blocks[life.block].text
    computed = until - life.birth.year
    fields = {
        "age": str(life.age),
        "birth": str(life.birth.year),
        "until": str(until),
        "computed": f"{max(0, computed - 1)} or {computed}",
    }
    related = [Related(text.span(life.birth.start, life.birth.end), "the birth")]
    if life.death:
        related.append(Related(text.span(life.death.start, life.death.end), "the death"))
    elif basis := published(article):
        related.append(Related(basis.span, basis.label))
    variant = "at-death" if life.death else ""
    return Alarm(text.span(life.start, life.end), fields, tuple(related), variant=variant)
