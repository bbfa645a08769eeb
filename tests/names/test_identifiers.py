"""Versions, numbers of issues and codes: what is one, and which of two is the slip."""

from __future__ import annotations

import json

import pytest

from linter.article.model import Article
from linter.article.read import read_article
from linter.topics.names.codes.address_clashes import address_clashes
from linter.topics.names.codes.code_clashes import code_clashes
from linter.topics.names.codes.identifiers import codes, issues, versions
from linter.topics.names.codes.link_clashes import link_clashes
from linter.topics.names.codes.version_mismatch import rivals


def read(title: str, text: str = "It rains.", path: str = "a.md", **meta: str) -> Article:
    fields = {"title": title, "lang": "en", **meta}
    head = "".join(f"{key}: {json.dumps(value)}\n" for key, value in fields.items())
    return read_article(f"---\n{head}---\n\n{text}\n", path)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Otter 2.9.1 is out", [("otter", "2.9.1")]),
        ("Otter v2.9.01 is out", [("otter", "2.9.1")]),
        ("Otter 2.9 rc1 is out", [("otter", "2.9.rc.1")]),
        ("2.9.1 is out", [("", "2.9.1")]),
        (
            "Otter 3.0.2, 2.7.4 and 2.6.8 are out",
            [("otter", "3.0.2"), ("otter", "2.7.4"), ("otter", "2.6.8")],
        ),
        ("Otter 3.0.2 and Badger 2.7.4", [("otter", "3.0.2"), ("badger", "2.7.4")]),
        ("Otter 3.0.2 for the new Badger 2.7.4", [("otter", "3.0.2"), ("badger", "2.7.4")]),
        ("It rose by 2.9 % on 4.3.2024", []),
        ("Otter 2.9.1.0.3 and 10.2.3.4/8", []),
        ("On 4.3.2024 came Otter 2.9.1", [("otter", "2.9.1")]),
    ],
)
def test_versions(text: str, found: list[tuple[str, str]]) -> None:
    assert [(each.owner, ".".join(each.parts)) for each in versions(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("RFC 2119 and CVE-2011-4815", ["RFC 2119", "CVE-2011-4815"]),
        ("ISO 99 and ISO 100", ["ISO 100"]),
        ("ISO 12-3", []),
        ("ISO 12-34", ["ISO 12-34"]),
    ],
)
def test_codes(text: str, found: list[str]) -> None:
    assert [each.text for each in codes(text)] == found


def test_issues() -> None:
    found = [(each.owner, each.parts) for each in issues("Issue 473 of Otter #12, not 8")]
    assert found == [("issue", ("473",)), ("otter", ("12",))]
    assert list(issues("Issue of Otter")) == []


def test_how_they_are_written() -> None:
    assert [(each.text, each.stage) for each in versions("Otter v2.9.1 and 2.9 rc1")] == [
        ("v2.9.1", False),
        ("2.9 rc1", True),
    ]
    assert [each.stage for each in codes("RFC 2119")] == [False]


def test_an_article_without_a_headline() -> None:
    found = read_article("BIP340, BIP340 and BIP430.\n", "a.md")
    assert [slip.other for slip in code_clashes(found)] == ["BIP340"]
    assert list(address_clashes(found)) == list(rivals(found)) == []


