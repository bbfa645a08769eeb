#!/usr/bin/env python3
"""Gather the messages, bring the catalogues up to date, and write what is loaded of them.

    python scripts/compile_messages.py            # all three
    python scripts/compile_messages.py --missing  # what is still to be translated

``linter/locales/factlint.pot`` has every message of the code and of the rules. Their translations are in
``linter/locales/fr/LC_MESSAGES/factlint.po`` and its neighbours, which Weblate and Poedit read. What is
loaded is ``linter/data/messages/fr.json``. A message that has changed is missing in all of them until
somebody has looked at it: no old translation is guessed to fit.
"""

from __future__ import annotations

import json
import sys
from copy import deepcopy
from gettext import c2py  # type: ignore[attr-defined]  # what gettext itself reads plural forms with
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

# started by its name, a script finds only what stands beside it
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from linter.messages.reader import LANGUAGES
from scripts.extract_messages import extract_names, extract_python, extract_rule

TOP = Path(__file__).resolve().parent.parent
LOCALES = TOP / "linter" / "locales"
TEMPLATE = LOCALES / "factlint.pot"
TARGET = TOP / "linter" / "data" / "messages"
CYCLE = 100
"""As in ``linter/messages/catalogue.py``."""
METHODS = (
    ("linter", ".py", extract_python),
    ("linter/data", "language_tags.json", extract_names),
    ("rules", ".yaml", extract_rule),
)


def main(arguments: list[str]) -> int:
    template = gathered()
    if "--missing" in arguments:
        left = [line for code in LANGUAGES[1:] for line in missing(code, template)]
        print("\n".join(left) or "nothing is missing")
        return 1 if left else 0
    write(TEMPLATE, template)
    TARGET.mkdir(exist_ok=True)
    for code in LANGUAGES[1:]:
        catalogue = updated(code, template)
        write(source(code), catalogue)
        (TARGET / f"{code}.json").write_text(rendered(catalogue), encoding="utf-8", newline="\n")
    return 0


def source(code: str) -> Path:
    """Where the catalogue of a language is."""
    return LOCALES / code / "LC_MESSAGES" / "factlint.po"


def gathered() -> Catalog:
    """All messages by the folders in which they stand; what moves within one changes nothing."""
    found = [
        (path.parent.relative_to(TOP).as_posix(), text, comments)
        for folder, suffix, method in METHODS
        for path in (TOP / folder).rglob(f"*{suffix}")
        for _, text, comments, _ in extract_from_file(method, path)
    ]
    template = new()
    for folder, text, comments in sorted(found, key=lambda each: (each[0], _first(each[1]))):
        template.add(text, locations=[(folder, None)], auto_comments=comments)
    return template


def new(code: str | None = None) -> Catalog:
    """An empty catalogue."""
    nobody = "factlint <>"
    return Catalog(
        locale=code,
        domain="factlint",
        project="factlint",
        version="1",
        msgid_bugs_address="",
        last_translator=nobody,
        language_team=nobody,
        fuzzy=False,
    )


def read(code: str) -> Catalog:
    """The catalogue of a language as it stands; an empty one if there is none."""
    path = source(code)
    if not path.exists():
        return new(code)
    with path.open("rb") as file:
        return read_po(file, locale=code, domain="factlint")


def updated(code: str, template: Catalog) -> Catalog:
    """The catalogue with the messages of the template: new ones are empty, and old ones go."""
    catalogue = read(code)
    catalogue.update(deepcopy(template), no_fuzzy_matching=True, keep_user_comments=True)
    catalogue.obsolete.clear()
    return catalogue


def missing(code: str, template: Catalog) -> list[str]:
    """The messages that have no translation."""
    catalogue = read(code)
    path = source(code).relative_to(TOP)
    return [
        f"{path}: {_first(each.id)}" for each in template if each.id and not is_told(catalogue.get(each.id))
    ]


def is_told(entry: Message | None) -> bool:
    """Whether a message is translated, in all its forms."""
    if entry is None or entry.fuzzy:
        return False
    return all(entry.string) if isinstance(entry.string, tuple) else bool(entry.string)


def _first(id: str | tuple[str, ...]) -> str:
    return id if isinstance(id, str) else id[0]


def po(catalogue: Catalog) -> bytes:
    """The text of a catalogue, without the time at which it was written."""
    out = BytesIO()
    write_po(out, catalogue, width=0, include_lineno=False)
    dated = (
        b'"POT-Creation-Date',
        b'"PO-Revision-Date',
        b'"Generated-By',
        b"# Copyright",
        b"# This file",
        b"# FIRST",
    )
    return b"".join(line for line in out.getvalue().splitlines(True) if not line.startswith(dated))


def write(path: Path, catalogue: Catalog) -> None:
    """Write a catalogue."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(po(catalogue))


def rendered(catalogue: Catalog) -> str:
    """What is loaded: the texts, and which form a number takes below a hundred and by its last two digits."""
    form = c2py(catalogue.plural_expr)
    plurals = "".join(str(form(number)) for number in range(2 * CYCLE))
    texts = {
        _first(each.id): list(each.string) if isinstance(each.string, tuple) else each.string
        for each in catalogue
        if each.id and is_told(each)
    }
    data = {"plurals": plurals, "texts": dict(sorted(texts.items()))}
    return json.dumps(data, ensure_ascii=False, indent=0, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
