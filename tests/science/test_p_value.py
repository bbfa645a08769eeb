"""Results of tests in all the ways in which papers write them."""

from __future__ import annotations

import pytest

from linter.article.read import read_article
from linter.check import Alarm, Setup
from linter.topics.science.p_value import PValue, PValueParams
from linter.topics.science.results import results


def alarms(text: str, language: str = "en", path: str = "a.md") -> list[Alarm]:
    source = f"---\nlang: {language}\n---\n\n{text}\n" if path.endswith(".md") else text
    check = PValue(PValueParams(), Setup())
    return [each for each in check.run(read_article(source, path)) if isinstance(each, Alarm)]


@pytest.mark.parametrize(
    ("text", "statistic", "degrees"),
    [
        ("t(28) = 2.20, p = .036", "t", (28,)),
        ("*t*(28) = 2.20, *p* = .036", "t", (28,)),
        ("*t* (28)=2.20; *p*=.036", "t", (28,)),
        ("$t(28)=2.20$, $p = .036$", "t", (28,)),
        ("$t(28)=2.20, p=.036$", "t", (28,)),
        (r"\(t(28) = -2.20, p < .05\)", "t", (28,)),
        (r"$\textit{t}_{28} = 2.20$ ($p\,<\,.05$)", "t", (28,)),
        ("t~28~ = 2.20, p = .036", "t", (28,)),
        ("t(df = 28) = 2.20, p-value = 0.036", "t", (28,)),
        ("t(1,028) = 2.20, p = .028", "t", (1028,)),
        ("F(1, 20) = 4.50, p = .047", "F", (1, 20)),
        ("F[1,20] = 4.50, MSE = 12.1, ηp² = .18, p = .047", "F", (1, 20)),
        ("F<sub>1,20</sub> = 4.50, <i>P</i> = 0.047", "F", (1, 20)),
        ("$F_{1,20} = 4.50$, $p = 0.047$", "F", (1, 20)),
        ("F(1.4, 30.2) = 4.50, p = .031", "F", (1.4, 30.2)),
        ("χ²(2) = 6.70, p = .035", "chi2", (2,)),
        ("χ^2^(2, *N* = 90) = 6.70, p = .035", "chi2", (2,)),
        (r"$\chi^2(2, N = 90) = 6.70$, p = .035", "chi2", (2,)),
        (r"$\chi^{2}$(2) = 6.70, p = .035", "chi2", (2,)),
        ("χ<sup>2</sup><sub>2</sub> = 6.70, p = .035", "chi2", (2,)),
        ("X2(2) = 6.70, p = .035", "chi2", (2,)),
        ("G²(2) = 6.70, p = .035", "chi2", (2,)),
        ("H(2) = 6.70, p = .035", "chi2", (2,)),
        ("z = 2.10, p = .036", "z", ()),
        ("Z = −2.10, p = 0.036", "z", ()),
        ("r(48) = −.31, p = .028", "r", (48,)),
        ("Q(11) = 24.80, p = .010", "Q", (11,)),
        ("t(28)\u00a0=\u00a02.20, p\u2009=\u2009.036", "t", (28,)),
        ("t(28)&nbsp;=&thinsp;2.20, p&nbsp;&lt;&nbsp;.05", "t", (28,)),
        ("t(28) = 8.20, p = 6.3 × 10^-9^", "t", (28,)),
        ("t(28) = 8.20, p < 10−6", "t", (28,)),
        ("t(28) = 8.20, p = 6.3e-9", "t", (28,)),
        ("t(28) = 1.10, n.s.", "t", (28,)),
        ("t(28) = 1.10, p = ns", "t", (28,)),
        ("F(1, 20) < 1, p > .05", "F", (1, 20)),
        ("H = 9.61, df = 1: P = 0.002", "chi2", (1,)),
        ("t = 2.20, d.f. = 28, p = .036", "t", (28,)),
        ("χ² = 6.70, df = 2, p = .035", "chi2", (2,)),
        ("F = 4.50, df = 1, 20, p = .047", "F", (1, 20)),
        ("f~1,20~ = 4.50, p = .047", "F", (1, 20)),
        ("z<sub>NBR</sub> = 2.63, p = 0.009", "z", ()),
    ],
)
def test_spellings(text: str, statistic: str, degrees: tuple[float, ...]) -> None:
    article = read_article(f"---\nlang: en\n---\n\nThe groups differed: {text}.\n", "a.md")
    assert [(each.statistic, each.degrees) for each in results(article)] == [(statistic, degrees)]
    assert not alarms(text)


