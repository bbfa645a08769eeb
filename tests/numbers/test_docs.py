"""The page about the number rules says what the rules say."""

from __future__ import annotations

import runpy
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]


def test_page_is_made_from_the_rules_as_they_are() -> None:
    made = runpy.run_path(str(TOP / "scripts" / "build_number_rules.py"))
    assert (TOP / "docs" / "numbers.md").read_text(encoding="utf-8") == made["page"]()
