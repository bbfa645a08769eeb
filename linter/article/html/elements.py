"""What the elements of HTML mean for the text inside them."""

from __future__ import annotations

from linter.article.model import CAPTION, CODE, HEADING, LIST, PARAGRAPH, QUOTE, STANDFIRST, TABLE
from linter.article.prose import Active
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple

VOID = frozenset("area base br col embed frame hr img input keygen link meta param source track wbr".split())
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section"
    " summary table tbody td tfoot th thead tr ul".split()
)
ROW, HEADER_CELL = "tr", "th"
TABULAR = frozenset({"table", ROW, "td", HEADER_CELL})
IMPLIED_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "a": (frozenset({"a"}), frozenset({"td", "th", "li", "div"})),
}
"""Element -> open elements that its start tag ends, and those that shield them."""

PARAGRAPH_ENDS = (frozenset({"p"}), frozenset({"td", "th", "li", "table", "body", "button"}))

_HIDDEN = frozenset(
    "script style template noscript iframe object svg math canvas select textarea button datalist title head"
    " audio video map rp rt xmp noembed noframes".split()
)
_KINDS = {
    "blockquote": QUOTE,
    "li": LIST,
    "dt": LIST,
    "dd": LIST,
    "td": TABLE,
    "th": TABLE,
    "caption": CAPTION,
    "figcaption": CAPTION,
    "pre": CODE,
}
_MARKS = {
    **dict.fromkeys(("em", "i", "cite", "dfn"), "emphasis"),
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("code", "kbd", "samp", "tt", "var"), "code"),
}
INLINE = frozenset(_MARKS)
_UNSEEN = lazy(r"(?:^|\s)(?:visually-?hidden|sr-only|screen-reader(?:-text)?|hidden|d-none)(?:$|\s)")
_REFERENCE = lazy(r"(?:^|[\s_-])(?:footnote(?:-?ref(?:erence)?)?|mw-editsection)(?:$|[\s_-])")
_RAISED = lazy(r"(?:^|[\s_-])reference(?:$|[\s_-])")
"""The number of a note, if it is raised; Sphinx and docutils call any link a reference."""
_STANDFIRST = lazy(
    r"(?:^|[\s_-])(?:standfirst|chapo|chapeau|deck|dek|lede|strapline|sub-?title|sub-?headline|vorspann)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CAPTION = lazy(
    r"(?:^|\s)(?:[\w-]+[_-])?caption(?:[_-](?:text|full|truncated|inner|content))?(?:$|\s)", re.IGNORECASE
)
_OUTPUT = lazy(r"[\w-]+-(?:console|output|terminal)|(?:console|output|terminal)-[\w-]+")
"""Own elements of a site for what a program writes."""
_EXAMPLE = lazy(r"(?:^|\s)example(?:$|\s)", re.IGNORECASE)
"""What is shown there is spoken of, as in a quotation."""
_NOT_DISPLAYED = lazy(r"display:\s*none")


class Context(NamedTuple):
    """What holds inside an element."""

    kind: str = PARAGRAPH
    level: int = 0
    hidden: bool = False
    part: int = 0
    """Number of the part of the page it stands in."""
    marks: tuple[Active, ...] = ()
    headline: bool = False
    """Declared as the headline by microdata."""
    markdown: bool = False
    """Declared to hold Markdown, as kramdown and Python-Markdown read it (``markdown="1"``)."""


def is_heading(name: str) -> bool:
    return len(name) == 2 and name[0] == "h" and name[1] in "123456"


def inside(outer: Context, name: str) -> Context:
    """The context inside an element of that name, its attributes and regions left aside."""
    if name in _HIDDEN:
        return outer._replace(hidden=True)
    if is_heading(name):
        return outer._replace(kind=HEADING, level=int(name[1]))
    kind = _KINDS.get(name) or (CODE if "-" in name and _OUTPUT.fullmatch(name) else None)
    if kind is not None and not (kind == LIST and outer.kind == QUOTE):
        return outer._replace(kind=kind, level=0)
    mark = (_MARKS.get(name, ""), "")
    return outer._replace(marks=(*outer.marks, mark)) if mark[0] and mark not in outer.marks else outer


def with_attributes(context: Context, name: str, values: dict[str, str], parent: str) -> Context:
    """The context with what the attributes say: hidden, in a language, a link, a standfirst, the headline."""
    classes = values.get("class", "")
    if _is_unseen(values, classes) or _is_note(name, values, classes, parent):
        return context._replace(hidden=True)
    language = values.get("lang") or values.get("xml:lang")
    if language and name not in ("html", "body"):
        others = tuple(mark for mark in context.marks if mark[0] != "lang")
        context = context._replace(marks=(*others, ("lang", language)))
    if name == "a" and "href" in values:
        context = context._replace(marks=(*context.marks, ("link", values["href"])))
    if context.kind == PARAGRAPH and name in ("p", "div", "h2") and _STANDFIRST.search(classes):
        context = context._replace(kind=STANDFIRST)
    if context.kind in (PARAGRAPH, LIST) and name in ("p", "div") and _CAPTION.search(classes):
        context = context._replace(kind=CAPTION)
    if context.kind == PARAGRAPH and name in ("p", "div") and _EXAMPLE.search(classes):
        context = context._replace(kind=QUOTE)
    if values.get("markdown", "0") != "0":
        context = context._replace(markdown=True)
    declared = "headline" in values.get("itemprop", "").lower().split()
    return context._replace(headline=True) if declared else context


def _is_unseen(values: dict[str, str], classes: str) -> bool:
    return (
        "hidden" in values
        or bool(_NOT_DISPLAYED.search(values.get("style", "")))
        or bool(_UNSEEN.search(classes))
        or bool(_REFERENCE.search(classes))
    )


def _is_note(name: str, values: dict[str, str], classes: str, parent: str) -> bool:
    """Whether an element holds nothing but the number of a note."""
    if name == "sup":
        return bool(_RAISED.search(classes))
    return name == "a" and parent == "sup" and values.get("href", "")[:1] == "#"
