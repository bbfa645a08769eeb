"""Every command that the documentation shows is one that the program takes, and how they are run."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from linter.cli import COMMANDS
from linter.cli.parser import parser
from scripts import docs_commands

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


BLOCKS = [
    block
    for page in docs_commands.PAGES
    for block in docs_commands.blocks(page, (ROOT / page).read_text("utf-8"))
]


def test_what_is_said_of_blocks_is_understood() -> None:
    assert [f"{block.place}: {told}" for block in BLOCKS for told in docs_commands.wrong_marks(block)] == []
    assert [block.place for block in BLOCKS if block.marks and not (block.commands() or block.file)] == []


def test_most_commands_are_run() -> None:
    """Those that are not need a network, or other programs."""
    run = [block for block in BLOCKS if block.commands() and "not run" not in block.marks]
    assert len(run) >= 20
    assert {block.page for block in run} >= {
        "README.md",
        "docs/start/editors.md",
        "docs/start/repositories.md",
    }


PAGE = """\
# A page

    # .factlint.yaml
    vocabulary: [Newsroom]

Some text.

<!-- ci: not run: fetches a; b -->

    factlint check \\
      a.md  # twice

    factlint init

```console
$ factlint rules
one
  two
$ factlint explain one
```

<!-- ci: in: clone; needs: dev, docs -->

```
python -m build
```

    vim.lsp.enable('factlint')

```python
echo = 1
```
"""


def test_blocks_and_their_commands() -> None:
    found = list(docs_commands.blocks("a.md", PAGE))
    assert [(block.number, block.kind, block.file, len(block.commands())) for block in found] == [
        (3, "", ".factlint.yaml", 0),
        (10, "", "", 2),
        (16, "console", "", 2),
        (25, "", "", 1),
        (28, "", "", 0),
        (31, "python", "", 0),
    ]
    assert found[1].marks == {"not run": "fetches a; b"}
    assert found[1].commands()[0].line == "factlint check    a.md  # twice"
    assert found[2].commands() == [("factlint rules", "one\n  two\n"), ("factlint explain one", "")]
    assert found[3].marks == {"in": "clone", "needs": "dev, docs"}
    assert docs_commands.why_not(found[1]) == "fetches a; b"
    assert docs_commands.why_not(found[2]) == ""


@pytest.mark.parametrize(
    ("marks", "told"),
    [
        ({"not run": ""}, "'not run' needs a reason"),
        ({"run": ""}, "unknown mark 'run'"),
        ({"needs": "dev, nothing"}, "unknown extra 'nothing'"),
    ],
)
def test_a_wrong_comment(marks: dict[str, str], told: str) -> None:
    block = docs_commands.Block("a.md", 1, marks, "", "factlint init\n")
    assert docs_commands.wrong_marks(block) == [told]


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("one\n  two\n", "one two", True),
        ('{"a": 1, …}', '{"a": 1, "b": 2}\n', True),
        ("…cut", "…cut\n", True),
        ("one", "one\ntwo", False),
        ("one\ntwo", "one", False),
        ("a.c", "abc", False),
    ],
)
def test_what_is_shown_is_what_is_printed(shown: str, printed: str, same: bool) -> None:
    assert docs_commands.agrees(shown, printed) is same


def test_a_page_that_is_wrong(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "A page:\n\n    $ echo one\n    one\n    $ echo two\n    three\n\n"
        "<!-- ci: -->\n\n    echo >&2 four; exit 3\n"
        "\nThis:\n\n    # ours/a.yaml\n    key: 1\n\nThen:\n\n    cat ours/a.yaml\n"
    )
    not_run: list[str] = []
    assert docs_commands.try_page(str(page), not_run) == 2
    told = capfd.readouterr().out
    assert "the page shows something else; it prints:\ntwo\n" in told
    assert "ended with 3:\nfour\n" in told
    assert told.count("wrong:") == 2
    assert not_run == []
