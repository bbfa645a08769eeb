"""Collect the words that freely licensed articles use: ``python scripts/attested_words.py lang FILE…``.

Each file is JSON Lines, one article a line, with ``body``, ``corpus``, ``licence_class`` and
``id``; only records whose licence class is ``free`` are read. Written to
``scripts/lexicon/attested/<lang>.txt``: a word and in how many documents of general and of
technical text it was seen, for words that another language has more often. Nothing else of
the articles is kept. ``--half`` leaves every second article out, to measure on those.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lexicon.build import CORE
from lexicon.sources import HERE, valid, zipf

TECHNICAL = frozenset({"debian", "letsencrypt", "osguide", "rustblog"})
NOT_PROSE = re.compile(
    r"```.*?```|`[^`\n]*`|<!--.*?-->|<[^>\n]*>|\{[{%].*?[%}]\}|\]\([^)\n]*\)|https?://\S+|\S*[@\d_/\\]\S*"
    r"|[«“„\"][^«»“”„\"\n]{1,200}[»“”\"]|(?<!\w)[*_]{1,3}[^*_\n]{1,120}[*_]{1,3}",
    re.DOTALL,
)
WORD = re.compile(r"[^\W\d_]+")
MOSTLY_FOREIGN = 0.04
"""A document with so many suspicious words is no witness."""


def gap(word: str, lang: str) -> float:
    """By how much the word is more frequent in another language."""
    return max(zipf(other).get(word, 0.0) for other in CORE if other != lang) - zipf(lang).get(word, 0.0)


def articles(paths: list[Path], half: bool) -> Iterator[dict[str, Any]]:
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                article = json.loads(line)
                if article["licence_class"] != "free" or (half and zlib.crc32(article["id"].encode()) % 2):
                    continue
                yield article


def witnessed(body: str, lang: str) -> set[str]:
    """The suspicious words in lower case that stand between words of the language."""
    tokens = WORD.findall(NOT_PROSE.sub(" . ", body))
    odd = [token.islower() and gap(token, lang) >= 1.5 and token not in valid(lang) for token in tokens]
    if sum(odd) > MOSTLY_FOREIGN * max(1, len(tokens)):
        return set()
    return {
        token
        for place, token in enumerate(tokens)
        if token.islower() and len(token) > 1 and gap(token, lang) >= 1.0
        and not any(odd[max(0, place - 2) : place] + odd[place + 1 : place + 3])
        and not all(other.istitle() for other in tokens[max(0, place - 1) : place + 2] if other != token)
    }  # fmt: skip


def collect(lang: str, paths: list[Path], half: bool) -> None:
    general: Counter[str] = Counter()
    technical: Counter[str] = Counter()
    for article in articles(paths, half):
        (technical if article["corpus"] in TECHNICAL else general).update(witnessed(article["body"], lang))
    rows = [f"{word} {general[word]} {technical[word]}" for word in sorted(general.keys() | technical.keys())]
    target = HERE / "attested" / f"{lang}.txt"
    target.parent.mkdir(exist_ok=True)
    note = "# word, general documents, technical documents; CC BY-SA 4.0, see linter/data/NOTICE.md\n"
    target.write_text(note + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    print(f"{lang}: {len(rows)} words")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("lang")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--half", action="store_true")
    options = parser.parse_args()
    collect(options.lang, options.files, options.half)
