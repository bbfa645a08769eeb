"""The licences of what is installed with factlint are listed, and go with its own."""

from __future__ import annotations

import re

from scripts.build_licences import TARGET, closure, purposes

LISTED = dict(
    re.findall(r"^\| [^|]+ \| ([^|]+) \| ([^|]+) \|$", TARGET.read_text(encoding="utf-8"), re.MULTILINE)
)
MAY_STAND_BESIDE_MIT = {
    *("MIT", "ISC", "0BSD", "Zlib", "CC0-1.0", "PSF-2.0", "CNRI-Python", "Apache-2.0"),
    *("BSD-2-Clause", "BSD-3-Clause", "LGPL-2.1-or-later", "MPL-2.0"),
}


def test_all_that_is_needed_is_listed() -> None:
    needed = set().union(*map(closure, purposes().values()))
    assert needed - LISTED.keys() == set(), "run python scripts/build_licences.py"


def test_each_goes_with_the_licence_of_the_program() -> None:
    for package, licence in LISTED.items():
        if package != "package" and not set(licence) <= {"-"}:
            names = set(re.findall(r"[\w.-]+", licence)) - {"AND", "OR"}
            assert names <= MAY_STAND_BESIDE_MIT, (package, licence)
