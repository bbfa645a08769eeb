"""Writing safe fixes into articles: pure on text, careful with files.

Only fixes that a check has called safe are written; suggestions never are. Everything outside
the fixed places keeps its bytes: encoding, byte order mark and line endings included.
"""

from __future__ import annotations

import codecs
import contextlib
import difflib
import os
import shutil
import tempfile
from collections.abc import Iterable

from linter.finding import Finding
from linter.text import decoded


def fixable(source: str, findings: Iterable[Finding]) -> list[Finding]:
    """The findings whose fixes can be written together: safe, still in place, none overlapping another.

    Of two that overlap the one that begins first is kept, then the shorter one; the other is left for the
    next run.
    """
    kept: list[Finding] = []
    end = 0
    for finding in sorted(findings, key=lambda each: each.order):
        if finding.fix is None or source[finding.span.start : finding.span.end] != finding.text:
            continue
        if finding.span.start >= end and finding.fix != finding.text:
            kept.append(finding)
            end = finding.span.end
    return kept


def apply_fixes(source: str, findings: Iterable[Finding]) -> str:
    """The source with the fixes of :func:`fixable` in it; line breaks in them become those of the source."""
    line_break = "\r\n" if "\r\n" in source else "\n"
    parts: list[str] = []
    done = 0
    for finding in fixable(source, findings):
        parts.append(source[done : finding.span.start])
        parts.append((finding.fix or "").replace("\n", line_break))
        done = finding.span.end
    parts.append(source[done:])
    return "".join(parts)


def encoded_like(text: str, original: bytes) -> bytes:
    """The text in the encoding of the original file, its byte order mark included."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if original.startswith(mark):
            return mark + text.encode(encoding)
    return text.encode("utf-8")


def difference(before: str, after: str, path: str) -> str:
    """A unified diff of the two texts, as ``git apply`` takes it; empty if they are equal."""
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/{path}", f"b/{path}"
    )
    ended = (line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
    return "".join(ended)


def write_atomically(path: str, data: bytes) -> None:
    """Replace the content of a file at once, its mode kept; a link stays a link.

    ``OSError`` if it cannot be written; the file is then as it was.
    """
    target = os.path.realpath(path)
    handle, temporary = tempfile.mkstemp(prefix=".factlint-", dir=os.path.dirname(target))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(target, temporary)
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def fix_file(path: str, findings: Iterable[Finding], *, write: bool) -> str:
    """Fix a file, or only show how it would be; the unified diff of the change, empty if there is none.

    ``OSError`` if the file cannot be read or written, ``NotText`` if it holds no text.
    """
    with open(path, "rb") as file:
        original = file.read()
    before = decoded(original)
    after = apply_fixes(before, findings)
    if write and after != before:
        write_atomically(path, encoded_like(after, original))
    return difference(before, after, path)
