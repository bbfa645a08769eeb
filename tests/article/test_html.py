"""HTML: the article on a page, its headline, its metadata, and exact places for all of it."""

from __future__ import annotations

import pytest

from linter.article.frontmatter import field_text
from linter.article.html.tokens import Chunk, Tag, attributes, tokens
from linter.article.model import Article
from linter.article.read import read_article
from linter.text import FILLER
from tests.article.exact import assert_article_exact, assert_exact, outline

X = FILLER


def read(source: str) -> Article:
    article = read_article(source, "a.html")
    assert_article_exact(article)
    return article


BLOCKS = [
    ("paragraphs", "<p>One\n  <em>two</em> <p>Three", ["paragraph: One two", "paragraph: Three"]),
    ("entities", "<p>AT&T, R&amp;D, caf&eacute;, &#8220;x&#8221;", ["paragraph: AT&T, R&D, café, “x”"]),
    ("soft hyphens", "<p>Minis&shy;ter", ["paragraph: Minister"]),
    ("line breaks", "<p>One<br>two<br/><br>three</p>", ["paragraph: One\ntwo", "paragraph: three"]),
    ("headings", "<h2>A <span>b</span></h2><p>C</p>", ["headline: A b", "paragraph: C"]),
    ("quotation", "<blockquote><p>A</p>B</blockquote>C", ["quote: A", "quote: B", "paragraph: C"]),
    ("example", "<div class='big example'><p>A</p></div>C", ["quote: A", "paragraph: C"]),
    ("list", "<ul><li>A<li>B<p>C</p></ul>", ["list: A", "list: B", "list: C"]),
    ("terms", "<dl><dt>A<dd>B</dl>", ["list: A", "list: B"]),
    (
        "table",
        "<table><caption>T</caption><tr><td>A<td>B<tr><th>C</table>D",
        ["caption: T", "table: A", "table: B", "table: C", "paragraph: D"],
    ),
    (
        "figure",
        "<figure><img src=a alt='A &amp; b' title='C d'><figcaption>E</figcaption></figure>",
        ["caption: A & b", "caption: C d", "caption: E"],
    ),
    ("picture without words", "<p>A <img alt='' src=x> <img alt='IMG_2031.jpg'> b", ["paragraph: A b"]),
    ("code", "<p>A <code>b &lt; c</code> d<pre>e\n  f</pre>", [f"paragraph: A {X * 8} d", "code: e\n  f"]),
    ("address", "<p>See https://a.b/c?d=1&amp;e=2.", [f"paragraph: See {X * 21}."]),
    (
        "not text",
        "<p>A<script>b</script><style>c</style><!-- d --><svg><title>e</title></svg>",
        ["paragraph: A"],
    ),
    ("hidden", "<p hidden>A<p>B<u class='sr-only'>c</u><i style='display:none'>d</i>", ["paragraph: B"]),
    ("hidden is a word, not a part of one", "<div class='label-hidden'>A</div>", ["paragraph: A"]),
    ("footnote marks", "<p>A<sup><a href='#fn1'>1</a></sup> b<sup>2</sup>", ["paragraph: A b2"]),
    (
        "numbers of notes, and links that are called references",
        '<p>A<sup class="reference"><a href="#n">1</a></sup> b<a class="footnote-reference" href="#n">2</a>'
        ' with <a class="reference external" href="https://example.org">c</a>, '
        '<a class="reference internal" href="x">d</a>',
        ["paragraph: A b with c, d"],
    ),
    ("standfirst", "<h1>A</h1><p class='a-chapo'>B</p>C", ["headline: A", "standfirst: B", "paragraph: C"]),
    ("stray signs", "<p>1 < 2 and <3 and a<b", ["paragraph: 1 < 2 and <3 and a<b"]),
    ("template", "<p>Hello {{ name }}", ["paragraph: Hello {{ name }}"]),
    ("never closed", "<div><p>A<b>b <i>c", ["paragraph: Ab c"]),
]


@pytest.mark.parametrize(
    ("source", "expected"), [case[1:] for case in BLOCKS], ids=[case[0] for case in BLOCKS]
)
def test_blocks(source: str, expected: list[str]) -> None:
    assert outline(read(source)) == expected


