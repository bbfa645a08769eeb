"""Spelled-out numbers of the languages that have a file, and of ones that could have one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
import yaml

from linter.analyses.numerals.number_words import lexicon_of, number_words, numbers_in
from linter.analyses.numerals.scales import scales, scales_of
from linter.analyses.numerals.word_tables import table_of, word_table
from linter.languages import described, speech, typed
from linter.languages.numerals import Numerals

SPELLING = [code for code in described() if speech(code).numerals.words.units]


def read(text: str, language: str) -> list[tuple[str, int]]:
    return [(text[number.start : number.end], number.value) for number in number_words(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "a dog and one of the cats"),
        ("en", "thousands of them"),
        ("fr", "un des siens"),
        ("fr", "une des villes"),
        ("de", "eine der Städte im Jahrtausend"),
        ("de", "tausendfach und jahrhundertealt"),
        ("es", "una de las familias"),
        ("it", "una famiglia di Milano al centro"),
        ("pt", "um dos humildes"),
        ("nl", "een van de duizenden"),
        ("pl", "tysiące osób"),
        ("bg", "хиляда и двеста"),
        ("", "twenty"),
    ],
)
def test_no_number(language: str, text: str) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("text", "chunks"),
    [
        ("Often ten of the tenants, ten in all, often attend", ["ten"]),
        (
            "seventy-seven or seven-and-seventy, (seven) sevens",
            ["seventy-seven", "seven-and-seventy,", "(seven)"],
        ),
        ("A\nmillion, two hundred and five; a 7 hundred", ["million,", "two", "hundred", "five;"]),
        ("TWO hundred and two-thirds", ["TWO", "hundred", "two-thirds"]),
        ("two\u00a0hundred x·two·x", ["two\u00a0hundred", "two", "hundred", "x·two·x"]),
        ("\u0130 two", ["two"]),
        ("one of the hundred", ["hundred"]),
    ],
)
def test_only_the_chunks_that_hold_a_number_word_are_read(text: str, chunks: list[str]) -> None:
    assert list(number_words(text, "en", chunks)) == list(number_words(text, "en"))
    many = [*chunks, *(f"two{place}" for place in range(20))]
    assert list(number_words(text, "en", many)) == list(number_words(text, "en"))


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "twenty-four", 24),
        ("en", "two hundred and five", 205),
        ("en", "one hundred fifty", 150),
        ("en", "hundred and five", 105),
        ("en", "three thousand and twelve", 3012),
        ("en", "two hundred and fifty thousand three hundred and one", 250_301),
        ("en", "one thousand two hundred", 1200),
        ("fr", "quatre-vingt-dix-sept", 97),
        ("fr", "soixante et onze", 71),
        ("fr", "septante-deux", 72),
        ("fr", "vingt et une", 21),
        ("fr", "quatre-vingts", 80),
        ("fr", "deux cents", 200),
        ("fr", "mille deux cent trente-quatre", 1234),
        ("fr", "trois cent mille", 300_000),
        ("de", "dreiundzwanzig", 23),
        ("de", "zweihundertfünfundvierzig", 245),
        ("de", "hundertundeins", 101),
        ("de", "einunddreissig", 31),
        ("de", "zwölftausend", 12_000),
        ("de", "tausendzweihundert", 1200),
        ("de", "zweihunderttausenddrei", 200_003),
        ("de", "zwei tausend", 2000),
        ("es", "treinta y una", 31),
        ("es", "veintitrés", 23),
        ("es", "doscientas cincuenta y dos", 252),
        ("es", "ciento uno", 101),
        ("es", "cien", 100),
        ("es", "mil novecientos", 1900),
        ("es", "quinientos mil", 500_000),
        ("it", "ventuno", 21),
        ("it", "trentotto", 38),
        ("it", "centotto", 108),
        ("it", "duecentoventitré", 223),
        ("it", "millenovecentonovantatre", 1993),
        ("it", "ventimila", 20_000),
        ("it", "quattro mila", 4000),
        ("pt", "cento e vinte e um", 121),
        ("pt", "duzentas e duas", 202),
        ("pt", "dezesseis", 16),
        ("pt", "dezasseis", 16),
        ("pt", "mil e quinhentos", 1500),
        ("pt", "dois mil e três", 2003),
        ("nl", "drieëntwintig", 23),
        ("nl", "eenendertig", 31),
        ("nl", "tweehonderdvijf", 205),
        ("nl", "tweehonderd vijf", 205),
        ("nl", "achttienduizend", 18_000),
        ("nl", "duizendtweehonderd", 1200),
        ("pl", "dwadzieścia cztery", 24),
        ("pl", "dwustu pięćdziesięciu dwóch", 252),
        ("pl", "tysiąc dwieście", 1200),
        ("pl", "tysiąca", 1000),
        ("pl", "trzy tysiące pięćset", 3500),
        ("pl", "dwadzieścia pięć tysięcy", 25_000),
        ("pl", "czworo", 4),
        ("el", "εκατόν είκοσι", 120),
        ("el", "χίλια εννιακόσια", 1900),
        ("el", "δύο χιλιάδες τριακόσιοι", 2300),
        ("ro", "o sută cinci", 105),
        ("ar", "واحد وعشرون", 21),
        ("ar", "مئة وخمسة وعشرون", 125),
    ],
)
def test_a_number_in_words(language: str, text: str, value: int) -> None:
    for written in (text, text.capitalize(), text.replace(" ", "\u00a0")):
        assert read(f"({written}), x", language) == [(written, value)]


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [
        ("en", "a million people", 1),
        ("en", "two and a half million", 2),
        ("fr", "un milliard d'euros", 1),
        ("de", "eine Million Menschen", 1),
        ("es", "mil millones", 1000),
        ("it", "un miliardo", 1),
        ("pt", "um milhão", 1),
        ("nl", "een miljoen", 1),
        ("ca", "dos mil·límetres", 2),
    ],
)
def test_the_number_before_a_scale_word(language: str, text: str, first: int) -> None:
    ((_, value),) = read(text, language)
    assert value == first


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "a dozen of them", 12),
        ("fr", "une centaine de", 100),
        ("de", "ein Dutzend davon", 12),
        ("es", "una docena de", 12),
        ("it", "un centinaio di", 100),
        ("pt", "uma dezena de", 10),
        ("nl", "een tiental van", 10),
    ],
)
def test_a_collective_is_vague(language: str, text: str, value: int) -> None:
    (number,) = number_words(text, language)
    assert (number.value, number.vague) == (value, True)


@pytest.mark.parametrize("language", described())
def test_what_a_file_says_makes_a_table(language: str) -> None:
    table = word_table(language)
    assert set(table.below.values()) in (set(), set(range(100)))
    assert set(table.hundreds.values()) in (set(), set(range(100, 1000, 100)))


def spelled_out(language: str) -> Iterator[tuple[str, int]]:
    """What a language spells below a thousand."""
    table = word_table(language)
    yield from table.whole.items()
    composed = product(table.hundreds.items(), table.links, table.below.items())
    for (head, hundred), link, (tail, rest) in composed:
        if rest:
            yield head + link + tail, hundred + rest


@pytest.mark.parametrize("language", SPELLING)
def test_each_number_word_is_read_as_its_number(language: str) -> None:
    forms = {name: value for name, value in spelled_out(language) if value > 1}
    assert set(forms.values()) == set(range(2, 1000 if word_table(language).hundreds else 100))
    for name, value in forms.items():
        for text in {name, name.replace(" ", "-")}:
            assert read(f"x {text} z", language) == [(text, value)]


@pytest.mark.parametrize(
    ("language", "text", "factor"),
    [
        ("en", " billion", 1e9),
        ("en", "bn", 1e9),
        ("fr", "\u00a0billions", 1e12),
        ("fr", " Milliards", 1e9),
        ("de", " Mrd.", 1e9),
        ("es", " mil millones", 1e9),
        ("es", " mil\u00a0millones", 1e9),
        ("it", "mila", 1e3),
        ("pt", " bilhões", 1e9),
        ("nl", " miljard", 1e9),
        ("ca", " mil milions", 1e9),
        ("ca", " mil·lilitres", 1),
        ("en", " billionaires", 1),
        ("fr", " bilhões", 1),
        ("", " million", 1),
    ],
)
def test_scale_words(language: str, text: str, factor: float) -> None:
    assert scales(language).at(f"3{text} x", 1, False)[0] == factor


POLISH = """
words:
  units: {jeden: 1, jedna: 1, dwa: 2, dwie: 2, trzy: 3, cztery: 4, pięć: 5}
  teens: {dziesięć: 10, dwanaście: 12}
  tens: {dwadzieścia: 20, trzydzieści: 30}
  below-hundred: ["{tens} {units}"]
  hundreds: {sto: 100, dwieście: 200, trzysta: 300}
  after-hundred: ["{hundreds} {rest}"]
  thousand: [tysiąc, "{many} tysiąc", "{many} tysiące", "{many} tysięcy"]
  after-thousand: ["{thousands} {rest}"]
