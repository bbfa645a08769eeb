"""Numbers of researchers and of trials: how they are written, and what is wrong with one."""

from __future__ import annotations

from linter.matching.regexes import lazy
from linter.messages import Message, message

ORCID = "ORCID"
REGISTERS = {"NCT": 8, "ISRCTN": 8, "DRKS": 8, "ACTRN": 14}
"""The registers of trials whose numbers have a fixed length, and how many digits that is."""
_FEWEST = 6
"""With fewer digits it is something else that is called so."""

ORCID_WRITTEN = lazy(
    r"\b(?:ORCID(?:[ -]?iD|\.org)?|orcid\.org)[:/ ]{1,3}"
    r"(?P<number>\d{4}-?\d{4}-?\d{4}-?\d{2,5}[Xx]?)(?![\w-])"
)
ORCID_ALONE = lazy(r"(?:https?://(?:www\.)?orcid\.org/)?(?P<number>\d{4}-\d{4}-\d{4}-\d{2,5}[Xx]?)/?")
"""As it stands in a link or in metadata."""
TRIAL = lazy(rf"\b(?P<number>(?:{'|'.join(REGISTERS)})[ \u00a0]?\d{{{_FEWEST},18}})(?![\w-])")
_ORCID_DIGITS = 16
_DUMMY = lazy(r"0{14}|1234567|(\d)\1{7}$")


def orcid_problem(number: str) -> str | Message:
    """What is wrong with the number of a researcher, written without strokes; nothing if nothing is,
    or if it is clearly made up."""
    from stdnum.iso7064 import mod_11_2

    if _DUMMY.search(number):
        return ""
    if len(number) != _ORCID_DIGITS:
        return message("it has {number} digits, not 16", number=str(len(number)))
    good = mod_11_2.calc_check_digit(number[:-1])
    if good == number[-1].upper():
        return ""
    return message("the check digit is {digit}, the others need {good}", digit=number[-1], good=good)


def trial_problem(number: str) -> str | Message:
    """What is wrong with the number of a trial, written without blanks; nothing if nothing is."""
    register = number.rstrip("0123456789")
    digits, right = len(number) - len(register), REGISTERS[register]
    if digits == right:
        return ""
    return message(
        "it has {number} digits, those of {register} have {right}",
        number=str(digits),
        register=register,
        right=str(right),
    )
