"""LaTeX, its prose only: text, headings, lists, quotations, captions, notes and the cells of tables.

Formulas, code, references and drawings are no prose; of commands that are not known the argument is text and
what stands in brackets is none. Nothing is included or run.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from linter.article.addresses import without_addresses
from linter.article.draft import Draft
from linter.article.markup import latex_words as words
from linter.article.model import LIST, PARAGRAPH, QUOTE, TABLE, Block, Field
from linter.article.prose import Active, ProseBuilder, code_at, has_prose
from linter.article.tables import OpenTables
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span

_TOKEN = lazy(
    r"(?P<comment>%[^\r\n]*(?:(?>\r\n|\r|\n)[ \t]*(?!\s))?)"
    r"|(?P<paragraph>(?:(?<![ \t])[ \t]+)?(?>\r\n|\r|\n)(?:[ \t]*(?>\r\n|\r|\n))+)"
    r"|(?P<maths>\$\$[^$]++\$\$|\$(?:[^$\\\n]++|\\.|\n(?!\s*\n))++\$)|(?P<formula>\\[(\[])"
    rf"|(?P<accent>{words.ACCENT})"
    r"|(?P<break>\\\\\*?(?:\[[^\]\n]{0,40}\])?)"
    r"|(?P<environment>\\(?P<edge>begin|end)[ ]*\{(?P<name>[^{}\n]{0,60})\})"
    r"|(?P<command>\\(?P<word>[a-zA-Z@]+)\*?)|(?P<character>\\(?P<escaped>[^a-zA-Z\s]|\s))"
    r"|(?P<open>\{)|(?P<close>\})|(?P<cell>&)|(?P<sign>``|''|---?|~)",
    re.DOTALL,
)
_BEGIN = lazy(r"\\begin[ ]*\{document\}")
_CLASS = lazy(r"\\document(?:class|style)\b")
_HEAD = lazy(r"\\(?P<name>title|date|author)(?:\[[^\]\n]*\])?\{(?P<value>[^{}\\\r\n]+)\}")
_OPTION = lazy(r"[ \t]*\[[^\[\]\n]*\]")
_ARGUMENT = lazy(r"[ \t]*(?=\{)")
_WIDE = lazy(r"\s*\{(\d{1,3})\}")
_SHOWN = lazy(r"\{\}|(?=\\ |[).,;:!?'\]-])")
"""Right behind a command without an argument: it is printed as a word is."""
_BRACE = lazy(r"(?<!\\)[{}]")
_FORMULA_END = lazy(r"\\[)\]]")
_MOST_ARGUMENTS = 4
_LONGEST_FORMULA = 5_000
_DEEPEST = 100
_VERBATIM = lazy(r"(?P<sign>[^a-zA-Z\s*{])(?P<code>[^\n]*?)(?P=sign)")


class _Group(NamedTuple):
    """What an open brace began: a block of its own, or a mark."""

    builder: ProseBuilder | None = None
    kind: str = ""
    level: int = 0
    mark: Active | None = None


def read_latex(source: str) -> Draft:
    """The draft of a LaTeX source; a chapter without a preamble is text from its first line."""
    begin = _BEGIN.search(source)
    start = begin.end() if begin else len(source) if _CLASS.search(source) else 0
    fields = []
    for found in _HEAD.finditer(source, 0, start):
        span = Span(*found.span("value"))
        fields.append(Field(found["name"], found["value"].strip(), span, Span(*found.span("name"))))
    reader = _Reader(source, start)
    reader.read()
    return Draft(reader.blocks, [each for each in fields if each.value], [], tables=reader.tables.all())


class _Reader:
    def __init__(self, source: str, start: int) -> None:
        self.source = source
        self.at = start
        self.blocks: list[Block] = []
        self._builder = ProseBuilder()
        self._groups: list[_Group] = []
        self._environments: list[str] = []
        self._kind = PARAGRAPH
        self._later: list[Block] = []
        """Notes and captions, which stand in the middle of a paragraph."""
        self._marks: list[Active] = []
        self.tables = OpenTables()
        self._apart = 0
        """How many of the open groups are blocks of their own."""

    def read(self) -> None:
        """Read up to the end of the document."""
        while (found := _TOKEN.search(self.source, self.at)) is not None:
            self._add(self.at, found.start())
            self.at = found.end()
            if found["edge"] == "end" and found["name"] == "document":
                break
            _TAKE[found.lastgroup or ""](self, found)
        else:
            self._add(self.at, len(self.source))
        while self._groups:
            self._close(None)
        self._flush()

    @cached_property
    def _arguments(self) -> dict[int, int]:
        """Where each brace is closed that opens something."""
        found: dict[int, int] = {}
        opened: list[int] = []
        for brace in _BRACE.finditer(self.source):
            if brace[0] == "{":
                opened.append(brace.start())
            elif opened:
                found[opened.pop()] = brace.end()
        return found

    @cached_property
    def _formula_ends(self) -> list[int]:
        return [found.start() for found in _FORMULA_END.finditer(self.source)]

    def _add(self, start: int, end: int) -> None:
        """Text as it stands there, blanks collapsed; ``&`` is a sign, so that it holds no reference."""
        self._builder.add_html(self.source, start, end, self._marks)

    def _flush(self) -> None:
        """End the paragraph at hand."""
        if self._apart:
            self._builder.add(" ", self.at - 1, self.at)
            return
        self._block(self._builder, self._kind)
        self._builder = ProseBuilder()
        self.blocks += self._later
        self._later.clear()

    def _block(self, builder: ProseBuilder, kind: str, level: int = 0) -> None:
        text = without_addresses(builder.text())
        if kind == TABLE:
            self.tables.add(text)
        if has_prose(text):
            self.blocks.append(Block(kind, text, level))

    def _comment(self, found: re.Match[str]) -> None:
        """It vanishes with the line break behind it."""

    def _paragraph(self, found: re.Match[str]) -> None:
        self._flush()
        if self._kind == LIST and not self._inside(words.LISTS):
            self._kind = PARAGRAPH

    def _fill(self, found: re.Match[str]) -> None:
        self._builder.add_filler(*found.span(), self._marks)

    def _formula(self, found: re.Match[str]) -> None:
        """What stands between ``\\(`` and ``\\)``, or in a line of its own."""
        ends = self._formula_ends
        at = bisect_left(ends, found.end())
        if at < len(ends) and ends[at] - found.end() < _LONGEST_FORMULA:
            self.at = ends[at] + 2
            self._builder.add_filler(found.start(), self.at, self._marks)

    def _accent(self, found: re.Match[str]) -> None:
        letter = found["held"] or found["bare"]
        self._builder.add(words.accented(found["over"], letter), *found.span(), self._marks)

    def _break(self, found: re.Match[str]) -> None:
        if self._kind == TABLE:
            self._next(row=True)
        else:
            self._builder.add_break(*found.span())

    def _cell(self, found: re.Match[str]) -> None:
        if self._kind == TABLE:
            self._next(row=False)
        else:
            self._builder.add("&", *found.span(), self._marks)

    def _next(self, row: bool) -> None:
        """The next cell of a table, maybe the first of a row."""
        self._flush()
        self.tables.next_cell(new_row=row)

    def _sign(self, found: re.Match[str]) -> None:
        self._builder.add(words.SIGNS[found[0]], *found.span(), self._marks)

    def _character(self, found: re.Match[str]) -> None:
        escaped = found["escaped"]
        prose = escaped if escaped in "%&$#_{}" else "" if escaped in "-/!" else " "
        if prose:
            self._builder.add(prose, *found.span(), self._marks)

    def _open(self, found: re.Match[str]) -> None:
        self._push(_Group())

    def _push(self, group: _Group) -> None:
        if len(self._groups) < _DEEPEST:
            self._groups.append(group)
            self._apart += group.builder is not None
            self._marks += [group.mark] if group.mark is not None else []

    def _close(self, found: re.Match[str] | None) -> None:
        if not self._groups:
            return
        group = self._groups.pop()
        if group.mark is not None:
            self._marks.pop()
        if group.builder is None:
            return
        self._apart -= 1
        text = without_addresses(self._builder.text())
        self._builder = group.builder
        if has_prose(text):
            self._later.append(Block(group.kind, text, group.level))
        if not self._builder:
            self._flush()

    def _command(self, found: re.Match[str]) -> None:
        word = found["word"]
        if word in words.SYMBOLS:
            self._builder.add(words.SYMBOLS[word], *found.span(), self._marks)
            gap = lazy(r"\{\}|[ \t]+").match(self.source, self.at)
            self.at = gap.end() if gap else self.at
        elif word == "item":
            self._item()
        elif word == "par":
            self._flush()
        elif word in words.CODE:
            self._code(found.start(), word)
        elif word in words.SKIPPED or words.POINTER.fullmatch(word):
            self._skip(found.start(), word)
        elif word in words.APART:
            self._begin_apart(*words.APART[word])
        elif word in words.MARKS:
            self._options()
            if self._argument_follows():
                self.at += 1
                self._push(_Group(mark=(words.MARKS[word], "")))
        else:
            self._options()
            if shown := _SHOWN.match(self.source, self.at):
                self.at = shown.end()
                self._builder.add_filler(*found.span(), self._marks)

    def _item(self) -> None:
        self._flush()
        self._kind = LIST
        option = _OPTION.match(self.source, self.at)
        if option:
            start = self.source.index("[", option.start()) + 1
            self._add(start, option.end() - 1)
            self._builder.add(" ", option.end() - 1, option.end())
            self.at = option.end()

    def _options(self) -> None:
        while (option := _OPTION.match(self.source, self.at)) is not None:
            self.at = option.end()

    def _argument_follows(self) -> bool:
        gap = _ARGUMENT.match(self.source, self.at)
        if gap is not None:
            self.at = gap.end()
        return gap is not None

    def _begin_apart(self, kind: str, level: int) -> None:
        """A heading ends the paragraph; a note or a caption stands in the middle of one."""
        self._options()
        if not self._argument_follows() or len(self._groups) >= _DEEPEST:
            return
        if level:
            self._flush()
            self._kind = PARAGRAPH
        self.at += 1
        self._push(_Group(self._builder, kind, level))
        self._builder = ProseBuilder()

    def _code(self, start: int, word: str) -> None:
        begun = self.at
        self._options()
        verbatim = (
            _VERBATIM.match(self.source, self.at) if word in ("verb", "lstinline", "mintinline") else None
        )
        if verbatim is not None:
            self.at = verbatim.end()
        else:
            self._skip_arguments(2)
        if self.at > begun:
            self._builder.add_filler(start, self.at, [*self._marks, ("code", "")])

    def _skip(self, start: int, word: str) -> None:
        """Arguments that nobody reads; of some commands the last one is text."""
        if word == "multicolumn" and (wide := _WIDE.match(self.source, self.at)):
            self.tables.widen(int(wide[1]))
        if word in words.SHOWN_LAST:
            self._skip_arguments(2 if word in ("multicolumn", "resizebox") else 1)
            return
        if self._skip_arguments(_MOST_ARGUMENTS) and self._builder and word not in ("label", "index"):
            self._builder.add_filler(start, self.at, self._marks)

    def _skip_arguments(self, most: int) -> int:
        """How many arguments in braces were passed over."""
        passed = 0
        self._options()
        while passed < most and self._argument_follows():
            end = self._arguments.get(self.at)
            if end is None:
                break
            self.at = end
            passed += 1
            self._options()
        return passed

    def _environment(self, found: re.Match[str]) -> None:
        name = found["name"].rstrip("*")
        if found["edge"] == "end":
            self._end(name)
            return
        self._flush()
        if name in words.LITERAL:
            self._literal(found["name"])
            return
        self._environments.append(name)
        self._kind = self._kind_here()
        if name in words.TABLES:
            self._skip_arguments(2)
            self.tables.begin()
            self.tables.next_cell(new_row=True)
        else:
            self._options()

    def _end(self, name: str) -> None:
        self._flush()
        if name in self._environments:
            while (ended := self._environments.pop()) != name:
                pass
            if ended in words.TABLES:
                self.tables.end()
        self._kind = self._kind_here()

    def _kind_here(self) -> str:
        if self._inside(words.TABLES):
            return TABLE
        if self._inside(words.QUOTES):
            return QUOTE
        return LIST if self._inside(words.LISTS) else PARAGRAPH

    def _inside(self, names: frozenset[str]) -> bool:
        return any(name in names for name in self._environments[-_DEEPEST:])

    def _literal(self, name: str) -> None:
        """What is no prose, up to its end."""
        ending = f"\\end{{{name}}}"
        end = self.source.find(ending, self.at)
        end = len(self.source) if end < 0 else end
        self.blocks += code_at(self.source, self.at, end)
        self.at = min(end + len(ending), len(self.source))


_TAKE = {
    "comment": _Reader._comment,
    "paragraph": _Reader._paragraph,
    "maths": _Reader._fill,
    "formula": _Reader._formula,
    "accent": _Reader._accent,
    "break": _Reader._break,
    "environment": _Reader._environment,
    "command": _Reader._command,
    "character": _Reader._character,
    "open": _Reader._open,
    "close": _Reader._close,
    "cell": _Reader._cell,
    "sign": _Reader._sign,
}
