"""Number words below a thousand in seven languages, generated from their parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

Forms = Iterator[tuple[str, int]]
"""Spelled-out numbers, parts separated by blanks (never hyphens), with their values."""

_EN_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

_FR_UNITS = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
).split()
_FR_TENS = "vingt trente quarante cinquante soixante".split()

_ES_UNITS = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco "
    "veintiséis veintisiete veintiocho veintinueve"
).split()
_ES_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
_ES_HUNDREDS = (
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
).split()

_PT_UNITS = (
    "zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis "
    "dezessete dezoito dezenove"
).split()
_PT_TENS = "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa".split()
_PT_HUNDREDS = (
    "cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos"
).split()

_IT_UNITS = (
    "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici "
    "sedici diciassette diciotto diciannove"
).split()
_IT_TENS = "venti trenta quaranta cinquanta sessanta settanta ottanta novanta".split()

_DE_UNITS = (
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn "
    "sechzehn siebzehn achtzehn neunzehn"
).split()
_DE_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()

_NL_UNITS = (
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien"
).split()
_NL_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()


def _simple(units: list[str], tens: list[str], first: int, join: str) -> dict[int, str]:
    """0 to 99 where tens and units are joined by ``join``; ``first`` is the value of ``tens[0]``."""
    names = dict(enumerate(units))
    for i, ten in enumerate(tens):
        names[first + 10 * i] = ten
        for unit in range(1, 10):
            names[first + 10 * i + unit] = ten + join + units[unit]
    return names


def english() -> Forms:
    """``two hundred and five``, ``two hundred five``."""
    names = _simple(_EN_UNITS, _EN_TENS, 20, " ")
    for value, name in names.items():
        yield name, value
    for hundred in range(1, 10):
        head = f"{_EN_UNITS[hundred]} hundred"
        yield head, 100 * hundred
        for rest, name in names.items():
            if rest:
                yield f"{head} and {name}", 100 * hundred + rest
                yield f"{head} {name}", 100 * hundred + rest
    yield "hundred", 100


def _french_below_hundred() -> dict[int, str]:
    names = dict(enumerate(_FR_UNITS))
    names |= {10 + unit: f"dix {_FR_UNITS[unit]}" for unit in (7, 8, 9)}
    for i, ten in enumerate(_FR_TENS):
        names[20 + 10 * i] = ten
        for unit in range(1, 10):
            names[20 + 10 * i + unit] = f"{ten} et un" if unit == 1 else f"{ten} {_FR_UNITS[unit]}"
    for unit in range(10, 20):
        names[60 + unit] = "soixante et onze" if unit == 11 else f"soixante {names[unit]}"
    names[80] = "quatre vingt"
    for unit in range(1, 20):
        names[80 + unit] = f"quatre vingt {names[unit]}"
    return names


def french() -> Forms:
    """With the Belgian and Swiss ``septante``, ``huitante``, ``nonante``."""
    names = _french_below_hundred()
    forms = [(name, value) for value, name in names.items()]
    for ten, first in (("septante", 70), ("huitante", 80), ("octante", 80), ("nonante", 90)):
        forms.append((ten, first))
        forms += [(f"{ten} {_FR_UNITS[unit]}", first + unit) for unit in range(2, 10)]
        forms.append((f"{ten} et un", first + 1))
    forms.append(("quatre vingts", 80))
    forms += [(name.removesuffix("un") + "une", value) for name, value in forms if name.endswith("un")]
    yield from forms
    for hundred in range(1, 10):
        head = "cent" if hundred == 1 else f"{_FR_UNITS[hundred]} cent"
        yield head, 100 * hundred
        yield f"{head}s", 100 * hundred
        for name, rest in forms:
            if rest:
                yield f"{head} {name}", 100 * hundred + rest


def _iberian(names: dict[int, str], hundreds: list[str], hundred: str, join: str) -> Forms:
    for value, name in names.items():
        yield name, value
    yield hundred, 100
    for i, head in enumerate(hundreds, 1):
        yield head, 100 * i
        for rest, name in names.items():
            if rest:
                yield f"{head}{join}{name}", 100 * i + rest


def _with_gender(forms: Forms, endings: dict[str, str]) -> Forms:
    """Each form, and the one it has before another noun (``doscientos`` -> ``doscientas``)."""
    for name, value in forms:
        yield name, value
        other = " ".join(endings.get(word, word) for word in name.split())
        if other != name:
            yield other, value


def spanish() -> Forms:
    """With feminine hundreds and the short forms ``un``, ``veintiún``."""
    names = dict(enumerate(_ES_UNITS))
    for i, ten in enumerate(_ES_TENS):
        names[30 + 10 * i] = ten
        names |= {30 + 10 * i + unit: f"{ten} y {_ES_UNITS[unit]}" for unit in range(1, 10)}
    endings = {word: word.removesuffix("os") + "as" for word in _ES_HUNDREDS[1:]}
    forms = list(_with_gender(_iberian(names, _ES_HUNDREDS, "cien", " "), endings))
    for short in ({"uno": "un", "veintiuno": "veintiún"}, {"uno": "una", "veintiuno": "veintiuna"}):
        yield from _with_gender(iter(forms), short)


def portuguese() -> Forms:
    """With feminines and the European ``dezasseis``, ``dezassete``, ``dezanove``."""
    names = _simple(_PT_UNITS, _PT_TENS, 20, " e ")
    endings = {word: word.removesuffix("os") + "as" for word in _PT_HUNDREDS[1:]}
    endings |= {"um": "uma", "dois": "duas"}
    forms = list(_with_gender(_iberian(names, _PT_HUNDREDS, "cem", " e "), endings))
    european = {"dezesseis": "dezasseis", "dezessete": "dezassete", "dezenove": "dezanove"}
    yield from _with_gender(iter(forms), european | {"quatorze": "catorze"})
    yield "quatorze", 14


def italian() -> Forms:
    """Compounds: ``ventuno``, ``quarantotto``, ``duecentoventitré``."""
    names = dict(enumerate(_IT_UNITS))
    for i, ten in enumerate(_IT_TENS):
        names[20 + 10 * i] = ten
        for unit in range(1, 10):
            stem = ten[:-1] if unit in (1, 8) else ten
            names[20 + 10 * i + unit] = stem + ("tré" if unit == 3 else _IT_UNITS[unit])
    for value, name in names.items():
        yield from _italian_spellings(name, value)
    for hundred in range(1, 10):
        head = "cento" if hundred == 1 else _IT_UNITS[hundred] + "cento"
        yield head, 100 * hundred
        for rest, name in names.items():
            if rest:
                yield from _italian_spellings(head + name, 100 * hundred + rest)
            if rest and name.startswith("o"):
                yield from _italian_spellings(head[:-1] + name, 100 * hundred + rest)


def _italian_spellings(name: str, value: int) -> Forms:
    yield name, value
    if value > 100 and name.endswith("tre"):
        yield name.removesuffix("tre") + "tré", value
    if name.endswith("tré"):
        yield name.removesuffix("tré") + "tre", value
    if name.endswith("uno") and value > 1:
        yield name.removesuffix("o"), value


def _germanic(units: list[str], tens: list[str], one: str, link: Callable[[str], str]) -> dict[int, str]:
    names = dict(enumerate(units))
    for i, ten in enumerate(tens):
        names[20 + 10 * i] = ten
        for unit in range(1, 10):
            head = one if unit == 1 else units[unit]
            names[20 + 10 * i + unit] = head + link(head) + ten
    return names


def german() -> Forms:
    """Compounds: ``zweihundertfünfundvierzig``; Swiss ``dreissig`` and inflected ``zweier`` are known."""
    names = _germanic(_DE_UNITS, _DE_TENS, "ein", lambda _: "und")
    forms = [(name, value) for value, name in names.items()]
    for hundred in range(1, 10):
        heads = ["hundert", "einhundert"] if hundred == 1 else [_DE_UNITS[hundred] + "hundert"]
        for head in heads:
            forms.append((head, 100 * hundred))
            forms += [(head + name, 100 * hundred + rest) for rest, name in names.items() if rest]
            forms += [(head + "und" + name, 100 * hundred + rest) for rest, name in names.items() if rest]
    forms += [("ein", 1), ("eine", 1), ("einen", 1), ("einem", 1), ("einer", 1), ("zweier", 2), ("dreier", 3)]
    for name, value in forms:
        yield name, value
        if "ß" in name:
            yield name.replace("ß", "ss"), value


def dutch() -> Forms:
    """Compounds: ``drieëntwintig``, ``honderdvijf``, ``tweehonderd vijf``."""
    names = _germanic(_NL_UNITS, _NL_TENS, "een", lambda head: "ën" if head.endswith("e") else "en")
    forms = [(name, value) for value, name in names.items()]
    for hundred in range(1, 10):
        head = "honderd" if hundred == 1 else _NL_UNITS[hundred] + "honderd"
        forms.append((head, 100 * hundred))
        forms += [(head + name, 100 * hundred + rest) for rest, name in names.items() if rest]
        forms += [(f"{head} {name}", 100 * hundred + rest) for rest, name in names.items() if rest]
    for name, value in forms:
        yield name, value
        if name.endswith("een"):
            yield name.removesuffix("een") + "één", value


FORMS: dict[str, Callable[[], Forms]] = {
    "en": english,
    "fr": french,
    "es": spanish,
    "pt": portuguese,
    "it": italian,
    "de": german,
    "nl": dutch,
}
"""Language -> generator of its number words below a thousand."""
