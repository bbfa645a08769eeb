"""What is reported, in which version, and against how many others."""

from __future__ import annotations

import pytest

from linter.check import Alarm, Setup
from linter.topics.translations.translation_date import TranslationDate
from linter.topics.translations.translation_identifier import TranslationIdentifier
from linter.topics.translations.translation_name import TranslationName
from linter.topics.translations.translation_number import TranslationNumber
from linter.topics.translations.translation_quantity import TranslationQuantity
from linter.topics.translations.version_check import VersionCheck
from tests.translations.builders import alarms, versions

DIFFERENT: list[tuple[type[VersionCheck], str, str, str, tuple[str, str]]] = [
    (
        TranslationNumber,
        "The town has 12,500 inhabitants and 3 schools.",
        "fr",
        "La ville compte 12 800 habitants et trois écoles.",
        ("12 800", "12,500"),
    ),
    (
        TranslationNumber,
        "The cache holds 10,000 pages by default.",
        "zh",
        "缓存默认保存1000个页面。",
        ("1000", "10,000"),
    ),
    (
        TranslationNumber,
        "Some 63% of the users speak German at home.",
        "de",
        "Rund 36 % der Nutzer sprechen zu Hause Deutsch.",
        ("36", "63"),
    ),
    (
        TranslationDate,
        "It opens on 4 March 2025 in the town hall.",
        "de",
        "Es öffnet am 14. März 2025 im Rathaus der Stadt.",
        ("14. März 2025", "4 March 2025"),
    ),
    (
        TranslationDate,
        "ConFoo 2014 will be held in Montreal again.",
        "id",
        "ConFoo 2013 akan diadakan lagi di Montreal.",
        ("2013", "2014"),
    ),
    (
        TranslationIdentifier,
        "All versions before 2.2.2 have the hole.",
        "zh",
        "2.2.1 之前的所有版本都有此漏洞。",
        ("2.2.1", "2.2.2"),
    ),
    (
        TranslationIdentifier,
        "This hole is called CVE-2024-49761 by all.",
        "fr",
        "Cette faille est appelée CVE-2024-43398 par tous.",
        ("CVE-2024-43398", "CVE-2024-49761"),
    ),
    (
        TranslationIdentifier,
        "Write to info@example.org if you have questions.",
        "de",
        "Schreiben Sie bei Fragen an inf@example.org, bitte.",
        ("inf@example.org", "info@example.org"),
    ),
    (
        TranslationName,
        "The prize goes to Anna Pellington this year.",
        "fr",
        "Le prix revient cette année à Anna Pellingtom.",
        ("Pellingtom", "Pellington"),
    ),
    (
        TranslationQuantity,
        "The firm earned 2.4 million dollars last year.",
        "de",
        "Die Firma verdiente letztes Jahr 2,4 Milliarden Dollar.",
        ("2,4 Milliarden Dollar", "2.4 million dollars"),
    ),
]


@pytest.mark.parametrize(("check", "english", "tag", "other", "expected"), DIFFERENT)
def test_it_is_reported_in_the_translation(
    check: type[VersionCheck], english: str, tag: str, other: str, expected: tuple[str, str]
) -> None:
    pair = versions(en=english, **{tag: other})
    assert alarms(check, pair[tag]) == [expected]
    assert alarms(check, pair["en"]) == []


def test_the_original_answers_where_only_it_is_asked() -> None:
    pair = versions(en="The town has 12 schools.", de="Die Stadt hat 14 Schulen.")
    pair["de"].asked = False
    assert alarms(TranslationNumber, pair["en"]) == [("12", "14")]


def test_the_odd_one_of_several_is_reported_and_the_others_are_counted() -> None:
    group = versions(
        en="The town has 12 schools.",
        de="Die Stadt hat 14 Schulen.",
        fr="La ville compte 14 écoles.",
        es="La ciudad tiene 14 escuelas.",
    )
    found = [each for each in TranslationNumber(None, Setup()).run(group["en"]) if isinstance(each, Alarm)]
    assert [(each.variant, each.fields["count"], len(each.related)) for each in found] == [("odd", "3", 3)]
    assert [alarms(TranslationNumber, group[tag]) for tag in ("de", "fr", "es")] == [[], [], []]


def test_many_differences_are_one() -> None:
    names = "irb rdoc json date psych timeout logger stringio".split()
    pair = versions(
        en="\n".join(f"- {name} 1.{i}.0" for i, name in enumerate(names, 3)),
        de="\n".join(f"- {name} 1.{i}.9" for i, name in enumerate(names, 3)),
    )
    found = [each for each in TranslationIdentifier(None, Setup()).run(pair["de"]) if isinstance(each, Alarm)]
    assert [(each.variant, each.fields["count"]) for each in found] == [("many", "7")]


HEADS = [
    ("event_date: 2024-05-17", "event_date: 2024-05-27", ["2024-05-27"]),
    ("deadline: 2024-05-17", "deadline: 2023-05-17", ["2023-05-17"]),
    ("date: 2024-05-17", "date: 2025-05-17", ["2025-05-17"]),
    ("date: 2024-05-17", "date: 2024-05-21", []),
    ("deadline: 2024-05-17", "deadline: 2023-06-11", []),
    ("deadline: 2024-05-17", "until: 2024-05-27", []),
    ("start: 2024-05-17 10:00", "start: 2024-05-17 18:00", []),
]


@pytest.mark.parametrize(("english", "french", "reported"), HEADS)
def test_dates_of_the_metadata(english: str, french: str, reported: list[str]) -> None:
    pair = versions(
        en="The town has 12 schools, and all are open.",
        fr="La ville a 12 écoles, toutes ouvertes.",
        heads={"en": english, "fr": french},
    )
    assert [said for said, _ in alarms(TranslationDate, pair["fr"])] == reported
