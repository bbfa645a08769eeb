"""Links that show one issue or code and lead to another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.analyses import analysis
from linter.analyses.digit_blocks import has_digits
from linter.analyses.language import language
from linter.article.model import CODE, Article, Block
from linter.languages import speech
from linter.languages.phrases import any_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.text import FILLER, Mark
from linter.topics.names.codes.identifiers import Slip, codes, versions

_FOLDERS = "|".join("pull pulls issues merge_requests pull-requests".split())
_ISSUE_LINK = lazy(rf"/(?:{_FOLDERS})/(\d+)/?(?:[?#].*)?\Z")
_ISSUE_TEXT = lazy(r"([^\W\d_]{2,12} (?:[^\W\d_]{2,12} )?)?(?:[\w.-]+(?:/[\w.-]+)?)?#(\d{2,6})")
_ISSUES = "/issues/"
_DOTTED = lazy(r"(?<![\d.])\d{1,4}(?:\.\d{1,5}){1,3}(?!\.?\d)")
_MAIL = "mailto:"
_CALL = "tel:"
_DIALLED = lazy(r"[+\d][\d ()\u00a0.\u2010-\u2013-]{5,24}\d")
_OWN = 6
"""Digits at the end of a number that no code of a country or a town changes."""
_DOCUMENT = lazy(r"([^/]+)\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|csv|zip)\Z", re.IGNORECASE)
_ADDRESS = lazy(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_PAGE = lazy(r"https?://(?:www\.)?(?P<host>[^\s/?#…]+)/(?P<path>[^\s?#…&\\]*)(?:[?#]\S*)?", re.IGNORECASE)
_PAPER = lazy(r"(?:doi: ?|https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
"""The DOI of a paper, as it is written or as an address."""
_DEFINITION = lazy(r"(?m)^ {0,3}\[([^\]\n]{1,80})\]:\s*<?(\S+)")
_YEAR = lazy(r"(?<![\w.])(?:19|20)\d\d(?!\w)")
_WORD = lazy(r"[^\W_]+")
_NUMBER = lazy(r"(?<!%)\d+")
_NAME = 2
"""So many words before or behind the year name the event."""
_FILE = lazy(r"[\w.+-]*[^\W\d_]{2}[\w.+-]*\.[a-z]{2,4}", re.IGNORECASE)
_REFERENCE = lazy(r"\]\[([^\]\n]{0,80})\]")


def link_clashes(article: Article) -> Iterator[Slip]:
    """A code, a version, an issue, the year of an event or an address as the text of a link that leads to
    another one."""
    headline = article.headline.prose if article.headline else ""
    for block in article.blocks:
        if block.kind == CODE:
            continue
        yield from _letters(article, block)
        yield from _pages(article, block)
        if not has_digits(block.text.prose):
            continue
        for mark, target in targets(article, block):
            shown = block.text.prose[mark.start : mark.end]
            if not has_digits(shown):
                continue
            other = _elsewhere(article, shown, target)
            if other:
                yield Slip(block.text.span(mark.start, mark.end), shown, other, "link")
            elif said := _other_year(shown, target, headline):
                start = mark.start + said.start()
                yield Slip(
                    block.text.span(start, start + len(said[0])), said[0], _YEAR.findall(target)[0], "link"
                )


def _letters(article: Article, block: Block) -> Iterator[Slip]:
    """Addresses for letters and numbers for calls as the text of links that send them elsewhere."""
    for mark in block.text.marked("link"):
        if mark.value.startswith(_CALL):
            span = block.text.span(mark.start, mark.end)
            shown, dialled = article.excerpt(span).strip(), mark.value[len(_CALL) :].strip()
            if _DIALLED.fullmatch(shown) and _DIALLED.fullmatch(dialled) and _own(shown) != _own(dialled):
                yield Slip(span, shown, dialled, "link")
        if mark.value.startswith(_MAIL):
            span = block.text.span(mark.start, mark.end)
            shown, written = article.excerpt(span).strip(), mark.value[len(_MAIL) :].partition("?")[0].strip()
            is_address = _ADDRESS.fullmatch(shown) and _ADDRESS.fullmatch(written)
            if is_address and _bare(shown) != _bare(written):
                yield Slip(span, shown, written, "link")


def _pages(article: Article, block: Block) -> Iterator[Slip]:
    """Addresses of pages, and those of papers, as the text of links that lead to another page of the site."""
    for mark in block.text.marked("link"):
        first = block.text.prose[mark.start : mark.start + 1]
        if first != FILLER and "10." not in block.text.prose[mark.start : mark.end]:
            continue
        span = block.text.span(mark.start, mark.end)
        shown = _unescaped(article.excerpt(span)).strip().strip("<>")
        if (paper := _PAPER.fullmatch(shown)) and (led := _PAPER.fullmatch(mark.value)):
            if _plain(paper[1]) != _plain(led[1]):
                yield Slip(span, shown, mark.value, "link")
        elif (one := _PAGE.fullmatch(shown)) and (other := _PAGE.fullmatch(mark.value)):
            mine, theirs = (_plain(found["path"]).rstrip("/.,") for found in (one, other))
            same = one["host"].casefold() == other["host"].casefold()
            if same and not mine.startswith(theirs) and not theirs.startswith(mine):
                yield Slip(span, shown, mark.value, "link")


def _unescaped(shown: str) -> str:
    """What readers see of an address: "…" for what was left out, also where it is written by its name."""
    if "&" not in shown:
        return shown
    from html import unescape

    return unescape(shown)


def _plain(address: str) -> str:
    if "%" in address:
        from urllib.parse import unquote

        address = unquote(address)
    return address.casefold()


def _own(number: str) -> str:
    return "".join(filter(str.isdigit, number))[-_OWN:]


def _bare(address: str) -> str:
    """An address without what its owner adds to it, as lists do for those who subscribe."""
    name, _, domain = address.casefold().partition("@")
    return f"{name.partition('+')[0]}@{domain}"


@cache
def _compares(code: str) -> re.Pattern[str]:
    known = speech(code).names.releases.compared
    return lazy((any_of if speech(code).dates.unspaced else word_of)(known), re.IGNORECASE)


def _other_version(article: Article, shown: str, target: str) -> str:
    """The version at the end of an address where the text of the link has one that differs in one number.

    Or in any, where the text is the name of that file.
    """
    file = target.rstrip("/").rpartition("/")[2]
    if shown != file and _FILE.fullmatch(shown) and _NUMBER.sub("0", shown) == _NUMBER.sub("0", file):
        return file
    said = list(versions(shown))
    if not said or _compares(language(article)).search(shown):
        return ""
    led = set(_DOTTED.findall(target.rstrip("/").rpartition("/")[2]))
    if len(said) != 1 or len(led) != 1 or said[0].stage:
        return ""
    mine, text = said[0].parts, led.pop()
    other = [number.lstrip("0") or "0" for number in text.split(".")]
    if len(mine) != len(other) or sum(a != b for a, b in zip(mine, other, strict=True)) != 1:
        return ""
    return "" if any(mark.join(mine) in target for mark in (".", "-", "_", "")) else text


def _other_year(shown: str, target: str, headline: str) -> re.Match[str] | None:
    """The year of "Otter Days 2024" as a link to "otter-days/2025" in an article on those of 2025.

    Or that of a document whose name has the same words.
    """
    said, led = list(_YEAR.finditer(shown)), _YEAR.findall(target)
    if len(said) != 1 or len(led) != 1 or said[0][0] == led[0]:
        return None
    if (document := _DOCUMENT.search(target)) and led[0] in document[1]:
        words = set(_WORD.findall(document[1].casefold().replace("_", "-")))
        mine = set(_WORD.findall(shown.casefold())) - {said[0][0]}
        return said[0] if len(mine) >= _NAME and mine <= words else None
    if led[0] not in headline or said[0][0] in headline:
        return None
    name = [word for word in _WORD.findall(shown.casefold()) if word != said[0][0]][-_NAME:]
    same = "-".join(name) in target.casefold() and " ".join(name) in headline.casefold()
    return said[0] if len(name) == _NAME and same else None


def targets(article: Article, block: Block) -> Iterator[tuple[Mark, str]]:
    """The links of a block with their addresses, also where these stand elsewhere in the source."""
    for mark in block.text.marked("link"):
        target = mark.value or _defined(article, block, mark, _definitions(article))
        if target:
            yield mark, target


@analysis
def _definitions(article: Article) -> dict[str, str]:
    return {found[1].casefold(): found[2].rstrip(">") for found in _DEFINITION.finditer(article.source)}


def _defined(article: Article, block: Block, mark: Mark, targets: dict[str, str]) -> str:
    """The address of a link by reference."""
    span = block.text.span(mark.start, mark.end)
    behind = _REFERENCE.match(article.source, span.end)
    label = behind[1] if behind and behind[1] else article.excerpt(span)
    return targets.get(label.casefold(), "")


def _elsewhere(article: Article, shown: str, target: str) -> str:
    """What the address names instead of what is shown."""
    number, led = _ISSUE_TEXT.fullmatch(shown.strip()), _ISSUE_LINK.search(target)
    if number and led:
        if number[1] and _ISSUES not in target:  # "Fixed #12" is the title of a change
            return ""
        return f"#{led[1]}" if number[2].lstrip("0") not in _NUMBER.findall(target) else ""
    if other_version := _other_version(article, shown, target):
        return other_version
    mine = list(codes(shown))
    if len(mine) != 1 or "".join(mine[0].parts) in target.replace("-", ""):
        return ""
    theirs = {found.parts: found for found in codes(target.replace("/", " ").replace("=", " ").upper())}
    other = next(iter(theirs.values()), None)
    if (
        other is None
        or len(theirs) > 1
        or (other.owner, len(other.parts)) != (mine[0].owner, len(mine[0].parts))
        or not _is_last(other.text, target)
    ):
        return ""
    return other.text if other.parts != mine[0].parts else ""


def _is_last(code: str, target: str) -> bool:
    """Whether the last part of the address has a code: others are folders, or what somebody looked for."""
    return code in target.rstrip("/").rpartition("/")[2].replace("=", " ").upper()
