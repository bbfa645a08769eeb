"""Comments and front matter that silence a rule, and the account of which of them did.

Directives, in the comment syntax of the format (``<!-- … -->``, in MDX ``{/* … */}``, in reStructuredText
``.. …``, in AsciiDoc ``// …``, in Org ``# …``, in LaTeX ``% …``)::

    factlint-disable-next-line RULE [RULE …]: reason
    factlint-disable-line RULE: reason
    factlint-disable RULE … factlint-enable RULE
    factlint-disable-file RULE: reason

In front matter ``factlint: {disable: [RULE]}`` silences a rule for the whole file.
"""

from __future__ import annotations

from collections.abc import Sequence

from linter.article.model import Article
from linter.check import Alarm
from linter.finding import Finding
from linter.matching import re
from linter.matching.regexes import lazy
from linter.messages import Message, message
from linter.quoting import suggestion
from linter.text import LineIndex, Span

_DIRECTIVE = r"factlint(?:-(?P<verb>[\w-]*\w)|:?[ \t]*(?P<loose>(?:disable|enable)[\w-]*))"
"""What begins one, also with a blank or a colon where the hyphen belongs: such a slip is told."""
_COMMENT = lazy(
    rf"(?:<!--|\{{/\*)\s*{_DIRECTIVE}"
    r"(?P<rest>(?:[^-*<{]|-(?!->)|\*(?!/\})|<(?!!--)|\{(?!/\*))*+)(?:-->|\*/\})"
)
"""A comment, over several lines too; it ends where the next begins, so that nothing is read twice."""
_LINE_COMMENTS = {
    format: lazy(rf"(?<![^\r\n])[ \t]*{sign}[ \t]+{_DIRECTIVE}(?P<rest>[^\r\n]*)")
    for format, sign in {"rst": r"\.\.", "asciidoc": "//", "org": r"\#", "latex": "%"}.items()
}
"""By format what matches the directives where a comment is a line."""
_RULE_ID = lazy(r"[^\s,]+")
_VERBS = ("disable-next-line", "disable-line", "disable-file", "disable", "enable")

UNUSED = "unused-suppression"
INVALID = "invalid-suppression"


class _Entry:
    """One rule id of one directive: where it stands and which part of the file it silences."""

    def __init__(self, rule: str, place: Span, scope: Span) -> None:
        self.rule = rule
        self.place = place
        self.scope = scope
        self.used = False


class Suppressions:
    """The suppressions of one article."""

    def __init__(self) -> None:
        self.entries: list[_Entry] = []
        self.faults: list[tuple[Span, str]] = []

    @classmethod
    def of(cls, article: Article) -> Suppressions:
        """Read them from the article's comments and metadata."""
        found = cls()
        for value in article.fields("factlint.disable"):
            found.entries.append(_Entry(value.value.strip(), value.span, Span(0, len(article.source))))
        if "factlint" in article.source:
            _read_comments(article, found)
        return found

    def apply(self, findings: Sequence[Finding]) -> list[Finding]:
        """The findings that no suppression silences; suppressions that silence one are marked used."""
        if not self.entries:
            return list(findings)
        silenced = self._silenced(findings)
        return [finding for number, finding in enumerate(findings) if number not in silenced]

    def _silenced(self, findings: Sequence[Finding]) -> set[int]:
        """Which findings, by number: from the first to the last in the text, each entry is looked at once.

        An entry that does not hold the first finding behind its beginning holds none after that either.
        """
        waiting: dict[str, list[_Entry]] = {}
        for entry in sorted(self.entries, key=lambda each: each.scope.start, reverse=True):
            waiting.setdefault(entry.rule, []).append(entry)
        reach = dict.fromkeys(waiting, 0)
        silenced = set()
        for number in sorted(range(len(findings)), key=lambda each: findings[each].span.start):
            rule, place = findings[number].rule, findings[number].span.start
            entries = waiting.get(rule, [])
            while entries and entries[-1].scope.start <= place:
                entry = entries.pop()
                end = max(entry.scope.end, 1)
                entry.used |= place < end
                reach[rule] = max(reach[rule], end)
            if place < reach.get(rule, 0):
                silenced.add(number)
        return silenced

    def judge(self, ran: set[str], known: frozenset[str]) -> list[tuple[str, Alarm]]:
        """Alarms, each with the id of its rule: faulty directives, unknown rules, unused entries."""
        alarms = [(INVALID, Alarm(span, {"problem": problem})) for span, problem in self.faults]
        for entry in self.entries:
            if entry.rule not in known:
                problem = message(
                    "there is no rule '{rule}'{hint}", rule=entry.rule, hint=suggestion(entry.rule, known)
                )
                alarms.append((INVALID, Alarm(entry.place, {"problem": problem})))
            elif entry.rule in ran and not entry.used:
                alarms.append((UNUSED, Alarm(entry.place, {"rule": entry.rule})))
        return alarms


