"""A few dozens of hostile inputs of each kind; ``python -m fuzz all`` tries as many as one likes."""

from __future__ import annotations

import pytest

from fuzz.__main__ import targets
from fuzz.mutations import HOSTILE
from fuzz.target import Target, first_failure, no_fault, require, wrong
from linter.engine.run import Linter
from linter.faults import fault

INPUTS = 24
ARTICLES = ("md", "mdx", "html", "txt", "rst", "adoc", "org", "tex", "vtt", "front-matter", "needs")
DOCUMENTS = ("ipynb", "xml", "json", "jsonl", "docx-xml", "odt-xml", "epub-xhtml")
NAMES = (
    *(*ARTICLES, *DOCUMENTS, "config", "pyproject", "rule", "style", "vale-ini", "vocabulary"),
    *("bible", "baseline", "ignore", "name", "language", "entities", "lsp", "growth"),
)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Target]:
    return targets(tmp_path_factory.mktemp("fuzz"))


def test_every_target_is_tried(known: dict[str, Target]) -> None:
    assert tuple(known) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_hostile_inputs(known: dict[str, Target], name: str) -> None:
    inputs = 4 if name == "growth" else INPUTS  # each is linted as long text, several times over
    assert first_failure(name, known[name], range(inputs), seed=0) is None


@pytest.mark.parametrize("name", NAMES)
def test_the_seeds_themselves(known: dict[str, Target], name: str) -> None:
    for text in known[name].seeds[:3]:
        assert not wrong(known[name], text), text


@pytest.mark.parametrize("name", ARTICLES)
def test_every_hostile_piece_alone(known: dict[str, Target], name: str) -> None:
    for text in ("", *HOSTILE):
        assert not wrong(known[name], text), text


# -- what is looked for is found ---------------------------------------------------------------------------


def test_a_failure_is_found_and_made_small() -> None:
    target = Target(
        ["Nothing of note.\nA boom is here, of all places.\n"] * 2, lambda text: 1 // ("boom" not in text)
    )
    failure = first_failure("any", target, range(100), seed=0)
    assert failure is not None
    assert failure.text == "boom"
    assert "ZeroDivisionError" in failure.what
    assert first_failure("any", target, range(failure.number, failure.number + 1), seed=0) == failure


def test_a_fault_that_ends_in_a_message_is_a_failure() -> None:
    def check(text: str) -> None:
        with no_fault():
            try:
                int(text)
            except ValueError as error:
                fault(error)

    assert "ValueError" in wrong(Target([], check), "x")
    assert not wrong(Target([], check), "1")


def test_what_differs_from_run_to_run_is_a_failure(
    known: dict[str, Target], monkeypatch: pytest.MonkeyPatch
) -> None:
    lint, numbers = Linter.lint_bytes, iter(range(100))

    def other(linter: Linter, data: bytes, path: str) -> object:
        report = lint(linter, data, path)
        report.notices.append(f"{next(numbers)}")
        return report

    monkeypatch.setattr(Linter, "lint_bytes", other)
    assert "another report" in wrong(known["md"], "# A\n")


def test_a_property_says_what_it_is() -> None:
    def check(text: str) -> None:
        require(not text, f"{text} is there")

    assert wrong(Target([], check), "x") == "x is there"