scales: {milion: 6, miliony: 6, milionów: 6, mld: 9}
"""
RUSSIAN = """
words:
  units: {один: 1, одна: 1, два: 2, две: 2, двух: 2, три: 3, пять: 5}
  teens: {десять: 10, двенадцать: 12}
  tens: {двадцать: 20, тридцать: 30}
  below-hundred: ["{tens} {units}"]
  hundreds: {сто: 100, двести: 200, пятьсот: 500}
  after-hundred: ["{hundreds} {rest}"]
  thousand: [тысяча, "{many} тысяча", "{many} тысячи", "{many} тысяч"]
  after-thousand: ["{thousands} {rest}"]
scales: {миллион: 6, миллиона: 6, миллионов: 6, млн: 6, млрд: 9}
"""
SWEDISH = """
words:
  units: {en: 1, ett: 1, två: 2, tre: 3, fem: 5}
  teens: {tio: 10, tolv: 12}
  tens: {tjugo: 20, trettio: 30}
  below-hundred: ["{tens}{units}"]
  hundred: [hundra, etthundra, "{units}hundra"]
  after-hundred: ["{hundreds}{rest}"]
  thousand: [tusen, "{many}tusen", "{many} tusen"]
  after-thousand: ["{thousands}{rest}", "{thousands} {rest}"]
