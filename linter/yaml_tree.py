"""YAML as a tree of nodes: nothing is typed, nothing is run, and what it unfolds to is bounded.

Only the events of the parser are used, so nesting costs no recursion. A file may name a value and
repeat it (``&name``, ``*name``); a repeated value is the same node again, and counts again.
"""

from __future__ import annotations

from linter.namedtuples import NamedTuple
from linter.nodes import Node
from linter.typed import Any

DEEPEST = 50
"""Levels of nesting: rules and bibles have ten at most, and a recursive reader has room for hundreds."""
MOST_REPEATED = 10_000
"""Values that aliases may repeat in one file; a kilobyte of them can stand for billions."""
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_NULL_TAG, _PLAIN = "tag:yaml.org,2002:null", (None, "")


class NotYaml(ValueError):
    """The text is no YAML, or none that is read; ``at`` is the place."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


class _Built(NamedTuple):
    """A node that is done, how many values it stands for, and how deep it is."""

    node: Node
    size: int = 1
    depth: int = 0


class _Open:
    """A collection of which the end has not been read."""

    def __init__(self, event: Any, is_mapping: bool) -> None:
        self.at = int(event.start_mark.index)
        self.anchor: str | None = event.anchor
        self.is_mapping = is_mapping
        self.size = 1
        self.depth = 1
        self.nodes: list[Node] = []


class Tree:
    """Builds the nodes of one text from the events of the parser."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.faults: list[tuple[Node, str]] = []
        """What is wrong with keys, each with its node; the rest of the tree is there."""
        self._open: list[_Open] = []
        self._named: dict[str, _Built] = {}
        self._repeated = 0

    def take(self, event: Any) -> None:
        """One event. ``NotYaml`` for what is not read."""
        kind = type(event).__name__
        if kind == "ScalarEvent":
            self._add(_Built(Node(_scalar(event), event.start_mark.index)), event.anchor)
        elif kind in ("MappingStartEvent", "SequenceStartEvent"):
            self._open.append(_Open(event, kind == "MappingStartEvent"))
            self._reject_deep(0, event)
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            self._close()
        elif kind == "AliasEvent":
            self._repeat(event)
        elif kind == "DocumentStartEvent" and self.root is not None:
            raise NotYaml("only one document is read", event.start_mark.index)

    def _repeat(self, event: Any) -> None:
        named = self._named.get(event.anchor)
        if named is None:
            raise NotYaml(f"nothing before this is called '{event.anchor[:40]}'", event.start_mark.index)
        self._repeated += named.size
        if self._repeated > MOST_REPEATED:
            message = f"the aliases repeat more than {MOST_REPEATED:,} values"
            raise NotYaml(message, event.start_mark.index)
        self._reject_deep(named.depth, event)
        self._add(named._replace(node=named.node._replace(at=event.start_mark.index)), None)

    def _reject_deep(self, more: int, event: Any) -> None:
        if len(self._open) + more > DEEPEST:
            raise NotYaml(f"is nested deeper than {DEEPEST} levels", event.start_mark.index)

    def _close(self) -> None:
        done = self._open.pop()
        value = self._pairs(done.nodes) if done.is_mapping else done.nodes
        self._add(_Built(Node(value, done.at), done.size, done.depth), done.anchor)

    def _pairs(self, nodes: list[Node]) -> list[tuple[Node, Node]]:
        pairs: dict[str, tuple[Node, Node]] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key.value, str):
                self.faults.append((key, "a key has to be text"))
            elif key.value in pairs:
                self.faults.append((key, f"duplicate key '{key.value[:40]}'"))
            else:
                pairs[key.value] = (key, value)
        return list(pairs.values())

    def _add(self, built: _Built, anchor: str | None) -> None:
        if anchor:
            self._named[anchor] = built
        if not self._open:
            self.root = built.node
            return
        top = self._open[-1]
        top.nodes.append(built.node)
        top.size += built.size
        top.depth = max(top.depth, built.depth + 1)


def _scalar(event: Any) -> str | None:
    """The text of a scalar; nothing for a null, which only a plain one can be."""
    if event.style not in _PLAIN:
        return str(event.value)
    null = event.value in _NULLS if event.tag in (None, "!") else event.tag == _NULL_TAG
    return None if null else str(event.value)


def read_tree(source: str) -> Tree:
    """The nodes of a YAML text. ``NotYaml`` if it is none."""
    import yaml

    tree = Tree()
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for event in yaml.parse(source, Loader=loader):
            tree.take(event)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = str(getattr(error, "problem", None) or error).partition("\n")[0]
        at = mark.index if mark is not None else getattr(error, "position", 0)
        raise NotYaml(f"not valid YAML: {what}", int(at or 0)) from None
    except UnicodeError:
        raise NotYaml("not valid YAML: a character that no text has", 0) from None
    return tree
