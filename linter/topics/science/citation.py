"""Citations that have no reference, and references that are cited nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related, Severity
from linter.matching.regexes import lazy
from linter.messages import message
from linter.text import Span
from linter.topics.science.references import Citation, Paper, Reference, citations, names_in, paper

UNCITED, YEAR, KEY, UNCITED_KEY = "uncited", "year", "key", "uncited-key"
_FEWEST = 4
_MOST_OTHERS = 5
_LONGEST = 60
"""Characters of a reference that a message quotes."""
_USUAL = 0.7
"""So many of the citations have to have a reference for the others to be missing one."""

_ITEM = lazy(r"\\bibitem(?:\s*\[[^\]]{0,200}\])?\s*\{(?P<keys>[^{}]{1,100})\}")
_CITE = lazy(
    r"\\[a-zA-Z]{0,12}[cC]ite[a-zA-Z]{0,12}\*?(?:\s*\[[^\]]{0,200}\]){0,2}\s*\{(?P<keys>[^{}#]{1,500})\}"
)
_KEY = lazy(r"[^\s,{}]+")
_COMMENT = lazy(r"(?<!\\)%[^\n]*")


class CitationCheck(Check):
    """Holds citations by author and year, or by the keys of LaTeX, against the list of references.

    Only where most citations have their reference. Variants: ``year`` where the references have the author
    with another year, ``uncited`` for a reference that is cited nowhere, ``key`` and ``uncited-key`` in
    LaTeX.
    """

    fields = frozenset({"citation", "reference", "years"})
    variants = frozenset({UNCITED, YEAR, KEY, UNCITED_KEY})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        if article.format == "latex":
            yield from _keys(article)
        taken = paper(article)
        if taken is None or len(taken.references) < _FEWEST:
            return
        cited = citations(article)
        there = {(word, year) for each in taken.references for word in each.words for year in each.years}
        known = [each for each in cited if any((name, each.year) in there for name in each.names)]
        yield Count("citations looked for among the references", len(cited))
        if len(known) < max(_FEWEST, _USUAL * len(cited)):
            return
        yield from _missing(cited, known, taken)
        yield from _uncited(taken)


def _missing(cited: tuple[Citation, ...], known: list[Citation], taken: Paper) -> Iterator[Alarm]:
    there = set(known)
    by_first: dict[str, list[Reference]] = {}
    for reference in taken.references:
        by_first.setdefault(reference.first, []).append(reference)
    for each in cited:
        if each in there:
            continue
        others = [other for name in each.names for other in by_first.get(name, ())][:_MOST_OTHERS]
        if not others and not each.sure:
            continue
        text = each.block.text
        fields = {"citation": text.prose[each.start : each.end], "reference": "", "years": ""}
        place = text.span(each.start, each.end)
        if not others:
            yield Alarm(place, fields)
            continue
        fields["years"] = ", ".join(sorted({year for other in others for year in other.years}))
        fields["reference"] = _told(others[0])
        label = message("the reference")
        related = tuple(Related(_place(other), label) for other in others)
        yield Alarm(place, fields, related, variant=YEAR)


def _uncited(taken: Paper) -> Iterator[Alarm]:
    said = {name for block in taken.body for name in names_in(block.plain)}
    missing = [each for each in taken.references if each.first not in said]
    if len(missing) > (1 - _USUAL) * len(taken.references):
        return
    for each in missing:
        if each.words.isdisjoint(said) or not _any_author(each, said):
            fields = {"citation": "", "reference": _told(each), "years": ""}
            yield Alarm(_place(each), fields, variant=UNCITED, severity=Severity.INFO)


def _any_author(reference: Reference, said: set[str]) -> bool:
    """Whether one of its authors, who stand before the year, is named in the text."""
    line = reference.block.plain[reference.start : reference.end]
    return not said.isdisjoint(names_in(re.split(r"\(?\d{4}", line, maxsplit=1)[0]))


def _told(reference: Reference) -> str:
    """The beginning of a reference."""
    line = reference.block.text.prose[reference.start : reference.end]
    return line if len(line) <= _LONGEST else line[: line.rfind(" ", 0, _LONGEST)] + "…"


def _place(reference: Reference) -> Span:
    return reference.block.text.span(reference.start, reference.end)


def _keys(article: Article) -> Iterator[Alarm]:
    """The keys of LaTeX, where the references stand in the same file."""
    source = _COMMENT.sub(lambda found: " " * len(found[0]), article.source)
    items, cited = list(_found(_ITEM, source)), list(_found(_CITE, source))
    known, named = {key for key, _ in items}, {key for key, _ in cited}
    if len(named & known) < max(_FEWEST, _USUAL * len(named)):
        return
    for key, place in cited:
        if key not in known and key != "*":
            yield Alarm(place, {"citation": key, "reference": "", "years": ""}, variant=KEY)
    for key, place in items if "*" not in named else ():
        if key not in named:
            fields = {"citation": "", "reference": key, "years": ""}
            yield Alarm(place, fields, variant=UNCITED_KEY, severity=Severity.INFO)


def _found(pattern: re.Pattern[str], source: str) -> Iterator[tuple[str, Span]]:
    for found in pattern.finditer(source):
        for key in _KEY.finditer(source, *found.span("keys")):
            yield key[0], Span(*key.span())
