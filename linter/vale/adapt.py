"""From the keys of a Vale rule to a rule of ours on one of our checks of style."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from linter.matching import re
from linter.matching.regexes import lazy
from linter.nodes import Plain
from linter.quoting import quoted, suggestion
from linter.rules.model import Examples, Rule
from linter.typed import Any
from linter.vale.checks import CHECKS
from linter.vale.files import Definition, RuleSource
from linter.vale.messages import named, quoted_once
from linter.vale.reading import Reading
from linter.vale.references import apart, has_reference
from linter.vale.stylebook import SEVERITIES
from linter.vale.syntax import python_pattern
from linter.vale.vocabulary import term_pattern

NOT_RUN = frozenset({"metric", "readability", "script", "sequence", "spelling"})
"""Kinds of rule that need a program, a dictionary or a model of English."""

_HEADER = frozenset(
    "extends message level scope link description limit action name code tests matchcase pos".split()
)
KINDS = {
    "existence": frozenset("tokens raw exceptions append ignorecase nonword vocab affix".split()),
    "substitution": frozenset("swap exceptions ignorecase nonword vocab capitalize affix".split()),
    "occurrence": frozenset("token min max ignorecase".split()),
    "repetition": frozenset("tokens max ignorecase alpha exceptions vocab".split()),
    "consistency": frozenset("either nonword ignorecase".split()),
    "conditional": frozenset("first second exceptions ignorecase vocab".split()),
    "capitalization": frozenset("match style exceptions indicators threshold vocab prefix".split()),
}
"""Kinds of rule that we have a check for, which has their name; and the keys of each."""
_NO_SCOPES = frozenset({"link", "strong", "emphasis", "code", "quote", "meta", "summary", "comment"})


class NotRun(Exception):
    """The rule is of a kind that is not run; the message names the kind."""


class Context:
    """What the configuration adds to every rule."""

    def __init__(self, accepted: tuple[str, ...] = (), template: str = "", level: str = "") -> None:
        self.accepted = accepted
        self.template = template
        self.level = level


def adapted(source: RuleSource, definition: Definition, context: Context) -> Rule:
    """The rule. ``NotRun`` for a kind that we do not have, ``BadRule`` for one that is faulty."""
    reading = Reading(definition, source.path)
    kind = reading.text("extends")
    if kind in NOT_RUN:
        raise NotRun(kind)
    _check_keys(reading, kind)
    params, message, messages_fields = _MAKERS[kind](reading, context)
    params["scope"] = _scope(reading)
    params["limit"] = str(reading.number("limit", int))
    level = context.level or reading.text("level", "warning")
    if level not in SEVERITIES:
        raise reading.bad(f"level: expected one of {', '.join(SEVERITIES)}, found {quoted(level)}", "level")
    return Rule(
        id=source.name,
        topic=source.name.split(".")[0],
        path=source.path,
        check=CHECKS[kind],
        severity=SEVERITIES[level],
        message=named(message, messages_fields),
        messages={},
        rationale=reading.text("description") or f"A rule of the style {source.name.split('.')[0]}.",
        status="stable",
        precision=None,
        languages=("all",),
        params=params,
        examples=Examples(),
        references=(reading.text("link"),) if reading.text("link") else (),
    )


def _check_keys(reading: Reading, kind: str) -> None:
    if kind not in KINDS:
        hint = suggestion(kind, KINDS)
        raise reading.bad(f"extends: unknown kind of rule {quoted(kind)}{hint}", "extends")
    if not reading.text("message"):
        raise reading.bad("missing key 'message'")
    unknown = [key for key in reading.data if key not in _HEADER | KINDS[kind]]
    if unknown and kind != "consistency":
        known = _HEADER | KINDS[kind]
        raise reading.bad(f"unknown key '{unknown[0]}'{suggestion(unknown[0], known)}", unknown[0])


def _scope(reading: Reading) -> list[str]:
    scopes = reading.texts("scope") or ["text"]
    for scope in scopes:
        for part in scope.split("&"):
            name = part.strip().lstrip("~").split(".")[0]
            if name in _NO_SCOPES or name.startswith("doc("):
                raise NotRun(f"scope '{name}'")
    return scopes


_Made = tuple[dict[str, Any], str, tuple[str, ...]]
"""Parameters of the check, the message as written, and the fields its ``%s`` stand for."""


def _existence(reading: Reading, context: Context) -> _Made:
    tokens = [_wrapped(token) for token in reading.texts("tokens") if token.strip()]
    word = bool(tokens) and not reading.flag("nonword")
    raw = "".join(reading.texts("raw"))
    patterns = [python_pattern(token, multiline=True) for token in tokens]
    if raw:
        joined = "|".join(tokens)
        joined = rf"\b(?:{joined})\b" if word else f"(?:{joined})"
        # In what stands before the tokens ^ and $ are the ends of the text, not of a line.
        whole = f"(?m){joined}{raw}" if reading.flag("append") else f"{raw}(?m){joined}"
        patterns, word = [python_pattern(whole)], False
    elif any(map(has_reference, tokens)):
        patterns = [python_pattern(token, multiline=True) for token in apart(tokens)]
    if word and context.template:
        patterns, word = [_templated(context.template, pattern) for pattern in patterns], False
    action, choices = _action(reading)
    nonword = reading.flag("nonword")
    return (
        {
            "tokens": patterns,
            "word": _yes(word),
            "ignore-case": _yes(reading.flag("ignorecase")),
            "exceptions": _exceptions(reading, context, vocab=not nonword),
            "suggestion": ", ".join(choices) if action == "replace" else "",
        },
        reading.text("message"),
        ("text", "suggestion" if action == "replace" and choices else "text"),
    )


def _substitution(reading: Reading, context: Context) -> _Made:
    swap = reading.mapping("swap")
    longest_first = sorted(swap, key=lambda key: (-len(key.encode()), key))
    word = not reading.flag("nonword")
    patterns = {key: python_pattern(_wrapped(key), multiline=True) for key in longest_first}
    if word and context.template:
        patterns, word = {k: _templated(context.template, p) for k, p in patterns.items()}, False
    action, choices = _action(reading)
    replaces = action == "replace" and not choices
    message = reading.text("message")
    return (
        {
            "swap": {patterns[key]: swap[key] for key in longest_first},
            "word": _yes(word),
            "ignore-case": _yes(reading.flag("ignorecase")),
            "capitalize": _yes(reading.flag("capitalize")),
            "choices": _yes(replaces),
            "exceptions": _exceptions(reading, context),
        },
        quoted_once(message) if replaces else message,
        ("expected", "text"),
    )


def _occurrence(reading: Reading, context: Context) -> _Made:
    return (
        {
            "token": python_pattern(reading.text("token")),
            "min": str(reading.number("min", int)),
            "max": str(reading.number("max", int)),
            "ignore-case": _yes(reading.flag("ignorecase")),
        },
        reading.text("message"),
        ("count",),
    )


def _repetition(reading: Reading, context: Context) -> _Made:
    return (
        {
            "tokens": [python_pattern(token) for token in reading.texts("tokens")],
            "max": str(reading.number("max", int)),
            "ignore-case": _yes(reading.flag("ignorecase")),
            "alpha": _yes(reading.flag("alpha")),
            "exceptions": _exceptions(reading, context),
        },
        reading.text("message"),
        ("text",),
    )


def _consistency(reading: Reading, context: Context) -> _Made:
    either = {
        python_pattern(one, multiline=True): python_pattern(other, multiline=True)
        for one, other in reading.mapping("either").items()
    }
    return (
        {
            "either": either,
            "word": _yes(not reading.flag("nonword")),
            "ignore-case": _yes(reading.flag("ignorecase")),
        },
        reading.text("message"),
        ("text",),
    )


def _conditional(reading: Reading, context: Context) -> _Made:
    return (
        {
            "first": python_pattern(reading.text("first")),
            "second": python_pattern(reading.text("second")),
            "exceptions": _exceptions(reading, context),
        },
        reading.text("message"),
        ("text",),
    )


def _capitalization(reading: Reading, context: Context) -> _Made:
    match = reading.text("match")
    accepted = context.accepted if reading.flag("vocab", True) else ()
    listed = (*reading.texts("exceptions"), *accepted) if accepted else ()
    return (
        {
            "match": match if match.startswith("$") else python_pattern(match),
            "style": "Chicago" if reading.text("style") == "Chicago" else "AP",
            "words": [python_pattern(word) for word in listed],
            "indicators": reading.texts("indicators"),
            "threshold": str(reading.number("threshold", float) or 0.8),
            "prefix": python_pattern(reading.text("prefix")),
            "exceptions": _exceptions(reading, context),
        },
        reading.text("message"),
        ("text", "expected"),
    )


_MAKERS: Mapping[str, Callable[[Reading, Context], _Made]] = {
    "existence": _existence,
    "substitution": _substitution,
    "occurrence": _occurrence,
    "repetition": _repetition,
    "consistency": _consistency,
    "conditional": _conditional,
    "capitalization": _capitalization,
}


def _exceptions(reading: Reading, context: Context, vocab: bool = True) -> list[str]:
    """The exceptions as patterns, the longest first; a term ignores case only if it says so."""
    use_vocab = vocab and reading.flag("vocab", True)
    terms = [*reading.texts("exceptions"), *(context.accepted if use_vocab else ())]
    terms.sort(key=lambda term: (-len(term.encode()), term))
    return [f"(?:{term_pattern(term)})" for term in terms]


def _action(reading: Reading) -> tuple[str, list[str]]:
    action: Plain = reading.data.get("action")
    if not isinstance(action, dict):
        return "", []
    name, params = action.get("name"), action.get("params")
    return str(name or ""), [str(each) for each in params] if isinstance(params, list) else []


def _yes(value: bool) -> str:
    return "true" if value else "false"


def _templated(template: str, pattern: str) -> str:
    return python_pattern(template, multiline=True).replace("%s", pattern)


def _wrapped(pattern: str) -> str:
    r"""Blanks between words as ``\s+``, so that a phrase is found where a line breaks in it."""
    if " " not in pattern and "\t" not in pattern:
        return pattern
    return pattern if "(?x" in pattern else "".join(_wrapped_parts(pattern))


_PART = lazy(r"\\.|\[\]?[^\]\\]*(?:\\.[^\]\\]*)*\]|[ \t]+|[^\\\[ \t]+|.", re.DOTALL)


def _wrapped_parts(pattern: str) -> Iterator[str]:
    for part in _PART.finditer(pattern):
        after = pattern[part.end() : part.end() + 1]
        blank = part[0].strip(" \t") == ""
        yield r"\s+" if blank and (not after or after not in "*+?{") else part[0]
