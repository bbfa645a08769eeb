"""Which frequent word a word in no list is a slip of, and how frequent that must be."""

from __future__ import annotations

import pytest

from linter.topics.language.lexicon import Lexicon, lexicon
from linter.topics.language.word_slips import slip_of


@pytest.mark.parametrize(
    ("lang", "word", "other"),
    [
        ("en", "langauge", "language"),
        ("en", "artifiical", "artificial"),  # beside two that are alike
        ("en", "writting", "writing"),
        ("en", "begining", "beginning"),
        ("en", "sitll", "still"),
        ("en", "libary", "library"),
        ("en", "alway", "always"),
        ("en", "retried", ""),
        ("en", "waked", ""),
        ("en", "herro", ""),
        ("en", "accessor", ""),
        ("de", "importiere", ""),
        ("pl", "ostanim", "ostatnim"),
        ("pl", "oficjalni", ""),
    ],
)
def test_slips(lang: str, word: str, other: str) -> None:
    table = lexicon(lang)
    assert table is not None
    assert slip_of(word, table) == other


@pytest.mark.parametrize(
    ("lang", "word"), [("en", "establishment"), ("de", "verwaltung"), ("sv", "regeringen")]
)
def test_words_that_begin_alike_are_all_that_may_be_meant(
    lang: str, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = lexicon(lang)
    assert table is not None
    assert table.known(word)
    places = range(1, len(word))
    slips = [
        *(word[:at] + word[at + 1 :] for at in places),
        *(word[:at] + "e" + word[at:] for at in places),
        *(word[:at] + "e" + word[at + 1 :] for at in places),
        *(word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :] for at in places),
    ]
    strangers = sorted(table.strangers(set(slips)))
    found = [slip_of.__wrapped__(slip, table) for slip in strangers]
    assert word in found
    monkeypatch.setattr(Lexicon, "beginning", lambda *_: None)
    assert [slip_of.__wrapped__(slip, table) for slip in strangers] == found
