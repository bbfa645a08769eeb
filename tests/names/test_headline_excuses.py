"""Headlines that capitalise every word."""

from __future__ import annotations

import pytest

from linter.topics.names.headlines.excuses import titled
from tests.names.builders import article


@pytest.mark.parametrize(
    ("headline", "is_titled"),
    [
        ("The Long Road Home of the Baker", True),
        ("The Long Road home of the baker", False),
        ("The Long Road Home of the baker", True),
        ("The Long Road Home and some baker", False),
        ("The Long Road", False),
        ("Bakers Take Long Road", True),
        ("Bakers Take Long Way", False),
        ("Bakers take long roads home", False),
    ],
)
def test_titles(headline: str, is_titled: bool) -> None:
    assert titled(article("en", headline, "It rains.")) is is_titled


def test_an_article_without_headline() -> None:
    from linter.article.read import read_article

    assert not titled(read_article("It rains.\n", "a.txt"))
