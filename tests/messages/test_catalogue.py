"""A message is said anew in another language; what is no message stays as it is."""

from __future__ import annotations

import pickle
from datetime import date

import pytest

from linter.engine.cache.serial import packed_findings, unpacked_findings
from linter.finding import Finding, Related, Severity
from linter.messages import Message, Number, bare, either, message, plural, verbatim
from linter.messages.catalogue import Catalogue
from linter.text import Span
from linter.topics.dates.reading.calendar import in_words, weekday_name

DAY = date(2024, 8, 1)
FRENCH = Catalogue("fr")
POLISH = Catalogue("pl")


def test_a_message_is_its_english_text() -> None:
    said = message("{label}, {date}", label="x", date=in_words(DAY))
    assert said == "x, 1 August 2024"
    assert {said: 1}["x, 1 August 2024"] == 1


@pytest.mark.parametrize(
    ("language", "day", "weekday"),
    [
        ("fr", "1er août 2024", "jeudi"),
        ("de", "1. August 2024", "Donnerstag"),
        ("es", "1 de agosto de 2024", "jueves"),
        ("it", "1º agosto 2024", "giovedì"),
        ("pt", "1º de agosto de 2024", "quinta-feira"),
        ("nl", "1 augustus 2024", "donderdag"),
        ("pl", "1 sierpnia 2024", "czwartek"),
    ],
)
def test_dates(language: str, day: str, weekday: str) -> None:
    speak = Catalogue(language)
    assert speak(in_words(DAY)) == day
    assert speak(weekday_name(DAY.weekday())) == weekday


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "1 uwaga"),
        (2, "2 uwagi"),
        (5, "5 uwag"),
        (12, "12 uwag"),
        (22, "22 uwagi"),
        (101, "101 uwag"),
        (112, "112 uwag"),
        (1004, "1\u00a0004 uwagi"),
    ],
)
def test_plural_forms_of_polish(number: int, text: str) -> None:
    assert POLISH(plural(number, "{number} finding", "{number} findings")) == text


def test_plural_forms_of_french() -> None:
    told = [FRENCH(plural(number, "{number} error", "{number} errors")) for number in (0, 1, 2, 1_000_000)]
    assert told == ["0 erreur", "1 erreur", "2 erreurs", "1\u202f000\u202f000 erreurs"]


def test_numbers_are_written_as_the_reader_writes_them() -> None:
    assert FRENCH(Number("-1,234.5", "-1,234.5")) == "-1\u202f234,5"
    assert Catalogue("de")(bare(2000)) == "2.000"


def test_formulas_have_no_translation_and_need_none() -> None:
    formula = message("{first} = {sum} %", first="1.5 million", sum=Number("1,500", "1,500"))
    assert FRENCH(formula) == "1.5 million = 1\u202f500 %"


def test_words_of_the_article_are_never_translated() -> None:
    said = message("“{text}” is {what}.", text="Monday", what=verbatim("filler text"))
    assert FRENCH(said) == "«\u202fMonday\u202f»\u00a0: du faux texte."


def test_what_has_no_translation_stays_english_as_a_whole() -> None:
    said = message("Our own rule: {day}", day=weekday_name(0))
    assert FRENCH(said) == "Our own rule: Monday"


def test_braces_in_the_words_of_the_article_are_words() -> None:
    hostile = message("“{text}” is {what}.", text="{what.__class__} {0} {", what=verbatim("{x} {{ }"))
    assert hostile == "“{what.__class__} {0} {” is {x} {{ }."
    assert FRENCH(hostile) == "«\u202f{what.__class__} {0} {\u202f»\u00a0: {x} {{ }."


def test_several_possibilities() -> None:
    assert FRENCH(either([str(in_words(DAY)), "2", "3"])) == "1 August 2024 ou 2 ou 3"


def test_a_project_says_it_in_its_own_words() -> None:
    own = Catalogue("fr", {"Our own rule: {day}": "Chez nous : {day}", "no findings": "rien"})
    assert own(message("Our own rule: {day}", day=weekday_name(0))) == "Chez nous : lundi"
    assert own("no findings") == "rien"


def test_the_parts_survive_the_cache_and_other_processes() -> None:
    said = message("{one} or {other}", one=in_words(DAY), other=Number("1\u202f000", "1,000"))
    several = plural(2, "{number} day", "{number} days")
    related = (Related(Span(1, 2), several),)
    finding = Finding("a.md", "rule", Severity.ERROR, said, Span(0, 1), "x", related, fingerprint="f")
    from_cache = unpacked_findings("a.md", packed_findings([finding]))[0]
    for kept in (from_cache, pickle.loads(pickle.dumps(finding))):
        assert kept == finding
        assert isinstance(kept.message, Message)
        assert FRENCH(kept.message) == "1er août 2024 ou 1\u202f000"
        assert FRENCH(kept.related[0].label) == "2 jours"
