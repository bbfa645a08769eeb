"""What the findings of the date rules say and show beyond the examples in the rule files."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from linter.article.model import Article
from linter.article.read import read_article
from linter.check import Alarm, Check, Count, Setup
from linter.finding import Severity
from linter.topics.dates.impossible_date import ImpossibleDate
from linter.topics.dates.reading.recognise import recognise
from linter.topics.dates.relative_date import RelativeDate
from linter.topics.dates.spans.terms import closures
from linter.topics.dates.weekday import Weekday
from tests.cost import assert_linear, steps
from tests.dates.test_article_dates import article


def run(check: type[Check], read: Article) -> tuple[list[Alarm], dict[str, int]]:
    outcomes = list(check(check.Params(), Setup()).run(read))
    counts = {found.what: found.number for found in outcomes if isinstance(found, Count)}
    return [found for found in outcomes if isinstance(found, Alarm)], counts


def test_a_wrong_weekday_shows_what_would_fit() -> None:
    (alarm,), _ = run(Weekday, article("Le lundi 4 mars 2025, il pleuvait.", "fr"))
    assert alarm.fields["date"] == "4 March 2025"
    assert alarm.fields["fits"] == "Monday is the 3rd"
    assert alarm.suggestion == "mardi 4 mars 2025"


@pytest.mark.parametrize(
    ("lang", "text", "suggestion"),
    [
        ("en", "On Monday, March 4, 2025, it rained.", "Tuesday, March 4, 2025"),
        ("ru", "В понедельник, 5 марта 2025 года.", "среду, 5 марта 2025 года"),
        ("pt", "Na segunda-feira (4) de março de 2025.", None),
        ("de", "Am SONNTAG, 4. März 2025, regnete es.", "Dienstag, 4. März 2025"),
        ("en", "On Mon, 4 Mar 2025, it rained.", None),
    ],
)
def test_suggests_the_weekday_in_its_language(lang: str, text: str, suggestion: str | None) -> None:
    alarms, _ = run(Weekday, article(text, lang))
    assert [alarm.suggestion for alarm in alarms] == ([suggestion] if alarms else [])


def test_shows_the_publication_date() -> None:
    read = article("Rendez-vous le lundi 4 mars.", "fr", date="2025-02-28")
    (alarm,), _ = run(Weekday, read)
    (related,) = alarm.related
    assert read.excerpt(related.span) == "2025-02-28"
    assert "28 February 2025" in related.label


def test_a_slip_of_the_month_comes_without_a_wrong_suggestion() -> None:
    (alarm,), _ = run(Weekday, article("Le feu a pris mercredi 31 août.", "fr", date="2019-08-01"))
    assert alarm.fields["fits"].startswith("Wednesday is 31 July")
    assert alarm.suggestion is None


def test_days_of_two_months_are_told_with_both() -> None:
    (alarm,), _ = run(Weekday, article("On Tuesday, 6 March 2024, it rained.", "en"))
    assert alarm.fields["fits"] == "Tuesday is 5 March or 6 February"


def test_counts_what_cannot_be_told() -> None:
    _, counts = run(Weekday, article("Rendez-vous le lundi 4 mars.", "fr"))
    assert counts == {
        "dates with a weekday seen": 1,
        "checked": 0,
        "without a year and no publication date": 1,
    }


def test_of_three_dates_the_odd_one_is_reported() -> None:
    text = "Mardi 4 mars, puis jeudi 7 mars, enfin mardi 11 mars."
    read = article(text, "fr")
    (alarm,), _ = run(Weekday, read)
    assert read.excerpt(alarm.span) == "jeudi 7 mars"
    assert read.excerpt(alarm.related[0].span) == "Mardi 4 mars"


def test_an_impossible_date_in_the_metadata_is_a_finding() -> None:
    read = article("It rained.", date="2024-02-30", modified="2024-13-01")
    alarms, _ = run(ImpossibleDate, read)
    assert [read.excerpt(alarm.span) for alarm in alarms] == ["2024-02-30", "2024-13-01"]
    assert [alarm.fields["why"] for alarm in alarms] == ["February has 29 days", "there is no month 13"]


def test_an_impossible_date_that_the_file_is_named_by_is_meant() -> None:
    source = "#+title: June\n#+date: 2021-06-34\n\nIt rained.\n"
    (alarm,), _ = run(ImpossibleDate, read_article(source, "2021-06-34-june.org"))
    assert alarm.severity is Severity.INFO


def test_relative_times_are_silent_without_a_publication_date() -> None:
    alarms, counts = run(RelativeDate, article("It closed five years ago, in 1950."))
    assert alarms == []
    assert counts == {"relative times beside a date": 1}


IMPORTS = """
import sys
from linter.article.read import read_article
from linter.check import Setup
from linter.topics.dates.relative_date import RelativeDate
from linter.topics.dates.weekday import Weekday
text = "---\\nlang: {lang}\\ndate: 2025-03-04\\n---\\n\\n{text}\\n"
article = read_article(text, "a.md")
for check in (Weekday, RelativeDate):
    list(check(check.Params(), Setup()).run(article))
print([name for name in ("dateparser", "babel", "yaml", "spacy", "numpy") if name in sys.modules])
"""


def imported(lang: str, text: str) -> str:
    code = IMPORTS.format(lang=lang, text=text)
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return run.stdout


def test_dateparser_is_imported_only_for_what_the_forms_do_not_read() -> None:
    plain = imported("en", "On Tuesday, March 4, 2025, and five years ago, in 2020, and 04/03/2025.")
    assert "dateparser" not in plain
    assert "babel" not in plain
    assert "dateparser" in imported("hr", "Tvornica je zatvorena prije pet godina, 2020.")


def test_candidates_are_found_without_reading_every_word() -> None:
    """``benchmarks/dates_speed.py`` measures what a megabyte takes."""
    words = "Le maire de la commune a présenté son projet aux habitants, qui l'ont trouvé trop cher. " * 3
    numbers = "Ils sont 1 200, soit 35 % de plus qu'en 2019.\n"
    piece = "Le lundi 4 mars 2025, le maire a parlé.\n" + (words + numbers) * 4
    assert len(recognise(piece * 20, "fr")) == 20
    assert_linear(lambda size: lambda: recognise(piece * (size // len(piece)), "fr"), 5_000, 10_000)
    assert steps(lambda: recognise(words * 20, "fr")) < len(words.split())


def test_years_in_one_long_sentence_are_looked_around_for_a_bounded_way() -> None:
    def told(size: int) -> Callable[[], object]:
        piece = "(born 1950) In 1990 é"
        read = article(piece * (size // len(piece)), "en")
        return lambda: list(closures(read))

    assert_linear(told, 2_000, 8_000)
