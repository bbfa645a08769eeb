"""What an editor's settings say, beside the configuration of the project."""

from __future__ import annotations

from linter.decode import Natural, Reader
from linter.engine.policies import Choice
from linter.finding import Severity
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.nodes import Node, node_of
from linter.rules.model import Profile
from linter.typed import Literal

PLACE = "factlint"
"""What complaints about the settings begin with: the name of their section."""
_HUMP = lazy(r"(?<=[a-z])[A-Z]")


class Settings(NamedTuple):
    """The settings, as ``initializationOptions`` and as the section ``factlint`` of a workspace."""

    config: str = ""
    """A configuration for all files, in place of those that stand above them."""
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    profiles: tuple[Profile, ...] = ()
    min_severity: Severity | None = None
    time_limit: Natural | None = None
    messages: Literal["auto", "en", "fr", "de", "es", "it", "pt", "nl", "pl"] = "auto"
    """``auto`` is the language of the configuration, else that of the editor."""

    @property
    def choice(self) -> Choice:
        """What they say instead of the configuration."""
        return Choice(
            select=self.select,
            extend_select=self.extend_select,
            ignore=self.ignore,
            preview=self.preview,
            profiles=self.profiles,
            min_severity=self.min_severity,
            time_limit=self.time_limit,
        )


def settings_of(data: object) -> tuple[Settings, list[str]]:
    """The settings in what an editor sends, and what is wrong with it.

    Keys are those of the configuration, written ``minSeverity`` as editors do, or ``min-severity``.
    """
    if not isinstance(data, dict) or not data:
        return Settings(), []
    reader = Reader(PLACE)
    found = reader.record(_with_own_keys(node_of(data)), Settings)
    return found or Settings(), [problem.told for problem in reader.problems]


def _with_own_keys(node: Node) -> Node:
    """The mapping with its keys as a configuration has them; what is not set is left out."""
    pairs = [(_own_key(key), value) for key, value in node.items() if value.value not in (None, "")]
    return Node(pairs)


def _own_key(key: Node) -> Node:
    return Node(_HUMP.sub(lambda found: f"-{found.group().lower()}", key.value))
