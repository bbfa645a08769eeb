"""Numbers of researchers and of trials."""

from __future__ import annotations

import pytest

from linter.article.read import read_article
from linter.check import Alarm, NoParams, Setup
from linter.topics.numbers.figures.checksum import Checksum
from linter.topics.numbers.figures.research_numbers import orcid_problem, trial_problem


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("0000000218250097", True),
        ("000000021694233X", True),
        ("0000000218250079", False),
        ("00000002182500", False),
        ("0000000000000000", True),
        ("0000000212345678", True),
    ],
)
def test_orcid(number: str, right: bool) -> None:
    assert (orcid_problem(number) == "") == right


@pytest.mark.parametrize(
    ("number", "right"),
    [("NCT01234567", True), ("NCT0123456", False), ("ISRCTN123456789", False), ("ACTRN12605000000000", True)],
)
def test_trial(number: str, right: bool) -> None:
    assert (trial_problem(number) == "") == right


@pytest.mark.parametrize(
    "text",
    [
        "---\nlang: en\nauthor:\n  - name: Ann\n    orcid: 0000-0002-1825-0079\n---\n\nA text.\n",
        "---\nlang: en\n---\n\nBy [Ann](https://orcid.org/0000-0002-1825-0079).\n",
        "---\nlang: en\n---\n\nBy Ann, ORCID iD: 0000-0002-1825-0079.\n",
    ],
)
def test_orcid_in_metadata_links_and_text(text: str) -> None:
    check = Checksum(NoParams(), Setup())
    assert len([each for each in check.run(read_article(text, "a.md")) if isinstance(each, Alarm)]) == 1
    right = text.replace("0079", "0097")
    assert not [each for each in check.run(read_article(right, "a.md")) if isinstance(each, Alarm)]
