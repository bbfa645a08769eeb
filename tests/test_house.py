"""What a reader of the whole house would find: twins, what nobody uses, caches without an end."""

from __future__ import annotations

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import linter

PACKAGE = Path(linter.__file__).parent
ROOT = PACKAGE.parent
USERS = ("linter", "factlint", "scripts", "benchmarks", "fuzz")
"""Where names are used; what tests alone use is used by nobody."""
LONG = 400
"""So many letters of a tree that stand twice are one function."""
STATEMENTS = 3
"""In so many statements the names of variables do not matter."""
FEW = frozenset({"code", "lang", "language", "spoken", "path", "pattern", "record"})
"""Parameters with few values: codes of languages, keys of their files, what patterns are made of."""
CLOSED = {
    ("decode.py", "_hint"): "a field of a record",
    ("engine/needs.py", "_topic"): "a topic",
    ("topics/dates/decade.py", "_is_of"): "a pattern",
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def trees() -> dict[str, ast.Module]:
    return {
        path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def functions() -> Iterator[tuple[str, Function]]:
    for path, tree in trees().items():
        yield from ((path, node) for node in ast.walk(tree) if isinstance(node, Function))


def test_no_function_stands_twice() -> None:
    places = defaultdict[object, list[str]](list)
    for path, function in functions():
        body = function.body[1:] if ast.get_docstring(function, clean=False) else function.body
        written = "\n".join(map(ast.dump, body))
        if len(written) >= LONG:
            places[written].append(f"{path}:{function.lineno}")
            if sum(isinstance(node, ast.stmt) for each in body for node in ast.walk(each)) >= STATEMENTS:
                places["any names", _without_names(function, written)].append(f"{path}:{function.lineno}")
    assert [found for found in places.values() if len(found) > 1] == []


def _without_names(function: Function, written: str) -> str:
    """A body with numbers in the place of the names of its parameters and variables."""
    nodes = (node for node in ast.walk(function) if isinstance(node, ast.Name))
    stored = [node.id for node in nodes if isinstance(node.ctx, ast.Store)]
    names = dict.fromkeys([*(each.arg for each in _parameters(function)), *stored])
    numbers = {name: str(number) for number, name in enumerate(names)}
    return re.sub(r"(?<=Name\(id=')\w+", lambda found: numbers.get(found[0], found[0]), written)


def _parameters(function: Function) -> list[ast.arg]:
    return [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]


def test_somebody_uses_it() -> None:
    files = [ROOT / "pyproject.toml", *chain(*((ROOT / user).rglob("*.py") for user in USERS))]
    words = Counter(word for file in files for word in re.findall(r"\w+", file.read_text(encoding="utf-8")))
    defined = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    own = [(path, node) for path, tree in trees().items() for node in tree.body if isinstance(node, defined)]
    assert [f"{path}: {node.name}" for path, node in own if words[node.name] == 1] == []


def test_what_is_kept_for_ever_is_little() -> None:
    """A cache without a size that is asked with words of texts grows with each article."""
    asked = {
        (path, function.name)
        for path, function in functions()
        if any(map(_is_endless, function.decorator_list))
        for each in _parameters(function)
        if each.annotation and ast.unparse(each.annotation) == "str" and each.arg not in FEW
    }
    assert asked == CLOSED.keys()


def _is_endless(decorator: ast.expr) -> bool:
    text = ast.unparse(decorator)
    return text.removeprefix("functools.") == "cache" or "maxsize=None" in text


def test_records_are_read_by_name() -> None:
    """A field that is put between two others moves what a slice takes."""
    records = frozenset(
        (path, node.name)
        for path, tree in trees().items()
        for node in tree.body
        if isinstance(node, ast.ClassDef) and "NamedTuple" in map(ast.unparse, node.bases)
    )
    sliced = [
        f"{path}:{node.lineno}"
        for path, function in functions()
        for held in [_held(function, _records_of(path, records))]
        for node in (ast.walk(function) if held else ())
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice)
        if isinstance(node.value, ast.Name) and node.value.id in held
    ]
    assert sliced == []


def _held(function: Function, records: frozenset[str]) -> set[str]:
    """The parameters of a function that are records."""
    typed = ((each.arg, each.annotation) for each in _parameters(function) if each.annotation)
    return {name for name, annotation in typed if ast.unparse(annotation) in records}


@cache
def _records_of(path: str, records: frozenset[tuple[str, str]]) -> frozenset[str]:
    """The names that records have in a module, its own and those that it imports."""
    imports = [node for node in ast.walk(trees()[path]) if isinstance(node, ast.ImportFrom)]
    taken = {(_file_of(node.module or ""), name.name) for node in imports for name in node.names}
    return frozenset(name for place, name in records if place == path or (place, name) in taken)


def _file_of(module: str) -> str:
    place = module.removeprefix("linter.").replace(".", "/")
    return f"{place}.py" if f"{place}.py" in trees() else f"{place}/__init__.py"


def test_parameters_are_called_like_their_check() -> None:
    classes = [
        (node.name.removesuffix("Check"), ast.unparse(each.value))
        for tree in trees().values()
        for node in tree.body
        if isinstance(node, ast.ClassDef) and node.name != "Check"
        for each in node.body
        if isinstance(each, ast.Assign | ast.AnnAssign) and each.value and "Params" in _assigned(each)
    ]
    assert len(classes) > 20
    assert [(check, params) for check, params in classes if params != f"{check}Params"] == []


def _assigned(node: ast.Assign | ast.AnnAssign) -> list[str]:
    return list(map(ast.unparse, node.targets if isinstance(node, ast.Assign) else [node.target]))
