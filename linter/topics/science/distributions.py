"""The p-values of test statistics, without a library for statistics.

Regularised incomplete beta and gamma functions by the series and continued fractions of the
`Digital Library of Mathematical Functions <https://dlmf.nist.gov>`_, sections 8.7, 8.9 and 8.17, the
fractions evaluated from the front as by Lentz (1976).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import exp, inf, lgamma, log, log1p, sqrt

T, F, CHI2, Z, R, Q = "t", "F", "chi2", "z", "r", "Q"

DEGREES = {T: 1, F: 2, CHI2: 1, Z: 0, R: 1, Q: 1}
"""How many degrees of freedom each statistic has."""
_MANY = 1e6
"""From so many degrees of freedom the limit is taken, which differs by less than anybody reports."""
_PRECISE = 1e-14
_TINY = 1e-300
_TERMS = 20_000


def p_value(statistic: str, value: float, degrees: tuple[float, ...]) -> float:
    """The probability of a value so far from what is expected, or farther, if nothing was there.

    Two-sided for t, z and r, where the sign of ``value`` does not matter. ``degrees`` are positive: two for
    F, none for z, one for the others.
    """
    value = abs(value) if statistic in (T, Z, R) else max(value, 0.0)
    if statistic == R:
        return 0.0 if value >= 1 else _of_t(value * sqrt(degrees[0] / (1 - value * value)), degrees[0])
    if statistic == T:
        return _of_t(value, degrees[0])
    if statistic == F:
        return _of_f(value, *degrees)
    if statistic == Z:
        return _upper_gamma(0.5, value * value / 2)
    return _upper_gamma(degrees[0] / 2, value / 2)


def _of_t(value: float, degrees: float) -> float:
    if degrees > _MANY:
        return _upper_gamma(0.5, value * value / 2)
    return _beta(degrees / 2, 0.5, degrees / (degrees + value * value))


def _of_f(value: float, above: float, below: float) -> float:
    if below > _MANY * max(1.0, above):
        return _upper_gamma(above / 2, above * value / 2)
    return _beta(below / 2, above / 2, below / (below + above * value))


def _beta(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function, DLMF 8.17.22."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta(b, a, 1 - x)
    factor = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
    return factor / _fraction(1.0, ((each, 1.0) for each in _beta_terms(a, b, x)))


def _beta_terms(a: float, b: float, x: float) -> Iterator[float]:
    for m in range(_TERMS):
        if m:
            yield m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        yield -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))


def _upper_gamma(a: float, x: float) -> float:
    """The regularised upper incomplete gamma function, DLMF 8.7.1 and 8.9.2."""
    if x <= 0:
        return 1.0
    factor = exp(a * log(x) - x - lgamma(a))
    if x < a + 1:
        return 1 - factor * _series(a, x)
    terms = ((-n * (n - a), x + 2 * n + 1 - a) for n in range(1, _TERMS))
    return factor / _fraction(x + 1 - a, terms)


def _series(a: float, x: float) -> float:
    term = total = 1 / a
    for n in range(1, _TERMS):
        term *= x / (a + n)
        total += term
        if term < total * _PRECISE:
            break
    return total


def _fraction(first: float, terms: Iterable[tuple[float, float]]) -> float:
    """``first + a1 / (b1 + a2 / (b2 + …))`` of pairs a, b."""
    value = c = first or _TINY
    d = 0.0
    for a, b in terms:
        d = 1 / ((b + a * d) or _TINY)
        c = (b + a / c) or _TINY
        value *= c * d
        if abs(c * d - 1) < _PRECISE:
            break
    return value


def p_values(statistic: str, low: float, high: float, degrees: tuple[float, ...]) -> tuple[float, float]:
    """The least and the greatest p-value of all values between two."""
    if statistic in (T, Z, R):
        ends = abs(low), abs(high)
        low, high = 0.0 if low <= 0 <= high else min(ends), max(ends)
    greatest = p_value(statistic, low, degrees)
    return (0.0 if high == inf else p_value(statistic, high, degrees)), greatest
