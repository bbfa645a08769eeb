"""Every command that the documentation shows is one that the program takes."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from linter.cli.main import COMMANDS
from linter.cli.parser import parser

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("README.md")])
_BLOCK = re.compile(r"^(?: {4}|\t)(.*)$|^```[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"(?<!`)`(factlint [^`\n]*(?:\n[^`\n]*)?)`")
_COMMAND = re.compile(r"(?:^|[\s(;&|])(?:uvx |pipx run )?factlint ((?:[a-z]+|-)[^\n#|;&>)…]*)", re.MULTILINE)


def commands(page: str) -> Iterator[str]:
    """The arguments behind ``factlint`` in the code of a page."""
    for block in _BLOCK.finditer(page):
        code = (block[1] or block[2] or "").replace("\\\n", " ")
        for found in _COMMAND.finditer(re.sub(r"^\s*#.*$", "", code, flags=re.MULTILINE)):
            if found[1].split()[0] in COMMANDS or found[1].startswith("-"):
                yield found[1]
    for span in _SPAN.finditer(page):
        yield span[1].removeprefix("factlint ").rstrip("…")


SHOWN = sorted(
    {(page.name, command.strip()) for page in PAGES for command in commands(page.read_text("utf-8"))}
)


def test_there_are_commands() -> None:
    assert len(SHOWN) > 40
    assert {command.split()[0] for _, command in SHOWN} >= {"check", "test", "init", "schema", "facts"}


@pytest.mark.parametrize(("page", "command"), SHOWN)
def test_it_is_taken(page: str, command: str) -> None:
    words = shlex.split(command.replace("[", "").replace("]", ""))
    arguments = words if words[0] in COMMANDS else ["check", *words]
    if len(words) > 1:
        parser(arguments).parse_args(arguments)  # or the test ends with what the parser says
