"""Where a name of the bible is meant, and where it is a piece of another one."""

from __future__ import annotations

import pytest

from linter.article.read import read_article
from linter.topics.facts.bible import Bible
from linter.topics.facts.match import known_names
from linter.topics.facts.model import Organisation, Person

BIBLE = Bible(
    [
        Organisation(name="Waite"),
        Organisation(name="Harlow Works"),
        Organisation(name="Harlow Works Museum"),
        Organisation(name="Table"),
        Person(name="Ida Brandt"),
        Person(name="Tom Waite"),
    ]
)


def named(text: str, lang: str = "en") -> list[str]:
    read = read_article(f"---\nlang: {lang}\n---\n\n{text}\n", "a.md")
    return [found.block.text.prose[found.start : found.end] for found in known_names(read, BIBLE)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Waite closed.", ["Waite"]),
        ("It was Waite.", ["Waite"]),
        ("The Waite closed.", ["Waite"]),
        ("They were in Paris. Waite closed.", ["Waite"]),
        ("They were in Paris, Waite closed.", ["Waite"]),
        ("They met Minister Waite there.", ["Waite"]),
        ("They met Paul Waite there.", []),
        ("They met Waite Hilton there.", []),
        ("They met Waite, Hilton and others.", ["Waite"]),
        ("It was Waite. Hilton was there.", ["Waite"]),
        ("They met Waite again.", ["Waite"]),
        ("They met Waite's friends.", ["Waite"]),
        ("They met waite there.", []),
        ("Table was closed, and a Table was not.", ["Table"]),
        ("They met Tom Waite there.", ["Tom Waite"]),
        ("They met Tom, Waite and others.", ["Waite"]),
        ("They met Tom.", []),
        ("The Harlow Works Museum and the Harlow Works.", ["Harlow Works Museum", "Harlow Works"]),
        ("They met Harlow, Works and others.", []),
        ("Ida Brandt spoke. Brandt left, brandt did.", ["Ida Brandt", "Brandt"]),
        ("Ida Brandt spoke. Then Paul Brandt left.", ["Ida Brandt"]),
        ("Then Brandt left.", []),
    ],
)
def test_what_is_named(text: str, found: list[str]) -> None:
    assert named(text) == found