@pytest.mark.parametrize(
    "text",
    [
        "t(28) = 2.20, and p was not computed",
        "t(28) = 2.20, t(30) = 1.5",
        "t(28) = 2.20 and F(1, 20) = 9.1",
        "the time t = 2.20, p = .5",
        "the temperature of 10 °F(1) = 2.2, p = .5",
        "at t2 = 2.20, p = .5",
        "t(0) = 2.20, p = .5",
        "t(28) = 2.20, p = 5%",
        "f(28) = 2.20, p = .5",
        "t(28) = 2.20, prep = .5",
    ],
)
def test_what_is_no_result(text: str) -> None:
    assert not alarms(text)


@pytest.mark.parametrize(
    ("text", "language", "computed", "variant"),
    [
        ("t(28) = 2.20, p = .36", "en", "0.0358 to 0.0366", "decision"),
        ("t(28) = 2.20, p = .041", "en", "0.0358 to 0.0366", ""),
        ("t(64) = -1.87, p = .06", "en", "0.0654 to 0.0668", "cut"),
        ("t(28) = 2.20, p = .018", "en", "0.0358 to 0.0366", "halved"),
        ("t(28) = 2,20; p = ,36", "de", "0,0358 to 0,0366", "decision"),
        ("F(1; 20,5) = 4,50; p = 0,2", "fr", "0,0462 to 0,0464", "decision"),
        ("t(28) = 8.20, p = .04", "en", "less than 0.0001", ""),
        ("F(1, 20) < 1, p < .05", "en", "more than 0.329", "decision"),
        ("F(1, 20) = 9.10, n.s.", "en", "0.0068 to 0.00683", "decision"),
    ],
)
def test_what_it_comes_to(text: str, language: str, computed: str, variant: str) -> None:
    (alarm,) = alarms(text, language)
    assert (alarm.fields["computed"], alarm.variant) == (computed, variant)


@pytest.mark.parametrize(
    "text",
    [
        # every t from 2.195 to 2.205 rounds to 2.20
        "t(28) = 2.20, p = .0366",
        "t(28) = 2.2, p = .034",
        "t(28) = 2, p = .1",
        "F(1, 38) = 4.10, p < .05",
        "z = 1.96, p = .05",
        "z = 1.96, p > .04",
        "t(28) = 2.20, p = .04",
    ],
)
def test_rounded_figures_stand_for_all_that_they_may_be(text: str) -> None:
    assert not alarms(text)


def test_one_tailed_tests_are_excused_where_the_text_speaks_of_them() -> None:
    assert not alarms("We used one-sided tests.\n\nThe groups differed, t(28) = 2.20, p = .018.")
    assert alarms("We used one-sided tests.\n\nThe groups differed, t(28) = 2.20, p = .36.")
    assert not alarms("Wir testeten einseitig.\n\nt(28) = 2,20, p = ,018.", "de")


def test_corrections_make_p_values_greater() -> None:
    assert not alarms("P-values are Bonferroni-corrected. t(28) = 2.20, p = .108.")
    assert alarms("P-values are Bonferroni-corrected. t(28) = 2.20, p = .002.")


def test_the_figure_is_marked_where_it_stands() -> None:
    text = r"Men scored higher ($\chi^2(1) = 3.84$, $p < .001$)."
    (alarm,) = alarms(text)
    source = f"---\nlang: en\n---\n\n{text}\n"
    assert source[alarm.span.start : alarm.span.end] == ".001"


def test_latex() -> None:
    body = r"Men, \textit{t}(28)~=~2.20, $p\,<\,.001$, and \emph{F}(1, 20) $= 4.50$, $p = .047$."
    text = rf"\documentclass{{article}}\begin{{document}}{body}\end{{document}}"
    (alarm,) = alarms(text, path="a.tex")
    assert text[alarm.span.start : alarm.span.end] == ".001"
