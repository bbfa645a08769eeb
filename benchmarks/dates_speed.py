"""How fast the dates of plain text are found, in characters a second.

    python benchmarks/dates_speed.py LANGUAGE FILE...

Reads the files as plain text and looks for dates three times; prints the best time.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from linter.topics.dates.reading.recognise import recognise


def main(language: str, paths: list[str]) -> None:
    texts = [Path(path).read_text(encoding="utf8", errors="replace") for path in paths]
    size = sum(len(text.encode("utf8")) for text in texts)
    recognise("1", language)
    best, found = float("inf"), 0
    for _ in range(3):
        start = time.process_time()
        found = sum(len(recognise(text, language)) for text in texts)
        best = min(best, time.process_time() - start)
    print(f"{language}: {size / 1e6:.2f} MB, {found} dates, {best:.3f} s, {size / 1e6 / best:.1f} MB/s")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
