"""What compares the packaged data with CLDR, which changes from one version of babel to the next."""

from __future__ import annotations

import importlib.util
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "scripts"


def pins() -> list[Requirement]:
    """What the README's command installs for the tests."""
    lines = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if not line.startswith("#")]


def script(name: str) -> ModuleType:
    """A script that builds data."""
    spec = importlib.util.spec_from_file_location(name, SCRIPTS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


BABEL = version("babel")
same_cldr = pytest.mark.xfail(
    not any(pin.name == "babel" and BABEL in pin.specifier for pin in pins()),
    reason=f"babel {BABEL} is not the pinned one, whose CLDR the data is made of",
    strict=False,
)
"""For tests that hold with the pinned babel. With another they are run, and what they find is no failure."""
