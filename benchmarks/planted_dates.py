"""How many planted slips the date rules find in real articles.

    python benchmarks/planted_dates.py FOLDER [--limit N] [--missed FILE]

Reads the articles of a folder, and for each that states what is needed to decide shifts one weekday,
one day, one year or one age, lints the article again, and prints how many slips were found. A date
counts as decidable if its weekday fits the calendar before: its year is written or lies near the
publication. An age in figures becomes decidable by the year of birth that is written behind it; "age
right" counts those that are reported although nothing was shifted.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from linter.analyses.exempt import exempt
from linter.analyses.language import language, speech
from linter.article.model import PARAGRAPH, Article
from linter.article.read import format_of, read_article
from linter.check import Alarm, Check, Setup
from linter.text import Span
from linter.topics.dates import DateMention, dates
from linter.topics.dates.lives.age_arithmetic import AgeArithmetic
from linter.topics.dates.publication import published
from linter.topics.dates.reading.context import sentence_around
from linter.topics.dates.reading.forms import compiled, forms
from linter.topics.dates.weekday import Weekday, Window, by_publication, by_written_year, judged

_UNCHANGED = "age right"
CHECKS: dict[str, Check] = {
    "weekday": Weekday(Weekday.Params(), Setup()),
    "age": AgeArithmetic(AgeArithmetic.Params(), Setup()),
}

BORN = {
    "en": "born in", "fr": "né en", "de": "geboren", "es": "nacido en", "it": "nato nel", "pt": "nascido em",
    "nl": "geboren in", "pl": "ur.", "ru": "родился в", "sv": "född", "da": "født",
}  # fmt: skip


class Plant(NamedTuple):
    """A change of one place of the source, and the check that should see it."""

    kind: str
    place: Span
    text: str
    check: str


def decidable(article: Article) -> list[DateMention]:
    """The dates whose weekday the linter finds right."""
    basis = published(article)
    right = []
    for mention in dates(article):
        if not judged(article, mention):
            continue
        if mention.year is not None:
            verdict = by_written_year(article, mention)
        elif basis is not None:
            verdict = by_publication(article, mention, basis, Window())
        else:
            continue
        right += [mention] if verdict.fits else []
    return right


def plants(article: Article, chance: random.Random) -> Iterator[Plant]:
    """One slip of each kind that the article has room for."""
    right = decidable(article)
    if right:
        mention = chance.choice(right)
        yield from _weekday(article, mention, chance)
        yield from _day(article, mention, chance)
    dated = [mention for mention in right if "year" in mention.places]
    if dated:
        yield from _year(article, chance.choice(dated), chance)
    yield from _age(article, chance)


def _place(article: Article, mention: DateMention, part: str) -> Span:
    return article.blocks[mention.block].text.span(*mention.places[part])


def _weekday(article: Article, mention: DateMention, chance: random.Random) -> Iterator[Plant]:
    place = _place(article, mention, "weekday")
    if mention.weekday is None:
        return
    day = (mention.weekday + chance.randint(1, 6)) % 7
    other = speech(article).dates.weekday_form(article.excerpt(place), day)
    if other:
        yield Plant("weekday", place, other, "weekday")


def _day(article: Article, mention: DateMention, chance: random.Random) -> Iterator[Plant]:
    """Another day of the month, one to three off, as a slip of the finger makes it."""
    day = mention.readings[0].day
    if "day" not in mention.places or day is None:
        return
    other = day + chance.choice([-3, -2, -1, 1, 2, 3])
    if 1 <= other <= 28:
        yield Plant("day", _place(article, mention, "day"), str(other), "weekday")


def _year(article: Article, mention: DateMention, chance: random.Random) -> Iterator[Plant]:
    year = mention.year
    if year is not None:
        yield Plant("year", _place(article, mention, "year"), str(year + chance.choice([-1, 1])), "weekday")


def _age(article: Article, chance: random.Random) -> Iterator[Plant]:
    """The first age of the article with a year of birth behind it, shifted and as it was."""
    spoken, basis = language(article), published(article)
    if basis is None or spoken not in BORN:
        return
    for number, block in enumerate(article.blocks):
        for form in forms(spoken, "ages.today") if block.kind == PARAGRAPH else ():
            match = compiled(form.pattern).search(block.text.prose)
            if match and _only_number_of_its_kind(article, number, match):
                place, age = block.text.span(*match.span()), int(match["number"])
                born = f", {BORN[spoken]} {basis.day.year - age},"
                said = article.excerpt(place)
                shifted = said.replace(str(age), str(age + chance.choice([-6, -4, 3, 5])))
                yield Plant("age", place, shifted + born, "age")
                yield Plant(_UNCHANGED, place, said + born, "age")
                return


def _only_number_of_its_kind(article: Article, block: int, match: re.Match[str]) -> bool:
    """Whether the age is in figures, not quoted, and its sentence has neither another age nor a year."""
    text = article.blocks[block].text
    start, end = sentence_around(text.prose, *match.span())
    if not match["number"].isdigit() or exempt(article, "quotes").hold(text.span(*match.span()).start):
        return False
    around = text.prose[start : match.start("number")] + text.prose[match.end("number") : end]
    return not re.search(r"\d{4}|(?<!\d)\d\d?(?!\d)", around)


def found(article: Article, plant: Plant) -> bool:
    """Whether the check reports something at the planted place."""
    changed = article.source[: plant.place.start] + plant.text + article.source[plant.place.end :]
    again = read_article(changed, article.path, article.format)
    place = Span(plant.place.start, plant.place.start + max(1, len(plant.text)))
    alarms = (outcome for outcome in CHECKS[plant.check].run(again) if isinstance(outcome, Alarm))
    return any(
        place.overlaps(span) for alarm in alarms for span in (alarm.span, *(r.span for r in alarm.related))
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, help="read no more articles than this")
    parser.add_argument("--missed", type=Path, help="write the slips that were not found to this file")
    args = parser.parse_args()
    chance, planted, seen, missed = random.Random(1), Counter[str](), Counter[str](), []
    paths = sorted(path for path in args.folder.rglob("*") if path.is_file() and format_of(path.name))
    for path in paths[: args.limit]:
        article = read_article(path.read_text(encoding="utf8", errors="replace"), path.name)
        for plant in plants(article, chance):
            planted[plant.kind] += 1
            if found(article, plant):
                seen[plant.kind] += 1
            elif plant.kind != _UNCHANGED:
                around = article.source[max(0, plant.place.start - 60) : plant.place.end + 60]
                missed.append(f"{path} {plant.kind}: {plant.text!r} in {' '.join(around.split())}")
    print(f"{len(paths[: args.limit])} articles")
    for kind, number in sorted(planted.items()):
        print(f"{kind:8} {seen[kind]:5}/{number:<5} {seen[kind] / number:6.1%}")
    if args.missed:
        args.missed.write_text("\n".join(missed) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
