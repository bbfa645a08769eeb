"""All that is written in an article, to ask at once whether some literal stands anywhere in it."""

from __future__ import annotations

from itertools import accumulate

from linter.analyses import analysis
from linter.article.model import Article
from linter.matching.folding import fold_case


@analysis
def searchable(article: Article) -> str:
    """The prose, folded, and the lines of the headline, the metadata and the source that are not in it."""
    known = {line for block in article.blocks for line in block.text.prose.split("\n")}
    texts = [field.value for field in article.metadata]
    if article.headline:
        texts.append(article.headline.prose)
    lines = dict.fromkeys("\n".join((*texts, article.source)).split("\n"))
    return folded_prose(article)[0] + fold_case("\n".join([line for line in lines if line not in known]))


@analysis
def folded_prose(article: Article) -> tuple[str, list[int]]:
    """The prose of all blocks, folded, and where each of them ends in it."""
    proses = [f"{fold_case(block.text.prose)}\n" for block in article.blocks]
    return "".join(proses), list(accumulate(map(len, proses)))
