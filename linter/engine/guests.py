"""Rules in the formats of other tools: what the engine asks of such a guest, and the one table of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from linter.engine.config import Config, Project
from linter.finding import Finding, Severity
from linter.rules.rulebook import RuleBook
from linter.typed import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from linter.engine.cache.store import Store

GUESTS: dict[str, str] = {"vale": "linter.vale.styles:Styles"}
"""Key of the configuration that names the files of a guest -> its module and class."""

Sections = tuple[tuple[int, ...], ...]
"""Which sections of each configuration file of a guest mean one article, by number."""
Filter = Callable[[list[Finding], str], list[Finding]]
"""Takes findings away that comments in the source silence: findings and source in, the remaining ones out."""


class GuestSettings:
    """What the configuration files of guests say about one article: rules on and off, and how they run."""

    def __init__(self) -> None:
        self.on: list[str] = []
        self.off: list[str] = []
        self.severity: dict[str, Severity] = {}
        self.params: dict[str, dict[str, Any]] = {}


class Guest(Protocol):
    """Reads the rules of another tool as rules of ours."""

    def __init__(self, store: Store | None) -> None: ...

    def books(self, project: Project) -> Iterable[RuleBook]:
        """All rules that the project's files of this guest hold."""

    def sections_of(self, project: Project, path: str) -> Sections:
        """Which sections of those files mean an article."""

    def settings(self, project: Project, sections: Sections, settings: GuestSettings) -> None:
        """Add what these sections say."""

    def notices(self) -> Iterator[str]:
        """What the files read so far ask for and does not run, a line each."""

    def without_silenced(self, findings: list[Finding], source: str) -> list[Finding]:
        """The findings but those that the guest's own comments in the source silence."""


class Guests:
    """The guests that projects name, each imported when the first project does."""

    def __init__(self, store: Store | None = None) -> None:
        self._store = store
        self._known: dict[str, Guest] = {}

    def of(self, project: Project) -> list[Guest]:
        """The guests of one project, in the order of the table."""
        return [self._guest(key) for key in GUESTS if getattr(project.config, key)]

    def _guest(self, key: str) -> Guest:
        if key not in self._known:
            module, _, name = GUESTS[key].partition(":")
            self._known[key] = getattr(import_module(module), name)(self._store)
        return self._known[key]

    def sections_of(self, project: Project, path: str) -> tuple[Sections, ...]:
        """The sections that mean an article, for each guest of its project."""
        return tuple(guest.sections_of(project, path) for guest in self.of(project))

    def settings(self, project: Project, sections: Iterable[Sections]) -> GuestSettings:
        """What these sections say, for each guest of the project."""
        settings = GuestSettings()
        for guest, numbers in zip(self.of(project), sections, strict=True):
            guest.settings(project, numbers, settings)
        return settings

    def filters(self, project: Project) -> tuple[Filter, ...]:
        """What takes silenced findings out of the reports of a project."""
        return tuple(guest.without_silenced for guest in self.of(project))

    def notices(self) -> Iterator[str]:
        """What all guests asked for and does not run."""
        for guest in self._known.values():
            yield from guest.notices()


def has_guests(config: Config) -> bool:
    """Whether a configuration names rules of another tool."""
    return any(getattr(config, key) for key in GUESTS)
