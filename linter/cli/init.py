"""``factlint init``: look at a repository, and write a configuration of what was learned."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence

from linter.cli import FAILED, OK
from linter.cli.terminal import say_errors, show
from linter.engine.baseline import write_baseline
from linter.engine.config import NAMES
from linter.engine.config_files import ConfigError, ConfigFinder
from linter.engine.generators import Generator, generator_of
from linter.engine.policies import Choice
from linter.engine.run import Linter
from linter.engine.survey import KNOWN_IN, Exclude, Survey, excludes, known_words, survey, title_key
from linter.finding import Severity
from linter.messages import Message, message, plural, verbatim
from linter.namedtuples import NamedTuple
from linter.write import write_new, write_text

BASELINE = ".factlint-baseline.json"
_CONFIG = """\
# Configuration of factlint. Everything here is optional; paths are relative to this folder.

# fail-on: warning          # exit code 1 from this severity on: error, warning, info, never
# preview: false            # also run the rules that are not yet proven on real articles
# profiles: [science]       # also run the rules for some kinds of text: science for papers, data for tables

# select: [dates, names]    # run only these rules, topics or globs
# extend-select: [date-format-mixed]
# ignore: [scrape-residue]

# severity:                 # other severities: error, warning, info, off
#   foreign-word: info
# min-severity: warning     # show nothing below it

# params:                   # what a rule can be told: 'factlint explain RULE' lists it
#   weekday-mismatch: {{days-before: 90}}   # 'Monday, 4 March' may be so long before the article

{vocabulary}

{metadata}

# facts: [facts.yaml]       # the story bible: see 'factlint facts --help'

{site}{exclude}

{baseline}

# messages: auto            # their language: auto for the reader's, or en, fr, de, es, it, pt, nl, pl

# translations:             # language versions of an article are held against each other
#   original: en            # the language that articles are written in
#   keys: [story-id]        # metadata that the versions of an article share

# time-limit: 30            # seconds of processor time for a file, and as many for each million characters

# overrides:
#   - paths: [blog/]
#     ignore: [missing-headline]

# rules: [our-rules]        # folders with rules of your own
# extends: [./house]        # rules and settings that repositories share: folders, installed packages
# vale: [.vale.ini]         # styles written for Vale: .vale.ini files, or folders of styles
"""

_SITE = """\
# This is the folder of {an} {name} site. What is no article of it is passed over without being named here:
# {others}
"""

_OWN_SETTINGS = {
    "exclude": '# exclude: [archive/, "*.draft.md"]',
    "vocabulary": "# vocabulary: [Newsroom]    # words and names that you know to be right",
    "metadata": """\
# metadata:                 # names of your own for title, subtitle, description, date, author, lang, tags …
#   title: [seo_headline]""",
    "baseline": f"""\
# baseline: {BASELINE}   # known findings, written by 'factlint check --write-baseline FILE'""",
}
"""What stands for a setting of which nothing was learned."""

_HOOK = """\

  - repo: {repository}
    rev: v{version}
    hooks:
      - id: factlint
"""


