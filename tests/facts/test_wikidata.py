"""Entries from entity JSON in Wikidata's format; the entities are invented."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from linter.topics.facts.bible import read_bible
from linter.topics.facts.wikidata import entries, read_entities
from linter.topics.facts.write import bible_text

GREGORIAN, JULIAN = "Q1985727", "Q1985786"


def snak(property_: str, value: Any, kind: str) -> dict[str, Any]:
    return {"snaktype": "value", "property": property_, "datavalue": {"value": value, "type": kind}}


def time(property_: str, day: str, precision: int = 11, calendar: str = GREGORIAN) -> dict[str, Any]:
    value = {
        "time": f"+{day}T00:00:00Z", "timezone": 0, "before": 0, "after": 0, "precision": precision,
        "calendarmodel": f"http://www.wikidata.org/entity/{calendar}",
    }  # fmt: skip
    return snak(property_, value, "time")


def item(property_: str, name: str) -> dict[str, Any]:
    value = {"entity-type": "item", "numeric-id": int(name[1:]), "id": name}
    return snak(property_, value, "wikibase-entityid")


def claim(main: dict[str, Any], rank: str = "normal", **qualifiers: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {"mainsnak": main, "type": "statement", "rank": rank}
    if qualifiers:
        found["qualifiers"] = {name: [value] for name, value in qualifiers.items()}
    return found


def entity(
    name: str, labels: dict[str, str], *claims: dict[str, Any], **aliases: list[str]
) -> dict[str, Any]:
    grouped: dict[str, list[Any]] = {}
    for each in claims:
        grouped.setdefault(each["mainsnak"]["property"], []).append(each)
    return {
        "type": "item",
        "id": name,
        "labels": {code: {"language": code, "value": value} for code, value in labels.items()},
        "aliases": {
            code: [{"language": code, "value": each} for each in listed] for code, listed in aliases.items()
        },
        "claims": grouped,
    }


OFFICE = entity(
    "Q8",
    {"en": "President of Freedonia", "fr": "président de la Freedonie"},
    claim(item("P31", "Q4164871")),
    claim(snak("P2521", {"text": "présidente de la Freedonie", "language": "fr"}, "monolingualtext")),
)
PERSON = entity(
    "Q7",
    {"en": "Rufus Firefly", "fr": "Rufus Luciole", "pt-br": "Rufus Vaga-lume"},
    claim(item("P31", "Q5")),
    claim(time("P569", "1931-00-00", 9), rank="normal"),
    claim(time("P569", "1932-04-05"), rank="preferred"),
    claim(time("P569", "1900-01-01"), rank="deprecated"),
    claim({"snaktype": "somevalue", "property": "P570"}),
    claim(item("P39", "Q8"), P580=time("P580", "1970-11-00", 10), P582=time("P582", "1975-01-02")),
    claim(item("P39", "Q99")),
    en=["R. Firefly", "rf", "rufus"],
)
PLACE = entity(
    "Q9",
    {"mul": "Freedonia"},
    claim(snak("P1082", {"amount": "+1200", "unit": "1"}, "quantity"), P585=time("P585", "2001-01-01")),
    claim(snak("P1082", {"amount": "+1500", "unit": "1"}, "quantity"), P585=time("P585", "2011-01-01")),
    claim(time("P571", "1700-03-04", 11, JULIAN)),
)
COMPANY = entity("Q10", {"en": "Acme"}, claim(item("P31", "Q4830453")), claim(time("P571", "1898-00-00", 9)))
ALL = [OFFICE, PERSON, PLACE, COMPANY]


def test_a_person() -> None:
    found = entries(ALL)
    (person,) = found.sections["people"]
    assert person["name"] == "Rufus Firefly"
    assert person["names"] == {"fr": "Rufus Luciole"}
    assert person["aliases"] == {"en": ["R. Firefly"]}
    assert person["born"] == "1932-04-05"
    assert "died" not in person
    (title,) = person["titles"]
    assert (title["from"], title["until"]) == ("1970-11", "1975-01-02")
    assert title["title"]["fr"] == [
        "président de la Freedonie", "président", "présidente de la Freedonie", "présidente",
    ]  # fmt: skip
    assert found.notes == ["Q7: offices Q99 are not among the files and are left out"]


def test_a_place_has_its_latest_figure_and_no_false_precision() -> None:
    (place,) = entries(ALL).sections["places"]
    assert place["name"] == "Freedonia"
    assert place["founded"] == "1700"
    (figure,) = place["figures"]
    assert (figure["value"], figure["date"]) == (1500, "2011-01-01")


def test_offices_are_read_for_their_names_only() -> None:
    assert [each["name"] for each in entries(ALL).sections["organisations"]] == ["Acme"]


def test_choices() -> None:
    assert entries(ALL, wanted=["Q10"]).sections["people"] == []
    (person,) = entries(ALL, languages=["en"]).sections["people"]
    assert "names" not in person
    assert set(person["titles"][0]["title"]) == {"en"}


SHAPES = [
    json.dumps({"entities": {each["id"]: each for each in ALL}}),
    json.dumps(ALL),
    "[\n" + ",\n".join(map(json.dumps, ALL)) + "\n]\n",
    "\n".join(map(json.dumps, ALL)),
]


@pytest.mark.parametrize("text", SHAPES)
def test_shapes_of_files(text: str) -> None:
    assert [each["id"] for each in read_entities(text)] == ["Q8", "Q7", "Q9", "Q10"]


@pytest.mark.parametrize(
    ("text", "message"), [("{", "not valid JSON"), ('{"a": 1}', "no Wikidata entities"), ("3", "no Wikidata")]
)
def test_what_is_no_entity(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_entities(text)


def test_a_missing_entity_is_skipped() -> None:
    assert read_entities('{"entities": {"Q1": {"id": "Q1", "missing": ""}}}') == []


def test_the_bible_reads_what_was_imported() -> None:
    text = bible_text(entries(ALL).sections)
    read, problems = read_bible("facts.yaml", text)
    assert problems == []
    assert [entry.name for entry in read] == ["Rufus Firefly", "Acme", "Freedonia"]


JUNK: list[Any] = [None, 1, "x", [], {}, [1], {"a": 1}, [[]], 1e999, "9" * 5000, True]


def changed(value: Any) -> Iterator[Any]:
    """The value with each of its parts in turn replaced by each piece of junk, or left out."""
    yield from JUNK
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        for other in changed(part):
            copy = value.copy()
            copy[key] = other
            yield copy
        if isinstance(value, dict):
            yield {name: each for name, each in value.items() if name != key}


def test_what_wikidata_never_writes_is_told_or_left_out() -> None:
    told: list[str] = []
    for each in changed(ALL):
        try:
            bible_text(entries(read_entities(json.dumps(each))).sections)
        except ValueError as error:
            told.append(str(error))
    assert len(told) > 500
    assert max(map(len, told)) < 200


def test_nesting_without_end() -> None:
    for text in ("[" * 100_000, "{}\n" + "[" * 100_000):
        with pytest.raises(ValueError, match=r"nested too deeply|no Wikidata entities"):
            read_entities(text)
