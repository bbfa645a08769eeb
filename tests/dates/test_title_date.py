"""The month and year of a headline against file name, publication, summary and text."""

from __future__ import annotations

import json

import pytest

from linter.article.read import read_article
from linter.check import Alarm, Setup
from linter.topics.dates.impossible_date import ImpossibleDate
from linter.topics.dates.present import headline
from linter.topics.dates.titles.title_date import TitleDate


def variants(title: str, text: str = "It rains.", path: str = "a.md", **meta: str) -> list[str]:
    fields = {"title": title, "lang": "en", **meta}
    head = "".join(f"{key}: {json.dumps(value)}\n" for key, value in fields.items())
    outcomes = TitleDate(None, Setup()).run(read_article(f"---\n{head}---\n\n{text}\n", path))
    return [each.variant for each in outcomes if isinstance(each, Alarm)]


@pytest.mark.parametrize(
    ("title", "path", "text", "wrong"),
    [
        ("Marten days in April", "marten-days-june.md", "", True),
        ("Marten days in April", "2024-06-01-marten-days-june.md", "", True),
        ("Marten days in April", "marten-days-june/index.md", "", True),
        ("Marten days in April", "marten-days-june/text.md", "", False),
        ("Marten days in April", "marten-days-april.md", "", False),
        ("Marten days in April", "marten-days.md", "", False),
        ("Marten days in April", "june.md", "", False),
        ("Marten days in April", "otter-nights-june.md", "", False),
        ("Marten days in April", "marten-nights-june.md", "", True),
        ("Marten days in April", "marten-nights-fun-june.md", "", False),
        ("Marten days in April", "marten-days-june-july.md", "", False),
        ("Marten days in April and May", "marten-days-june.md", "", True),
        ("Marten days in April and July", "marten-days-june.md", "", False),
        ("Marten days in April", "marten-days-june.md", "They are in April.", False),
        ("Marten days in April", "marten-days-june.md", "They are in April, not in June.", True),
        ("Marten days in April", "marten-days-june.md", "They are in June.", True),
    ],
)
def test_the_file_name(title: str, path: str, text: str, wrong: bool) -> None:
    assert variants(title, text or "It rains.", path) == (["name"] if wrong else [])


@pytest.mark.parametrize(
    ("title", "date", "text", "wrong"),
    [
        ("News of January 2023", "2024-01-20", "", True),
        ("News of January 2023", "2024-02-20", "", True),
        ("News of January 2023", "2024-03-20", "", False),
        ("News of March 2023", "2024-02-20", "", True),
        ("News of April 2023", "2024-02-20", "", False),
        ("News of January 2024", "2024-01-20", "", False),
        ("News of January 2022", "2024-01-20", "", False),
        ("News of January 2023", "2024-01-20", "It was 2023.", False),
        ("News of January 2023 and 2022", "2024-01-20", "", False),
        ("News of 4 January 2023", "2024-01-10", "", True),
        ("News of 10 January 2023", "2023-11-26", "", False),
        ("News of 10 January 2023", "2023-11-27", "", True),
        ("News of 10 January 2023", "2024-01-25", "", True),
        ("News of 10 January 2023", "2024-01-26", "", False),
    ],
)
def test_the_publication(title: str, date: str, text: str, wrong: bool) -> None:
    assert variants(title, text or "It rains.", date=date) == (["publication"] if wrong else [])


@pytest.mark.parametrize(
    ("title", "description", "path", "wrong"),
    [
        ("News of May 2024", "All of April 2024", "2024-05-news-may.md", True),
        ("News of May 2024", "All of May 2024", "2024-05-news-may.md", False),
        ("News of May 2024", "All of April 2024", "2024-05-news.md", False),
        ("News of May 2024", "All of April 2024 and May 2024", "2024-05-news-may.md", False),
        ("News of May 2024", "All of 3 April 2024", "2024-05-news-may.md", False),
        ("News of May 2024", "All of April 2024", "2024-05-news-may-april.md", False),
        ("News of 2024", "All of April 2024", "2024-05-news-may.md", False),
    ],
)
def test_the_summary(title: str, description: str, path: str, wrong: bool) -> None:
    assert variants(title, path=path, description=description) == (["summary"] if wrong else [])


@pytest.mark.parametrize(
    ("key", "value", "wrong"),
    [
        ("date", "2024-02-29", False),
        ("date", "2023-02-29", True),
        ("date", "2024-13-01", True),
        ("date", "2024-02-291", True),
        ("date", "2024-021-01", True),
        ("date", "20245-02-01", True),
        ("date", "202-02-01", True),
        ("date", "20-02-01", False),
        ("date", "2024-02-123456", False),
        ("date", "0000-02-01", False),
        ("date", "2024-02-01 23:59:59", False),
        ("date", "2024-02-01 24:00:00", False),
        ("date", "2024-02-01 24:01:00", True),
        ("date", "2024-02-01 25:00:00", True),
        ("date", "2024-02-01 23:60:00", True),
        ("date", "2024-02-01 23:59:60", False),
        ("date", "2024-02-01 23:59:61", True),
        ("date", "2024-02-01T23:59:59", False),
        ("date", "2024-02-01Z23:59:59", True),
        ("date", "31/12/2023", False),
        ("date", "12/31/2023", False),
        ("date", "31/02/2023", True),
        ("date", "02.31.2023", True),
        ("date", "31.12.23", False),
        ("weight", "2023-02-29", True),
        ("weight", "2023-2-29", False),
        ("weight", "2023-02-9", False),
        ("weight", "2023.02.29", False),
        ("weight", "1823-02-29", False),
        ("weight", "2024-02-01 25:00:00", False),
        ("weight", "31/02/2023", False),
        ("update_of", "2023-02-29", True),
    ],
)
def test_dates_of_the_front_matter(key: str, value: str, wrong: bool) -> None:
    source = f'---\nlang: en\n{key}: "{value}"\n---\n\nIt rains.\n'
    outcomes = ImpossibleDate(None, Setup()).run(read_article(source, "a.md"))
    assert bool([each for each in outcomes if isinstance(each, Alarm)]) is wrong


