"""What a stranger sends cannot read, write or hide anything, and every command says what it refuses."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Factlint, Result

BAD = "# A meeting in Paris\n\nThey met in April 20XX in Paris.\n"
SECRET = "root-secret-of-the-machine"
RULE = """\
check: pattern
severity: error
message: "{message}"
rationale: r
params: {{patterns: ["secret"]}}
examples:
  bad: [{{text: A <<secret>> thing., lang: en}}]
  good: [{{text: "{good}", lang: en}}]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The folder in which the command runs; a secret stands beside it."""
    (tmp_path / "a.md").write_text(BAD)
    (tmp_path.parent / f"{tmp_path.name}-secret.yaml").write_text(f"people: [{SECRET}]\n{SECRET}: 1\n")
    return tmp_path


def outside(project: Path) -> str:
    return f"../{project.name}-secret.yaml"


def all_output(done: Result) -> str:
    return f"{done.stdout}{done.stderr}"


def configure(project: Path, text: str) -> None:
    (project / ".factlint.yaml").write_text(text)


# -- reading ---------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["facts", "rules", "vale", "baseline"])
@pytest.mark.parametrize("absolute", [False, True])
def test_settings_that_lead_out(factlint: Factlint, project: Path, key: str, absolute: bool) -> None:
    path = str((project / outside(project)).resolve()) if absolute else outside(project)
    configure(project, f"{key}: {path if key == 'baseline' else [path]}\n")
    done = factlint()
    assert done.returncode == 2
    assert SECRET not in all_output(done)
    assert re.match(rf".*\.factlint\.yaml:1:\d+: {key}: '.*…?': outside of the project; ", done.stderr)
    (project / "pyproject.toml").write_text(f'[tool.factlint]\n{key} = "{path}"\n')
    (project / ".factlint.yaml").unlink()
    done = factlint()
    assert (done.returncode, "outside of the project" in done.stderr) == (2, True)


@pytest.mark.parametrize("key", ["facts", "rules", "vale", "baseline"])
def test_settings_that_name_links_out(factlint: Factlint, project: Path, key: str) -> None:
    (project / "inner.yaml").symlink_to(outside(project))
    configure(project, f"{key}: {'inner.yaml' if key == 'baseline' else '[inner.yaml]'}\n")
    done = factlint()
    assert done.returncode == 2
    assert "a link out of the project" in done.stderr
    assert SECRET not in all_output(done)


@pytest.mark.parametrize(
    ("key", "file"),
    [("facts", "ours/x.yaml"), ("rules", "ours/x.yaml"), ("vale", "ours/S/x.yml")],
)
def test_links_out_in_folders_that_settings_name(
    factlint: Factlint, project: Path, key: str, file: str
) -> None:
    (project / file).parent.mkdir(parents=True)
    (project / file).symlink_to((project / outside(project)).resolve())
    configure(project, f"{key}: [ours]\n")
    done = factlint("check", "--output-format", "concise")
    assert done.returncode == 2
    assert f"{file}: cannot be read: a link out of the project" in done.stderr
    assert SECRET not in all_output(done)
    assert "a.md:3:13" in done.stdout


def test_vale_settings_that_lead_out(factlint: Factlint, project: Path) -> None:
    configure(project, "vale: [.vale.ini]\n")
    (project / ".vale.ini").write_text("StylesPath = /\n[*]\nBasedOnStyles = etc\n")
    done = factlint()
    assert done.returncode == 2
    assert ".vale.ini: StylesPath '/': outside of the project" in done.stderr


@pytest.mark.parametrize("name", ["{}", "../{}", "S/../../{}"])
def test_vale_names_that_lead_out(factlint: Factlint, project: Path, name: str) -> None:
    """Styles, vocabularies and the rules that others extend."""
    far = project.parent / f"{project.name}-far"
    (far / "x").mkdir(parents=True)
    rule = f"extends: existence\nmessage: {SECRET}\ntokens: [Paris]\n"
    for path in (far / "rule.yml", far / "x" / "rule.yml", far / "accept.txt"):
        path.write_text(rule)
    (project / "styles" / "S").mkdir(parents=True)
    path = str(far) if name == "{}" else name.format(f"../{far.name}")
    (project / "styles" / "S" / "own.yml").write_text(f"extends: {path}.rule\nmessage: m\n")
    (project / ".vale.ini").write_text(
        f"StylesPath = styles\nVocab = {path}\n[*]\nBasedOnStyles = S, {path}\n"
    )
    configure(project, "vale: [.vale.ini]\n")
    done = factlint("check", "--output-format", "concise")
    assert done.returncode == 2
    assert SECRET not in all_output(done)
    assert "there is no vocabulary" in done.stderr
    assert "there is no style" in done.stderr


def test_a_style_that_is_a_link_out(factlint: Factlint, project: Path) -> None:
    (project / "styles").mkdir()
    (project / "styles" / "S").symlink_to("/")
    configure(project, "vale: [styles]\n")
    done = factlint()
    assert done.returncode == 2
    assert "styles/S: cannot be read: a link out of the project" in done.stderr


def test_a_configuration_that_is_a_link_out(factlint: Factlint, project: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "b.md").write_text(BAD)
    (project / "site" / ".factlint.yaml").symlink_to(f"../{outside(project)}")
    done = factlint("check", "--output-format", "concise")
    assert done.returncode == 2
    assert "site/.factlint.yaml: cannot be read: a link out of the project" in done.stderr
    assert SECRET not in all_output(done)
    assert done.stdout.startswith("a.md:3:13")


def test_an_article_that_is_a_link_out(factlint: Factlint, project: Path) -> None:
    (project / "b.md").symlink_to(outside(project))
    (project / "c.md").symlink_to("a.md")
    done = factlint("check", "--output-format", "jsonl")
    assert done.returncode == 2
    assert "error: b.md: a link out of the project; --allow-read FOLDER" in done.stderr
    assert SECRET not in all_output(done)
    assert {json.loads(line)["path"] for line in done.stdout.splitlines()} == {"a.md", "c.md"}
    assert factlint("check", "--allow-read", "..", "b.md").returncode == 0


@pytest.mark.parametrize("name", ["/etc/passwd", "{}", "link.txt"])
def test_sources_that_lead_out(factlint: Factlint, project: Path, name: str) -> None:
    (project / "link.txt").symlink_to(outside(project))
    source = name.format(outside(project))
    text = f'---\nlang: en\nsources: ["{source}"]\n---\n\nA fire killed 47 people in Oslo.\n'
    (project / "a.md").write_text(text)
    done = factlint("check", "a.md", "--extend-select", "sources")
    assert done.returncode == 2
    assert "cannot be read: " in done.stderr
    assert SECRET not in all_output(done)
    assert "root:" not in all_output(done)


def test_sources_on_the_command_line(factlint: Factlint, project: Path) -> None:
    (project / "b.md").write_text("A fire killed 47 people in Oslo.\n")
    assert "cannot be read" not in factlint("check", "--source", outside(project), "b.md").stderr
    (project / "link.txt").symlink_to(outside(project))
    done = factlint("check", "--source", "link.txt", "b.md")
    assert (done.returncode, "link.txt cannot be read: a link out" in done.stderr) == (2, True)


def test_many_sources(factlint: Factlint, project: Path) -> None:
    for number in range(3):
        (project / f"s{number}.txt").write_text("word " * 150_000)
    (project / "a.md").write_text("---\nsources: [s0.txt, s1.txt, s2.txt]\n---\n\nText.\n")
    done = factlint("check", "--max-file-size", "1", "a.md")
    assert (done.returncode, done.stderr.count("too much: all sources")) == (2, 2)


def endless(kind: str, path: Path) -> None:
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")


@pytest.mark.parametrize("kind", ["pipe", "device"])
@pytest.mark.parametrize(
    ("name", "settings", "args"),
    [
        ("b.md", "", ["b.md"]),
        ("s.txt", "", ["--source", "s.txt", "a.md"]),
        ("f.yaml", "facts: [f.yaml]", ["a.md"]),
        ("base.json", "baseline: base.json", ["a.md"]),
        ("base.json", "", ["--baseline", "base.json", "a.md"]),
        ("c.yaml", "", ["--config", "c.yaml", "a.md"]),
        ("v.ini", "vale: [v.ini]", ["a.md"]),
        ("r/x.yaml", "rules: [r]", ["a.md"]),
    ],
)
def test_endless_files(
    factlint: Factlint, project: Path, kind: str, name: str, settings: str, args: list[str]
) -> None:
    (project / name).parent.mkdir(exist_ok=True)
    endless(kind, project / name)
    configure(project, settings)
    done = factlint("check", *args)
    assert done.returncode == 2
    assert re.search("no regular file|a link out of the project", done.stderr)


@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_endless_ignore_files(factlint: Factlint, project: Path, kind: str) -> None:
    endless(kind, project / ".gitignore")
    assert factlint("check", "--output-format", "concise").stdout.startswith("a.md:3:13")


def test_an_endless_stdin(project: Path) -> None:
    with open("/dev/zero", "rb") as zero:
        done = subprocess.run(
            [sys.executable, "-m", "linter", "check", "-"],
            cwd=project,
            stdin=zero,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 2
    assert "error: stdin.md: larger than 16 MiB; --max-file-size reads larger ones" in done.stderr


def test_large_files(factlint: Factlint, project: Path) -> None:
    (project / "b.md").write_text("word " * 300_000)
    done = factlint("check", "--max-file-size", "1", "b.md", "a.md", "--output-format", "concise")
    assert done.returncode == 2
    assert "error: b.md: larger than 1 MiB; --max-file-size reads larger ones" in done.stderr
    assert done.stdout.startswith("a.md:3:13")
    for wrong in ("0", "-1", "1.5", "9" * 30, "²"):
        assert factlint("check", f"--max-file-size={wrong}").returncode == 2


# -- YAML --------------------------------------------------------------------------------------

BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
)


@pytest.mark.parametrize(
    ("settings", "file"),
    [
        ("", ".factlint.yaml"),
        ("rules: [ours]", "ours/x.yaml"),
        ("facts: [ours]", "ours/x.yaml"),
        ("vale: [ours]", "ours/S/x.yml"),
        ("vale: [v.ini]", "ours/config/vocabularies/V/vocab.yaml"),
    ],
)
def test_alias_bombs(factlint: Factlint, project: Path, settings: str, file: str) -> None:
    (project / file).parent.mkdir(parents=True, exist_ok=True)
    (project / "v.ini").write_text("StylesPath = ours\nVocab = V\n[*]\nBasedOnStyles = Vale\n")
    configure(project, settings)
    (project / file).write_text(BOMB)
    done = factlint("check", "--no-cache", "a.md")
    assert done.returncode == 2
    assert re.search(rf"{re.escape(file)}:5:\d+: the aliases repeat more than 10,000 values", done.stderr)


def test_deep_toml(factlint: Factlint, project: Path) -> None:
    (project / "pyproject.toml").write_text("[tool.factlint]\nselect = " + "[" * 5000 + "]" * 5000)
    done = factlint("a.md")
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert "pyproject.toml: not valid TOML: " in done.stderr


def test_deep_baselines(factlint: Factlint, project: Path) -> None:
    for text in ("[" * 100_000, '{"a": 1}', "[1]", '[{"path": 1}]', "9" * 5000, f'["{SECRET * 99}"]'):
        (project / "base.json").write_text(text)
        done = factlint("--baseline", "base.json", "a.md")
        assert (done.returncode, "Traceback" in done.stderr) == (2, False)
        assert "base.json: is not a baseline: " in done.stderr
        assert SECRET not in done.stderr


# -- names and output ----------------------------------------------------------------------------

EVIL = "\x1b]0;owned\x07\x1b[2J\u202e::warning::x##[add-mask]y"
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|^\\s*::|##\\[", re.MULTILINE)


def evil_name(suffix: str) -> str:
    return f"::error::{EVIL}\n::error::z{suffix}"


@pytest.fixture
def evil(project: Path) -> Path:
    """A project in which every name and every text is hostile."""
    folder = project / "sub" / evil_name("")
    folder.mkdir(parents=True)
    (project / evil_name(".md")).write_text(f"# {EVIL}\n\n::error::They met in April 20XX {EVIL}.\n")
    (project / evil_name(".txt")).write_bytes(b"\xff\xfe\x00\xd8")
    (folder / "b.md").write_text(BAD.replace("\n\n", "\u200b\n\n"))
    (folder / ".factlint.yaml").write_text(
        f'"{json.dumps(EVIL)[1:-1]}": 1\nselect: ["{json.dumps(EVIL)[1:-1]}"]\n'
    )
    (project / "ours").mkdir()
    (project / "ours" / "ours-rule.yaml").write_text(
        RULE.format(message=json.dumps(EVIL)[1:-1] + " {text}", good=json.dumps("::error::" + EVIL)[1:-1])
    )
    (project / "ours" / f"{evil_name('')}.yaml").write_text("check: pattern\n")
    (project / "v").mkdir()
    (project / "v" / "s.txt").write_text(EVIL)
    configure(project, "rules: [ours]\n")
    return project


@pytest.mark.parametrize(
    "args",
    [
        ["check"],
        ["check", "--output-format", "concise"],
        ["check", "--output-format", "jsonl"],
        ["check", "--output-format", "sarif"],
        ["check", "--output-format", "html"],
        ["check", "--output-format", "junit"],
        ["check", "--show-files"],
        ["check", "--diff"],
        ["check", "--statistics", "--verbose"],
        ["check", "--timing"],
        ["check", "--config", "sub/" + evil_name("") + "/.factlint.yaml"],
        ["check", "--select", EVIL],
        ["check", "--baseline", EVIL],
        ["check", "--source", EVIL, "a.md"],
        ["check", "--output-format", f"json:{EVIL}/x", "a.md"],
        ["check", "--output-format", EVIL],
        ["check", "--write-baseline", f"no/{EVIL}"],
        ["check", f"--{EVIL}"],
        ["check", EVIL],
        ["rules"],
        ["rules", "--json"],
        ["rules", "--markdown"],
        ["explain", "ours-rule", EVIL],
        ["test", "ours/ours-rule.yaml", EVIL, f"{EVIL}.yaml", f"ours/{evil_name('')}.yaml"],
        ["facts", "suggest", EVIL],
        ["facts", "import", "wikidata", EVIL],
        ["facts", "add", EVIL, "--to", f"no/{EVIL}"],
        ["facts", "add", "A", "--to", evil_name(".md")],
        ["init", f"no/{EVIL}"],
        ["clean", "--cache-dir", EVIL],
        ["lsp", "--config", EVIL],
        ["serve", "--config", EVIL],
        ["serve", "--host", EVIL],
        [EVIL],
    ],
    ids=lambda args: " ".join(args)[:30].encode("ascii", "backslashreplace").decode(),
)
def test_nothing_from_outside_reaches_the_terminal(factlint: Factlint, evil: Path, args: list[str]) -> None:
    done = factlint(*args, CI="true", GITHUB_ACTIONS="true")
    assert "Traceback" not in done.stderr
    for stream in (done.stdout, done.stderr):
        assert not RAW.search(stream), RAW.search(stream)


def test_github_gets_its_own_commands_only(factlint: Factlint, evil: Path) -> None:
    done = factlint("check", "--output-format", "github", GITHUB_STEP_SUMMARY=str(evil / "summary.md"))
    assert not RAW.search(done.stderr)
    for line in done.stdout.splitlines():
        assert re.match(r"::(error|warning|notice) (file|title)=[^:]*::[^\x1b\u202e]*$", line), line
    assert not RAW.search((evil / "summary.md").read_text(encoding="utf-8"))


def test_a_diff_is_exact_for_programs(factlint: Factlint, project: Path) -> None:
    (project / "a.md").write_text("# A meeting\n\nThey met in Pa\u200bris\u2028 ##[x] on Monday.\n")
    done = factlint("check", "--diff", "a.md", CI="")
    assert done.stdout == (
        "--- a/a.md\n+++ b/a.md\n@@ -1,3 +1,3 @@\n # A meeting\n \n"
        "-They met in Pa\u200bris\u2028 ##[x] on Monday.\n+They met in Paris\u2028 ##[x] on Monday.\n"
    )
    seen = factlint("check", "--diff", "a.md", CI="true").stdout
    assert "-They met in Pa<U+200B>ris  <U+0023>#[x] on Monday.\n" in seen


@pytest.mark.parametrize(
    "name", ["--write-baseline=x.md", "--config=x.md", "--output-format=json:x.md", "--fix", "-q.md"]
)
def test_a_name_is_never_an_option(factlint: Factlint, project: Path, name: str) -> None:
    (project / name).write_text(BAD)
    before = sorted(os.listdir(project))
    done = factlint("check", "--output-format", "concise", name, "a.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"error: '{name}' is an option and the name of a file: " in done.stderr
    assert f"'./{name}'" in done.stderr
    done = factlint("check", "--output-format", "jsonl", "--no-cache", "--", name, "a.md")
    assert done.returncode == 1
    assert {json.loads(line)["path"] for line in done.stdout.splitlines()} == {name, "a.md"}
    assert sorted(os.listdir(project)) == before


def test_names_behind_the_dashes(factlint: Factlint, project: Path) -> None:
    assert factlint("--", "a.md").returncode == 1
    assert factlint("check", "--fail-on", "never", "--", "a.md").returncode == 0
    assert factlint("check", "--", "--exit-zero").returncode == 2
    assert factlint("check", "--", "a.md", "--").returncode == 2


# -- the last catch --------------------------------------------------------------------------------


def test_one_bad_configuration_stops_its_files_only(factlint: Factlint, project: Path) -> None:
    broken = {
        "latin": b"select: [\xe9]",
        "nul": b"select: [\0]",
        "list": b"- a",
        "text": b"select",
        "glob": b"exclude: ['[']\noverrides: [{paths: ['[z-a]'], select: [dates]}]",
        "vale": b"vale: [none.ini]",
        "name": b'facts: ["a\\0b"]',
        "table": b"params: {weekday-mismatch: 1}",
    }
    for name, data in broken.items():
        (project / name).mkdir()
        (project / name / "b.md").write_text(BAD)
        (project / name / ".factlint.yaml").write_bytes(data)
    (project / "toml").mkdir()
    (project / "toml" / "b.md").write_text(BAD)
    (project / "toml" / "pyproject.toml").write_text("[[tool.factlint]]\na = 1\n[tool.factlint-x]\n")
    done = factlint("check", "--output-format", "concise")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "a.md:3:13" in done.stdout
    for name in ("latin", "nul", "list", "text", "vale", "name", "table", "toml"):
        assert f"{name}/" in done.stderr, name


def test_a_table_of_another_tool(factlint: Factlint, project: Path) -> None:
    (project / "pyproject.toml").write_text("[tool.factlint-x]\nselect = 1\n")
    assert factlint("a.md", "--output-format", "concise").stdout.startswith("a.md:3:13")


def run_with(project: Path, stdout: object, *args: str, stderr: object = subprocess.PIPE) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "linter", *args],
        cwd=project,
        stdout=stdout,  # type: ignore[call-overload]
        stderr=stderr,
        timeout=60,
        check=False,
    )
    return done.returncode, (done.stderr or b"").decode()


@pytest.mark.parametrize(
    "args", [["check", "a.md"], ["rules"], ["explain", "weekday-mismatch"], ["init", "new"]]
)
def test_a_full_device(project: Path, args: list[str]) -> None:
    (project / "new").mkdir()
    with open("/dev/full", "wb") as full:
        code, told = run_with(project, full, *args)
        assert (code, "Traceback" in told) == (2, False)
        assert "error: stdout: No space left on device" in told
        assert run_with(project, subprocess.DEVNULL, "check", "a.md", stderr=full)[0] == 1


@pytest.mark.parametrize(("closed", "code"), [(">&-", 2), ("2>&-", 1), ("<&-", 1), ("<&- 2>&-", 1)])
def test_closed_streams(project: Path, closed: str, code: int) -> None:
    command = f"exec '{sys.executable}' -m linter check a.md {closed}"
    done = subprocess.run(["bash", "-c", command], cwd=project, capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (code, False)


def test_a_folder_that_has_vanished(project: Path) -> None:
    command = f"mkdir gone; cd gone; rmdir ../gone; exec '{sys.executable}' -m linter check a.md"
    done = subprocess.run(["bash", "-c", command], cwd=project, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "error: the working directory is not there any more\n")


def test_a_summary_that_cannot_be_written(factlint: Factlint, project: Path) -> None:
    done = factlint("check", "--output-format", "github", GITHUB_STEP_SUMMARY=str(project / "none" / "x"))
    assert done.returncode == 2
    assert "error: the summary of the job: No such file or directory" in done.stderr
    assert done.stdout.startswith("::error file=a.md")


def test_a_fault_of_ours_is_a_line(project: Path) -> None:
    code = (
        "import sys\nfrom linter.cli import main\nimport linter.cli.check as c\n"
        "def fail(*_): raise ZeroDivisionError('x' * 1000)\n"
        "c.find_files = fail\nsys.exit(main.run(sys.argv[1:]))"
    )
    for more, shown in (([], False), (["--debug"], True)):
        done = subprocess.run(
            [sys.executable, "-c", code, "check", *more],
            cwd=project,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 2
        assert done.stderr.startswith("error: this is a fault of factlint: ZeroDivisionError; --debug shows")
        assert ("Traceback" in done.stderr) == shown


def test_an_interruption_is_silent(project: Path) -> None:
    code = (
        "import sys\nfrom linter.cli import main\nimport linter.cli.check as c\n"
        "def stop(*_): raise KeyboardInterrupt\n"
        "c.find_files = stop\nsys.exit(main.run(['check']))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


# -- writing ---------------------------------------------------------------------------------------

FIXABLE = "# A meeting\r\n\r\nThey met in Pa\u200bris on Monday.\r\n"


def test_fixes_stay_in_the_project(factlint: Factlint, project: Path) -> None:
    target = project / outside(project)
    target.write_text(FIXABLE)
    (project / "b.md").symlink_to(outside(project))
    (project / "c.md").write_text(FIXABLE)
    os.chmod(project / "c.md", 0o444)
    done = factlint("check", "--fix", "--allow-read", "..", "b.md", "c.md")
    assert done.returncode == 2
    assert "error: b.md: cannot be fixed: a link out of the project" in done.stderr
    assert "error: c.md: cannot be fixed: write-protected" in done.stderr
    assert target.read_text() == (project / "c.md").read_text() == FIXABLE.replace("\r\n", "\n")


def test_a_fix_keeps_what_it_does_not_fix(factlint: Factlint, project: Path) -> None:
    (project / "b.md").write_bytes(b"\xef\xbb\xbf" + FIXABLE.encode())
    os.chmod(project / "b.md", 0o640)
    factlint("check", "--fix", "b.md")
    assert (project / "b.md").read_bytes() == b"\xef\xbb\xbf" + FIXABLE.replace("\u200b", "").encode()
    assert stat.S_IMODE((project / "b.md").stat().st_mode) == 0o640
    assert not [name for name in os.listdir(project) if "draft" in name]


@pytest.mark.parametrize("args", [["--write-baseline", "out"], ["--output-format", "json:out"]])
def test_reports_stay_in_the_project(factlint: Factlint, project: Path, args: list[str]) -> None:
    (project / "out").symlink_to(outside(project))
    done = factlint("check", "a.md", *args)
    assert done.returncode == 2
    assert "error: out: a link out of the project" in done.stderr
    assert SECRET in (project / outside(project)).read_text()


def test_a_bible_stays_in_the_project(factlint: Factlint, project: Path) -> None:
    (project / "facts.yaml").symlink_to(outside(project))
    done = factlint("facts", "add", "Anna Nowak")
    assert done.returncode == 2
    assert "error: facts.yaml: a link out of the project" in done.stderr
    assert SECRET not in all_output(done)


def test_examples_write_nothing_outside(factlint: Factlint, project: Path) -> None:
    for files in ("{../evil.md: x}", "{/tmp/factlint-evil.md: x}", "{a/../../evil.md: x}"):
        rule = RULE.format(message="m", good="g").replace("lang: en}", f"lang: en, files: {files}}}")
        (project / "ours-rule.yaml").write_text(rule)
        done = factlint("test", "ours-rule.yaml")
        assert done.returncode == 1
        assert "leads out of the folder of the example" in done.stdout
    assert not Path("/tmp/factlint-evil.md").exists()


def test_a_message_takes_no_format(factlint: Factlint, project: Path) -> None:
    (project / "ours-rule.yaml").write_text(RULE.format(message="{text:>9999999999}", good="g"))
    done = factlint("test", "ours-rule.yaml")
    assert done.returncode == 2
    assert "message: {text} takes no format" in done.stderr
