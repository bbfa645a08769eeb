"""The inside of a paragraph of AsciiDoc: markup out, prose and its places kept."""

from __future__ import annotations

from collections.abc import Sequence

from linter.article import entities
from linter.article.markup.inline import Inline, Take, code, entity, fill, vanish
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span, Text

_ARGUMENT = r"\[(?P<{0}>[^\[\]\\]*+(?:(?:\\.|\[[^\[\]]*+\])[^\[\]\\]*+)*+)\]"
_TOKEN = lazy(
    r"(?P<named>\\\{[\w-]++\})"
    r"|(?P<escape>\\[*_`#{\[<:+^~'\"(h])"
    r"|(?P<passed>\+\+\+[^+]++\+\+\+|\$\$[^$]++\$\$)"
    r"|(?P<curved>(?P<quote>[\"'])`(?=\S)|(?<=\S)`(?P<end_quote>[\"']))"
    r"|(?P<mono>``[^`]++``|(?<!\w)`(?!\s)[^`]++`(?!\w))"
    r"|(?P<literal>(?<![\w+])\+(?![\s+])(?P<in_literal>[^+\n]++)\+(?![\w+]))"
    r"|(?P<anchor>\[\[[^\[\]\n]++\]\])"
    r"|(?P<styled>\[[.#%]?[\w.#% -]*+\](?=[#*_`]))"
    r"|(?P<index>\(\(\([^()\n]++\)\)\))|(?P<term>\(\((?P<in_term>[^()\n]++)\)\))"
    r"|(?P<reference><<(?P<id>[^<>,\n]++)(?:,(?P<in_reference>[^<>]++))?>>)"
    rf"|(?P<url>(?:(?<!\w)(?:link|mailto|xref):[^\s\[\]]*+|(?<!\w)(?:https?|ftp|irc)://[^\s\[\]<>]++)"
    rf"{_ARGUMENT.format('in_url')})"
    rf"|(?P<macro>(?<!\w)(?P<name>[a-z][a-z0-9_-]{{1,19}}):(?!:)[^\s\[\]:]*+{_ARGUMENT.format('in_macro')})"
    rf"|(?P<entity>{entities.STRICT})"
    r"|(?P<attribute>\{[\w:-]++\})"
    r"|(?P<line_break>[ ]\+(?=\n|\Z))"
    r"|(?P<raised>\^(?P<in_raised>[^\s^]++)\^|~(?P<in_lowered>[^\s~]++)~)"
    r"|(?P<dash>(?<=[ \w])--(?=[ \w]))"
    r"|(?P<sign>\*\*?|__?|##?)",
    re.DOTALL,
)
_CHARACTERS = dict(
    zip(
        "nbsp sp amp lt gt plus asterisk vbar lsquo rsquo ldquo rdquo apos quot deg startsb endsb"
        " backtick".split(),
        "\xa0 &<>+*|‘’“”'\"°[]`",
        strict=True,
    )
) | {"cpp": "C++", "two-colons": "::", "empty": "", "blank": "", "zwsp": ""}
"""Attributes that AsciiDoc itself defines, see "Character replacement attributes" in its documentation."""
_MARKS = {"*": "strong", "_": "emphasis", "#": ""}
_SHOWN = frozenset({"btn", "indexterm2", "footnote", "footnoteref"})
_SILENT = frozenset({"indexterm", "anchor"})
_ATTRIBUTES = lazy(r",\s*\w+=.*", re.DOTALL)


class Read(NamedTuple):
    """The text of a paragraph, and what stands in it and is read apart."""

    text: Text
    notes: list[Text]
    captions: list[Text]


def read_inline(source: str, spans: Sequence[Span]) -> Read:
    """The text of a paragraph that stands on the given pieces of lines."""
    inline = Inline(source, spans)
    text = inline.read(_TOKEN, _TAKE)
    return Read(text, inline.notes, inline.captions)


def _escape(inline: Inline, found: re.Match[str]) -> None:
    inline.vanish(found.start(), found.start() + 1)


