#!/usr/bin/env python3
"""How many wrong ages, titles and spellings are found that are planted in real articles?

    python benchmarks/planted_facts.py ARTICLES.jsonl[.gz] --out FOLDER

ARTICLES has a JSON object a line with headline, body, lang and maybe lead and date. They are planted
beside names of a story bible, which is imported from entity JSON in Wikidata's format, made of
facts_entities.txt. FOLDER gets the bible, the planted articles and the clean ones, for ``factlint
check`` with the configuration beside them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from linter.article.read import read_article
from linter.topics.facts.bible import Bible, read_bible
from linter.topics.facts.match import known_names
from linter.topics.facts.model import Person, Title, forms
from linter.topics.names.lists import surname

ENTITIES = Path(__file__).with_name("facts_entities.txt")
AGE = {"fr": ", {} ans,", "en": ", {},"}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    args.out.mkdir(parents=True)
    write_bible(args.out)
    rows = list(read_rows(args.articles))
    planted = plant(rows, args.out, random.Random(args.seed))
    measure(args.out, planted)


# The bible, by way of Wikidata's format


def write_bible(out: Path) -> None:
    """``entities.json`` in the format of Special:EntityData, and the bible that is imported from it."""
    entities = {entity["id"]: entity for entity in made_entities()}
    (out / "entities.json").write_text(json.dumps({"entities": entities}, ensure_ascii=False, indent=1))
    command = [sys.executable, "-m", "linter", "facts", "import", "wikidata", "entities.json"]
    subprocess.run([*command, "--to", "facts.yaml"], cwd=out, check=True)
    (out / ".factlint.yaml").write_text("facts: [facts.yaml]\nexclude: [entities.json]\n")


def made_entities() -> Iterator[dict[str, Any]]:
    text = ENTITIES.read_text(encoding="utf-8")
    lines = [re.split(r"\s*\|\s*", line) for line in text.splitlines() if line and line[0] != "#"]
    offices = {row[1].strip(): f"Q{900_000 + i}" for i, row in enumerate(lines) if row[0] == "office"}
    for number, row in enumerate(lines):
        kind, *fields = row
        fields += [""] * (5 - len(fields))
        if kind == "office":
            yield office(offices[fields[0]], fields)
        else:
            yield entity(f"Q{100_000 + number}", kind, fields, offices)


def office(identity: str, fields: list[str]) -> dict[str, Any]:
    labels = {"en": fields[1].split(", ")[0], "fr": fields[2].split(", ")[0]}
    more = [("en", form) for form in fields[1].split(", ")[1:]] + [
        ("fr", form) for form in fields[2].split(", ")[1:]
    ]
    female = [statement("P2521", {"language": code, "text": form}, "monolingualtext") for code, form in more]
    return {**bare(identity, labels), "claims": {"P31": [item("P31", "Q4164871")], "P2521": female}}


def entity(identity: str, kind: str, fields: list[str], offices: dict[str, str]) -> dict[str, Any]:
    name = fields[0]
    labels = {"en": name, "fr": name}
    for pair in (field for field in fields for field in field.split("; ") if "=" in field):
        code, _, form = pair.partition("=")
        labels[code] = form
    claims: dict[str, list[Any]] = {}
    if kind == "person":
        claims["P31"] = [item("P31", "Q5")]
        claims["P569"] = [statement("P569", time(fields[1]), "time")]
        if re.fullmatch(r"[\d-]+", fields[2]):
            claims["P570"] = [statement("P570", time(fields[2]), "time")]
        claims["P39"] = [held(term, offices) for term in fields[3].split("; ") if ": " in term]
    elif kind == "organisation":
        claims["P31"] = [item("P31", "Q43229")]
        claims["P571"] = [statement("P571", time(fields[1]), "time")]
    else:
        claims["P31"] = [item("P31", "Q6256")]
        claims["P625"] = [
            statement("P625", {"latitude": 0, "longitude": 0, "precision": 1}, "globecoordinate")
        ]
    return {**bare(identity, labels), "claims": claims}


def bare(identity: str, labels: dict[str, str]) -> dict[str, Any]:
    named = {code: {"language": code, "value": value} for code, value in labels.items()}
    return {
        "type": "item",
        "id": identity,
        "labels": named,
        "descriptions": {},
        "aliases": {},
        "sitelinks": {},
    }


def held(term: str, offices: dict[str, str]) -> dict[str, Any]:
    key, _, period = term.partition(": ")
    begin, _, end = (part.strip() for part in period.partition(" - "))
    claim = item("P39", offices[key])
    claim["qualifiers"] = {"P580": [snak("P580", time(begin), "time")]}
    if end.strip("- "):
        claim["qualifiers"]["P582"] = [snak("P582", time(end), "time")]
    return claim


def time(day: str) -> dict[str, Any]:
    day = day.strip("- ")
    parts = [*day.split("-"), "00", "00"][:3]
    precision = 9 + day.count("-")
    calendar = "http://www.wikidata.org/entity/Q1985727"
    return {
        "time": f"+{'-'.join(parts)}T00:00:00Z", "timezone": 0, "before": 0, "after": 0,
        "precision": precision, "calendarmodel": calendar,
    }  # fmt: skip


def item(property_: str, value: str) -> dict[str, Any]:
    value_ = {"entity-type": "item", "numeric-id": int(value[1:]), "id": value}
    return statement(property_, value_, "wikibase-entityid")


def statement(property_: str, value: Any, kind: str) -> dict[str, Any]:
    return {"mainsnak": snak(property_, value, kind), "type": "statement", "rank": "normal"}


def snak(property_: str, value: Any, kind: str) -> dict[str, Any]:
    return {"snaktype": "value", "property": property_, "datavalue": {"value": value, "type": kind}}


# The articles


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for line in data.decode("utf-8").splitlines():
        row = json.loads(line)
        if row.get("body") and row.get("date") and row.get("lang") in AGE:
            yield row


def source_of(row: dict[str, Any], body: str) -> str:
    meta = {key: row.get(key) for key in ("date", "lang")} | {"title": row.get("headline")}
    head = "".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in meta.items() if value
    )
    return f"---\n{head}---\n\n{body}\n"


def plant(rows: list[dict[str, Any]], out: Path, rng: random.Random) -> dict[str, tuple[str, str]]:
    """Write an article for each slip; the planted text and its kind by file name."""
    entries, problems = read_bible("facts.yaml", (out / "facts.yaml").read_text())
    assert not problems, problems
    bible = Bible(entries)
    planted: dict[str, tuple[str, str]] = {}
    for folder in ("planted", "clean"):
        (out / folder).mkdir()
    for number, row in enumerate(rows):
        body = re.sub(r"\n+", "\n\n", row["body"])
        source = source_of(row, body)
        (out / "clean" / f"{number}.md").write_text(source)
        article = read_article(source, f"{number}.md")
        known = [
            k
            for k in known_names(article, bible)
            if k.full and isinstance(k.entry, Person) and k.block.kind == "paragraph"
        ]
        if not known:
            continue
        first = known[0]
        for kind, text, start, end in slips(
            first, date.fromisoformat(row["date"][:10]), row["lang"], bible, rng
        ):
            place = first.block.text.span(first.start, first.end)
            changed = source[: place.start] + text + source[place.end :]
            name = f"{number}-{kind}.md"
            (out / "planted" / name).write_text(changed)
            planted[name] = (kind, text[start:end])
    return planted


def slips(
    known: Any, day: date, lang: str, bible: Bible, rng: random.Random
) -> Iterator[tuple[str, str, int, int]]:
    """Kind, new text for the name, and which part of it is wrong."""
    person, prose = known.entry, known.block.text.prose
    name = prose[known.start : known.end]
    after, before = prose[known.end : known.end + 2], prose[: known.start]
    if person.born and not person.died and person.born.day and after[:1] == " " and after[1:].isalpha():
        age = day.year - person.born.year + rng.choice((-6, -5, -4, -3, 3, 4, 5, 6))
        said = AGE[lang].format(age)
        yield "age", name + said, len(name) + 2, len(name) + 2 + len(str(age))
    title = wrong_title(person, day, lang, bible, rng)
    if title and re.search(r"(?:^|[.!?] |, |\b(?:que|et|à|par|avec|and|that|by|with) )$", before):
        lead = f"{'le ' if lang == 'fr' else ''}{title} "
        yield "title", lead + name, len(lead) - len(title) - 1, len(lead) - 1
    wrong = misspelt(name, rng)
    if wrong:
        yield "spelling", wrong, 0, len(wrong)


def wrong_title(person: Person, day: date, lang: str, bible: Bible, rng: random.Random) -> str:
    """A title that was the person's once but is not on the day, else one that another person has."""
    held = {form for title in person.titles if title.held(day) for form in forms(title.title, lang)}
    over = [
        title for title in person.titles if not title.held(day) and not set(forms(title.title, lang)) & held
    ]
    others = [
        title
        for other in bible.entries
        if isinstance(other, Person) and other is not person
        for title in other.titles
        if title.held(day)
        and not any(set(forms(title.title, lang)) & set(forms(own.title, lang)) for own in person.titles)
    ]
    pool: list[Title] = over or (others if held else [])
    choices = [form for title in pool for form in forms(title.title, lang) if " " in form]
    return rng.choice(choices) if choices else ""


