"""How long an editor waits for findings while somebody types in a long article.

    python -m benchmarks.keystrokes ARTICLE.md --letters 60

Three ways of typing: a letter a second (each is answered at once), twenty letters in a row (which are to be
answered together), and an editor that asks for the findings of each letter itself. What else a machine has to
do lengthens the wait; the processor time of the server, which Linux tells, stays the same.
"""

from __future__ import annotations

import argparse
import os
import queue
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import quantiles

from tests.lsp.editor import Editor

_LETTERS_A_SECOND = 5
_REST = 0.6
"""Seconds after which a writer has stopped typing."""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--letters", type=int, default=40, metavar="N")
    parser.add_argument("article", type=Path)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Editor(Path(folder)) as editor:
        text = args.article.read_text(encoding="utf-8")
        texts = _typed(text)
        editor.open("a.md", text)
        editor.published()
        waits, times = zip(*[_answer(editor, next(texts)) for _ in range(args.letters)], strict=True)
        _say("one letter at a time", waits)
        _say("    processor time", times)
        runs, last = _in_a_row(editor, texts)
        print(f"twenty letters, {_LETTERS_A_SECOND} a second: {runs} answers, the last after {last:.0f} ms")
        _say("asked for", [_pulled(editor, next(texts)) for _ in range(args.letters)])


def _typed(text: str) -> Iterator[tuple[int, str]]:
    """The article with more and more letters in its midst, each with its version."""
    at = text.index(" ", len(text) // 2)
    version = 1
    while True:
        version += 1
        yield version, f"{text[:at]}{'x' * version}{text[at:]}"


def _answer(editor: Editor, typed: tuple[int, str]) -> tuple[float, float]:
    """Milliseconds from a letter, after a rest, to its findings, and those of the processor."""
    time.sleep(_REST)
    begun, spent = time.perf_counter(), _processor(editor.process)
    editor.change("a.md", typed[1], typed[0])
    editor.published()
    return 1000 * (time.perf_counter() - begun), _processor(editor.process) - spent


def _in_a_row(editor: Editor, texts: Iterator[tuple[int, str]]) -> tuple[int, float]:
    """How often twenty letters are answered, and milliseconds from the last one to its findings."""
    time.sleep(_REST)
    begun = time.perf_counter()
    for _ in range(20):
        begun = time.perf_counter()
        version, text = next(texts)
        editor.change("a.md", text, version)
        time.sleep(1 / _LETTERS_A_SECOND)
    answers, last = 0, 0.0
    while True:
        try:
            told = editor.notes.get(timeout=2 * _REST)
        except queue.Empty:
            return answers, last
        if told["method"] == "textDocument/publishDiagnostics":
            answers += 1
            last = 1000 * (time.perf_counter() - begun)


def _pulled(editor: Editor, typed: tuple[int, str]) -> float:
    begun = time.perf_counter()
    editor.change("a.md", typed[1], typed[0])
    editor.pull("a.md")
    return 1000 * (time.perf_counter() - begun)


def _processor(process: int) -> float:
    """Milliseconds of processor time that a process has had, the kernel's for it included; 0 if unknown."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _say(what: str, milliseconds: Sequence[float]) -> None:
    cuts = quantiles(milliseconds, n=20)
    print(f"{what}: median {cuts[9]:.0f} ms, 95 of 100 within {cuts[18]:.0f} ms")


if __name__ == "__main__":
    main()
