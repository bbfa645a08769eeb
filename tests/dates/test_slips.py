"""Which differences of two dates come from a slip."""

from __future__ import annotations

from datetime import date

import pytest

from linter.topics.dates.reading.slips import is_slip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2024-01-07", "2025-01-07"),
        ("2024-01-06", "2025-01-04"),
        ("2024-10-06", "2024-11-06"),
        ("2024-03-05", "2024-05-03"),
        ("2018-10-03", "2018-10-30"),
        ("2012-05-14", "2021-05-14"),
        ("2051-05-14", "2015-05-14"),
    ],
)
def test_slips(one: str, other: str) -> None:
    days = date.fromisoformat(one), date.fromisoformat(other)
    assert is_slip(*days)
    assert is_slip(*days[::-1])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2024-03-04", "2024-03-04"),
        ("2024-03-04", "2024-03-05"),
        ("2024-03-04", "2024-03-14"),
        ("2023-12-30", "2024-01-02"),
        ("2023-03-04", "2024-03-06"),
        ("2024-02-29", "2025-01-02"),
        ("2024-03-04", "2024-04-08"),
    ],
)
def test_other_differences(one: str, other: str) -> None:
    days = date.fromisoformat(one), date.fromisoformat(other)
    assert not is_slip(*days)
    assert not is_slip(*days[::-1])
