"""``factlint init``: a configuration file to start from."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from linter.cli.main import FAILED, OK
from linter.cli.terminal import say, show
from linter.write import write_new

if TYPE_CHECKING:
    from linter.engine.generators import Generator

_CONFIG = """\
# Configuration of factlint. Everything here is optional; paths are relative to this folder.

# fail-on: warning          # exit code 1 from this severity on: error, warning, info, never
# preview: false            # also run the rules that are not yet proven on real articles

# select: [dates, names]    # run only these rules, topics or globs
# extend-select: [date-format-mixed]
# ignore: [scrape-residue]

# severity:                 # other severities: error, warning, info, off
#   foreign-word: info
# min-severity: warning     # show nothing below it

# params:                   # what a rule can be told: 'factlint explain RULE' lists it
#   weekday-mismatch: {days-before: 90}   # 'Monday, 4 March' may be so long before the article

# vocabulary: [Newsroom]    # words and names that you know to be right

# metadata:                 # names of your own for title, subtitle, description, date, author, lang, tags …
#   title: [seo_headline]

# facts: [facts.yaml]       # the story bible: see 'factlint facts --help'

{site}# exclude: [archive/, "*.draft.md"]

# baseline: .factlint-baseline.json   # known findings, written by 'factlint check --write-baseline FILE'

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

_HOOK = """\
Wrote {path}. To run factlint before each commit, add this to .pre-commit-config.yaml:

  - repo: https://github.com/factlint/factlint
    rev: v{version}
    hooks:
      - id: factlint
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", default=".", help="where to write .factlint.yaml (default: .)")


def run(args: argparse.Namespace) -> int:
    """Write ``.factlint.yaml``; never over an existing one."""
    from linter import __version__
    from linter.engine.generators import generator_of

    path = os.path.join(args.folder, ".factlint.yaml")
    try:
        write_new(path, _CONFIG.replace("{site}", _about_site(generator_of(args.folder))))
    except OSError as error:
        say(f"error: {path}: {error.strerror}")
        return FAILED
    show(*_HOOK.format(path=os.path.normpath(path), version=__version__).rstrip("\n").split("\n"))
    return OK


def _about_site(generator: Generator | None) -> str:
    """What the generator of the site means for the files that are linted; nothing where none is known."""
    if generator is None:
        return ""
    an = "an" if generator.name[0] in "AEIOU" else "a"
    return _SITE.format(an=an, name=generator.name, others=" ".join(generator.others))
