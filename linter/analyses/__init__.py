"""What can be known about an article before any rule: each computed once, on first touch.

An analysis is a function of the article, decorated with :func:`analysis`; it stands in the
module of its subject and imports what is heavy inside itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from linter.article.model import Article
from linter.stopwatch import STOPWATCH
from linter.typed import TYPE_CHECKING, Any, TypeVar

Result = TypeVar("Result")
if TYPE_CHECKING:
    Kept = TypeVar("Kept", bound=Callable[..., Any])


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


def kept(compute: Kept) -> Kept:
    """Keep on the article what is computed of it and of something else that can be hashed, once for each."""

    @wraps(compute)
    def remembered(article: Article, *given: object) -> object:
        key = (compute, *given)
        try:
            return article.memo[key]
        except KeyError:
            result = article.memo[key] = compute(article, *given)
            return result

    return remembered  # type: ignore[return-value]


def _measured(compute: Callable[[Article], Result], article: Article) -> Result:
    article.budget.check()
    if not STOPWATCH.running:
        return compute(article)
    with STOPWATCH.measuring("analysis", f"{compute.__module__.split('.', 2)[2]}.{compute.__name__}"):
        return compute(article)
