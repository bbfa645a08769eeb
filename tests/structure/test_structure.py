"""The corners of the checks of structure that no example of a rule shows."""

from __future__ import annotations

import pytest

from linter.article.read import read_article
from linter.check import Alarm, Check, Count, Setup
from linter.finding import Severity
from linter.topics.residue.metadata_in_text import MetadataInText
from linter.topics.structure.doubles import doubles
from linter.topics.structure.duplicate_paragraph import DuplicateParagraph, DuplicateParagraphParams
from linter.topics.structure.empty_section import EmptySection
from linter.topics.structure.missing_headline import MissingHeadline, MissingHeadlineParams
from linter.topics.structure.repeated_word import APART, LONG_TEXT, UNEDITED, RepeatedWord
from linter.topics.structure.truncated_text import TruncatedText, TruncatedTextParams
from linter.topics.structure.unbalanced_quote import UnbalancedQuote, UnbalancedQuoteParams

LONG = "The council has voted to keep the old swimming pool open for another whole year, against the mayor."
OTHER = "Two thousand people had signed a petition for it, more than one in four of those who may vote in it."
CHECKS: list[Check] = [
    DuplicateParagraph(DuplicateParagraphParams(), Setup()),
    EmptySection(None, Setup()),
    MetadataInText(None, Setup()),
    MissingHeadline(MissingHeadlineParams(), Setup()),
    RepeatedWord(None, Setup()),
    TruncatedText(TruncatedTextParams(), Setup()),
    UnbalancedQuote(UnbalancedQuoteParams(), Setup()),
]


def outcomes(check: Check, source: str, path: str = "a.md") -> list[Alarm | Count]:
    return list(check.run(read_article(source, path)))


def texts(check: Check, source: str, path: str = "a.md") -> list[str]:
    alarms = [each for each in outcomes(check, source, path) if isinstance(each, Alarm)]
    return [source[slice(*alarm.span)] for alarm in alarms]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: type(check).__name__)
@pytest.mark.parametrize("source", ["", "\n", "---\ntitle: x\n---\n", "\ufeff", "# \n", "```\ncode\n```\n"])
def test_nothing_to_say_of_an_empty_article(check: Check, source: str) -> None:
    assert texts(check, source) == []


def test_a_run_of_paragraphs_is_one_alarm_that_shows_the_first_run() -> None:
    source = f"# Head\n\nLead.\n\n{LONG}\n\n{OTHER}\n\nBetween.\n\n{LONG}\n\n{OTHER}\n"
    [alarm] = outcomes(DuplicateParagraph(DuplicateParagraphParams(min_letters=60), Setup()), source)
    assert isinstance(alarm, Alarm)
    assert source[slice(*alarm.span)] == f"{LONG}\n\n{OTHER}"
    assert alarm.span.start == source.rindex(LONG)
    assert source[slice(*alarm.related[0].span)] == f"{LONG}\n\n{OTHER}"
    assert alarm.severity is None


def test_under_another_heading_a_repeated_paragraph_is_only_noted() -> None:
    source = f"# Head\n\nLead.\n\n{LONG}\n\n## Next\n\n{OTHER}\n\n{LONG}\n"
    [alarm] = outcomes(DuplicateParagraph(DuplicateParagraphParams(min_letters=60), Setup()), source)
    assert isinstance(alarm, Alarm)
    assert alarm.severity is Severity.INFO


def test_a_section_may_hold_nothing_but_an_image() -> None:
    check = EmptySection(None, Setup())
    series = "".join(f"## {name}\n\nText.\n\n" for name in "CDE")
    assert texts(check, f"# A\n\nLead.\n\n## B\n\n![](x.png)\n\n{series}") == []
    assert texts(check, f"# A\n\nLead.\n\n## B {{#id}}\n\n---\n\n<!-- note -->\n\n{series}") == ["B"]
    assert texts(check, f"# A\n\nLead.\n\nB\n-\n\n{series}") == ["B"]
    assert texts(check, f"# A\n\n## B\n\n{series}") == []  # a title under a title


