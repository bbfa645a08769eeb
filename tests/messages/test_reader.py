"""The language of the reader, as gettext finds it out."""

from __future__ import annotations

import pytest

from linter.decode import hints_of, parts_of
from linter.engine.config import Config
from linter.messages.reader import AUTO, LANGUAGES, reader_language
from linter.typed import Literal


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "pt_BR"}, "pt"),
        ({"LANG": "de-AT"}, "de"),
        ({"LANG": "nl.utf8@euro"}, "nl"),
        ({"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "de_DE.UTF-8"}, "de"),
        ({"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "de_DE.UTF-8", "LC_ALL": "es_ES.UTF-8"}, "es"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": ""}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "sv_SE.UTF-8"}, "en"),
        ({"LANG": "../../etc"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "LANGUAGE": "sv:pl:de"}, "pl"),
        ({"LANG": "fr_FR.UTF-8", "LANGUAGE": "en:fr"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "LANGUAGE": "sv"}, "fr"),
        ({"LANG": "C", "LANGUAGE": "fr"}, "en"),
        ({"LANGUAGE": "fr"}, "en"),
    ],
)
def test_the_language_of_a_locale(environment: dict[str, str], language: str) -> None:
    assert reader_language(environment) == language


def test_the_setting_takes_every_language() -> None:
    assert parts_of(hints_of(Config)["messages"]) == (Literal, (AUTO, *LANGUAGES))
