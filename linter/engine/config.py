"""The configuration of a project: what ``.factlint.yaml`` or ``[tool.factlint]`` may say.

Paths and globs in it are relative to its folder.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache

from linter.decode import Natural, Reader
from linter.engine.globs import Globs
from linter.files import Refused, project_root, reject_outside
from linter.finding import Severity
from linter.matching.budget import FILE_SECONDS
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.nodes import Node
from linter.quoting import quoted, reason
from linter.rules.model import Profile
from linter.typed import Literal

NAMES = (".factlint.yaml", ".factlint.yml")
PYPROJECT = "pyproject.toml"
CONFIGS = (*NAMES, PYPROJECT)
"""The files that may hold a configuration."""
_FILES = frozenset({"baseline", "facts", "rules", "vale"})
"""The settings that name files and folders."""
Level = Literal["off", "info", "warning", "error"]


class Override(NamedTuple):
    """Other settings for some paths; lists add to the general ones, severities replace them."""

    paths: tuple[str, ...]
    """The files and folders that it is for, in the syntax of ``.gitignore``."""
    select: tuple[str, ...] = ()
    """Run these rules as well."""
    ignore: tuple[str, ...] = ()
    """Do not run these rules."""
    severity: Mapping[str, Level] = {}
    """Other severities, by rule, topic or glob."""
    params: Mapping[str, dict[str, object]] = {}
    """What single rules are told."""
    vocabulary: tuple[str, ...] = ()
    """Words and names that are right in these files."""
    profiles: tuple[Profile, ...] = ()
    """Run the rules of these profiles as well."""


class Translations(NamedTuple):
    """How the language versions of articles are found, beyond what paths tell."""

    original: str = ""
    """The language that articles are written in, as paths have it: ``en``."""
    keys: tuple[str, ...] = ()
    """Metadata that the versions of an article share, such as ``story-id``."""


class Config(NamedTuple):
    """All settings, with their defaults."""

    extends: tuple[str, ...] = ()
    """Shared rules and settings: folders (``./house``) and installed packages (``gazette``)."""
    select: tuple[str, ...] = ()
    """Run only these rules: ids, topics, globs over ids, or ``all``."""
    extend_select: tuple[str, ...] = ()
    """Run these rules as well."""
    ignore: tuple[str, ...] = ()
    """Do not run these rules."""
    preview: bool = False
    """Run the rules as well that are not yet proven on real articles."""
    profiles: tuple[Profile, ...] = ()
    """Run the rules as well that are for some kinds of text: ``science`` for papers, ``data`` for tables."""
    severity: Mapping[str, Level] = {}
    """Other severities, by rule, topic or glob; ``off`` turns a rule off, any other turns it on."""
    params: Mapping[str, dict[str, object]] = {}
    """What single rules are told, by their ids: ``factlint explain RULE`` lists it."""
    fail_on: Literal["error", "warning", "info", "never"] = "warning"
    """The severity from which on the exit code is 1."""
    min_severity: Severity = Severity.INFO
    """Findings below it are left out."""
    baseline: str = ""
    """A file of known findings, which are left out; ``factlint check --write-baseline FILE`` writes it."""
    exclude: tuple[str, ...] = ()
    """Files and folders that are not linted, in the syntax of ``.gitignore``."""
    rules: tuple[str, ...] = ()
    """Folders with rules of your own."""
    vale: tuple[str, ...] = ()
    """Folders of Vale styles, and ``.vale.ini`` files."""
    vocabulary: tuple[str, ...] = ()
    """Words and names that you know to be right."""
    facts: tuple[str, ...] = ()
    """Files and folders of the story bible."""
    metadata: Mapping[str, tuple[str, ...]] = {}
    """Names of your own for title, subtitle, description, date, author, lang, tags and others."""
    translations: Translations = Translations()
    """How the language versions of an article are found."""
    time_limit: Natural = FILE_SECONDS
    """Seconds of processor time for a file, and as many again for each million characters; 0 for any."""
    messages: Literal["auto", "en", "fr", "de", "es", "it", "pt", "nl", "pl"] = "auto"
    """The language that findings and errors are told in; ``auto`` is that of the reader."""
    overrides: tuple[Override, ...] = ()
    """Other settings for some paths."""


class Project(NamedTuple):
    """A configuration and the file it was read from (empty for the defaults)."""

    config: Config = Config()
    path: str = ""
    folder: str = ""
    """The top of the repository, where there is no configuration."""

    @property
    def root(self) -> str:
        """The folder that paths and globs are relative to."""
        return os.path.dirname(self.path) if self.path else self.folder or os.getcwd()

    def excludes(self, path: str) -> bool:
        """Whether an ``exclude`` pattern means this file."""
        return _mean(self.config.exclude, path, self.root)

    def overrides_of(self, path: str) -> tuple[int, ...]:
        """Which of the overrides mean this file, by number."""
        if not self.config.overrides:
            return ()
        root = self.root
        return tuple(i for i, each in enumerate(self.config.overrides) if _mean(each.paths, path, root))


def _mean(patterns: tuple[str, ...], path: str, root: str) -> bool:
    folder, name = os.path.split(os.path.abspath(path))
    return _globs(patterns).leave_out(_steps(folder, root) + name)


@lru_cache(maxsize=256)
def _globs(patterns: tuple[str, ...]) -> Globs:
    return Globs(patterns)


@lru_cache(maxsize=4096)
def _steps(folder: str, root: str) -> str:
    """What leads from one folder to another, with a slash at its end."""
    steps = os.path.relpath(folder, root).replace(os.sep, "/")
    return "" if steps == "." else f"{steps}/"


def merged(config: Config, override: Override) -> Config:
    """The configuration with an override laid over it."""
    return config._replace(
        extend_select=config.extend_select + override.select,
        ignore=config.ignore + override.ignore,
        severity={**config.severity, **override.severity},
        params={**config.params, **override.params},
        vocabulary=config.vocabulary + override.vocabulary,
        profiles=config.profiles + override.profiles,
    )


def reject_files_outside(node: Node, reader: Reader) -> None:
    """Complain of settings that name something outside of the project."""
    folder = os.path.dirname(os.path.abspath(reader.path))
    for key, value in node.items():
        for each in (value.value if value.is_sequence else [value]) if key.value in _FILES else ():
            try:
                if isinstance(each.value, str):
                    named_path(each.value, folder)
            except OSError as error:
                reader.complain(each, f"{key.value}: {quoted(each.value)}: {reason(error)}")


def named_path(name: str, folder: str) -> str:
    """What a configuration in a folder names. ``Refused`` if it is an address, or outside of the project."""
    if "://" in name:
        raise Refused(message("an address: nothing is fetched; install a package, and name it in 'extends'"))
    path = os.path.join(folder, name)
    reject_outside(path, project_root(folder, folder))
    return path
