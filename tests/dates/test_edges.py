"""How near is near: the bounds of the checks of ranges, lists, lengths, deadlines and distances."""

from __future__ import annotations

import pytest

from linter.article.read import read_article
from linter.check import Alarm, Check
from linter.topics.dates.event_list import EventList
from linter.topics.dates.past_deadline import PastDeadline
from linter.topics.dates.spans.clock_range import ClockRange
from linter.topics.dates.spans.duration_units import DurationUnits
from linter.topics.dates.spans.year_distance import YearDistance
from linter.topics.dates.weekday import Weekday
from tests.dates.test_article_dates import article
from tests.dates.test_rules import run

LONG = ", again and again" * 8


def alarms(check: type[Check], text: str, lang: str = "en", **meta: str) -> list[Alarm]:
    return run(check, article(text, lang, **meta))[0]


def texts(check: type[Check], text: str, lang: str = "en", **meta: str) -> list[str]:
    read = article(text, lang, **meta)
    return [read.excerpt(alarm.span) for alarm in run(check, read)[0]]


def items(*days: str) -> str:
    return "".join(f"- {day} | Town\n" for day in days)


@pytest.mark.parametrize(
    ("days", "marked"),
    [
        (["2023-01-03", "2023-02-04", "2022-03-05", "2023-04-06"], ["2022-03-05"]),
        (["2023-01-03", "2023-02-04", "2024-03-05", "2023-04-06"], []),
        (["2023-01-03", "2023-02-04", "2024-03-05", "2023-04-06", "2023-05-07"], ["2024-03-05"]),
        (["2022-01-03", "2023-01-04", "2023-02-05", "2023-03-06"], []),
        (["2024-01-03", "2023-01-04", "2023-02-05", "2023-03-06"], ["2024-01-03"]),
        (["2023-01-03", "2023-02-04", "2023-03-05", "2022-04-06"], ["2022-04-06"]),
        (["2023-12-03", "2023-11-04", "2024-10-05", "2023-09-06"], ["2024-10-05"]),
        (["2023-12-03", "2023-11-04", "2022-10-05", "2023-09-06", "2023-08-07"], ["2022-10-05"]),
        (["2023-01-03", "2023-02-04", "2023-12-05", "2023-04-06", "2023-05-07"], ["2023-12-05"]),
        (["2023-01-03", "2022-03-05", "2023-04-06"], []),
        (["2023-01-03", "2023-02-04", "2020-03-05", "2023-04-06"], []),
        (["2023-01-03", "2023-01-03", "2022-03-05", "2023-01-03", "2023-01-03"], []),
        (["2023-01-03", "2022-02-04", "2023-03-05", "2022-04-06", "2023-05-07"], []),
        (["2023-01-03", "2023-02-04", "2023-02-04", "2023-04-06"], []),
        (["2023-01-03", "2023-02-04", "2022-02-04", "2023-04-06"], ["2022-02-04"]),
    ],
)
def test_the_odd_one_of_a_list(days: list[str], marked: list[str]) -> None:
    assert texts(EventList, f"Events:\n\n{items(*days)}") == marked


def test_what_an_odd_one_is_held_against() -> None:
    [alarm] = alarms(EventList, "Events:\n\n" + items("2024-01-03", "2023-01-04", "2023-02-05", "2023-03-06"))
    assert (alarm.fields["meant"], alarm.fields["first"]) == ("3 January 2023", "4 January 2023")
    [alarm] = alarms(EventList, "Events:\n\n" + items("2023-01-03", "2023-01-04", "2022-02-05", "2023-03-06"))
    assert (alarm.fields["meant"], alarm.fields["first"]) == ("5 February 2023", "4 January 2023")


