"""A rule in plain words: for reports, for ``explain``, for the list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from linter.decode import REQUIRED, defaults_of, key_of
from linter.reporters.base import RuleInfo, precision_word
from linter.rules.bind import check_class
from linter.rules.model import Example, Precision, Reading, Rule


class RuleInfos(Mapping[str, RuleInfo]):
    """What reports tell about rules, by their ids: worked out for those that they tell of."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = {rule.id: rule for rule in rules}

    def __getitem__(self, name: str) -> RuleInfo:
        return rule_info(self._rules[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)


def rule_info(rule: Rule) -> RuleInfo:
    """What reports tell about a rule."""
    readings = (rule.precision or Precision()).readings
    return RuleInfo(
        id=rule.id,
        topic=rule.topic,
        severity=rule.severity.label,
        summary=summary(rule),
        help=" ".join(rule.rationale.split()),
        precision=precision_word(sum(read.true for read in readings), sum(read.alarms for read in readings)),
    )


def summary(rule: Rule) -> str:
    """What the rule reports, in one line: its summary, or its message with ``…`` for what varies."""
    return rule.summary or re.sub(r"\{[^{}]*\}", "…", " ".join(rule.message.split()))


def explanation(rule: Rule) -> str:
    """All about a rule, as Markdown."""
    return "\n".join(_explanation(rule)).rstrip() + "\n"


def _explanation(rule: Rule) -> Iterator[str]:
    yield f"# {rule.id}\n"
    languages = "all languages" if "all" in rule.languages else ", ".join(rule.languages)
    off = "" if rule.on_by_default else f" · off unless selected (`--extend-select {rule.id}`)"
    yield f"{rule.topic} · {rule.severity.label} · {rule.status} · {languages}{off}\n"
    yield " ".join(rule.rationale.split()) + "\n"
    if rule.precision is not None:
        yield f"Precision: {precision_text(rule.precision)}.\n"
    yield "## It says\n"
    yield f"> {' '.join(rule.message.split())}\n"
    for text in rule.messages.values():
        yield f"> {' '.join(text.split())}\n"
    yield from _examples("Reported", rule.examples.bad)
    yield from _examples("Left alone", rule.examples.good)
    yield from _params(rule)
    yield "## Silencing it\n"
    yield f"For one line: `<!-- factlint-disable-next-line {rule.id}: why -->` above it."
    yield f"For a file: `factlint: {{disable: [{rule.id}]}}` in its front matter."
    yield f"For a project: `severity: {{{rule.id}: off}}` in `.factlint.yaml`."
    for reference in rule.references:
        yield f"\nSee {reference}"


def precision_text(precision: Precision) -> str:
    """How many alarms were true of those read, and where."""
    parts = [
        _reading(reading, of)
        for reading, of in (
            (precision.repositories, "posts of article repositories"),
            (precision.press, "press articles"),
        )
        if reading is not None
    ]
    return "; ".join([*parts, *[precision.note.rstrip(".")] * bool(precision.note)])


def _reading(reading: Reading, of: str) -> str:
    true = f"{reading.true} of {reading.alarms} alarms were true" if reading.alarms else "no alarm"
    note = f" ({reading.note.rstrip('.')})" if reading.note else ""
    return f"{true} in {reading.articles:,} {of}{note}"


def _examples(title: str, examples: tuple[Example, ...]) -> Iterator[str]:
    if examples:
        yield f"## {title}\n"
    for example in examples:
        notes = [note for note in (example.lang, example.why) if note]
        meta = [f"{key}: {value}" for key, value in example.meta.items()]
        text = example.source or "\n\n".join(part for part in (example.headline, example.text) if part)
        body = "\n".join([*meta, *text.rstrip().splitlines()])
        yield "- " + (" · ".join([*notes]) + "\n\n" if notes else "\n") + _indented(body) + "\n"


def _indented(text: str) -> str:
    return "\n".join(f"      {line}".rstrip() for line in text.splitlines())


def _params(rule: Rule) -> Iterator[str]:
    fields = defaults_of(check_class(rule.check).Params)
    if not fields:
        return
    yield "## Parameters\n"
    yield f"Set them under `params: {{{rule.id}: {{…}}}}` in `.factlint.yaml`.\n"
    for field, default in fields.items():
        name = key_of(field)
        value = rule.params.get(name, "(required)" if default is REQUIRED else default)
        yield f"- `{name}`: {_short(value)}"
    yield ""


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 80 else text[:79] + "…"
