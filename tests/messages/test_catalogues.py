"""The catalogues are complete, and what is loaded is what they say.

After a change of a message: ``python scripts/compile_messages.py``, then translate what ``--missing`` lists,
and run it again.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog, Message

from linter.languages import speech
from linter.messages.catalogue import Catalogue
from linter.messages.reader import LANGUAGES
from linter.topics.dates.reading.calendar import MONTHS, WEEKDAYS, without_year
from scripts import compile_messages

TRANSLATED = LANGUAGES[1:]
QUOTES = {"fr": "«»", "de": "„“", "es": "«»", "it": "«»", "pt": "“”", "nl": "‘’", "pl": "„”"}


@pytest.fixture(scope="module")
def template() -> Catalog:
    return compile_messages.gathered()


def entries(code: str) -> Iterator[Message]:
    return (entry for entry in compile_messages.read(code) if entry.id)


def texts(entry: Message) -> tuple[str, ...]:
    return entry.string if isinstance(entry.string, tuple) else (entry.string,)


def fields(text: str) -> set[str]:
    return {name for _, name, form, conversion in string.Formatter().parse(text) if name is not None}


def test_the_template_has_every_message(template: Catalog) -> None:
    assert compile_messages.TEMPLATE.read_bytes() == compile_messages.po(template)


@pytest.mark.parametrize("code", TRANSLATED)
def test_nothing_is_missing_or_doubtful(code: str, template: Catalog) -> None:
    assert compile_messages.missing(code, template) == []
    assert {str(entry.id) for entry in entries(code)} == {str(entry.id) for entry in template if entry.id}
    assert not compile_messages.read(code).obsolete


@pytest.mark.parametrize("code", TRANSLATED)
def test_what_is_loaded_is_what_the_catalogue_says(code: str) -> None:
    compiled = (compile_messages.TARGET / f"{code}.json").read_text(encoding="utf-8")
    assert compiled == compile_messages.rendered(compile_messages.read(code))


@pytest.mark.parametrize("code", TRANSLATED)
def test_translations_have_the_fields_of_their_messages(code: str) -> None:
    for entry in entries(code):
        wanted = fields(entry.id if isinstance(entry.id, str) else entry.id[1])
        assert [fields(text) for text in texts(entry)] == [wanted] * len(texts(entry)), entry.id


@pytest.mark.parametrize("code", TRANSLATED)
def test_quotation_marks_are_those_of_the_language(code: str) -> None:
    opening, closing = QUOTES[code]
    foreign = set("“”„«»‘") - {opening, closing}
    for entry in entries(code):
        for text in texts(entry):
            assert not foreign & set(text), text
            assert text.count(opening) == len(re.findall(rf"{closing}(?!\w)", text)) or code == "nl", text


@pytest.mark.parametrize("code", TRANSLATED)
def test_apostrophes_are_curved(code: str) -> None:
    straight = re.compile(r"[^\W\d_]'[^\W\d_]")
    assert not [text for entry in entries(code) for text in texts(entry) if straight.search(text)]


def test_spaces_before_marks_are_narrow_in_french() -> None:
    for entry in entries("fr"):
        for text in texts(entry):
            assert not re.search(r" [;:!?»%]|« |\u202f:", text), text


@pytest.mark.parametrize("code", TRANSLATED)
def test_months_and_weekdays_are_those_that_articles_have(code: str) -> None:
    say, known = Catalogue(code), speech(code).dates
    assert [known.months[say(MONTHS[at]).lower()] for at in range(12)] == list(range(1, 13))
    assert [known.weekdays[say(WEEKDAYS[at]).lower()] for at in range(7)] == list(range(7))
    for month in range(1, 13):
        name = re.split(r"[ .]", say(without_year(2, month)))[-1]
        assert known.months[name.lower()] == month
