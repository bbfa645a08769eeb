"""No number and no date is too large, too small or too odd for a rule."""

from __future__ import annotations

import math

import pytest

from linter.topics.numbers.reading.digits import digit_numbers
from tests.shapes import Desk

ONES, NINES, FIVES = "1" * 310, "9" * 400, "5" * 5_000
NUMBERS = (
    *(
        ONES,
        FIVES,
        f"{ONES},5",
        f"0.{'0' * 400}1",
        f"{ONES[:99]} million",
        f"-{NINES}",
        "1e400",
        "inf",
        "nan",
    ),
    *(
        "٣" * 400,
        "²" * 310,
        "0",
        "0/0",
        "1/0",
        "one in 0 (1 of 5)",
        "0 %",
        f"{ONES} %",
        f"${NINES} million",
        "€0 ($0)",
    ),
    *(f"from {ONES} to {NINES}", f"{ONES} of {NINES}", "0 km (0 miles)", f"{ONES} km ({NINES} miles)"),
    *("rose by 0 percent from 0 to 0", "doubled from 0 to 0", "hundred " * 400, "minus " * 50 + "one"),
    *(f"ISBN {FIVES}", f"the {FIVES}th", f"page {NINES}-{ONES}", f"chapter {'I' * 5_000}", "p < .0000"),
)
DATES = (
    *("3 March 0000", "1 January 9999999", "31 June 99999", "0000-00-00", "9999-99-99", "2024-13-45"),
    *(
        "24:99",
        "born in 0000 and died in 99999",
        "in the year 0",
        "0th anniversary of 0000",
        "the 0s",
        "the ٣th",
    ),
    *(f"{FIVES} years ago", "99999999999 years old", f"Anna Nowak, {NINES},", f"the {'X' * 400} century"),
)
ARTICLES = {
    "md": "---\nlang: {lang}\ndate: {said}\ntitle: {said} people\n---\n\nSo {said} people. Of {said} people, "
    "{said} were men.\n\nMonday, {said} March 2024.\n\n| a | {said} |\n|---|---|\n| {said} | 1 |\n",
    "html": '<html lang="{lang}"><meta name="date" content="{said}"><title>{said}</title><p>{said} people',
    "txt": "{said}\n\n{said} people, {said} euros ({said} dollars), {said}\n",
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("desk"))


@pytest.mark.parametrize("format", ARTICLES)
@pytest.mark.parametrize("lang", ["en", "fr", "de", "ru"])
def test_no_rule_fails(desk: Desk, lang: str, format: str) -> None:
    for said in (*NUMBERS, *DATES):
        (desk.folder / "source.md").write_text(f"So {said} people, {said}.\n", encoding="utf-8")
        text = ARTICLES[format].format(lang=lang, said=said)
        report = desk.linter.lint_source(text, str(desk.folder / f"a.{format}"))
        assert not report.failures, said


@pytest.mark.parametrize("text", ["1" * 310, "9" * 101, "0." + "0" * 101 + "1", "1." + "0" * 400])
def test_what_no_float_holds_is_no_quantity(text: str) -> None:
    assert not list(digit_numbers(text, lambda: "."))


def test_large_numbers_are_quantities() -> None:
    [found] = digit_numbers("9" * 99, lambda: ".")
    assert math.isfinite(found.value)
