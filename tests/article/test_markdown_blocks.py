"""Markdown blocks: kinds, order, and the lines that belong to them."""

from __future__ import annotations

from random import Random

import pytest

from linter.analyses.exempt import exempt
from linter.article.markdown.blocks import _Blocks, regions
from linter.article.read import read_article
from linter.text import FILLER
from tests.article.exact import assert_article_exact, outline

CASES = [
    ("paragraphs", "One\ntwo.\n\nThree.", ["paragraph: One two.", "paragraph: Three."]),
    (
        "headings",
        "## A b {#what’s-b?} ##\n\nC d\n---\ntext",
        ["heading: A b", "heading: C d", "paragraph: text"],
    ),
    ("a heading ends a paragraph", "text\n## A\nmore", ["paragraph: text", "heading: A", "paragraph: more"]),
    ("quotation", "> One *two*\n> three\nlazy\n>\n> four", ["quote: One two three lazy", "quote: four"]),
    ("list", "- One\n  two\n- [x] three\n\n  four\n", ["list: One two", "list: three", "list: four"]),
    (
        "items of a line each",
        "- **a** b\n  * c\n- [d](e)\n\nf",
        ["list: a b", "list: c", "list: d", "paragraph: f"],
    ),
    (
        "an item goes on after a blank line",
        "- a\n- b\n\n  c\n\nd",
        ["list: a", "list: b", "list: c", "paragraph: d"],
    ),
    ("an item and a rule", "- a\n- - -\n\nb", ["list: a", "paragraph: b"]),
    ("a paragraph that begins with markup", "[a] b\n`c` d\n2 e", ["paragraph: [a] b ￼￼￼ d 2 e"]),
    ("numbered list", "1. One\n2. Two", ["list: One", "list: Two"]),
    ("a date is no list", "31. Dezember war es.", ["paragraph: 31. Dezember war es."]),
    ("nor is a club", "Sport:\n\n1. FC Nord siegt.", ["paragraph: Sport:", "paragraph: 1. FC Nord siegt."]),
    ("dates in a row", "3. Mai: a\n4. Mai: b", ["list: 3. Mai: a", "list: 4. Mai: b"]),
    ("quotation in a list", "- a\n\n  > b c", ["list: a", "quote: b c"]),
    ("table", "| a | b \\| c |\n|---|---|\n| *d* | |\n", ["table: a", "table: b | c", "table: d"]),
    ("fence", "a\n```js\nb()\n\nc\n```\nd", ["paragraph: a", "code: b()\n\nc", "paragraph: d"]),
    ("indented code", "a\n\n    b = c()\n\nd", ["paragraph: a", "code:     b = c()", "paragraph: d"]),
    (
        "indented prose",
        "a\n\n      The council has voted for the new budget on Monday, said the mayor.\n\nd",
        [
            "paragraph: a",
            "paragraph: The council has voted for the new budget on Monday, said the mayor.",
            "paragraph: d",
        ],
    ),
    (
        "footnote",
        "a[^n]\n\n[^n]: Note *one*.\n    more\n\n    second\n\nb",
        ["paragraph: a", "paragraph: Note one. more", "paragraph: second", "paragraph: b"],
    ),
    ("definition", "Term\n: Its meaning", ["paragraph: Term", "list: Its meaning"]),
    ("callout", "> [!NOTE] Title\n> Text", ["paragraph: Title", "paragraph: Text"]),
    ("callout without title", "> [!warning]-\n> Text\n\n> Quote", ["paragraph: Text", "quote: Quote"]),
    (
        "admonition",
        '!!! note "Title"\n    Text\n\n    more\n\nafter',
        ["paragraph: Title", "paragraph: Text", "paragraph: more", "paragraph: after"],
    ),
    (
        "container",
        ":::tip A title\nText\n:::\n\n::: {.x}\nmore\n:::",
        ["paragraph: A title", "paragraph: Text", "paragraph: more"],
    ),
    (
        "admonitions in fences",
        '```{note} A title\n:class: tip\nText\n- item\n```\n\n```warn header="More of `it`"\nmore\n```\n'
        "````ad-tip\n```js\ncode\n```\nend\n````\n```{code} py\nx\n```",
        [
            *(
                "paragraph: A title",
                "paragraph: Text",
                "list: item",
                "paragraph: More of \ufffc\ufffc\ufffc\ufffc",
            ),
            *("paragraph: more", "code: code", "paragraph: end", "code: x"),
        ],
    ),
    ("mathematics", "a\n\n$$\nx^2\n$$\n\nb", ["paragraph: a", "paragraph: b"]),
    ("abbreviation", "a\n\n*[WHO]: World Health\n\nb", ["paragraph: a", "paragraph: b"]),
    ("comment", "a\n\n<!-- b\n\nc -->\n\nd", ["paragraph: a", "paragraph: d"]),
    ("HTML block", '<div lang="es">\nHola <b>tú</b>\n</div>\n\nb', ["paragraph: Hola tú", "paragraph: b"]),
    (
        "output of a program",
        "<own-output>\n\na *b*\n\n</own-output>\n\nc",
        ["code: a b", "paragraph: c"],
    ),
    ("Markdown inside HTML", "<blockquote>\n\na *b*\n\n</blockquote>\n\nc", ["quote: a b", "paragraph: c"]),
    (
        "HTML that holds Markdown",
        '<aside markdown="1">\n<img alt="A b">\nc *d*\n<p markdown="1">\n[e](f)\n</p></aside>\n\ng',
        ["paragraph: c d", "caption: A b", "paragraph: e", "paragraph: g"],
    ),
    ("script", "a\n\n<script>\nb\n\nc\n</script>\n\nd", ["paragraph: a", "paragraph: d"]),
    (
        "template tags",
        '{% include x %}\n\na\n\n{{< figure src="x" caption="A b" >}}\n\nb',
        ["paragraph: a", "caption: A b", "paragraph: b"],
    ),
    (
        "paired template tags",
        "{{% notice %}}\na\n{{% /notice %}}\n\n{% highlight x %}\nb\n\nc\n{% endhighlight %}\nd",
        ["paragraph: a", "paragraph: d"],
    ),
    ("a line of filler", "`only code`\n\n- `b`\n\na", ["paragraph: a"]),
    ("CRLF", "> a\r\n> b\r\n\r\n- c\r\n- d\r\n", ["quote: a b", "list: c", "list: d"]),
    ("tabs", "-\ta\n\n\tb\n\n1.\tc\n2.\td", ["list: a", "list: b", "list: c", "list: d"]),
]


