"""The lists that ship: small, quick, and right about what they are asked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from linter.packaged import data_path
from linter.topics.names import lists
from linter.topics.names.vocabulary import crowns, kin, roles

ROOT = Path(__file__).resolve().parents[2]


def test_the_data_is_small() -> None:
    assert sum(path.stat().st_size for path in Path(data_path("names")).iterdir()) < 6_000_000


def test_the_lists_are_mapped_not_read() -> None:
    code = """
import sys
import marisa_trie
from linter.topics.names import lists
from tests.cost import steps
read = []
sys.addaudithook(lambda event, arguments: read.append(str(arguments[0])) if event == "open" else None)
def ask():
    lists.first_name("Anna", "fr"), lists.ordinary("maison", "fr"), lists.place("Paris")
    lists.countries("fr"), lists.common("fr")
print(steps(ask), *(name for name in read if name.endswith(".marisa")))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    count, *read = done.stdout.split()
    assert read == []
    assert int(count) < 5_000, "some list is taken apart word by word"


@pytest.mark.parametrize(
    ("word", "language", "first", "surname", "ordinary"),
    [
        ("Élodie", "fr", True, False, False),
        ("Müller", "de", False, True, False),
        ("Comment", "fr", False, True, True),
        ("Faut-il", "fr", False, False, True),
        ("Landslide", "en", False, False, True),
        ("Анны", "ru", True, False, False),
    ],
)
def test_words(word: str, language: str, first: bool, surname: bool, ordinary: bool) -> None:
    assert lists.first_name(word, language) is first
    assert lists.surname(word) is surname
    assert lists.ordinary(word, language) is ordinary


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Pérou", lists.COUNTRY, "PE"),
        ("Londres", lists.CAPITAL, "GB"),
        ("Arequipa", lists.CITY, "PE"),
        ("West Virginia", lists.SUBDIVISION, "US"),
    ],
)
def test_places(name: str, kind: int, country: str) -> None:
    assert lists.place(name) == (kind, country)


def test_unknown_languages_have_no_words() -> None:
    assert not lists.ordinary("kukk", "xx")
    assert lists.countries("xx") == {}
    assert lists.common("xx") == frozenset()


def test_words_written_by_hand() -> None:
    assert {"president", "kanzlerin", "президент"} <= roles()
    assert {"epouse", "bruder"} <= kin()
    assert "papst" in crowns()