@pytest.mark.parametrize(
    ("intro", "days", "marked"),
    [
        ("Events between 2023-01-03 and 2023-02-05:", ["2023-01-03", "2023-01-09", "2022-01-12"], 1),
        ("Events between 2023-01-03 and 2023-02-05:", ["2023-02-05", "2023-01-09", "2022-01-12"], 1),
        ("Events between 2023-01-03 and 2023-02-05:", ["2023-02-06", "2023-01-09", "2022-01-12"], 0),
        ("Events between 2023-01-03 and 2023-02-05:", ["2023-01-03", "2023-01-09", "2023-05-12"], 1),
        ("Events between 2023-01-03 and 2023-02-05:", ["2023-01-03", "2023-01-09", "2020-01-12"], 0),
        ("Events between 2023-02-05 and 2023-01-03:", ["2023-01-03", "2023-01-09", "2022-01-12"], 0),
        ("Events of 2023-01-03, of 2023-02-05:", ["2023-01-03", "2023-01-09", "2022-01-12"], 0),
        ("Events between 2023-01-03 and 2023-02-05" + LONG, ["2023-01-03", "2023-01-09", "2022-01-12"], 0),
    ],
)  # fmt: skip
def test_the_days_that_announce_a_list(intro: str, days: list[str], marked: int) -> None:
    assert len(alarms(EventList, f"{intro}\n\n{items(*days)}")) == marked


def test_code_does_not_end_a_list() -> None:
    before, after = items("2023-01-03", "2023-02-04"), items("2022-03-05", "2023-04-06")
    assert texts(EventList, f"{before}\n```\ncode\n```\n\n{after}") == ["2022-03-05"]
    assert texts(EventList, f"{before}\nBetween.\n\n{after}") == []


def test_headings_are_a_list_of_their_own() -> None:
    days = ("2023-01-03", "2023-02-04", "2022-03-05", "2023-04-06")
    assert texts(EventList, "# Rain\n\n" + "".join(f"## {day}\n\nRain.\n\n" for day in days)) == [
        "2022-03-05"
    ]
    assert texts(EventList, "".join(f"- Rain on {day}\n" for day in days)) == []
    assert texts(EventList, "".join(f"- ({day}) Rain\n" for day in days)) == ["2022-03-05"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("It is open from 6:30 p.m. to 5 p.m. today.", 1),
        ("It is open from 6:30 p.m. to 6:30 p.m. today.", 0),
        ("It is open from 6:30 p.m. to 10:30 a.m. today.", 0),
        ("It is open from 6:30 p.m. to 10:31 a.m. today.", 1),
        ("It is open from 6 p.m. to 2 a.m. today.", 0),
        ("It is open from 12:30 p.m. to 12:10 p.m. today.", 1),
        ("It is open from 12:30 a.m. to 1 a.m. today.", 0),
        ("It is open from 1 a.m. to 12:30 a.m. today.", 1),
        ("It is open from 13:00 to 12:30 today.", 1),
        ("It is open from 12:59 to 12:30 today.", 0),
        ("It is open from 11:00 to 1:00 today.", 0),
        ("It is open from 18:00 to 17:59 today.", 1),
        ("It is open from 18:00 to 18:01 today.", 0),
        ("It is open from 13 p.m. to 5 p.m. today.", 0),
        ("It is open from 0 p.m. to 5 p.m. today.", 0),
        ("It is open from 12:30 P.M. to 12:10 P.M. today.", 1),
        ("It is open from 18 to 17 today.", 0),
        ("It is open from 18 to 17:00 today, at 11:00.", 0),
        ("It cost 18.00 to 17.00 today, at 11:00.", 0),
        ("He wrote “from 18:00 to 17:00” today.", 0),
        ("It rose from 18 to 19, at 11:00, and is open from 18:00 to 17:00 today.", 1),
    ],
)
def test_clock_times(text: str, marked: int) -> None:
    assert len(alarms(ClockRange, text)) == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("It took 40 weeks (almost 12 months).", ["40 weeks (almost 12 months)"]),
        ("It took 40 weeks (almost 9 months).", []),
        ("It took 40 weeks (almost 10 months).", []),
        ("It took 36 weeks (about 10 months).", ["36 weeks (about 10 months)"]),
        ("It took 8 weeks (about 2 months).", []),
        ("It took 5 weeks (about 1 month).", []),
        ("It took 8 weeks (about 1 month).", ["8 weeks (about 1 month)"]),
        ("It took 40 weeks (12 months).", []),
        ("It took about 40 weeks (almost 12 months).", []),
        ("It took 40 weeks (almost 12 weeks).", []),
        ("It took 40 weeks (almost 12 months or so).", []),
        ("It took 40 weeks (almost 12 months!).", ["40 weeks (almost 12 months!)"]),
        ("It took 40 weeks (almost 12 months, 5 days).", []),
        ("It took 40 weeks (as the old mayor said, almost 12 months).", []),
        ("It took 2 to 40 weeks (almost 12 months).", []),
        ("It took 1.40 weeks (almost 12 months).", []),
        ("He said “it took 40 weeks (almost 12 months)”.", []),
        ("It took 40 weeks, (almost 12 months).", []),
    ],
)
def test_lengths_of_time(text: str, marked: list[str]) -> None:
    assert [text.rstrip(")") for text in texts(DurationUnits, text)] == [text.rstrip(")") for text in marked]


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("The deadline is 3 March 2024.", True),
        ("The deadline is 4 March 2024.", False),
        ("The deadline is 5 March 2024.", False),
        ("The deadline is 4 February 2024.", True),
        ("The deadline is 3 February 2024.", True),
        ("The deadline is 3 March 2023.", False),
        ("The deadline is 5 March 2023.", True),
        ("The deadline is 4 March 2023.", False),
        ("The deadline is 3 March.", True),
        ("The deadline is 4 March.", False),
        ("The deadline is 4 February.", True),
        ("The deadline is 3 February.", False),
        ("The fair takes place on 3 March.", False),
        ("The fair takes place on 3 March 2024.", True),
        ("The fair takes place on 3 March 2022.", False),
    ],
)
def test_what_is_over(text: str, over: bool) -> None:
    assert bool(alarms(PastDeadline, text, date="2024-03-05")) is over


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("It was built in 1943. 100 years before, in 1823, it burnt.", 1),
        ("It was built in 1943. 100 years before, in 1843, it burnt.", 0),
        ("It was built in 1943. 100 years before, in 1833, it burnt.", 0),
        ("It was built in 1943. 100 years before, in 1832, it burnt.", 1),
        ("It was built in 1943. 7 years before, in 1937, it burnt.", 0),
        ("It was built in 1943. 7 years before, in 1938, it burnt.", 1),
        ("It was built in 1943. 5 years before, in 1939, it burnt.", 0),
        ("It was built in 1943. 5 years before, in 1940, it burnt.", 1),
        ("It was built in 1923 and in 1943. 100 years before, in 1823, it burnt.", 0),
        ("It was built.\n\n100 years before, in 1823, it burnt.", 0),
        ("It was built in 1943.\n\n100 years before, in 1823, it burnt.", 0),
    ],
)
def test_years_between_years(text: str, marked: int) -> None:
    assert len(alarms(YearDistance, text)) == marked


