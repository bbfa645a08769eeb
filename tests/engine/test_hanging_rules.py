"""A rule whose pattern would take for ever is named and skipped; the run goes on, and exits with 2."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.cli.main import run

HANGS = r"=(?: ?(?:a|aa))+$"
"""Takes time that doubles with each letter of a text that it does not match."""
OWN = f"""
check: pattern
severity: warning
message: "“{{text}}” hangs."
rationale: It takes for ever.
params:
  patterns: ['{HANGS}']
examples:
  bad: [{{lang: en, text: "<<= a>>"}}]
  good: [{{lang: en, text: "a b"}}]
"""
STYLE = f"extends: existence\nmessage: hangs\nlevel: warning\nraw: ['{HANGS}']\n"


@pytest.mark.parametrize(
    ("file", "text", "config", "rule"),
    [
        ("own/slow-rule.yaml", OWN, "rules: [own]\nextend-select: [slow-rule]\n", "slow-rule"),
        ("styles/Mine/Slow.yml", STYLE, "vale: [styles]\n", "Mine.Slow"),
    ],
)
def test_a_rule_that_hangs(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    file: str,
    text: str,
    config: str,
    rule: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_text(text, encoding="utf-8")
    (tmp_path / ".factlint.yaml").write_text(config, encoding="utf-8")
    (tmp_path / "a.md").write_text(
        f"---\ntitle: A\nlang: en\n---\n\n= {'a' * 3000} ;\n\nOn Monday, 5 March 2024.\n", encoding="utf-8"
    )
    (tmp_path / "b.md").write_text("# B\n\nOn Monday, 5 March 2024.\n", encoding="utf-8")
    assert run(["check", "--output-format", "concise", "--jobs", "1", "."]) == 2
    told = capsys.readouterr()
    assert f"a.md: rule {rule} was skipped" in told.err
    assert told.out.count("[weekday-mismatch]") == 2
