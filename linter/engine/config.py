"""The configuration of a project: ``.factlint.yaml`` or ``[tool.factlint]`` in ``pyproject.toml``.

It is looked for from the linted file upwards, so that a file is judged alike from
wherever the linter is started. Paths and globs in it are relative to its folder.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import lru_cache

from linter.decode import Natural, Problem, Reader, quoted, reason
from linter.engine.globs import Globs
from linter.files import Refused, project_root, read_text, reject_outside
from linter.finding import Severity
from linter.matching import re
from linter.matching.budget import FILE_SECONDS
from linter.matching.regexes import lazy
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.nodes import Node, node_of
from linter.rules.model import Profile
from linter.typed import Literal

NAMES = (".factlint.yaml", ".factlint.yml")
PYPROJECT = "pyproject.toml"
CONFIGS = (*NAMES, PYPROJECT)
"""The files that may hold a configuration."""
_TABLE = lazy(r"^\[+tool\.factlint\b", re.MULTILINE)
_FILES = frozenset({"baseline", "facts", "rules", "vale"})
"""The settings that name files and folders."""
Level = Literal["off", "info", "warning", "error"]


class ConfigError(Exception):
    """The configuration cannot be used; each problem has its place."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def broken(path: str, error: Exception) -> ConfigError:
    """The error for a configuration that a reader of it stumbles over."""
    from linter.faults import fault

    return ConfigError([Problem(path, 0, 0, message("cannot be used: {why}", why=fault(error)))])


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


class ConfigFinder:
    """Finds the configuration of each file, reading every configuration file once."""

    def __init__(self, explicit: str | None = None, isolated: bool = False) -> None:
        self._fixed = Project() if isolated else read_config(explicit) if explicit else None
        self._by_folder: dict[str, Project | ConfigError] = {}
        self._by_name: dict[str, Project] = {}

    def of(self, path: str) -> Project:
        """The configuration for a file or folder. ``ConfigError`` if it is broken."""
        if self._fixed is not None:
            return self._fixed
        absolute = os.path.abspath(path)
        return self._of_folder(absolute if os.path.isdir(absolute) else os.path.dirname(absolute))

    def of_file(self, path: str) -> Project:
        """The configuration for what is no folder: as :meth:`of`, without a look at the disk."""
        return self.of_folder(os.path.dirname(path))

    def of_folder(self, folder: str) -> Project:
        """The configuration for what stands in a folder, named in whatever way."""
        if self._fixed is not None:
            return self._fixed
        if folder not in self._by_name:
            self._by_name[folder] = self._of_folder(os.path.abspath(folder))
        return self._by_name[folder]

    def projects(self) -> list[Project]:
        """Every configuration that could be read so far."""
        found = [self._fixed, *self._by_folder.values()]
        return [each for each in found if isinstance(each, Project)]

    def folders(self) -> list[str]:
        """The folders, as absolute paths, in which configurations were looked for so far."""
        return list(self._by_folder)

    def excluded_in(self, folder: str) -> Callable[[str], bool] | None:
        """Which files of a folder its configuration excludes; nothing if it excludes none."""
        try:
            project = self.of_folder(folder)
        except ConfigError:  # a failure of the files that it is for, when they are linted
            return None
        return project.excludes if project.config.exclude else None

    def _of_folder(self, folder: str) -> Project:
        below: list[str] = []
        found = self._by_folder.get(folder)
        while found is None:
            below.append(folder)
            found = _settled_in(folder) or self._by_folder.get(os.path.dirname(folder))
            folder = os.path.dirname(folder)
        self._by_folder.update(dict.fromkeys(below, found))
        if isinstance(found, ConfigError):
            raise found
        return found


def _settled_in(folder: str) -> Project | ConfigError | None:
    """The configuration for a folder, if none above it matters: it has one, or is the top of all."""
    try:
        own = config_in(folder)
    except ConfigError as error:
        return error
    except Exception as error:  # must not lose the files of other folders
        return broken(folder, error)
    if own is not None:
        return own
    if os.path.exists(os.path.join(folder, ".git")):
        return Project(folder=folder)
    return Project() if os.path.dirname(folder) == folder else None


def config_in(folder: str) -> Project | None:
    """The configuration that stands in a folder, if one does."""
    for name in NAMES:
        path = os.path.join(folder, name)
        if os.path.lexists(path):  # a link that leads nowhere was meant to be one, and is told
            return read_config(path)
    path = os.path.join(folder, PYPROJECT)
    return _read_pyproject(path) if os.path.isfile(path) else None


def read_config(path: str) -> Project:
    """A configuration file. ``ConfigError`` with all its problems if it is broken."""
    if os.path.basename(path) == PYPROJECT:
        return _read_pyproject(path) or Project(path=os.path.abspath(path))
    source = _text(path)
    reader = Reader(path, source)
    node = reader.parse(source)
    config = reader.record(node, Config) if node is not None else None
    if node is not None:
        reject_files_outside(node, reader)
        config = _extended(config or Config(), node, reader)
    if reader.problems:
        raise ConfigError([*reader.problems, *_further_faults(node, path)])
    return Project(config or Config(), os.path.abspath(path))


def _further_faults(node: Node | None, path: str) -> list[Problem]:
    """What else is wrong, so that nobody mends one fault after the other."""
    from linter.engine.name_faults import further_faults

    return further_faults(node, path) if node is not None else []


def _read_pyproject(path: str) -> Project | None:
    source = _text(path)
    table = _TABLE.search(source)
    if table is None:
        return None
    import tomllib

    try:
        node = node_of(tomllib.loads(source)["tool"].get("factlint"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        told = message("not valid TOML: {error}", error=str(error))
        raise ConfigError([Problem(path, 0, 0, told)]) from None
    if node.value is None:  # a table of another name that begins like ours
        return None
    reader = Reader(path)
    config = reader.record(node, Config, "tool.factlint")
    reject_files_outside(node, reader)
    config = _extended(config or Config(), node, reader)
    if reader.problems:
        line = source.count("\n", 0, table.start()) + 1
        raise ConfigError(
            [
                problem._replace(line=line, column=1) if problem.path == path else problem
                for problem in reader.problems
            ]
        )
    return Project(config, os.path.abspath(path))


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


def _extended(config: Config, node: Node, reader: Reader) -> Config:
    """The configuration laid over what it extends, if anything."""
    if not config.extends:
        return config
    from linter.engine.shared import extended

    return extended(config, node, reader)


def _text(path: str) -> str:
    try:
        return read_text(path)
    except OSError as error:
        told = message("cannot be read: {why}", why=reason(error))
        raise ConfigError([Problem(path, 0, 0, told)]) from None
