"""Dates of front matter and lines that have another year than the file name."""

from __future__ import annotations

import json

import pytest

from linter.article.read import read_article
from linter.check import Alarm, Setup
from linter.topics.dates.titles.filename_year import FilenameYear


def found(path: str, text: str = "It rains.", **meta: str) -> list[str]:
    head = "".join(
        f"{key}: {json.dumps(value)}\n"
        for key, value in {"title": "Otter Days", "lang": "en", **meta}.items()
    )
    article = read_article(f"---\n{head}---\n\n{text}\n", path)
    outcomes = FilenameYear(None, Setup()).run(article)
    return [article.excerpt(each.span) for each in outcomes if isinstance(each, Alarm)]


@pytest.mark.parametrize(
    ("path", "value", "wrong"),
    [
        ("2019-09-20-otters.md", "20 September 2018", True),
        ("2019-09-20-otters.md", "2017-09-20T10:00", True),
        ("2019-09-20-otters/index.md", "18 September 2018", True),
        ("2019/09/20/otters.md", "20 September 2018", True),
        ("2019-09-otters.md", "3 September 2018", True),
        ("2019-09-20-otters.md", "18 September 2017", False),
        ("2019-09-20-otters.md", "20 September 2019", False),
        ("2019-09-20-otters.md", "20 September 2020", False),
        ("2019-09-20-otters.md", "20 September 2016", False),
        ("2019-09-20-otters.md", "20 August 2018", False),
        ("2019-09-20-otters.md", "from 20 September 2018 to 20 September 2019", False),
        ("2019-09-otters.md", "3 August 2018", False),
        ("2020-02-29-otters.md", "28 February 2019", True),
        ("2021-02-28-otters.md", "29 February 2020", False),
        ("2019-02-30-otters.md", "28 February 2018", False),
        ("otters.md", "20 September 2018", False),
        ("12019-09-otters.md", "3 September 2018", False),
    ],
)
def test_a_field_with_the_day_of_the_file_name(path: str, value: str, wrong: bool) -> None:
    assert bool(found(path, start=value)) is wrong


@pytest.mark.parametrize("field", ["date", "lastmod", "updated", "published"])
def test_fields_of_publication_and_change_are_left(field: str) -> None:
    assert not found("2019-09-20-otters.md", **{field: "2018-09-20"})


@pytest.mark.parametrize(
    ("path", "text", "wrong"),
    [
        ("2019-09-20-otters.md", "- When: 21 September 2018", True),
        ("2019-09-20-otters.md", "## 21 September 2018 Otter Days", True),
        ("2019-09-20-otters.md", "| Day | 21 September 2018 |\n| --- | --- |\n| Place | Lisbon |", True),
        ("2019-09-20-otters.md", "When: Saturday, 21 September 2019", False),
        ("2019-09-20-otters.md", "When: Thursday, 20 September 2018", True),
        ("2019-09-20-otters.md", "When: Friday, 20 September 2018", False),
        ("2019-09-20-otters.md", "When: 21 September 2020", False),
        ("2019-09-20-otters.md", "When: 4 September 2018", False),
        ("2019-09-otters.md", "When: 21 September 2020", True),
        ("2019-09-otters.md", "When: 21 October 2018", False),
        ("2019-09-20-otters.md", "They first came on 21 September 2018.", False),
        ("2019-09-20-otters.md", "Who was there when they first came? 21 September 2018", False),
        ("2019-09-20-otters.md", "When: 21 September 2018\n\nIn 2018 it rained.", False),
    ],
)
def test_a_line_with_the_day_of_the_file_name(path: str, text: str, wrong: bool) -> None:
    assert bool(found(path, text)) is wrong


def test_one_alarm_is_enough() -> None:
    assert len(found("2019-09-20-otters.md", start="2018-09-20", end="2018-09-21")) == 1
