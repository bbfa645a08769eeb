"""Which languages a check speaks: those whose files have what it needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from linter.languages import Speech, compiled, speech, value_at


def missing(known: Speech, needs: Iterable[str]) -> Iterator[str]:
    """The paths among ``needs`` (``numbers.total``) at which a language has nothing.

    Of paths with a bar between them (``numbers.change.to|numbers.change.to-behind``) one is enough.
    """
    return (path for path in needs if not any(_has(known, one) for one in path.split("|")))


def _has(known: Speech, path: str) -> bool:
    """Whether a language has something at a path. What its file states is asked, for all languages are."""
    stated = known.data
    for name in path.split("."):
        stated = stated.get(name.rstrip("_").replace("_", "-"), {})
    return bool(stated) or _always(path)


@cache
def _always(path: str) -> bool:
    """Whether there is something at a path where no file states it."""
    return bool(value_at(speech(""), path))


def speaking(needs: tuple[str, ...]) -> tuple[str, ...]:
    """The codes of the languages that have everything; ``("all",)`` for a check that needs nothing."""
    if not needs:
        return ("all",)
    return tuple(code for code in compiled() if not any(missing(speech(code), needs)))
