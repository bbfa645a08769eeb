"""``factlint init``: a configuration file to start from."""

from __future__ import annotations

import argparse
import os

from linter.cli.main import FAILED, OK
from linter.cli.terminal import say, show
from linter.write import write_new

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

# exclude: [archive/, "*.draft.md"]

# baseline: .factlint-baseline.json   # known findings, written by 'factlint check --write-baseline FILE'

# time-limit: 30            # seconds of processor time for a file, and as many for each million characters

# overrides:
#   - paths: [blog/]
#     ignore: [missing-headline]

# rules: [our-rules]        # folders with rules of your own
# vale: [.vale.ini]         # styles written for Vale: .vale.ini files, or folders of styles
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

    path = os.path.join(args.folder, ".factlint.yaml")
    try:
        write_new(path, _CONFIG)
    except OSError as error:
        say(f"error: {path}: {error.strerror}")
        return FAILED
    show(*_HOOK.format(path=os.path.normpath(path), version=__version__).rstrip("\n").split("\n"))
    return OK
