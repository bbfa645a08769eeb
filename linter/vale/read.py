"""Reading the styles of a ``.vale.ini`` or of a folder."""

from __future__ import annotations

import os

from linter.decode import Problem
from linter.files import project_root, reject_outside
from linter.messages import message
from linter.nodes import Plain
from linter.quoting import quoted, reason
from linter.vale.adapt import Context, NotRun, adapted
from linter.vale.files import BadRule, Definition, RuleSource, is_name, read_definition, rule_sources
from linter.vale.ini import UNSET, ValeConfig
from linter.vale.stylebook import SEVERITIES, StyleBook
from linter.vale.vocabulary import BadVocabulary, Vocabulary, read_vocabulary, term_pattern

BUILT_IN = "Vale"


def filled(config: ValeConfig, root: str, ini: str) -> StyleBook:
    """A book with the rules that the configuration turns on somewhere."""
    book = StyleBook(config, root)
    if config.unreadable:
        book.problems.append(Problem(ini, 0, 0, config.unreadable))
    wanted = _wanted(book.config)
    accepted = _vocabularies(book, ini)
    for style in sorted({name.partition(".")[0] for name in wanted} - {BUILT_IN}):
        folder = _folder_of(style, book, ini)
        for source in rule_sources(folder, style) if folder else ():
            if not source.name.isprintable():
                book.problems.append(Problem(source.path, 0, 0, "a file name that cannot be shown"))
            elif style in wanted or source.name in wanted:
                _add(book, source, accepted)
    if BUILT_IN in wanted or any(name.startswith(f"{BUILT_IN}.") for name in wanted):
        _add_built_in(book, accepted)
    return book


def _folder_of(style: str, book: StyleBook, ini: str) -> str:
    """The styles path that has a style; empty, and a problem, if none has it or it leads out."""
    for folder in book.config.styles_paths if is_name(style) else ():
        path = os.path.join(folder, style)
        if os.path.isdir(path):
            try:
                reject_outside(path, project_root(folder, folder))
            except OSError as error:
                book.problems.append(Problem(path, 0, 0, message("cannot be read: {why}", why=reason(error))))
                return ""
            return folder
    book.problems.append(_missing("style", style, book.config, ini))
    return ""


def _missing(what: str, name: str, config: ValeConfig, ini: str) -> Problem:
    line = config.said.get(name, 0)
    return Problem(ini, line, min(line, 1), f"there is no {what} {quoted(name)} in the styles path")


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
    named = [name for section in book.config.sections for name in section.vocabularies]
    for name in dict.fromkeys([*book.config.vocabularies, *named]):
        try:
            found = read_vocabulary(name, book.config.styles_paths)
        except BadVocabulary as bad:
            book.problems.append(bad.problem)
            continue
        if found is None:
            book.problems.append(_missing("vocabulary", name, book.config, ini))
        else:
            whole = whole.joined(found)
    return whole


def _add(
    book: StyleBook, source: RuleSource, vocabulary: Vocabulary, definition: Definition | None = None
) -> None:
    level = next(
        (s.rules[k] for s in book.config.sections if s.glob == "*" for k in _keys(source) if k in s.rules), ""
    )
    context = Context(vocabulary.accepted, book.config.word_template, level if level in SEVERITIES else "")
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
