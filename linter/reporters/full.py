"""The report for people: each finding with the place it means, and the other place it speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from linter.messages import message
from linter.reporters.base import ReportOptions, Run
from linter.reporters.color import Painter
from linter.reporters.concise import title
from linter.reporters.excerpt import Mark, Row, excerpt
from linter.reporters.places import Item, Place, items
from linter.reporters.visible import one_line
from linter.typed import TextIO

_NARROWEST = 24
"""Cells that an excerpt takes at least, however narrow the terminal."""


def render(run: Run, out: TextIO, options: ReportOptions) -> None:
    paint = Painter(options.color)
    for number, item in enumerate(items(run)):
        out.write("\n" if number else "")
        out.writelines(f"{line}\n" for line in block(item, options, paint))


def block(item: Item, options: ReportOptions, paint: Painter) -> Iterator[str]:
    """The lines that show one finding."""
    width = options.width
    yield _broken(title(item, paint, item.severity), options)
    last = max(place.line for place in (item.end, *(place.end for place in item.others)) if place)
    gutter = max(4, len(str(last)) + 1)
    for row in _rows(item, max(_NARROWEST, width - gutter - 3), paint):
        yield f"{paint(f'{row.gutter:>{gutter}} │', 'dim')} {row.text}".rstrip()
    if item.within:
        yield f"{'':{gutter}} {paint('=', 'dim')} {item.within}"
    if item.advice:
        yield _broken(f"{'':{gutter}} {paint('=', 'dim')} {paint(item.advice, 'suggestion')}", options)


def _broken(line: str, options: ReportOptions) -> str:
    """The line, at words in several where people read it on a terminal."""
    if not options.wrap:
        return line
    from linter.reporters.wrap import wrapped

    return wrapped(line, options.width)


def _rows(item: Item, room: int, paint: Painter) -> Iterator[Row]:
    here = [_mark(place) for place in item.others if not item.elsewhere(place)]
    own = Mark(item.finding.span, item.finding.severity.label)
    yield from excerpt(item.lines, [own, *here], room, paint)
    for place in item.others:
        if item.elsewhere(place):
            yield from _elsewhere(item, place, room, paint)


def _elsewhere(item: Item, place: Place, room: int, paint: Painter) -> Iterator[Row]:
    """A place in another file; if the text of that file is not known, its path alone."""

    def inside(path: str) -> str:
        return item.translate(message("in {path}", path=path))

    if place.lines is None:
        label = f": {one_line(place.label)}" if place.label else ""
        yield Row("", paint(f"{inside(one_line(place.path))}{label}", "other"))
        return
    yield Row("", paint(inside(one_line(str(place))), "other"))
    yield from excerpt(place.lines, [_mark(place)], room, paint)


def _mark(place: Place) -> Mark:
    return Mark(place.span, "other", "-", place.label)
