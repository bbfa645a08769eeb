"""Quotations are found in the marks of many languages, and apostrophes are not quotation marks."""

from __future__ import annotations

import pytest

from linter.analyses.quotes import quotes_in


def shown(text: str) -> list[str]:
    return [text[quote.start : quote.end] + ("" if quote.closed else "…") for quote in quotes_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("l’homme “vu” ici", ["“vu”"]),
        ("„Ja“, sagte er. „Tak”", ["„Ja“", "„Tak”"]),
        ("« Oui, dit-il, « non » »", ["« Oui, dit-il, « non » »"]),
        ("»Ja«, sagte sie", ["»Ja«"]),
        ("”Ja”, sa han", ["”Ja”"]),
        ("‘It’s fine’ he said, the boys’ room", ["‘It’s fine’"]),
        ('a 5" screen and "x"', ['"x"']),
        ("“She said ‘no’ to me,” he said.", ["“She said ‘no’ to me,”"]),
        ("「はい」と言った", ["「はい」"]),
        ("``so'' he wrote", ["``so''"]),
        ("Il a dit : « Je pars", ["« Je pars…"]),
        ("", []),
    ],
)
def test_outermost_quotations(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


def test_a_heap_of_opening_marks_is_read_in_linear_time() -> None:
    assert len(quotes_in("„" * 100_000 + "»" * 100_000)) == 1
