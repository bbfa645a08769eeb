"""The keys of a rule file of Vale, read by the types that they have to have."""

from __future__ import annotations

from linter.decode import Problem
from linter.typed import Any
from linter.vale.files import BadRule, Definition, place_of


class Reading:
    """The typed values of a definition; ``BadRule`` for those of another type."""

    def __init__(self, definition: Definition, path: str) -> None:
        self.data = {key.lower(): value for key, value in definition.items()}
        self.path = path

    def bad(self, message: str, key: str = "") -> BadRule:
        place = place_of(key, self.path) if key and self.path else (1, 1)
        return BadRule(Problem(self.path, *place, message))

    def text(self, key: str, default: str = "") -> str:
        value = self.data.get(key)
        if isinstance(value, list | dict):
            raise self.bad(f"{key}: expected text", key)
        return default if value is None else value

    def flag(self, key: str, default: bool = False) -> bool:
        value = self.text(key).lower()
        return value in ("true", "yes", "on", "1") if value else default

    def number(self, key: str, kind: type[Any], default: Any = 0) -> Any:
        try:
            return kind(self.text(key) or default)
        except ValueError:
            raise self.bad(f"{key}: expected a number, found '{self.text(key)}'", key) from None

    def texts(self, key: str) -> list[str]:
        value = self.data.get(key)
        if value is None:
            return []
        items = value if isinstance(value, list) else [value]
        if any(isinstance(item, list | dict) for item in items):
            raise self.bad(f"{key}: expected a list of texts", key)
        return [item for item in items if isinstance(item, str)]

    def mapping(self, key: str) -> dict[str, str]:
        """A mapping of texts; a list of mappings counts as one."""
        value = self.data.get(key) or {}
        parts = value if isinstance(value, list) else [value]
        merged: dict[str, str] = {}
        for part in parts:
            if not isinstance(part, dict) or any(isinstance(each, list | dict) for each in part.values()):
                raise self.bad(f"{key}: expected a mapping of texts", key)
            merged.update(
                (name, each or "") for name, each in part.items() if not isinstance(each, list | dict)
            )
        return merged
