"""Which rules are on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase

from linter.decode import quoted, suggestion
from linter.messages import message, messages
from linter.rules.model import Rule

(_LISTED,) = messages("; 'factlint rules' lists them")


def matches(rule: Rule, selector: str) -> bool:
    """Whether a selector means this rule: its id, its topic, a glob over ids, or ``all``."""
    return selector in (rule.id, rule.topic, "all") or fnmatchcase(rule.id, selector)


def unknown_selectors(rules: Mapping[str, Rule], selectors: Iterable[str]) -> list[str]:
    """A complaint for each selector that means no rule at all."""
    known = sorted({*rules, *(rule.topic for rule in rules.values())})
    return [
        message(
            "no rule or topic {name}{hint}",
            name=quoted(selector),
            hint=suggestion(selector, known) or message(_LISTED),
        )
        for selector in selectors
        if not any(matches(rule, selector) for rule in rules.values())
    ]


def selected(
    rules: Mapping[str, Rule],
    select: Iterable[str] = (),
    extend: Iterable[str] = (),
    ignore: Iterable[str] = (),
    preview: bool = False,
) -> tuple[Rule, ...]:
    """The rules that run.

    Without ``select`` these are the stable rules of warning severity and above, with
    ``preview`` also the preview ones. A topic or glob selects info rules too; a preview
    rule is selected only by its own id, or when ``preview`` is set.
    """
    wanted, extra, unwanted = tuple(select), tuple(extend), tuple(ignore)

    def chosen(rule: Rule) -> bool:
        if any(matches(rule, selector) for selector in unwanted):
            return False
        if rule.id in wanted or rule.id in extra:
            return True
        if rule.status == "preview" and not preview:
            return False
        named = any(matches(rule, selector) for selector in wanted + extra)
        return named or (not wanted and (rule.on_by_default or (preview and rule.status == "preview")))

    return tuple(rule for rule in rules.values() if chosen(rule))
