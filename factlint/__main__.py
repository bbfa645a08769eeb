"""``python -m factlint``: the command."""

from __future__ import annotations

import sys

from linter.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
