"""Units of measure: what one of each is in the base unit of its dimension.

The factors of length, area, volume, mass, speed, power, energy, pressure and time were compared with the
unit registry of Pint 0.25 and agree with it to nine digits. A unit with several customary sizes lists all
of them: any may be meant. The month has the length of the shortest, the mean and the longest, the year
the mean one of the Gregorian calendar.
"""

from __future__ import annotations

from functools import lru_cache

from linter.languages import speech
from linter.namedtuples import NamedTuple


class Unit(NamedTuple):
    """One unit: its dimension, and its possible sizes in the base unit."""

    key: str
    dimension: str
    sizes: tuple[float, ...]
    symbols: tuple[str, ...] = ()
    """Written the same in all languages; case matters."""


_FOOT = 0.3048
_MILE = 1609.344
_POUND = 0.45359237
_US_GALLON, _UK_GALLON = 3.785411784, 4.54609
_ACRE = 4046.8564224

UNITS: dict[str, Unit] = {
    unit.key: unit
    for unit in (
        Unit("mm", "length", (0.001,), ("mm",)),
        Unit("cm", "length", (0.01,), ("cm",)),
        Unit("m", "length", (1.0,), ("m",)),
        Unit("km", "length", (1000.0,), ("km", "kms", "Km", "KM")),
        Unit("in", "length", (0.0254,), ("″",)),
        Unit("ft", "length", (_FOOT,), ("ft", "′")),
        Unit("yd", "length", (0.9144,), ("yd", "yds")),
        Unit("mi", "length", (_MILE, 1852.0), ("mi",)),
        Unit("nmi", "length", (1852.0,), ("nmi", "NM")),
        Unit("mille", "length", (1852.0, _MILE)),
        Unit("ly", "length", (9.4607304725808e15,)),
        Unit("au", "length", (1.495978707e11,)),
        Unit("mm²", "area", (1e-6,), ("mm²", "mm2")),
        Unit("cm²", "area", (1e-4,), ("cm²", "cm2")),
        Unit("m²", "area", (1.0,), ("m²", "m2", "sq m", "qm", "sqm")),
        Unit("km²", "area", (1e6,), ("km²", "km2", "sq km", "qkm")),
        Unit("ha", "area", (1e4,), ("ha",)),
        Unit("ft²", "area", (_FOOT**2,), ("sq ft", "ft²", "ft2")),
        Unit("mi²", "area", (_MILE**2,), ("sq mi", "mi²")),
        Unit("acre", "area", (_ACRE,)),
        Unit("ml", "volume", (1e-6,), ("ml", "mL")),
        Unit("cl", "volume", (1e-5,), ("cl", "cL")),
        Unit("l", "volume", (1e-3,), ("l", "L")),
        Unit("hl", "volume", (0.1,), ("hl", "hL")),
        Unit("m³", "volume", (1.0,), ("m³", "m3")),
        Unit("ft³", "volume", (_FOOT**3,), ("cu ft", "ft³")),
        Unit("gal", "volume", (_US_GALLON / 1000, _UK_GALLON / 1000), ("gal",)),
        Unit("pt", "volume", (_US_GALLON / 8000, _UK_GALLON / 8000)),
        Unit("fl oz", "volume", (_US_GALLON / 128000, _UK_GALLON / 160000), ("fl oz",)),
        Unit("bbl", "volume", (0.158987294928,), ("bbl",)),
        Unit("mg", "mass", (1e-6,), ("mg",)),
        Unit("g", "mass", (1e-3,), ("g", "gr")),
        Unit("kg", "mass", (1.0,), ("kg", "kgs", "Kg", "KG")),
        Unit("t", "mass", (1000.0,), ("t",)),
        Unit("ton", "mass", (1000.0, 2000 * _POUND, 2240 * _POUND)),
        Unit("lb", "mass", (_POUND,), ("lb", "lbs", "lb.", "lbs.")),
        Unit("pound", "mass", (_POUND,)),
        Unit("metric pound", "mass", (_POUND, 0.5)),
        Unit("oz", "mass", (_POUND / 16, 0.0311034768), ("oz", "oz.")),
        Unit("st", "mass", (14 * _POUND,), ("st",)),
        Unit("km/h", "speed", (1 / 3.6,), ("km/h", "kmh", "kph", "Km/h", "km/u")),
        Unit("m/s", "speed", (1.0,), ("m/s",)),
        Unit("mph", "speed", (_MILE / 3600,), ("mph", "MPH")),
        Unit("kn", "speed", (1852 / 3600,), ("kn", "kt", "kts")),
        Unit("°C", "temperature", (1.0,), ("°C", "° C", "℃", "ºC")),
        Unit("°F", "temperature", (5 / 9,), ("°F", "° F", "℉", "ºF")),
        Unit("K", "temperature", (1.0,)),
        Unit("W", "power", (1.0,), ("W",)),
        Unit("kW", "power", (1e3,), ("kW",)),
        Unit("MW", "power", (1e6,), ("MW",)),
        Unit("GW", "power", (1e9,), ("GW",)),
        Unit("hp", "power", (745.6998715822702, 735.49875), ("hp", "bhp", "PS", "CV", "cv")),
        Unit("J", "energy", (1.0,), ("J",)),
        Unit("kJ", "energy", (1e3,), ("kJ",)),
        Unit("cal", "energy", (4.184, 4184.0), ("cal",)),
        Unit("kcal", "energy", (4184.0,), ("kcal",)),
        Unit("kWh", "energy", (3.6e6,), ("kWh",)),
        Unit("MWh", "energy", (3.6e9,), ("MWh",)),
        Unit("GWh", "energy", (3.6e12,), ("GWh",)),
        Unit("TWh", "energy", (3.6e15,), ("TWh",)),
        Unit("Pa", "pressure", (1.0,)),
        Unit("hPa", "pressure", (100.0,), ("hPa",)),
        Unit("bar", "pressure", (1e5,), ("bar",)),
        Unit("psi", "pressure", (6894.757293,), ("psi", "PSI")),
        Unit("s", "time", (1.0,), ("s", "sec")),
        Unit("min", "time", (60.0,), ("min", "mn", "min.", "mins")),
        Unit("h", "time", (3600.0,), ("h", "hr", "hrs")),
        Unit("d", "time", (86400.0,)),
        Unit("week", "time", (7 * 86400.0,)),
        Unit("month", "time", (30.436875 * 86400.0, 28 * 86400.0, 31 * 86400.0)),
        Unit("year", "time", (365.2425 * 86400.0,)),
        Unit("pixel", "count", (1.0,), ("px",)),
        Unit("B", "data", (1.0,)),
        Unit("KB", "data", (1e3, 1024.0), ("KB", "kB", "KiB", "Ko", "ko")),
        Unit("MB", "data", (1e6, 1024.0**2), ("MB", "MiB", "Mo")),
        Unit("GB", "data", (1e9, 1024.0**3), ("GB", "GiB", "Go")),
        Unit("TB", "data", (1e12, 1024.0**4), ("TB", "TiB", "To")),
    )
}
"""Every unit that is known, by key."""

