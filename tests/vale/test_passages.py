"""What of an article is text to the rules of styles, and how it is cut: as Vale reads it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.vale.sentences import segments

Texts = Callable[[str, str], list[str]]


def existence(*tokens: str, **keys: str) -> str:
    more = "".join(f"{key}: {value}\n" for key, value in keys.items())
    listed = "".join(f"  - '{token}'\n" for token in tokens)
    return f"extends: existence\nmessage: m\nnonword: true\ntokens:\n{listed}{more}"


def test_a_line_break_in_a_quotation_is_a_line_break(texts: Texts) -> None:
    assert texts(existence(r"one\ntwo"), "> one\n> two\n") == ["one\n> two"]


@pytest.mark.parametrize("text", ["3. alpha\n", "1. alpha\n", "> 5) alpha\n"])
def test_the_number_of_an_item_is_no_text(texts: Texts, text: str) -> None:
    assert texts(existence(r"\d"), text) == []
    assert texts(existence("alpha", scope="list"), text) == ([] if text[0] == ">" else ["alpha"])


def test_what_is_indented_as_code_is_code(texts: Texts) -> None:
    prose = "It is an alpha that goes on for a while, as people write it."
    assert texts(existence("alpha"), f"Before.\n\n    {prose}\n\n- item\n\n    {prose}\n") == ["alpha"]
    assert texts(existence("alpha"), f"<div>\n{' ' * 30}{prose}\n</div>\n") == ["alpha"]


def test_front_matter_is_read_for_its_texts_but_not_for_its_lists(texts: Texts) -> None:
    front = "title: 'alpha one'\ntags: [alpha two]\naliases:\n  - alpha three\nlead: >\n  alpha four\n"
    text = f"---\n{front}---\nText.\n"
    assert texts(existence(r"alpha \w+"), text) == ["alpha one", "alpha four"]


def test_a_number_in_bold_is_text(texts: Texts) -> None:
    assert texts(existence(r"\d"), "**3. alpha**\n") == ["3"]


def test_what_is_written_with_a_character_reference_is_left_alone(texts: Texts) -> None:
    text = "It&#8217;s here, and it’s there &ndash; and AT&T, R&D; too.\n"
    assert texts(existence("’", "–", "&"), text) == ["’", "&", "&"]


def test_the_right_quotation_mark_by_name_is_an_apostrophe(texts: Texts) -> None:
    assert texts(existence("it''s"), "And it&rsquo;s done.\n") == ["it&rsquo;s"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://alpha.org/b now.\n", []),
        ("See <https://alpha.org/b> now.\n", []),
        ("See [https://alpha.org](https://alpha.org) now.\n", []),
        ("See www.alpha.org/b now.\n", ["alpha"]),
        ("See alpha@b.org or <alpha@b.org> now.\n", ["alpha", "alpha"]),
        ('See "https://alpha.org/b" now.\n', ["alpha"]),
        ("<p>[this](https://alpha.org/b)</p>\n", ["alpha"]),
        ("A price of $0.09 alpha, or $0.05_alpha$ now.\n", ["alpha", "alpha"]),
        ("Call `alpha` now.\n", []),
    ],
)
def test_addresses_and_code(texts: Texts, text: str, found: list[str]) -> None:
    assert texts(existence("alpha"), text) == found


def test_code_is_as_long_as_what_stands_between_the_backticks(texts: Texts) -> None:
    assert texts(existence(r"a \*{3} b"), "a `xyz` b\n") == ["a `xyz` b"]


def test_a_tag_leaves_a_blank_before_its_text(texts: Texts) -> None:
    assert texts(existence("one two, three"), "one<span>two</span>, three\n") == [
        "one<span>two</span>, three"
    ]
    assert texts(existence(r"one\."), "one <span>. two</span>\n") == ["one <span>."]


def test_pictures_are_read_for_their_text_but_not_for_their_title(texts: Texts) -> None:
    text = (
        'See ![alpha one](a.png "alpha two") or <img src="b.png" alt="alpha three" title="alpha four"> now.\n'
    )
    assert texts(existence(r"alpha \w+"), text) == ["alpha one", "alpha three"]
    assert texts(existence(r"alpha \w+", scope="alt"), text) == ["alpha one", "alpha three"]


def test_the_caption_of_a_figure_has_its_own_scope(texts: Texts) -> None:
    text = "<figure><img src=a.png alt='alpha one'><figcaption>alpha two</figcaption></figure>\n"
    assert texts(existence(r"alpha \w+", scope="figure.caption"), text) == ["alpha two"]


@pytest.mark.parametrize("attribute", ['class="footnote"', 'class="sr-only"', 'markdown="1"'])
def test_attributes_neither_hide_nor_turn_into_markdown(texts: Texts, attribute: str) -> None:
    assert texts(existence("[*]alpha[*]"), f"<p {attribute}>An *alpha*.</p>\n") == ["*alpha*"]


def test_a_pattern_without_blanks_excuses_nothing_around_it(texts: Texts) -> None:
    rule = existence(r"\w+/\w+") + "exceptions: ['left/\\S+', 'or else']\n"
    assert texts(rule, "Left/right, left/right/on, and/or else.\n") == ["Left/right", "and/or"]


@pytest.mark.parametrize(
    "text",
    [
        "See Code.gov.| The list is there.",
        "See Code.gov. We keep the list.",
        "It ran 1.80.1.| However, it failed.",
        "Pens, paper, etc.| They lay there.",
        "Pens, paper, etc. lay there.",
        "He stopped...| but went on.",
        "He stopped... and went on.",
        "She said “no.”| if only once.",
        "She said “no.” and left.",
        "He said no.| Nobody heard.",
        "See No. 5 of the list.",
        "It is Mr. Grey of Inc. fame.",
        "It was 1999.| Nobody knew.",
        "It was the 7. or 8. time.",
        "The dots . . . go on.",
        "A. Smith asked.| Nobody answered!| Why?",
    ],
)
def test_sentences(text: str) -> None:
    plain = text.replace("|", "")
    assert "|".join(plain[start:end] for start, end in segments(plain)) == text.replace("| ", "|")
