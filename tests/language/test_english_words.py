"""Small words of English in a language that no table of words is of."""

from __future__ import annotations

from collections.abc import Callable

from linter.article.read import read_article
from linter.topics.language.english_words import english_words
from tests.cost import assert_linear


def found(text: str) -> list[str]:
    article = read_article(f"---\nlang: fi\n---\n\n{text}\n", "a.md")
    return [article.excerpt(span) for span in english_words(article)]


def test_the_first_of_a_sentence_stands_for_the_rest() -> None:
    assert found("Kunta hyväksyi uudistuksen however about ilman äänestystä.") == ["however"]
    assert found("Kunta hyväksyi however uudistuksen. Se tuli about eilen voimaan.") == ["however", "about"]


def test_far_apart_they_are_a_sentence_in_english() -> None:
    assert found("Kunta sanoi however että uudistus ja kaikki muu about menee läpi.") == []


def test_twice_they_are_there_on_purpose() -> None:
    assert found("Kunta sanoi however näin. Se sanoi however myös noin.") == []


def test_the_cost_of_a_sentence_without_end_grows_with_its_length() -> None:
    def search(size: int) -> Callable[[], object]:
        text = "talo about koti therefore " * (size // 26)
        article = read_article(f"---\nlang: fi\n---\n\n{text}\n", "a.md")
        return lambda: list(english_words(article))

    assert_linear(search, 2_000, 2_000)
