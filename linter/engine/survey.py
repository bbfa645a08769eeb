"""What a repository is made of, and what its configuration should say of it, for ``factlint init``.

Each proposal has its evidence in the files, and none of it changes what the rules are.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from linter.analyses.language import language
from linter.article.model import Article
from linter.engine.discover import PassedOver, find_files
from linter.engine.globs import Globs
from linter.engine.run import Linter
from linter.finding import FileReport, Severity
from linter.messages import messages
from linter.namedtuples import NamedTuple
from linter.rules.bind import check_class

SAMPLE = 1_000
"""Articles that are looked at for languages and front matter; of more, evenly many from everywhere."""
KNOWN_IN = 3
"""A word that as many articles have in one spelling is no slip in any of them."""
_MOST_WORDS = 100
_TITLED = 0.8
"""Share of the articles without a headline that have the key which may be one."""

_ABOUT, _TESTS, _EARLIER = messages(
    "about the repository", "tests and what they read", "pages of earlier releases"
)
_LEFT_OUT: dict[str, tuple[str, ...]] = {
    _ABOUT: ("/README*", "/CONTRIBUTING*", "/SECURITY*", "/SUPPORT*", "/GOVERNANCE*"),
    _TESTS: ("tests/", "test/", "__tests__/", "fixtures/", "__fixtures__/"),
    _EARLIER: ("/versioned_docs/", "/i18n/*/docusaurus-plugin-content-docs/version-*/"),
}
"""By the reason what is no article of a site though it is written like one."""


class Exclude(NamedTuple):
    """A line for ``exclude``, and how many files it leaves out."""

    pattern: str
    why: str
    files: int


class Survey(NamedTuple):
    """What was met in a repository."""

    files: tuple[str, ...]
    sites: dict[str, str]
    """Folder -> the generator whose site it is."""
    languages: list[tuple[str, int]]
    """Most frequent first; ``""`` where none is told."""
    keys: list[tuple[str, int]]
    """The keys of front matter, without what stands in them, most frequent first."""
    reports: list[FileReport]

    def count(self, severity: Severity) -> int:
        """The findings of a severity."""
        return sum(each.severity == severity for report in self.reports for each in report.findings)


def survey(linter: Linter, top: str = ".") -> Survey:
    """Look at all articles below a folder, and lint them."""
    passed = PassedOver()
    files = tuple(find_files([top], linter.finder.excluded_in, passed=passed))
    languages: Counter[str] = Counter()
    keys: Counter[str] = Counter()
    for article in _sample(files, linter):
        languages[language(article)] += 1
        keys.update(
            {field.name.partition(".")[0] for field in article.metadata if field.origin == "front-matter"}
        )
    reports = list(linter.lint_files(files, 0))
    linter.judge_further(reports, linter.versions_of(files), 0)
    return Survey(files, passed.sites, _often_first(languages), _often_first(keys), reports)


def _often_first(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _sample(files: Sequence[str], linter: Linter) -> Iterator[Article]:
    step = max(1, len(files) // SAMPLE)
    return (article for path in files[::step] if (article := linter.article(path)) is not None)


def excludes(found: Survey) -> list[Exclude]:
    """What is to be left out, where the repository is a site: elsewhere a README may be all there is."""
    lines = []
    for why, patterns in _LEFT_OUT.items() if found.sites else ():
        for pattern in patterns:
            globs = Globs((pattern,))
            count = sum(globs.leave_out(path.replace(os.sep, "/")) for path in found.files)
            if count:
                lines.append(Exclude(pattern, why, count))
    return lines if sum(line.files for line in lines) < len(found.files) else []


def known_words(found: Survey, linter: Linter, left_out: Iterable[Exclude]) -> list[str]:
    """Words that were reported and that several articles have in one spelling."""
    checks = {rule.id: check_class(rule.check) for rule in linter.policies.active_rules()}
    globs = Globs(tuple(line.pattern for line in left_out))
    where: defaultdict[str, set[str]] = defaultdict(set)
    for report in found.reports:
        if globs.leave_out(report.path.replace(os.sep, "/")):
            continue
        for finding in report.findings:
            if checks[finding.rule].heeds_vocabulary and finding.text.isalpha():
                where[finding.text].add(report.path)
    often = [(word, len(paths)) for word, paths in where.items() if len(paths) >= KNOWN_IN]
    often.sort(key=lambda pair: (-pair[1], pair[0]))
    return sorted(word for word, _ in often[:_MOST_WORDS])


def title_key(found: Survey, linter: Linter) -> str:
    """The key of front matter that is the headline of the articles for which none is known, if one is.

    It is in most of them, each time with another text of several words.
    """
    values: defaultdict[str, list[str]] = defaultdict(list)
    articles = [article for article in _sample(found.files, linter) if article.headline is None]
    for article in articles:
        for field in article.metadata:
            if field.origin == "front-matter" and 2 <= len(field.value.split()) <= 30:
                values[field.name].append(field.value)
    if len(articles) < KNOWN_IN:
        return ""
    telling = (
        name
        for name, texts in values.items()
        if len(texts) >= _TITLED * len(articles) and len(set(texts)) >= _TITLED * len(texts)
    )
    return next(telling, "")
