"""The messages in another language, read from what ``scripts/compile_messages.py`` makes of its catalogue."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache

from linter.messages import Message, Number, as_is, messages
from linter.messages.reader import WRITTEN_IN
from linter.packaged import read_data
from linter.typed import Any

Translate = Callable[[str], str]
"""Makes of a text what a reader sees. A text that it does not know stays as it is."""
_CYCLE = 100
"""The plural form of a number depends on no more than its last two digits, and on whether it has more."""
(NUMBER,) = messages("1,234.5")
"""The entry of a catalogue that shows how numbers are written."""


class Catalogue:
    """The texts of a language. ``more`` are those of a project, which go first."""

    def __init__(self, language: str, more: Mapping[str, str] | None = None) -> None:
        data = _data(language)
        self.language = language
        self._texts: Mapping[str, Any] = {**data["texts"], **more} if more else data["texts"]
        self._plurals: str = data["plurals"]
        shown = self._texts[NUMBER]
        self._marks = str.maketrans({",": shown[1], ".": shown[-2]})

    def __call__(self, text: str) -> str:
        """The text in the language; where its template is not translated, as it is."""
        if isinstance(text, Message):
            return self._said(text)
        if isinstance(text, Number):
            return text.plain.translate(self._marks)
        return str(self._found(text, text))

    def _said(self, said: Message) -> str:
        template = self._template(said)
        if not template or not said.fields:
            return template or str(said)
        return template.format_map({name: self._value(value) for name, value in said.fields.items()})

    def _value(self, value: str) -> str:
        """A value within a message: what is said of it, or the words of the article on one line."""
        return self(value) if isinstance(value, Message | Number) else " ".join(value.split())

    def _template(self, said: Message) -> str:
        if said.plural:
            forms = self._found(said.template, None)
            return forms[self._form(said.fields["number"])] if isinstance(forms, list) else ""
        found = self._found(said.template, "")
        return found or ("" if _has_words(said.template) else said.template)

    def _found(self, template: str, otherwise: Any) -> Any:
        return self._texts.get(" ".join(template.split()), otherwise)

    def _form(self, number: str) -> int:
        value = int(getattr(number, "plain", number).replace(",", ""))
        return int(self._plurals[value if value < _CYCLE else _CYCLE + value % _CYCLE])


def _has_words(template: str) -> bool:
    """Whether there are letters outside of the fields; a formula without any is the same in all languages."""
    rest = "".join(part.rpartition("}")[2] for part in template.split("{"))
    return any(letter.isalpha() for letter in rest)


@cache
def _data(language: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(read_data("messages", f"{language}.json"))
    return data


def translate(language: str, more: Mapping[str, str] | None = None) -> Translate:
    """What says texts in a language: one of those that have a catalogue, or English."""
    return as_is if language == WRITTEN_IN else Catalogue(language, more)
