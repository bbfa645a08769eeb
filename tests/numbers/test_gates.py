"""Cheap questions that come before the reading of numbers: they let in all that it would find."""

from __future__ import annotations

import pytest

from linter.article.read import read_article
from linter.topics.numbers import quantities
from linter.topics.numbers.changes.change_words import change_words
from linter.topics.numbers.counts.nth_time import nth_times
from linter.topics.numbers.reading.digits import decimal_mark
from linter.topics.numbers.reading.scan import scan

MANY = " ".join(f"ten{mark}" for mark in "abcdefghijklmnopqrstuvwxyz")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "TWENTY-FOUR of them, two thirds; (three) and “four” came."),
        ("en", "A\u00a0million people and one hundred, a few thousand."),
        ("en", f"Often ten of the tenants attend, {MANY}, and two hundred left."),
        ("de", "Zweiundzwanzig von dreihundertfünfzig; hunderttausend, tausendzwei und Eine Million."),
        ("fr", "Quatre-vingt-dix-sept, « deux cents » et l'un des vingt."),
        ("ca", "Dos mil·límetres, dues-centes i mil."),
        ("tr", "İki yüz kişi, \u0130ki bin ve otuz beş."),
        ("uk", "П'ять, п’ятдесят і двадцять-три."),
        ("el", "ΔΥΟ ΧΙΛΙΑΔΕΣ και τρεις."),
        ("ar", "وخمسة وعشرون و25"),
        ("zh", "三百人，从20亿元增长到25亿元。"),
    ],
)
def test_the_chunks_of_an_article_hide_no_number(language: str, text: str) -> None:
    article = read_article(f"---\nlang: {language}\ntitle: Title\n---\n\n{text}\n\n> {text}\n", "a.md")
    found = {id(block): items for block, items in quantities(article)}
    for block in article.blocks:
        prose = block.text.prose
        there = scan(prose, language, lambda prose=prose: decimal_mark(language, [prose]))
        assert [item.text for item in found.get(id(block), ())] == [item.text for item in there]


@pytest.mark.parametrize("text", ["12, COMPARED WITH 15", "12, as\u00a0against 15", "12 instead\nof 15"])
def test_a_word_of_change_is_found_in_any_form(text: str) -> None:
    words = change_words("en")
    start, end = 2, text.index("15")
    found = (words.back_between.pattern, words.instead.pattern)
    asked = (words.back_between, words.instead)
    for pattern, question in zip(found, asked, strict=True):
        assert bool(pattern.search(text, start, end)) == bool(question.search(text, start, end))
        assert bool(pattern.fullmatch(text, start, end)) == bool(question.fullmatch(text, start, end))


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("It is her third title, after 2017 and 2021.", 2),
        ("IT IS HER THIRD TITLE, AFTER 2017 AND 2021.", 2),
        ("The three-time champion (2011, 2015, 2019) won.", 3),
        ("It is her third title after 2017.", 0),
    ],
)
def test_ordinals_beside_joined_years(text: str, years: int) -> None:
    article = read_article(f"---\nlang: en\n---\n\n{text}\n", "a.md")
    assert sum(each.years for each in nth_times(article)) == years
