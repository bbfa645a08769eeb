"""Build ``linter/data/lexicon/<lang>.marisa``: ``python scripts/build_lexicon.py [lang …]``."""

from __future__ import annotations

import sys
from pathlib import Path

from lexicon.build import DOCUMENT, write

FOLDER = Path(__file__).parent.parent / "linter" / "data" / "lexicon"

if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for lang in sys.argv[1:] or DOCUMENT:
        print(write(lang, FOLDER), flush=True)
