"""Two language versions of an article, compared by a check."""

from __future__ import annotations

from collections.abc import Mapping

from linter.article.model import Article
from linter.article.read import read_article
from linter.check import Alarm, Check, Setup
from linter.engine.cross_version import in_order
from linter.engine.versions import Version
from linter.topics.translations.version_check import VersionCheck


def versions(heads: Mapping[str, str] = {}, **texts: str) -> dict[str, Article]:
    """Articles by their languages, maybe with a line of metadata each; the English one is the original."""
    read = [
        (
            Version(f"story.{tag}.md", tag),
            read_article(
                f"---\nlang: {tag}\n{heads.get(tag, '')}\n---\n\n{text}\n",
                f"story.{tag}.md",
            ),
        )
        for tag, text in texts.items()
    ]
    order = in_order(read)
    for article in order:
        article.versions = order
    return {tag: article for (_, article), tag in zip(read, texts, strict=True)}


def alarms(check: type[VersionCheck], article: Article) -> list[tuple[str, str]]:
    """What a check says of an article, each with what the other version has."""
    made: Check = check(check.Params(), Setup())
    return [
        (article.excerpt(each.span), each.fields["other"])
        for each in made.run(article)
        if isinstance(each, Alarm)
    ]
