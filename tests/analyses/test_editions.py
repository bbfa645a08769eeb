"""Who prints letters as they were written does not answer for their spelling."""

from __future__ import annotations

import pytest

from linter.analyses.editions import is_edition
from linter.article.read import read_article
from linter.engine.run import Linter
from linter.finding import Severity

LETTERS = """---
lang: de
---
Der Kolonist Elias Ambroster zog aus Blitzingen fort. In Blitzingen blieb der Pfarrer, und Blitzingen war arm.

Der Elias Ambrostter [!] von Blitzigen hat mir ein[en] Brief von Ser[a]phin gegeben.
"""


POEM = """---
lang: pt
---
**1**

As naves eram, na maneira,
Mui veloces, estreitas e compridas:
As velas, com que vem, eram de esteira
Dumas folhas de palma, bem tecidas;

**2**

O vento era brando e mui formoso,
E o mar da barra estava descansado;
Um velho, de aspeito duvidoso,
Ficava junto ao rio, assentado.

**3**

E tu, que vens de terra tão distante,
Que buscas neste rio, nesta ponte?
Responde o que na frente vai, diante
De todos os que dormem sob o monte.
"""


def edits(text: str) -> bool:
    return is_edition(read_article(text, "a.md"))


@pytest.mark.parametrize(
    "text",
    [
        "“[T]he council has [the] money,” he said. “[W]e are [sic] ready.”",
        "Set a[i] and b[key] to c[n], then see arr[index], arr[key] and arr[name].",
        "The sum was three (?) or four.",
        "See the [list](list.md), the [map][map] and [more].",
    ],
)
def test_reports_and_manuals_are_none(text: str) -> None:
    assert not edits(text)


def test_a_poem_is_one_and_a_few_lines_of_it_are_not() -> None:
    assert edits(POEM)
    prose = "O prefeito leu os versos do poeta na festa da ponte, e todos ouviram com atenção.\n\n"
    assert not edits(POEM.replace("**", "") + 8 * prose)


def test_marks_of_an_editor_make_one() -> None:
    assert edits(LETTERS)
    assert edits("He wrote “wether [sic] he comes”, “recieve (sic)” and “teh [!] end”.")


@pytest.mark.parametrize("rule", ["name-spelling", "name-typo"])
def test_what_is_spelled_otherwise_there_is_an_info(rule: str) -> None:
    for source, severity in ((LETTERS, Severity.INFO), (LETTERS.replace("[!] ", ""), Severity.WARNING)):
        found = Linter().lint_source(source, "a.md").findings
        assert [each.severity for each in found if each.rule == rule] == [severity]
