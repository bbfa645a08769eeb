"""Numbers that leave one out or come twice, and series that mean something else."""

from __future__ import annotations

import pytest

from linter.article.read import read_article
from linter.check import Alarm, Setup
from linter.topics.data.numbering import Numbering

CHECK = Numbering(Numbering.Params(), Setup())


def alarms(source: str) -> list[tuple[str, str]]:
    """What is reported: the place and the number that would be next."""
    article = read_article(source, "a.md")
    found = (item for item in CHECK.run(article) if isinstance(item, Alarm))
    return [(article.excerpt(item.span), item.fields["expected"]) for item in found]


def headings(*titles: str) -> str:
    return "".join(f"## {title}\n\nText.\n\n" for title in titles)


@pytest.mark.parametrize(
    ("titles", "found"),
    [
        (("1. A", "2. B", "4. C", "5. D"), [("4", "3")]),
        (("1. A", "2. B", "2. C", "3. D"), [("2", "3")]),
        (("Step 1: A", "Step 2: B", "Step 4: C"), [("4", "3")]),
        (("1 A", "2 B", "4 C"), [("4", "3")]),
        (("1. A", "2. B", "3. C"), []),
        (("1. A", "2. B", "1. C", "2. D"), []),
        (("3. A", "2. B", "1. C"), []),
        (("1. A", "5. B", "7. C"), []),
        (("1. A", "3. B"), []),
        (("2019. A", "2020. B", "2022. C"), []),
        (("1. A", "2. B", "4. C", "6. D"), []),
        (("1.1 A", "1.2 B", "2.1 C", "2.2 D"), []),
        (("5 reasons", "6 people", "8 places"), []),
        (("1. A", "2. B", "B, continued", "3. C"), []),
    ],
)
def test_headings(titles: tuple[str, ...], found: list[tuple[str, str]]) -> None:
    assert alarms(headings(*titles)) == found


def test_a_number_that_is_no_heading_is_there() -> None:
    assert alarms(headings("1. A", "2. B") + "**3. C**\n\n" + headings("4. D", "5. E")) == []


@pytest.mark.parametrize(
    ("items", "found"),
    [
        ("1. a\n2. b\n4. c\n5. d\n", [("4", "3")]),
        ("1. a\n2. b\n2. c\n3. d\n", [("2", "3")]),
        ("1. a\n1. b\n1. c\n1. d\n", []),
        ("1. a\n2. **b**\n3. *c*\n4. d\n", []),
        ("1. a\n2. b\n   1. x\n   2. y\n3. c\n", []),
        ("1. a\n2. b\n3. c\n\nText.\n\n1. d\n2. e\n3. f\n", []),
        ("1. a\n2. b\n\n```\nx\n```\n\n3. c\n4. d\n", []),
        ("1. a\n2. `b`\n3. c\n4. d\n", []),
        ("10. a\n11. b\n13. c\n", []),
    ],
)
def test_items(items: str, found: list[tuple[str, str]]) -> None:
    assert alarms(f"Text.\n\n{items}") == found


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ((1, 2, 4), [("Figure 4", "3")]),
        ((1, 2, 2, 3), [("Figure 2", "3")]),
        ((1, 2, 3), []),
    ],
)
def test_captions(numbers: tuple[int, ...], found: list[tuple[str, str]]) -> None:
    assert alarms("".join(f"![Figure {number}: A](a.png)\n\n" for number in numbers)) == found


def test_a_picture_and_what_stands_below_it_are_one() -> None:
    both = "".join(f"![Figure {number}](a.png)\n\n*Figure {number}: A*\n\n" for number in (1, 2, 3))
    assert alarms(both) == []