scales: {miljon: 6, miljoner: 6, miljard: 9, miljarder: 9}
"""
UKRAINIAN = """
words:
  units: {один: 1, дві: 2, п'ять: 5}
  tens: {двадцять: 20}
  below-hundred: ["{tens} {units}"]
  thousand: ["{many} тисяч"]
"""


@pytest.mark.parametrize(
    ("data", "text", "value"),
    [
        (POLISH, "dwieście trzydzieści pięć", 235),
        (POLISH, "tysiąc dwieście", 1200),
        (POLISH, "sto dwadzieścia dwa tysiące trzysta dwanaście", 122_312),
        (POLISH, "pięć tysięcy", 5000),
        (RUSSIAN, "двадцать одна тысяча", 21_000),
        (RUSSIAN, "две тысячи двенадцать", 2012),
        (RUSSIAN, "пятьсот тысяч двести", 500_200),
        (RUSSIAN, "тысяча сто", 1100),
        (SWEDISH, "tjugofem", 25),
        (SWEDISH, "tvåhundratrettiotre", 233),
        (SWEDISH, "tretusen", 3000),
        (SWEDISH, "tre tusen tvåhundra", 3200),
        (SWEDISH, "tolvtusenfemhundratio", 12_510),
        (UKRAINIAN, "двадцять п'ять", 25),
        (UKRAINIAN, "п’ять тисяч", 5000),
    ],
)
def test_a_further_language_needs_nothing_but_its_words(data: str, text: str, value: int) -> None:
    numerals = typed(Numerals(), yaml.safe_load(data))
    (number,) = numbers_in(f"x {text} y", lexicon_of(numerals))
    assert (number.start, number.end, number.value) == (2, 2 + len(text), value)


@pytest.mark.parametrize(
    ("data", "text", "factor"),
    [
        (POLISH, "5 milionów", 1e6),
        (RUSSIAN, "3 миллиона", 1e6),
        (RUSSIAN, "5 миллионов", 1e6),
        (RUSSIAN, "2,5 млрд", 1e9),
        (SWEDISH, "två miljarder", 1e9),
    ],
)
def test_scale_words_in_all_their_forms(data: str, text: str, factor: float) -> None:
    numerals = typed(Numerals(), yaml.safe_load(data))
    assert scales_of(numerals.scales).at(text, text.index(" "), False) == (factor, len(text))


def test_a_slot_that_is_no_group_is_refused() -> None:
    words = Numerals().words._replace(tens={"twenty": 20}, below_hundred=("{tens} {unit}",))
    with pytest.raises(KeyError):
        table_of(words)
