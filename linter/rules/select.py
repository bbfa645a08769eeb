"""Which rules are on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from linter.messages import message, messages
from linter.namedtuples import NamedTuple
from linter.quoting import quoted, suggestion
from linter.rules.model import Rule

_SIGNS = frozenset("*?[")
"""What makes a glob of a name."""
(_LISTED,) = messages("; 'factlint rules' lists them")


def matches(rule: Rule, selector: str) -> bool:
    """Whether a selector means this rule: its id, its topic, a glob over ids, or ``all``."""
    return selector in (rule.id, rule.topic, "all") or _is_like(rule.id, selector)


def _is_like(name: str, glob: str) -> bool:
    if _SIGNS.isdisjoint(glob):
        return False
    from fnmatch import fnmatchcase

    return fnmatchcase(name, glob)


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


IGNORED, PREVIEW, INFO, NOT_SELECTED, OTHER_PROFILE = messages(
    "'ignore' or 'severity' turns it off",
    "its status is preview",
    "its severity is info",
    "'select' names other rules",
    "'profiles' does not have its profile",
)


class Selection(NamedTuple):
    """Which rules run.

    Without ``select`` these are the stable rules of warning severity and above, those of the user's own
    folders whatever their severity, and with ``preview`` the preview ones too; those of a profile only if it
    is among ``profiles``. A topic or glob selects info rules and those of profiles too; a preview rule is
    selected only by its own id, or when ``preview`` is set.
    """

    select: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    profiles: tuple[str, ...] = ()

    def why_off(self, rule: Rule) -> str:
        """Why a rule does not run; nothing for one that does."""
        if any(matches(rule, selector) for selector in self.ignore):
            return IGNORED
        if rule.id in self.select or rule.id in self.extend:
            return ""
        if rule.status == "preview" and not self.preview:
            return PREVIEW
        if any(matches(rule, selector) for selector in self.select + self.extend):
            return ""
        if self.select:
            return NOT_SELECTED
        if rule.profile and rule.profile not in self.profiles:
            return OTHER_PROFILE
        return "" if rule.is_shown or rule.status == "preview" else INFO

    def of(self, rules: Mapping[str, Rule]) -> tuple[Rule, ...]:
        """Those of the rules that run."""
        return tuple(rule for rule in rules.values() if not self.why_off(rule))
