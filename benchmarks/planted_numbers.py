"""How many planted wrong numbers the number rules find in real articles, and how often they have a chance.

    python benchmarks/planted_numbers.py SOURCE… [--limit N] [--missed FILE]

A source is a folder of Markdown or a JSON Lines file of articles. Every relation of numbers that an
article states rightly, in a form that a rule can decide, gets one of its numbers changed; the article is
linted again with that rule, and what it reports at the changed relation counts as found. A change is a
slip of the pen: another leading digit, another scale word, a second word in a quotation. The table also
says how many such relations there are in 10,000 articles.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from corpora import texts

from linter.analyses.exempt import exempt
from linter.analyses.language import language
from linter.analyses.quotes import quotes
from linter.article.model import CODE, STANDFIRST, TABLE, Article, Block
from linter.article.read import read_article
from linter.engine.lint import lint
from linter.engine.ruleset import RuleSet
from linter.finding import Severity
from linter.rules.load import load_rules
from linter.topics.numbers import Quantity, quantities
from linter.topics.numbers.changes.percent_change import changes
from linter.topics.numbers.conversions.restatements import restatements
from linter.topics.numbers.counts.count_mismatch import announcements
from linter.topics.numbers.reading.model import MEASURE, MONEY, NUMBER, PERCENT
from linter.topics.numbers.shares.shares import shares
from linter.topics.numbers.totals.percent_total import percent_lists
from linter.topics.numbers.totals.sums import sums

_DIGITS = re.compile(r"\d")
_TIME = re.compile(r"(?<!\w)(?:at|à|um|a las|alle|às|om) \d{1,2}[:h](?P<minutes>\d\d)(?![\d:])")
_PERSONS = {
    "en": " of (?:the )?(?:voters|people|women|men|children|respondents|members|students|users)",
    "fr": " des (?:électeurs|femmes|hommes|enfants|personnes|habitants|salariés|élèves|sondés)",
    "de": " der (?:Wähler|Menschen|Frauen|Männer|Kinder|Befragten|Schüler|Mitglieder)",
    "es": " de (?:los|las) (?:votantes|personas|mujeres|hombres|niños|pacientes)",
    "it": " (?:dei|delle|degli) (?:elettori|persone|donne|uomini|bambini|studenti)",
    "pt": " d[oa]s (?:eleitores|pessoas|mulheres|homens|crianças|entrevistados)",
    "nl": " van de (?:kiezers|mensen|vrouwen|mannen|kinderen)",
}
_SCALES = dict(
    pair.split("=")
    for pair in (
        "million=billion billion=million millions=milliards milliards=millions Millionen=Milliarden "
        "m=bn bn=m millones=billones milioni=miliardi milhões=bilhões bilhões=milhões miljoen=miljard"
    ).split()
)
_LONG_QUOTE = 8
_EXACT = {"sum-mismatch", "count-mismatch"}
"""Rules of things counted one by one, where each digit decides."""
_ALWAYS = {"checksum", "impossible-value", "magnitude-slip", "figure-clash", "quote-mismatch"}
IDENTIFIERS = ("ISBN 978-0-306-40615-7", "IBAN DE89 3704 0044 0532 0130 00", "ISSN 0378-5955")


class Plant(NamedTuple):
    """A change of the source from ``start`` to ``end``, and the rule that should report it."""

    rule: str
    start: int
    end: int
    text: str


def plants(article: Article, chance: random.Random) -> Iterator[Plant]:
    """One change for each decidable relation of the article."""
    for change in changes(article):
        yield from _digit("percent-change", article, change.block, change.stated, chance)
    for share in shares(article):
        if share.computed.high > 100 or (share.part or share.whole).hedge:
            continue
        yield from _digit("share-mismatch", article, share.block, share.stated, chance)
    for each in sums(article):
        yield from _digit("sum-mismatch", article, each.block, each.total, chance)
    for listed in percent_lists(article):
        yield from _digit("percent-total", article, listed.block, listed.items[-1], chance)
    for pair in restatements(article):
        rule = {MEASURE: "conversion-mismatch", MONEY: "money-conversion-mismatch"}[pair.first.kind]
        yield from _digit(rule, article, pair.block, pair.second, chance)
    for announced in announcements(article):
        yield from _digit("count-mismatch", article, announced.block, announced.number, chance)
    yield from _repeated(article)
    yield from _standfirst(article, chance)
    yield from _impossible(article)
    yield from _quotation(article, chance)
    yield from _identifier(article, chance)


def _digit(
    rule: str, article: Article, block: Block, quantity: Quantity, chance: random.Random
) -> Iterator[Plant]:
    """The number with another first digit, any digit where all count; one in words is one to three more.

    Not where "about" or "at least" leaves it open.
    """
    if quantity.hedge:
        return
    span = block.text.span(quantity.start, quantity.end)
    digits = list(_DIGITS.finditer(article.excerpt(span)))
    if not digits:
        if quantity.kind == NUMBER and quantity.scale == 1:
            yield Plant(rule, *span, str(round(quantity.value) + chance.randint(1, 3)))
        return
    found = chance.choice(digits) if rule in _EXACT else digits[0]
    near = range(2, 4) if len(digits) == 1 else range(1, 4)
    lowest = 2 if found is digits[0] else 0
    others = [digit for digit in range(lowest, 10) if abs(digit - int(found[0])) in near]
    yield Plant(rule, span.start + found.start(), span.start + found.end(), str(chance.choice(others)))


def _repeated(article: Article) -> Iterator[Plant]:
    """Figures of three digits that come twice: another scale word in one place."""
    told: dict[tuple[float, str], list[tuple[Block, Quantity]]] = {}
    for block, items in quantities(article):
        for item in items:
            if item.digits >= 3 and item.scale in (1e6, 1e9) and not item.hedge:
                told.setdefault((item.value, item.unit), []).append((block, item))
    for block, item in (same[-1] for same in told.values() if len(same) > 1):
        for found in re.finditer(r"[^\W\d_]+", item.text):
            if found[0] in _SCALES:
                span = block.text.span(item.start + found.start(), item.start + found.end())
                yield Plant("magnitude-slip", *span, _SCALES[found[0]])
                break


def _standfirst(article: Article, chance: random.Random) -> Iterator[Plant]:
    """Counts of the standfirst that the text has too, of the same word and only so: another count."""
    told = [(block, item) for block, items in quantities(article) for item in items if item.is_count]
    for block, item in told:
        noun = re.match(r" [^\W\d_]{4,}", block.text.prose[item.end :])
        if block.kind != STANDFIRST or noun is None:
            continue
        same = {
            other.value
            for elsewhere, other in told
            if elsewhere.kind != STANDFIRST and elsewhere.text.prose.startswith(noun[0], other.end)
        }
        if same == {item.value}:
            yield from _digit("figure-clash", article, block, item, chance)


def _impossible(article: Article) -> Iterator[Plant]:
    """Times of day and shares of persons: more minutes than an hour has, more than all."""
    for block in article.blocks:
        for found in _TIME.finditer(block.text.prose) if block.kind != CODE else ():
            span = block.text.span(*found.span("minutes"))
            if exempt(article, "quotes").hold(span.start):
                continue
            yield Plant("impossible-value", *span, "7" + found["minutes"][1])
    spoken = language(article)
    for block, items in quantities(article):
        for item in items:
            after = block.text.prose[item.end : item.end + 20]
            known = (
                item.kind == PERCENT and item.value < 100 and item.text[0].isdigit() and spoken in _PERSONS
            )
            start = block.text.span(item.start, item.end).start
            if known and re.match(_PERSONS[spoken], after) and not exempt(article, "quotes").hold(start):
                yield Plant("impossible-value", start, start, "1" if item.value >= 10 else "10")


def _quotation(article: Article, chance: random.Random) -> Iterator[Plant]:
    """A quotation that stands in two blocks: one of its inner words is another in one place."""
    seen: dict[str, Block] = {}
    for block in article.blocks:
        for quote in quotes(article).of(block) if block.kind not in (CODE, TABLE) else ():
            said = block.text.prose[quote.start : quote.end].strip(" .,!?\u00a0")
            words = list(re.finditer(r"[^\W\d_]{5,}", said))
            other = seen.setdefault(said.casefold(), block)
            whole = quote.closed and not re.search(r"[()\[\]…\ufffc]|\.\.", said)
            if other is not block and whole and len(said.split()) >= _LONG_QUOTE and len(words) > 2:
                word = chance.choice(words[1:-1])
                start = block.text.prose.index(said, quote.start) + word.start()
                yield Plant("quote-mismatch", *block.text.span(start, start + len(word[0])), "nevertheless")
                return


def _identifier(article: Article, chance: random.Random) -> Iterator[Plant]:
    """Articles have none, so one with a changed digit is added to the first paragraph."""
    for block in article.blocks:
        if block.kind == "paragraph" and article.format == "markdown":
            good = chance.choice(IDENTIFIERS)
            place = chance.choice([i for i, c in enumerate(good) if c.isdigit()])
            wrong = good[:place] + str((int(good[place]) + chance.randint(1, 8)) % 10) + good[place + 1 :]
            end = block.text.whole.end
            yield Plant("checksum", end, end, f" ({wrong})")
            return


def count(sources: list[str], rules: dict[str, RuleSet]) -> tuple[Counter[str], Counter[str], list[str]]:
    """By rule: relations that were changed, and changes that were found; and the missed ones in context."""
    tried: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    missed = []
    chance = random.Random(7)
    for number, source in enumerate(sources):
        article = read_article(source, f"{number}.md", "markdown")
        before = {name: _reports(article, rules[name]) for name in rules}
        judged = {name for name in rules if name in _ALWAYS or _judges(article, rules[name])}
        for plant in plants(article, chance):
            if plant.rule not in judged or before[plant.rule]:
                continue
            dated = article.field("date") is not None or plant.rule != "money-conversion-mismatch"
            label = plant.rule if dated else f"{plant.rule}, no date"
            tried[label] += 1
            changed = source[: plant.start] + plant.text + source[plant.end :]
            if _reports(read_article(changed, f"{number}.md", "markdown"), rules[plant.rule]):
                hits[label] += 1
            else:
                around = changed[max(0, plant.start - 120) : plant.end + 80]
                missed.append(f"{plant.rule}: {plant.text}: {' '.join(around.split())}")
    return tried, hits, missed


def _judges(article: Article, rules: RuleSet) -> bool:
    """Whether the rule found something to judge at all: other places only look like such a relation."""
    told = (
        what for counts in lint(article, rules).counts.values() for what, number in counts.items() if number
    )
    return any(what.endswith(("checked", "counted", "compared")) for what in told)


def _reports(article: Article, rules: RuleSet) -> bool:
    return any(finding.severity > Severity.INFO for finding in lint(article, rules).findings)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sources", nargs="+", type=Path, help="folders of Markdown, or JSON Lines files")
    parser.add_argument("--limit", type=int, help="articles")
    parser.add_argument("--missed", type=Path, help="write the changes that were not found")
    args = parser.parse_args()
    rules = {rule.id: RuleSet([rule]) for rule in load_rules().rules.values() if rule.topic == "numbers"}
    sources = texts(args.sources, standfirst=True)[: args.limit]
    tried, hits, missed = count(sources, rules)
    print(f"{len(sources)} articles\n{'rule':36} per 10,000  planted  found  recall")
    for name in sorted(tried):
        share = f"{hits[name] / tried[name]:.1%}"
        print(
            f"{name:36} {10_000 * tried[name] / len(sources):10.1f} {tried[name]:8} {hits[name]:6} {share:>7}"
        )
    if args.missed:
        args.missed.write_text("\n".join(missed) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
