"""What a target is, and how its inputs are made, tried and told."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from random import Random
from typing import NamedTuple
from unittest import mock

from fuzz.mutations import mutated, smaller


class Broken(AssertionError):
    """A property that does not hold for an input; the message says which."""


class Target(NamedTuple):
    """One kind of input: texts to begin with, and what must hold for any text."""

    seeds: Sequence[str]
    check: Callable[[str], None]
    """Raises ``Broken``, or whatever else should not have been raised."""


class Failure(NamedTuple):
    """An input for which something does not hold, and what that is."""

    number: int
    text: str
    what: str


def require(holds: bool, what: object) -> None:
    """``Broken`` unless it holds."""
    if not holds:
        raise Broken(what)


@contextmanager
def no_fault() -> Iterator[None]:
    """``Broken`` if an error that nobody foresaw is raised in the block, even if it ends in a message."""
    found: list[str] = []

    def remember(error: BaseException) -> None:
        found.append("".join(traceback.format_exception(error)))

    with mock.patch("linter.faults.trace", remember):
        yield
    require(not found, "\n".join(found))


def first_failure(name: str, target: Target, numbers: range, seed: int) -> Failure | None:
    """The first of the numbered inputs that fails, made as small as it gets; nothing if all hold."""
    for number in numbers:
        text = mutated(Random(f"{seed} {name} {number}"), target.seeds)
        what = wrong(target, text)
        if what:
            kind = _kind(what)
            small = smaller(text, lambda shorter: _kind(wrong(target, shorter)) == kind)  # noqa: B023
            return Failure(number, small, wrong(target, small) or what)
    return None


def wrong(target: Target, text: str) -> str:
    """What does not hold for a text; empty if everything does."""
    try:
        target.check(text)
    except Broken as broken:
        return str(broken)
    except Exception:
        return traceback.format_exc()
    return ""


def _kind(what: str) -> str:
    """What failures of one kind share: the error and the line that raised it, or the property."""
    lines = what.strip().split("\n")
    places = [line for line in lines if line.startswith("  File ")]
    error = lines[-1].partition(":")[0]
    return f"{places[-1]} {error}" if places else error
