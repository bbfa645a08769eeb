"""An article without any headline."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from linter.article.aliases import ALIASES
from linter.article.model import Article
from linter.article.path_name import path_name
from linter.check import Alarm, Check, Count
from linter.finding import Severity
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple

_WORD = lazy(r"\w+")
_SHOWN_KEYS = 4
_NAMED = frozenset("name firstname lastname role position question term terms label".split())
"""Keys of the page of a person, a vacancy or a thing, each of which is shown as its title."""
_SWITCHES = frozenset({"true", "false", "yes", "no", "on", "off"})
_OF_THE_PAGE = frozenset({"layout", "permalink", "template", "type"})
"""Keys that say how a page is made, nothing about what it says."""
_ENTITLED = frozenset({"markdown", "html", "text"})
"""Formats in which a headline can be told; elsewhere many write it without any style or mark."""
_TITLE = "title"
_POSTS = "_posts"
_PHRASE = 4
"""Words of a value that may be a title under a key of the site's own."""
_PAGE = lazy(r"(?i)<(?:!doctype|html|head|title|h1)\b")
"""What a page has; without it HTML is a piece that a template sets into one."""


class MissingHeadlineParams(NamedTuple):
    min_words: int = 50
    """Shorter texts are fragments, not articles."""


class MissingHeadline(Check):
    """Reports the first word of an article that has no title in its metadata and no top heading.

    A file whose metadata say nothing about it is as often a piece of a page, a list, a mail or an entry of a
    diary, one with a name is the page of a person or a thing, and what has a day for its name, or lies where
    a generator makes titles of names, wants no other, so that these are only noted.
    """

    Params = MissingHeadlineParams
    fields = frozenset({"keys"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        if article.headline is not None and article.headline.prose.strip():
            return
        if article.format == "html" and not _PAGE.search(article.source):
            yield Count("HTML fragments, whose headline stands elsewhere")
            return
        if article.format not in _ENTITLED:
            yield Count("documents in which nothing says what the headline is")
            return
        if _is_named_by_title(article.path):
            yield Count("articles that only the name of their file entitles")
            return
        words = (
            (block, word) for block in article.scope("text") for word in _WORD.finditer(block.text.prose)
        )
        counted = list(islice(words, self.params.min_words))
        if len(counted) >= max(1, self.params.min_words):
            keys = article.aliases.get("title", ALIASES["title"])[:_SHOWN_KEYS]
            block, word = counted[0]
            lacks = _is_described(article) and not _is_named_by_generator(article.path)
            severity = None if lacks else Severity.INFO
            yield Alarm(block.text.span(*word.span()), {"keys": ", ".join(keys)}, severity=severity)


def _is_described(article: Article) -> bool:
    """Whether the front matter says something about the article, and gives it no name."""
    described = False
    for field in article.metadata:
        name = field.name.casefold()
        named = name.replace("_", "").replace("-", "") in _NAMED
        if field.origin == "front-matter" and (named or _entitles(name, field.value)):
            return False
        switch = name in _OF_THE_PAGE or field.value.strip().casefold() in _SWITCHES
        described = described or (field.origin == "front-matter" and not switch)
    return described


def _entitles(name: str, value: str) -> bool:
    """Whether a key that no generator knows has a phrase, which a template may show as the title.

    A piece of the word, as ``tle``, was meant to be the known key.
    """
    known = name in _TITLE or any(name in names for names in ALIASES.values())
    return len(value.split()) >= _PHRASE and not known


def _is_named_by_generator(path: str) -> bool:
    """Whether the file lies where Jekyll makes a title of its name, or has but the number of a day."""
    folders = path.replace("\\", "/").split("/")[:-1]
    return _POSTS in folders or not any(map(str.isalpha, path_name(path)))


def _is_named_by_title(path: str) -> bool:
    """Whether the name of a file, or of its folder for ``index.md``, has two words with blanks around them.

    So vaults of notes and wikis name an article; a name for the web has none.
    """
    return sum(sum(map(str.isalpha, word)) > 1 for word in path_name(path).split()) > 1
