"""Inline Markdown: which markup vanishes, what stays, what stands in for what is no prose."""

from __future__ import annotations

import pytest

from linter.article.model import Article
from linter.article.read import read_article
from linter.text import FILLER
from tests.article.exact import assert_article_exact

X = FILLER


def read(source: str, path: str = "a.md") -> Article:
    article = read_article("---\ntitle: T\n---\n\n" + source, path)
    assert_article_exact(article)
    return article


def prose(source: str, path: str = "a.md") -> str:
    blocks = [block for block in read(source, path).blocks[1:] if block.kind != "caption"]
    assert len(blocks) == 1
    return blocks[0].text.prose


UNCHANGED = [
    "The AT&T deal costs $5 or $10, she said.",
    "A snake_case_name and 2 * 3 * 4 and a lone * star",
    "From $AAPL/$MSFT to R&D; see [the note] and (that one).",
    "Read x[^2] and [1] and ![no picture]",
    "5 < 6 and a > b, or <3",
    "Is it {really} so? 100% sure, 50%/50%.",
    "Ends with an open `tick and an open [bracket",
    "**文字。**後",
    "The [[WINNING_TEAM_MASCOT]] won",
    "An e.g./i.e. slash, 1.5/2.0 and km/h.",
]


@pytest.mark.parametrize("source", UNCHANGED)
def test_unchanged(source: str) -> None:
    assert prose(source) == source


CHANGED = [
    ("*a* **b** ***c*** _d_ __e__", "a b c d e"),
    ("foo*bar*baz *a**b**c*", "foobarbaz abc"),
    ("a ~~gone~~ b", "a gone b"),
    ("a {/* gone * */}b", "a b"),
    ("[text](https://a.b/c) and [more](<a b> 'title')", "text and more"),
    ("[ref][r], [r][], [r] and [no][n]\n\n[r]: https://a.b", "ref, r, r and [no][n]"),
    ("*[a*](b)", "*a*"),
    ("[a [b](c) d](e)", "[a b d](e)"),
    ('[a](b(c)d) [e]({{< ref "x y.md" >}})', "a e"),
    ("x ![alt](i.png) y", "x  y"),
    ("\\*no\\* &amp; &eacute; &#39;", "*no* & é '"),
    ("one\ntwo  \nthree\\\nfour<br>five", "one two\nthree\nfour\nfive"),
    ("x `code` ``a`b``", f"x {X * 6} {X * 7}"),
    ("see https://a.b/c_d_e. and <me@b.org>, www.x.org", f"see {X * 17}. and {X * 10}, {X * 9}"),
    ("<em>x</em> <span class='y'>z</span> <!-- hidden --> w", "x z  w"),
    ("press <kbd>Ctrl</kbd> or <code>*a*</code>", f"press {X * 4} or {X * 3}"),
    ("dear <var>[name]</var>", f"dear {X * 6}"),
    ("Hello {{ name }}, {% if x %}you{% endif %}", f"Hello {X * 10}, {X * 10}you{X * 11}"),
    ("A lead {.lead} [hola]{lang=es}\n{: .center}", "A lead  hola"),
    ("[[Page|alias]] [[Page#Part]] ![[embed]]", "alias Page"),
    ("formula $x^2$ and $$y_1$$", f"formula {X * 5} and {X * 7}"),
    ("a %%comment%% b", "a  b"),
    ("Text[^1] here\n\n[^1]: ", "Text here"),
]


@pytest.mark.parametrize(("source", "expected"), CHANGED)
def test_changed(source: str, expected: str) -> None:
    assert prose(source) == expected


MDX = [
    ("Costs {price} now", f"Costs {X * 7} now"),
    ("a {/* comment */} b", "a  b"),
    ("An <Aside note={{a: 1}} b='c'>inner</Aside> text", "An inner text"),
    ("import { a } from 'b'\n\nimport duties rose", "import duties rose"),
    ("export const a = {\n  b: 1,\n}\n\nText", "Text"),
    ("<Tabs>\n\n    Indented text\n\n</Tabs>", "Indented text"),
]


@pytest.mark.parametrize(("source", "expected"), MDX)
def test_mdx(source: str, expected: str) -> None:
    assert prose(source, "a.mdx") == expected


MARKS = [
    ("*a* **b**", [("emphasis", "a", ""), ("strong", "b", "")]),
    ("`a`", [("code", X * 3, "")]),
    ("[a](b)", [("link", "a", "b")]),
    ("x https://a.b y", [("url", X * 11, "https://a.b")]),
    ('<i lang="la">ad hoc</i>', [("emphasis", "ad hoc", ""), ("lang", "ad hoc", "la")]),
    ("[ad hoc]{lang=la}", [("lang", "ad hoc", "la")]),
    ("Hola\n{: lang=es}", [("lang", "Hola", "es")]),
    ("<div>a {{ b }} c</div>", [("template", X * 7, "{{ b }}")]),
    ("a {{ b }} c", [("template", X * 7, "{{ b }}")]),
]


@pytest.mark.parametrize(("source", "expected"), MARKS)
def test_marks(source: str, expected: list[tuple[str, str, str]]) -> None:
    blocks = read(source + " end" if source.startswith("`") else source).blocks
    text = blocks[-1].text
    assert [(mark.kind, text.prose[mark.start : mark.end], mark.value) for mark in text.marks] == expected


def test_pictures_become_captions() -> None:
    article = read('Before ![The *mayor* &amp; co](a.png "In\nParis") after ![IMG](b) ![](c)\n')
    assert [(block.kind, block.text.prose) for block in article.blocks[1:]] == [
        ("paragraph", "Before  after"),
        ("caption", "The mayor & co"),
        ("caption", "In Paris"),
        ("caption", "IMG"),
    ]
