"""What an HTML page says of itself: title, meta tags, language, times, JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator

from linter.article import entities
from linter.article.aliases import KEYS
from linter.article.html.json_ld import read_json_ld
from linter.article.html.tokens import Chunk, Tag, attributes
from linter.article.model import Field
from linter.matching.regexes import lazy
from linter.text import Span

_SITE_NAME = lazy(r"\s+[|–—·»-]\s+[^|–—·»]{2,50}$")
_ADDRESS_DATE = lazy(r"(?<=/)((?:19|20)\d\d)/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])(?=/)")


class PageMetadata:
    """Gathers fields from the tokens of a page, in order."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.fields: list[Field] = []
        self._script_type = ""
        self._has_title = False
        self._in_drawing = False

    def take(self, token: Tag | Chunk) -> None:
        if isinstance(token, Chunk):
            if token.inside == "script" and "ld+json" in self._script_type:
                self.fields += read_json_ld(self.source, token.start, token.end)
            elif token.inside == "title" and not self._has_title and not self._in_drawing:
                self._title(token)
        elif token.name == "svg":
            self._in_drawing = not token.closing
        elif not token.closing and token.name in _TAGS:
            self.fields += self._tag(token)

    def _tag(self, tag: Tag) -> Iterator[Field]:
        values = attributes(self.source, tag)
        if tag.name == "script":
            self._script_type = self._written(values, "type").lower()
        elif tag.name == "html":
            span = values.get("lang") or values.get("xml:lang")
            if span:
                yield self._field("html:lang", span, span)
        elif tag.name == "time" and "datetime" in values:
            published = "datepublished" in self._written(values, "itemprop").lower() or "pubdate" in values
            yield self._field(
                "datePublished" if published else "time", values["datetime"], values["datetime"]
            )
        elif tag.name == "link" and self._written(values, "rel").lower() == "canonical" and "href" in values:
            yield from self._dated_address(values["href"])
        elif tag.name == "meta" and "content" in values:
            yield from self._meta(values)

    def _meta(self, values: dict[str, Span]) -> Iterator[Field]:
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = self._written(values, attribute)
            if name.casefold() in KEYS:
                yield self._field(name, values["content"], values[attribute])
                return
            if name == "og:url":
                yield from self._dated_address(values["content"])

    def _written(self, values: dict[str, Span], name: str) -> str:
        return self.source[slice(*values[name])] if name in values else ""

    def _field(self, name: str, span: Span, key: Span) -> Field:
        raw = self.source[slice(*span)]
        return Field(name, entities.decode(raw) if "&" in raw else raw, span, key, "html")

    def _dated_address(self, span: Span) -> Iterator[Field]:
        found = _ADDRESS_DATE.search(self.source, *span)
        if found:
            value = f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}"
            yield Field("url_date", value, Span(*found.span()), Span(*found.span()), "html")

    def _title(self, chunk: Chunk) -> None:
        raw = self.source[chunk.start : chunk.end]
        site = _SITE_NAME.search(raw)
        kept = raw[: site.start()] if site and site.start() >= len(raw) / 3 else raw
        start = chunk.start + len(kept) - len(kept.lstrip())
        end = chunk.start + len(kept.rstrip())
        if end > start:
            self._has_title = True
            self.fields.append(self._field("title", Span(start, end), Span(start, end)))


_TAGS = frozenset({"script", "html", "time", "link", "meta"})