def test_a_heading_in_no_series_is_a_kicker_or_a_farewell() -> None:
    check = EmptySection(None, Setup())
    assert texts(check, "# A\n\n## B\n\n## C\n\nText.\n") == []
    series = "".join(f"## {name}\n\nText.\n\n" for name in "CDE")
    assert texts(check, f"# A\n\n{series}## See you there!\n") == []
    assert texts(check, f"# A\n\n{series}## Further reading\n") == ["Further reading"]


def test_comments_between_headings_are_read_in_linear_time() -> None:
    check = EmptySection(None, Setup())
    assert texts(check, "# A\n\n## B\n\n" + "<!-- x --> " * 20_000 + "text\n\n## C\n\nText.\n") == []


def test_header_lines_are_the_custom_of_plain_text() -> None:
    check = MetadataInText(None, Setup())
    body = f"{LONG} {OTHER}"
    assert texts(check, f"date 2024-08 The pool stays open\n\n{body}\n", "a.txt") == ["date 2024-08"]
    assert texts(check, f"date: 2024-08-19\n\nThe pool stays open\n\n{body}\n", "a.txt") == []


@pytest.mark.parametrize(("end", "severity"), [("[…]", Severity.INFO), ("[+2841 chars]", None)])
def test_brackets_at_the_end(end: str, severity: Severity | None) -> None:
    [alarm] = outcomes(TruncatedText(TruncatedTextParams(), Setup()), f"# Head\n\n{LONG} {end}\n")
    assert isinstance(alarm, Alarm)
    assert (alarm.fields["text"], alarm.severity) == (end, severity)


def test_many_open_quotations_are_a_habit() -> None:
    source = f"# Head\n\nHe said: “{LONG}\n\nShe said: “{OTHER}\n\nThe end.\n"
    assert outcomes(UnbalancedQuote(UnbalancedQuoteParams(), Setup()), source) == [
        Count("articles with many open quotations")
    ]


def test_the_headline_check_names_the_keys_that_it_reads() -> None:
    [alarm] = outcomes(MissingHeadline(MissingHeadlineParams(min_words=5), Setup()), LONG + "\n")
    assert isinstance(alarm, Alarm)
    assert "title" in alarm.fields["keys"]
    assert outcomes(MissingHeadline(MissingHeadlineParams(min_words=5), Setup()), f"# Head\n\n{LONG}\n") == []


def test_a_page_of_a_person_needs_no_headline() -> None:
    check = MissingHeadline(MissingHeadlineParams(min_words=5), Setup())
    for named, severity in (("firstName: Anna", Severity.INFO), ("photo: anna.jpg", None)):
        [alarm] = outcomes(check, f"---\n{named}\ncity: Newtown\n---\n\n{LONG}\n")
        assert isinstance(alarm, Alarm)
        assert alarm.severity is severity


def test_doubles_are_found_longest_first_and_only_once() -> None:
    prose = "We sit in a in a room, and and—and the the bath. “It it is” (or so). A\u00a0a b."
    found = [prose[double.start : double.end] for double in doubles(prose)]
    assert found == ["in a in a", "and and", "the the", "It it", "A\u00a0a"]


@pytest.mark.parametrize(
    "prose",
    ["of. of", "of, of", "of—of", "«of» of", "of of2", "of/of", "1 1", "of-of of", "of — of", "of\n\nof"],
)
def test_what_is_no_double(prose: str) -> None:
    assert not list(doubles(f"Some {prose} these."))


def test_a_doubled_word_of_subtitles_is_only_noted() -> None:
    source = "1\n00:00:01,000 --> 00:00:04,000\nWe went to the the harbour.\n"
    [alarm] = outcomes(RepeatedWord(None, Setup()), source, "a.srt")
    assert isinstance(alarm, Alarm)
    assert alarm.severity is Severity.INFO
    [alarm] = outcomes(RepeatedWord(None, Setup()), "We went to the the harbour.\n")
    assert isinstance(alarm, Alarm)
    assert alarm.severity is None


