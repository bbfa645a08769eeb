"""Site generators, told by files of their own, and what in their folders is no article.

Layouts, themes, templates for new posts and generated pages stand among the articles of a site, in the
same formats. Each generator is known by a file that only it reads; what is said here of its folders holds
below the folder of that file.
"""

from __future__ import annotations

import os
from functools import lru_cache

from linter.engine.globs import Globs
from linter.namedtuples import NamedTuple


class Generator(NamedTuple):
    """One generator: how it is told, and what is not written by hand or no article below its folder."""

    name: str
    marks: tuple[str, ...]
    """Names in its top folder, any of which tells it; ``a+b`` for both, ``a/b`` for one in another."""
    others: tuple[str, ...]
    """What is no article, in the syntax of ``.gitignore``."""


_CONFIGS = ("js", "cjs", "mjs", "ts", "mts")
GENERATORS: tuple[Generator, ...] = (
    Generator(
        "Zola",
        ("config.toml+content+templates",),
        ("/templates/", "/themes/", "/public/", "/static/", "/sass/"),
    ),
    Generator(
        "Hugo",
        (
            *(f"hugo.{kind}" for kind in ("toml", "yaml", "yml", "json")),
            *(f"config.{kind}+content" for kind in ("toml", "yaml", "yml", "json")),
            "config/_default",
            "content+layouts+static",  # its configuration is made, or called otherwise
        ),
        ("/layouts/", "/themes/", "/archetypes/", "/public/", "/resources/", "/static/", "/assets/"),
    ),
    Generator("Hexo", ("_config.yml+scaffolds",), ("/scaffolds/", "/themes/", "/public/")),
    Generator(
        "Jekyll",
        ("_config.yml", "_config.yaml", "_config.toml"),
        ("_layouts/", "_includes/", "/_site/", "/_sass/", "/vendor/", "/_templates/"),
    ),
    Generator(
        "Eleventy",
        (".eleventy.js", *(f"eleventy.config.{kind}" for kind in _CONFIGS)),
        ("_includes/", "_layouts/", "_components/", "/_site/", "/dist/"),
    ),
    Generator(
        "Astro",
        tuple(f"astro.config.{kind}" for kind in _CONFIGS),
        ("/dist/", "/.astro/", "/public/", "/src/layouts/", "/src/components/"),
    ),
    Generator(
        "Docusaurus",
        tuple(f"docusaurus.config.{kind}" for kind in _CONFIGS),
        ("/build/", "/.docusaurus/", "/static/", "/src/theme/", "/src/components/"),
    ),
    Generator("MkDocs", ("mkdocs.yml", "mkdocs.yaml"), ("/site/", "/overrides/", "/theme/", "/includes/")),
    Generator(
        "Pelican", ("pelicanconf.py",), ("/output/", "/theme/", "/themes/", "/templates/", "/plugins/")
    ),
    Generator(
        "Nikola", ("conf.py+posts", "conf.py+pages"), ("/output/", "/cache/", "/themes/", "/templates/")
    ),
    Generator("Sphinx", ("conf.py+index.rst", "conf.py+index.md"), ("/_build/", "/_templates/", "/_static/")),
    Generator(
        "VitePress",
        (".vitepress",),
        ("/.vitepress/dist/", "/.vitepress/cache/", "/.vitepress/theme/", "/public/"),
    ),
    Generator(
        "Quarto", ("_quarto.yml", "_quarto.yaml"), ("/_site/", "/_book/", "/_freeze/", "/_extensions/")
    ),
    Generator("Obsidian", (".obsidian",), ("/.obsidian/", "/.trash/", "/templates/", "/Templates/")),
    Generator(
        "GitBook", ("book.json+SUMMARY.md", ".gitbook.yaml", ".gitbook.yml"), ("/_book/", "SUMMARY.md")
    ),
    Generator("mdBook", ("book.toml",), ("/book/", "SUMMARY.md", "/theme/")),
    Generator("Gatsby", tuple(f"gatsby-config.{kind}" for kind in _CONFIGS), ("/public/", "/.cache/")),
)
"""Where two could be meant, the first. The marks and folders are those of each generator's documentation."""


@lru_cache(maxsize=1)
def never_articles() -> Globs:
    """Files that stand in any repository and are about the repository, whatever wrote them."""
    return Globs(
        (
            *("LICEN[CS]E*", "COPYING*", "NOTICE.txt", "UNLICENSE*", "AUTHORS.*", "CODE_OF_CONDUCT*"),
            *(
                "robots.txt",
                "humans.txt",
                "ads.txt",
                "app-ads.txt",
                "security.txt",
                "llms.txt",
                "llms-full.txt",
            ),
            *("*requirements*.txt", "constraints*.txt", "CMakeLists.txt"),
            *(
                "CHANGELOG*",
                "CHANGES.*",
                "HISTORY.*",
                "NEWS.txt",
                "NEWS.rst",
                "RELEASES.md",
                "RELEASE_NOTES*",
            ),
            *(".github/", ".gitlab/", "bower_components/", "vendor/bundle/", ".pytest_cache/"),
            *("PULL_REQUEST_TEMPLATE*", "ISSUE_TEMPLATE*", "*.template.*", "*.tmpl.*"),
            *("_template.*", "_templates/", "_template/"),
        )
    )


def generator_in(folder: str, names: frozenset[str]) -> Generator | None:
    """The generator whose top folder this is, told by the names in it; nothing if it is nobody's."""
    return next(
        (each for each in GENERATORS if any(_holds(folder, names, mark) for mark in each.marks)), None
    )


@lru_cache(maxsize=1024)
def generator_of(folder: str) -> Generator | None:
    """The same of a folder whose names are not known yet."""
    try:
        return generator_in(folder, frozenset(os.listdir(folder or ".")))
    except OSError:
        return None


def _holds(folder: str, names: frozenset[str], mark: str) -> bool:
    first, _, rest = mark.partition("/")
    if rest:
        return first in names and os.path.isdir(os.path.join(folder, first, rest))
    return names.issuperset(mark.split("+"))


@lru_cache(maxsize=64)
def no_articles(generator: Generator) -> Globs:
    """What is no article below the top folder of a generator."""
    return Globs(generator.others)


def is_no_article(path: str, root: str) -> bool:
    """Whether a file is a layout, a theme, a generated page, or about the repository itself.

    ``root`` is the top folder of the project; both paths are absolute.
    """
    steps = os.path.relpath(path, root).split(os.sep)
    if never_articles().leave_out("/".join(steps)):
        return True
    folder = root
    for depth in range(len(steps)):
        generator = generator_of(folder)
        if generator is not None and no_articles(generator).leave_out("/".join(steps[depth:])):
            return True
        folder = os.path.join(folder, steps[depth])
    return False
