"""All rules of the styles that a project uses, and which of them are on for a file."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from linter.decode import Plain, Problem
from linter.finding import Severity
from linter.rules.model import Rule
from linter.rules.vale.adapt import LEVELS, Context, NotRun, adapted
from linter.rules.vale.files import BadRule, Definition, RuleSource, read_definition, rule_sources, styles_in
from linter.rules.vale.globs import means
from linter.rules.vale.ini import UNSET, Section, ValeConfig, read_ini
from linter.rules.vale.vocabulary import Vocabulary, read_vocabulary, term_pattern

BUILT_IN = "Vale"


@dataclass(frozen=True)
class StyleChoice:
    """What the styles say about one file."""

    on: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    severity: dict[str, Severity] = field(default_factory=dict)
    params: dict[str, dict[str, Any]] = field(default_factory=dict)


@dataclass
class StyleBook:
    """The rules of one ``.vale.ini`` or one folder of styles."""

    config: ValeConfig
    root: str
    """The folder that the globs are relative to."""
    rules: dict[str, Rule] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    not_run: dict[str, list[str]] = field(default_factory=dict)
    """Kind of rule -> the rules of that kind, which are not run."""
    vocabularies: dict[str, Vocabulary] = field(default_factory=dict)

    def sections_of(self, path: str) -> tuple[int, ...]:
        """The sections that mean a file, by number."""
        relative = os.path.relpath(path, self.root).replace(os.sep, "/")
        names = {relative, path.replace(os.sep, "/")}
        return tuple(
            i
            for i, section in enumerate(self.config.sections)
            if any(means(section.glob, name) for name in names)
        )

    def choice(self, numbers: Iterable[int]) -> StyleChoice:
        """Which rules are on where these sections hold, and how."""
        sections = [self.config.sections[i] for i in numbers]
        levels: dict[str, Severity] = {}
        on: list[str] = []
        for name, rule in self.rules.items():
            level = _level(name, rule, sections)
            if _is_on(name, sections) and level >= LEVELS[self.config.min_level]:
                on.append(name)
                levels[name] = level
        ignored = [each for s in sections for each in (*s.block_ignores, *s.token_ignores)]
        params: dict[str, dict[str, Any]] = {name: {"ignored": ignored} for name in on} if ignored else {}
        return StyleChoice(tuple(on), tuple(n for n in self.rules if n not in levels), levels, params)


def _is_on(name: str, sections: list[Section]) -> bool:
    """The last section to list styles decides which are on; settings of the rule or its style win over it."""
    style = name.partition(".")[0]
    styles: tuple[str, ...] = ()
    settings: dict[str, str] = {}
    for section in sections:
        if section.styles is not None:
            styles = section.styles
            if not styles and section.glob != "*":
                settings = {}
        settings.update(section.rules)
    for key in (name, style):
        if settings.get(key, UNSET) != UNSET:
            return settings[key] != "NO"
    return style in styles


def _level(name: str, rule: Rule, sections: list[Section]) -> Severity:
    for key in (name, name.partition(".")[0]):
        level = next((s.rules[key] for s in reversed(sections) if key in s.rules), "")
        if level in LEVELS:
            return LEVELS[level]
    return rule.severity


def read_styles(path: str) -> StyleBook:
    """The styles of a ``.vale.ini``, or all styles of a folder. Problems are in the book."""
    if os.path.isdir(path):
        config = ValeConfig(styles_paths=(path,))
        config.sections = [Section("*", tuple(styles_in(path)))]
        return _filled(StyleBook(config, path))
    try:
        with open(path, encoding="utf-8-sig") as file:
            config = read_ini(file.read())
    except (OSError, UnicodeDecodeError) as error:
        book = StyleBook(ValeConfig(), os.path.dirname(path))
        book.problems.append(Problem(path, 0, 0, f"cannot be read: {error}"))
        return book
    root = os.path.dirname(os.path.abspath(path))
    config.styles_paths = tuple(os.path.join(root, each) for each in config.styles_paths)
    return _filled(StyleBook(config, root), path)


def _filled(book: StyleBook, ini: str = "") -> StyleBook:
    wanted = _wanted(book.config)
    accepted = _vocabularies(book, ini)
    for style in sorted({name.partition(".")[0] for name in wanted} - {BUILT_IN}):
        folder = next((p for p in book.config.styles_paths if os.path.isdir(os.path.join(p, style))), "")
        if not folder:
            book.problems.append(Problem(ini, 0, 0, f"there is no style '{style}' in the styles path"))
            continue
        for source in rule_sources(folder, style):
            if style in wanted or source.name in wanted:
                _add(book, source, accepted)
    if BUILT_IN in wanted or any(name.startswith(f"{BUILT_IN}.") for name in wanted):
        _add_built_in(book, accepted)
    return book


def _wanted(config: ValeConfig) -> set[str]:
    """Styles and single rules that some section turns on."""
    styles = {style for section in config.sections for style in section.styles or ()}
    rules = {
        rule
        for section in config.sections
        for rule, value in section.rules.items()
        if value not in ("NO", UNSET)
    }
    return styles | rules


def _vocabularies(book: StyleBook, ini: str) -> Vocabulary:
    whole = Vocabulary()
    for name in book.config.vocabularies:
        found = read_vocabulary(name, book.config.styles_paths)
        if found is None:
            book.problems.append(Problem(ini, 0, 0, f"there is no vocabulary '{name}' in the styles path"))
        else:
            whole = whole.joined(found)
    return whole


def _add(
    book: StyleBook, source: RuleSource, vocabulary: Vocabulary, definition: Definition | None = None
) -> None:
    level = next(
        (s.rules[k] for s in book.config.sections if s.glob == "*" for k in _keys(source) if k in s.rules), ""
    )
    context = Context(vocabulary.accepted, book.config.word_template, level if level in LEVELS else "")
    try:
        keys = definition or read_definition(source, book.config.styles_paths)
        changes: dict[str, Plain] = dict(book.config.params.get(source.name, {}))
        book.rules[source.name] = adapted(source, {**keys, **changes}, context)
    except NotRun as kind:
        book.not_run.setdefault(str(kind), []).append(source.name)
    except BadRule as bad:
        book.problems.append(bad.problem)


def _keys(source: RuleSource) -> tuple[str, str]:
    return source.name, source.name.partition(".")[0]


def _add_built_in(book: StyleBook, vocabulary: Vocabulary) -> None:
    """Vale's own rules: repeated words, and the vocabulary's terms and what it rejects."""
    own: dict[str, Definition] = {
        "Repetition": {
            "extends": "repetition",
            "message": "'%s' is repeated!",
            "level": "error",
            "ignorecase": "true",
            "alpha": "true",
            "tokens": [r"[^\s.!?]+"],
        }
    }
    if vocabulary.rejected:
        own["Avoid"] = {
            "extends": "existence",
            "message": "Avoid using '%s'.",
            "level": "error",
            "tokens": [term_pattern(term) for term in vocabulary.rejected],
        }
    if vocabulary.accepted:
        own["Terms"] = {
            "extends": "substitution",
            "message": "Use '%s' instead of '%s'.",
            "level": "error",
            "ignorecase": "true",
            "nonword": "true",
            "vocab": "false",
            "swap": {rf"(?<!\w){term_pattern(t.lower())}(?!\w)": t for t in vocabulary.accepted},
        }
    for name, definition in own.items():
        _add(book, RuleSource(f"{BUILT_IN}.{name}", ""), vocabulary, definition)
    book.not_run.setdefault("spelling", []).append(f"{BUILT_IN}.Spelling")