class _Learned(NamedTuple):
    """What goes into the configuration."""

    excludes: Sequence[Exclude] = ()
    words: Sequence[str] = ()
    title: str = ""
    known: int = 0
    """Findings in the baseline."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", default=".", help="the repository to look at (default: .)")
    parser.add_argument(
        "--empty", action="store_true", help="lint nothing, learn nothing: all settings as comments"
    )


def run(args: argparse.Namespace) -> int:
    """Write ``.factlint.yaml`` and a baseline; what is there already stays as it is."""
    try:
        os.chdir(args.folder)
        there = ConfigFinder().of(os.curdir)
        if there.path:
            path = os.path.relpath(there.path)
            if there.root == os.getcwd():
                show(message("{path} is there already, and was left as it is.", path=path))
            else:
                show(
                    message(
                        "{path} is there already, and was left as it is: it holds for this folder too.",
                        path=path,
                    )
                )
            return OK
        _adopt(args.empty)
    except ConfigError as error:
        say_errors(error.problems)
        return FAILED
    return OK


def _adopt(empty: bool) -> None:
    from linter import __version__
    from linter.site import REPOSITORY

    generator = generator_of(os.curdir)
    if empty:
        write_new(NAMES[0], _config(generator, _Learned()))
        show(message("Wrote {path}.", path=NAMES[0]))
    else:
        show(*_learn(generator))
    lead = message("To run factlint before each commit, add this to {path}:", path=".pre-commit-config.yaml")
    show(lead, *_HOOK.format(repository=REPOSITORY, version=__version__).rstrip("\n").split("\n"))


def _learn(generator: Generator | None) -> Iterator[str]:
    """Look, write, look again, and keep what is still found as known; yields what was done."""
    linter = Linter(Choice(), ConfigFinder())
    before = survey(linter)
    left_out = excludes(before)
    learned = _Learned(left_out, known_words(before, linter, left_out), title_key(before, linter))
    write_new(NAMES[0], _config(generator, learned))
    same = not any(learned) and linter.finder.of(os.getcwd()).root == os.getcwd()  # findings know their root
    after = before if same else survey(Linter(Choice(), ConfigFinder()))
    if any(report.findings for report in after.reports):
        learned = learned._replace(known=write_baseline(BASELINE, after.reports, linter.identity).known)
        write_text(NAMES[0], _config(generator, learned))
    yield from _seen(before)
    yield message("Wrote {path}:", path=NAMES[0])
    yield from (message("  {line}", line=line) for line in _done(learned))
    yield message(
        "Findings at first: {before}; with these settings: {after}.",
        before=_counts(before),
        after=_counts(after),
    )


def _counts(found: Survey) -> Message:
    return message(
        "{errors}, {warnings}, {infos}",
        errors=plural(found.count(Severity.ERROR), "{number} error", "{number} errors"),
        warnings=plural(found.count(Severity.WARNING), "{number} warning", "{number} warnings"),
        infos=plural(found.count(Severity.INFO), "{number} info", "{number} infos"),
    )


def _seen(found: Survey) -> Iterator[str]:
    sites = sorted(f"{name} in {folder}" if folder else name for folder, name in found.sites.items())
    made = verbatim(", ".join(sites)) if sites else message("none that is known")
    articles = plural(len(found.files), "{number} article", "{number} articles")
    yield message("Looked at {articles}; generator: {made}.", articles=articles, made=made)
    if found.languages:
        yield message("Languages: {counts}.", counts=_listed(found.languages))
    if found.keys:
        yield message("Front matter: {counts}.", counts=_listed(found.keys))


def _listed(counts: Sequence[tuple[str, int]]) -> str:
    """The first few names, each with how often it was found; what has none stands as a question mark."""
    return ", ".join(f"{name or '?'} ({count:,})" for name, count in counts[:10])


def _done(learned: _Learned) -> Iterator[str]:
    for line in learned.excludes:
        files = plural(line.files, "{number} file", "{number} files")
        fields = {"pattern": line.pattern, "why": verbatim(line.why), "files": files}
        yield message("exclude: {pattern} ({why}; {files})", **fields)
    if learned.words:
        fields = {"number": str(KNOWN_IN), "words": ", ".join(learned.words)}
        yield message("vocabulary: words that {number} or more articles have: {words}", **fields)
    if learned.title:
        yield message("metadata: {key} is the title", key=learned.title)
    if learned.known:
        known = plural(learned.known, "{number} known finding", "{number} known findings")
        yield message("baseline: {path} with {known}; only new ones are reported", path=BASELINE, known=known)
    if not any(learned):
        yield message("nothing had to be set; every setting stands in it as a comment")


def _config(generator: Generator | None, learned: _Learned) -> str:
    settings = {**_OWN_SETTINGS}
    if learned.excludes:
        lines = (f"\n  - {_quoted(line.pattern)}   # {line.why}" for line in learned.excludes)
        settings["exclude"] = f"exclude:{''.join(lines)}"
    if learned.words:
        lines = (f"\n  - {_quoted(word)}" for word in learned.words)
        settings["vocabulary"] = f"vocabulary:   # words that several articles have{''.join(lines)}"
    if learned.title:
        settings["metadata"] = f"metadata:\n  title: [{_quoted(learned.title)}]"
    if learned.known:
        settings["baseline"] = f"baseline: {BASELINE}   # known findings; delete a line to see it again"
    return _CONFIG.format(site=_about_site(generator), **settings)


def _quoted(text: str) -> str:
    """A text as YAML takes it for one in any case."""
    return "'" + text.replace("'", "''") + "'"


def _about_site(generator: Generator | None) -> str:
    """What the generator of the site means for the files that are linted; nothing where none is known."""
    if generator is None:
        return ""
    an = "an" if generator.name[0] in "AEIOU" else "a"
    return _SITE.format(an=an, name=generator.name, others=" ".join(generator.others))
