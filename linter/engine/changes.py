"""What was changed since a commit, and the findings that are about it.

A finding is about a change if one of its places is on a line that is new or another one. Lines that came by a
merge are not new; nor are those of a file that was only renamed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Set

from linter.article.file_text import text_of
from linter.engine.git import Git, GitError
from linter.engine.line_diff import kept_lines
from linter.files import PERMIT, work_tree
from linter.finding import FileReport, Finding
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.text import LineIndex, NotText, Span

HEAD = "HEAD"


class _Base(NamedTuple):
    """A commit that texts are compared with."""

    files: dict[bytes, str]
    """By path the ids of contents."""
    names: dict[bytes, bytes]
    """By the path of today the one in the commit, for files that were renamed."""

    def content(self, path: bytes) -> str | None:
        """The id of what a file was; nothing if it was not there."""
        return self.files.get(self.names.get(path, path))


class _Repository:
    """What was changed in one work tree."""

    def __init__(self, top: str, since: str, staged: bool) -> None:
        self._git = Git(top)
        self._bases = [self._base(commit) for commit in self._commits(since, staged)]
        self._index = self._git.staged() if staged else None

    def _commits(self, since: str, staged: bool) -> list[str]:
        """Those that a line has to differ from: more than one only while a merge is being made."""
        ours = [HEAD, *self._git.merging()]
        if staged:
            return [commit for each in ours if (commit := self._git.commit(each))]
        wanted = self._git.commit(since)
        if wanted is None:
            raise GitError(
                message(
                    "there is no such commit in {folder}; a shallow clone has the last ones only",
                    folder=self._git.top,
                )
            )
        return list(dict.fromkeys(self._git.merge_base(wanted, each) or wanted for each in ours))

    def _base(self, commit: str) -> _Base:
        names = {move.after: move.before for move in self._git.moves(commit)}
        return _Base(self._git.files(commit), names)

    def changed(self, path: bytes, name: str, lines: list[str]) -> Set[int]:
        """The numbers from 0 of the lines of a file that are new; ``name`` tells its format."""
        if self._index is None:
            return self._new(path, name, lines)
        staged = self._lines(self._index.get(path), name)
        if staged is None:
            return set()
        new = self._new(path, name, staged)
        return {number for number, there in kept_lines(staged, lines).items() if there in new}

    def _new(self, path: bytes, name: str, lines: list[str]) -> Set[int]:
        numbers = set(range(len(lines)))
        for base in self._bases:
            old = self._lines(base.content(path), name)
            if old is not None:
                numbers -= kept_lines(old, lines).keys()
        return numbers

    def _lines(self, blob: str | None, name: str) -> list[str] | None:
        data = self._git.content(blob, PERMIT.most) if blob else None
        try:
            return None if data is None else lines_of(text_of(data, name))
        except NotText:
            return None


class Changes:
    """Tells which findings are about what was changed."""

    def __init__(self, since: str, staged: bool, source: Callable[[str], str | None]) -> None:
        """Changes since a commit went its own way, or those in the index; ``source`` gives texts of files.

        ``GitError`` if the working directory is in no repository, or the commit is not in it.
        """
        self._since, self._staged, self._source = since, staged, source
        self._repositories: dict[str, _Repository] = {}
        self._known: dict[str, tuple[LineIndex, Set[int]] | None] = {}
        top = work_tree(os.getcwd())
        if not top:
            raise GitError(message("{folder} is in no git repository", folder=os.getcwd()))
        self._repository(top)

    def only(self, report: FileReport) -> FileReport:
        """The report with the findings alone that are about what was changed."""
        found = [each for each in report.findings if self._is_about(each, report)]
        return report.with_findings(found) if len(found) < len(report.findings) else report

    def forget(self) -> None:
        """Look at the files again: some may have been written."""
        self._known.clear()

    def _is_about(self, finding: Finding, report: FileReport) -> bool:
        places = [(finding.path, finding.span)]
        places += [(each.path or finding.path, each.span) for each in finding.related]
        return any(self._touches(path, span, report) for path, span in places)

    def _touches(self, path: str, span: Span, report: FileReport) -> bool:
        if path not in self._known:
            text = report.source if path == report.path else self._source(path)
            self._known[path] = None if text is None else (LineIndex(text), self._changed(path, text))
        known = self._known[path]
        if known is None:
            return False
        lines, changed = known
        first = lines.position(span.start).line - 1
        last = lines.position(max(span.start, span.end - 1)).line - 1
        return any(number in changed for number in range(first, last + 1))

    def _changed(self, path: str, text: str) -> Set[int]:
        real = os.path.realpath(path)
        top = work_tree(os.path.dirname(real))
        if not top:  # another's file, such as a source that was handed in
            return set()
        name = os.path.relpath(real, top).replace(os.sep, "/")
        return self._repository(top).changed(os.fsencode(name), path, lines_of(text))

    def _repository(self, top: str) -> _Repository:
        if top not in self._repositories:
            self._repositories[top] = _Repository(top, self._since, self._staged)
        return self._repositories[top]


def lines_of(text: str) -> list[str]:
    """The lines of a text without their ends: git may have others than the file."""
    lines = LineIndex(text)
    return [text[span.start : span.end] for span in map(lines.line_span, range(1, lines.line_count + 1))]