OFFSETS = {"°C": 273.15, "°F": 459.67 * 5 / 9, "K": 0.0}
"""What is added after the factor to get kelvins."""

COLDEST = {"°C": -273.15, "°F": -459.67, "K": 0.0}
"""Absolute zero."""

CLOCK = {"h": 60, "min": 1}
"""The units of a length between two times of a day, in minutes."""

POUNDS = frozenset({"GBP", "pound"})
"""Money, or a measure beside kilograms."""

IMPERIAL = frozenset(
    {"in", "ft", "yd", "mi", "nmi", "ft²", "mi²", "acre", "ft³", "gal", "pt", "fl oz", "bbl", "lb", "pound",
     "oz", "st", "mph", "kn", "°F", "hp", "psi", "ton"}
)  # fmt: skip
"""Units that measures are converted from or to, not within."""


def in_base(value: float, unit: Unit, size: float, difference: bool = False) -> float:
    """A value in the base unit of the dimension; temperatures in kelvins unless they are differences."""
    return value * size + (0.0 if difference else OFFSETS.get(unit.key, 0.0))


@lru_cache(maxsize=64)
def units_after(code: str) -> dict[str, str]:
    """What may name a unit after a number in a language: the text as written and the unit's key."""
    written = {symbol: unit.key for unit in UNITS.values() for symbol in unit.symbols}
    return written | {name: key for key, names in speech(code).units.names.items() for name in names}
