"""Puts the code of the modules into one file of the wheel, for the Python that builds it.

That Python will use it where pip builds the wheel: from a clone, as pre-commit does, or from the address of
a repository. ``linter/finders.py`` reads the file; other Pythons leave it alone, and a release is built
without it (``HATCH_BUILD_NO_HOOKS``).
"""

from __future__ import annotations

import ast
import marshal
import os
from collections.abc import Iterable, Iterator
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LEFT_OUT = ("corpus", "lsp", "serve")
"""Rooms that a run over articles does not enter."""
FIRST = "linter.cli.main"
"""It and what it imports answer where nothing has changed, and have no need of the rest."""
USUAL = (
    *("linter.cli.check", "linter.cli.output", "linter.reporters.concise", "linter.reporters.rule_info"),
    *("linter.engine.document", "linter.engine.interrupt", "linter.engine.lint", "linter.engine.sources"),
    *("linter.engine.versions", "linter.article.read", "linter.article.markdown"),
    *("linter.analyses.searchable", "linter.topics.residue.pattern", "linter.topics.numbers.totals.periods"),
    *("linter.topics.dates.past_deadline", "linter.topics.dates.relative_date"),
    *("linter.topics.dates.titles.title_date", "linter.topics.names.headlines.exchanged_name"),
    *("linter.topics.names.headlines.half_pairs", "linter.topics.names.codes.version_mismatch"),
    *("linter.topics.numbers.figures.checksum", "linter.topics.numbers.figures.research_numbers"),
    "linter.topics.numbers.totals.sum_mismatch",
    *(
        f"linter.topics.{topic}.present"
        for topic in ("data", "dates", "language", "names", "residue", "structure")
    ),
    *(f"linter.languages.{part}" for part in ("dates", "facts", "foreign", "names", "numbers", "numerals")),
    *(f"linter.languages.{part}" for part in ("residue", "structure", "tables", "units")),
)
"""With what they import, and with checks that nothing keeps away, nearly all that an article takes."""
_RARE = ("data", "science", "sources", "translations")
"""Topics whose checks wait for something that few articles have."""
_WAITING = ("triggers", "signs")
"""What a check defines that is not imported by every article."""


class Hook(BuildHookInterface[Any]):
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name == "wheel" and version != "editable":
            self._file.write_bytes(bundle(Path(self.root, "linter")))
            build_data["force_include"][str(self._file)] = "linter/modules.bin"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        self._file.unlink(missing_ok=True)

    @property
    def _file(self) -> Path:
        return Path(self.directory, "modules.bin")


class Source:
    """A module that goes into the bundle."""

    def __init__(self, path: Path, package: Path) -> None:
        self.text = path.read_bytes()
        self.tree = ast.parse(self.text)
        self.place = os.sep + str(path.relative_to(package))
        self.is_package = path.stem == "__init__"

    def code(self) -> CodeType:
        made: CodeType = compile(self.text, self.place, "exec", dont_inherit=True, optimize=0)
        return made

    def needs(self, name: str, among: Iterable[str]) -> tuple[str, ...]:
        """The modules that it imports whenever it is imported."""
        return tuple(
            dict.fromkeys(each for each in _imported(self.tree.body) if each in among and each != name)
        )

    def waits(self) -> bool:
        """Whether it has a check that is imported only by articles with something for it."""
        within = (each for kind in self.tree.body if isinstance(kind, ast.ClassDef) for each in kind.body)
        return any(_name_of(each) in _WAITING for each in within)

    def keys(self, table: str) -> dict[str, Any]:
        """The keys of a table of texts in it, with their values where these are texts too."""
        value = next(each.value for each in self.tree.body if _name_of(each) == table)  # type: ignore[attr-defined]
        return {
            key.value: getattr(item, "value", "") for key, item in zip(value.keys, value.values, strict=True)
        }


def bundle(package: Path) -> bytes:
    """The head, the index, and the code of the modules; ``linter/finders.py`` says what is in them."""
    sources = dict(_sources(package))
    needs = {name: source.needs(name, sources) for name, source in sources.items()}
    together = sorted(_closure(_usual(sources), needs) - _closure([FIRST], needs))
    codes = bytearray(marshal.dumps({name: sources[name].code() for name in together}))
    pack = (0, len(codes))
    index: dict[str, tuple[int, int, str, int, bool]] = {}
    for name, source in sources.items():
        start, length = pack
        if name not in together:
            code = marshal.dumps(source.code())
            start, length = len(codes), len(code)
            codes += code
        index[name] = (start, length, source.place, len(source.text), source.is_package)
    table = marshal.dumps(index)
    sizes = (len(table), 12 + len(table) + len(codes))
    return MAGIC_NUMBER + b"".join(size.to_bytes(4, "little") for size in sizes) + table + codes


def _sources(package: Path) -> Iterator[tuple[str, Source]]:
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        if parts[1] not in LEFT_OUT and parts[-1] != "__main__":
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), Source(path, package)


def _usual(sources: dict[str, Source]) -> list[str]:
    seldom = sources["linter.engine.needs"].keys("NEEDS")
    checks = sources["linter.topics"].keys("CHECKS")
    modules = (place.partition(":")[0] for check, place in checks.items() if check not in seldom)
    wanted = [name for name in modules if name.split(".")[2] not in _RARE and not sources[name].waits()]
    return [*USUAL, *wanted]


def _closure(names: Iterable[str], needs: dict[str, tuple[str, ...]]) -> set[str]:
    """Modules with all that they import."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += (*needs[name], *filter(None, [name.rpartition(".")[0]]))
    return found


def _imported(body: Iterable[ast.stmt]) -> Iterator[str]:
    """What statements import where nothing keeps them from it, with what may be a module of a package."""
    for each in body:
        if isinstance(each, ast.Import):
            yield from (alias.name for alias in each.names)
        elif isinstance(each, ast.ImportFrom):
            yield str(each.module)
            yield from (f"{each.module}.{alias.name}" for alias in each.names)


def _name_of(each: ast.stmt) -> str:
    """The name that a statement defines."""
    if isinstance(each, ast.Assign):
        return getattr(each.targets[0], "id", "")
    if isinstance(each, ast.AnnAssign):
        return getattr(each.target, "id", "")
    return getattr(each, "name", "")
