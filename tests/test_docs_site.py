"""The documentation: every rule, check and setting has its place in it, and links from reports lead there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from linter.cli import COMMANDS
from linter.decode import key_of
from linter.engine.config import Config
from linter.rules.load import load_rules
from linter.rules.model import RuleFile
from linter.site import SITE, page_of_rule
from linter.topics import CHECKS
from scripts.docs_site.markdown import quoted
from scripts.docs_site.pages import menu, pages

ROOT = Path(__file__).resolve().parent.parent
PAGES = dict(pages())
RULES = load_rules().rules


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_its_page(rule: str) -> None:
    assert page_of_rule(rule) == f"{SITE}rules/{rule}/"
    page = PAGES[f"rules/{rule}.md"]
    for part in (f"# {rule}\n", "## Reported\n", "## Left alone\n", f"factlint-disable-next-line {rule}"):
        assert part in page
    examples = [*RULES[rule].examples.bad, *RULES[rule].examples.good]
    assert page.count('<pre class="example"') == sum(1 + len(example.files) for example in examples)
    assert f"[{rule}]({rule}.md)" in PAGES["rules/index.md"]


@pytest.mark.parametrize("check", CHECKS)
def test_every_check_has_its_page(check: str) -> None:
    page = PAGES[f"checks/{check}.md"]
    assert page.startswith(f"# {check}\n")
    assert "## Parameters\n" in page
    assert f"[{check}]({check}.md)" in PAGES["checks/index.md"]


def test_every_setting_and_command_is_described() -> None:
    for record, page in ((Config, "configuration"), (RuleFile, "rule-files")):
        text = PAGES[f"reference/{page}.md"]
        assert [key for key in map(key_of, record._fields) if f"| `{key}` |" not in text] == []
    assert [name for name in COMMANDS if f"\n## {name}\n" not in PAGES["reference/command-line.md"]] == []


def test_the_menu_names_every_generated_page() -> None:
    known = (ROOT / "mkdocs.yml").read_text(encoding="utf-8") + str(menu("rules")) + str(menu("checks"))
    assert [path for path in PAGES if path.endswith(".md") and path not in known] == []


def test_links_of_copied_pages_lead_to_pages_or_to_the_repository() -> None:
    text = PAGES["developers/contributing.md"]
    assert "](../messages.md)" in text
    assert not re.search(r"\]\((?:docs|linter)/", text)


def test_nothing_of_an_example_is_taken_for_markup() -> None:
    assert quoted("# a *b* <c> &d;\n[e](f)") == (
        "&#35; a &#42;b&#42; &#60;c&#62; &#38;d;&#10;&#91;e&#93;&#40;f&#41;"
    )
