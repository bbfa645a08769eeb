"""Writing safe fixes into articles: pure on text, careful with files.

Only fixes that a check has called safe are written; suggestions never are. Everything outside
the fixed places keeps its bytes: encoding, byte order mark and line endings included.
"""

from __future__ import annotations

import codecs
import difflib
from collections.abc import Iterable
from io import StringIO

from linter.files import read_bytes
from linter.finding import Finding, by_place
from linter.matching.regexes import lazy
from linter.text import decoded
from linter.write import write_bytes

_UNSAFE = lazy(r"[\x00-\x1f\x7f\"\\]")


def fixable(source: str, findings: Iterable[Finding]) -> list[Finding]:
    """The findings whose fixes can be written together: safe, still in place, none overlapping another.

    Of two that overlap the one that begins first is kept, then the shorter one; the other is left for the
    next run.
    """
    kept: list[Finding] = []
    end = 0
    for finding in sorted(findings, key=by_place):
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
    old, new = (list(StringIO(text, newline="\n")) for text in (before, after))
    lines = difflib.unified_diff(old, new, _name(f"a/{path}"), _name(f"b/{path}"))
    ended = (line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
    return "".join(ended)


def _name(path: str) -> str:
    """A path as git writes it into a diff: in quotation marks if it holds what would end the line."""
    escaped = _UNSAFE.sub(lambda found: f"\\{ord(found.group()):03o}", path)
    return path if escaped == path else f'"{escaped}"'


def fix_file(path: str, findings: Iterable[Finding], *, write: bool) -> str:
    """Fix a file, or only show how it would be; the unified diff of the change, empty if there is none.

    ``OSError`` if the file cannot be read or written, ``NotText`` if it holds no text.
    """
    original = read_bytes(path)
    before = decoded(original)
    after = apply_fixes(before, findings)
    if write and after != before:
        write_bytes(path, encoded_like(after, original))
    return difference(before, after, path)
