"""Numbers with a check digit that does not fit, such as ISBN and ORCID; broken DOIs and numbers of trials."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from linter.analyses.chunks import Holding, in_any
from linter.article.model import CODE, Article, Block
from linter.check import Alarm, Check, Count
from linter.matching import re
from linter.matching.folding import fold_case
from linter.matching.regexes import lazy
from linter.messages import Message, message, messages
from linter.namedtuples import NamedTuple
from linter.topics.numbers.figures.research_numbers import (
    ORCID,
    ORCID_ALONE,
    ORCID_WRITTEN,
    REGISTERS,
    TRIAL,
    orcid_problem,
    trial_problem,
)

_VAT_LABELS = ("VAT", "TVA", "USt", "UID", "IVA", "BTW", "NIF")
"""What the tax and its numbers are called officially; no matter in which language an article is, it may state
the number of a company of any country."""
_LABELS = ("ISBN", "ISSN", "IBAN", *_VAT_LABELS)
_DOI_SIGN = lazy(r"doi:|doi\.org/", re.IGNORECASE)
_DASH = r"\u2010\u2011\u2013\-"
_ISBN = lazy(
    r"\bISBN(?:[- ]?1[03])?(?: ?\(1[03]\))?:? ?"
    rf"(?P<number>\d[\d \u00a0{_DASH}]{{7,18}}[\dXx])(?![\w-])"
)
_ISSN = lazy(
    rf"\bISSN(?:[- ]?L)?(?: ?\([^()]{{1,12}}\))?:? ?(?P<number>\d{{4}}[{_DASH} ]?\d{{3}}[\dXx])(?!\w)"
)
_IBAN = lazy(r"\bIBAN(?: [^\W\d]+)?:? ?(?P<number>[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]{1,4}){3,9})(?![A-Z0-9])")
_VAT = lazy(
    rf"\b(?:{'|'.join(_VAT_LABELS)})(?:[-. ]{{1,2}}[^\W\d]{{1,20}}°?){{0,2}}\.?:? ?"
    r"(?P<number>[A-Z]{2}[ \u00a0]?[0-9A-Z](?:[ \u00a0.]?[0-9A-Z]){7,12})(?!\w)"
)
_DOI = lazy(r"(?:\bdoi:\s?|\bdoi\.org/)(?=[^\s<>\"«»\ufffc]*\d)(?P<number>[^\s<>\"«»\ufffc]+)", re.IGNORECASE)
"""What has no digit at all is a word behind a colon."""
_GOOD_DOI = lazy(r"10\.\d{4,9}(?:\.\d+)*/\S+|10/\w+|https?://")
_SEPARATORS = lazy(r"[\s\u2010\u2011\u2013.-]")
_BEHIND = lazy(r"[ \u00a0][A-Z]{3,}\b.*$")
_LAST_GROUP = lazy(r"[ \u00a0][A-Z0-9]+$")
"""At the end of an IBAN, maybe the label of what follows it, and that ("BIC GENODES1VBH")."""
_SHORTEST_IBAN = 15
_DUMMY = lazy(r"(\d)\1{6}|XXX|12345678|^[A-Z]{2}00")


class _Scheme(NamedTuple):
    """One kind of number: its label in messages, how it is written, how it is checked."""

    name: str
    pattern: re.Pattern[str]
    problem: Callable[[str], str]
    """What is wrong with a number, or nothing."""
    counted: str
    """What is said of how many were looked at."""


class Checksum(Check):
    """Checks numbers that are labelled as ISBN, ISSN, IBAN, VAT number or ORCID, and the form of DOIs
    and of the numbers of trials.

    Numbers that are clearly made up (all digits alike, X in them) are left alone.
    """

    fields = frozenset({"kind", "number", "problem"})

    def signs(self, code: str) -> dict[int, frozenset[str]]:
        """What stands before such a number."""
        return {0: frozenset(map(fold_case, (*_LABELS, *REGISTERS, "doi", "orcid")))}

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        labelled = _LABELLED.among(article)
        for block in article.blocks if labelled else ():
            if block.kind != CODE and in_any(labelled, block.text):
                for scheme in SCHEMES:
                    yield from _judge(block, scheme)
        yield from _of_researchers(article)


def _labels(text: str) -> list[str]:
    """What announces such a number."""
    found = [label for label in (*_LABELS, *REGISTERS, ORCID) if label in text]
    return found + _DOI_SIGN.findall(text) if "doi" in text.lower() else found


_LABELLED = Holding(_labels)
"""Finds the chunks without which there is no such number."""


def _judge(block: Block, scheme: _Scheme) -> Iterator[Alarm | Count]:
    for found in scheme.pattern.finditer(block.text.prose):
        number = found["number"].rstrip(".,;:)")
        if scheme.name == "IBAN":
            number = _without_rest(number)
        compact = _SEPARATORS.sub("", number)
        if scheme.name != ORCID and _DUMMY.search(compact):
            continue
        yield Count(scheme.counted)
        problem = scheme.problem(number if scheme.name == "DOI" else compact)
        if problem:
            start = found.start("number")
            span = block.text.span(start, start + len(number))
            yield Alarm(span, {"kind": message(scheme.name), "number": number, "problem": problem})


def _of_researchers(article: Article) -> Iterator[Alarm | Count]:
    """What is wrong with the numbers of researchers in links and metadata."""
    said = [(field.value, field.span) for field in article.metadata if field.name.lower().endswith("orcid")]
    for text in (block.text for block in article.blocks if block.text.marks):
        links = (mark for mark in text.marked("link", "url") if "orcid.org/" in mark.value)
        said += [(mark.value, text.span(mark.start, mark.end)) for mark in links]
    for value, span in said:
        found = ORCID_ALONE.fullmatch(value.strip())
        problem = orcid_problem(found["number"].replace("-", "")) if found else ""
        if found and problem:
            yield Alarm(span, {"kind": message("ORCID"), "number": found["number"], "problem": problem})


def _isbn(number: str) -> str:
    from stdnum import isbn

    if len(number) not in (10, 13):
        return message("it has {number} digits, not 10 or 13", number=str(len(number)))
    if isbn.is_valid(number):
        return ""
    from stdnum import ean

    if len(number) == 13 and ean.is_valid(number):
        return ""  # the number of an article, as shops give one to books
    good = ean.calc_check_digit(number[:-1]) if len(number) == 13 else _isbn10_digit(number)
    return _wrong_digit(number, good)


def _wrong_digit(number: str, good: str) -> Message:
    return message("the check digit is {digit}, the others need {good}", digit=number[-1], good=good)


def _isbn10_digit(number: str) -> str:
    rest = sum((10 - i) * int(digit) for i, digit in enumerate(number[:9])) % 11
    return "0123456789X"[(11 - rest) % 11]


def _issn(number: str) -> str:
    from stdnum import issn

    if issn.is_valid(number):
        return ""
    return _wrong_digit(number, issn.calc_check_digit(number[:-1]))


def _iban(number: str) -> str:
    from stdnum import iban
    from stdnum.exceptions import InvalidChecksum, InvalidComponent, InvalidLength, ValidationError

    try:
        iban.validate(number, check_country=False)
    except InvalidChecksum:
        return message("the check digits {digits} do not fit the rest", digits=number[2:4])
    except InvalidLength:
        return message(
            "it has {number} characters, which is not the length for {country}",
            number=str(len(number)),
            country=number[:2],
        )
    except InvalidComponent:
        return message("{country} is no country with IBANs", country=number[:2])
    except ValidationError:
        return message("its form is not that of the country")
    return ""


def _without_rest(number: str) -> str:
    """An IBAN without the words after it: the longest part that is valid, else all up to the first word."""
    from stdnum import iban

    part = number
    while len(_SEPARATORS.sub("", part)) >= _SHORTEST_IBAN:
        if iban.is_valid(part):
            return part
        shorter = _LAST_GROUP.sub("", part)
        if shorter == part:
            break
        part = shorter
    return _BEHIND.sub("", number)


def _vat(number: str) -> str:
    from stdnum.eu import vat

    if vat.guess_country(number) or number[:2] not in _EU:
        return ""
    return message("no number of {country} has this form and check digit", country=number[:2])


def _doi(number: str) -> str:
    if _GOOD_DOI.match(number):
        return ""
    return message("a DOI is 10., four digits or more, a slash, and a name")


_EU = frozenset("AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split())

SCHEMES = tuple(
    map(
        _Scheme,
        messages("ISBN", "ISSN", "IBAN", "VAT number", "DOI", "ORCID", "trial number"),
        (_ISBN, _ISSN, _IBAN, _VAT, _DOI, ORCID_WRITTEN, TRIAL),
        (_isbn, _issn, _iban, _vat, _doi, orcid_problem, trial_problem),
        messages(
            "ISBN checked",
            "ISSN checked",
            "IBAN checked",
            "VAT number checked",
            "DOI checked",
            "ORCID checked",
            "trial number checked",
        ),
    )
)
"""All kinds of number that are checked."""
