#!/usr/bin/env python3
"""Build ``linter/data/lexicon/terms.txt``, terms of programmers, from the dictionary of a spelling checker.

A tool for maintainers; the linter never imports it. It needs the unpacked npm package
``@cspell/dict-software-terms`` (MIT):

    npm pack @cspell/dict-software-terms && tar xzf cspell-dict-software-terms-*.tgz
    python scripts/build_terms.py package

What some list of the linter has already is left out.
"""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from linter.languages import described
from linter.packaged import data_path
from linter.topics.language.lexicon import LEAST, lexicon
from linter.topics.names import lists

FILES = ("softwareTerms.txt.gz", "software-tools.txt", "networkingTerms.txt", "webServices.txt")
_MARKS = "+*"
"""A part of compounds, and a word that may be one, in the format of the checker."""
_REFUSED = "!~"
"""What begins a word that is wrong."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("package", type=Path, help="the unpacked npm package @cspell/dict-software-terms")
    package = parser.parse_args().package
    terms = sorted({term for name in FILES for term in terms_of(package / "dict" / name)})
    Path(data_path("lexicon", "terms.txt")).write_text("\n".join(terms) + "\n", encoding="utf-8")


def terms_of(path: Path) -> Iterator[str]:
    """The words of a dictionary that the linter could take for slips, in lower case."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    for line in text.splitlines():
        word = line.partition("#")[0].strip()
        term = word.strip(_MARKS).casefold()
        right = term.isalpha() and not word.startswith(tuple(_REFUSED))
        if right and len(term) >= LEAST and not is_listed(term) and not is_alphabet(term):
            yield term


def is_listed(term: str) -> bool:
    """Whether the linter knows the word of a language or as a name."""
    tables = (lexicon(code) for code in described())
    return (
        lists.ordinary_in_any(term, described())
        or lists.surname(term)
        or any(table.known(term) for table in tables if table is not None)
    )


def is_alphabet(term: str) -> bool:
    """Whether it is letters in their order."""
    return all(ord(after) - ord(letter) == 1 for letter, after in pairwise(term))


if __name__ == "__main__":
    main()
