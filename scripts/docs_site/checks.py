"""A page for each check: its parameters, what its messages may say, and the rules that it is behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from linter.decode import defaults_of
from linter.languages.needs import speaking
from linter.rules.bind import check_class
from linter.rules.model import Rule
from linter.site import REPOSITORY
from linter.topics import CHECKS
from scripts.docs_site.markdown import fields, inner_records, languages, one_line, table

_LONGEST = 40
"""Lines of an example of a rule; of the larger ones the beginning is shown."""


def index(book: Sequence[Rule]) -> str:
    """The list of all checks."""
    rows = ((f"[{name}]({name}.md)", _about(name), ", ".join(_links(name, book))) for name in sorted(CHECKS))
    head = (
        "# All checks\n\nA check is a question to an article; a rule asks it, with parameters, a severity"
        " and a message. [Rules of your own](../own-rules.md) may use any of them.\n"
    )
    return "\n".join([head, *table(("check", "what it does", "rules"), rows)])


def page(name: str, book: Sequence[Rule]) -> str:
    """The page of one check."""
    return "\n".join(_page(name, book))


def _page(name: str, book: Sequence[Rule]) -> Iterator[str]:
    kind = check_class(name)
    module = CHECKS[name].partition(":")[0].replace(".", "/")
    yield f"# {name}\n"
    yield f"{_about(name)}\n"
    yield from table(
        ("rules", "languages", "source"),
        [
            (
                ", ".join(_links(name, book)),
                languages(speaking(kind.needs)),
                f"[{module}.py]({REPOSITORY}/blob/main/{module}.py)",
            )
        ],
    )
    yield "## Parameters\n"
    if defaults_of(kind.Params):
        yield from fields(kind.Params)
        for record in inner_records(kind.Params):
            yield f"### {record.__name__}\n"
            yield from fields(record)
    else:
        yield "None.\n"
    yield "## Messages\n"
    known = ", ".join(f"`{{{each}}}`" for each in sorted(kind.fields))
    yield f"A message may say {known}.\n" if known else "A message has no fields.\n"
    if kind.variants:
        yield f"Under `messages` it may have {', '.join(f'`{each}`' for each in sorted(kind.variants))}.\n"
    yield from _example(name, book)


def _about(name: str) -> str:
    return one_line((check_class(name).__doc__ or "").split("\n\n")[0])


def _links(name: str, book: Sequence[Rule]) -> list[str]:
    return [f"[{rule.id}](../rules/{rule.id}.md)" for rule in book if rule.check == name]


def _example(name: str, book: Sequence[Rule]) -> Iterator[str]:
    rules = [rule for rule in book if rule.check == name]
    if not rules:
        return
    rule = min(rules, key=lambda each: Path(each.path).stat().st_size)
    head = Path(rule.path).read_text(encoding="utf-8").partition("\ntranslations:")[0].rstrip().split("\n")
    yield "## Example\n"
    yield f"The rule [{rule.id}](../rules/{rule.id}.md):\n"
    yield "```yaml"
    yield from head[:_LONGEST]
    if len(head) > _LONGEST:
        yield "# …"
    yield "```\n"
