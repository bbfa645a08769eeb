"""The metadata names one language, the text is in another."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.language import contradicted, declared_language, detected_language
from linter.analyses.languages import name_of, normal_tag
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.messages import message


class LanguageMismatch(Check):
    """Front matter ``lang`` or ``<html lang>`` against the words of a text long enough to tell."""

    fields = frozenset({"declared", "detected", "value"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        declared = declared_language(article)
        if not declared:
            return
        if not contradicted(article) or _also_declared(article):
            yield Count("declared language")
            return
        field = next(field for field in article.fields("lang") if normal_tag(field.value) == declared)
        detected = detected_language(article)
        names = {"declared": name_of(declared), "detected": name_of(detected)}
        blocks = (*article.scope("prose", "heading"), *article.scope("text"))
        texts = [block.text for block in blocks if block.text][:1]
        label = message("text in {language}", language=names["detected"])
        related = tuple(Related(text.whole, label) for text in texts)
        yield Alarm(field.span, {**names, "value": field.value}, related=related)


def _also_declared(article: Article) -> bool:
    """Whether the metadata names several languages, of which the text is in one."""
    return detected_language(article) in {normal_tag(field.value) for field in article.fields("lang")}
