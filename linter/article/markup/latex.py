"""LaTeX, its prose only: text, headings, lists, quotations, captions, notes and the cells of tables.

Formulas, code, references and drawings are no prose; of commands that are not known the argument is text and
what stands in brackets is none. Nothing is included or run.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from linter.article.draft import Draft
from linter.article.markup import latex_words as words
from linter.article.markup.latex_arguments import Arguments
from linter.article.markup.latex_blocks import Gathered
from linter.article.model import LIST, PARAGRAPH, QUOTE, TABLE, Field
from linter.article.prose import code_at
from linter.matching import re
from linter.matching.regexes import lazy
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
_SYMBOL_END = lazy(r"\{\}|[ \t]+")
_WIDE = lazy(r"\s*\{(\d{1,3})\}")
_SHOWN = lazy(r"\{\}|(?=\\ |[)}.,;:!?'\]-])")
"""Right behind a command without an argument: it is printed as a word is."""
_ENTITY = lazy(r"\\?#?\w{1,8};")
"""Behind ``&``: an argument is meant for pages, since a text with it would not compile."""
_MOST_ARGUMENTS = 4
_DEEPEST = 100
_SHORT_ARGUMENTS = 200
"""Characters of arguments that are words of a sentence."""


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
    made = reader.gathered
    return Draft(made.blocks, [each for each in fields if each.value], [], tables=made.tables.all())


class _Reader:
    def __init__(self, source: str, start: int) -> None:
        self.source = source
        self.at = start
        self.gathered = Gathered(source)
        self._arguments = Arguments(source)
        self._environments: list[str] = []
        self._edges: set[int] = set()
        """Where arguments end of which nobody knows which one is printed."""

    def read(self) -> None:
        """Read up to the end of the document."""
        while (found := _TOKEN.search(self.source, self.at)) is not None:
            self.gathered.add_source(self.at, found.start())
            self.at = found.end()
            if found["edge"] == "end" and found["name"] == "document":
                break
            _TAKE[found.lastgroup or ""](self, found)
        else:
            self.gathered.add_source(self.at, len(self.source))
        self.gathered.end(self.at)

    def _comment(self, found: re.Match[str]) -> None:
        """It vanishes with the line break behind it."""

    def _paragraph(self, found: re.Match[str]) -> None:
        self.gathered.flush(self.at)
        if self.gathered.kind == LIST and not self._inside(words.LISTS):
            self.gathered.kind = PARAGRAPH

    def _fill(self, found: re.Match[str]) -> None:
        self.gathered.add_filler(*found.span())

    def _formula(self, found: re.Match[str]) -> None:
        """What stands between ``\\(`` and ``\\)``, or in a line of its own."""
        end = self._arguments.formula_end(found.end())
        if end is not None:
            self.at = end
            self.gathered.add_filler(found.start(), end)

    def _accent(self, found: re.Match[str]) -> None:
        letter = found["held"] or found["bare"]
        self.gathered.add(words.accented(found["over"], letter), *found.span())

    def _break(self, found: re.Match[str]) -> None:
        if self.gathered.kind == TABLE:
            self._next(row=True)
        else:
            self.gathered.builder.add_break(*found.span())

    def _cell(self, found: re.Match[str]) -> None:
        if self.gathered.kind == TABLE:
            self._next(row=False)
        elif entity := _ENTITY.match(self.source, self.at):
            self.at = entity.end()
            self.gathered.add_filler(found.start(), self.at)
        else:
            self.gathered.add("&", *found.span())

    def _next(self, row: bool) -> None:
        """The next cell of a table, maybe the first of a row."""
        self.gathered.flush(self.at)
        self.gathered.tables.next_cell(new_row=row)

    def _sign(self, found: re.Match[str]) -> None:
        self.gathered.add(words.SIGNS[found[0]], *found.span())

    def _character(self, found: re.Match[str]) -> None:
        escaped = found["escaped"]
        prose = escaped if escaped in "%&$#_{}" else "" if escaped in "-/!" else " "
        if prose:
            self.gathered.add(prose, *found.span())

    def _open(self, found: re.Match[str]) -> None:
        self.gathered.enter()

    def _close(self, found: re.Match[str]) -> None:
        self.gathered.leave(self.at)
        if self.at in self._edges:
            self.gathered.add_filler(*found.span())

    def _command(self, found: re.Match[str]) -> None:
        take = _commands().get(found["word"])
        if take is None:
            take = _Reader._skip if words.POINTER.fullmatch(found["word"]) else _Reader._other
        take(self, found)

    def _symbol(self, found: re.Match[str]) -> None:
        self.gathered.add(words.SYMBOLS[found["word"]], *found.span())
        gap = _SYMBOL_END.match(self.source, self.at)
        self.at = gap.end() if gap else self.at

    def _item(self, found: re.Match[str]) -> None:
        self.gathered.flush(self.at)
        self.gathered.kind = LIST
        option = self._arguments.option(self.at)
        if option:
            start, end = option
            self.gathered.add_source(start, end)
            self.gathered.builder.add(" ", end, end + 1)
            self.at = end + 1

    def _par(self, found: re.Match[str]) -> None:
        self.gathered.flush(self.at)

    def _mark(self, found: re.Match[str]) -> None:
        if self._argument_follows():
            self.at += 1
            self.gathered.enter((words.MARKS[found["word"]], ""))

    def _enter_apart(self, found: re.Match[str]) -> None:
        kind, level = words.APART[found["word"]]
        if self._argument_follows() and self.gathered.enter_apart(kind, level, self.at):
            self.at += 1

    def _argument_follows(self) -> bool:
        """Whether an argument is next, which may have options before it."""
        self.at = self._arguments.behind_options(self.at)
        opening = self._arguments.opening(self.at)
        self.at = self.at if opening is None else opening
        return opening is not None

    def _code(self, found: re.Match[str]) -> None:
        begun, end = self.at, None
        if found["word"] in words.VERBATIM:
            end = self._arguments.behind_verbatim(begun)
        self.at = self._arguments.behind(begun, 2)[0] if end is None else end
        if self.at > begun:
            self.gathered.add_filler(found.start(), self.at, ("code", ""))

    def _skip(self, found: re.Match[str]) -> None:
        """Arguments that nobody reads; of some commands the last one is text."""
        word = found["word"]
        if word == "multicolumn" and (wide := _WIDE.match(self.source, self.at)):
            self.gathered.tables.widen(int(wide[1]))
        shown_last = words.SHOWN_LAST.get(word)
        self.at, passed = self._arguments.behind(self.at, shown_last or _MOST_ARGUMENTS)
        if passed and not shown_last and self.gathered.builder and word not in words.UNSEEN:
            self.gathered.add_filler(found.start(), self.at)

    def _other(self, found: re.Match[str]) -> None:
        """The argument of a command that is not known is text; without one the command itself is printed.

        Of two short ones perhaps only one is printed, so that no sentence goes on over their edges.
        """
        self.at = self._arguments.behind_options(self.at)
        first, last = (self._arguments.behind(self.at, most)[0] for most in (1, 2))
        short = last - self.at < _SHORT_ARGUMENTS and "\n" not in self.source[self.at : last]
        if short and last > first and self.source[first] == "{":
            self._edges |= {first, last}
        if shown := _SHOWN.match(self.source, self.at):
            self.at = shown.end()
            self.gathered.add_filler(*found.span())

    def _environment(self, found: re.Match[str]) -> None:
        name = found["name"].rstrip("*")
        if found["edge"] == "end":
            self._end(name)
            return
        self.gathered.flush(self.at)
        if name in words.LITERAL:
            self._literal(found["name"])
            return
        self._environments.append(name)
        self.gathered.kind = self._kind_here()
        if name in words.TABLES:
            self.at, _ = self._arguments.behind(self.at, 2)
            self.gathered.tables.begin()
            self.gathered.tables.next_cell(new_row=True)
        else:
            self.at = self._arguments.behind_options(self.at)

    def _end(self, name: str) -> None:
        self.gathered.flush(self.at)
        if name in self._environments:
            while (ended := self._environments.pop()) != name:
                pass
            if ended in words.TABLES:
                self.gathered.tables.end()
        self.gathered.kind = self._kind_here()

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
        self.gathered.blocks += code_at(self.source, self.at, end)
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


@cache
def _commands() -> dict[str, Callable[[_Reader, re.Match[str]], None]]:
    """What is done about the commands that are known, by their names."""
    return {
        **dict.fromkeys(words.MARKS, _Reader._mark),
        **dict.fromkeys(words.APART, _Reader._enter_apart),
        **dict.fromkeys(words.SKIPPED, _Reader._skip),
        **dict.fromkeys(words.CODE, _Reader._code),
        **dict.fromkeys(words.SYMBOLS, _Reader._symbol),
        "item": _Reader._item,
        "par": _Reader._par,
    }
