"""``factlint init``: what it learns of a repository, and what it writes and says."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from linter.decode import key_of
from linter.engine.config import Config
from tests.cli.conftest import Factlint

ARTICLE = "# A meeting in Newtown\n\nThe council met in the town hall and spoke about the bridge.\n"


def settings(folder: Path) -> dict[str, object]:
    """What is written, comments left out."""
    return yaml.safe_load((folder / ".factlint.yaml").read_text(encoding="utf-8")) or {}


def test_nothing_is_set_where_nothing_was_learned(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(ARTICLE)
    done = factlint("init")
    assert done.returncode == 0
    assert "  nothing had to be set; every setting stands in it as a comment\n" in done.stdout
    assert settings(tmp_path) == {}
    assert factlint("check").returncode == 0


def test_what_is_there_stays_as_it_is(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(ARTICLE.replace("met", "met in April 20XX"))
    first = factlint("init")
    assert "Wrote .factlint.yaml:\n  baseline: .factlint-baseline.json with 1 known finding; " in first.stdout
    before = {path.name: path.read_bytes() for path in tmp_path.glob(".factlint*")}
    assert before.keys() == {".factlint.yaml", ".factlint-baseline.json"}
    second = factlint("init")
    assert (second.returncode, second.stdout) == (
        0,
        ".factlint.yaml is there already, and was left as it is.\n",
    )
    assert {path.name: path.read_bytes() for path in tmp_path.glob(".factlint*")} == before


def test_so_does_what_stands_in_pyproject(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.factlint]\npreview = true\n")
    assert factlint("init").stdout == "pyproject.toml is there already, and was left as it is.\n"
    assert not (tmp_path / ".factlint.yaml").exists()


@pytest.mark.parametrize("there", [".factlint.yaml", "pyproject.toml"])
def test_what_stands_above_holds_too(factlint: Factlint, tmp_path: Path, there: str) -> None:
    (tmp_path / there).write_text("" if there.endswith("yaml") else "[tool.factlint]\n")
    folder = tmp_path / "blog" / "posts"
    folder.mkdir(parents=True)
    (folder / "a.md").write_text(ARTICLE)
    done = factlint("init", "blog/posts")
    name = Path("..", "..", there)
    told = f"{name} is there already, and was left as it is: it holds for this folder too.\n"
    assert (done.returncode, done.stdout) == (0, told)
    assert [path.name for path in folder.iterdir()] == ["a.md"]


def test_the_same_repository_gives_the_same_configuration(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("title: News\n")
    (tmp_path / "README.md").write_text(ARTICLE)
    for name in "abc":
        (tmp_path / f"{name}.md").write_text(ARTICLE.replace("met", "met in April 20XX"))
    factlint("init")
    paths = [tmp_path / ".factlint.yaml", tmp_path / ".factlint-baseline.json"]
    before = [path.read_bytes() for path in paths]
    for path in paths:
        path.unlink()
    factlint("init")
    assert [path.read_bytes() for path in paths] == before


def test_only_new_findings_are_reported_afterwards(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text(ARTICLE.replace("met", "met in April 20XX"))
    done = factlint("init")
    assert (
        "  baseline: .factlint-baseline.json with 1 known finding; only new ones are reported\n"
        in done.stdout
    )
    assert factlint("check").returncode == 0
    (tmp_path / "new.md").write_text(ARTICLE.replace("met", "met in May 20XX"))
    found = factlint("check", "--output-format", "concise").stdout
    assert found.startswith("new.md:")
    assert "old.md" not in found


def test_what_is_no_article_of_a_site(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "docusaurus.config.js").write_text("")
    for path in (
        "README.md",
        "versioned_docs/version-1/a.md",
        "docs/a.md",
        "docs/tests/b.md",
        "docs/b.md",
        "docs/c.md",
    ):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(ARTICLE.replace("bridge", "bridge in April 20XX"))
    done = factlint("init")
    assert settings(tmp_path)["exclude"] == ["/README*", "tests/", "/versioned_docs/"]
    assert "  exclude: /versioned_docs/ (pages of earlier releases; 1 file)\n" in done.stdout
    assert "generator: Docusaurus.\n" in done.stdout
    assert factlint("check", "--show-files").stdout.splitlines() == ["docs/a.md", "docs/b.md", "docs/c.md"]


def test_a_readme_may_be_all_there_is(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: a\n")
    (tmp_path / "README.md").write_text(ARTICLE)
    factlint("init")
    assert "exclude" not in settings(tmp_path)
    assert factlint("check", "--show-files").stdout == "README.md\n"


FOREIGN = """---
title: {title}
lang: en
---

