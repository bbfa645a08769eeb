"""Addresses of one site that are one but for a letter: "a@habrourlight.org", "b@harbourlight.org"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from linter.analyses.exempt import exempt
from linter.article.model import Article
from linter.matching.regexes import lazy
from linter.text import Span
from linter.topics.names.edit_distance import distance
from linter.topics.names.spelling.slips import Typo

_HOST = lazy(r"(?:://|@)((?:[a-z0-9-]+\.){1,4}[a-z]{2,10})(?![\w-]|\.[a-z])")
_SHORTEST = 8
"""Letters of the name of a site; shorter ones are often near another one."""
_MOST = 60
"""So many sites are compared; an article with more is a list of links."""


def host_typos(article: Article) -> Iterator[Typo]:
    """Each site that stands once, beside one that stands more often and differs in one step."""
    if "@" not in article.source and "://" not in article.source:
        return
    code = exempt(article, "code")
    places: dict[tuple[str, ...], list[Span]] = defaultdict(list)
    for found in _HOST.finditer(article.source):
        site, _, top = found[1].removeprefix("www.").rpartition(".")
        *parts, name = site.split(".")
        if len(name) >= _SHORTEST and name.replace("-", "").isalpha() and not code.hold(found.start(1)):
            end = found.end(1) - len(top) - 1
            places[name, top, *parts].append(Span(end - len(name), end))
    if not 2 <= len(places) <= _MOST:
        return
    for (name, *rest), once in places.items():
        if len(once) != 1:
            continue
        alike = (
            (other, spans)
            for (other, *others), spans in places.items()
            if others == rest and len(spans) > 1 and distance(name, other, 1) == 1
        )
        for other, spans in alike:
            yield Typo(once[0], name, spans[0], other, len(spans))
            break
