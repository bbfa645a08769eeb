"""Articles of which the text is read when something first asks for it.

Rules of other tools see the text in their own way: it may be read for them alone, and never as we see it.
"""

from __future__ import annotations

from linter.article.frontmatter import read_front_matter
from linter.article.headline import metadata_known, take_text
from linter.article.markdown import read_markdown
from linter.article.model import Article
from linter.typed import Any

_OF_TEXT = ("blocks", "headline", "stray", "code", "tables")


class LaterArticle(Article):
    """A Markdown article whose metadata is there, and whose text comes later."""

    def __init__(self, source: str, path: str, aliases: dict[str, tuple[str, ...]]) -> None:
        self._front = read_front_matter(source)
        known = metadata_known(path, self._front.fields, self._front.problems, aliases)
        super().__init__(source, path, "markdown", (), *known, aliases=aliases)
        for name in _OF_TEXT:
            delattr(self, name)

    def __getattr__(self, name: str) -> Any:
        """Called for what is not there yet."""
        if name not in _OF_TEXT:
            raise AttributeError(name)
        take_text(self, read_markdown(self.source, self._front))
        return getattr(self, name)
