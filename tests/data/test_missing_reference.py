"""References that lead nowhere, and all those that only seem to."""

from __future__ import annotations

import pytest

from linter.article.read import read_article
from linter.check import Alarm, Setup
from linter.languages import described, speech
from linter.topics.data.missing_reference import MissingReference, MissingReferenceParams

CHECK = MissingReference(MissingReferenceParams(("top",), ("fn",)), Setup())
PLACES = "[One](#one), [two](#two), {}.\n\n# One\n\nText.\n\n# Two\n\nText.\n"


def alarms(source: str, path: str = "a.md") -> list[tuple[str, str]]:
    """What is reported: the place, and of which kind it is."""
    article = read_article(source, path)
    found = (item for item in CHECK.run(article) if isinstance(item, Alarm))
    return [(article.excerpt(item.span), item.variant) for item in found]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("What it *costs*", "what-it-costs"),
        ("What it costs", "What_it_costs"),
        ("1. What it costs", "what-it-costs"),
        ("1. What it costs", "1-what-it-costs"),
        ("Wie viele Bücher?", "wie-viele-buecher"),
        ("Wie viele Bücher?", "wie-viele-bucher"),
        ("Wie viele Bücher?", "wie-viele-b%C3%BCcher"),
        ("Wie viele Bücher?", "wie-viele-b-cher"),
        ("The `end` of it", "the-end-of-it"),
        ("The [end](http://example.org) of it", "the-end-of-it"),
        ("Что дальше", "chto-dalshe"),
        ("What it costs {#price}", "price"),
        ("What it costs", "what-it-costs-1"),
        ("What it costs", "top"),
        ("What it costs", "fn:1"),
        ("What it costs", "/route"),
        ("What it costs", ":~:text=bridge"),
    ],
)
def test_names_of_headings_as_generators_make_them(heading: str, name: str) -> None:
    assert alarms(f"{PLACES.format(f'[three](#{name})')}\n# {heading}\n\nText.\n") == []


@pytest.mark.parametrize(
    "element",
    ['<a id="price"></a>', "<a name=price>x</a>", "[x]{#price}", '<div class="a" id="price">x</div>'],
)
def test_names_of_elements(element: str) -> None:
    assert alarms(f"{PLACES.format('[three](#price)')}\n{element} Text.\n") == []


def test_a_link_to_nowhere() -> None:
    assert alarms(PLACES.format("[three](#three)")) == [("three", "anchor")]


@pytest.mark.parametrize(
    "source",
    [
        "[Three](#three) and [four](#four).\n\n# One\n\nText.\n",
        PLACES.format("[three](#three)") + "\n{% include three.md %}\n",
        PLACES.format("[three](other.md#three)"),
        "```\n[three](#three)\n```\n",
    ],
)
def test_links_that_nobody_can_judge(source: str) -> None:
    assert alarms(source) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("A.[^1] B.[^2]\n\n[^1]: Text.\n", [("[^2]", "footnote")]),
        ("A.[^1] B.[^two]\n\n[^1]: Text.\n[^two]: Text.\n", []),
        ("A.[^1] B.[^2]\n", [("[^1]", "footnote")]),
        ("The pattern [^a-z] matches.\n", []),
        ("The pattern `[^1]` matches.\n\n[^2]: Text.\n\nA.[^2]\n", []),
        ("A.[^1]\n\n> [^1]: Text.\n", []),
    ],
)
def test_notes(source: str, found: list[tuple[str, str]]) -> None:
    assert alarms(source) == found


def test_notes_of_restructuredtext() -> None:
    source = "A [1]_ and B [2]_ and C [#x]_.\n\n.. [1] Text.\n.. [#x] Text.\n"
    assert alarms(source, "a.rst") == [("[2]_", "footnote")]


LATEX = r"\documentclass{article}\begin{document}%s\section{A}\label{sec:a}\end{document}"


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        (r"See \ref{sec:b}.", [("sec:b", "label")]),
        (r"See \cref{sec:a,sec:b}.", [("sec:b", "label")]),
        (r"See \eqref{sec:a}.", []),
        (r"% See \ref{sec:b}.", []),
        (r"\begin{verbatim}\ref{sec:b}\end{verbatim}", []),
        (r"\input{b} See \ref{sec:b}.", []),
        (r"\begin{lstlisting}[label=lst:x]\end{lstlisting} See \ref{lst:x}.", []),
    ],
)
def test_labels_of_latex(inside: str, found: list[tuple[str, str]]) -> None:
    assert alarms(LATEX % inside, "a.tex") == found


def test_a_chapter_of_latex_is_left_alone() -> None:
    assert alarms(r"See \ref{sec:b}. \section{A}\label{sec:a}", "a.tex") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("@fig-cost", [("fig-cost", "label")]),
        ("@fig-costs", []),
        ("@fig-population", []),
        ("`@fig-cost`", []),
        ("me@fig-cost.org", []),
    ],
)
def test_labels_of_quarto(text: str, found: list[tuple[str, str]]) -> None:
    source = f"See {text}.\n\n![A](a.png){{#fig-costs}}\n\n```{{python}}\n#| label: fig-firms\nplot()\n```\n"
    assert alarms(source, "a.qmd") == found


CAPTIONS = "\n\nTable 1: Costs\n\nTable 2: Firms\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("As Table 3 shows.", [("Table 3", "number")]),
        ("As Table 2 shows.", []),
        ("As Table 3 of the report shows.", []),
        ("As Table 3 (Smith 2019) shows.", []),
        ("As Table 3 [4] shows.", []),
        ("As Table 27 shows.", []),
        ("As Table 3.1 shows.", []),
        ("As Tables 2-4 show.", []),
        ("As Figure 3 shows.", []),
        ("> As Table 3 shows.", []),
    ],
)
def test_numbers_in_words(text: str, found: list[tuple[str, str]]) -> None:
    assert alarms(text + CAPTIONS) == found


def test_captions_below_pictures_count() -> None:
    source = (
        "See Figure 3.\n\n![](a.png)\n_Figure 1. A_\n![](b.png)\n_Figure 2. B_\n![](c.png)\n_Figure 3. C_\n"
    )
    assert alarms(source) == []


def test_sections() -> None:
    headings = "".join(f"# {number} Word\n\nText.\n\n" for number in ("1", "2", "3"))
    text = "See section 1 and section 2, and section 4."
    assert alarms(f"{headings}{text}\n") == [("section 4", "number")]
    assert alarms(f"{headings}{text.replace('section 4', 'section 4 of the act')}\n") == []
    assert alarms(f"{headings}See section 4.\n") == []


@pytest.mark.parametrize("lang", described())
@pytest.mark.parametrize("kind", ["figure", "table"])
def test_each_language_names_what_is_numbered(lang: str, kind: str) -> None:
    for word in getattr(speech(lang).tables, kind):
        text = "\n\n".join((f"{word} 1: X", f"{word} 2: Y", f"{word} 3"))
        source = f"---\nlang: {lang}\n---\n\n{text} 。\n"
        assert [found for _, found in alarms(source)] in (["number"], []), word
        assert len(alarms(source)) == 1, word
