"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from linter import regexes
from linter.regexes import lazy


def test_it_answers_as_the_compiled_pattern_does() -> None:
    text, said = "Le lundi 4 mars, le mardi 5", r"(?P<day>lundi|MARDI) (\d)"
    own, other = lazy(said, re.IGNORECASE), re.compile(said, re.IGNORECASE)
    assert own.pattern == other.pattern
    assert [each.groups() for each in own.finditer(text)] == [each.groups() for each in other.finditer(text)]
    assert own.search(text, 10) is not None
    assert own.sub("x", text) == other.sub("x", text)
    assert (own.flags, own.groups, dict(own.groupindex)) == (other.flags, 2, {"day": 1})


def test_nothing_is_compiled_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = []
    monkeypatch.setattr(regexes.re, "compile", lambda *said: compiled.append(said))
    assert lazy("[a-", re.MULTILINE).pattern == "[a-"
    assert compiled == []


def test_a_broken_pattern_says_so_when_it_is_used() -> None:
    broken = lazy("[a-")
    with pytest.raises(re.error):
        broken.search("a")


def test_it_has_no_attributes_of_its_own() -> None:
    with pytest.raises(AttributeError):
        _ = lazy("a").nothing  # type: ignore[attr-defined]
