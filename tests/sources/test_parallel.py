"""Which sentences are laid beside a source, and which words of them count as exchanged."""

from __future__ import annotations

import pytest

from linter.topics.sources.parallel import LONGEST, SHORTEST, swaps
from tests.sources.builders import against

BANK = "The central bank of Norway said on Friday it would publicly name 12 firms in the report."


def swapped(text: str, source: str = BANK) -> list[tuple[str, str]]:
    return [
        (" ".join(word.text for word in swap.words), swap.place.text) for swap in swaps(against(text, source))
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The central bank of Denmark said on Friday it would name firms.", [("Denmark", "Norway")]),
        (
            "It rained. The central bank of Denmark said on Friday it would name firms.",
            [("Denmark", "Norway")],
        ),
        (
            "It rained for two days! The central bank of Denmark said on Friday it would name firms.",
            [("Denmark", "Norway")],
        ),
        (
            "Central bank of Denmark said on Friday it would.\n\nThe central bank of Sweden said it.",
            [("Denmark", "Norway"), ("Sweden", "Norway")],
        ),
        ("Central bank of Denmark said it.", [("Denmark", "Norway")]),
        (
            "The central bank of all three countries said on Friday it would name firms.",
            [("all three countries", "Norway")],
        ),
        ("The central bank of all the three countries said on Friday it would name firms.", []),
        ("The new bank of Denmark said on Friday it would name firms.", [("Denmark", "Norway")]),
        ("Our bank in Denmark said on Friday no firm is bad there.", []),
    ],
)
def test_words_exchanged(text: str, found: list[tuple[str, str]]) -> None:
    assert swapped(text) == found


def test_a_short_sentence_is_not_compared() -> None:
    words = "central bank of Denmark said on Friday".split()
    assert swapped(" ".join(words[:SHORTEST])) == [("Denmark", "Norway")]
    assert swapped(" ".join(words[: SHORTEST - 1])) == []


def test_a_sentence_ends_the_comparison() -> None:
    assert swapped("The central bank of Denmark. Said on Friday it would publicly name 12 firms.") == []


def test_a_list_without_stops_is_compared_in_parts() -> None:
    filling = " ".join(f"word{number}" for number in range(LONGEST))
    text = (
        f"{filling} The central bank of Denmark said on Friday it would publicly name 12 firms in the report."
    )
    assert swapped(text) == [("Denmark", "Norway")]
    assert swapped(text.partition(f"word{LONGEST // 2} ")[2]) == []


def test_code_is_not_compared() -> None:
    text = "The central bank of Denmark said on Friday it would publicly name 12 firms in the report."
    assert swapped(f"It rained.\n\n```\n{text}\n```") == []
    assert swapped(text, f"---\nlang: en\n---\n\n```\n{BANK}\n```\n") == []


def test_a_source_in_another_language_is_left_alone() -> None:
    text = "The central bank of Denmark said on Friday it would publicly name 12 firms in the report."
    assert swapped(text, f"---\nlang: en\n---\n\n{BANK}\n") == [("Denmark", "Norway")]
    assert swapped(text, f"---\nlang: fr\n---\n\n{BANK}\n") == []
