"""What a rule file's check, messages and examples forbid, each problem at its place."""

from __future__ import annotations

import string

from linter.check import Check
from linter.decode import Reader
from linter.messages.reader import LANGUAGES
from linter.nodes import Node
from linter.quoting import quoted, shortened, suggestion
from linter.rules.bind import check_class
from linter.topics import CHECKS


def validate(node: Node, reader: Reader) -> None:
    """Complain of everything in a rule file that its check, its messages or its examples forbid."""
    keys = {key.value: (key, value) for key, value in node.items()}
    _, check = keys.get("check", (node, Node(None)))
    if not isinstance(check.value, str):
        return
    if check.value not in CHECKS:
        hint = suggestion(check.value, CHECKS) or "; known checks: " + ", ".join(CHECKS)
        reader.complain(check, f"unknown check {quoted(check.value)}{hint}")
        return
    kind = check_class(check.value)
    _, params = keys.get("params", (node, Node([], node.at)))
    decoded = reader.record(params, kind.Params, "params")
    if decoded is not None:
        for message in kind.faults(decoded):
            reader.complain(params, f"params: {message}")
    _validate_messages(keys, kind, reader)
    _validate_examples(keys, reader)


def _validate_messages(keys: dict[str, tuple[Node, Node]], kind: type[Check], reader: Reader) -> None:
    texts = [keys["message"][1]] if "message" in keys else []
    for variant, text in keys["messages"][1].items() if "messages" in keys else []:
        texts.append(text)
        if variant.value not in kind.variants:
            known = ", ".join(sorted(kind.variants)) or "none"
            reader.complain(
                variant, f"messages: unknown variant {quoted(variant.value)}; this check has: {known}"
            )
    for code, told in keys["translations"][1].items() if "translations" in keys else []:
        if code.value not in LANGUAGES[1:]:
            known = ", ".join(LANGUAGES[1:])
            reader.complain(code, f"translations: no messages in {quoted(code.value)}; there are: {known}")
        texts += _translated(told, kind, reader)
    for text in texts:
        _validate_message(text, kind, reader)


def _translated(told: Node, kind: type[Check], reader: Reader) -> list[Node]:
    """The messages of a translation, after a complaint of variants that the check has not."""
    keys = {key.value: value for key, value in told.items()} if told.is_mapping else {}
    variants = keys["messages"].items() if "messages" in keys else []
    for variant, _ in variants:
        if variant.value not in kind.variants:
            reader.complain(variant, f"translations: unknown variant {quoted(variant.value)}")
    return [text for _, text in variants] + ([keys["message"]] if "message" in keys else [])


def _validate_message(text: Node, kind: type[Check], reader: Reader) -> None:
    try:
        parts = list(string.Formatter().parse(str(text.value)))
    except ValueError as error:
        reader.complain(text, f"message: {error}")
        return
    for _, name, form, conversion in parts:
        if name is None:
            continue
        field = f"{{{shortened(name, 40)}}}"
        if form or conversion:  # a width could be a billion
            reader.complain(text, f"message: {field} takes no format")
        if name not in kind.fields:
            hint = suggestion(name, kind.fields)
            known = ", ".join(sorted(kind.fields)) or "none"
            reader.complain(text, f"message: unknown field {field}{hint}; this check provides: {known}")


def _validate_examples(keys: dict[str, tuple[Node, Node]], reader: Reader) -> None:
    if "examples" not in keys:
        return
    _, examples = keys["examples"]
    counts = {key.value: len(value.value or ()) for key, value in examples.items()}
    bad, good = counts.get("bad", 0), counts.get("good", 0)
    if not bad or not good:
        reader.complain(examples, "examples: a rule needs at least one bad and one good example")
    elif good < bad:
        reader.complain(
            examples, f"examples: {bad} bad but only {good} good; give at least as many good ones"
        )