def _curved(inline: Inline, found: re.Match[str]) -> None:
    at = found.start() + (1 if found["quote"] else 0)
    inline.vanish(at, at + 1)


def _literal(inline: Inline, found: re.Match[str]) -> None:
    inline.keep(found, "in_literal")


def _term(inline: Inline, found: re.Match[str]) -> None:
    inline.keep(found, "in_term")


def _reference(inline: Inline, found: re.Match[str]) -> None:
    if found["in_reference"]:
        inline.keep(found, "in_reference", "link", f"#{found['id']}")
        _inside(inline, *found.span("in_reference"))
    else:
        inline.fill(*found.span())


def _url(inline: Inline, found: re.Match[str]) -> None:
    """The text of a link, without attributes behind it and the sign for a new window."""
    start = found.start("in_url")
    shown = _ATTRIBUTES.sub("", found["in_url"]).rstrip("^").rstrip()
    if not shown:
        inline.fill(*found.span(), kind="url", value=found[0])
        return
    if shown[0] == '"' == shown[-1] and len(shown) > 1:
        start, shown = start + 1, shown[1:-1]
    inline.vanish(found.start(), start)
    inline.vanish(start + len(shown), found.end())
    inline.mark(start, start + len(shown), "link", found[0][: found.start("in_url") - found.start() - 1])
    _inside(inline, start, start + len(shown))


def _inside(inline: Inline, start: int, end: int) -> None:
    """The markup in the text of a link; its brackets are in pairs, so that no link goes deeper than two."""
    for found in _TOKEN.finditer(inline.text, start, end):
        _TAKE[found.lastgroup or ""](inline, found)


def _macro(inline: Inline, found: re.Match[str]) -> None:
    name = found["name"]
    start, end = found.span("in_macro")
    if name in ("footnote", "footnoteref") and end > start:
        inline.vanish(*found.span())
        inline.notes.append(inline.part(start, end))
    elif name == "image":
        inline.fill(*found.span())
        alt = found["in_macro"].split(",")[0]
        if alt.strip() and "=" not in alt:
            inline.captions.append(inline.part(start, start + len(alt)))
    elif name in _SHOWN:
        inline.keep(found, "in_macro")
    elif name in _SILENT:
        inline.vanish(*found.span())
    else:
        inline.fill(*found.span())


def _attribute(inline: Inline, found: re.Match[str]) -> None:
    prose = _CHARACTERS.get(found[0][1:-1])
    if prose is None:
        inline.fill(*found.span(), kind="template", value=found[0])
    else:
        inline.replace(*found.span(), prose)


def _raised(inline: Inline, found: re.Match[str]) -> None:
    inline.keep(found, "in_raised" if found["in_raised"] else "in_lowered")


def _dash(inline: Inline, found: re.Match[str]) -> None:
    inline.replace(*found.span(), "—")


def _sign(inline: Inline, found: re.Match[str]) -> None:
    """A sign of emphasis: two of a kind count inside of words too."""
    sign, (start, end) = found[0], found.span()
    before, after = inline.text[start - 1 : start] or " ", inline.text[end : end + 1] or " "
    double = len(sign) == 2
    may_close = not before.isspace() and (double or not _is_word(after))
    if may_close and inline.closes(sign, start, end, _MARKS[sign[0]]):
        return
    if not after.isspace() and (double or not (_is_word(before) or before in ":;}")):
        inline.opens(sign, start, end)


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


_TAKE: dict[str, Take] = {
    "named": fill,
    "escape": _escape,
    "passed": fill,
    "curved": _curved,
    "mono": code,
    "literal": _literal,
    "anchor": vanish,
    "styled": vanish,
    "index": vanish,
    "term": _term,
    "reference": _reference,
    "url": _url,
    "macro": _macro,
    "attribute": _attribute,
    "entity": entity,
    "line_break": vanish,
    "raised": _raised,
    "dash": _dash,
    "sign": _sign,
}
