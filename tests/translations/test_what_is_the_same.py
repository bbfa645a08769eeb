"""What two language versions may say in two ways: nothing of it is reported."""

from __future__ import annotations

import pytest

from linter.topics.translations.translation_date import TranslationDate
from linter.topics.translations.translation_identifier import TranslationIdentifier
from linter.topics.translations.translation_name import TranslationName
from linter.topics.translations.translation_number import TranslationNumber
from linter.topics.translations.translation_quantity import TranslationQuantity
from linter.topics.translations.version_check import VersionCheck
from tests.translations.builders import alarms, versions

CHECKS: tuple[type[VersionCheck], ...] = (
    TranslationDate,
    TranslationIdentifier,
    TranslationName,
    TranslationNumber,
    TranslationQuantity,
)
SAME = [
    ("In 19th century London many had died.", "it", "Molti morirono nella Londra dell'800."),
    (
        "The town has 12,500 inhabitants and 3 schools.",
        "fr",
        "La ville compte 12 500 habitants et trois écoles.",
    ),
    (
        "The town has 12,500 inhabitants and three schools.",
        "de",
        "Die Stadt hat 12.500 Einwohner und 3 Schulen.",
    ),
    ("The bridge cost 1.2 million crowns in all.", "ja", "橋の費用は合計で120万クローネだった。"),
    ("Each winner receives 50,000 yen and a basket.", "zh", "每位获奖者可获得5万日元和一个篮子。"),
    ("The trail is 10 miles long and rather steep.", "de", "Der Weg ist 16 km lang und ziemlich steil."),
    ("It opens on 4 March 2025 in the town hall.", "de", "Es öffnet am 04.03.2025 im Rathaus der Stadt."),
    ("It opens on March 4, 2025 in the town hall.", "ja", "2025年3月4日に市役所で開館します。"),
    (
        "It will be released in June with 14 changes.",
        "vi",
        "Nó sẽ được phát hành vào tháng 6 với 14 thay đổi.",
    ),
    ("Call starts on 4 March 2025 at 23:30 UTC.", "ja", "2025年3月5日 8:30 に電話会議が始まります。"),
    (
        "Doors open at 7 p.m. for all who have tickets.",
        "fr",
        "Ouverture des portes à 19 h pour tous les détenteurs.",
    ),
    ("It works with version 2.2 and all later ones.", "de", "Es läuft mit Version 2.2.0 und allen späteren."),
    ("It works with version 2.2.0-rc1 and later.", "ru", "Он работает с версией 2.2.0-rc-1 и новее."),
    (
        "Reading time: 40 minutes for a good reader.",
        "fr",
        "Temps de lecture : 47 minutes pour un bon lecteur.",
    ),
    ("Anna Pellington lives in Cologne with her cat.", "de", "Anna Pellington lebt mit ihrer Katze in Köln."),
    ("Two $10 bills can be exchanged at any time.", "fr", "Deux billets de 10 € s'échangent à tout moment."),
    ("Write to Makers@example.org by Friday.", "fr", "Écrivez à makers@example.org d'ici vendredi."),
    ("About 800 people came on the first day.", "de", "Am ersten Tag kamen 812 Leute zu uns."),
    (
        "On average 4.51% of all tests find such a hole.",
        "fr",
        "En moyenne 4,5 % des tests trouvent un tel trou.",
    ),
    (
        "Insecure Deserialization is one cause, for the deserialization of all data works.",
        "es",
        "Una causa es la Deserialización (Deserialization), pues la deserialización funciona.",
    ),
    (
        "It uses the mis-spelled Referer if there is one, otherwise Referrer is sent.",
        "de",
        "Es nimmt den falsch geschriebenen Kopf, falls es ihn gibt, sonst wird Referrer gesendet.",
    ),
    (
        "CWE-400 Uncontrolled Resource Consumption\n\nThe rest is the same here.",
        "ja",
        "CWE-311 Missing Encryption of Sensitive Data\n\n残りは同じです。",
    ),
]


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize(("english", "tag", "other"), SAME)
def test_it_is_silent(check: type[VersionCheck], english: str, tag: str, other: str) -> None:
    pair = versions(en=english, **{tag: other})
    assert alarms(check, pair[tag]) == []
    assert alarms(check, pair["en"]) == []


def test_an_article_alone_is_compared_with_nothing() -> None:
    (article,) = versions(en="The town has 12 schools.").values()
    assert alarms(TranslationNumber, article) == []


def test_a_copy_that_nobody_has_translated_is_no_version() -> None:
    text = "The town has 12 schools, and all of them are closed on Mondays. " * 12
    pair = versions(en=text, de=text.replace("12", "14"))
    assert len(pair["en"].versions) == 1