@pytest.mark.parametrize(
    ("title", "path", "other"),
    [
        ("Otter 2.9.1 is out", "otter-2-9-2.md", "2.9.2"),
        ("Otter 2.9.1 is out", "otter-2-9-1.md", None),
        ("Otter 2.9.1 is out", "otter-291.md", None),
        ("Otter 2.9.1 is out", "otter-29.md", None),
        ("Otter 2.9.1 is out", "2024-03-04-otter-2-9-2.md", "2.9.2"),
        ("Otter 2.9.1 is out", "otter-2-9-2/index.md", "2.9.2"),
        ("Otter 2.9.1 is out", "otter-2-9-2/_index.md", "2.9.2"),
        ("Otter 2.9.1 is out", "otter-2-9-2/text.md", None),
        ("Otter 2.9.1 is out", "badger-2-9-2.md", None),
        ("Otter 2.9.1 is out", "otter-2-9.md", None),
        ("Otter 2.9.1 is out", "otter-3-9.md", None),
        ("Otter 2.9.1 is out", "otter-v2-9-2.md", "2.9.2"),
        ("Otter 2.9.1 is out", "2-9-2.md", "2.9.2"),
        ("Otter 2.9.1 is out", "2024-03-04-v2.9.2.md", "2.9.2"),
        ("Otter 2.9 is out", "2-8.md", None),
        ("Otter Guide 2.9.1 is out", "otterguide-2-9-2.md", "2.9.2"),
        ("Otter 2.9.1 is out", "badger-otter-club-2-9-2.md", None),
        ("Otter 2.9.1 and 2.8.7 are out", "otter-2-9-1-and-2-8-6.md", "2.8.6"),
        ("Otter 2.9.1 and 2.8.7 are out", "otter-2-9-2-and-2-8-6.md", None),
        ("Otter 2.9.1 and 2.8.7 are out", "otter-29-and-2-8-6.md", "2.8.6"),
        ("Otter 2.9.1 rc1 is out", "otter-2-9-1-rc2.md", "2.9.1.rc.2"),
        ("2.9.1 is out", "otter-2-9-2.md", None),
        ("This week in Otter 472", "this-week-in-otter-473.md", "473"),
        ("This week in Otter 472", "this-week-in-otter-0472.md", None),
        ("This week in Otter 472", "this-week-in-badger-473.md", None),
        ("This week in Otter 472", "this-week-in-otter-x.md", None),
        ("Week 472 in Otter", "week-473-in-otter.md", "473"),
        ("Week 472 in Otter", "week-473-in-badger.md", None),
        ("Week 472 in Otter 3", "week-473-in-otter-3.md", None),
        ("This week in Otter 2023", "this-week-in-otter-2024.md", None),
        ("Week 1 AB", "week-2-ab.md", "2"),
        ("Week 1 A", "week-2-a.md", None),
    ],
)
def test_the_file_name(title: str, path: str, other: str | None) -> None:
    slips = [slip for slip in address_clashes(read(title, path=path)) if slip.place == "path"]
    assert [slip.other for slip in slips] == ([other] if other else [])


@pytest.mark.parametrize(
    ("title", "field", "value", "clash"),
    [
        ("Otter 2.9.1 is out", "version", "2.9.2", True),
        ("Otter 2.9.1 is out", "version", "2.9.1", False),
        ("Otter 2.9.1 is out", "version", "2.9", False),
        ("Otter 2.9.1 is out", "version", "v2.9.2", True),
        ("Otter 2.9.1 and 2.8.7 are out", "version", "2.9.2", False),
        ("Otter news 47", "number", "48", True),
        ("Otter news 47", "number", "#48", True),
        ("Otter news 47", "number", "148", False),
        ("Otter news 47", "number", "047", False),
        ("Otter news 4", "number", "8", False),
        ("Otter news 47 of 48", "number", "49", False),
        ("Otter 2.9.1 news 47", "number", "48", False),
        ("Otter news 47", "weight", "48", False),
        ("Otter 2.9.1 is out", "slug", "otter-2-9-2", True),
        ("Otter 2.9.1 is out", "permalink", "/news/otter-2-9-2/", True),
        ("Otter 2.9.1 is out", "permalink", "/otter-2-9-2/news/", False),
    ],
)
def test_the_fields(title: str, field: str, value: str, clash: bool) -> None:
    slips = list(address_clashes(read(title, **{field: value})))
    assert [(slip.place, slip.field) for slip in slips] == ([("field", field)] if clash else [])


