"""``factlint facts``: keep a story bible: add entries, import them, have them suggested."""

from __future__ import annotations

import argparse
import codecs
import os
from collections.abc import Iterator

from linter.cli import FAILED, OK
from linter.cli.terminal import say, say_errors, show_exactly
from linter.files import DATA, SETTINGS, read_bytes, read_text
from linter.messages import message, plural
from linter.quoting import reason
from linter.typed import Any
from linter.write import write_bytes, write_new

_SECTION = {"person": "people", "organisation": "organisations", "place": "places"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    _add_arguments(commands.add_parser("add", help="add an entry to a story bible"))
    _import_arguments(commands.add_parser("import", help="make entries from data of others"))
    suggest = commands.add_parser("suggest", help="propose entries for the people that articles name")
    suggest.add_argument("paths", nargs="+", metavar="PATH", help="articles and folders of articles")
    suggest.add_argument(
        "--min", type=int, default=3, metavar="N", help="named in so many articles (default: 3)"
    )
    suggest.add_argument(
        "--to", metavar="FILE", help="write there instead of on the screen; never over a file"
    )


def _add_arguments(add: argparse.ArgumentParser) -> None:
    add.add_argument("name", help="the form to write")
    add.add_argument("--kind", choices=tuple(_SECTION), default="person")
    add.add_argument(
        "--to", metavar="FILE", default="facts.yaml", help="the bible file (default: facts.yaml)"
    )
    add.add_argument("--alias", action="append", metavar="FORM", help="another right form")
    add.add_argument("--wrong", action="append", metavar="FORM", help="a form that is never right")
    for option in ("--born", "--died", "--founded"):
        add.add_argument(option, metavar="DATE", help="2020-07-06, 2020-07 or 2020")
    add.add_argument("--title", metavar="WORDS", help="an office or role")
    add.add_argument("--from", dest="begin", metavar="DATE", help="when the title was taken")
    add.add_argument("--until", metavar="DATE", help="when it was left")
    add.add_argument("--source", metavar="TEXT", help="where this is known from")


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "format", choices=("wikidata",), help="wikidata: entity JSON as the site and its dumps give it"
    )
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="JSON files; those of offices give their names"
    )
    parser.add_argument(
        "--id", action="append", default=[], metavar="Q…", help="only this entity; may be repeated"
    )
    parser.add_argument(
        "--lang", action="append", default=[], metavar="CODE", help="only names in this language"
    )
    parser.add_argument(
        "--to", metavar="FILE", help="write there instead of on the screen; never over a file"
    )


def run(args: argparse.Namespace) -> int:
    """Do what is asked, and return the exit code."""
    try:
        return {"add": _add, "import": _import, "suggest": _suggest}[args.action](args)
    except (OSError, ValueError) as error:
        where = f"{error.filename}: " if isinstance(error, OSError) and error.filename else ""
        say(message("error: {problem}", problem=f"{where}{reason(error)}"))
        return FAILED


def _add(args: argparse.Namespace) -> int:
    from linter.topics.facts.bible import read_bible
    from linter.topics.facts.write import with_entries

    entry = _entry(args)
    data = read_bytes(args.to, most=SETTINGS) if os.path.lexists(args.to) else b""
    source = read_text(args.to) if data else ""
    _, problems = read_bible(args.to, source)
    if not problems:
        try:
            text = with_entries(source, _SECTION[args.kind], [entry])
        except ValueError as error:
            raise ValueError(f"{args.to} {error}") from None
        _, problems = read_bible(args.to, text)
    if problems:
        say_errors(problems)
        return FAILED
    write_bytes(args.to, _encoded_like(data, text))
    say(message("Added {name} to {path}.", name=args.name, path=args.to))
    return OK


def _encoded_like(data: bytes, text: str) -> bytes:
    """The text with the byte order mark and the line ends of what a file held."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return mark + (text.replace("\n", "\r\n") if b"\r\n" in data else text).encode()


def _entry(args: argparse.Namespace) -> dict[str, Any]:
    title = {"title": args.title, "from": args.begin, "until": args.until}
    entry = {
        "name": args.name,
        "aliases": args.alias,
        "wrong": args.wrong,
        "born": args.born,
        "died": args.died,
        "founded": args.founded,
        "titles": [{key: value for key, value in title.items() if value}] if args.title else None,
        "source": args.source,
    }
    return {key: value for key, value in entry.items() if value}


def _import(args: argparse.Namespace) -> int:
    from linter.topics.facts.wikidata import entries, read_entities
    from linter.topics.facts.write import bible_text

    entities = []
    for path in args.files:
        try:
            entities += read_entities(read_text(path, most=DATA))
        except (OSError, ValueError) as error:
            raise ValueError(f"{path}: {reason(error)}") from None
    found = entries(entities, args.id, args.lang)
    for note in found.notes:
        say(message("note: {notice}", notice=note))
    count = sum(map(len, found.sections.values()))
    of = plural(len(entities), "{number} entity", "{number} entities")
    told = plural(
        count,
        "Wrote {number} entry from {of} to {path}.",
        "Wrote {number} entries from {of} to {path}.",
        of=of,
        path=args.to or "",
    )
    return _written(bible_text(found.sections), args.to, told)


def _suggest(args: argparse.Namespace) -> int:
    from linter.topics.facts.suggest import suggested
    from linter.topics.facts.write import bible_text

    people = suggested(_collected(args.paths), args.min)
    if not people and not args.to:
        say(message("Nobody is named in as many articles as --min asks for: {number}.", number=str(args.min)))
        return OK
    told = plural(
        len(people),
        "Wrote {number} person to {path}.",
        "Wrote {number} people to {path}.",
        path=args.to or "",
    )
    return _written(bible_text({"people": people}), args.to, told)


def _collected(paths: list[str]) -> Iterator[tuple[str, Any]]:
    """The paths of articles with what each says of people."""
    from linter.engine.config_files import ConfigFinder
    from linter.engine.discover import find_files
    from linter.engine.run import Linter
    from linter.topics.facts.claims import records

    linter = Linter(finder=ConfigFinder())
    for path in find_files(paths, linter.finder.excluded_in):
        article = linter.article(path)
        for record in records(article) if article else ():
            yield path, record


def _written(text: str, path: str | None, told: str) -> int:
    if not path:
        show_exactly(text)
        return OK
    write_new(path, text)
    say(told)
    return OK
