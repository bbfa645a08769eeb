"""Links by reference whose label has no address."""

from __future__ import annotations

from collections.abc import Iterator, Set

from linter.analyses.exempt import exempt
from linter.article.model import CODE, Article
from linter.check import Alarm, Check, Count
from linter.matching.regexes import lazy
from linter.text import Span
from linter.topics.structure.present import references

_REFERENCE = lazy(
    r"(?<![\]\\!$\w\[])\[(?P<text>[^\[\]\n^@]{2,80})\]"
    r"\[(?P<label>[^\[\]\n^@]{0,60})\](?![\[(:\w])"
)
_DEFINITION = lazy(r"(?m)^[ \t>]{0,12}\[([^\]\n^][^\]\n]{0,80})\]:[ \t]*\S")
_ELSEWHERE = lazy(r"\{[{%][<%]?-?\s{0,3}(?:include|readfile)|\{!|--8<--|<Include")
"""A part of the page, with addresses of its own, stands in another file."""


class DeadReference(Check):
    """Reports ``[text][label]`` where the article defines the labels of other links.

    More labels without an address than with one have theirs in another file.
    """

    fields = frozenset({"text"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        source = article.source
        if not references(article):
            return
        known = {_label(found[1]) for found in _DEFINITION.finditer(source)}
        dead = _dead(article, known) if known and _ELSEWHERE.search(source) is None else {}
        if len(dead) <= len(known):
            yield from (Alarm(span, {"text": article.excerpt(span)}) for span in dead.values())


def _dead(article: Article, known: Set[str]) -> dict[str, Span]:
    """The labels without an address, and where each stands first."""
    dead: dict[str, Span] = {}
    for block in article.blocks:
        if block.kind == CODE or "][" not in block.text.prose:
            continue
        for found in _REFERENCE.finditer(block.text.prose):
            span = block.text.span(*found.span())
            label = _label(found["label"] or found["text"])
            if label in known or label.isdigit() or exempt(article, "code").hold(span.start):
                continue
            if not article.source.startswith("[", span.start - 1):  # words in the text of another link
                dead.setdefault(label, span)
    return dead


def _label(written: str) -> str:
    return " ".join(written.casefold().split())