def misspelt(name: str, rng: random.Random) -> str:
    """The surname with two letters swapped, one dropped or one doubled; names from six letters on."""
    first, _, last = name.rpartition(" ")
    if not first or len(last) < 6 or not last.isalpha():
        return ""
    at = rng.randrange(2, len(last) - 1)
    wrong = rng.choice(
        (
            last[:at] + last[at + 1] + last[at] + last[at + 2 :],
            last[:at] + last[at + 1 :],
            last[:at] + last[at] + last[at:],
        )
    )
    return f"{first} {wrong}" if wrong != last and not surname(wrong) else ""


def measure(out: Path, planted: dict[str, tuple[str, str]]) -> None:
    command = [
        sys.executable,
        "-m",
        "linter",
        "check",
        "--select",
        "fact-mismatch,name-style",
        "--exit-zero",
        "-q",
    ]
    run = subprocess.run(
        [*command, "--output-format", "jsonl", "planted"], cwd=out, capture_output=True, text=True
    )
    found: dict[str, list[str]] = {}
    for line in run.stdout.splitlines():
        finding = json.loads(line)
        found.setdefault(Path(finding["path"]).name, []).append(finding["text"])
    total, hits = Counter(kind for kind, _ in planted.values()), Counter()
    missed = []
    for name, (kind, text) in planted.items():
        if any(text in each or each in text for each in found.get(name, ())):
            hits[kind] += 1
        else:
            missed.append(f"{name}\t{text}")
    for kind in sorted(total):
        print(f"{kind:10} {hits[kind]}/{total[kind]} = {hits[kind] / total[kind]:.1%}")
    print(f"all        {hits.total()}/{total.total()} = {hits.total() / max(1, total.total()):.1%}")
    (out / "missed.txt").write_text("\n".join(missed))
    print(run.stderr[-400:], file=sys.stderr)


if __name__ == "__main__":
    main()
