"""One name in two spellings, and all that only looks like it."""

from __future__ import annotations

import pytest

from linter.topics.names import mentions
from linter.topics.names.edit_distance import distance
from linter.topics.names.spelling.first_name_clash import FirstNameClash, other_initials
from linter.topics.names.spelling.name_spelling import NameSpelling
from tests.names.builders import article, texts

NOT_ONE_NAME = [
    ("fr", "Anne Corvisart et Paul Lorisart.", "another first letter"),
    ("fr", "Anne Corvisart. Les Corvisarts. La Corvisartie.", "endings"),
    ("fr", "Anne Corvisart. Corvisart. Paul Corvisard. Corvisard.", "two people, both named twice"),
    ("fr", "Anne Corvisart parle. Jean-Marc Corvisard écoute.", "two people with first names"),
    ("fr", "Anne Macon et la ville de Mâcon.", "a place"),
    ("en", "Alan Horan passed to Horgan.", "a listed surname"),
    ("en", "Bastian Blank. The Blink Keyboard Lights.", "the beginning of a longer name"),
    ("en", "Anna Towns lives here. Other towns are far.", "also written in lower case"),
    ("de", "Georg Geisel spricht. Die politische Geißel bleibt.", "a German noun"),
    ("es", "Ana Llorente. El llorentismo. Los Llorentes.", "followers"),
]


@pytest.mark.parametrize(("lang", "text", "why"), NOT_ONE_NAME)
def test_not_one_name(lang: str, text: str, why: str) -> None:
    assert texts(NameSpelling, article(lang, "Rien", text)) == [], why


ONE_NAME = [
    ("fr", "Anne Corvisart arrive. Corvisart part. Mme Corvissart reste.", ["Corvissart"]),
    ("en", "Alan Harlowe came. Mr Harlwoe left. Harlowe stayed.", ["Harlwoe"]),
    ("de", "Anna Petersdorf kam. Dann ging Petersdrof wieder. Petersdorf blieb.", ["Petersdrof"]),
    ("fr", "Anne Corvisart arrive. Anne Corvisard part.", ["Corvisard"]),
]


@pytest.mark.parametrize(("lang", "text", "slips"), ONE_NAME)
def test_one_name(lang: str, text: str, slips: list[str]) -> None:
    assert texts(NameSpelling, article(lang, "Rien", text)) == slips


def test_the_headline_is_looked_at_too() -> None:
    found = article("fr", "Anne Corvissart arrive", "Anne Corvisart arrive. Corvisart part.")
    assert texts(NameSpelling, found) == ["Corvissart"]


NO_CLASH = [
    (
        "en",
        "Samuel Harlow spoke first. The unions listened for an hour. Sam Harlow left.",
        "a short form",
    ),
    ("fr", "Carlo Corvisart et sa femme Carla Corvisart vivent ici.", "a couple"),
    ("fr", "Marie Corvisart parle. Personne n'écoute. Jeanne Corvisart écoute.", "different names"),
]


@pytest.mark.parametrize(("lang", "text", "why"), NO_CLASH)
def test_no_clash_of_first_names(lang: str, text: str, why: str) -> None:
    assert texts(FirstNameClash, article(lang, "Rien", text)) == [], why


def test_a_letter_moved_in_what_several_groups_are_called() -> None:
    text = "The Ernest Lab, the Soltis Lab, the Biology Lab and the Systems Lab helped. The Earnst Lab paid."
    assert texts(FirstNameClash, article("en", "The course", text)) == ["Earnst"]


def test_clash_of_first_names() -> None:
    text = "Gérald Corvisart parle. On l'écoute depuis une heure, dit un voisin. Gérard Corvisart sort."
    assert texts(FirstNameClash, article("fr", "Rien", text)) == ["Gérard"]


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [
        ("hidalgo", "hidalgo", 0),
        ("hidalgo", "hildago", 2),
        ("sarkozy", "sakozy", 1),
        ("castaner", "csataner", 1),
        ("macron", "merkel", 3),
    ],
)
def test_distance(one: str, other: str, steps: int) -> None:
    assert distance(one, other) == steps == distance(other, one)


def test_a_slip_among_three_spellings_is_told_once() -> None:
    text = "Isaac Thornbury wrote it. Issac Thornbury says so. The last one is of Issav Thornbury. It ends."
    found = texts(FirstNameClash, article("en", "The course", text))
    assert len(found) == len(set(found))
    assert "Issav" in found


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Ann R. Lee sang. Ann R. Lee danced. Later Ann T. Lee left.", ["T."]),
        ("Ann É. Lee sang. Ann É. Lee danced. Later Ann T. Lee left.", ["T."]),
        ("J. R. Lee sang. J. R. Lee danced. Later J. T. Lee left.", ["T."]),
        ("Ann R. Lee sang. Later Ann T. Lee left.", []),
        ("Ann R. Lee sang. Ann R. Lee danced. Later Ben T. Lee left.", []),
        ("Ann R Lee sang. Ann R Lee danced. Later Ann T Lee left.", []),
        ("R. Lee sang. R. Lee danced. Later T. Lee left. A plan B.", []),
    ],
)
def test_another_initial(text: str, others: list[str]) -> None:
    found = mentions(article("en", "Rain", text))
    assert [clash.rare.text for clash in other_initials(found)] == others
