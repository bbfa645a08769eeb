"""Which passage stands for which."""

from __future__ import annotations

from linter.article.model import Block
from linter.text import Text
from linter.topics.translations.alignment import align
from linter.topics.translations.passages import Passage

NOTHING = frozenset[str]()


def passage(kind: str, length: int, *links: str) -> Passage:
    return Passage(
        Block(kind, Text.verbatim("", 0, 0)), kind, length, frozenset(links), NOTHING, NOTHING, NOTHING
    )


def partners(mine: list[Passage], theirs: list[Passage]) -> list[tuple[int, int]] | None:
    found = align(mine, theirs, lambda: None)
    return None if found is None else [match.sides for match in found]


def test_passages_of_one_form_are_laid_side_by_side() -> None:
    text = [passage("heading", 20), passage("paragraph", 300), passage("list", 40)]
    assert partners(text, text) == [(0, 0), (1, 1), (2, 2)]


def test_a_passage_that_one_version_lacks_has_no_partner() -> None:
    text = [passage("paragraph", 100 + 50 * i, f"/{i}") for i in range(6)]
    assert partners(text, text[:2] + text[3:]) == [(0, 0), (1, 1), (3, 2), (4, 3), (5, 4)]


def test_nothing_is_laid_beside_nothing() -> None:
    assert partners([], [passage("paragraph", 10)]) == []


def test_the_cost_grows_with_the_length_and_no_faster() -> None:
    def ticks(count: int) -> int:
        called: list[None] = []
        text = [passage("paragraph", 50 + i % 7) for i in range(count)]
        align(text, [passage("list", 40), *text], lambda: called.append(None))
        return len(called)

    assert ticks(200) < 2.2 * ticks(100)


def test_versions_of_very_different_lengths_are_not_compared() -> None:
    many = [passage("paragraph", 50)] * 3000
    assert partners(many, [passage("paragraph", 50)]) is None
