"""A page for each rule, from its file, and the list of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from linter.decode import defaults_of
from linter.reporters.rule_info import level, precision_text, reading_cell, summary
from linter.rules.bind import check_class
from linter.rules.model import Example, Precision, Rule
from linter.site import REPOSITORY
from scripts.docs_site.markdown import fields, languages, one_line, plain, quoted, table

_SUFFIX = {
    "markdown": "Markdown",
    "html": "HTML",
    "text": "plain text",
    "rst": "reStructuredText",
    "asciidoc": "AsciiDoc",
    "org": "Org",
    "latex": "LaTeX",
}


def index(book: Sequence[Rule]) -> str:
    """The list of all rules."""
    return "\n".join(_index(book))


def _index(book: Sequence[Rule]) -> Iterator[str]:
    yield "# All rules\n"
    yield (
        "Precision: true alarms of those that were read, on posts of article repositories and on press"
        " articles ([how we measure](../measuring.md)). Preview rules are off; so is what is only *info*.\n"
    )
    for topic, members in groupby(book, key=lambda rule: rule.topic):
        yield f"## {topic}\n"
        rows = (
            (f"[{rule.id}]({rule.id}.md)", plain(summary(rule)), level(rule), *_precision(rule))
            for rule in members
        )
        yield from table(("rule", "reports", "severity", "repositories", "press"), rows)


def page(rule: Rule) -> str:
    """The page of one rule."""
    return "\n".join(_page(rule))


def _page(rule: Rule) -> Iterator[str]:
    source = f"{REPOSITORY}/blob/main/rules/{rule.topic}/{rule.id}.yaml"
    yield f"# {rule.id}\n"
    about = plain(summary(rule)).rstrip(".")
    yield f"{about[:1].upper()}{about[1:]}.\n"
    yield from table(
        ("topic", "severity", "languages", "check", "source"),
        [
            (
                rule.topic,
                level(rule),
                languages(rule.languages),
                f"[{rule.check}](../checks/{rule.check}.md)",
                f"[{rule.id}.yaml]({source})",
            )
        ],
    )
    yield f"{one_line(rule.rationale)}\n"
    if rule.profile:
        yield f"It runs with its profile: `profiles: [{rule.profile}]` in `.factlint.yaml`.\n"
    elif not rule.on_by_default:
        yield f"It is off unless selected: `extend-select: [{rule.id}]` in `.factlint.yaml`.\n"
    if rule.habit:
        yield "What articles beside it have as well is told as an info ([habits](../own-rules.md#habits)).\n"
    yield "## It says\n"
    for text in (rule.message, *rule.messages.values()):
        yield f"> {quoted(one_line(text))}\n"
    yield from _examples("Reported", rule.examples.bad)
    yield from _examples("Left alone", rule.examples.good)
    yield "## How often it is right\n"
    known = rule.precision is not None and (rule.precision.readings or rule.precision.note)
    told = precision_text(rule.precision) if known and rule.precision else "too few alarms to say"
    yield f"{told[:1].upper()}{told[1:]}. [How we measure](../measuring.md).\n"
    if defaults_of(check_class(rule.check).Params):
        yield "## Parameters\n"
        yield f"Set under `params: {{{rule.id}: {{…}}}}` in `.factlint.yaml`.\n"
        yield from fields(check_class(rule.check).Params, rule.params, f"../checks/{rule.check}.md")
    yield from _silencing(rule)
    if languages(rule.languages) != ", ".join(rule.languages) and "all" not in rule.languages:
        yield f"## Languages\n\n{', '.join(rule.languages)}\n"
    if rule.references:
        yield "## More\n"
        yield from (f"- <{each}>" if each.startswith("http") else f"- {each}" for each in rule.references)


def _silencing(rule: Rule) -> Iterator[str]:
    yield "## Silencing it\n"
    rows = (
        ("a line", f"`<!-- factlint-disable-next-line {rule.id}: why -->` above it"),
        ("a passage", f"`<!-- factlint-disable {rule.id} -->` up to `<!-- factlint-enable {rule.id} -->`"),
        ("a file", f"`factlint: {{disable: [{rule.id}]}}` in its front matter"),
        ("some paths", f"`overrides: [{{paths: [archive/], ignore: [{rule.id}]}}]` in `.factlint.yaml`"),
        ("a repository", f"`severity: {{{rule.id}: off}}` in `.factlint.yaml`"),
    )
    yield from table(("for", "write"), rows)


def _examples(title: str, examples: Sequence[Example]) -> Iterator[str]:
    if examples:
        yield f"## {title}\n"
    for example in examples:
        notes = [note for note in (example.lang, example.why, _format(example)) if note]
        if notes:
            yield f"{quoted(' · '.join(notes))}\n"
        yield f'<pre class="example" dir="auto">{_marked(_source(example))}</pre>\n'
        if example.expect:
            yield f"Of it is reported: {', '.join(f'“{quoted(each)}”' for each in example.expect)}.\n"
        for name, text in example.files.items():
            yield f"Beside it, {quoted(name)}:\n"
            yield f'<pre class="example" dir="auto">{quoted(text.rstrip())}</pre>\n'


def _format(example: Example) -> str:
    return "" if example.format == "markdown" else _SUFFIX[example.format]


def _source(example: Example) -> str:
    if example.source:
        return example.source.rstrip()
    meta = "\n".join(f"{key}: {value}" for key, value in example.meta.items())
    return "\n\n".join(part.rstrip() for part in (meta, example.headline, example.text) if part)


def _marked(text: str) -> str:
    """An example as HTML in which what is reported is marked."""
    marked = re.compile("<<(.*?)>>", re.DOTALL).split(text)
    return "".join(f"<mark>{quoted(part)}</mark>" if i % 2 else quoted(part) for i, part in enumerate(marked))


def _precision(rule: Rule) -> tuple[str, str]:
    precision = rule.precision or Precision()
    if not precision.readings:
        return precision.note, ""
    return reading_cell(precision.repositories), reading_cell(precision.press)