MARKS = [
    ("<p><i>a</i><b>b</b>", [("emphasis", "a", ""), ("strong", "b", "")]),
    ("<p><cite>a</cite> b", [("emphasis", "a", "")]),
    ("<p>a <span lang=es>b <b>c</b></span>", [("lang", "b c", "es"), ("strong", "c", "")]),
    ("<div lang=es><p>a", [("lang", "a", "es")]),
    ("<body lang=es><p>a", []),
    ("<p><a href='u'>a b</a> c", [("link", "a b", "u")]),
]


@pytest.mark.parametrize(("source", "expected"), MARKS)
def test_marks(source: str, expected: list[tuple[str, str, str]]) -> None:
    text = read(source).blocks[-1].text
    assert [(mark.kind, text.prose[mark.start : mark.end], mark.value) for mark in text.marks] == expected


LONG = "A sentence that is long enough to be the text. " * 3
PAGE = f"""<!doctype html>
<html lang="fr"><head><title>The mayor has quit | The Paper</title></head><body>
<header><h1>The Paper</h1><nav><ul><li><a href=/>Home</a></ul></nav></header>
<main><article><header><h1>The mayor has quit</h1></header><p>{LONG}</p>
<aside>Read also</aside><div class="comments"><p>First!</p></div><footer>Share</footer></article>
<article><h2>A teaser</h2><p>Short.</p></article></main>
<footer>Imprint</footer></body></html>"""


def test_the_article_on_a_page() -> None:
    assert outline(read(PAGE)) == ["headline: The mayor has quit", f"paragraph: {LONG.strip()}"]


def test_a_page_without_an_article_element_loses_its_menus() -> None:
    menu = "".join(f"<li><a href=/{i}>Part {i}</a>" for i in range(9))
    page = f"<ul>{menu}</ul><h1>A</h1><p>{LONG}</p><p><a href=x>A source</a> of it"
    assert outline(read(page)) == ["headline: A", f"paragraph: {LONG.strip()}", "paragraph: A source of it"]


def test_a_form_around_the_page() -> None:
    assert outline(read(f"<form><h1>A</h1><p>{LONG}</p></form>")) == [
        "headline: A",
        f"paragraph: {LONG.strip()}",
    ]


AROUND = """<div class="%s"><p>Something else, which is no part of the text.</p></div>"""
BODY = f"<p>{LONG}</p>" * 4
FURNITURE = [
    "share-bar",
    "post-share",
    "articleByline",
    "article__author-bio",
    "c-related-stories",
    "jp-relatedposts",
    "newsletter-signup",
    "cookie-consent",
    "ad-slot ad-slot--top",
    "most-read",
    "Navigation_menu",
    "comment-list",
]
NAMED_BUT_TEXT = [
    "has-sidebar",
    "no-comments",
    "section--ads",
    "header-and-sidebar",
    "shareholders",
    "teaser",
    "related-party-transactions",
    "adept",
    "navigator-story",
]


@pytest.mark.parametrize("names", FURNITURE)
def test_what_a_page_names_as_furniture_is_not_the_text(names: str) -> None:
    page = f"<html><body><h1>A</h1>{BODY}{AROUND % names}{BODY}</body></html>"
    assert [line for line in outline(read(page)) if "Something" in line] == []
    assert len(outline(read(page))) == 9


@pytest.mark.parametrize("names", NAMED_BUT_TEXT)
def test_names_that_are_like_those_of_furniture(names: str) -> None:
    page = f"<html><body><h1>A</h1>{BODY}{AROUND % names}{BODY}</body></html>"
    assert len(outline(read(page))) == 10


@pytest.mark.parametrize("names", FURNITURE[:4])
def test_a_name_is_not_believed_of_the_text_itself_or_in_a_fragment(names: str) -> None:
    page = f'<html><body><h1>A</h1><p>A lead.</p><div class="{names}">{BODY}</div></body></html>'
    assert len(outline(read(page))) == 6
    assert len(outline(read(f"<h1>A</h1>{BODY}{AROUND % names}"))) == 6


@pytest.mark.parametrize("said", ["role=navigation", "role='complementary'", "data-ad-slot=1"])
def test_roles_and_attributes_of_furniture(said: str) -> None:
    page = f"<html><body><h1>A</h1>{BODY}<div {said}><p>Something else</div></body></html>"
    assert len(outline(read(page))) == 5


TEASERS = "".join(f"<div><h4><a href=/{i}>Text {i}</a></h4><a href=/{i}>Another</a></div>" for i in range(9))


