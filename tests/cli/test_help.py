"""Help is in the reader's language, for each command."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import pytest

from linter.cli import COMMANDS, terminal
from linter.cli.parser import parser
from linter.messages.reader import LANGUAGES
from tests.cli.conftest import Factlint


@pytest.fixture(params=LANGUAGES[1:])
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("COLUMNS", "4000")  # nothing is broken
    terminal.speak(request.param)
    yield request.param
    terminal.speak("en")


def parsers(top: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """A parser and those of its commands."""
    yield top
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction):
            for each in action.choices.values():
                yield from parsers(each)


def test_nothing_is_left_in_english(language: str) -> None:
    for command in COMMANDS:
        for each in parsers(parser([command])):
            text = each.format_help()
            english = [action.help for action in each._actions if action.help]
            for told in ("usage:", "show this help message", "default:", "may be repeated", *english):
                assert told not in text, told


def test_values_stand_in_it(language: str) -> None:
    text = "".join(each.format_help() for each in parsers(parser(["check"])))
    for value in ("16)", "30)", "FACTLINT_CACHE_DIR", "sarif, github", ":FILE"):
        assert value in text


def test_what_commands_say(factlint: Factlint, tmp_path: Path) -> None:
    done = factlint("facts", "add", "Anna Nowak", LANG="de_DE.UTF-8", LC_ALL="de_DE.UTF-8")
    assert done.stderr == "Anna Nowak in facts.yaml aufgenommen.\n"
    done = factlint("test", "weekday-mismatch", LC_ALL="pl_PL.UTF-8")
    assert done.stderr.endswith("(1 reguła), nieudane: 0.\n")
    assert "usage" not in factlint("--help", LC_ALL="fr_FR.UTF-8").stdout
