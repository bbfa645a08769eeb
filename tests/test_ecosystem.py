"""The ecosystem check: what two versions say of the same articles, told without harm."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from scripts.ecosystem import __main__ as command
from scripts.ecosystem.compare import Alarm, Difference, compare
from scripts.ecosystem.lint import Outcome
from scripts.ecosystem.markdown import Account, Met, code, render
from scripts.ecosystem.repositories import CannotFetch, Repository, check_out, listed

ARTICLE = "---\nlang: en\n---\n\n# A meeting\n\nThey met on Monday, 18 August 2024, in the town hall.\n"


def record(start: int, message: str, path: str = "a.md", **others: object) -> dict[str, object]:
    place = {"path": path, "line": 3, "start": start, "end": start + 5, "text": "Monday"}
    return {**place, "rule": "weekday-mismatch", "severity": "warning", "message": message, **others}


def written(path: Path, *records: dict[str, object]) -> list[dict[str, object]]:
    """Records as they come back from a file in ``jsonl``."""
    path.write_text("".join(json.dumps(each) + "\n" for each in records), encoding="utf-8")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_what_is_new_gone_and_told_otherwise(tmp_path: Path) -> None:
    base = written(
        tmp_path / "base.jsonl",
        record(1, "stays"),
        record(10, "goes"),
        record(20, "says this"),
        record(30, "as it was", severity="error"),
        record(40, "twice"),
        record(40, "twice"),
    )
    head = written(
        tmp_path / "head.jsonl",
        record(40, "twice"),
        record(30, "as it was"),
        record(20, "says that"),
        record(1, "stays"),
        record(1, "stays", path="b.md"),
    )
    told = [(each.kind, each.alarm.path, each.alarm.message, each.before) for each in compare(base, head)]
    assert told == [
        ("new", "b.md", "stays", ""),
        ("lost", "a.md", "goes", ""),
        ("lost", "a.md", "twice", ""),
        ("changed", "a.md", "says that", "says this"),
        ("changed", "a.md", "as it was", "error: as it was"),
    ]
    assert compare(base, reversed(base)) == []


REPOSITORY = Repository("owner/name", "0" * 40, ["."], ["en"], "none", "MIT")


def account(*met: Met, **others: object) -> Account:
    settings = {"on": frozenset({"weekday-mismatch"}), "seconds": (10.0, 11.0), **others}
    return Account("v1", "v2", 1, 1_234, met, **settings)  # type: ignore[arg-type]


def new(message: str, line: str = "", path: str = "a.md", rule: str = "weekday-mismatch") -> Met:
    alarm = Alarm(path, 3, 0, 6, rule, "warning", message, "Monday")
    return Met(REPOSITORY, Difference("new", alarm), line)


def test_the_account() -> None:
    text = render(
        account(
            new("It is a Sunday.", "They met on Monday."),
            new("Something else.", rule="preview-rule"),
            slower=[("owner/name", 1.3)],
            failures=["owner/name: b.md: out of time"],
            absent=["owner/other: gone"],
        )
    )
    assert (
        "`v2` against `v1`, over 1,234 articles of 1 repositories: **2 new, 0 lost, 0 told otherwise**"
        in text
    )
    assert "rules that are on by default 1 new" in text
    assert "11.0 s, 1.10 times that of before" in text
    assert "| `weekday-mismatch` | warning | yes | 1 |  |  |" in text
    assert "| `preview-rule` | warning | no | 1 |  |  |" in text
    link = f"https://github.com/owner/name/blob/{'0' * 40}/a.md?plain=1#L3"
    assert f"[`owner/name a.md:3`]({link}): `It is a Sunday.`<br>`They met on Monday.`" in text
    for told in ("`owner/name` (1.30)", "- `owner/name: b.md: out of time`", "- `owner/other: gone`"):
        assert told in text


def test_no_difference() -> None:
    text = render(account())
    assert "**no difference**" in text
    assert "|" not in text


HOSTILE = (
    "@team ![x](http://example.org/x.png) </details><script> `code` ``two`` | "
    "\x1b[31m \u202e ##[error]\n# Head"
)


def test_what_strangers_wrote_stays_a_quotation() -> None:
    path = "a](http://example.org) <b>.md"
    text = render(account(new(HOSTILE, HOSTILE, path), failures=[HOSTILE], absent=[HOSTILE]))
    outside = re.sub(r"(`+)(?!`).+?(?<!`)\1(?!`)", "", text)
    ours = {"<details>", "<summary>", "</summary>", "</details>", "<br>"}
    assert set(re.findall(r"<[^>]+>", outside)) == ours
    assert not re.search("@|script|x\\.png|##\\[|[\x1b\u202e]", outside)
    assert re.findall(r"\]\(([^)]+)\)", outside) == [
        REPOSITORY.url("", 0).replace("?", "a%5D%28http%3A//example.org%29%20%3Cb%3E.md?") + "#L3"
    ]
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert not re.search("^#* ?Head", text, re.MULTILINE)


@pytest.mark.parametrize("text", ["`", "a`b", "``a", "a```b`", "", " ", "a\nb", "\\`"])
def test_code_ends_where_it_ends(text: str) -> None:
    shown = code(text)
    fence = re.match("`+", shown)
    assert fence
    assert shown.endswith(fence[0])
    inner = shown[len(fence[0]) : -len(fence[0])]
    assert fence[0] not in re.findall("`+", inner)
    assert "\n" not in shown


@pytest.mark.parametrize("limit", [500, 3_000, 20_000, 60_000])
def test_it_has_room(limit: int) -> None:
    met = [new(f"Finding {number}.", "x" * 500, rule=f"rule-{number % 60}") for number in range(3_000)]
    text = render(account(*met, failures=["y" * 900] * 100), limit)
    assert len(text) <= limit
    assert "**3,000 new" in text
    if limit == 60_000:
        assert "that are new" in text


def test_all_rules_and_places_have_their_examples() -> None:
    met = [new(f"Finding {number}.", path=f"{number}.md") for number in range(1_000)]
    text = render(account(*met))
    assert {"0.md:3", "500.md:3", "950.md:3"} <= set(re.findall(r"\d+\.md:3", text))
    assert "- and 980 more that are new" in text


def test_the_list() -> None:
    entries = listed()
    assert 20 <= len(entries) <= 40
    assert len({each.repository for each in entries}) == len(entries)
    for each in entries:
        assert re.fullmatch(r"[\w.-]+/[\w.-]+", each.repository)
        assert re.fullmatch(r"[0-9a-f]{40}", each.commit)
        assert each.paths
        assert each.licence
    assert len({language for each in entries for language in each.languages}) >= 25
    assert len({each.generator for each in entries}) >= 10
    assert [each.repository for each in listed(["18F"])] == ["18F/handbook"]


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *words],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    """A folder with one repository, which gives away parts of itself as GitHub does."""
    folder = tmp_path / "remote" / "owner" / "name"
    for name in ("posts/a.md", "posts/b.md", "posts/a.png", "theme/linter/__main__.py", "index.html"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(ARTICLE if path.suffix == ".md" else "raise SystemExit('run')\n", encoding="utf-8")
    git(folder, "init", "-q")
    git(folder, "config", "uploadpack.allowFilter", "true")
    git(folder, "config", "uploadpack.allowAnySHA1InWant", "true")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "articles")
    return folder


def of(remote: Path, *paths: str) -> Repository:
    return REPOSITORY._replace(commit=git(remote, "rev-parse", "HEAD"), paths=list(paths))


def address(remote: Path) -> str:
    return f"{remote.parents[1].as_uri()}/{{owner}}/{{name}}"


def test_only_what_is_linted_comes_here(remote: Path, tmp_path: Path) -> None:
    there = check_out(of(remote, "posts"), tmp_path / "kept", address(remote))
    assert sorted(each.name for each in there.iterdir()) == [".git", "index.html", "posts"]
    assert sorted(each.name for each in (there / "posts").iterdir()) == ["a.md", "b.md"]
    (there / "posts" / "a.md").unlink()
    assert check_out(of(remote, "posts"), tmp_path / "kept", "file:///nowhere/{owner}/{name}") == there
    (there / ".git" / "complete").unlink()  # as a run that was interrupted leaves it
    check_out(of(remote, "posts"), tmp_path / "kept", address(remote))
    assert (there / "posts" / "a.md").exists()


def test_all_of_a_repository(remote: Path, tmp_path: Path) -> None:
    there = check_out(of(remote, "."), tmp_path / "kept", address(remote))
    assert (there / "theme" / "linter" / "__main__.py").exists()


def test_what_is_not_to_be_had_is_said(remote: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotFetch, match="git fetch: fatal: "):
        check_out(REPOSITORY._replace(commit="1" * 40), tmp_path / "kept", address(remote))


def before(folder: Path, report: object) -> Path:
    """A factlint that says the same of everything."""
    (folder / "linter").mkdir(parents=True)
    (folder / "linter" / "__init__.py").touch()
    text = json.dumps(report) if report is not None else ""
    (folder / "linter" / "__main__.py").write_text(f"print({text!r})\n")
    return folder


@pytest.mark.parametrize("report", [{"files": 2, "findings": [], "failures": []}, None])
def test_from_beginning_to_end(
    report: object, remote: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = before(tmp_path / "old", report)
    monkeypatch.setattr(command, "unpack", lambda revision, folder: old)
    monkeypatch.setattr(command, "compiled", lambda source: source)
    monkeypatch.setattr(command, "_described", lambda *revision: "v1")
    missing = REPOSITORY._replace(repository="owner/gone")
    monkeypatch.setattr(command, "listed", lambda names: [of(remote, "posts"), missing])
    options = ["--base", "HEAD", "--rule", "weekday-mismatch", "--remote", address(remote)]
    output = tmp_path / "account.md"
    output.write_text("Before.\n")
    assert command.main([*options, "--folder", str(tmp_path / "kept"), "--output", str(output)]) == 0
    text = output.read_text(encoding="utf-8")
    assert text.startswith("Before.\n## Ecosystem check\n")
    assert "over 2 articles of 1 repositories: **2 new, 0 lost, 0 told otherwise**" in text
    assert "`owner/name posts/b.md:7`" in text
    assert "18 August 2024 is a Sunday, not a Monday" in text
    assert "`They met on Monday, 18 August 2024, in the town hall.`" in text
    assert "**Not to be had** (1)" in text


def test_what_cannot_be_judged_any_more_is_told() -> None:
    pair = command.Pair(
        REPOSITORY,
        Path(),
        Outcome(1, [], ["a.md: known"], 1.0),
        Outcome(1, [], ["a.md: known", "b.md: new"], 1.0),
    )
    assert pair.failures() == ["owner/name: b.md: new"]
