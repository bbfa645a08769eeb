"""Citations by author and year, by number, and by the keys of LaTeX."""

from __future__ import annotations

import pytest

from linter.article.read import read_article
from linter.check import Alarm, NoParams, Setup
from linter.topics.science.citation import CitationCheck
from linter.topics.science.numbered_citation import NumberedCitation
from linter.topics.science.references import citations, is_over_references, paper

LIST = """\
## References

Baker, A. (2011). Trees and their rings. Journal of Wood, 3, 1–12.

Cole, B., & Dale, C. (2014). Shrubs of the coast. Journal of Wood, 6, 22–40.

Evans, D. (2018). Moss on stones. Journal of Wood, 11, 4–9.

van der Berg, E., O'Neil, F., & Hall, G. (2019a). Again trees. Journal of Wood, 11, 77–90.

Müller-Lüdenscheidt, H. (2020). Again shrubs. Journal of Wood, 12, 5–19.
"""
CITED = (
    "Trees (Baker, 2011), shrubs (Cole & Dale, 2014), moss (Evans, 2018; Müller-Lüdenscheidt, 2020) and again"
    " trees (van der Berg et al., 2019)."
)


def article(text: str) -> str:
    return f"---\ntitle: Moss\nlang: en\n---\n\n{text}\n"


def alarms(check: CitationCheck | NumberedCitation, source: str, path: str = "a.md") -> list[tuple[str, str]]:
    found = [each for each in check.run(read_article(source, path)) if isinstance(each, Alarm)]
    return [(each.variant, source[each.span.start : each.span.end]) for each in found]


def cited(text: str, references: str = LIST) -> list[tuple[str, str]]:
    return alarms(CitationCheck(NoParams(), Setup()), article(f"{CITED} {text}\n\n{references}"))


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("References", True),
        ("7. References", True),
        ("REFERENCES:", True),
        ("Literaturverzeichnis", True),
        ("Références bibliographiques", True),
        ("参考文献", True),
        ("References to birds", False),
    ],
)
def test_headings(heading: str, expected: bool) -> None:
    assert is_over_references(heading) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(Baker, 2011)", [("Baker, 2011", "2011")]),
        ("(see Baker, 2011, p. 7)", [("see Baker, 2011", "2011")]),
        ("Baker (2011) said", [("Baker (2011", "2011")]),
        ("Baker et al.'s (2011) work", [("Baker et al.'s (2011", "2011")]),
        ("Baker and Cole (2011: 7)", [("Baker and Cole (2011", "2011")]),
        ("(Baker, 2011a, 2014)", [("Baker, 2011a, 2014", "2011"), ("Baker, 2011a, 2014", "2014")]),
        ("(Cole & Dale 2014; Baker 2011)", [("Cole & Dale 2014", "2014")]),
        ("on 4 May (2011)", [("May (2011", "2011")]),
        ("in (May 4, 2011)", []),
    ],
)
def test_what_is_cited(text: str, expected: list[tuple[str, str]]) -> None:
    found = citations(read_article(article(f"It is so {text}.\n\n{LIST}"), "a.md"))
    assert [(each.block.plain[each.start : each.end], each.year) for each in found] == expected


def test_the_list_is_taken_apart() -> None:
    taken = paper(read_article(article(f"{CITED}\n\n{LIST}\n## Notes\n\nMore of Baker."), "a.md"))
    assert taken is not None
    assert [each.first for each in taken.references] == [
        "baker",
        "cole",
        "evans",
        "berg",
        "müller-lüdenscheidt",
    ]
    assert [block.plain for block in taken.body][-3:] == [CITED, "Notes", "More of Baker."]


def test_all_is_there() -> None:
    assert cited("Baker (2011) agrees, and so do Cole and Dale (2014).") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("So does Evans (2019).", [("year", "Evans (2019")]),
        ("So do others (Ibsen et al., 2019).", [("", "Ibsen et al., 2019")]),
        ("At the games (London, 2012) too.", []),
        ("In Windows (2011) too.", []),
    ],
)
def test_what_is_missing(text: str, expected: list[tuple[str, str]]) -> None:
    assert cited(text) == expected


def test_nobody_cites_it() -> None:
    more = "\nIbsen, I. (1999). Ghosts of the coast. Journal of Wood, 1, 1–3.\n"
    assert [variant for variant, _ in cited("", LIST + more)] == ["uncited"]
    assert cited("That Ibsen saw, too.", LIST + more) == []


def test_where_most_citations_have_no_reference_the_list_is_another_one() -> None:
    others = " ".join(f"(Author{letter} et al., 2001)" for letter in "abcdefgh")
    assert cited(others) == []


ITEMS = "\n".join(rf"\bibitem{{key{number}}} A reference of some length, 2011." for number in range(6))


def latex(body: str) -> str:
    return (
        rf"\documentclass{{article}}\begin{{document}}{body}"
        rf"\begin{{thebibliography}}{{9}}{ITEMS}\end{{thebibliography}}\end{{document}}"
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"It is so \cite{key0,key1} \citep[p.~7]{key2} \textcite{key3} \cite{key4, key5}.", []),
        (r"It is so \cite{key0,key1,key2,key3,key4,key5,key7}.", [("key", "key7")]),
        (r"It is so \cite{key0,key1,key2,key3,key4}.", [("uncited-key", "key5")]),
        (r"It is so \cite{key0,key1,key2,key3,key4} \nocite{*}.", []),
        ("It is so \\cite{key0,key1,key2,key3,key4,key5}. % \\cite{key9}\n", []),
        (r"It is so \cite{a,b,c,d,e,f,key0}.", []),
    ],
)
def test_keys(body: str, expected: list[tuple[str, str]]) -> None:
    assert alarms(CitationCheck(NoParams(), Setup()), latex(body), "a.tex") == expected


NUMBERED = "## References\n\n" + "\n".join(
    f"{number}. Author, A. A work of some length. Journal of Wood, 20{number + 10}." for number in range(1, 7)
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is so [1], [2, 3] and [4-6].", []),
        ("It is so [1][2], [3]–[5] and[6].", []),
        ("It is so [1], [2, 3], [4-6] and [9].", [("", "9")]),
        ("It is so [1], [2, 3], [4-6] in 95% CI [8, 9].", []),
        ("It is so [1], [2, 3], [4-6] for x = [8, 9].", []),
        (
            "It is so [1], [2, 3] and [4, 5].",
            [("uncited", "Author, A. A work of some length. Journal of Wood, 2016.")],
        ),
        ("It is so [1] and [9].", []),
    ],
)
def test_numbers_with_a_list(text: str, expected: list[tuple[str, str]]) -> None:
    check = NumberedCitation(NoParams(), Setup())
    assert alarms(check, article(f"{text}\n\n{NUMBERED}")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is so [1], [2], [3], [5], [6], [7].", [("skipped", "5")]),
        ("It is so [1], [2], [3], [4], [5], [6].", []),
        ("It is so [1], [2], [3], [4], [5], [60].", []),
        ("It is so [1](a.html), [2](b.html), [4](c.html), [5], [6].", []),
    ],
)
def test_numbers_without_a_list(text: str, expected: list[tuple[str, str]]) -> None:
    assert alarms(NumberedCitation(NoParams(), Setup()), article(text)) == expected
