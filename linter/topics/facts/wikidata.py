"""Bible entries from Wikidata's entity JSON, as its pages, its API and its dumps give it.

Shape: https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html. A value that is an item
(an office, a capital) is only an id there: its name is taken from the other entities that are read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from linter.languages import described, speech
from linter.languages.phrases import word_of
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.quoting import quoted
from linter.typed import Any

Entity = dict[str, Any]
Plain = dict[str, Any]

HUMAN = "Q5"
BORN, DIED, OFFICE, FOUNDED, DISSOLVED = "P569", "P570", "P39", "P571", "P576"
CAPITAL, CURRENCY, COUNTRY, POPULATION, COORDINATES, STAFF = "P36", "P38", "P17", "P1082", "P625", "P1128"
INSTANCE, START, END, AT, FEMALE, MALE = "P31", "P580", "P582", "P585", "P2521", "P3321"

_JULIAN = "Q1985786"
_DAY, _MONTH, _YEAR = 11, 10, 9
_REGION = lazy(r"[a-z]{2,3}")
"""Languages without a region or script; ``pt-br`` and ``zh-hans`` are left out."""
_TOLERANCE = "10%"
_AMOUNT = lazy(r"[+-]?\d{1,30}(?:\.\d{1,30})?", re.ASCII)


class Imported(NamedTuple):
    """Entries as plain data by section (``people``, ``organisations``, ``places``), and what was left out."""

    sections: dict[str, list[Plain]]
    notes: list[str]


def read_entities(text: str) -> list[Entity]:
    """The entities of a file: one, ``{"entities": …}``, a list, or one a line as in the dumps.

    ``ValueError`` says what is wrong with it.
    """
    try:
        return list(_entities(json.loads(text)))
    except RecursionError:
        raise ValueError("not valid JSON: nested too deeply") from None
    except json.JSONDecodeError as error:
        lines = [line.strip().rstrip(",") for line in text.splitlines()]
        lines = [line for line in lines if line not in ("", "[", "]")]
        if len(lines) < 2:
            raise ValueError(f"not valid JSON: {error}") from None
        try:
            return [entity for line in lines for entity in _entities(json.loads(line))]
        except RecursionError:
            raise ValueError("not valid JSON: nested too deeply") from None


def _entities(data: Any) -> Iterator[Entity]:
    if isinstance(data, list):
        for item in data:
            yield from _entities(item)
    elif isinstance(data, dict) and isinstance(data.get("entities"), dict):
        yield from _entities(list(data["entities"].values()))
    elif isinstance(data, dict) and "id" in data and ("claims" in data or "labels" in data):
        yield _sound(data)
    elif not (isinstance(data, dict) and "missing" in data):
        raise ValueError("no Wikidata entities: expected 'entities', or an object with 'id' and 'claims'")


def _sound(entity: dict[str, Any]) -> Entity:
    """The parts of an entity that are read. ``ValueError`` if they are not as Wikidata writes them.

    Where a mapping is empty it writes an empty list.
    """
    found = {key: entity.get(key) or {} for key in ("labels", "aliases", "claims")}
    id = entity["id"]
    sound = isinstance(id, str) and all(isinstance(part, dict) for part in found.values())
    if not (
        sound
        and all(map(_is_term, found["labels"].values()))
        and all(isinstance(terms, list) and all(map(_is_term, terms)) for terms in found["aliases"].values())
        and all(isinstance(each, list) and all(map(_is_claim, each)) for each in found["claims"].values())
    ):
        raise ValueError(f"entity {quoted(id)} is not as Wikidata writes it")
    return {"id": id, **found}


def _is_term(term: Any) -> bool:
    return isinstance(term, dict) and isinstance(term.get("value"), str)


def _is_claim(claim: Any) -> bool:
    if not isinstance(claim, dict) or not isinstance(claim.get("mainsnak"), dict):
        return False
    qualifiers = claim.get("qualifiers") or {}
    return isinstance(qualifiers, dict) and all(
        isinstance(snaks, list) and all(isinstance(snak, dict) for snak in snaks)
        for snaks in qualifiers.values()
    )


def entries(
    entities: Iterable[Entity], wanted: Iterable[str] = (), languages: Iterable[str] = ()
) -> Imported:
    """Entries for the entities (``wanted`` ids, else all that are people, places or organisations).

    ``languages`` limits names and titles; all languages without it.
    """
    known = {entity["id"]: entity for entity in entities}
    asked = set(wanted)
    kept = frozenset(languages)
    found = Imported({"people": [], "organisations": [], "places": []}, [])
    used = _used_as_values(known.values())
    for name, entity in known.items():
        section = _section(entity)
        if name in asked or (not asked and section and not (name in used and section == "organisations")):
            entry = _entry(entity, section or "organisations", known, kept, found.notes)
            if entry:
                found.sections[section or "organisations"].append(entry)
    return found


def _used_as_values(entities: Iterable[Entity]) -> set[str]:
    """Entities that others name as their office, capital …: read for their labels only."""
    return {
        value
        for entity in entities
        for property_ in (OFFICE, CURRENCY, INSTANCE)
        for claim in entity.get("claims", {}).get(property_, ())
        if (value := _item(claim.get("mainsnak", {})))
    }


def _section(entity: Entity) -> str:
    claims = entity.get("claims") or {}
    kinds = {_item(claim.get("mainsnak", {})) for claim in claims.get(INSTANCE, ())}
    if HUMAN in kinds or BORN in claims:
        return "people"
    if POPULATION in claims or CAPITAL in claims or COORDINATES in claims:
        return "places"
    return "organisations" if kinds and claims.keys() - {INSTANCE, FEMALE, MALE} else ""


def _entry(
    entity: Entity, section: str, known: dict[str, Entity], kept: frozenset[str], notes: list[str]
) -> Plain:
    names = _labels(entity, kept)
    if not names:
        notes.append(f"{entity['id']} has no label and is left out")
        return {}
    default = names.get("en") or names.get("mul") or next(iter(names.values()))
    entry: Plain = {"name": default, "id": entity["id"]}
    entry["names"] = {code: name for code, name in names.items() if name != default and code != "mul"}
    entry["aliases"] = _aliases(entity, kept)
    claims = entity.get("claims") or {}
    if section == "people":
        entry["born"], entry["died"] = _one_date(claims, BORN), _one_date(claims, DIED)
        entry["titles"] = list(_titles(entity, known, kept, notes))
    else:
        entry["founded"] = _one_date(claims, FOUNDED)
        if section == "organisations":
            entry["dissolved"] = _one_date(claims, DISSOLVED)
        else:
            for key, property_ in (("country", COUNTRY), ("capital", CAPITAL), ("currency", CURRENCY)):
                entry[key] = _label_of(_best(claims, property_), known)
    entry["figures"] = [figure for key in (POPULATION, STAFF) if (figure := _figure(claims, key))]
    entry["source"] = f"https://www.wikidata.org/wiki/{entity['id']}"
    return {key: value for key, value in entry.items() if value}


def _labels(entity: Entity, kept: frozenset[str]) -> dict[str, str]:
    return {
        code: label["value"]
        for code, label in sorted((entity.get("labels") or {}).items())
        if _REGION.fullmatch(code) and (not kept or code in kept or code == "mul")
    }


def _aliases(entity: Entity, kept: frozenset[str]) -> dict[str, list[str]]:
    """Other names by language; short ones and those without a capital name nobody for sure."""
    found = {}
    for code, listed in sorted((entity.get("aliases") or {}).items()):
        names = [
            alias["value"] for alias in listed if len(alias["value"]) > 2 and alias["value"][0].isupper()
        ]
        if names and _REGION.fullmatch(code) and (not kept or code in kept):
            found[code] = names
    return found


def _statements(claims: dict[str, list[Any]], property_: str) -> list[Any]:
    """The statements with a value, deprecated ones left out."""
    return [
        claim
        for claim in claims.get(property_, ())
        if claim.get("rank") != "deprecated" and claim["mainsnak"].get("snaktype") == "value"
    ]


def _best(claims: dict[str, list[Any]], property_: str) -> Any | None:
    """The preferred statement, else the latest one that has a date, else the first."""
    found = _statements(claims, property_)
    preferred = [claim for claim in found if claim.get("rank") == "preferred"]
    current = [claim for claim in preferred or found if not _qualifier(claim, END)]
    return max(current or preferred or found, key=lambda claim: _qualifier(claim, AT), default=None)


def _one_date(claims: dict[str, list[Any]], property_: str) -> str:
    claim = _best(claims, property_)
    return _date(claim["mainsnak"]) if claim else ""


def _date(snak: Any) -> str:
    """``1975-06-01``, ``1975-06`` or ``1975`` by the precision; nothing for less or before Christ."""
    value = _value(snak)
    match = re.match(r"\+0*(\d{3,4})-(\d\d)-(\d\d)", str(value.get("time", "")))
    if match is None:
        return ""
    year, month, day = match.groups()
    precision = value.get("precision", 0)
    precision = precision if isinstance(precision, int) else 0
    if str(value.get("calendarmodel", "")).endswith(_JULIAN) and precision > _YEAR:
        precision = _YEAR
    if precision >= _DAY and day != "00":
        return f"{year}-{month}-{day}"
    if precision >= _MONTH and month != "00":
        return f"{year}-{month}"
    return year if precision >= _YEAR else ""


def _qualifier(claim: Any, property_: str) -> str:
    return next((_date(snak) for snak in (claim.get("qualifiers") or {}).get(property_, ())), "")


def _item(snak: Any) -> str:
    value = _value(snak)
    return str(value.get("id") or (f"Q{value['numeric-id']}" if "numeric-id" in value else ""))


def _value(snak: Any) -> dict[str, Any]:
    """The value of a snak where it is a structure (an item, a time, a quantity), else an empty one."""
    data = snak.get("datavalue")
    value = data.get("value") if isinstance(data, dict) else None
    return value if isinstance(value, dict) else {}


def _label_of(claim: Any | None, known: dict[str, Entity]) -> str:
    entity = known.get(_item(claim["mainsnak"])) if claim else None
    labels = _labels(entity, frozenset()) if entity else {}
    return labels.get("en") or labels.get("mul") or next(iter(labels.values()), "")


def _titles(
    entity: Entity, known: dict[str, Entity], kept: frozenset[str], notes: list[str]
) -> Iterator[Plain]:
    missing = []
    for claim in _statements(entity.get("claims") or {}, OFFICE):
        office = known.get(_item(claim["mainsnak"]))
        if office is None:
            missing.append(_item(claim["mainsnak"]))
            continue
        title: Plain = {"title": _title_forms(office, kept)}
        title["from"], title["until"] = _qualifier(claim, START), _qualifier(claim, END)
        if title["title"]:
            yield {key: value for key, value in title.items() if value}
    if missing:
        names = ", ".join(dict.fromkeys(missing))
        notes.append(f"{entity['id']}: offices {names} are not among the files and are left out")


def _short(label: str, code: str) -> Iterator[str]:
    """``President`` for "President of …": only of the highest offices, for ministers are many."""
    facts = speech(code).facts
    head = re.split(f" {word_of(facts.office_of)}", label, maxsplit=1)[0]
    if head != label and re.match(word_of(facts.highest_offices), head, re.IGNORECASE):
        yield head


def _title_forms(office: Entity, kept: frozenset[str]) -> dict[str, list[str]]:
    """The office by language, in its forms for women and men, with and without what it is an office of."""
    forms: dict[str, list[str]] = {}
    for code, label in _labels(office, kept).items():
        forms.setdefault(code, []).append(label)
    for property_ in (FEMALE, MALE):
        for claim in _statements(office.get("claims") or {}, property_):
            value = _value(claim["mainsnak"])
            language, text = value.get("language"), value.get("text")
            if isinstance(language, str) and isinstance(text, str) and (not kept or language in kept):
                forms.setdefault(language, []).append(text)
    return {
        code: list(dict.fromkeys(form for label in labels for form in (label, *_short(label, code))))
        for code, labels in forms.items()
    }


def _beside(property_: str) -> dict[str, list[str]]:
    """The words beside which a figure stands, by language."""
    facts = {code: speech(code).facts for code in described()}
    words = {code: each.population if property_ == POPULATION else each.staff for code, each in facts.items()}
    return {code: list(listed) for code, listed in words.items() if listed}


def _figure(claims: dict[str, list[Any]], property_: str) -> Plain | None:
    claim = _best(claims, property_)
    value = _value(claim["mainsnak"]) if claim else {}
    if claim is None or not _AMOUNT.fullmatch(str(value.get("amount"))):
        return None
    number = float(value["amount"])
    figure: Plain = {
        "what": _beside(property_),
        "value": int(number) if number.is_integer() else number,
    }
    figure["tolerance"] = _TOLERANCE
    figure["date"] = _qualifier(claim, AT)
    return {key: found for key, found in figure.items() if found}
