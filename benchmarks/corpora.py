"""Markdown files to measure with, made from a folder of Markdown or from articles in JSON Lines."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path


def texts(sources: list[Path], standfirst: bool = False) -> list[str]:
    """The Markdown files of folders, and the articles of ``.jsonl`` and ``.jsonl.gz`` files.

    ``standfirst`` keeps the ``lead`` of a record as the description in the front matter.
    """
    return [text for source in sources for text in _texts(source, standfirst)]


def _texts(source: Path, standfirst: bool) -> Iterator[str]:
    if source.is_dir():
        for path in sorted(source.rglob("*.md")):
            yield path.read_text(encoding="utf-8", errors="replace")
        return
    opener = gzip.open if source.suffix == ".gz" else open
    with opener(source, "rt", encoding="utf-8") as file:
        yield from (_markdown(json.loads(line), standfirst) for line in file)


def _markdown(record: dict[str, str], standfirst: bool) -> str:
    """An article as Markdown with front matter; what has front matter stays as it is."""
    body = record.get("body", "")
    if body.startswith(("---\n", "+++\n")):
        return body
    lines = [f"title: {json.dumps(record.get('headline', ''), ensure_ascii=False)}"]
    lines += [f"{key}: {record[key]}" for key in ("date", "lang") if record.get(key)]
    if standfirst and record.get("lead"):
        lines.append(f"description: {json.dumps(record['lead'], ensure_ascii=False)}")
    return "---\n" + "\n".join(lines) + "\n---\n\n" + body


def long(articles: list[str], size: int) -> str:
    """The bodies of the articles, from the first on, until there are so many characters."""
    parts: list[str] = []
    length = 0
    for text in cycle(articles):
        parts.append(text.partition("\n---\n\n")[2] or text if parts else text)
        length += len(parts[-1]) + 2
        if length >= size:
            break
    return "\n\n".join(parts)[:size]


def write(folder: Path, articles: list[str], count: int) -> int:
    """Write so many files: some of the articles, or all, some again with another ending. Their bytes."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    size = 0
    step = max(1, len(articles) // count)
    for number, text in enumerate(islice(cycle(articles[::step]), count)):
        again = number // len(articles[::step])
        data = (text + f"\n\nCopy number {again}.\n" * bool(again)).encode("utf-8", "replace")
        (folder / f"{number:05}.md").write_bytes(data)
        size += len(data)
    return size
