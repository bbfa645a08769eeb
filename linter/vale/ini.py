"""``.vale.ini``: its lines, and which section says what."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field

from linter.files import project_root, read_text, reject_outside
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.quoting import quoted, reason

_HEADER = lazy(r"\[(?P<name>.*)\]\s*(?:[#;].*)?")
_SETTING = lazy(r"(?P<key>[^=:]*?\S)\s*[=:]\s*(?P<value>.*)")
_COMMENT = lazy(r"\s[#;].*")
_COMMA = lazy(r"(?<!\\),")

NONE, UNSET = "NONE", "UNSET"
LEVELS = ("suggestion", "warning", "error")


class Line(NamedTuple):
    """One setting. ``section`` is empty above all sections."""

    section: str
    key: str
    value: str
    number: int


def lines(text: str) -> Iterator[Line]:
    """The settings of a file; a backslash at the end of a line joins the next one to it."""
    section, held, first = "", "", 0
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if not held and (not line or line[0] in "#;"):
            continue
        first = first if held else number
        if line.endswith("\\") and not line.endswith("\\\\"):
            held += line[:-1]
            continue
        line, held = held + line, ""
        header = _HEADER.fullmatch(line)
        if header:
            section = header["name"].strip()
            continue
        setting = _SETTING.fullmatch(line)
        if setting:
            value = _COMMENT.sub("", setting["value"])
            yield Line(section, setting["key"], value.strip().strip('`"'), first)


def listed(values: str) -> tuple[str, ...]:
    """The items of a list; ``NONE`` forgets those before it, ``\\,`` is no end of an item."""
    items = [item.replace("\\,", ",").strip() for item in _COMMA.split(values)]
    if NONE in items:
        items = items[len(items) - items[::-1].index(NONE) :]
    return tuple(dict.fromkeys(item for item in items if item))


@dataclass
class Section:
    """What one section says: for files that its glob means, or in ``[*]`` for all."""

    glob: str
    styles: tuple[str, ...] | None = None
    rules: dict[str, str] = field(default_factory=dict)
    """Rule or style -> ``YES``, ``NO``, ``UNSET`` or a level."""
    vocabularies: tuple[str, ...] = ()
    token_ignores: tuple[str, ...] = ()
    block_ignores: tuple[str, ...] = ()


@dataclass
class ValeConfig:
    """The settings of a ``.vale.ini``, with what is not understood in it."""

    styles_paths: tuple[str, ...] = ()
    min_level: str = "suggestion"
    vocabularies: tuple[str, ...] = ()
    word_template: str = ""
    params: dict[str, dict[str, str]] = field(default_factory=dict)
    """Rule -> single settings of it (``Style.Rule[max] = 30``)."""
    sections: list[Section] = field(default_factory=list)
    """In the order of the file; ``[*]`` comes first."""
    formats: dict[str, str] = field(default_factory=dict)
    said: dict[str, int] = field(default_factory=dict)
    """Style or vocabulary -> the line that names it first."""
    notices: list[str] = field(default_factory=list)
    unreadable: str = ""
    """Why the file could not be read."""


_PARAM = lazy(r"(?P<rule>[^\[\]]+\.[^\[\]]+)\[(?P<param>[A-Za-z]\w*)\]")
_OTHER_SECTIONS = ("formats", "asciidoctor", "sphinx")
_SECTION_WITHOUT_EFFECT = frozenset({"Lang", "Transform", "View", "CommentDelimiters", "IgnorePatterns"})


def read_ini(text: str) -> ValeConfig:
    """The settings in the text of a ``.vale.ini``."""
    config = ValeConfig()
    sections = {"*": Section("*")}
    for line in lines(text):
        if not line.section:
            _core(config, line)
        elif line.section == "formats":
            config.formats[line.key] = line.value
        elif line.section not in _OTHER_SECTIONS:
            section = sections.setdefault(line.section, Section(line.section))
            _section(config, section, line)
    config.sections = list(sections.values())
    return config


def _core(config: ValeConfig, line: Line) -> None:
    if line.key == "StylesPath":
        config.styles_paths += (line.value,)
    elif line.key == "MinAlertLevel" and line.value in LEVELS:
        config.min_level = line.value
    elif line.key == "Vocab":
        config.vocabularies = listed(",".join([*config.vocabularies, line.value]))
        _note(config, line)
    elif line.key == "WordTemplate":
        config.word_template = line.value
    elif line.key != "Packages":
        config.notices.append(f"line {line.number}: {quoted(line.key)} has no effect here")


def _section(config: ValeConfig, section: Section, line: Line) -> None:
    param = _PARAM.fullmatch(line.key)
    if line.key == "BasedOnStyles":
        section.styles = listed(",".join([*(section.styles or ()), line.value]))
        _note(config, line)
    elif line.key == "Vocab":
        section.vocabularies = listed(line.value)
        _note(config, line)
    elif line.key == "TokenIgnores":
        section.token_ignores += listed(line.value)
    elif line.key == "BlockIgnores":
        section.block_ignores += listed(line.value)
    elif param:
        config.params.setdefault(param["rule"], {})[param["param"].lower()] = line.value
    elif line.key in _SECTION_WITHOUT_EFFECT:
        config.notices.append(f"line {line.number}: {quoted(line.key)} has no effect here")
    elif line.value in ("YES", "NO", UNSET, *LEVELS):
        section.rules[line.key] = line.value
    else:
        section.rules[line.key] = "NO"
        config.notices.append(f"line {line.number}: {quoted(f'{line.key} = {line.value}')} is not understood")


def _note(config: ValeConfig, line: Line) -> None:
    for name in listed(line.value):
        config.said.setdefault(name, line.number)


def configuration(path: str) -> tuple[ValeConfig, str]:
    """What a ``.vale.ini`` says, or that all styles of a folder are on; and the folder of its globs."""
    if os.path.isdir(path):
        sections = [Section("*", tuple(styles_in(path)))]
        return ValeConfig(styles_paths=(path,), sections=sections), path
    root = os.path.dirname(os.path.abspath(path))
    try:
        config = read_ini(read_text(path))
    except OSError as error:
        return ValeConfig(unreadable=f"cannot be read: {reason(error)}"), root
    for name in config.styles_paths:
        try:
            reject_outside(os.path.join(root, name), project_root(root, root))
        except OSError as error:
            return ValeConfig(unreadable=f"StylesPath {quoted(name)}: {reason(error)}"), root
    config.styles_paths = tuple(os.path.join(root, each) for each in config.styles_paths)
    return config, root


def styles_in(folder: str) -> list[str]:
    """The styles of a folder: those of its folders that have rule files."""
    return [
        name
        for name in sorted(os.listdir(folder))
        if name not in ("config", "Vocab") and _has_rules(os.path.join(folder, name))
    ]


def _has_rules(folder: str) -> bool:
    """Whether a folder holds rules; one that is a link is told of when it is read."""
    if os.path.islink(folder):
        return os.path.isdir(folder)
    return any(file.endswith(".yml") for _, _, files in os.walk(folder) for file in files)