@pytest.mark.parametrize(
    ("title", "date", "text", "wrong"),
    [
        ("Marmot Days 2017", "2017-01-20", "They were from 12 to 14 September 2016.", True),
        ("Marmot Days 2017", "2017-01-20", "They were on 12 September 2016.", False),
        ("Marmot Days 2017", "2017-01-20", "They were from 12 to 14 September 2015.", False),
        ("Marmot Days 2017", "2018-01-20", "They were from 12 to 14 September 2016.", False),
        ("Marmot Days 2017 begin", "2017-01-20", "They were from 12 to 14 September 2016.", False),
        ("Marmot Days 2017", "2017-01-20", "They were from 12 to 14 September 2016, and in 2017.", False),
        ("Marmot Days 2017", "2018-01-20", "They will be on 12 September 2018.", True),
        ("Marmot Days 2017", "2018-09-20", "They were on 12 September 2018.", False),
        ("Marmot Days 2017", "2018-09-12", "They are on 12 September 2018.", False),
        (
            "Marmot Days 2017",
            "2018-01-20",
            "They will be on 12 September 2018, not on 4 January 2018.",
            False,
        ),
        ("Marmot Days 2017", "2019-01-20", "They will be on 12 September 2018.", False),
        ("Marmot Days 2017", "2018-01-20", "They will be in September 2018.", False),
    ],
)
def test_the_year_of_the_text(title: str, date: str, text: str, wrong: bool) -> None:
    assert variants(title, text, date=date) == (["text"] if wrong else [])


@pytest.mark.parametrize(
    ("heading", "wrong"),
    [
        ("# Marmot news of March 2022", True),
        ("# Marmot news of April 2021", True),
        ("# Marmot news of April 2022", False),
        ("# Marmot news of March 2022\n\n# Marmot news of February 2022", False),
        ("# Otter news of March 2022", False),
        ("# Marmot news of March", False),
        ("Marmot news of March 2022", False),
    ],
)
def test_a_heading_that_repeats_the_headline(heading: str, wrong: bool) -> None:
    found = variants("Marmot news of April 2022", f"It rains.\n\n{heading}\n\nIt snows.")
    assert found == (["heading"] if wrong else [])


@pytest.mark.parametrize(
    ("title", "heading", "wrong"),
    [
        ("Marmot Weekly 118", "Marmot Weekly 117", True),
        ("Marmots, part 2", "Marmots, part 1", False),
        ("Marmot news of 07 May", "Marmot news of 7 May", False),
        ("Marmot news of 8 May", "Marmot news of 7 May", True),
        ("12 May", "11 May", False),
    ],
)
def test_the_numbers_of_a_heading(title: str, heading: str, wrong: bool) -> None:
    assert variants(title, f"It rains.\n\n## {heading}\n\nIt snows.") == (["heading"] if wrong else [])


@pytest.mark.parametrize(
    ("title", "path", "text", "wrong"),
    [
        ("News 2024-05-02", "2024-06-06-news.md", "It rains.", True),
        ("News 2024-05-02", "2024-06-06-news.md", "It rained on 2 May 2024.", False),
        ("News 2024-05-02", "2024-05-09-news.md", "It rains.", False),
        ("News 2024-06-02", "2024-05-02-news.md", "It rains.", False),
        ("News 2022-05-02", "2024-06-06-news.md", "It rains.", False),
        ("News 2024-05-02", "2024-06-06-news-2024-05-02.md", "It rains.", False),
        ("News 2024-05-42", "2024-06-06-news.md", "It rains.", False),
        ("News 2024-05-02 to 2024-05-04", "2024-06-06-news.md", "It rains.", False),
        ("News 2024-05-02", "news.md", "It rains.", False),
    ],
)
def test_the_day_of_the_name(title: str, path: str, text: str, wrong: bool) -> None:
    assert variants(title, text, path) == (["name"] if wrong else [])


@pytest.mark.parametrize(
    ("title", "path", "asked"),
    [
        ("Marten days", "marten-days.md", False),
        ("Marten days in April", "marten-days.md", False),
        ("Marten days in April", "MARTEN-DAYS-JUNE.md", True),
        ("Marten days in April", "june/index.md", True),
        ("Tage der Marder", "tage-der-marder-m\u00e4rz.md", True),
        ("Tage der Marder", "tage-der-marder-ma\u0308rz.md", True),
        ("Tage der Marder", "tage-der-marder-marz.md", True),
        ("Marten days on FRIDAY", "a.md", True),
        ("Marten days \u0662\u0660\u0662\u0664", "a.md", True),
        ("Marten days 7", "a.md", True),
    ],
)
def test_what_is_asked_for(title: str, path: str, asked: bool) -> None:
    code = "de" if title.startswith("Tage") else "en"
    assert headline(read_article(f"---\ntitle: {title}\nlang: {code}\n---\n\nIt rains.\n", path)) is asked
