"""P-values against closed forms and against what R and SciPy print."""

from __future__ import annotations

from math import atan, erfc, exp, factorial, inf, pi, sqrt

import pytest

from linter.topics.science.distributions import CHI2, F, Q, R, T, Z, p_value, p_values


@pytest.mark.parametrize(
    ("statistic", "value", "degrees", "expected"),
    [
        (T, 2.2, (28,), 0.0362254847788),
        (T, -5.1, (2990.9,), 3.60832587412e-07),
        (T, 12.71, (1,), 0.0499851310676),
        (T, 2, (10_000_000,), 0.0455002908918),
        (F, 4.5, (1, 20), 0.0465837977402),
        (F, 3.07, (3.4, 88.2), 0.0265923169395),
        (F, 0.9, (12, 240), 0.547663669822),
        (F, 1.8, (4, 10_000_000), 0.125689215333),
        (CHI2, 6.7, (2,), 0.0350843541008),
        (CHI2, 81.63, (62,), 0.0481054329982),
        (CHI2, 1000, (1000,), 0.494052853829),
        (Z, 1.96, (), 0.0499957902964),
        (Z, -6.3, (), 2.97645644352e-10),
        (R, -0.31, (48,), 0.0284609453721),
        (R, 0.05, (400,), 0.317310128838),
        (Q, 24.8, (11,), 0.00975129204908),
    ],
)
def test_p_values_are_those_of_other_programs(
    statistic: str, value: float, degrees: tuple[float, ...], expected: float
) -> None:
    assert p_value(statistic, value, degrees) == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize("value", [0.01, 0.5, 1.0, 2.5, 8.0, 30.0])
def test_p_values_are_those_of_closed_forms(value: float) -> None:
    close = {"rel": 1e-9, "abs": 1e-13}
    assert p_value(T, value, (1,)) == pytest.approx(1 - 2 / pi * atan(value), **close)
    assert p_value(T, value, (2,)) == pytest.approx(1 - value / sqrt(2 + value**2), **close)
    assert p_value(F, value, (2, 17)) == pytest.approx((1 + 2 * value / 17) ** -8.5, **close)
    assert p_value(Z, value, ()) == pytest.approx(erfc(value / sqrt(2)), **close)
    half = value / 2
    of_six = exp(-half) * sum(half**k / factorial(k) for k in range(3))
    assert p_value(CHI2, value, (6,)) == pytest.approx(of_six, **close)


def test_relations_between_the_statistics() -> None:
    for value in (0.2, 1.3, 4.0):
        assert p_value(F, value**2, (1, 33)) == pytest.approx(p_value(T, value, (33,)), rel=1e-10)
        assert p_value(CHI2, value**2, (1,)) == pytest.approx(p_value(Z, value, ()), rel=1e-10)
    assert p_value(R, 1, (10,)) == 0
    assert p_value(F, 0, (3, 10)) == 1


def test_the_p_values_of_all_values_between_two() -> None:
    assert p_values(Z, -0.01, 0.01, ()) == (p_value(Z, 0.01, ()), 1.0)
    assert p_values(Z, -2.1, -2.0, ()) == (p_value(Z, 2.1, ()), p_value(Z, 2.0, ()))
    assert p_values(F, 1, inf, (1, 20)) == (0.0, p_value(F, 1, (1, 20)))