The council, which {word} meets on Mondays, spoke about the old bridge again.
"""


def test_words_of_several_articles_are_known(factlint: Factlint, tmp_path: Path) -> None:
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.md").write_text(FOREIGN.format(title=f"The {name} bridge", word="también"))
    (tmp_path / "four.md").write_text(FOREIGN.format(title="The fourth bridge", word="además"))
    done = factlint("init")
    assert settings(tmp_path)["vocabulary"] == ["también"]
    assert "  vocabulary: words that 3 or more articles have: también\n" in done.stdout
    assert (
        "Findings at first: 0 errors, 4 warnings, 0 infos; with these settings: 0 errors, 1 warning"
        in done.stdout
    )


def untitled(number: int, headline: str) -> str:
    head = f"---\nseo_head: {headline}\nlang: en\nlayout: the wide one\n---\n"
    words = "Each of the old houses by the river keeps its garden door open in the evening. " * 4
    return f"{head}\nIn town {number} the council spoke about a bridge.\n\n{words}\n"


@pytest.mark.parametrize(
    ("headlines", "found"),
    [
        (["Council pays", "Bridge is open", "Old mill burns", "Ferry ends"], {"title": ["seo_head"]}),
        (["Council pays"] * 4, None),
    ],
)
def test_a_key_that_is_the_headline(
    factlint: Factlint, tmp_path: Path, headlines: list[str], found: object
) -> None:
    for number, headline in enumerate(headlines):
        (tmp_path / f"{number}.md").write_text(untitled(number, headline))
    factlint("init")
    assert settings(tmp_path).get("metadata") == found


def test_languages_and_front_matter_are_told(factlint: Factlint, tmp_path: Path) -> None:
    for name, code in (("a", "en"), ("b", "en"), ("c", "fr")):
        head = f"title: A title\nlang: {code}\nhero: {{text: A picture, name: a.png}}\n"
        (tmp_path / f"{name}.md").write_text(f"---\n{head}---\n\nText.\n")
    (tmp_path / "d.rst").write_text(".. _a-label:\n\nA title\n=======\n\nThe council met.\n")
    said = factlint("init").stdout
    assert "Looked at 4 articles; generator: none that is known.\n" in said
    assert "Languages: en (3), fr (1).\n" in said
    assert "Front matter: hero (3), lang (3), title (3).\n" in said


def test_another_folder(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "blog").mkdir()
    (tmp_path / "blog" / "a.md").write_text(ARTICLE.replace("met", "met in April 20XX"))
    assert factlint("init", "blog").returncode == 0
    assert (tmp_path / "blog" / ".factlint-baseline.json").exists()
    assert factlint("check", "--config", "blog/.factlint.yaml").returncode == 0
    assert factlint("init", "nowhere").returncode == 2


def test_it_says_what_a_site_generator_means(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "astro.config.mjs").write_text("")
    assert factlint("init", "--empty").stdout.startswith(
        "Wrote .factlint.yaml.\nTo run factlint before each commit"
    )
    written = (tmp_path / ".factlint.yaml").read_text(encoding="utf-8")
    assert "# This is the folder of an Astro site. " in written
    assert "\n# /dist/ /.astro/ /public/ /src/layouts/ /src/components/\n# exclude: [" in written


def test_it_shows_only_settings_that_exist(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(ARTICLE)
    factlint("init", "--empty")
    path = tmp_path / ".factlint.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    shown = [line.removeprefix("# ") for line in lines if not line.startswith("# Configuration")]
    factlint("check", "--write-baseline", ".factlint-baseline.json")
    (tmp_path / "facts.yaml").write_text("people: []\n")
    text = "\n".join(shown)
    for folder in ("[our-rules]", "[.vale.ini]", "[./house]"):
        text = text.replace(folder, "[]")
    path.write_text(text + "\n", encoding="utf-8")
    done = factlint("check")
    assert (done.returncode, done.stdout) == (0, "")


def test_it_shows_every_setting(factlint: Factlint, tmp_path: Path) -> None:
    factlint("init", "--empty")
    text = (tmp_path / ".factlint.yaml").read_text(encoding="utf-8")
    assert [key for key in map(key_of, Config._fields) if f"\n# {key}:" not in text] == []
