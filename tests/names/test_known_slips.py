"""What an unknown word is a slip of: found without looking up all that it may be."""

from __future__ import annotations

import pytest

from linter.analyses.languages import is_common
from linter.topics.names.spelling.known_slips import _one_slip_away, _slip_of

WORDS = [
    ("en", "government"),
    ("en", "president"),
    ("de", "regierung"),
    ("fr", "événement"),
    ("pl", "ministerstwo"),
    ("ru", "правительство"),
]


@pytest.mark.parametrize(("lang", "word"), WORDS)
def test_a_slip_is_found_wherever_it_is(lang: str, word: str) -> None:
    assert is_common(word, lang)
    lost = [word[:at] + word[at + 1 :] for at in range(1, len(word) - 1)]
    doubled = [word[:at] + word[at] + word[at:] for at in range(1, len(word) - 3)]
    swapped = [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(1, len(word) - 2)]
    assert word in {_slip_of(slip, lang) for slip in lost}
    for slip in (*lost, *doubled, *swapped):
        away = _one_slip_away(slip, lang, len(slip))
        assert _slip_of(slip, lang) == next((other for other in away if is_common(other, lang)), "")


@pytest.mark.parametrize(
    ("lang", "word"), [("en", "kvitsiani"), ("en", "xq"), ("de", "qqqqqqqq"), ("en", "")]
)
def test_most_words_are_no_slip(lang: str, word: str) -> None:
    assert not _slip_of(word, lang)
