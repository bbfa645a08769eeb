"""No word of a natural language stands in Python: what is known of a language is in its file."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from linter import languages
from linter.languages import described

PACKAGE = Path(languages.__file__).parent.parent
FILES = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}
CODES = frozenset(described())


TABLE, BRANCH, LETTERS, WORD = "a table by language", "a branch on", "the letters", "the word"
ALLOWED = {
    ("analyses/editions.py", WORD): "a mark of editors, the same in all languages",
    ("article/aliases.py", LETTERS): "keys of metadata, which programs write in the language of their users",
    ("article/stray.py", LETTERS): "the same keys where they stand in the text",
    ("article/html/elements.py", TABLE): "elements of HTML, two of which are called like languages",
    ("article/markup/latex_words.py", LETTERS): "letters that commands of TeX stand for",
    ("article/lines.py", LETTERS): "a range of Unicode: small letters",
    ("corpus/batch.py", BRANCH): "the name of a column",
    ("matching/letters.py", LETTERS): "ranges of Unicode: capital and small letters",
    ("matching/needles.py", LETTERS): "the commonest letters of files, for a faster search",
    ("serve/languagetool.py", TABLE): "regions that a protocol offers",
    ("topics/dates/reading/grammar.py", LETTERS): "a sign of order after a number",
    ("topics/dates/reading/recognise.py", LETTERS): "a sign of order after a number",
    ("topics/data/anchors.py", WORD): "attributes of HTML",
    ("topics/data/cross_references.py", WORD): "commands of LaTeX, kinds of labels in Quarto",
    ("topics/facts/wikidata.py", BRANCH): "a key of Wikidata's JSON",
    ("topics/language/excuses.py", WORD): "an address",
    ("topics/language/mixed_script.py", LETTERS): "letters that look alike in two scripts",
    ("topics/language/mixed_script.py", WORD): "an address",
    ("topics/language/mojibake.py", LETTERS): "what bytes of UTF-8 become in other encodings",
    ("topics/language/tokens.py", WORD): "domains and suffixes of files",
    ("topics/language/untranslated_passage.py", WORD): "filler text, which is in no language",
    ("topics/names/codes/link_clashes.py", WORD): "an address",
    ("topics/names/nlp.py", WORD): "names of packages",
    ("topics/names/normalise.py", LETTERS): "letters that Unicode does not take apart",
    ("topics/numbers/figures/checksum.py", WORD): "names of identifiers, the same in all languages",
    ("topics/numbers/constructions.py", WORD): "the name of a slot",
    ("topics/numbers/reading/currencies.py", LETTERS): "signs of currencies",
    ("topics/numbers/figures/research_numbers.py", WORD): "an address",
    ("topics/numbers/reading/suffixes.py", LETTERS): "signs of order after a number",
    ("topics/numbers/reading/units.py", LETTERS): "signs of units",
    ("topics/names/romanise.py", LETTERS): "letters of other alphabets and their sounds",
    ("topics/science/citation.py", WORD): "commands of TeX",
    ("topics/science/formulas.py", LETTERS): "signs of formulas",
    ("topics/structure/dead_reference.py", WORD): "attributes of HTML, tags of templates",
    ("topics/structure/duplicate_paragraph.py", LETTERS): "a sign of order after a number",
    ("topics/structure/duplicate_paragraph.py", WORD): "marks of site generators",
    ("topics/structure/empty_section.py", WORD): "elements of HTML",
    ("topics/structure/missing_headline.py", WORD): "elements of HTML",
    ("topics/structure/repeated_word.py", WORD): "a mark of editors, the same in all languages",
}
"""Files that have to hold letters or words, and why."""


def faults_in(source: str, patterns_too: bool = True) -> Iterator[str]:
    """What a source has of natural languages, each with its line."""
    tree = ast.parse(source)
    yield from _tables_by_language(tree)
    yield from _branches_on_a_language(tree)
    yield from _letters_beyond_ascii(source, tree)
    if patterns_too:
        yield from _words_in_patterns(tree)


def _tables_by_language(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            keys = {key.value for key in node.keys if isinstance(key, ast.Constant)}
            if len(keys & CODES) >= 2:
                yield f"line {node.lineno}: {TABLE}"


def _branches_on_a_language(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            constants = {
                one.value for side in sides for one in _members(side) if isinstance(one, ast.Constant)
            }
            if constants & CODES:
                yield f"line {node.lineno}: {BRANCH} {', '.join(sorted(constants & CODES))}"


def _members(side: ast.expr) -> list[ast.expr]:
    return list(side.elts) if isinstance(side, ast.Tuple | ast.List | ast.Set) else [side]


def _letters_beyond_ascii(source: str, tree: ast.AST) -> Iterator[str]:
    """Letters as the source writes them: an escape is a character, a letter is part of a word."""
    documented = {
        line
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if tokenize.tok_name[token.type] in ("STRING", "FSTRING_MIDDLE") and token.start[0] not in documented:
            letters = {letter for letter in token.string if letter.isalpha() and not letter.isascii()}
            if letters:
                yield f"line {token.start[0]}: {LETTERS} {''.join(sorted(letters))}"


NO_WORD = re.compile(r"\(\?P[<=]\w+[>)]|\\[uUx][0-9a-fA-F]+|\\.|\[(?:\\.|[^\]\\])*\]")
"""In a pattern: names of groups, escapes, classes of characters."""


def _words_in_patterns(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _makes_a_pattern(node):
            for part in _constants(node.args):
                for word in re.findall(r"[a-z]{3,}", NO_WORD.sub(" ", part.value)):
                    yield f"line {part.lineno}: {WORD} {word}"


def _makes_a_pattern(call: ast.Call) -> bool:
    return ast.unparse(call.func) in ("lazy", "re.compile")


def _constants(parts: Iterable[ast.AST]) -> Iterator[ast.Constant]:
    """The texts of an expression; what other functions are called with belongs to these."""
    for part in parts:
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part
        elif not isinstance(part, ast.Call):
            yield from _constants(ast.iter_child_nodes(part))


def faults_of(file: str) -> list[str]:
    patterns_too = file.startswith(("topics/", "analyses/"))
    return list(faults_in(FILES[file].read_text(encoding="utf-8"), patterns_too))


@pytest.mark.parametrize("file", FILES)
def test_no_word_of_a_language_stands_in_python(file: str) -> None:
    allowed = [kind for other, kind in ALLOWED if other == file]
    assert [fault for fault in faults_of(file) if not any(kind in fault for kind in allowed)] == []


@pytest.mark.parametrize(("file", "kind"), ALLOWED)
def test_what_is_allowed_is_needed(file: str, kind: str) -> None:
    assert any(kind in fault for fault in faults_of(file))


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ('WORDS = {"en": ("and",), "fr": ("et",)}', "line 1: a table by language"),
        ('if spoken == "de":\n    pass', "line 1: a branch on de"),
        ('if spoken in ("en", "nl"):\n    pass', "line 1: a branch on en, nl"),
        ('WORD = "été"', "line 1: the letters é"),
        (r'P = lazy(r"\b(?:about|around)\b")', "line 1: the word about"),
        ('P = lazy(rf"{GAP}(?:about)")', "line 1: the word about"),
        ('P = re.compile(f"(?:{WORDS}|" + "about)")', "line 1: the word about"),
    ],
)
def test_words_are_seen(source: str, fault: str) -> None:
    assert next(faults_in(source)) == fault


@pytest.mark.parametrize(
    "source",
    [
        '"""A docstring with café and lazy(r"word")."""',
        'P = lazy(r"(?P<number>\\d+)[aeiou]\\bx?(?P=number)")',
        "P = lazy(rf\"(?:{any_of(everywhere('names.roles'))})\")",
        'ACCENT = "\\u00e9"',
        'NAMES = {"en": 1, "other": 2}',
        'MARKS = "«»“”…–"',
    ],
)
def test_what_is_no_word_is_left_alone(source: str) -> None:
    assert list(faults_in(source)) == []
