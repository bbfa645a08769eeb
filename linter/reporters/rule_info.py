"""A rule in plain words: for reports, for ``explain``, for the list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from linter.decode import REQUIRED, defaults_of, key_of
from linter.matching.regexes import lazy
from linter.messages import Message, as_is, bare, message, messages, verbatim, whole
from linter.reporters.base import RuleInfo, precision_word
from linter.rules.bind import GUEST, check_class
from linter.rules.model import Example, Precision, Reading, Rule
from linter.site import page_of_rule

_FIELD = lazy(r"\{[^{}]*\}")


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
        url=rule_url(rule),
    )


def rule_url(rule: Rule) -> str:
    """Where a rule is explained: on its page, or where its own file says; nothing if nowhere."""
    if rule.own or rule.check.startswith(GUEST):
        return next((each for each in rule.references if each.startswith("https://")), "")
    return page_of_rule(rule.id)


def summary(rule: Rule) -> str:
    """What the rule reports, in one line: its summary, or its message with ``…`` for what varies."""
    return rule.summary or _FIELD.sub("…", " ".join(rule.message.split()))


def level(rule: Rule) -> str:
    """Severity, and status if it is not stable, as lists of rules have them."""
    return f"{rule.severity.label}, preview" if rule.status == "preview" else rule.severity.label


def reading_cell(reading: Reading | None) -> str:
    """How many alarms of a reading were true, as lists of rules have it; nothing for none."""
    if reading is None:
        return ""
    if not reading.alarms:
        return f"no alarm in {reading.articles:,}"
    return f"{reading.true} of {reading.alarms} in {reading.articles:,}"


def explanation(rule: Rule, translate: Callable[[str], str] = as_is) -> str:
    """All about a rule, as Markdown; examples stand as they are, in whatever language."""
    return "\n".join(map(translate, _explanation(rule, translate is as_is))).rstrip() + "\n"


def _explanation(rule: Rule, english: bool) -> Iterator[str]:
    """The lines. What was noted on the precision is for those who know English."""
    yield f"# {rule.id}\n"
    yield from (_about(rule), "", _one_line(rule.rationale), "")
    if rule.precision is not None and (english or rule.precision.readings):
        yield from (message("Precision: {readings}.", readings=precision_text(rule.precision, english)), "")
    yield from (message("## It says"), "")
    for text in (rule.message, *rule.messages.values()):
        yield from (message("> {text}", text=verbatim(_one_line(text))), "")
    yield from _examples(message("## Reported"), rule.examples.bad)
    yield from _examples(message("## Left alone"), rule.examples.good)
    yield from _params(rule, english)
    yield from (message("## Silencing it"), "")
    yield message("For one line: `<!-- factlint-disable-next-line {rule}: why -->` above it.", rule=rule.id)
    yield message("For a file: `factlint: {{disable: [{rule}]}}` in its front matter.", rule=rule.id)
    yield message("For a project: `severity: {{{rule}: off}}` in `.factlint.yaml`.", rule=rule.id)
    for reference in dict.fromkeys([*filter(None, [rule_url(rule)]), *rule.references]):
        yield from ("", message("See {reference}", reference=reference))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _about(rule: Rule) -> Message:
    """Topic, check, severity, status and languages; and how to get it."""
    languages: str = ", ".join(rule.languages)
    if "all" in rule.languages:
        languages = message("all languages")
    off: str = ""
    if rule.profile:
        off = message(" · off without its profile (`--profile {profile}`)", profile=rule.profile)
    elif not rule.on_by_default:
        off = message(" · off unless selected (`--extend-select {rule}`)", rule=rule.id)
    status = dict(zip(("preview", "stable"), messages("preview", "stable"), strict=True))[rule.status]
    return message(
        "{topic} · {check} · {severity} · {status} · {languages}{off}",
        topic=rule.topic,
        check=f"`check: {rule.check}`",
        severity=message(rule.severity.label),
        status=message(status),
        languages=languages,
        off=off,
    )


def precision_text(precision: Precision, english: bool = True) -> str:
    """How many alarms were true of those read, and where."""
    parts = []
    if precision.repositories is not None:
        where = message("posts of article repositories")
        parts.append(_reading(precision.repositories, where, english))
    if precision.press is not None:
        parts.append(_reading(precision.press, message("press articles"), english))
    if english and precision.note:
        parts.append(precision.note.rstrip("."))
    first, *more = parts
    for other in more:
        first = message("{one}; {other}", one=first, other=other)
    return first


def _reading(reading: Reading, of: Message, english: bool) -> str:
    articles = whole(reading.articles)
    if reading.alarms:
        told = message(
            "{true} of {alarms} alarms were true in {articles} {of}",
            true=bare(reading.true),
            alarms=bare(reading.alarms),
            articles=articles,
            of=of,
        )
    else:
        told = message("no alarm in {articles} {of}", articles=articles, of=of)
    return f"{told} ({reading.note.rstrip('.')})" if english and reading.note else told


def _examples(title: Message, examples: tuple[Example, ...]) -> Iterator[str]:
    if examples:
        yield from (title, "")
    for example in examples:
        notes = [note for note in (example.lang, example.why) if note]
        meta = [f"{key}: {value}" for key, value in example.meta.items()]
        text = example.source or "\n\n".join(part for part in (example.headline, example.text) if part)
        body = "\n".join([*meta, *text.rstrip().splitlines()])
        yield "- " + (" · ".join([*notes]) + "\n\n" if notes else "\n") + _indented(body) + "\n"


def _indented(text: str) -> str:
    return "\n".join(f"      {line}".rstrip() for line in text.splitlines())


def _params(rule: Rule, english: bool) -> Iterator[str]:
    """The parameters with their values; what they mean is for those who know English."""
    params = check_class(rule.check).Params
    fields = defaults_of(params)
    if not fields:
        return
    from linter.rules.field_docs import field_docs

    meaning = field_docs(params) if english else {}
    yield from (message("## Parameters"), "")
    yield message("Set them under `params: {{{rule}: {{…}}}}` in `.factlint.yaml`.", rule=rule.id)
    yield ""
    for field, default in fields.items():
        name = key_of(field)
        value = rule.params.get(name, "(required)" if default is REQUIRED else default)
        told = f"- `{name}`: {_short(value)}".rstrip()
        yield f"{told}\n  {meaning[field]}" if field in meaning else told
    yield ""


def _short(value: object) -> str:
    if value is None or value == () or value == {}:
        return "–"
    text = " ".join(str(value).split())
    return text if len(text) <= 80 else text[:79] + "…"
