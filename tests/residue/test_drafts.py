"""What is to be done with a draft is an info; so it is no longer when the draft is published."""

from __future__ import annotations

import pytest

from linter.engine.run import Linter
from linter.finding import Severity


@pytest.mark.parametrize(
    ("head", "severity"),
    [
        ("draft: true", Severity.INFO),
        ("published: false", Severity.INFO),
        ("draft: false", Severity.WARNING),
        ("tags: draft", Severity.WARNING),
    ],
)
def test_a_task_in_a_draft(head: str, severity: Severity) -> None:
    source = f"---\ntitle: The pool\n{head}\n---\n\nTODO: the photo\n\nThe council has voted.\n"
    found = Linter().lint_source(source, "pool.md").findings
    assert [(each.rule, each.severity) for each in found] == [("placeholder-mark", severity)]


@pytest.mark.parametrize(("turns", "told"), [(3, ["doubled-mark"]), (25, [])])
def test_two_dots_in_a_talk_are_a_pause(turns: int, told: list[str]) -> None:
    talk = "".join(
        f"**Anna:** We saw {number} of them.\n\n**Bert:** And {number} came.\n\n" for number in range(turns)
    )
    source = f"# A talk\n\n{talk}**Anna:** And the pool has that.. The water is cold.\n"
    found = Linter().lint_source(source, "talk.md").findings
    assert [each.rule for each in found if each.rule == "doubled-mark"] == told
