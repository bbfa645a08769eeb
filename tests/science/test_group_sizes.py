"""The sizes of groups against that of the whole sample."""

from __future__ import annotations

import pytest

from linter.article.read import read_article
from linter.check import Alarm, NoParams, Setup
from linter.topics.science.group_sizes import GroupSizes


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("They (N = 120) trained (n = 60) or waited (n = 58).", ["118"]),
        ("They (*N* = 1,200) trained (*n* = 600) or waited (*n* = 598).", ["1198"]),
        ("They ($N = 120$) trained ($n = 60$) or waited ($n = 61$).", ["121"]),
        ("They (N = 120) trained (n = 60) or waited (n = 60).", []),
        ("They (N = 120) trained (n = 60) or waited (n = 20).", []),
        ("They (N = 120) trained (n = 60).", []),
        ("They (N = 120) trained (n = 118) or read (n = 3) or waited (n = 120).", []),
        ("They (N = 120, later N = 118) trained (n = 60) or waited (n = 58).", []),
        ("They were many (N = 120). Then they trained (n = 60) or waited (n = 58).", []),
    ],
)
def test_sums_of_groups(text: str, sums: list[str]) -> None:
    article = read_article(f"---\nlang: en\n---\n\n{text}\n", "a.md")
    found = [each for each in GroupSizes(NoParams(), Setup()).run(article) if isinstance(each, Alarm)]
    assert [each.fields["sum"] for each in found] == sums
