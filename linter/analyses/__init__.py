"""What can be known about an article before any rule: each computed once, on first touch.

An analysis is a function of the article, decorated with :func:`analysis`; it stands in the
module of its subject and imports what is heavy inside itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from linter.article.model import Article
from linter.stopwatch import STOPWATCH
from linter.typed import TypeVar

Result = TypeVar("Result")


def analysis(compute: Callable[[Article], Result]) -> Callable[[Article], Result]:
    """Keep the result of ``compute`` on the article. ``OutOfTime`` if the article has no time left."""

    @wraps(compute)
    def remembered(article: Article) -> Result:
        try:
            return article.memo[compute]  # type: ignore[no-any-return]
        except KeyError:
            result = article.memo[compute] = _measured(compute, article)
            return result

    return remembered


def _measured(compute: Callable[[Article], Result], article: Article) -> Result:
    article.budget.check()
    if not STOPWATCH.running:
        return compute(article)
    with STOPWATCH.measuring("analysis", f"{compute.__module__.split('.', 2)[2]}.{compute.__name__}"):
        return compute(article)
