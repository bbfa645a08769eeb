"""An item that stands in a list twice, and a link that a digest has twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from operator import itemgetter

from linter.analyses.exempt import exempt
from linter.article.model import LIST, Article
from linter.check import Alarm, Check, Count
from linter.finding import Related, Severity
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.quoting import beginning
from linter.text import FILLER, Span, Text
from linter.topics.structure import present

_ITEM = lazy(r"(?P<indent>[ \t]*)(?P<sign>[*+-]|\d{1,3}[.)])[ \t]+(?P<text>\S[^\r\n]*?)[ \t]*(?=[\r\n]|\Z)")
_LINE = lazy(r"[^\r\n]+")
_LINK = lazy(r"\[(?P<text>[^\[\]\n]*(?:\[[^\[\]\n]*\][^\[\]\n]*)*)\]\((?P<target>\w{4,5}://[^\s()]+)\)")
_LEADS = lazy(r"[*_\s]*\[")
_MARKUP = lazy(r"[*_`~\s]+")
_LETTER = lazy(r"\S*/\S*|([^\W\d_])")
"""A letter; those of a path or an address do not count."""
_NAME = lazy(r"`?[^\W\d_a-z][\w’'.-]*(?: [^\W\d_a-z][\w’'.-]*){1,3}`?")
_NUMBER = lazy(r"\d+")
_WIDEST = 40
"""Characters of the sign of an item with what it is indented by."""
_SIGNED = ("asciidoc", "org", "rst")
"""Formats whose items begin with a sign, and where a line of no text ends a list: a heading that is code."""
_COUNTS = ("1", ".", "#")
"""The sign of a numbered item begins so."""
_BEGIN = r"\begin{"
_SKIPPED = lazy(r"\n[ \t]*[^\s][^\n]*(?=\n)")
"""A whole line."""
_LINE_END = len("\r\n")
_DEEP = lazy(r"\w{4,5}://[^/\s]+/[^/\s]+")
"""An address of more than a site: the page of a publisher may come again."""
_SHOWN = 60
_TITLE = 15
"""Letters of a link that names a page; shorter ones are persons and projects, which do several things, as do
those with an @."""
_FEWEST = 3
"""Items of a list; two with dashes are as often a lead and its text."""
_LONGEST = 250
"""Characters; a longer item is a paragraph behind a dash."""


class DuplicateItemParams(NamedTuple):
    min_letters: int = 25
    """Shorter items may come again (“Break”, “Fix typos”), but for links and lists of names."""
    names: int = 5
    """So many items, all of them names but for a few, make a list of names."""


class _Item(NamedTuple):
    """An item as its line has it."""

    list_: tuple[int, ...]
    """Number of the list, and the lines of the items it stands under: equal for the items of one list."""
    text: str
    span: Span
    ordered: bool = False
    """Steps come again: of numbered items only those with links are judged."""
    below: str = ""
    """Its second line, or the first item under it; two events of one day differ there only."""


class DuplicateItem(Check):
    """Reports the second of two equal items of one list, and of two items that lead to one page.

    What stands in a list three times repeats on purpose, and so do short items that are no names. One page
    under two names is only noted: it may be two things on it, or a link that was copied.
    """

    Params = DuplicateItemParams
    fields = frozenset({"text"})
    variants = frozenset({"link"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        if not present.items(article):
            return
        items = _with_below(_lines(article) if present.in_lines(article) else list(_blocks(article)))
        if len(items) > 1:
            told = set()
            for alarm in self._equal(items):
                told.add(alarm.span)
                yield alarm
            yield from (alarm for alarm in _same_target(items) if alarm.span not in told)

    def _equal(self, items: list[_Item]) -> Iterator[Alarm]:
        keys = [(item.list_, _key(item.text)) for item in items]
        times = Counter(keys)
        lists: dict[tuple[int, ...], list[_Item]] = defaultdict(list)
        for item in items:
            lists[item.list_].append(item)
        first: dict[object, _Item] = {}
        names: dict[tuple[int, ...], bool] = {}
        for item, key in zip(items, keys, strict=True):
            earlier = first.setdefault(key, item)
            if earlier is item or times[key] != 2 or len(lists[item.list_]) < _FEWEST:
                continue
            if item.below and earlier.below and _key(item.below) != _key(earlier.below):
                continue
            if item.list_ not in names:
                names[item.list_] = self._is_of_names(lists[item.list_])
            if self._tells(item, names[item.list_]):
                yield _alarm(item, earlier)

    def _tells(self, item: _Item, names: bool) -> bool:
        """Whether it says so much that it would not be said twice."""
        if item.text.endswith((":", "：")) or FILLER in item.text or len(item.text) > _LONGEST:
            return False
        if _LINK.search(item.text):
            return True
        long = sum(map(bool, _LETTER.findall(item.text))) >= self.params.min_letters
        return not item.ordered and (long or (names and bool(_NAME.fullmatch(item.text))))

    def _is_of_names(self, items: list[_Item]) -> bool:
        if len(items) < self.params.names or items[0].ordered:
            return False
        keys = {_key(item.text) for item in items}
        return (
            len(keys) >= len(items) - 2
            and sum(bool(_NAME.fullmatch(i.text)) for i in items) > len(items) * 3 / 4
        )


def _lines(article: Article) -> list[_Item]:
    """The items of Markdown lists, by their lines; what only code fills is no block."""
    comments, code = exempt(article, "comments"), exempt(article, "code")
    start = max((each.span.end for each in article.metadata if each.origin == "front-matter"), default=0)
    number = end = 0
    under: list[tuple[int, int]] = []
    items: list[_Item] = []
    for line in _LINE.finditer(article.source, start):
        item = _ITEM.match(article.source, line.start(), line.end())
        if item is None:
            if not line[0][0].isspace() or line[0].lstrip().startswith("</"):  # a tab of a component ends
                number, under = number + 1, []
            elif items and line.start() - end <= _LINE_END:
                items[-1] = items[-1]._replace(below=line[0].strip())
            continue
        if comments.hold(item.start("text")) or code.hold(item.start("sign")):
            continue
        depth = len(item["indent"].expandtabs(4))
        while under and under[-1][0] >= depth:
            under.pop()
        list_ = (number, *(start for _, start in under))
        items.append(_Item(list_, item["text"], Span(*item.span("text")), item["sign"][0].isdigit()))
        under.append((depth, item.start()))
        end = line.end()
    return items


def _with_below(items: list[_Item]) -> list[_Item]:
    """The items, each with what it goes on with, or the first one that stands under it."""
    return [
        item._replace(below=following.text)
        if following and not item.below and len(following.list_) > len(item.list_)
        else item
        for item, following in zip(items, (*items[1:], None), strict=False)
    ]


def _blocks(article: Article) -> Iterator[_Item]:
    """The items of other formats: those in a row make a list, and those with one sign where signs do.

    What begins a line there goes on with the item above, or ends the list that stands deeper in that.
    """
    signed = article.format in _SIGNED
    number = end = 0
    steps = False
    under: list[tuple[str, int]] = []
    for block in article.blocks:
        span = block.text.whole
        if article.format == "latex" and _BEGIN in (gap := article.source[end : span.start]):
            steps = gap.rfind("enumerate") > gap.rfind("itemize")
        before = _before(article.source, span.start) if signed or article.format == "latex" else "-"
        if block.kind != LIST or (signed and _SKIPPED.search(article.source, end, span.start)):
            number, under = number + 1, []
        if block.kind == LIST and not before.strip():
            number += 1
        elif block.kind == LIST and block.text.prose.strip():
            if signed:
                signs = [sign for sign, _ in under]
                under = under[: signs.index(before)] if before in signs else under
            list_ = (number, *(start for _, start in under))
            text = " ".join(_with_links(block.text).split())
            yield _Item(list_, text, span, steps or before.lstrip().startswith(_COUNTS))
            if signed:
                under.append((before, span.start))
        end = span.end


def _before(source: str, start: int) -> str:
    """What stands before a place in its line, with no number told from another."""
    begin = max(0, start - _WIDEST)
    return _NUMBER.sub("1", source[max(begin, source.rfind("\n", begin, start) + 1) : start])


def _with_links(text: Text) -> str:
    """The prose with its links as Markdown writes them."""
    written, done = "", 0
    for link in text.marked("link"):
        if link.start >= done and link.value:
            shown = text.prose[link.start : link.end]
            written += f"{text.prose[done : link.start]}[{shown}]({link.value})"
            done = link.end
    return written + text.prose[done:]


def _same_target(items: list[_Item]) -> Iterator[Alarm]:
    """Items that begin with a link to a page to which another item of the list leads, too.

    Digests repeat under a heading what they had among their highlights, so that lists are not compared.
    """
    found: list[tuple[tuple[object, ...], _Item]] = []
    for item in items:
        link = _leading_link(item)
        if link and _DEEP.match(link["target"]):
            found.append(((item.list_, link["target"].rstrip("/")), item))
    times = Counter(key for key, _ in found)
    first: dict[tuple[object, ...], _Item] = {}
    for key, item in found:
        earlier = first.setdefault(key, item)
        if earlier is not item and times[key] == 2:
            text = _link_text(item)
            sure = len(text) >= _TITLE and text == _link_text(earlier) and not text.startswith("@")
            yield _alarm(item, earlier, "link")._replace(severity=None if sure else Severity.INFO)


def _leading_link(item: _Item) -> re.Match[str] | None:
    """The link that an item begins with, if it leads to another site."""
    leads = _LEADS.match(item.text)
    return _LINK.match(item.text, leads.end() - 1) if leads else None


def _link_text(item: _Item) -> str:
    link = _leading_link(item)
    return _key(link["text"]) if link else ""


def _key(text: str) -> str:
    return _MARKUP.sub(" ", text).strip(" .;,").casefold()


def _alarm(item: _Item, earlier: _Item, variant: str = "") -> Alarm:
    link = _leading_link(item) if variant else None
    text = _MARKUP.sub(" ", link["text"] if link else _LINK.sub(itemgetter("text"), item.text)).strip()
    return Alarm(
        item.span, {"text": beginning(text, _SHOWN)}, (Related(earlier.span, "first here"),), variant=variant
    )
