"""What is asked of chunks, and how often."""

from __future__ import annotations

import pytest

from linter.analyses import chunks as chunks_module
from linter.analyses.chunks import Holding, chunks, folded_words, in_any
from linter.article.model import Article
from linter.article.read import read_article
from linter.text import Text


def article(text: str, lang: str = "en") -> Article:
    return read_article(f"---\ntitle: A headline\nlang: {lang}\n---\n\n{text}\n", "article.md")


@pytest.fixture(autouse=True)
def nothing_met(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks_module, "_MET", {})


class Asked:
    """Finds words with an x, and notes what it is asked about."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def __call__(self, text: str) -> list[str]:
        self.words += text.split()
        return [word for word in text.split() if "x" in word]


def test_code_is_left_out() -> None:
    assert chunks(article("One two, two.\n\n    code()\n")) == {"A", "headline", "One", "two,", "two."}


def test_each_chunk_is_asked_about_once() -> None:
    asked = Asked()
    holding = Holding(asked)
    assert holding.among(article("ax b c")) == {"ax"}
    assert holding.among(article("b ax dx")) == {"ax", "dx"}
    assert holding.among(article("b c")) == frozenset()
    assert sorted(asked.words) == sorted(["A", "headline", "ax", "b", "c", "dx"])


def test_languages_are_kept_apart() -> None:
    holding = Holding(Asked())
    assert holding.among(article("ax b", "en")) == {"ax"}
    assert holding.among(article("ax cx", "fr")) == {"ax", "cx"}
    assert holding.among(article("b cx", "en")) == {"cx"}


def test_a_question_may_come_late() -> None:
    early, late = Holding(Asked()), Holding(Asked())
    first = article("ax b")
    early.among(first)
    early.among(article("c dx"))
    assert late.among(article("b dx ex")) == {"dx", "ex"}
    assert late.among(first) == {"ax"}


def test_what_is_found_may_be_prepared() -> None:
    holding = Holding(lambda text: ["two"] if "two" in text else [], str.lower)
    assert holding.among(article("One TWO Two-fold.")) == {"TWO", "Two-fold."}


def test_all_is_forgotten_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks_module, "_MOST", 3)
    holding = Holding(Asked())
    assert holding.among(article("ax b c d")) == {"ax"}
    assert holding.among(article("ax e fx")) == {"ax", "fx"}


def test_the_words_are_runs_of_letters() -> None:
    text = "(né en 1950), l'Élysée x2y née\n\n    code()\n"
    assert folded_words(article(text)) == {"né", "en", "l", "élysée", "x", "y", "née", "a", "headline"}


def test_a_text_is_asked_for_whole_chunks() -> None:
    assert in_any(frozenset({"twofold"}), Text.verbatim("a twofold", 0, 9))
    assert not in_any(frozenset({"two"}), Text.verbatim("a twofold", 0, 9))
    assert not in_any(frozenset(), Text.verbatim("a twofold", 0, 9))
