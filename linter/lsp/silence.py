"""Where a rule is silenced, for a line or for a whole file, in the way that the format has for it.

As :mod:`linter.engine.suppress` reads them: comments in Markdown, MDX and HTML, a key in front matter.
Plain text has none. Nothing is offered that would change what the article says, or silence nothing.
"""

from __future__ import annotations

from linter.article.formats import suffix_of
from linter.article.model import Article
from linter.article.read import read_article
from linter.engine.suppress import Suppressions
from linter.lsp.judge import Document
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import LineIndex

_MATTER = lazy(
    r"\A\ufeff?(?P<fence>---|\+\+\+)[ \t]*\r?\n(?s:(?P<body>.*?))^(?P=fence)[ \t]*\r?$", re.MULTILINE
)
_FLOW = lazy(r"^factlint:[ \t]*(?:\{[ \t]*|\r?\n[ \t]+)disable:[ \t]*\[", re.MULTILINE)
_ITEMS = lazy(r"^factlint:[ \t]*\r?\n[ \t]+disable:[ \t]*\r?\n(?P<dash>[ \t]*-[ \t]+)", re.MULTILINE)
_DOCTYPE = lazy(r"\A\ufeff?\s*<!doctype[^>]*>", re.IGNORECASE)


class Insertion(NamedTuple):
    """A text to be put in at an offset."""

    at: int
    text: str


def on_line(document: Document, rule: str, offset: int, why: str) -> Insertion | None:
    """What silences a rule on the line of an offset; nothing where that cannot be done."""
    style = _comment(document)
    lines = LineIndex(document.text)
    end = lines.line_span(lines.position(offset).line).end
    insertion = Insertion(end, " " + style.format(f"factlint-disable-line {rule}: {why}"))
    return insertion if style and _holds(document, insertion, rule, offset) else None


def in_file(document: Document, rule: str, offset: int, why: str) -> Insertion | None:
    """What silences a rule in a whole file: in its front matter, else at its top."""
    source, style = document.text, _comment(document)
    end = "\r\n" if "\r\n" in source else "\n"
    matter = _MATTER.match(source)
    if matter is not None and document.format == "markdown":
        insertion = _in_matter(matter, rule, why, end)
    else:
        doctype = _DOCTYPE.match(source) if document.format == "html" else None
        at = doctype.end() if doctype else int(source.startswith("\ufeff"))
        comment = style.format(f"factlint-disable-file {rule}: {why}")
        insertion = Insertion(at, end + comment if doctype else comment + end * 2)
    return insertion if style and _holds(document, insertion, rule, offset) else None


def _comment(document: Document) -> str:
    """How a comment is written in the format of a document; empty where there are none."""
    if suffix_of(document.path) == ".mdx":
        return "{{/* {} */}}"
    return "<!-- {} -->" if document.format in ("markdown", "html") else ""


def _in_matter(matter: re.Match[str], rule: str, why: str, end: str) -> Insertion:
    """The rule in the key of front matter, which is made where it is missing."""
    start, body = matter.start("body"), matter["body"]
    if matter["fence"] == "+++":
        return Insertion(start, f'factlint = {{disable = ["{rule}"]}}  # {why}{end}')
    flow, items = _FLOW.search(body), _ITEMS.search(body)
    if flow is not None:
        comma = "" if body[flow.end() :].lstrip().startswith("]") else ", "
        return Insertion(start + flow.end(), f"{rule}{comma}")
    if items is not None:
        return Insertion(start + items.start("dash"), f"{items['dash']}{rule}  # {why}{end}")
    return Insertion(matter.end("body"), f"factlint: {{disable: [{rule}]}}  # {why}{end}")


def _holds(document: Document, insertion: Insertion, rule: str, offset: int) -> bool:
    """Whether an article reads as before with the insertion, and the rule is then silent at an offset."""
    text = document.text
    before = read_article(text, document.path, document.format)
    changed = f"{text[: insertion.at]}{insertion.text}{text[insertion.at :]}"
    after = read_article(changed, document.path, document.format)
    moved = offset + (len(insertion.text) if insertion.at <= offset else 0)
    silenced = any(
        entry.rule == rule and entry.scope.start <= moved < entry.scope.end
        for entry in Suppressions.of(after).entries
    )
    return silenced and len(before.problems) == len(after.problems) and _said(before) == _said(after)


def _said(article: Article) -> list[str]:
    """What an article says, without what is said to the linter."""
    own = [f"{field.name}: {field.value}" for field in article.metadata if not _is_ours(field.name)]
    return [*own, *(block.text.prose.rstrip() for block in article.blocks)]


def _is_ours(name: str) -> bool:
    return name.partition(".")[0] == "factlint"
