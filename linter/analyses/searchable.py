"""All that is written in an article, to ask at once whether some literal stands anywhere in it."""

from __future__ import annotations

from linter.analyses import analysis
from linter.article.model import Article
from linter.matching.folding import fold


@analysis
def searchable(article: Article) -> str:
    """The lines of the prose, the headline, the metadata and the source, folded, each once."""
    texts = [block.text.prose for block in article.blocks]
    texts += [field.value for field in article.metadata]
    if article.headline:
        texts.append(article.headline.prose)
    return fold("\n".join(dict.fromkeys("\n".join((*texts, article.source)).split("\n"))))
