"""What a click can do about a finding: write what is right, silence the rule, call the word right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from lsprotocol import types

from linter.article.frontmatter import read_front_matter
from linter.engine.fix import fixable
from linter.finding import Finding
from linter.lsp.diagnostics import Shown
from linter.lsp.silence import Insertion, in_file, on_line
from linter.messages import message
from linter.reporters.visible import one_line
from linter.rules.bind import check_class
from linter.text import Span

ADD_WORD = "factlint.addToVocabulary"
"""The command that takes a document and a word that is right in it."""
FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.factlint"
KINDS = [types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll]
_LONGEST = 60
"""Characters of a text that a title quotes."""
_STEERING = frozenset("'\"\\:#{}[]&*|>%`\n")
"""What may mean something else in metadata."""


class Actions:
    """The actions for one text. ``version`` is that of the document, for editors that can compare it."""

    def __init__(self, shown: Shown, version: int | None = None) -> None:
        self._shown = shown
        self._version = version
        self._document = shown.judged.document

    def at(self, range_: types.Range, wanted: Sequence[str] | None) -> list[types.CodeAction]:
        """What can be done at a range; ``wanted`` are the kinds that the editor asks for."""

        def asked(kind: str) -> bool:
            return wanted is None or any(
                kind == each or not each or kind.startswith(f"{each}.") for each in wanted
            )

        found: list[types.CodeAction] = []
        if asked(types.CodeActionKind.QuickFix.value):
            for finding in self._shown.at(range_):
                found += self._for(finding)
        if asked(FIX_ALL) and (wanted is not None or found):
            found += self._fix_all()
        return found

    def _for(self, finding: Finding) -> Iterator[types.CodeAction]:
        diagnostic = self._shown.diagnostic(finding)
        for text in dict.fromkeys((finding.fix, finding.suggestion)):
            if text is None or not self._may_replace(finding, text):
                continue
            title = message("Replace with “{text}”", text=_short(text)) if text else message("Delete")
            edit = types.TextEdit(diagnostic.range, text)
            yield self._edit(title, [edit], diagnostic, preferred=text == finding.fix)
        yield from self._silencing(finding, diagnostic)
        yield from self._vocabulary(finding, diagnostic)

    def _may_replace(self, finding: Finding, text: str) -> bool:
        """Whether a text can stand where the finding is; what is no safe fix was not made for markup."""
        if text == finding.fix:
            return True
        source = self._document.text
        if self._document.format == "html" and escape(text) != text:
            return False
        front = read_front_matter(source)
        return not (front.found and finding.span.start < front.body and _STEERING.intersection(text))

    def _silencing(self, finding: Finding, diagnostic: types.Diagnostic) -> Iterator[types.CodeAction]:
        rule, why = finding.rule, self._shown.judged.speak(message("why"))
        line = on_line(self._document, rule, finding.span.start, why)
        if line is not None:
            title = message("Silence {rule} on this line", rule=rule)
            yield self._edit(title, [self._text_edit(line)], diagnostic)
        file = in_file(self._document, rule, finding.span.start, why)
        if file is not None:
            title = message("Silence {rule} in this file", rule=rule)
            yield self._edit(title, [self._text_edit(file)], diagnostic)

    def _vocabulary(self, finding: Finding, diagnostic: types.Diagnostic) -> Iterator[types.CodeAction]:
        rule, word = self._shown.judged.rules.get(finding.rule), finding.text
        if rule is None or not check_class(rule.check).heeds_vocabulary or not word.strip():
            return
        title = self._told(message("Add “{word}” to the vocabulary", word=_short(word)))
        command = types.Command(title, ADD_WORD, arguments=[self._document.uri, word])
        yield types.CodeAction(
            title, kind=types.CodeActionKind.QuickFix, diagnostics=[diagnostic], command=command
        )

    def _fix_all(self) -> Iterator[types.CodeAction]:
        """All that is safe to be written, at once."""
        found = fixable(self._document.text, self._shown.judged.report.findings)
        if found:
            edits = [types.TextEdit(self._shown.places.range(each.span), each.fix or "") for each in found]
            action = self._edit(message("Write all safe fixes of factlint"), edits)
            action.kind = FIX_ALL
            yield action

    def _edit(
        self,
        title: str,
        edits: list[types.TextEdit],
        diagnostic: types.Diagnostic | None = None,
        preferred: bool = False,
    ) -> types.CodeAction:
        uri = self._document.uri
        if self._version is None:
            change = types.WorkspaceEdit(changes={uri: edits})
        else:
            document = types.OptionalVersionedTextDocumentIdentifier(uri, self._version)
            change = types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, edits)])
        return types.CodeAction(
            self._told(title),
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic] if diagnostic else None,
            is_preferred=preferred or None,
            edit=change,
        )

    def _text_edit(self, insertion: Insertion) -> types.TextEdit:
        return types.TextEdit(self._shown.places.range(Span(insertion.at, insertion.at)), insertion.text)

    def _told(self, title: str) -> str:
        return one_line(self._shown.judged.speak(title))


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
