"""Texts that can be said in the reader's language.

A message is English, and English is all that is compared, sorted, and kept. It remembers the template and the
values it was made of, so that whoever shows it can make it anew in another language
(:mod:`linter.messages.catalogue`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence


class Message(str):
    """An English text with the template that it was made of: the message id of the catalogues."""

    __slots__ = ("fields", "plural", "template")

    template: str
    fields: Mapping[str, str]
    """Values for the ``{names}`` in the template: messages again, numbers, and words of the article."""
    plural: str
    """The template for many; ``fields["number"]`` says how many there are."""

    def __new__(cls, text: str, template: str, fields: Mapping[str, str], plural: str = "") -> Message:
        made = str.__new__(cls, text)
        made.template, made.fields, made.plural = template, fields, plural
        return made

    def __reduce__(self) -> tuple[object, ...]:
        return Message, (str(self), self.template, self.fields, self.plural)


class Number(str):
    """A number as the English text has it, and as English writes it: ``12,345.6``."""

    __slots__ = ("plain",)

    plain: str

    def __new__(cls, text: str, plain: str) -> Number:
        made = str.__new__(cls, text)
        made.plain = plain
        return made

    def __reduce__(self) -> tuple[object, ...]:
        return Number, (str(self), self.plain)


def message(template: str, /, **fields: str) -> Message:
    """The message of a template and its values."""
    return Message(template.format_map(fields), template, fields)


def verbatim(text: str) -> Message:
    """A text that is a message as it stands, whatever braces it has."""
    return Message(text, text, {})


def plural(number: int, one: str, many: str, /, **fields: str) -> Message:
    """The message for a number of things, which stands at ``{number}``.

    >>> plural(2000, "{number} file", "{number} files")
    '2,000 files'
    """
    fields.setdefault("number", whole(number))
    return Message((one if number == 1 else many).format_map(fields), one, fields, many)


def whole(number: int) -> Number:
    """A whole number."""
    text = f"{number:,}"
    return Number(text, text)


def messages(*texts: str) -> tuple[str, ...]:
    """The texts, which are messages without fields: so they get into the catalogues."""
    return texts


def as_is(text: str) -> str:
    """The text in English: what stands for a catalogue where there is none."""
    return text


def bare(number: int) -> Number:
    """A whole number that English writes here without commas."""
    return Number(str(number), f"{number:,}")


def either(texts: Sequence[str]) -> str:
    """``A``, ``A or B``, ``A or B or C``."""
    first, *more = texts
    for other in more:
        first = message("{one} or {other}", one=first, other=other)
    return first
