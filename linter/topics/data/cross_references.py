"""References by labels: ``\\ref`` of LaTeX, ``@fig-`` of Quarto, notes of Markdown and reStructuredText."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from linter.analyses.exempt import exempt
from linter.article.model import CODE, Article
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span

LABEL, FOOTNOTE = "label", "footnote"

_LATEX = lazy(
    r"(?<!\\)%[^\n]*|\\begin\{(?P<name>verbatim|lstlisting|minted|Verbatim)\}(?s:.*?)\\end\{(?P=name)\}"
    r"|\\(?:page|auto|name|eq|c|C|v|fig|tab|sec)?ref\*?\{(?P<refs>[^{}\n#\\]+)\}"
    r"|\\label(?:\[[^\[\]]*\])?\{(?P<label>[^{}\n]+)\}"
)
_OPTION = lazy(r"\blabel\s*=\s*\{?([\w:.-]+)")
_ELSEWHERE = lazy(
    r"\\(?:input|include|subfile|import|subimport|externaldocument)\b|\\newcommand[^\n]*\\(?:label|ref)\b"
)
_WHOLE = lazy(r"\\begin\s*\{document\}")
_QUARTO = lazy(r"(?<![\w@\\])@(?P<label>(?P<kind>fig|tbl|lst|eq|thm)-[\w-]*\w)")
_BOOKDOWN = lazy(r"\\@ref\((?P<label>(?P<kind>fig|tab|eq):[\w-]+)\)")
_DEFINED = lazy(
    r"#(?P<id>(?:fig|tbl|lst|eq|thm)-[\w-]+)|\|\s*label:\s*[\"']?(?P<cell>[\w-]+)|label\s*=\s*[\"'](?P<option>[\w-]+)"
    r"|^```+\{\w+[ ,]+(?P<chunk>[\w-]+)(?=[,}\s])|\(\\#(?P<book>(?:fig|tab|eq):[\w-]+)\)",
    re.MULTILINE,
)
_NEAR = 0.8
"""Labels so much alike are one, mistyped; another may stand in another chapter."""
_MOST_COMPARED = 500
_MOST_MISTYPED = 20
"""For so many labels that nothing has, the one that was meant is looked for."""
_NOTE = lazy(r"\[\^([^\]\[\s^]+)\](?!:)")
_NOTE_TEXT = lazy(r"^[ \t>]*\[\^([^\]\[\s]+)\]:", re.MULTILINE)
_RST_NOTE = lazy(r"(?<![\w`\]])\[(\d+|#[\w-]+)\]_(?![_\w])")
_RST_NOTE_TEXT = lazy(r"^\s*\.\. \[(\d+|#[\w-]+)\]", re.MULTILINE)


class Reference(NamedTuple):
    """A reference to a name that nothing has."""

    span: Span
    kind: str
    name: str
    meant: str = ""
    """The name that looks most like it."""


def missing_labels(article: Article) -> Iterator[Reference]:
    """The references by label and the notes that lead nowhere."""
    if article.format == "latex":
        yield from _latex(article.source)
    elif article.format == "rst":
        yield from _rst_notes(article)
    elif article.format == "markdown":
        yield from _notes(article)
        yield from _quarto(article)


def _latex(source: str) -> Iterator[Reference]:
    """Those of a whole document that takes nothing from other files."""
    if "ref" not in source or not _WHOLE.search(source) or _ELSEWHERE.search(source):
        return
    found = list(_LATEX.finditer(source))
    labels = {each["label"].strip() for each in found if each["label"]} | set(_OPTION.findall(source))
    if not labels or any("#" in label for label in labels):
        return
    lost = 0
    for each in found:
        start = each.start("refs")
        for name in (each["refs"] or "").split(","):
            kept = name.strip()
            if kept and kept not in labels:
                at = start + name.index(kept)
                meant = _alike(kept, labels) if lost < _MOST_MISTYPED else ""
                lost += 1
                yield Reference(Span(at, at + len(kept)), LABEL, kept, meant)
            start += len(name) + 1


def _quarto(article: Article) -> Iterator[Reference]:
    """Those that are another label of this file but for a letter or two: chapters refer to each other."""
    source = article.source
    if "@fig-" not in source and "@tbl-" not in source and "@eq-" not in source and "\\@ref(" not in source:
        return
    code = exempt(article, "code")
    labels = {_bare(name) for each in _DEFINED.finditer(source) for name in each.groups() if name}
    lost = (
        each
        for block in article.blocks
        for pattern in (_QUARTO, _BOOKDOWN)
        for each in pattern.finditer(source, *block.text.whole)
        if _bare(each["label"]) not in labels and not code.hold(each.start())
    )
    for each in islice(lost, _MOST_MISTYPED):
        name = _bare(each["label"])
        meant = _alike(name, labels)
        if meant:
            yield Reference(Span(*each.span("label")), LABEL, name, meant)


def _bare(name: str) -> str:
    """A label without its kind, which bookdown writes before it."""
    return name.partition(":")[2] or name


def _notes(article: Article) -> Iterator[Reference]:
    if "[^" not in article.source:
        return
    texts = set(_NOTE_TEXT.findall(article.source))
    lost = list(_notes_without(article, texts))
    yield from lost if texts else lost[:1]  # then none has a text, for one reason


def _notes_without(article: Article, texts: set[str]) -> Iterator[Reference]:
    for block in article.blocks:
        if "[^" not in block.text.prose or block.kind == CODE:
            continue
        for each in _NOTE.finditer(block.text.prose):
            if each[1] not in texts and (texts or each[1].isdecimal()):
                yield Reference(block.text.span(*each.span()), FOOTNOTE, each[1])


def _rst_notes(article: Article) -> Iterator[Reference]:
    source = article.source
    if "]_" not in source:
        return
    texts = set(_RST_NOTE_TEXT.findall(source))
    for block in article.blocks:
        for each in _RST_NOTE.finditer(source, *block.text.whole) if block.kind != CODE else ():
            if texts and each[1] not in texts:
                yield Reference(Span(*each.span()), FOOTNOTE, each[1])


def _alike(name: str, labels: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = [label for label in sorted(labels) if abs(len(label) - len(name)) < 3][:_MOST_COMPARED]
    return next(iter(get_close_matches(name, near, 1, _NEAR)), "")
