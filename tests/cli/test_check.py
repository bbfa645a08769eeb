"""``factlint check`` from outside: exit codes, messages, selection, formats, bad input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Factlint

BAD = "# A meeting in Paris\n\nThey met in April 20XX in Paris.\n"
GOOD = "# A meeting in Paris\n\nThey met in April 2024 in Paris.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bad.md").write_text(BAD)
    (tmp_path / "good.md").write_text(GOOD)
    return tmp_path


def test_findings_go_to_stdout_the_summary_to_stderr(factlint: Factlint, folder: Path) -> None:
    done = factlint("check", "--output-format", "concise")
    assert done.returncode == 1
    assert done.stdout.startswith("bad.md:3:13: error: ")
    assert done.stdout.rstrip().endswith("[placeholder-date]")
    assert done.stderr.rstrip() == "1 finding (1 error) in 1 of 2 files."


def test_paths_alone_mean_check(factlint: Factlint, folder: Path) -> None:
    assert factlint("bad.md").returncode == 1
    assert factlint("good.md").returncode == 0
    assert factlint().returncode == 1


def test_the_default_report_shows_the_place(factlint: Factlint, folder: Path) -> None:
    out = factlint("bad.md").stdout
    assert "They met in April 20XX in Paris." in out
    assert "^^^^^^^^^^" in out
    assert "\x1b" not in out
    assert "\x1b[" in factlint("bad.md", "--color", "always").stdout


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["--fail-on", "error"], 1),
        (["--fail-on", "never"], 0),
        (["--exit-zero"], 0),
        (["--ignore", "placeholder-date"], 0),
        (["--select", "suppressions"], 0),
        (["--select", "placeholder-*"], 1),
        (["--select", "no-such-rule"], 2),
        (["--output-format", "no-such-format"], 2),
        (["--config", "no-such-file.yaml"], 2),
    ],
)
def test_exit_codes(factlint: Factlint, folder: Path, args: list[str], code: int) -> None:
    assert factlint("check", "bad.md", *args).returncode == code


@pytest.mark.parametrize(
    ("option", "meant"), [("--severity", "; did you mean '--min-severity'?"), ("--nonsense", "")]
)
def test_an_unknown_option(factlint: Factlint, folder: Path, option: str, meant: str) -> None:
    done = factlint("check", option, "bad.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"error: unrecognized arguments: {option}{meant}\n'factlint check --help' says how to use it.\n"
    )


def test_an_unknown_rule_gets_a_suggestion(factlint: Factlint, folder: Path) -> None:
    done = factlint("check", "--select", "placeholder-dat")
    assert done.stderr == (
        "error: command line: no rule or topic 'placeholder-dat'; did you mean 'placeholder-date'?\n"
    )


def test_the_beginning_of_a_rule_is_a_suggestion(factlint: Factlint, folder: Path) -> None:
    assert "did you mean 'weekday-mismatch'?" in factlint("check", "--select", "weekday").stderr


def test_an_unknown_rule_without_one(factlint: Factlint, folder: Path) -> None:
    done = factlint("check", "--ignore", "nonsense")
    assert done.stderr == "error: command line: no rule or topic 'nonsense'; 'factlint rules' lists them\n"


def test_stdin(factlint: Factlint) -> None:
    done = factlint("check", "-", "--stdin-filename", "posts/x.md", "--output-format", "jsonl", stdin=BAD)
    assert done.returncode == 1
    record = json.loads(done.stdout)
    assert (record["path"], record["text"], record["start"]) == (
        "posts/x.md",
        "April 20XX",
        BAD.index("April"),
    )


def test_several_reports_at_once(factlint: Factlint, folder: Path) -> None:
    done = factlint("check", "--output-format", "concise", "--output-format", "sarif:out.sarif")
    assert "placeholder-date" in done.stdout
    sarif = json.loads((folder / "out.sarif").read_text(encoding="utf-8"))
    assert sarif["runs"][0]["results"][0]["ruleId"] == "placeholder-date"


def test_two_reports_into_one_file_are_refused(factlint: Factlint, tmp_path: Path) -> None:
    done = factlint("check", "--output-format", "json:out", "--output-format", "html:./out")
    assert (done.returncode, done.stderr) == (2, "error: two reports would be written to ./out\n")
    assert not (tmp_path / "out").exists()


def test_a_report_that_cannot_be_written(factlint: Factlint, folder: Path) -> None:
    done = factlint("check", "--output-format", "json:none/out.json")
    assert done.returncode == 2
    assert "none/out.json" in done.stderr
    assert "Traceback" not in done.stderr


def test_configuration_and_overrides(factlint: Factlint, folder: Path) -> None:
    (folder / "blog").mkdir()
    (folder / "blog" / "b.md").write_text(BAD)
    (folder / ".factlint.yaml").write_text(
        "overrides: [{paths: [blog/], severity: {placeholder-date: off}}]\n"
    )
    lines = factlint("check", "--output-format", "concise").stdout.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["bad.md"]
    assert factlint("check", "--isolated", "blog").returncode == 1


def test_excludes(factlint: Factlint, folder: Path) -> None:
    (folder / ".factlint.yaml").write_text("exclude: [bad.md]\n")
    assert factlint("check").returncode == 0
    assert factlint("check", "bad.md").returncode == 1
    assert factlint("check", "--force-exclude", "bad.md").returncode == 0
    assert factlint("check", "--show-files").stdout == "good.md\n"


def test_a_broken_configuration_stops_its_files_only(factlint: Factlint, folder: Path) -> None:
    (folder / "blog").mkdir()
    (folder / "blog" / ".factlint.yaml").write_text("selct: [dates]\n")
    (folder / "blog" / "b.md").write_text(BAD)
    done = factlint("check", "--output-format", "concise")
    assert done.returncode == 2
    assert "blog/.factlint.yaml:1:1: unknown key 'selct'; did you mean 'select'?" in done.stderr.replace(
        "\\", "/"
    )
    assert "bad.md:3:13" in done.stdout


def test_wrong_parameters_are_told_once(factlint: Factlint, folder: Path) -> None:
    (folder / ".factlint.yaml").write_text("params: {weekday-mismatch: {year: 1}}\n")
    done = factlint("check")
    assert done.returncode == 2
    problem, failure, _ = done.stderr.splitlines()
    assert ".factlint.yaml: params of weekday-mismatch: unknown key 'year'; known keys: " in problem
    assert failure == "error: bad.md: was not linted: its configuration is broken (and so 1 other file)"


def test_a_broken_rule_does_not_stop_the_others(factlint: Factlint, folder: Path) -> None:
    (folder / ".factlint.yaml").write_text("rules: [ours]\n")
    (folder / "ours").mkdir()
    (folder / "ours" / "my-rule.yaml").write_text("check: patern\nseverity: loud\n")
    done = factlint("check", "--output-format", "concise")
    assert done.returncode == 2
    assert "my-rule.yaml:1:8: unknown check 'patern'; did you mean 'pattern'?" in done.stderr
    assert "my-rule.yaml:2:11: severity: expected one of info, warning, error, found 'loud'" in done.stderr
    assert "bad.md:3:13" in done.stdout


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        (
            "latin.md",
            "# Café\n\nÀ bientôt".encode("latin-1"),
            "is not valid UTF-8 (byte 0xe9 at offset 5, line 1)",
        ),
        ("image.md", b"\x89PNG\0\0\0\r", "is a binary file"),
        ("wide.md", "# Café".encode("utf-32"), "is a binary file"),
        ("none.md", None, "No such file or directory"),
    ],
)
def test_files_that_cannot_be_linted(
    factlint: Factlint, folder: Path, name: str, data: bytes | None, message: str
) -> None:
    if data is not None:
        (folder / name).write_bytes(data)
    done = factlint("check", name, "bad.md", "--output-format", "concise")
    assert done.returncode == 2
    assert f"error: {name}: {message}" in done.stderr
    assert "bad.md:3:13" in done.stdout


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", "---\n---\n", "# \n", "\r\n"])
@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.html", "a.mdx"])
def test_empty_files_are_fine(factlint: Factlint, folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8", newline="")
    assert (factlint("check", name).returncode, factlint("check", name).stdout) == (0, "")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_marks(factlint: Factlint, folder: Path, encoding: str) -> None:
    (folder / "bom.md").write_bytes(BAD.replace("\n", "\r\n").encode(encoding))
    done = factlint("check", "bom.md", "--output-format", "concise")
    assert done.stdout.startswith("bom.md:3:13: error: ")


def test_crlf_has_the_same_places(factlint: Factlint, folder: Path) -> None:
    (folder / "crlf.md").write_bytes(BAD.replace("\n", "\r\n").encode())
    record = json.loads(factlint("check", "crlf.md", "--output-format", "jsonl").stdout)
    assert (record["line"], record["column"], record["text"]) == (3, 13, "April 20XX")
    assert record["start"] == BAD.replace("\n", "\r\n").index("April")


def test_a_big_file(factlint: Factlint, folder: Path) -> None:
    paragraph = "The council has met again, and nothing was decided about the bridge this time.\n\n"
    (folder / "big.md").write_text("# A long meeting of the council\n\n" + paragraph * 60_000 + BAD)
    done = factlint("check", "big.md", "--select", "placeholder-date", "--output-format", "concise")
    assert done.returncode == 1
    assert done.stdout.startswith("big.md:120005:13")


def test_no_article_is_no_success(factlint: Factlint, tmp_path: Path) -> None:
    done = factlint("check")
    assert done.returncode == 2
    assert "No articles found." in done.stderr
    (tmp_path / "empty").mkdir()
    assert "No articles found in empty." in factlint("check", "empty").stderr


def test_a_file_of_unknown_format_is_no_success(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "a.creole").write_text("A text.")
    done = factlint("check", "a.creole")
    assert done.returncode == 2
    assert "is of a format that is not read" in done.stderr
    assert "No findings" not in done.stdout + done.stderr


def test_a_hook_may_name_files_that_are_all_excluded(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("")
    (tmp_path / "_layouts").mkdir()
    (tmp_path / "_layouts" / "post.html").write_text("<p>{{ page.titel }}</p>")
    assert factlint("check", "--force-exclude", "--", "_layouts/post.html").returncode == 0


def test_documents_of_other_formats_are_counted(factlint: Factlint, folder: Path) -> None:
    for name in ("a.creole", "b.creole", "old/c.wiki"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("= Title\n")
    done = factlint("check")
    assert "note: 2 .creole files were not read: the format is not known" in done.stderr
    assert "note: 1 .wiki file was not read" in done.stderr
    assert "not read" not in factlint("check", "--quiet").stderr


def test_a_named_file_of_another_format_is_told(factlint: Factlint, folder: Path) -> None:
    (folder / "a.creole").write_text("= Title\n")
    done = factlint("check", "a.creole")
    assert done.returncode == 2
    assert "a.creole: is of a format that is not read" in done.stderr


def test_layouts_of_a_site_are_left_out(factlint: Factlint, folder: Path) -> None:
    (folder / "hugo.toml").write_text("")
    for name in ("layouts/single.html", "content/a.md"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("Text")
    done = factlint("check", "--show-files")
    assert "content/a.md" in done.stdout
    assert "layouts" not in done.stdout
    assert "this folder is a site of Hugo" in done.stderr


def test_info_is_counted_and_shown_if_asked_for(factlint: Factlint, folder: Path) -> None:
    (folder / "c.md").write_text("# A title\n\nThe event is on 31 June 2023.\n")
    options = ("c.md", "--output-format", "concise")
    (folder / ".factlint.yaml").write_text("severity: {impossible-date: info}\n")
    hidden, shown = factlint(*options), factlint(*options, "--min-severity", "info")
    assert hidden.stdout == ""
    assert "1 info" in hidden.stderr
    assert "--min-severity info shows the info" in hidden.stderr
    assert "info:" in shown.stdout
    assert "impossible-date" in factlint("c.md", "--output-format", "jsonl").stdout


def test_only_what_is_needed_is_imported(folder: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys\nfrom linter.cli.main import run\nrun(['check', 'good.md'])\n"
        "heavy = {'spacy', 'dateparser', 'numpy', 'babel', 'ftfy', 'multiprocessing'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=folder, check=True, capture_output=True)