@pytest.mark.parametrize(
    ("title", "tag", "clash"),
    [
        ("Otter 2.9.1 is out", '{% release "2.9.2" %}', True),
        ("Otter 2.9.1 is out", '{% release "2.9.1" %}', False),
        ("Otter 2.9.1 is out", '{% release "2.8.1" %}', False),
        ("Otter 2.9.1 is out", '{% release "2.9" %}', False),
        ("Otter 2.9 is out", '{% release "2.8" %}', False),
        ("Otter 2.9.1 and 2.8.7 are out", '{% release "2.9.2" %}', False),
    ],
)
def test_template_tags(title: str, tag: str, clash: bool) -> None:
    assert bool(list(address_clashes(read(title, f"It rains. {tag}")))) is clash


@pytest.mark.parametrize(
    ("title", "text", "slips"),
    [
        ("Rain", "CVS-2011-4815 and CVE-2011-4815.", [("CVS-2011-4815", "CVE-2011-4815")]),
        ("Rain", "CVE-2011-4815 and CVS-2011-4815.", [("CVS-2011-4815", "CVE-2011-4815")]),
        ("Rain", "CVE-2011-4815 and CWE-2011-4815.", []),
        ("Rain", "OTTER 4815, OTTEN 4815 and OTTER 4816.", [("OTTEN 4815", "OTTER 4815")]),
        ("Rain", "OTTER 481, OTTEN 481 and OTTER 482.", []),
        ("Rain", "OTTER 4815, ATTER 4815 and OTTER 4816.", []),
        ("Rain", "OT 4815, OS 4815 and OT 4816.", []),
        ("Rain", "OTTER 4815, OTTEN 4815 and OTTEM 4815.", []),
        ("Rain", "BIP340, BIP340 and BIP430.", [("BIP430", "BIP340")]),
        ("Rain", "BIP340 and BIP430.", []),
        ("Rain", "BIP340, BIP340, BIP430 and BIP430.", []),
        ("Rain", "BIP340, BIP340 and BIP043.", []),
        ("Rain", "BIP340, BIP340 and BIP350.", []),
        ("Rain", "BIP340, BIP340 and [BIP430](https://example.org/430).", []),
        ("Rain", "BIP340, BIP340 and [BIP430](https://example.org/340).", [("BIP430", "BIP340")]),
        (
            "Rain",
            "BIP340, BIP340, [BIP430](https://example.org/430) and BIP304.",
            [("BIP304", "BIP340")],
        ),
        ("About CVE-2013-4164", "It is CVE-2013-4161.", [("CVE-2013-4164", "CVE-2013-4161")]),
        ("About CVE-2013-4164", "It is CVE-2013-4164.", []),
        ("About CVE-2013-4164", "It is CVE-2013-4161, not CVE-2013-4164.", []),
        ("About CVE-2013-4164", "It is CVE-2013-4161 or CVE-2013-4162.", []),
        ("About CVE-2013-4164", "It is CVE-2013-4171.", []),
        ("About CVE-2013-4164", "It is CVE-2013-41641.", []),
        ("About CVE-2013-4164 and CVE-2013-4161", "It is CVE-2013-4161.", []),
    ],
)
def test_codes_that_are_slips(title: str, text: str, slips: list[tuple[str, str]]) -> None:
    assert [(slip.text, slip.other) for slip in code_clashes(read(title, text))] == slips


@pytest.mark.parametrize(
    ("link", "other"),
    [
        ("[#473](https://example.org/o/r/issues/474)", "#474"),
        ("[#473](https://example.org/o/r/issues/473)", None),
        ("[#0473](https://example.org/o/r/issues/473)", None),
        ("[o/r#473](https://example.org/o/r/pull/474#top)", "#474"),
        ("[#473](https://example.org/o/r/wiki/474)", None),
        ("[#473][a]\n\n[a]: https://example.org/o/r/issues/474", "#474"),
        ("[#473]\n\n[#473]: https://example.org/o/r/issues/474", "#474"),
        ("[CVE-2013-4164](https://example.org/CVE-2013-4161)", "CVE-2013-4161"),
        ("[CVE-2013-4164](https://example.org/CVE-2013-4164)", None),
        ("[CVE-2013-4164](https://example.org/CWE-2013-4161)", None),
        ("[CVE-2013-4164](https://example.org/CVE-2013-4161/CVE-2013-4162)", None),
        ("[CVE-2013-4164](https://example.org/CVE-4161)", None),
        ("[CVE-2013-4164, CVE-2013-4165](https://example.org/CVE-2013-4161)", None),
        ("[CVE-2013-4164](https://example.org/news)", None),
    ],
)
def test_links_that_lead_elsewhere(link: str, other: str | None) -> None:
    assert [slip.other for slip in link_clashes(read("Rain", f"See {link}"))] == ([other] if other else [])


