"""Site generators are told by their own files, and their layouts and output are no articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.engine.generators import GENERATORS, generator_of, is_no_article


def site(folder: Path, mark: str) -> None:
    """Make a folder that a mark tells: files, or folders where the mark names one without a suffix."""
    for name in mark.split("+"):
        target = folder / name
        if "." in target.name[1:]:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text("")
        else:
            target.mkdir(parents=True)


@pytest.mark.parametrize(
    ("mark", "name"), [(mark, each.name) for each in GENERATORS for mark in each.marks], ids=str
)
def test_each_mark_tells_its_generator(tmp_path: Path, mark: str, name: str) -> None:
    site(tmp_path, mark)
    generator = generator_of(str(tmp_path))
    assert generator is not None
    assert generator.name == name


def test_a_folder_of_articles_is_nobodys(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "conf.py").write_text("")
    assert generator_of(str(tmp_path)) is None
    assert generator_of(str(tmp_path / "missing")) is None


@pytest.mark.parametrize(
    ("mark", "others", "articles"),
    [
        ("hugo.toml", ["layouts/_default/single.html", "themes/x/README.md"], ["content/layouts/a.md"]),
        ("_config.yml", ["_layouts/a.html", "docs/_includes/b.md"], ["_posts/2024-05-04-a.md"]),
        (".eleventy.js", ["src/_includes/base.html", "_site/a/index.html"], ["src/posts/a.md"]),
        ("mkdocs.yml", ["site/index.html"], ["docs/site/a.md"]),
        (
            "config.toml+content+templates",
            ["templates/includes/footer.html", "public/a/index.html"],
            ["content/layouts/a.md"],
        ),
        (".obsidian", ["templates/daily.md"], ["notes/templates.md"]),
        ("book.json+SUMMARY.md", ["SUMMARY.md", "_book/a.html"], ["chapter/a.md"]),
    ],
)
def test_what_is_no_article(tmp_path: Path, mark: str, others: list[str], articles: list[str]) -> None:
    top = tmp_path / "web"
    site(top, mark)
    root = str(tmp_path)
    assert [name for name in others if not is_no_article(str(top / name), root)] == []
    assert [name for name in articles if is_no_article(str(top / name), root)] == []


@pytest.mark.parametrize(
    "name",
    [
        "LICENSE.md",
        "robots.txt",
        "dev/requirements.txt",
        "CHANGELOG.md",
        ".github/ISSUE_TEMPLATE/a.md",
        "content/blog/_templates/report/index.md",
        "blog/default.template.html",
    ],
)
def test_files_about_the_repository(tmp_path: Path, name: str) -> None:
    assert is_no_article(str(tmp_path / name), str(tmp_path))


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "news.md",
        "2024-license-plates.md",
        "history-of-ulm.md",
        "requirements.md",
        "a-template.md",
    ],
)
def test_articles_that_are_called_alike(tmp_path: Path, name: str) -> None:
    assert not is_no_article(str(tmp_path / name), str(tmp_path))
