"""A bible made ready to be held against articles: its names by language."""

from __future__ import annotations

from collections.abc import Iterable

from linter.check import Setup
from linter.decode import Problem, Reader
from linter.namedtuples import NamedTuple
from linter.topics.facts.merge import merged
from linter.topics.facts.model import BibleFile, Entry, Person, forms
from linter.topics.names.normalise import fold
from linter.topics.names.tokens import tokens


class Form(NamedTuple):
    """A way to write an entry, cut into words."""

    words: tuple[str, ...]
    entry: Entry


class Names:
    """The forms of all entries in one language, by their first words."""

    def __init__(self, entries: Iterable[Entry], code: str) -> None:
        self.right: dict[str, list[Form]] = {}
        """By the folded first word; the words are folded."""
        self.wrong: dict[str, list[Form]] = {}
        """By the first word as written; the words are as written."""
        self.by_word: dict[str, list[tuple[Form, int]]] = {}
        """Right forms of two words and more, by each of their folded words, with its place."""
        owners: dict[tuple[str, ...], set[int]] = {}
        for number, entry in enumerate(entries):
            known = {
                tuple(map(fold, words))
                for text in (entry.name, *entry.names.values(), *forms(entry.aliases, code))
                if (words := cut(text, code))
            }
            for folded in sorted(known):
                owners.setdefault(folded, set()).add(number)
                form = Form(folded, entry)
                self.right.setdefault(folded[0], []).append(form)
                for place, word in enumerate(folded) if len(folded) > 1 else ():
                    self.by_word.setdefault(word, []).append((form, place))
            for wrong in forms(entry.wrong, code):
                written = cut(wrong, code)
                if written:
                    self.wrong.setdefault(written[0], []).append(Form(written, entry))
        self.shared = frozenset(words for words, numbers in owners.items() if len(numbers) > 1)
        """Forms that more than one entry has: they name nobody for sure."""


class Bible:
    """All entries of the files that a project names."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.entries = tuple(merged(entries))
        self._names: dict[str, Names] = {}
        self._titles: dict[str, dict[str, list[Person]]] = {}

    def __bool__(self) -> bool:
        return bool(self.entries)

    def names(self, code: str) -> Names:
        """The forms of the entries in a language, cut and folded once."""
        if code not in self._names:
            self._names[code] = Names(self.entries, code)
        return self._names[code]

    def titles(self, code: str) -> dict[str, list[Person]]:
        """Every title of the bible, by its key, and who ever had it."""
        if code not in self._titles:
            found: dict[str, list[Person]] = {}
            for person in (entry for entry in self.entries if isinstance(entry, Person)):
                for title in person.titles:
                    for form in forms(title.title, code):
                        found.setdefault(key_of(form, code), []).append(person)
            self._titles[code] = found
        return self._titles[code]


def read_bible(path: str, source: str) -> tuple[list[Entry], list[Problem]]:
    """The entries of a bible file, and what is wrong with it, each at its place."""
    reader = Reader(path, source)
    node = reader.parse(source)
    record = reader.record(node, BibleFile) if node is not None and node.value is not None else None
    if reader.problems or record is None:
        return [], reader.problems
    return list(record.entries()), []


def cut(form: str, code: str) -> tuple[str, ...]:
    """The words of a form, cut as those of a text are."""
    return tuple(word.text for word in tokens(form, code))


def key_of(form: str, code: str) -> str:
    """A form as it is compared: its folded words."""
    return " ".join(map(fold, cut(form, code)))


def bible_of(setup: Setup) -> Bible | None:
    """The story bible that a check was set up with; nothing where the project has none."""
    return setup.bible if isinstance(setup.bible, Bible) else None
