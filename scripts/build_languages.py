"""Build ``linter/data/languages.marisa``, by which the language of a text is told.

The keys are the common words of each language and, after ``~``, groups of three letters; each
byte of a value stands for one language and the weight of the key for it. A word that another
language uses a hundred times as often is leakage of that language and left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import marisa_trie
from lexicon.sources import zipf

TARGET = Path(__file__).parent.parent / "linter" / "data" / "languages.marisa"
LANGUAGES = (
    "ar bg bn ca cs da de el en es fa fi fil fr he hi hu id is it lt lv mk ms nb nl pl pt ro ru sh sk sl sv"
    " ta tr uk ur vi"
).split()
NOT_LATIN = frozenset("ar bg bn el fa he hi mk ru ta uk ur".split())
WIDE = frozenset("en fr es de it pt nl pl sv da".split())
"""The languages most written about here; more of their words are kept."""
WORDS, WORDS_WIDE = 6000, 14000
LEAK = 2.0
LEVELS = 6
RARE_GROUP, LEAST_SHARE = 8, 0.06


def frequencies() -> dict[str, dict[str, float]]:
    """Zipf values by language, words of a foreign script left out."""
    return {
        lang: {
            word: value
            for word, value in zipf(lang, "small").items()
            if lang not in NOT_LATIN or word[0] > "\u02ff"
        }
        for lang in LANGUAGES
    }


def words(lists: dict[str, dict[str, float]], best: dict[str, float]) -> dict[str, bytes]:
    """The most frequent words of each language; a level is a whole Zipf step from 2.5."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, lang in enumerate(LANGUAGES):
        own = [(word, value) for word, value in lists[lang].items() if best[word] - value < LEAK]
        own.sort(key=lambda pair: (-pair[1], pair[0]))
        for word, value in own[: WORDS_WIDE if lang in WIDE else WORDS]:
            found[word].append((number, min(LEVELS - 1, max(0, int(value - 2.5)))))
    return {word: _packed(entries) for word, entries in found.items()}


def groups(lists: dict[str, dict[str, float]], best: dict[str, float]) -> dict[str, bytes]:
    """Three-letter groups of word forms; a level is a sixth of the share that a language has in a group."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    totals: Counter[str] = Counter()
    for lang in LANGUAGES:
        for word, value in lists[lang].items():
            if len(word) >= 4 and best[word] - value < 1.5:
                padded = f"^{word}$"
                for start in range(len(padded) - 2):
                    counts[padded[start : start + 3]][lang] += 1
                    totals[lang] += 1
    return {f"~{group}": packed for group, seen in counts.items() if (packed := _shares(seen, totals))}


def _shares(seen: Counter[str], totals: Counter[str]) -> bytes:
    if seen.total() < RARE_GROUP:
        return b""
    rates = {lang: count / totals[lang] for lang, count in seen.items()}
    whole = sum(rates.values())
    entries = [
        (LANGUAGES.index(lang), min(LEVELS - 1, int(rate / whole * LEVELS)))
        for lang, rate in rates.items()
        if rate / whole > LEAST_SHARE
    ]
    return _packed(entries)


def _packed(entries: list[tuple[int, int]]) -> bytes:
    return bytes(number * LEVELS + level for number, level in sorted(entries))


if __name__ == "__main__":
    lists = frequencies()
    best: dict[str, float] = defaultdict(float)
    for values in lists.values():
        for word, value in values.items():
            best[word] = max(best[word], value)
    entries = words(lists, best) | groups(lists, best)
    marisa_trie.BytesTrie(sorted(entries.items())).save(str(TARGET))
    print(f"{len(entries)} keys, {TARGET.stat().st_size / 1e6:.2f} MB")
