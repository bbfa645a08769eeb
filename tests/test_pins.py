"""The versions that are tested with are pinned, all of them, and within what the package allows."""

from __future__ import annotations

import tomllib
from importlib.metadata import distribution, version

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.cldr import ROOT, pins

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
WANTED = [Requirement(line) for line in (*PROJECT["dependencies"], *EXTRAS["nlp"], *EXTRAS["dev"])]
PINS = {canonicalize_name(pin.name): pin for pin in pins()}


@pytest.mark.parametrize("wanted", WANTED, ids=lambda wanted: wanted.name)
def test_what_is_asked_for_is_pinned(wanted: Requirement) -> None:
    (pin,) = PINS[canonicalize_name(wanted.name)].specifier
    assert pin.operator == "=="
    assert pin.version in wanted.specifier


@pytest.mark.parametrize("wanted", WANTED, ids=lambda wanted: wanted.name)
def test_so_is_what_that_brings_along(wanted: Requirement) -> None:
    if version(wanted.name) not in PINS[canonicalize_name(wanted.name)].specifier:
        return  # another version than the pinned one, with needs of its own
    for line in distribution(wanted.name).requires or ():
        needed = Requirement(line)
        if needed.marker is None or needed.marker.evaluate({"extra": ""}):
            assert canonicalize_name(needed.name) in PINS, "run python scripts/renew_pins.py"
