"""Feeds, exports and the articles of agencies and journals: what is read, and where it stands."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest

from linter.article.model import Article
from linter.article.read import article_of
from linter.article.unpacked import Unpacked, unpack
from linter.text import NotText
from tests.article.exact import assert_article_exact, outline
from tests.cost import Work, assert_linear

_CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
_WP = 'xmlns:wp="http://wordpress.org/export/1.2/"'


def unpacked(text: str, format: str = "xml") -> tuple[Unpacked, list[Article]]:
    found = unpack(text.encode(), format)
    articles = [article_of(document, f"a.{format}") for document in found.documents]
    for article in articles:
        assert_article_exact(article)
    return found, articles


def read(text: str, format: str = "xml") -> list[list[str]]:
    return [outline(article) for article in unpacked(text, format)[1]]


def rss(*items: str) -> str:
    return f'<rss version="2.0" {_CONTENT} {_WP}><channel><title>B</title>{"".join(items)}</channel></rss>'


def test_rss() -> None:
    text = rss(
        "<item><title>R&amp;amp;D pays</title><link>https://a.b/2024/pays/</link>"
        "<content:encoded><![CDATA[<p>One &amp; <b>two</b>.</p><p>Three.</p>]]></content:encoded>"
        "<description>gone</description></item>",
        "<item><title>It’s late</title><description>&lt;p&gt;Caf&amp;eacute; &amp;amp; bar.&lt;/p&gt;"
        "</description></item>",
        "<item><title>Empty</title></item>",
    )
    found, articles = unpacked(text)
    assert [outline(article) for article in articles] == [
        ["headline: R&D pays", "paragraph: One & two.", "paragraph: Three."],
        ["headline: It’s late", "standfirst: Café & bar."],
    ]
    assert [document.name for document in found.documents] == ["pays", "2"]
    document, article = found.documents[1], articles[1]
    at = article.blocks[1].text.prose.index("bar")
    start, end = document.place(article.blocks[1].text.span(at, at + 3))
    assert text[start:end] == "bar"
    assert found.where(start) == "entry 2: It’s late"
    assert found.where(text.index("One")) == "entry 1: R&D pays"


def test_what_wordpress_exports() -> None:
    def post(body: str, kind: str = "post") -> str:
        return (
            f"<item><title>T</title><wp:post_type>{kind}</wp:post_type><wp:post_name>t</wp:post_name>"
            f"<wp:post_date>2024-08-20 10:00:00</wp:post_date>"
            f"<content:encoded><![CDATA[{body}]]></content:encoded></item>"
        )

    found, articles = unpacked(
        rss(
            post("One.\n\n[caption id=1]Two.[/caption]\n\n[see]"),
            post("x", "attachment"),
            post("<p>Three.</p>"),
        )
    )
    assert [outline(article)[1:] for article in articles] == [
        ["paragraph: One.", "paragraph: Two.", "paragraph: [see]"],
        ["paragraph: Three."],
    ]
    date = articles[0].field("date")
    assert date is not None
    assert date.value == "2024-08-20 10:00:00"
    assert [document.name for document in found.documents] == ["t", "2"]


def test_atom() -> None:
    assert read(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>B</title>'
        '<entry xml:lang="fr"><title>T</title><content type="html">&lt;p&gt;One.&lt;/p&gt;</content></entry>'
        '<entry><title>U</title><content type="xhtml"><div><p>Two <em>three</em>.</p></div></content></entry>'
        "<entry><title>V</title><summary>Four.</summary></entry></feed>"
    ) == [
        ["headline: T", "paragraph: One."],
        ["headline: U", "paragraph: Two three."],
        ["headline: V", "standfirst: Four."],
    ]


def test_jats() -> None:
    text = (
        '<article xml:lang="en"><front><article-meta><title-group><article-title>Of bridges</article-title>'
        "</title-group><pub-date><day>2</day><month>8</month><year>2024</year></pub-date>"
        "<abstract><p>In short.</p></abstract></article-meta></front><body><sec><label>1</label>"
        "<title>Why</title>"
        "<p>One <italic>two</italic>, <inline-formula>x</inline-formula>.</p>"
        "<fig><caption><p>A bridge.</p></caption></fig><disp-formula>y</disp-formula></sec></body>"
        "<back><ref-list><ref>gone</ref></ref-list></back></article>"
    )
    _, (article,) = unpacked(text)
    assert outline(article) == [
        "headline: Of bridges",
        "paragraph: In short.",
        "heading: Why",
        "paragraph: One two, ￼.",
        "caption: A bridge.",
        "code: y",
    ]
    assert {field.name: field.value for field in article.metadata} == {
        "title": "Of bridges",
        "date": "2024-08-02",
        "lang": "en",
    }


_NITF = (
    "<nitf><head><title>gone</title><docdata><date.issue norm='20240820T101500Z'/></docdata></head><body>"
    "<body.head><hedline><hl1>Council pays</hl1></hedline><byline>Ann</byline></body.head><body.content>"
    "<p>One.</p><hl2>Why</hl2><p>Two.</p><media><media-reference>gone</media-reference>"
    "<media-caption>A bridge.</media-caption></media></body.content><body.end>gone</body.end></body></nitf>"
)


def test_nitf() -> None:
    _, (article,) = unpacked(_NITF)
    assert outline(article)[:4] == [
        "headline: Council pays",
        "paragraph: One.",
        "heading: Why",
        "paragraph: Two.",
    ]
    assert "gone" not in " ".join(outline(article))
    date = article.field("date")
    assert date is not None
    assert date.value == "2024-08-20"


def test_newsml() -> None:
    item = (
        '<newsItem guid="urn:1" xml:lang="en"><contentMeta><headline>Council pays</headline></contentMeta>'
        f"<contentSet><inlineXML>{_NITF}</inlineXML></contentSet></newsItem>"
    )
    found = read(f"<newsMessage><itemSet>{item}{item.replace('urn:1', 'urn:2')}</itemSet></newsMessage>")
    assert [each[:2] for each in found] == [["headline: Council pays", "paragraph: One."]] * 2


@pytest.mark.parametrize(
    "value",
    [
        {"uri": "u", "headline": "T", "body_html": "<p>One two.</p>", "versioncreated": "2024-08-20"},
        {
            "db": [
                {"data": {"posts": [{"title": "T", "html": "<p>One two.</p>", "published_at": "2024-08-20"}]}}
            ]
        },
        {
            "version": "https://jsonfeed.org/version/1.1",
            "items": [{"title": "T", "content_html": "<p>One two.</p>"}],
        },
        [{"title": {"rendered": "T"}, "content": {"rendered": "<p>One two.</p>"}, "date": "2024-08-20"}],
        {"@type": "NewsArticle", "headline": "T", "articleBody": "One two."},
        {"title": "T", "markdown": "One *two*."},
        {"title": "T", "text": "One two."},
    ],
)
def test_json_of_several_kinds(value: object) -> None:
    for text in (json.dumps(value), json.dumps(value, indent=1)):
        (found,) = read(text, "json")
        assert found == ["headline: T", "paragraph: One two."]


def test_json_lines() -> None:
    rows = [{"title": "Ä “b”", "text": 'Said "so" – twice.'}, {"title": "C", "text": "No. 2."}, {"other": 1}]
    text = "\n".join(map(json.dumps, rows))
    found, articles = unpacked(text, "json-lines")
    assert [outline(article) for article in articles] == [
        ["headline: Ä “b”", 'paragraph: Said "so" – twice.'],
        ["headline: C", "paragraph: No. 2."],
    ]
    document, block = found.documents[0], articles[0].blocks[1]
    at = block.text.prose.index("twice")
    assert text[slice(*document.place(block.text.span(at, at + 5)))] == "twice"


@pytest.mark.parametrize(
    ("text", "format", "why"),
    [
        ("", "xml", "is broken XML (it has no elements)"),
        ("<project/>", "xml", "holds no article that is known"),
        ("<a>" * 100_000, "xml", "is nested too deeply"),
        ('{"name": "package", "version": "1"}', "json", "holds no article that is known"),
        ("{", "json", "is no JSON (ends too early or has an unclosed string, line 1)"),
        ("[" * 100_000, "json", "is no JSON (nested too deeply, line 1)"),
        ('{"title": "T", "text": "One two."}\n{', "json-lines", "is no JSON (ends too early"),
    ],
)
def test_what_is_refused(text: str, format: str, why: str) -> None:
    with pytest.raises(NotText) as raised:
        unpack(text.encode(), format)
    assert str(raised.value.args[0]).startswith(why)


def test_entities_are_characters_and_nothing_else() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    item = "<item><title>T</title><description>&a; &b; &amp;amp; text</description></item>"
    assert read(bomb + rss(item)) == [["headline: T", "standfirst: &a; &b; & text"]]


def test_a_feed_without_entries() -> None:
    assert unpacked(rss())[1] == []


def test_what_lacks_its_end() -> None:
    assert read(rss("<item><title>T</title><description>One <b>two.</description></item>")) == [
        ["headline: T", "standfirst: One two."]
    ]
    assert read("<rss><channel><item><title>T</title><description><![CDATA[One.") == [
        ["headline: T", "standfirst: One."]
    ]


BODIES = (
    "&amp;amp;x",
    "a&amp;b\n\n",
    "a\n\n",
    "[gallery ",
    "[gallery]",
    "<b>",
    "</b>",
    '<a b="',
    "<!--",
    "&lt;",
    "<a/>",
)


def unpacking(data: bytes, format: str) -> Work:
    def read() -> None:
        with suppress(NotText):
            unpack(data, format)

    return read


@pytest.mark.parametrize("part", BODIES)
def test_the_cost_is_linear(part: str) -> None:
    def reading(size: int) -> Work:
        much = part * (size // len(part))
        item = f"<item><title>{much}</title><wp:post_type>post</wp:post_type><content:encoded>{much} a"
        return unpacking(rss(f"{item}</content:encoded></item>").encode(), "xml")

    assert_linear(reading, 500, 2_000)


@pytest.mark.parametrize("part", ['{"title": "T", "text": "a b"},', '"\\u00e9",', "[", '{"a":', '"a b" '])
def test_the_cost_of_json_is_linear(part: str) -> None:
    assert_linear(lambda size: unpacking(f"[{part * (size // len(part))}]".encode(), "json"), 500, 2_000)