def test_a_page_ends_with_its_body() -> None:
    page = (
        f"<html><body><div><p>The Paper, since 1890</p></div><h1>A</h1><div><p>The lead.</p></div>"
        f"<div><div>{BODY}<h2>Part</h2><p>Short.</p></div><div><h2>Other texts</h2>{TEASERS}</div></div>"
        f"<div><p>The Paper, 1 Main Street</p></div></body></html>"
    )
    assert outline(read(page)) == [
        "headline: A",
        "paragraph: The lead.",
        *[f"paragraph: {LONG.strip()}"] * 4,
        "heading: Part",
        "paragraph: Short.",
    ]


def test_few_links_are_the_authors_and_the_page_is_all_text() -> None:
    page = (
        f"<html><body><div>{BODY}</div><h2>See also</h2><ul><li><a href=x>One</a></ul><p>End.</body></html>"
    )
    assert outline(read(page))[-3:] == ["heading: See also", "list: One", "paragraph: End."]


def test_captions_by_class() -> None:
    source = "<div class=wp-caption><p class='wp-caption-text'>The mayor</p></div><p class=captions>B"
    assert outline(read(source)) == ["caption: The mayor", "paragraph: B"]


def ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


OG = '<meta property="og:title" content="%s">'
HEADLINES = [
    ("JSON-LD before og:title", OG % "B" + ld('{"@type": "NewsArticle", "headline": "A"}'), "A"),
    ("og:title before the tab", "<title>C</title>" + OG % "A &amp; b", "A & b"),
    ("the only top heading before the tab", "<title>C</title><h1>A</h1>", "A"),
    ("the tab without the site", "<title>The mayor - a man – The Paper</title><p>x", "The mayor - a man"),
    ("declared by microdata", "<h1>B</h1><h1 itemprop='headline'>A</h1>", "A"),
    ("escapes", ld('{"@type": "NewsArticle", "headline": "\\u00c0 &quot;b&quot; \\"c\\""}'), 'À "b" "c"'),
    (
        "graph",
        ld('{"@graph": [{"@type": "Person", "headline": "B"}, {"@type": ["Article"], "headline": "A"}]}'),
        "A",
    ),
    ("list", ld('[{"@type": "Organization", "headline": "B"}, {"@type": "Article", "headline": "A"}]'), "A"),
    ("wrapped", ld('//<![CDATA[\n{"@type": "Article", "headline": "A"}//]]>'), "A"),
    ("JSON-LD that is no JSON", "<h1>A</h1>" + ld('{"@type": "Article", headline'), "A"),
    ("none", "<p>x", None),
]


@pytest.mark.parametrize(
    ("source", "expected"), [case[1:] for case in HEADLINES], ids=[case[0] for case in HEADLINES]
)
def test_headline(source: str, expected: str | None) -> None:
    headline = read(source).headline
    assert (headline.prose if headline else None) == expected


def test_the_heading_that_repeats_the_declared_headline_is_the_headline() -> None:
    article = read('<meta property="og:title" content="A “b”"><h1>A "b"</h1><p>c')
    assert outline(article) == ['headline: A "b"', "paragraph: c"]
    article = read(OG % "A - The very long name of a site" + "<h1>A</h1><p>c")
    assert outline(article) == ["headline: A", "paragraph: c"]


def test_metadata() -> None:
    source = (
        '<html lang="pt-BR"><meta name=author content="Ana">'
        '<meta property="article:published_time" content="2024-05-01">'
        '<link rel=canonical href="https://a.b/2024/5/2/c">'
        '<time datetime="2024-05-03" itemprop=datePublished>x</time>'
        + ld('{"@type": "Article", "datePublished": "2024-05-04", "author": [{"name": "Eva"}, "Ida"]}')
    )
    article = read(source)
    found = [
        (field.origin, field.name, field.value, source[slice(*field.span)]) for field in article.metadata
    ]
    assert found == [
        ("html", "html:lang", "pt-BR", "pt-BR"),
        ("html", "author", "Ana", "Ana"),
        ("html", "article:published_time", "2024-05-01", "2024-05-01"),
        ("html", "url_date", "2024-05-02", "2024/5/2"),
        ("html", "datePublished", "2024-05-03", "2024-05-03"),
        ("json-ld", "datePublished", "2024-05-04", "2024-05-04"),
        ("json-ld", "author", "Eva", "Eva"),
        ("json-ld", "author", "Ida", "Ida"),
    ]
    assert [field.value for field in article.fields("lang")] == ["pt-BR"]


