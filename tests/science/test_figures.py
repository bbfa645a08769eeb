"""Figures of results, and what is told of them whatever their test: intervals, means, p-values."""

from __future__ import annotations

import pytest

from linter.analyses.numerals.intervals import Interval
from linter.article.model import Article
from linter.article.read import read_article
from linter.check import Alarm, NoParams, Setup
from linter.topics.science.confidence_interval import ConfidenceInterval
from linter.topics.science.debit import deviations
from linter.topics.science.figures import figure
from linter.topics.science.grim import possible
from linter.topics.science.impossible_p import ImpossibleP
from linter.topics.science.intervals import estimates
from linter.topics.science.samples import samples


def article(text: str, language: str = "en") -> Article:
    return read_article(f"---\nlang: {language}\n---\n\n{text}\n", "a.md")


@pytest.mark.parametrize(
    ("written", "comma", "power", "value", "decimals"),
    [
        (".036", False, "", 0.036, 3),
        ("2,20", True, "", 2.2, 2),
        ("2,20", False, "", 2.2, 2),
        ("1,234", False, "", 1234, 0),
        ("1,234", True, "", 1.234, 3),
        ("1,234.5", True, "", 1234.5, 1),
        ("- 3.1", False, "", -3.1, 1),
        ("0·05", False, "", 0.05, 2),
        ("3.1", False, " × 10^-5", 3.1e-5, 6),
        ("6.3", False, "e-9", 6.3e-9, 10),
    ],
)
def test_figures(written: str, comma: bool, power: str, value: float, decimals: int) -> None:
    read = figure(written, comma, power)
    assert (read.value, read.decimals) == (pytest.approx(value), decimals)
    assert read.rounded.high - read.rounded.low == pytest.approx(10.0**-decimals)


@pytest.mark.parametrize(
    ("mean", "n", "expected"),
    # of 28 whole numbers 145 make 5.179 and 146 make 5.214
    [("5.18", 28, True), ("5.21", 28, True), ("5.19", 28, False), ("3.45", 20, True), ("2.5", 3, False)],
)
def test_means_of_whole_numbers(mean: str, n: int, expected: bool) -> None:
    assert possible(figure(mean), n) == expected


def test_deviations_of_zeros_and_ones() -> None:
    (seven,) = deviations(Interval(0.345, 0.355), 20)
    assert seven.low == pytest.approx(0.476970, abs=1e-6)
    assert seven.high == pytest.approx(0.489360, abs=1e-6)
    assert not list(deviations(Interval(0.36, 0.37), 20))


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Experts liked it (M = 5.19, SD = 1.12, n = 28).", 28),
        ("Experts (n = 28, *M* = 5.19) liked it.", 28),
        ("Experts liked it ($M = 5.19$, $SD = 1.12$, $n = 28$).", 28),
        ("Experts (n = 28) liked it more (M = 5.19, SD = 1.12).", None),
        ("Experts (M = 5.19, n = 28) and others (M = 4.20).", 28),
        ("They differed (M = 5.19 and M = 4.20, n = 28).", None),
        ("Experts were many (M = 51 %, n = 28).", None),
    ],
)
def test_the_sample_of_a_mean(text: str, n: int | None) -> None:
    assert [each.n for each in samples(article(text))] == ([n] if n else [])


@pytest.mark.parametrize(
    ("text", "language", "ends", "estimate"),
    [
        ("OR = 1.47, 95% CI 1.10 to 1.96", "en", (1.10, 1.96), 1.47),
        ("OR = 1.47 (95% CI: 1.10-1.96)", "en", (1.10, 1.96), 1.47),
        ("b = -0.40, 95% CI [-0.72, -0.08]", "en", (-0.72, -0.08), -0.4),
        ("b = −0.40 (95 % CI −0.72–−0.08)", "en", (-0.72, -0.08), -0.4),
        ("it was 27.6 y (95% CI: 25.2–30.2)", "en", (25.2, 30.2), 27.6),
        ("it was 48% (95% CI: 43%–55%)", "en", (43, 55), 48),
        ("$b = 0.4$, 95% CI [$0.1$, 0.7]", "en", None, None),
        ("RR 1,84 (95%-KI 1,10 bis 2,75)", "de", (1.1, 2.75), 1.84),
        ("RR 1,84 (IC à 95 % : 1,10 à 2,75)", "fr", (1.1, 2.75), 1.84),
        ("SD = 1.12, 95% CI [0.5, 1.6]", "en", (0.5, 1.6), None),
        ("the 95% CI 0.5 to 1.6", "en", (0.5, 1.6), None),
        ("the interval from 88.17208 to 103.15", "en", None, None),
        ("see Table 2 (95% CI 0.5 to 1.6)", "en", (0.5, 1.6), None),
    ],
)
def test_intervals(
    text: str, language: str, ends: tuple[float, float] | None, estimate: float | None
) -> None:
    found = estimates(article(f"Here {text}.", language))
    assert [(each.low.value, each.high.value) for each in found] == ([ends] if ends else [])
    assert [each.estimate.value if each.estimate else None for each in found] == ([estimate] if ends else [])


@pytest.mark.parametrize(
    "text",
    [
        "OR = 0.47 (95% CI 1.40 to 3.10)",  # the inverse
        "b = 3.2 (95% CI −5.1 to −1.3)",  # a decrease
        "HR = 0.74 (95% CI −0.51 to −0.11)",  # its logarithm
        "OR = 47 (95% CI 1.40 to 3.10)",  # of something else
        "OR = 1.4 (95% CI 1.44 to 3.10)",  # rounded
        "b = 1.2 (95% CI 1.4-0.9)",  # a dash or a minus
    ],
)
def test_an_estimate_may_be_told_otherwise_than_its_interval(text: str) -> None:
    check = ConfidenceInterval(NoParams(), Setup())
    assert not [each for each in check.run(article(f"Here {text}.")) if isinstance(each, Alarm)]


@pytest.mark.parametrize(
    ("text", "variants"),
    [
        ("t(28) = 2.20, p = 1.36", [""]),
        ("t(28) = 2.20, p = 9.1 × 10^-5^", []),
        ("t(28) = 2.20, p < 10^-5^", []),
        ("t(28) = 2.20, p < 1", []),
        ("t(28) = 2.20, p = .000", ["zero"]),
        ("the norm (p = 3) and its dual", []),
        ("A (p = .04), B (p = .5), C (p = .2), D (p = 43)", [""]),
        ("A (p = .04), B (p = .5), C (p = .2), and with p = 43 variables", []),
    ],
)
def test_impossible_p_values(text: str, variants: list[str]) -> None:
    check = ImpossibleP(NoParams(), Setup())
    found = [each for each in check.run(article(text)) if isinstance(each, Alarm)]
    assert [each.variant for each in found] == variants
