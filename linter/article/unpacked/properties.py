"""What documents of word processors say of themselves beside their text."""

from __future__ import annotations

from collections.abc import Mapping

from linter.article.aliases import KEYS


class Properties:
    """Takes the events of a part with properties, and keeps those that are metadata of an article.

    ``names`` has elements and what they are as metadata; ``own`` is the element of those that a desk has
    added, and ``key`` its attribute that says how they are called.
    """

    def __init__(self, names: Mapping[str, str], own: str, key: str) -> None:
        self.found: list[tuple[str, str]] = []
        """Names and values."""
        self._names = names
        self._own = own
        self._key = key
        self._element = ""
        self._name = ""
        self._value: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A property begins, or what its value stands in."""
        called = attributes.get(self._key, "") if name == self._own else ""
        known = self._names.get(name) or (called if called.casefold() in KEYS else "")
        if known:
            self._element, self._name, self._value = name, known, []

    def end(self, name: str) -> None:
        """A property has its value."""
        if self._name and name == self._element:
            self.found.append((self._name, "".join(self._value)))
            self._name = ""

    def text(self, text: str) -> None:
        """A part of a value, or of what is not read."""
        if self._name:
            self._value.append(text)
