"""``factlint test --language``: a language file, and what it lacks for which rule."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from linter import languages
from linter.analyses.languages import name_of
from linter.cli import FAILED, OK
from linter.cli.terminal import say_errors, show
from linter.decode import Problem
from linter.languages import Speech, described, speech
from linter.languages.check import read
from linter.languages.needs import missing
from linter.languages.parts import PARTS
from linter.messages import message, whole
from linter.rules.bind import check_class
from linter.rules.model import Rule
from linter.typed import Any


def run(name: str, rules: Iterable[Rule]) -> int:
    """Check the file of a language, by its code or its path; say rule by rule what is missing for it.

    A language that speaks few rules is no fault: 0 unless the file cannot be read as one.
    """
    problems: list[Problem] = []
    path = _file(name)
    stated = read(path, problems) if path is not None else {}
    if path is None:
        known = ", ".join(described())
        problems.append(Problem(name, 0, 0, f"has no language file; languages with one: {known}"))
    say_errors(problems)
    if path is None or problems:
        return FAILED
    known_of = _known(path.stem, stated)
    lacking = {rule.id: _lacking(known_of, rule) for rule in rules}
    able = sum(not needed for needed, _ in lacking.values())
    told = message(
        "{path}: {able} of {number} rules speak {language}.",
        path=str(path),
        able=whole(able),
        number=whole(len(lacking)),
        language=name_of(path.stem),
    )
    show(told)
    for rule, (needed, more) in lacking.items():
        if needed or more:
            show(f"{rule}: {', '.join((*needed, *more))}")
    return OK


def _file(name: str) -> Path | None:
    """The file of a code, or the one at a path; nothing for a code without one."""
    if not name.isalpha():
        return Path(name)
    path = Path(languages.__file__).with_name(f"{name}.yaml")
    return path if path.is_file() else None


def _known(code: str, stated: dict[str, Any]) -> Speech:
    """What the file says, and for the fields that it leaves out what is known of the language without it."""
    compiled = speech(code)
    filled = {part: {**compiled.stated(part), **stated.get(part, {})} for part in PARTS}
    return Speech(code, filled)


def _lacking(known: Speech, rule: Rule) -> tuple[list[str], list[str]]:
    """Where the language has nothing for a rule: of what the rule needs, and of its words."""
    check = check_class(rule.check)
    needed, more = check.needs_with(rule.params), check.words_with(rule.params)
    return list(missing(known, needed)), list(missing(known, more))