def test_the_year_of_publication_may_be_counted_from() -> None:
    text = "It was built in 1943. 100 years before, in 1923, it burnt."
    assert len(alarms(YearDistance, text)) == 1
    assert alarms(YearDistance, text, date="2023-03-05") == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Come on Monday, 4 March 2024, and on Wednesday, 5 March.", ["Wednesday, 5 March"]),
        ("Come on Monday, 4 March 2024, and on Tuesday, 5 March.", []),
        ("Come on Monday, 4 March 2024. " + "It rains. " * 40 + "Come on Wednesday, 5 March.", []),
        ("Come on Monday, 4 March 2024.\n\nCome on Wednesday, 5 March.", []),
        ("Come on Monday, 4 March 2024, and on Wednesday, 18 April.", ["Wednesday, 18 April"]),
        ("Come on Monday, 4 March 2024, and on Wednesday, 19 August.", ["Wednesday, 19 August"]),
        ("Come on Monday, 4 March 2024, and on Wednesday, 19 September.", []),
        ("Come on Monday, 4 March 2024 at six. Come again on Wednesday, 19 April.", []),
    ],
)
def test_a_day_behind_one_with_a_year(text: str, marked: list[str]) -> None:
    assert texts(Weekday, text) == marked


@pytest.mark.parametrize(("end", "alarms"), [("00:00:06,500", 1), ("00:00:11,500", 0), ("00:01:06,000", 0)])
def test_a_cue_that_goes_before_it_comes(end: str, alarms: int) -> None:
    source = f"1\n00:00:09,000 --> {end}\nThe pool has been standing here for a long time.\n"
    assert len(run(ClockRange, read_article(source, path="pool.srt"))[0]) == alarms
