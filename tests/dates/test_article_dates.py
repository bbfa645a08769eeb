"""Dates in articles: offsets in the source, quotations, doubts, and the order that an article proves."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.article.model import Article
from linter.article.read import read_article
from linter.topics.dates import dates
from linter.topics.dates.publication import publications, published, read_day


def article(text: str, lang: str = "en", path: str = "a.md", **meta: str) -> Article:
    head = "".join(f"{key}: {value}\n" for key, value in {"lang": lang, **meta}.items())
    return read_article(f"---\n{head}---\n\n{text}\n", path)


def test_spans_lead_to_the_source() -> None:
    read = article("On **Monday, March\n4, 2025**, and on Tuesday, March&nbsp;5.")
    assert [read.excerpt(mention.span) for mention in dates(read)] == [
        "Monday, March\n4, 2025",
        "Tuesday, March&nbsp;5",
    ]


@pytest.mark.parametrize("text", ["21\u200b/05/2023", "2\u00ad1/05/2023", "sa\u0301bado, 21/05/2023"])
def test_the_order_of_figures_with_invisible_characters(text: str) -> None:
    read = article(f"Foi em {text} e em 03/04/2023.", "pt")
    assert [(date.day, date.month, date.ambiguous) for date in dates(read)] == [
        (21, 5, False),
        (3, 4, False),
    ]


def test_decomposed_letters_and_soft_hyphens() -> None:
    read = article("Le lundi 3 fe\u0301vrier 2025 et le mar\u00addi 4 fe\u0301vrier 2025.", "fr")
    assert [(m.weekday, m.day, m.month) for m in dates(read)] == [(0, 3, 2), (1, 4, 2)]
    assert read.excerpt(dates(read)[0].span) == "lundi 3 fe\u0301vrier 2025"


def test_quotations_and_doubts() -> None:
    read = article(
        'He wrote "on Monday, March 4, 2025" there.\n\n> Monday, March 4, 2025\n\n'
        "There is no 31 November.\n\nOn March 6, 2025 it rained."
    )
    assert [(m.quoted, m.unreal) for m in dates(read)] == [
        (True, False),
        (True, False),
        (False, True),
        (False, False),
    ]


def test_code_has_no_dates() -> None:
    assert dates(article("`March 4, 2025`\n\n```\nMarch 5, 2025\n```\n")) == ()


@pytest.mark.parametrize(
    ("proof", "month", "day"), [("on 23/04/2025", 4, 3), ("on 04/23/2025", 3, 4), ("nothing", None, None)]
)
def test_the_article_proves_the_order_of_figures(proof: str, month: int | None, day: int | None) -> None:
    mention = dates(article(f"It was 03/04/2025 and {proof}."))[0]
    assert (mention.month, mention.day) == (month, day)


def test_both_orders_prove_nothing() -> None:
    assert dates(article("03/04/2025, 23/04/2025, 04/23/2025."))[0].ambiguous


@pytest.mark.parametrize(
    ("value", "lang", "expected"),
    [
        ("2025-03-04", "fr", date(2025, 3, 4)),
        ("2025-03-04T23:00:00+02:00", "fr", date(2025, 3, 4)),
        ("20250304", "fr", date(2025, 3, 4)),
        ("Tue, 04 Mar 2025 10:00:00 +0000", "de", date(2025, 3, 4)),
        ("26 de janeiro de 2018", "pt", date(2018, 1, 26)),
        ("March 4, 2025", "", date(2025, 3, 4)),
        ("04/03/2025", "en", None),
        ("04/03/2025", "fr", date(2025, 3, 4)),
        ("2025-02-30", "fr", None),
        ("0201-03-04", "fr", None),
        ("soon", "fr", None),
        ("{{ date }}", "fr", None),
    ],
)
def test_reads_days_in_metadata(value: str, lang: str, expected: date | None) -> None:
    assert read_day(value, lang) == expected


def test_front_matter_goes_first() -> None:
    read = article("PARIS, 6 March 2025 – It rained.", path="2025-03-05-rain.md", date="2025-03-04")
    assert [(p.origin, p.day.day) for p in publications(read)] == [
        ("front-matter", 4),
        ("path", 5),
        ("dateline", 6),
    ]
    first = published(read)
    assert first is not None
    assert read.excerpt(first.span) == "2025-03-04"


def test_html_sources_in_order() -> None:
    page = (
        '<html lang="en"><head><title>Rain again in Paris</title><script type="application/ld+json">'
        '{"@type": "NewsArticle", "datePublished": "2025-03-04T08:00:00Z"}</script></head><body><article>'
        '<h1>Rain again in Paris</h1><time datetime="2025-03-05">5 March</time><p>It rained for days.</p>'
        '<time datetime="2001-01-01">a comment</time></article></body></html>'
    )
    found = publications(read_article(page, "a.html"))
    assert [(p.origin, p.day) for p in found] == [
        ("json-ld", date(2025, 3, 4)),
        ("html", date(2025, 3, 5)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "4 March 2025 was a cold day.",
        "**Update, 4 March 2025**",
        "The museum, which opened on 4 March 2025 – a cold day – closes.",
        "- 4 March 2025\n- 5 March 2025",
    ],
)
def test_is_no_dateline(text: str) -> None:
    assert published(article(text)) is None


@pytest.mark.parametrize(
    "line", ["22 janvier 2025", "Par Hélène Garrigue, le 22 janvier 2025", "Lyon, le 22 janvier 2025"]
)
def test_the_line_below_the_headline_of_a_plain_text(line: str) -> None:
    read = read_article(f"Le théâtre rouvre ses portes\n\n{line}\n\nLa première a eu lieu hier.\n", "a.txt")
    first = published(read)
    assert first is not None
    assert (first.origin, first.day) == ("dateline", date(2025, 1, 22))


def test_a_subheading_of_a_plain_text_is_no_dateline() -> None:
    text = "Le théâtre rouvre ses portes\n\nLes débuts du 22 janvier 2025\n\nLa première a eu lieu hier.\n"
    assert published(read_article(text, "a.txt")) is None


def test_without_any_date_nothing_is_known() -> None:
    assert published(article("It rained.")) is None


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789 ./-–:,()[]\"'«»aäMarch4mars\n\u00a0\ufffc", max_size=80))
def test_any_text_is_read(text: str) -> None:
    for lang in ("en", "fr", "de", "hu", "zh"):
        read = article(text, lang)
        for mention in dates(read):
            prose = read.blocks[mention.block].text.prose
            assert prose[mention.start : mention.end] == mention.text
            assert all(mention.start <= place.start <= place.end for place in mention.places.values())
