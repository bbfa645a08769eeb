#!/usr/bin/env python3
"""Write ``docs/licences.md``: what factlint needs, and under which licences, from the packages as installed.

A tool for maintainers, run after a change of the dependencies with all extras installed:

    python -m pip install -c requirements/dev.txt -e '.[nlp,lsp,serve,corpus]'
    python scripts/build_licences.py
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import PackageMetadata, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "licences.md"
_WORDINGS = {
    "MIT License": "MIT",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "BSD-3-Clause and Public-Domain": "BSD-3-Clause",
    "ISC License": "ISC",
    "LGPL": "LGPL-2.1-or-later",
}
"""What packages without an SPDX expression call their licence."""
_HEAD = """\
# Licences

The program is under the MIT licence. Its tables of words, names and places have licences of their own,
which their [notice](https://github.com/factlint/factlint/blob/main/linter/data/NOTICE.md) names with the
sources: CC BY-SA 4.0, CC BY 4.0, ODbL 1.0, BSD and Unicode; the metadata of the package say so too. Who
passes the package on passes the notice on with it.

What is installed beside it is used as it is, and not copied. Each of these licences allows that beside a
program under MIT. The weak copyleft ones among them, of `python-stdnum` (LGPL) and of `certifi` and `tqdm`
(MPL), ask only that changes of these packages themselves are published.
"""


def main() -> None:
    TARGET.write_text(page(), encoding="utf-8", newline="\n")


def page() -> str:
    """The page, from what is installed."""
    lines = [_HEAD, "| needed for | package | licence |", "| --- | --- | --- |"]
    told: set[str] = set()
    for purpose, wanted in purposes().items():
        for name in sorted(closure(wanted) - told):
            lines.append(f"| {purpose} | {name} | {licence(distribution(name).metadata)} |")
            told.add(name)
    return "\n".join(lines) + "\n"


def purposes() -> dict[str, list[str]]:
    """What is asked for directly, for the program and for each extra that users install."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras: dict[str, list[str]] = project["optional-dependencies"]
    used = {f"`[{name}]`": wanted for name, wanted in extras.items() if name not in ("dev", "docs")}
    return {"factlint": project["dependencies"], **used}


def closure(wanted: Iterable[str]) -> set[str]:
    """The names of what is asked for here, with all that it asks for in turn, as far as it is installed."""
    found: set[str] = set()
    todo = list(wanted)
    while todo:
        needed = Requirement(todo.pop())
        name = canonicalize_name(needed.name)
        if name in found or (needed.marker and not needed.marker.evaluate({"extra": ""})):
            continue
        try:
            todo += distribution(name).requires or ()
        except PackageNotFoundError:
            continue
        found.add(name)
    return found


def licence(metadata: PackageMetadata) -> str:
    """The licence of a package as SPDX writes it."""
    known = {key: value for key, value in metadata.items() if key != "Classifier"}
    named = known.get("License-Expression") or known.get("License") or ""
    if not named or len(named) > 60:
        classifiers = (value for key, value in metadata.items() if key == "Classifier")
        texts = [each.rpartition(" :: ")[2] for each in classifiers if each.startswith("License")]
        named = re.sub(r" \(.*\)", "", texts[0]) if texts else "unknown"
    return _WORDINGS.get(named, named)


if __name__ == "__main__":
    main()
