"""Named entities from any installed spaCy pipeline; the only module that imports spaCy.

Pipelines are found by their packages and loaded once per process, entity recogniser only.
A pipeline is loaded under spaCy's language-neutral tokenizer: importing the French one alone
takes two seconds, and a headline's words are easily cut the way the models learned them.
"""

from __future__ import annotations

import json
import os
import sys
import warnings
from collections.abc import Collection
from functools import cache
from importlib.util import find_spec

from linter.analyses.languages import name_of
from linter.languages import speech
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

_PACKAGE = lazy(r"(?:[a-z]{2,3}_(?:core|ent|dep)_\w+|\w+_spacy_[a-z]{2}_\w+)\Z")
_SIZES = ("lg", "md", "sm")
_DOWNLOADS = {
    "en": "en_core_web_md",
    **{
        code: f"{code}_core_news_md"
        for code in "ca da de el es fi fr hr it lt mk nb nl pl pt ro ru sl sv uk".split()
    },
}
"""The pipelines that spaCy's own makers publish."""

_used: frozenset[str] | None = None
"""The pipelines that may be asked; all that are installed unless it was said."""

PERSON_LABELS = frozenset({"PER", "PERSON", "PRS", "persName"})

_CUT = lazy(r"[^\W\d]+|\d+(?:[.,]\d+)*|['’]s\b|[^\w\s]|\s")
"""Words, possessive endings and marks, as the models learned them."""


class Entity(NamedTuple):
    """A named entity at ``prose[start:end]``."""

    start: int
    end: int
    label: str

    @property
    def person(self) -> bool:
        return self.label in PERSON_LABELS


def entities(prose: str, code: str) -> tuple[Entity, ...] | None:
    """The named entities of a short text; ``None`` if no pipeline of the language is installed."""
    pipeline = _pipeline(code)
    if pipeline is None:
        return None
    from spacy.tokens import Doc

    words, spaces = _pieces(prose, _cut(code))
    doc = pipeline(Doc(pipeline.vocab, words=words, spaces=spaces))
    return tuple(Entity(found.start_char, found.end_char, found.label_) for found in doc.ents)


def available(code: str) -> bool:
    """Is a pipeline of the language installed? Answered without importing spaCy."""
    return _found(code) is not None


def installed() -> tuple[str, ...]:
    """The pipelines that there are, by the names of their folders, which have their versions."""
    return tuple(path.name for path in _installed()) if find_spec("spacy") else ()


def use_only(names: Collection[str]) -> None:
    """From now on only these pipelines are there, and what is not is not missed."""
    global _used
    _used = frozenset(names)
    _found.cache_clear()
    _pipeline.cache_clear()


def advice(code: str) -> str | None:
    """What to install for a language that has no pipeline here; ``None`` if there is nothing to say."""
    if _used is not None or code not in _DOWNLOADS or available(code):
        return None
    command = f"python -m spacy download {_DOWNLOADS[code]}"
    if find_spec("spacy") is None:
        command = f"python -m pip install 'factlint[nlp]' && {command}"
    return message(
        "{language} names are judged by lists alone; for better recall: {command}",
        language=name_of(code),
        command=command,
    )


@cache
def _cut(code: str) -> re.Pattern[str]:
    """Where the models of a language saw words end: those that elide keep words with hyphens whole."""
    elided = speech(code).names.elided
    if not elided:
        return _CUT
    return lazy(rf"(?i:{any_of(elided)})['’](?=\w)|\w+(?:-\w+)*|[^\w\s]|\s")


def _pieces(prose: str, cut: re.Pattern[str]) -> tuple[list[str], list[bool]]:
    """Words and punctuation, and whether a space follows each."""
    words: list[str] = []
    spaces: list[bool] = []
    for piece in cut.findall(prose):
        if piece == " " and words and not spaces[-1]:
            spaces[-1] = True
        else:
            words.append(piece)
            spaces.append(False)
    return words, spaces


@cache
def _pipeline(code: str) -> Language | None:
    path = _found(code)
    if path is None:
        return None
    import spacy

    meta = json.loads((path / "meta.json").read_text(encoding="utf-8"))
    wanted = {"ner", "transformer"} | ({"tok2vec"} if _listens(path) else set())
    unwanted = [name for name in meta["pipeline"] if name not in wanted]
    with warnings.catch_warnings():
        # A pipeline made for another minor version of spaCy is said to be so; it works all the same.
        warnings.simplefilter("ignore", UserWarning)
        return spacy.load(path, exclude=[*unwanted, "tokenizer"], config={"nlp.lang": "xx"})


def _listens(path: Path) -> bool:
    """Does the recogniser share the word vectors of another component?"""
    return "Tok2VecListener" in (path / "config.cfg").read_text(encoding="utf-8")


@cache
def _found(code: str) -> Path | None:
    """The folder of the best pipeline of the language with an entity recogniser, larger ones first."""
    if find_spec("spacy") is None:
        return None
    found = [path for path in _installed() if _is_used(path) and _speaks(path, code)]
    return min(found, key=_rank, default=None)


def _is_used(path: Path) -> bool:
    return _used is None or path.name in _used


def _rank(path: Path) -> tuple[int, str]:
    meta = json.loads((path / "meta.json").read_text(encoding="utf-8"))
    size = str(meta.get("name", "")).rsplit("_", 1)[-1]
    return (_SIZES.index(size) if size in _SIZES else len(_SIZES), path.name)


def _speaks(path: Path, code: str) -> bool:
    meta = json.loads((path / "meta.json").read_text(encoding="utf-8"))
    return meta.get("lang") == code and "ner" in meta.get("pipeline", ())


@cache
def _installed() -> tuple[Path, ...]:
    """The data folders of all installed packages that look like pipelines; empty shells have none."""
    from pathlib import Path

    packages = sorted({name for place in sys.path for name in _packages_in(place)})
    specs = (find_spec(name) for name in packages)
    folders = (Path(place) for spec in specs if spec for place in spec.submodule_search_locations or ())
    return tuple(
        config.parent
        for folder in folders
        for config in sorted(folder.glob("*/config.cfg"))
        if (config.parent / "meta.json").exists()
    )


def _packages_in(place: str) -> list[str]:
    """The packages in a folder whose names look so; ``pkgutil`` asks many questions of each file first."""
    try:
        names = os.listdir(place or os.curdir)
    except OSError:  # an archive, or not there
        return []
    return [
        name
        for name in names
        if _PACKAGE.match(name) and os.path.exists(os.path.join(place, name, "__init__.py"))
    ]