def test_metadata_with_entities_and_escapes_leads_back() -> None:
    source = '<meta property="og:title" content="a &amp; b">' + ld(
        '{"@type":"Article","headline":"c \\u0026 &lt;d"}'
    )
    for field, prose in zip(read(source).metadata, ("a & b", "c & <d"), strict=True):
        text = field_text(source, field)
        assert text.prose == prose
        assert_exact(text, source)
        sign = text.prose.index("&")
        assert source[slice(*text.span(sign, sign + 1))] in ("&amp;", "\\u0026")


def test_front_matter_before_html() -> None:
    article = read("---\ntitle: A\n---\n<p>b {{ c }} d")
    assert outline(article) == ["headline: A", f"paragraph: b {X * 7} d"]
    assert [(mark.kind, mark.value) for mark in article.blocks[1].text.marks] == [("template", "{{ c }}")]
    pictures = read('---\ntitle: A\n---\n<p>b <img src="x" alt="Cover of {{ d }}"> c <img src="y" alt="E f">')
    assert outline(pictures) == ["headline: A", "paragraph: b c", "caption: E f"]


def test_tokens() -> None:
    source = "<A b=\"1 > 2\" c='d' e=f g><!-- <x> -->y</a ><script>1<2</script><br/>"
    found = list(tokens(source, 0, len(source)))
    assert [item.name if isinstance(item, Tag) else source[item.start : item.end] for item in found] == [
        "a",
        "y",
        "a",
        "script",
        "1<2",
        "script",
        "br",
    ]
    assert isinstance(found[0], Tag)
    values = {name: source[slice(*span)] for name, span in attributes(source, found[0]).items()}
    assert values == {"b": "1 > 2", "c": "d", "e": "f", "g": ""}
    assert found[4] == Chunk(source.index("1<2"), source.index("1<2") + 3, "script")


TEMPLATES = [
    "<title>{{ page.title }}</title><main>{{ content }}</main>",
    "<nav>{% if page.lang == 'en' %}<a>news</a>{% else %}<a>noticias</a>{% endif %}</nav>",
    "<h1>{{title}}</h1>{{#if subtitle}}<h2>{{subtitle}}</h2>{{/if}}{{#each posts}}<p>{{text}}{{/each}}",
    "<p><?php if (have_posts()) : ?>a<?php endif; ?><?php get_footer(); ?>",
    "<head><title>{{ page.title }}</title><link href='{{ site.url }}/a.css'></head><p>{{ page.lead }}",
    "<head>{% if a %}<meta name='b'>{% else %}<meta name='c'>{% endif %}</head><p>A page",
    "{% if site.comments %}<div id='comments'></div>{% endif %}",
    '{{ define "main" }}{{ range .Pages }}<p>{{ .Title }}{{ end }}{{ end }}',
]
PAGES = [
    "<p>The council has met. {% include photo.html %}<p>It will meet again.",
    "<p>Jekyll has tags:<pre>{% for post in posts %}{% if post %}{{ content }}{% endif %}{% endfor %}</pre>",
    "<p>Write <code>{% if a %}</code>, <code>{% else %}</code>, <code>{% endif %}</code> around it.",
    "---\ntitle: A\n---\n{% for post in site.posts %}{% if post.title %}<p>b{% endif %}{% endfor %}",
    "<p>A page.<script>{% if a %}b{% else %}c{% endif %}</script>",
    "<p>Dear {{ name }}, 100% {sure}.",
]


@pytest.mark.parametrize("source", TEMPLATES)
def test_templates_are_no_articles(source: str) -> None:
    assert read(source).is_template


@pytest.mark.parametrize("source", PAGES)
def test_pages_are_no_templates(source: str) -> None:
    assert not read(source).is_template


def test_code_outside_of_the_article_is_known() -> None:
    source = "<main><p>One <code>a</code> two.<p>Three, four.</main><footer>Five <code>{{b}}</code></footer>"
    article = read(f"<title>t</title><script>s</script>{source}<p hidden>h")
    assert sorted(article.source[slice(*span)] for span in article.code) == ["a", "h", "s", "{{b}}"]
