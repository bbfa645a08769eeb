"""LaTeX: what is prose in it, and where it stands."""

from __future__ import annotations

import pytest

from linter.article.model import Article
from linter.text import FILLER as X
from tests.article.exact import outline
from tests.article.reading import assert_reading_is_linear, exact


def article(source: str) -> Article:
    return exact(source, "a.tex")


def read(source: str) -> list[str]:
    return outline(article(source))


def test_the_preamble() -> None:
    found = article(
        "\\documentclass{article}\n\\title{Of bridges}\n\\date{20 August 2024}\n\\author{\\name}\n"
        "\\newcommand{\\x}{gone}\n\\begin{document}\n\\maketitle\nText.\n\\end{document}\ngone\n"
    )
    assert outline(found) == ["headline: Of bridges", "paragraph: Text."]
    assert {field.name: field.value for field in found.metadata} == {
        "title": "Of bridges",
        "date": "20 August 2024",
    }
    assert read("\\documentclass{article}\n\\usepackage{a}\ngone\n") == []


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        ("A \\emph{word}, \\textbf{two words}.", "A word, two words."),
        ("It costs \\$5, 10\\,\\% of R\\&D\\_x", "It costs $5, 10 % of R&D_x"),
        ("So --- ``they'' say--1--2", "So — “they” say–1–2"),
        (
            "Caf\\'e, na\\\"{\\i}ve, Fran\\c{c}ois, Stra\\ss e, \\AA rhus",
            "Café, naïve, François, Straße, Århus",
        ),
        ("See~\\ref{a} and \\cite[p.~5]{b}.", "See ￼￼￼￼￼￼￼ and ￼￼￼￼￼￼￼￼￼￼￼￼￼￼."),
        (
            "With $x^2$, \\(y\\) and \\texttt{z} and \\verb|a b|.",
            "With ￼￼￼￼￼, ￼￼￼￼￼ and ￼￼￼￼￼￼￼￼￼￼ and ￼￼￼￼￼￼￼￼￼￼.",
        ),
        ("A \\foo[x]{kept} {\\bf word} \\LaTeX{}s", "A kept word LaTeXs"),
        ("A \\foo{kept}{kept as well} word", "A kept￼kept as well￼ word"),
        ("\\href{http://a.b}{the plan} and \\textcolor{red}{this}", "the plan and this"),
        ("one % gone\n  two", "one two"),
        ("one\\\\ two", "one\ntwo"),
    ],
)
def test_inside_a_paragraph(source: str, prose: str) -> None:
    assert article(f"\\section{{T}}\n{source}\n").blocks[-1].text.prose == prose


def test_blocks() -> None:
    assert read(
        "\\section*{Why \\emph{so}}\\label{a}\nOne.\\footnote{A \\emph{note}.} More.\n\nTwo.\n"
        "\\begin{itemize}\n\\item three\n\\item[four] is it\n\\end{itemize}\n"
        "\\begin{quote}Said so.\\end{quote}\n"
        "\\begin{verbatim}\n\\item code\n\\end{verbatim}\n\\begin{equation*}x\\end{equation*}\n"
        "\\begin{table}\\caption[short]{A table.}\\begin{tabular}{|l|c|}\na & b \\% c \\\\ \\hline\nd\\\\\n"
        "\\end{tabular}\\end{table}\nFive.\n"
    ) == [
        *(
            "headline: Why so",
            "paragraph: One. More.",
            "paragraph: A note.",
            "paragraph: Two.",
            "list: three",
        ),
        *("list: four is it", "quote: Said so.", "code: \n\\item code\n", "code: x", "caption: A table."),
        *("table: a", "table: b % c", "table: d", "paragraph: Five."),
    ]


def test_a_command_without_an_argument_is_printed_as_a_word_is() -> None:
    source = "\\noindent Of ``\\own'', \\today\\ and \\own{}.\n"
    assert read(source) == [f"paragraph: Of “{X * 4}”, {X * 6} and {X * 4}."]
    assert read("\\begin{screen}\n$ ls ls\n\\end{screen}\n") == ["code: \n$ ls ls\n"]


SHAPES = (
    *(
        "{",
        "}",
        "$a",
        "\\a",
        "\\emph{a",
        "\\footnote{a",
        "\\begin{a}",
        "\\end{a}",
        "\\cite{",
        "\\item[",
        "%a\n",
    ),
    *(
        "\n\n",
        "\\\\",
        "\\[a",
        "\\(a",
        "`",
        "&",
        "\\verb|",
        "\\label{a",
        "\\section{",
        "[a",
        "\\x[",
        "$$a",
        "a \n",
        " ",
    ),
    *("\\begin{tabular}{a", "\\begin{verbatim}"),
)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_cost_is_linear(shape: str) -> None:
    assert_reading_is_linear(shape, "a.tex")
