"""Which languages a check speaks: those whose files have what it needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.languages import Speech, compiled, speech, value_at


def missing(known: Speech, needs: Iterable[str]) -> Iterator[str]:
    """The paths among ``needs`` (``numbers.total``) at which a language has nothing."""
    return (path for path in needs if not value_at(known, path))


def speaking(needs: tuple[str, ...]) -> tuple[str, ...]:
    """The codes of the languages that have everything; ``("all",)`` for a check that needs nothing."""
    if not needs:
        return ("all",)
    return tuple(code for code in compiled() if not any(missing(speech(code), needs)))