@pytest.mark.parametrize(("turns", "severity"), [(12, None), (25, Severity.INFO)])
def test_a_long_talk_is_a_transcript(turns: int, severity: Severity | None) -> None:
    talk = "**Anna**: We saw some of them.\n\n**Bert**: And then?\n\n" * turns
    for said, level in (("**Anna**: I saw the the pool.\n", severity), ("- We saw the the pool.\n", None)):
        [alarm] = outcomes(RepeatedWord(None, Setup()), f"# Talk\n\n{talk}{said}")
        assert isinstance(alarm, Alarm)
        assert alarm.severity is level


@pytest.mark.parametrize(
    ("turns", "severity"),
    [
        ("**Anna**: We saw them.\n\n**Bert**: And then?\n\n", Severity.INFO),
        ("**Anna** We saw them.\n\n**Bert** And then?\n\n", Severity.INFO),
        ("**Anna:**\nWe saw them.\n\n**Bert:**\nAnd then?\n\n", Severity.INFO),
        ("[00:10:04] **Anna:** We saw them.\n\n[00:10:09] **Bert:** And then?\n\n", Severity.INFO),
        ("Anna: [00:10:04] We saw them.\n\nBert: [00:10:09] And then?\n\n", Severity.INFO),
        ("*Anna (10:04)*\nWe saw them.\n\n*Bert (1:10:09)*\nAnd then?\n\n", Severity.INFO),
        ("**Anna [10:04]:**\nWe saw them.\n\n**Bert [10:09]:** And then?\n\n", Severity.INFO),
        ("**10:04**\nWe saw them.\n\n**10:09**\nAnd then?\n\n", Severity.INFO),
        ("- 10:04\n- Anna (left)\n\n", None),
        ("From: Anna\n\nDate: 4 May\n\n", None),
    ],
)
def test_a_turn_of_a_long_talk_goes_on_in_the_next_paragraph(turns: str, severity: Severity | None) -> None:
    [alarm] = outcomes(RepeatedWord(None, Setup()), f"# Talk\n\n{turns * 25}We saw the the pool.\n")
    assert isinstance(alarm, Alarm)
    assert alarm.severity is severity


@pytest.mark.parametrize(
    ("doubles", "length", "severity"),
    [
        (UNEDITED, LONG_TEXT + 100, Severity.INFO),
        (UNEDITED - 1, LONG_TEXT + 100, None),
        (UNEDITED, LONG_TEXT - 1000, None),
        (UNEDITED, UNEDITED * APART, None),
    ],
)
def test_so_many_doubles_as_nobody_leaves_are_speech(
    doubles: int, length: int, severity: Severity | None
) -> None:
    words = ["the", "of", "in", "is", "to", "my", "it", "and", "we"][:doubles]
    said = "\n\n".join(f"Nobody saw how {word} {word} looked from the pool." for word in words)
    more = "The pool is open. " * ((length - len(said)) // 18 + 1)
    found = outcomes(RepeatedWord(None, Setup()), f"{said}\n\n{more}")
    assert {each.severity for each in found if isinstance(each, Alarm)} == {severity}


def test_doubled_words_of_a_transcript_are_only_noted() -> None:
    turns = "".join(f"**Anna**: We saw {number} of them.\n\n**Bert**: And then?\n\n" for number in range(4))
    stammered = "**Anna**: We went to the the pool, on on a day that my my mother chose.\n"
    for said, severity in ((stammered, Severity.INFO), ("**Anna**: I saw the the pool.\n", None)):
        alarms = outcomes(RepeatedWord(None, Setup()), f"# Talk\n\n{turns}{said}")
        assert alarms
        assert {alarm.severity for alarm in alarms if isinstance(alarm, Alarm)} == {severity}
    assert all(
        isinstance(alarm, Alarm) and alarm.severity is None
        for alarm in outcomes(RepeatedWord(None, Setup()), f"# Talk\n\n{stammered}")
    )
