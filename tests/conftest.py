"""Options, settings and fixtures shared by all tests."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "fixed", derandomize=True, database=None, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
"""The same examples on any day, however long they take."""
settings.register_profile("long", settings.get_profile("fixed"), derandomize=False, max_examples=5_000)
"""Other examples each time, and many of them: ``pytest --hypothesis-profile=long``."""
settings.load_profile("fixed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what was produced as expected")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest comes first, so that no process is left alone with it at the end."""
    items.sort(key=lambda item: item.path.name != "test_packaging.py")


VARIABLES = (
    "CI",
    "COLUMNS",
    "FACTLINT_CACHE_KEY",
    "FORCE_COLOR",
    "GITHUB_STEP_SUMMARY",
    "LANG",
    "LANGUAGE",
    "LC_ALL",
    "LC_MESSAGES",
    "NO_COLOR",
    "TERM",
)
"""What the linter reads of the environment, but for the place of its cache: no test has it by chance."""


@pytest.fixture(autouse=True, scope="session")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The cache folder of all tests that name no other; nothing else comes from whoever runs the tests.

    On a build server ``CI`` is set, and what is printed there is made fit for its log.
    """
    with pytest.MonkeyPatch.context() as patch:
        for name in VARIABLES:
            patch.delenv(name, raising=False)
        folder = tmp_path_factory.mktemp("caches") / "factlint"
        patch.setenv("FACTLINT_CACHE_DIR", str(folder))
        patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        patch.setenv("XDG_CONFIG_HOME", str(folder.parent / "config"))
        yield folder


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a text with a file byte by byte; with ``--update-golden`` writes the file instead."""

    def compare(path: Path, produced: str) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(produced, encoding="utf-8", newline="")
        with path.open(encoding="utf-8", newline="") as expected:
            assert produced == expected.read()

    return compare
