"""Finds and reads the configuration of each file.

It is looked for from the linted file upwards, so that a file is judged alike from
wherever the linter is started.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from linter.decode import Problem, Reader
from linter.engine.config import NAMES, PYPROJECT, Config, Project, reject_files_outside
from linter.files import read_text
from linter.matching import re
from linter.matching.regexes import lazy
from linter.messages import message
from linter.nodes import Node, node_of
from linter.quoting import reason

_TABLE = lazy(r"^\[+tool\.factlint\b", re.MULTILINE)


class ConfigError(Exception):
    """The configuration cannot be used; each problem has its place."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def broken(path: str, error: Exception) -> ConfigError:
    """The error for a configuration that a reader of it stumbles over."""
    from linter.faults import fault

    return ConfigError([Problem(path, 0, 0, message("cannot be used: {why}", why=fault(error)))])


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
