"""YAML front matter as fields: every scalar as written, each with its place.

Only the event stream of the parser is used: no value is ever typed, so ``no``, ``12:30`` and
``2024-02-30`` stay text, and nesting costs no recursion.
"""

from __future__ import annotations

import re

from linter.article.frontmatter.repeats import Repeat, contradictions
from linter.article.model import Field, Problem
from linter.matching.regexes import lazy
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.typed import Any

_PROPERTIES = lazy(r"(?:[&!]\S*\s+)+")
_BLOCK_HEADER = lazy(r"[|>][^\n]*\n\s*")
_STAND_IN = "\ufffd"
_FORBIDDEN = lazy(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_REPLACED = lazy(rf"{_FORBIDDEN.pattern}|{_STAND_IN}")
_EMPTY = frozenset({"~", "null"})
_MANY_BRACKETS = 500
"""More opening brackets than this are not read: the parser needs quadratic time for nested ones."""


class NotMapping(ValueError):
    """The text is YAML, but not a mapping: it is not front matter."""


class YamlError(ValueError):
    """The text is not YAML; ``offset`` is the place in the source."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


class Key(NamedTuple):
    name: str
    span: Span


class Frame:
    """A collection being read. ``key`` is the key whose value comes next."""

    def __init__(self, name: str, is_list: bool, key: Key | None) -> None:
        self.name = name
        self.is_list = is_list
        self.key = key
        self.expects_key = not is_list
        self.seen: dict[str, Span] = {}


class YamlReading:
    """Collects fields and problems from the events of one YAML text."""

    def __init__(self, source: str, start: int) -> None:
        self.source = source
        self.start = start
        self.fields: list[Field] = []
        self.problems: list[Problem] = []
        self.repeats: list[Repeat] = []
        self._frames: list[Frame] = []
        self._anchors: dict[str, str] = {}
        self._template: int | None = None
        self._template_depth = 0

    def take(self, event: Any) -> None:
        """One event of the parser."""
        kind = type(event).__name__
        if self._template is not None:
            self._inside_template(event, kind)
        elif kind == "ScalarEvent":
            self._scalar(event)
        elif kind == "AliasEvent":
            self._alias(event)
        elif kind in ("MappingStartEvent", "SequenceStartEvent"):
            self._open(event, kind == "SequenceStartEvent")
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            self._frames.pop()

    def _span(self, event: Any) -> Span:
        return Span(self.start + event.start_mark.index, self.start + event.end_mark.index)

    def _alias(self, event: Any) -> None:
        span = self._span(event)
        if event.anchor not in self._anchors:
            raise YamlError(f"nothing is called `*{event.anchor}`", span.start)
        self._value_or_key(self._anchors[event.anchor], span)

    def _scalar(self, event: Any) -> None:
        start, end = self._span(event)
        if event.anchor or event.tag:
            properties = _PROPERTIES.match(self.source, start, end)
            start = properties.end() if properties else start
        value: str = event.value
        if event.style in ("|", ">"):
            value = value.strip("\n")
            header = _BLOCK_HEADER.match(self.source, start, end)
            # Blanks that the value itself begins with come after the indentation.
            start = header.end() - (len(value) - len(value.lstrip(" "))) if header else end
            end = start + len(self.source[start:end].rstrip())
        elif self.source[start : start + 1] in ("'", '"') and end - start > 1:
            start, end = start + 1, end - 1
        elif value in _EMPTY:
            value = ""
        if event.anchor:
            self._anchors[event.anchor] = value
        self._value_or_key(value, Span(start, max(start, end)))

    def _value_or_key(self, value: str, span: Span) -> None:
        if not self._frames:
            raise NotMapping
        top = self._frames[-1]
        if top.expects_key:
            self._key(top, value, span)
            return
        if top.key is not None:
            self.fields.append(Field(top.key.name, value, span, top.key.span))
        top.expects_key = not top.is_list

    def _key(self, top: Frame, name: str, span: Span) -> None:
        top.key = Key(f"{top.name}.{name}" if top.name else name, span)
        if name in top.seen:
            self.repeats.append(Repeat(top.key.name, top.seen[name], span))
        top.seen.setdefault(name, span)
        top.expects_key = False

    def _open(self, event: Any, is_list: bool) -> None:
        if not self._frames and is_list:
            raise NotMapping
        if event.anchor:
            self._anchors[event.anchor] = ""
        start = self._span(event).start
        if self._frames and self.source.startswith("{{", start):
            self._template, self._template_depth = start, 1
            return
        key = self._key_of_collection()
        self._frames.append(Frame(key.name if key else "", is_list, key))

    def _key_of_collection(self) -> Key | None:
        """The key whose value is the collection that begins; nothing for one that is itself a key."""
        if not self._frames:
            return None
        top = self._frames[-1]
        is_key = top.expects_key
        top.key = None if is_key else top.key
        top.expects_key = not top.is_list and not is_key
        return top.key

    def _inside_template(self, event: Any, kind: str) -> None:
        """Unquoted ``{{ x }}`` is a mapping to YAML, and a template tag to everybody else."""
        self._template_depth += kind.endswith("StartEvent") - kind.endswith("EndEvent")
        if self._template_depth:
            return
        span = Span(self._template or 0, self._span(event).end)
        self._template = None
        value = self.source[span.start : span.end]
        told = message("`{value}` stands without quotes, so YAML reads a mapping", value=value)
        self.problems.append(Problem(span, told))
        self._value_or_key(value, span)


def read_yaml(source: str, start: int, end: int) -> YamlReading:
    """The fields of the YAML mapping in ``source[start:end]``.

    Raises :class:`NotMapping` for other YAML and :class:`YamlError` for what is no YAML at all. Control
    characters, which YAML forbids and old encodings leave behind, are reported and read all the same.
    """
    import yaml

    text = source[start:end]
    if text.count("[") + text.count("{") > _MANY_BRACKETS:
        raise YamlError("too many brackets", start)
    forbidden = _FORBIDDEN.search(text)
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    reading = YamlReading(source, start)
    try:
        for event in yaml.parse(_FORBIDDEN.sub(_STAND_IN, text) if forbidden else text, Loader=loader):
            reading.take(event)
    except yaml.YAMLError as error:
        raise YamlError(_why(error), start + _where(error)) from error
    except UnicodeError as error:
        raise YamlError("a character that YAML does not allow", start) from error
    reading.problems += contradictions(reading.repeats, reading.fields)
    if forbidden:
        reading.fields = [_restored(field, source) for field in reading.fields]
        told = message("YAML does not allow the character U+{code}", code=f"{ord(forbidden[0]):04X}")
        place = start + forbidden.start()
        reading.problems.append(Problem(Span(place, place + 1), told))
    return reading


def _restored(field: Field, source: str) -> Field:
    """The field with the characters that a stand-in had replaced."""
    if _STAND_IN not in field.value:
        return field
    original = iter(_REPLACED.findall(source, *field.span))
    value = re.sub(_STAND_IN, lambda _: next(original, _STAND_IN), field.value)
    return field._replace(value=value)


def _why(error: Exception) -> str:
    return str(getattr(error, "problem", None) or "a character that YAML does not allow")


def _where(error: Exception) -> int:
    mark = getattr(error, "problem_mark", None)
    return int(mark.index) if mark is not None else int(getattr(error, "position", 0) or 0)
