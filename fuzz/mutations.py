"""Texts that nobody writes, made of texts that somebody might: cut, doubled, mixed, with hostile pieces."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

LONGEST = 6_000
"""Characters of an input: what costs too much is looked for elsewhere, by how the cost grows."""
_MOST = 6
"""Mutations of one input."""
_PIECES = re.compile(r"\n|[^\S\n]+|\d+|\w+|[^\w\s]")

HOSTILE: tuple[str, ...] = (
    *("\0", "\x1b[2J", "\x85", "\u2028", "\u2029", "\r", "\r\n", "\t", "\v", "\f", "\x1c", "\ufeff"),
    *("\ufffe", "\u202e", "\u200b", "\u200d", "\xad", "\u0301", "\u0130", "ß", "ŉ", "ﬁ", "ǅ", "ﷺ", "𝟗"),
    *("٣", "²", "½", "Ⅷ", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f3f4\U000e0067\U000e007f"),
    *("\U0010ffff", "一", "ก", "\udc80", "\udcff\udcfe", "\udcfe\udcff", "\udcef\udcbb\udcbf", "\udcc3"),
    *("\udced\udca0\udc80", "0", "-1", "00", "1e309", "9" * 40, "9" * 320, "1_000", "0x1F", "1.2.3.4"),
    *("1/0", "NaN", "inf", "-0", "%", "2024-02-30", "0000-00-00", "9999-12-31", "31 June 2023"),
    *("1 January 1", "24:61", "20XX", "12/13/14", "---\n", "+++\n", ";;;\n", "{", "}", "[", "]", "(", ")"),
    *("<", ">", "&", "*", "_", "`", "```\n", "~~~\n", "\\", "<!--", "-->", "<![CDATA[", "]]>", "</"),
    *("<script>", "<style>", "<title>", "<a href='", "<p ", "<b/>", "<?", "&#0;", "&#x110000;", "&#xD800;"),
    *("&notit;", "{{", "}}", "{%", "%}", "{/*", "${", "$(", "::set-output::", "[^1]", "[^1]: ", "[a]: "),
    *("![](", "](", ":::", "| - |", "# ", "> ", "- ", "1. ", "    ", "===", "\n\n", "“", "”", "«", "»"),
    *("„", '"', "'", "’", "``", "''", "(?", "(?:x|x)*y", "x{9999}", "[[:alpha:]]", "\\1", "(?i)", "&a "),
    *("*a", "!!python/object:os.system", "<<: ", "? ", ": ", "| ", ">-", "#", "%YAML 9.9", "...\n", "null"),
    *("~", "yes", "{}", "[]", "''", '""', "../", "/etc/passwd", "/dev/zero", "C:\\", "con", "**/", "[!a]"),
    *("!*", "[z-a]", "factlint-disable-file", "<!-- factlint-disable-next-line all: x -->"),
    *("<!-- vale off -->", "%s", "{text}", "{0}"),
)  # fmt: skip
"""What readers stumble over; half characters from U+DC80 to U+DCFF stand for bytes that are no text."""


def mutated(choice: Random, seeds: Sequence[str]) -> str:
    """One of the texts, changed up to six times."""
    text = choice.choice(seeds)
    for _ in range(choice.randint(1, _MOST)):
        text = choice.choice(_MUTATIONS)(choice, text, seeds)[:LONGEST]
    return text


def _pieces(text: str) -> list[str]:
    return _PIECES.findall(text)


def _part(choice: Random, pieces: Sequence[str], most: int = 30) -> tuple[int, int]:
    """Where a part of a text begins and ends, in pieces."""
    start = choice.randint(0, len(pieces))
    return start, min(len(pieces), start + choice.randint(1, most))


def _delete(choice: Random, text: str, seeds: Sequence[str]) -> str:
    pieces = _pieces(text)
    start, end = _part(choice, pieces)
    return "".join(pieces[:start] + pieces[end:])


def _double(choice: Random, text: str, seeds: Sequence[str]) -> str:
    pieces = _pieces(text)
    start, end = _part(choice, pieces)
    again = pieces[start:end] * choice.choice((1, 1, 1, 2, 3, 40))
    at = choice.choice((end, choice.randint(0, len(pieces))))
    return "".join(pieces[:at] + again + pieces[at:])


def _swap(choice: Random, text: str, seeds: Sequence[str]) -> str:
    pieces = _pieces(text)
    (a, b), (c, d) = sorted((_part(choice, pieces), _part(choice, pieces)))
    if b > c:
        return text
    return "".join(pieces[:a] + pieces[c:d] + pieces[b:c] + pieces[a:b] + pieces[d:])


def _splice(choice: Random, text: str, seeds: Sequence[str]) -> str:
    """The beginning of one text, and the end of another."""
    one, other = _pieces(text), _pieces(choice.choice(seeds))
    return "".join(one[: choice.randint(0, len(one))] + other[choice.randint(0, len(other)) :])


def _borrow(choice: Random, text: str, seeds: Sequence[str]) -> str:
    """A part of another text, somewhere in this one."""
    one, other = _pieces(text), _pieces(choice.choice(seeds))
    start, end = _part(choice, other, 12)
    at = choice.randint(0, len(one))
    return "".join(one[:at] + other[start:end] + one[at:])


def _insert(choice: Random, text: str, seeds: Sequence[str]) -> str:
    pieces = _pieces(text)
    at = choice.choice((0, len(pieces), choice.randint(0, len(pieces)), choice.randint(0, len(pieces))))
    return "".join([*pieces[:at], choice.choice(HOSTILE), *pieces[at:]])


def _replace(choice: Random, text: str, seeds: Sequence[str]) -> str:
    pieces = _pieces(text)
    if pieces:
        pieces[choice.randrange(len(pieces))] = choice.choice(HOSTILE)
    return "".join(pieces)


def _renumber(choice: Random, text: str, seeds: Sequence[str]) -> str:
    pieces = _pieces(text)
    places = [i for i, piece in enumerate(pieces) if piece.isdigit()]
    if places:
        pieces[choice.choice(places)] = str(choice.choice((0, 1, 13, 31, 100, 1899, 2024, 10**6, 10**25)))
    return "".join(pieces)


def _lines(choice: Random, text: str, seeds: Sequence[str]) -> str:
    """A line taken out, moved, indented, or ended in another way."""
    lines = text.splitlines(keepends=True)
    if not lines:
        return text
    line = lines.pop(choice.randrange(len(lines)))
    changed = choice.choice(
        ("", line, f"  {line}", line.lstrip(), line.rstrip("\n"), line.replace("\n", "\r\n"))
    )
    lines.insert(choice.randint(0, len(lines)), changed)
    return "".join(lines)


def _case(choice: Random, text: str, seeds: Sequence[str]) -> str:
    pieces = _pieces(text)
    start, end = _part(choice, pieces)
    change = choice.choice((str.upper, str.lower, str.title, str.swapcase))
    return "".join([*pieces[:start], *map(change, pieces[start:end]), *pieces[end:]])


def _character(choice: Random, text: str, seeds: Sequence[str]) -> str:
    at = choice.randint(0, len(text))
    return text[:at] + choice.choice(("", text[at : at + 1] * 2, choice.choice(HOSTILE)[0])) + text[at + 1 :]


_MUTATIONS: tuple[Callable[[Random, str, Sequence[str]], str], ...] = (
    _delete,
    _double,
    _swap,
    _splice,
    _borrow,
    _insert,
    _replace,
    _renumber,
    _lines,
    _case,
    _character,
)


def smaller(text: str, fails: Callable[[str], bool], tries: int = 400) -> str:
    """The smallest text found that still fails: halves of it are left out, then ever smaller parts."""
    size = len(text) // 2
    while size and tries:
        at = 0
        while at < len(text) and tries:
            tries -= 1
            shorter = text[:at] + text[at + size :]
            if fails(shorter):
                text = shorter
            else:
                at += size
        size //= 2
    return text
