"""How files and folders tell the language versions of an article."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.engine.config_files import ConfigFinder
from linter.engine.versions import MOST, VersionFinder, groups_of, is_tag

PLUGIN = "i18n/fr/docusaurus-plugin-content-blog/story.md"
FOUND = [
    ("story.md", "story.fr.md"),
    ("story.en.md", "story.fr.md"),
    ("story.en.md", "story.zh-CN.md"),
    ("story-en.html", "story-fr.html"),
    ("en/posts/story.md", "fr/posts/story.md"),
    ("en/2024-05-04.md", "fr/2024-05-04.md"),
    ("00014.en.md", "00014.fr.md"),
    ("posts/en/2024/story.md", "posts/pt-br/2024/story.md"),
    ("_posts/story.md", "_posts/fr/story.md"),
    ("blog/story.md", PLUGIN),
    ("docs/deep/story.md", "i18n/fr/docusaurus-plugin-content-docs/current/deep/story.md"),
]
NOT_FOUND = [
    ("story.md", "other.fr.md"),
    ("en/story.md", "fr/other.md"),
    ("en/00014.md", "fr/00014.md"),
    ("story.md", "story.old.md"),
    ("what-to-do.md", "what-to-do-it.md"),
    ("story.md", "story.fr.txt"),
    ("static/story.md", "drafts/story.md"),
]


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*names: str, text: str = "Text.\n") -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def groups(*names: str) -> list[list[str]]:
    return [[each.path for each in group] for group in groups_of(names, VersionFinder(ConfigFinder()))]


@pytest.mark.parametrize("named", [(0,), (1,), (0, 1), (1, 0)])
@pytest.mark.parametrize("pair", FOUND)
def test_versions_are_found_whichever_is_named(pair: tuple[str, str], named: tuple[int, ...]) -> None:
    write(*pair)
    assert groups(*(pair[i] for i in named)) == [sorted(pair)]


@pytest.mark.parametrize("pair", NOT_FOUND)
def test_what_only_looks_alike_is_no_version(pair: tuple[str, str]) -> None:
    write(*pair)
    assert groups(*pair) == []


def test_a_key_in_the_front_matter_ties_articles_of_two_names() -> None:
    for name, key in (("en/a.md", "one"), ("fr/b.md", "one"), ("en/c.md", "two"), ("fr/d.md", "three")):
        write(f"content/{name}", text=f"---\ntitle: T\ntranslationKey: {key}\n---\n\nText.\n")
    both = ["content/en/a.md", "content/fr/b.md"]
    assert groups("content/en/a.md") == [both]
    assert groups("content/en/c.md", "content/fr/b.md", "content/fr/d.md") == [both]


def test_a_key_of_the_configuration_ties_articles_of_one_folder() -> None:
    write(".factlint.yaml", text="translations: {keys: [story-id]}\n")
    write("a.md", text="---\nstory-id: 7\nlang: en\n---\n\nText.\n")
    write("b.md", text="---\nstory-id: 7\nlang: fr\n---\n\nText.\n")
    assert groups("a.md") == [["a.md", "b.md"]]


def test_a_page_names_its_versions() -> None:
    head = '<link rel="alternate" hreflang="{}" href="https://example.org/{}">'
    links = head.format("en", "news/one.html") + head.format("fr", "actus/un.html")
    write("site/news/one.html", "site/actus/un.html", text=f"<html><head>{links}</head><p>Text.</html>")
    assert groups("site/news/one.html") == [["site/actus/un.html", "site/news/one.html"]]


def test_a_page_of_no_project_names_one_that_is_not_there(site: Path) -> None:
    """The way up from a whole path ends at the top of all folders."""
    write("one.html", text='<html><link rel="alternate" hreflang="fr" href="/no/such/page"></html>')
    assert groups_of([str(site / "one.html")], VersionFinder()) == []


def test_folders_above_the_project_are_not_looked_at(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("posts/story.md", "fr/posts/story.md")
    (site / "posts" / ".git").mkdir()
    monkeypatch.chdir(site / "posts")
    assert groups("story.md") == []


def test_of_very_many_versions_some_are_compared() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    write(*(f"story.en-{a}{b}.md" for a in letters for b in letters))
    (group,) = groups("story.en-aa.md")
    assert len(group) == MOST


@pytest.mark.parametrize("text", ["fr", "pt-br", "zh_CN", "zh-Hans", "es-419", "fil", "sr-Latn"])
def test_tags(text: str) -> None:
    assert is_tag(text)


@pytest.mark.parametrize("text", ["", "f", "posts", "v2", "xx", "2024", "french", "fr-", "en-us-posts"])
def test_no_tags(text: str) -> None:
    assert not is_tag(text)


@pytest.mark.parametrize("key", ["(", "(a+)+$", "a|b"])
def test_keys_of_the_configuration_are_no_patterns(key: str) -> None:
    Path(".factlint.yaml").write_text(f"translations: {{keys: ['{key}']}}\n", encoding="utf-8")
    head = f"---\n{key}: one\nlang: %s\n---\n\nText.\n"
    write("a.md", text=head % "en")
    write("b.md", text=head % "de")
    write("c.md", text="---\n" + "a" * 5000 + ": one\nlang: fr\n---\n\nText.\n")
    assert groups("a.md") == [["a.md", "b.md"]]