@pytest.mark.parametrize(
    ("source", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
@pytest.mark.parametrize("front", ["---\ntitle: T\n---\n\n", "\ufeff---\ntitle: T\n---\n"])
def test_blocks(front: str, source: str, expected: list[str]) -> None:
    article = read_article(front + source, "a.md")
    assert_article_exact(article)
    assert outline(article)[1:] == expected


def test_language_of_an_element_around() -> None:
    article = read_article('# T\n\n<div lang="es">\n\nHola *tú*\n\n</div>\n\nHello', "a.md")
    marks = [[(mark.kind, mark.value) for mark in block.text.marks] for block in article.blocks]
    assert marks == [[], [("lang", "es"), ("emphasis", "")], []]


def test_language_of_a_division_around() -> None:
    inner = "::: {lang=es}\nTres.\n:::"
    source = f"Un.\n\n::: {{.note lang=en}}\nTwo.\n\n{inner}\n\nFour.\n:::\n\n:::tip\nCinq.\n:::\n"
    blocks = read_article(source, "a.md").blocks
    marks = [(block.text.prose, [mark.value for mark in block.text.marked("lang")]) for block in blocks]
    assert marks == [("Un.", []), ("Two.", ["en"]), ("Tres.", ["es"]), ("Four.", ["en"]), ("Cinq.", [])]


def test_spans_in_containers() -> None:
    source = "# T\n\n> - one *two*\n>   thr&eacute;e\n"
    block = read_article(source, "a.md").blocks[1]
    assert block.text.prose == "one two thrée"
    start = block.text.prose.index("thrée")
    assert source[slice(*block.text.span(start, start + 5))] == "thr&eacute;e"


def test_code_in_a_table_is_filler() -> None:
    article = read_article("# T\n\n| a | b |\n|---|---|\n| x `y` | z |\n", "a.md")
    assert f"table: x {FILLER * 3}" in outline(article)


def test_what_is_only_code_is_known() -> None:
    source = "# A\n\nb `c`\n\n`d`\n\n- `e`\n\n| f |\n|---|\n| `g` |\n"
    article = read_article(source, "a.md")
    assert [source[slice(*span)] for span in article.code] == ["`d`", "`e`", "`g`"]
    assert [exempt(article, "code").hold(source.index(char)) for char in "bcdefg"] == [
        *(False, True, True),
        *(True, False, True),
    ]


LINES = (
    *(
        "```",
        "````",
        "~~~",
        "```py",
        "``` a`b",
        "   ```",
        "    ```",
        "\t```",
        "```  ",
        "~~~ x|y",
        "--- | ---",
    ),
    *(
        "<!--",
        "-->",
        "<!-- x -->",
        " <!-- x",
        "<!-->",
        "<!--->",
        "<!-- a --> b",
        "text",
        "",
        "a | b",
        "<div>",
    ),
    *("- item", "> quoted", "# heading", "    code", "[a]: b", "***"),
)
BREAKS = ("\n", "\r\n", "\r")


@pytest.mark.parametrize("seed", range(20))
def test_own_scan_and_parser_agree(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(seed)
    sources = [random.choice(BREAKS).join(random.choices(LINES, k=8)) for _ in range(50)]
    found = [regions(source, source, 0, mdx=False) for source in sources]
    for own in ("_code", "_comment"):
        monkeypatch.setattr(_Blocks, own, lambda scan, at: None)
    for source, one in zip(sources, found, strict=True):
        assert regions(source, source, 0, mdx=False)[0] == one[0], source
