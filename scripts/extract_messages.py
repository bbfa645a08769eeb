"""What Babel takes messages from: Python modules, rule files, and the table of languages.

All are extraction methods as Babel defines them: a file in, and out come line, function, text and comments.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from typing import IO, Any

import yaml

Found = tuple[int, str | None, str | tuple[str, ...], list[str]]
ARGUMENTS = {"message": (0,), "Related": (1,), "Count": (0,), "Option": (1,), "say": (1,), "plural": (1, 2)}
"""Functions and which of their arguments are messages; of ``plural`` they are one, in two forms."""
ALL = "messages"
"""The function all of whose arguments are messages."""
HELP = "help"
"""The argument of any function that says what an option does."""
TABLES = ("COMMANDS",)
"""Tables whose values are messages; what is imported at every start calls no function for that."""
TEXTS = ("message", "summary", "rationale")


def extract_python(file: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[Found]:
    """The texts in calls of the functions above, in help and in tables."""
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.Assign):
            yield from ((node.lineno, None, text, []) for text in _in_table(node))
        if not isinstance(node, ast.Call):
            continue
        for text in (text for each in node.keywords if each.arg == HELP for text in _texts(each.value)):
            yield node.lineno, None, text, []
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        places = range(len(node.args)) if name == ALL else ARGUMENTS.get(name, ())
        texts = [text for place in places if place < len(node.args) for text in _texts(node.args[place])]
        if name == "plural" and texts:
            yield node.lineno, "ngettext", tuple(texts), []
        elif name != "plural":
            yield from ((node.lineno, None, text, []) for text in texts if name == ALL or _has_words(text))


def _in_table(node: ast.Assign) -> Iterator[str]:
    named = any(isinstance(target, ast.Name) and target.id in TABLES for target in node.targets)
    for value in node.value.values if named and isinstance(node.value, ast.Dict) else ():
        yield from _texts(value)


def _texts(node: ast.expr) -> Iterator[str]:
    """The texts that an argument may be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)


def _has_words(text: str) -> bool:
    rest = "".join(part.rpartition("}")[2] for part in text.split("{"))
    return any(letter.isalpha() for letter in rest)


def extract_names(file: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[Found]:
    """The names of languages."""
    for name in json.load(file)["names"].values():
        yield 1, None, name, ["language"]


def extract_rule(file: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[Found]:
    """What a rule says: messages, summary, rationale, and what its parameters call a thing."""
    for key, node in _mapping(yaml.compose(file.read().decode("utf-8"))):
        if key in TEXTS:
            yield _found(node, key)
        elif key == "messages":
            yield from (_found(each, f"message, {variant}") for variant, each in _mapping(node))
        elif key == "params":
            yield from _whats(node)


def _whats(node: yaml.Node) -> Iterator[Found]:
    if isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _whats(each)
    for key, value in _mapping(node):
        if key == "what" and isinstance(value, yaml.ScalarNode):
            yield _found(value, "“{text}” is {what}.")
        else:
            yield from _whats(value)


def _found(node: yaml.Node, comment: str) -> Found:
    return node.start_mark.line + 1, None, " ".join(str(node.value).split()), [comment]


def _mapping(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((str(key.value), value) for key, value in node.value)
