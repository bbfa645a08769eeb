"""The inside of a paragraph of reStructuredText: markup out, prose and its places kept."""

from __future__ import annotations

from collections.abc import Sequence

from linter.article.markup.inline import Inline, Take, code, vanish
from linter.matching import re
from linter.matching.regexes import lazy
from linter.text import Span, Text

_BEFORE = r"(?<![^\s'\"(\[{<\-/:\u2018\u201c\u2019\xab\xa1\xbf\u2013\u2014])"
_AFTER = r"(?![^\s'\")\]}>\-/:.,;!?\\\u2019\u201d\xbb\u2013\u2014])"
_TICKED = r"[^`\\]++(?:\\.[^`\\]*+)*+"
_TOKEN = lazy(
    r"(?P<escape>\\(?:\s|[^\w\s]))"
    r"|(?P<literal>``(?=\S)[^`]++(?:`(?!`)[^`]*+)*+``(?:`(?!`))?)"
    rf"|(?P<target>_`(?P<in_target>{_TICKED})`)"
    rf"|(?P<role>:(?P<name>[\w.+-]+(?::[\w.+-]+)*):`(?P<in_role>{_TICKED})`)"
    rf"|(?P<tick>(?<!\w)`(?!\s)(?P<in_tick>{_TICKED})`(?P<under>__?)?(?::(?P<suffix>[\w.+:-]+):)?)"
    rf"|(?P<strong>{_BEFORE}\*\*(?!\s)(?P<in_strong>[^*]++(?:\*(?!\*)[^*]*+)*+)(?<!\s)\*\*{_AFTER})"
    rf"|(?P<emphasis>{_BEFORE}\*(?![\s*])(?P<in_emphasis>[^*]++)(?<!\s)\*{_AFTER})"
    r"|(?P<note>[ \n]?\[(?:#?[A-Za-z0-9_.:-]*|\*)\]_(?!\w))"
    rf"|(?P<substitution>{_BEFORE}\|\w[\w .:-]{{0,60}}\|_{{0,2}}{_AFTER})"
    rf"|(?P<reference>(?<![\w`])(?P<in_reference>[^\W_](?:[\w.-]{{0,60}}[^\W_])?)__?(?!\w){_AFTER})",
    re.DOTALL,
)
_SIGN = lazy(r"[\\`*|_]")
_TITLED = lazy(r"(?P<title>[^<]*+)(?<=\s)<(?P<target>[^<>]*+)>", re.DOTALL)
_SHOWN = frozenset(
    "abbr abbreviation download emphasis guilabel menuselection strong sub subscript sup superscript term"
    " title title-reference t i b dfn".split()
)
"""Roles whose text is prose; what others hold is code, unless it has a title."""
_LITERAL = frozenset("code literal math kbd samp file program option command envvar".split())


def read_inline(source: str, spans: Sequence[Span]) -> Text:
    """The text of a paragraph that stands on the given pieces of lines."""
    inline = Inline(source, spans)
    if not _SIGN.search(inline.text):
        return inline.finish()
    return inline.read(_TOKEN, _TAKE)


def _escape(inline: Inline, found: re.Match[str]) -> None:
    start, end = found.span()
    inline.vanish(start, end if found[0][1].isspace() else start + 1)


def _target(inline: Inline, found: re.Match[str]) -> None:
    inline.keep(found, "in_target")


def _role(inline: Inline, found: re.Match[str]) -> None:
    _interpreted(inline, found, "in_role", found["name"])


def _tick(inline: Inline, found: re.Match[str]) -> None:
    if found["under"]:
        titled = _TITLED.fullmatch(found["in_tick"])
        if titled is None:
            inline.keep(found, "in_tick", "link", found["in_tick"])
        else:
            _keep_title(inline, found, "in_tick", titled)
    elif found["suffix"]:
        _interpreted(inline, found, "in_tick", found["suffix"])
    elif " " in found["in_tick"] and "(" not in found["in_tick"]:
        inline.keep(found, "in_tick", "emphasis")  # the default role: a title
    else:
        inline.fill(*found.span(), kind="code")  # what many take it for


def _interpreted(inline: Inline, found: re.Match[str], group: str, role: str) -> None:
    name = role.rpartition(":")[2].lower()
    titled = _TITLED.fullmatch(found[group]) if name not in _LITERAL else None
    if titled is not None:
        _keep_title(inline, found, group, titled)
    elif name in _SHOWN:
        inline.keep(found, group)
    else:
        inline.fill(*found.span(), kind="code")


def _keep_title(inline: Inline, found: re.Match[str], group: str, titled: re.Match[str]) -> None:
    start = found.start(group)
    end = start + len(titled["title"].rstrip())
    inline.vanish(found.start(), start)
    inline.vanish(end, found.end())
    inline.mark(start, end, "link", titled["target"])


def _strong(inline: Inline, found: re.Match[str]) -> None:
    inline.keep(found, "in_strong", "strong")


def _emphasis(inline: Inline, found: re.Match[str]) -> None:
    inline.keep(found, "in_emphasis", "emphasis")


def _substitution(inline: Inline, found: re.Match[str]) -> None:
    inline.fill(*found.span(), kind="template", value=found[0])


def _reference(inline: Inline, found: re.Match[str]) -> None:
    inline.keep(found, "in_reference", "link", found["in_reference"])


_TAKE: dict[str, Take] = {
    "escape": _escape,
    "literal": code,
    "target": _target,
    "role": _role,
    "tick": _tick,
    "strong": _strong,
    "emphasis": _emphasis,
    "note": vanish,
    "substitution": _substitution,
    "reference": _reference,
}
