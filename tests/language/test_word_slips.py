"""Which frequent word a word in no list is a slip of, and how frequent that must be."""

from __future__ import annotations

import pytest

from linter.topics.language.lexicon import lexicon
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