def _read_comments(article: Article, found: Suppressions) -> None:
    lines = LineIndex(article.source)
    code = [block.text.whole for block in article.scope("code")]
    code += [
        block.text.span(mark.start, mark.end)
        for block in article.scope("text")
        for mark in block.text.marked("code")
    ]
    open_entries: dict[str, _Entry] = {}
    for match in _LINE_COMMENTS.get(article.format, _COMMENT).finditer(article.source):
        span = Span(*match.span())
        if not any(shown.overlaps(span) for shown in code):
            _read_directive(match, article.source, lines, found, open_entries)


def _read_directive(
    match: re.Match[str],
    source: str,
    lines: LineIndex,
    found: Suppressions,
    open_entries: dict[str, _Entry],
) -> None:
    verb, comment = match["verb"], Span(*match.span())
    if verb not in _VERBS:
        found.faults.append((comment, _unknown(verb or match["loose"], match)))
        return
    ids = match["rest"].partition(":")[0]
    places = [
        Span(match.start("rest") + word.start(), match.start("rest") + word.end())
        for word in _RULE_ID.finditer(ids)
    ]
    if not places:
        found.faults.append((comment, message("'factlint-{verb}' names no rule", verb=verb)))
    for place in places:
        rule = source[place.start : place.end]
        if verb == "enable":
            _close(rule, place, comment, found, open_entries)
            continue
        entry = _Entry(rule, place, _scope(verb, comment, lines))
        found.entries.append(entry)
        if verb == "disable":
            open_entries[rule] = entry


def _unknown(verb: str, match: re.Match[str]) -> Message:
    """What is wrong with a directive that is none: it has another name, or no hyphen."""
    written = match.string[match.start(0) : match.start("rest")]
    names = [f"factlint-{each}" for each in _VERBS]
    hint = suggestion(f"factlint-{verb}", names) or message("; known: {names}", names=", ".join(names))
    name = written[written.index("factlint") :]
    return message("unknown directive '{name}'{hint}", name=name, hint=hint)


def _close(
    rule: str, place: Span, comment: Span, found: Suppressions, open_entries: dict[str, _Entry]
) -> None:
    entry = open_entries.pop(rule, None)
    if entry is None:
        problem = message("'{rule}' is enabled here but was not disabled before", rule=rule)
        found.faults.append((place, problem))
    else:
        entry.scope = Span(entry.scope.start, comment.start)


def _scope(verb: str, comment: Span, lines: LineIndex) -> Span:
    """What a directive silences; for ``disable`` up to the end until it is closed."""
    length = len(lines.source)
    if verb == "disable-file":
        return Span(0, length)
    if verb == "disable":
        return Span(comment.end, length)
    line = lines.position(comment.start).line
    if verb == "disable-next-line":
        line = lines.position(comment.end).line + 1
        while line < lines.line_count and not _text_of(lines, line).strip():
            line += 1
    if line > lines.line_count:
        return Span(length, length)
    start, end = lines.line_span(line)
    return Span(start, end + 1)


def _text_of(lines: LineIndex, line: int) -> str:
    start, end = lines.line_span(line)
    return lines.source[start:end]
