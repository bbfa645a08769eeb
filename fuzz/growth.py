"""Articles that say one thing over and over: eight times the text may not take the square of that."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from fuzz import seeds
from fuzz.target import Target, require
from linter.engine.config_files import ConfigFinder
from linter.engine.policies import Choice
from linter.engine.run import Linter
from tests.cost import TIMES_LINEAR, Work, dearer

_SHORT = 4_000
"""Characters: fewer take no time that could be told from chance."""
_SAID = 400
"""Characters of a text that are said again and again: of a longer one nothing is there often."""


def targets(folder: Path) -> dict[str, Target]:
    """One target; it begins with the examples of the rules, each of which has what some check looks for."""
    (folder / ".factlint.yaml").write_text("{}\n", encoding="utf-8")
    linter = Linter(Choice(select=("all",), preview=True), ConfigFinder(str(folder / ".factlint.yaml")))
    return {"growth": Target(seeds.examples(), partial(check_growth, linter, str(folder / "a.md")))}


def check_growth(linter: Linter, path: str, text: str) -> None:
    """Lint a text many times over, and eight times as often."""
    above, body = _parted(text)
    said = (body[:_SAID] or "a").encode("utf-8", "replace").decode() + " "

    def work(size: int) -> Work:
        return partial(linter.lint_source, above + said * (size // len(said) + 1), path)

    times = dearer(work, _SHORT)
    require(times <= TIMES_LINEAR, f"8 times the text takes {times:.0f} times as long")


def _parted(text: str) -> tuple[str, str]:
    """Front matter and what stands below it."""
    above, fence, body = text.rpartition("\n---\n\n")
    return (above + fence, body) if text.startswith("---\n") else ("", text)
