"""Quotations, and sentences that follow the source but for a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.topics.sources.altered_quote import ABSENT, ALTERED, altered_quotes
from linter.topics.sources.opposites import opposed
from linter.topics.sources.parallel import swaps
from linter.topics.sources.swaps import name_swaps, number_swaps, opposites, weekday_swaps
from tests.sources.builders import against

SAID = "The farmer said: “I will never sell the land that our parents left us, whatever they offer.”"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("“I will never sell the land that our parents left us,” he said.", []),
        ("He “will never sell the land that [his] parents left us … whatever they offer”.", []),
        ("“I will never sell the house that our parents left us,” he said.", [ALTERED]),
        ("“I will not ever sell the land that our parents left us,” he said.", [ALTERED]),
        ("“They can have it when I am dead,” he said.", [ABSENT]),
        ("The “land of the fathers” stays.", []),
    ],
)
def test_quotations(text: str, kinds: list[str]) -> None:
    assert [found.kind for found in altered_quotes(against(text, SAID))] == kinds


def test_a_translated_quotation_is_not_compared() -> None:
    assert (
        altered_quotes(against("« Je ne vendrai jamais la terre des parents », dit-il.", SAID, lang="fr"))
        == ()
    )


BANK = "The central bank of Norway said on Friday it would publicly name 12 firms in the report."


@pytest.mark.parametrize(
    ("text", "look", "other"),
    [
        ("The central bank of Denmark said on Friday it would publicly name 12 firms.", name_swaps, "Norway"),
        (
            "The central bank of Norway said on Monday it would publicly name 12 firms.",
            weekday_swaps,
            "Friday",
        ),
        (
            "The central bank of Norway said on Friday it would privately name 12 firms.",
            opposites,
            "publicly",
        ),
    ],
)
def test_swaps(text: str, look: object, other: str) -> None:
    found = look(against(text, BANK))  # type: ignore[operator]
    assert [swap.place.text for swap in found] == [other]


def test_number_swaps_need_another_value() -> None:
    text = "The central bank of Norway said on Friday it would publicly name {} firms in the report."
    assert [item.text for _, item in number_swaps(against(text.format(15), BANK))] == ["15"]
    assert number_swaps(against(text.format("twelve"), BANK)) == ()


def test_another_sentence_is_no_swap() -> None:
    assert swaps(against("Nobody in Denmark knows the report that was named on Friday.", BANK)) == ()


@pytest.mark.parametrize(
    ("language", "one", "other", "excluded"),
    [
        ("en", "mother", "father", True),
        ("en", "mother", "mother's", False),
        ("en", "controlled", "uncontrolled", True),
        ("fr", "privé", "publique", True),
        ("en", "table", "chair", False),
        ("xx", "mother", "father", False),
    ],
)
def test_opposites(language: str, one: str, other: str, excluded: bool) -> None:
    assert opposed(one, other, language) is opposed(other, one, language) is excluded


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_against_any_source(text: str, source: str) -> None:
    article = against(text.replace("---", ""), source.replace("---", ""))
    for swap in swaps(article):
        assert 0 <= swap.start < swap.end <= len(swap.block.text.prose)
    altered_quotes(article)


@given(st.text(alphabet="The mayor of Oslo said 12 on Friday. ", min_size=20, max_size=300))
def test_a_text_supports_itself(text: str) -> None:
    article = against(text, text)
    assert name_swaps(article) == ()
    assert opposites(article) == ()
