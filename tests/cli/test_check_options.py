"""Arguments that are written out in full are read without argparse, and mean what they mean to argparse."""

from __future__ import annotations

import pytest

from linter.cli.check_options import plain_arguments
from linter.cli.parser import parser

PLAIN = (
    "",
    "a.md b.md",
    "-",
    "--force-exclude a.md",
    "--select dates,names --select numbers --ignore weekday-mismatch a.md",
    "--output-format concise --output-format sarif:out.sarif .",
    "--fail-on never --min-severity info --color always --exit-zero --statistics -v -q",
    "--jobs auto --jobs 3 --max-file-size 20 --time-limit 0 --cache-dir /tmp/x --no-cache --timing",
    "--source a.txt --source b.txt --config c.yaml --isolated --preview --extend-select x",
    "--profile science --profile data a.md",
    "--baseline b.json --write-baseline c.json --allow-read .. --show-files --diff",
    "--fix --stdin-filename a.md",
)
FOR_ARGPARSE = (
    "--help",
    "--output-format=concise",
    "--prev",
    "-qv",
    "--fix --diff",
    "--select",
    "--select --preview",
    "--jobs none",
    "--jobs 0",
    "--max-file-size 0",
    "--time-limit -1",
    "--color red",
    "--profile date",
    "--output-format pdf",
    "--debug",
    "--no-such",
)


@pytest.mark.parametrize("line", PLAIN)
def test_the_same_as_argparse(line: str) -> None:
    argv = line.split()
    plain = plain_arguments(argv)
    assert plain is not None
    assert vars(plain) == vars(parser(["check"]).parse_args(["check", *argv]))


@pytest.mark.parametrize("line", FOR_ARGPARSE)
def test_left_to_argparse(line: str) -> None:
    assert plain_arguments(line.split()) is None


def test_options_may_stand_between_names() -> None:
    plain = plain_arguments(["a.md", "--quiet", "b.md"])
    assert plain is not None
    assert (plain.paths, plain.quiet) == (["a.md", "b.md"], True)
