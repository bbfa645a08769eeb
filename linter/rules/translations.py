"""What rules say in other languages, in their own files."""

from __future__ import annotations

from collections.abc import Iterable

from linter.rules.model import Rule, RuleFile, Translation
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.messages.catalogue import Translate


def texts_by_language(record: RuleFile) -> dict[str, dict[str, str]]:
    """By language the English texts of a rule file with what they are there."""
    return {code: dict(_texts(record, each)) for code, each in record.translations.items()}


def _texts(record: RuleFile, told: Translation) -> Iterable[tuple[str, str]]:
    own = [(record.message, told.message), (record.summary, told.summary), (record.rationale, told.rationale)]
    own += [(text, told.messages.get(variant, "")) for variant, text in record.messages.items()]
    pairs = [*own, *told.what.items()]
    return ((" ".join(english.split()), _one_line(text)) for english, text in pairs if text)


def _one_line(text: str) -> str:
    """The text on one line; spaces that do not break stay what they are."""
    return " ".join(filter(None, text.replace("\n", " ").split(" ")))


def translate_with(rules: Iterable[Rule], language: str) -> Translate:
    """What says texts in a language, those too that rules bring in it themselves."""
    from linter.messages.catalogue import translate

    return translate(language, _own_texts(rules, language))


def _own_texts(rules: Iterable[Rule], language: str) -> dict[str, str]:
    """What rules say in a language by what they say in English."""
    return {english: text for rule in rules for english, text in rule.translations.get(language, {}).items()}