@pytest.mark.parametrize(
    ("title", "text", "other"),
    [
        ("Otter 2.9.2", "Otter 2.9.1 is available.", "2.9.1"),
        ("Otter 2.9.2", "Otter 2.9.1 mends two faults.", "2.9.1"),
        ("Otter 2.9.2", "The new Otter 2.9.1 mends two faults.", None),
        ("Otter 2.9.2", "The new Otter 2.9.1 is available.", "2.9.1"),
        ("Otter 2.9.2", "Badger 2.9.1 is available.", None),
        ("Otter 2.9.2", "Otter 2.9 is available.", None),
        ("Otter 2.9.2", "Otter 2.9.1 rc1 is available.", None),
        ("Otter 2.9.2", "Otter 2.9.2 follows Otter 2.9.1, which was available.", None),
        ("Otter 2.9.2", "Otter 2.9.1 is available. It rains. Otter 2.9.2 will come.", "2.9.1"),
        ("Otter 2.9.2", "Otter 2.9.2 is new. Otter 2.9.1 is available.", None),
        ("Otter 2.9.2", "Rain.\n\nRain.\n\nRain.\n\nOtter 2.9.1 is available.", None),
        ("Otter 2.9.2", "Rain.\n\nRain.\n\nOtter 2.9.1 is available.", "2.9.1"),
        ("Otter 2.9.0", "Otter 2.9 is available.", None),
        ("Otter 2.9", "Otter 2.9.1 is available.", None),
        ("Otter 2.9.0", "Otter 2.8.0 is available.", "2.8.0"),
        ("2.9.2 and 2.8.4 are available", "2.9.2 and 2.8.3 are available.", "2.8.3"),
        ("2.9.2 and 2.8.4 are available", "2.7.1 and 2.8.3 are available.", None),
        ("2.9.2, 2.8.4 and 2.7.5 are available", "2.9.2, 2.8.4 and 2.7.4 are available.", "2.7.4"),
        ("Otter 2.9.0", "Otter 2.9.1 is available.", "2.9.1"),
        ("Otter 2.9.2 and 2.8.4", "Otter 2.9.2 and 2.8.3 are available.", "2.8.3"),
        ("Issue 473 of Otter", "Issue 472 of Otter.", "Issue 472"),
        ("Issue 473 of Otter", "Issue 473 of Otter.", None),
        ("Issue 473 of Otter", "Issue 472 and Issue 471 of Otter.", None),
        ("Issue 473 of Otter", "[Issue 472](a.html) of Otter.", None),
        ("Issue of Otter", "Issue 472 of Otter.", None),
        ("Letter #47", "The 46th issue of our letter.", "46th issue"),
        ("Letter #47", "The 47th issue of our letter.", None),
        ("Otter Week 512", "Welcome to issue 511 of Otter Week.", "issue 511"),
        ("Otter Week 512", "Welcome to issue 512 of Otter Week.", None),
        ("Otter Week 512", "The 12th edition of the fair is over.", None),
        ("Otter Days 2024", "Edition 2023 of Otter Days was long.", None),
    ],
)
def test_what_the_text_announces(title: str, text: str, other: str | None) -> None:
    found = [rival.found.text for rival in rivals(read(title, text))]
    assert found == ([other] if other else [])
