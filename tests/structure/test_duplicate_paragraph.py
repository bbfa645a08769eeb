"""Which sentences and paragraphs are the same, and which may come again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.article.read import read_article
from linter.check import Alarm, Setup
from linter.finding import Severity
from linter.topics.structure.duplicate_paragraph import DuplicateParagraph, DuplicateParagraphParams
from tests.cost import assert_linear

POOL = "The council has voted to keep the old swimming pool open for another whole year, against the mayor."
CLUB = "The club has paid half of what the new roof will cost."


def alarms(source: str, **params: int) -> list[Alarm]:
    check = DuplicateParagraph(DuplicateParagraphParams(**params), Setup())
    article = read_article(f"---\nlang: en\n---\n\n{source}\n", "a.md")
    return [each for each in check.run(article) if isinstance(each, Alarm)]


def kinds(source: str, **params: int) -> list[str]:
    return [each.variant for each in alarms(source, **params)]


@pytest.mark.parametrize(
    "text",
    [
        "The pool stays open until summer. The pool stays open until summer.",
        "(The pool stays open until summer. The pool stays open until summer.",
        "The pool stays open until summer. “The pool stays open until summer.”",
        "the pool stays open until summer. The pool stays open until summer.",
        "The pool stays open, until summer! The pool stays open until summer.",
        f"{CLUB} The mayor gave in. {CLUB}",
    ],
)
def test_a_sentence_again(text: str) -> None:
    assert kinds(text) == ["sentence"]


@pytest.mark.parametrize(
    "text",
    [
        "The pool stays open until summer... The pool stays open until summer...",
        "The pool stays open until summer. The pool stays open until spring.",
        "The pool is open. The pool is open.",
        "The pool stays open until summer. The mayor gave in. The pool stays open until summer.",
        f"{CLUB} The mayor gave in. {CLUB} The school is happy. {CLUB}",
        f"{CLUB.lower()} The mayor gave in. {CLUB.lower()}",
        f"1 {CLUB} The mayor gave in. 1 {CLUB}",
        f"{CLUB}\\\n{CLUB}",
        f"~~{CLUB}~~ {CLUB}",
    ],
)
def test_no_sentence_again(text: str) -> None:
    assert kinds(text) == []


def test_how_long_a_sentence_is() -> None:
    text = "The pool stays open. The pool stays open."
    letters = len("Thepoolstaysopen")
    assert kinds(text, min_letters_of_sentence=letters) == ["sentence"]
    assert kinds(text, min_letters_of_sentence=letters + 1) == []
    text = "The pool stays open. The mayor gave in. The pool stays open."
    assert kinds(text, min_letters_apart=letters) == ["sentence"]
    assert kinds(text, min_letters_apart=letters + 1) == []


def test_the_sentence_and_the_first_one_are_shown() -> None:
    source = f"{CLUB} The mayor gave in. {CLUB}"
    [alarm] = alarms(source)
    head = len("---\nlang: en\n---\n\n")
    assert tuple(alarm.span) == (head + source.rindex("The club"), head + len(source))
    assert tuple(alarm.related[0].span) == (head, head + len(CLUB))


def test_a_long_text_is_shortened() -> None:
    [alarm] = alarms(f"Lead.\n\n{POOL}\n\n{POOL}")
    assert alarm.fields["text"] == "The council has voted to keep the old swimming pool open …"
    [alarm] = alarms(f"{CLUB} {CLUB}")
    assert alarm.fields["text"] == CLUB


@pytest.mark.parametrize(
    ("source", "count"),
    [
        (f"Lead.\n\n{POOL}\n\nBetween.\n\n{POOL}", 1),
        (f"{POOL}\n\n{POOL}", 0),
        (f"{POOL}\n\nBetween.\n\n{POOL}", 1),
        (f"Lead.\n\n*{POOL}*\n\nBetween.\n\n*{POOL}*", 0),
        (f"Lead.\n\n- {POOL}\n- Between.\n- {POOL}", 0),
        (f"Lead.\n\n- {POOL} {POOL[::-1]} {CLUB}\n- Between.\n- {POOL} {POOL[::-1]} {CLUB}", 1),
        (f"Lead.\n\n– {POOL}\n\nBetween.\n\n– {POOL}", 0),
        (f"Lead.\n\n{POOL[:-1]}:\n\nBetween.\n\n{POOL[:-1]}:", 0),
        (f"Lead.\n\n{POOL} https://example.org/a\n\nBetween.\n\n{POOL} https://example.org/a", 0),
    ],
)
def test_paragraphs(source: str, count: int) -> None:
    assert len(alarms(source)) == count


def test_how_long_a_paragraph_is() -> None:
    source = f"Lead.\n\n{CLUB}\n\nBetween.\n\n{CLUB}"
    letters = sum(char.isalnum() for char in CLUB)
    assert len(alarms(source, min_letters=letters)) == 1
    assert alarms(source, min_letters=letters + 1) == []


def test_far_below_it_is_only_noted() -> None:
    def severity(blocks: int) -> Severity | None:
        between = "\n\n".join(f"Paragraph {number}." for number in range(blocks))
        [alarm] = alarms(f"Lead.\n\n{POOL}\n\n{between}\n\n{POOL}")
        return alarm.severity

    assert severity(14) is None
    assert severity(15) is Severity.INFO


def test_behind_code_it_is_only_noted() -> None:
    (alarm,) = alarms(f"Lead.\n\n{POOL}\n\n```\nopen(pool)\n```\n\n{POOL}\n\n```\nshut(pool)\n```\n")
    assert alarm.severity is Severity.INFO


@pytest.mark.parametrize("opening", ["::: warning\n", "<Note>\n\n", "+\n"])
def test_in_a_box_of_its_own_it_is_only_noted(opening: str) -> None:
    (alarm,) = alarms(f"One is here.\n\nTwo.\n\n{opening}{POOL}\n\nThree is here.\n\n{opening}{POOL}\n")
    assert alarm.severity is Severity.INFO


def test_what_is_said_again_in_a_long_talk_is_only_noted() -> None:
    said = "You mean the party at the pool of the town? You mean the party at the pool of the town? We do."
    turns = "*Anna (10:04)*\nWe saw them.\n\n*Bert (10:09)*\nAnd then?\n\n"
    for talk, severity in ((turns * 25, Severity.INFO), (turns, None)):
        [alarm] = alarms(f"# Talk\n\n{talk}{said}\n")
        assert alarm.severity is severity


def test_verse_may_come_again() -> None:
    verse = "The pool is open and the water is warm\\\nand we all go home before the storm\\\nof the summer."
    assert alarms(f"Lead.\n\n{verse}\n\nBetween.\n\n{verse}", min_letters=40) == []


WORDS = (
    "the council has voted to keep the old swimming pool by the river open for a whole year against the will "
    "of its mayor who wants to build hotels there"
).split()


def changed(other: list[str], *, between: str = "", before: str = "One.\n\nTwo.\n\n") -> list[str]:
    return kinds(f"{before}{' '.join(WORDS)}\n\n{between}{' '.join(other)}")


def test_a_word_changed() -> None:
    assert changed([*WORDS[:20], "other", *WORDS[21:]]) == ["changed"]
    assert changed([*WORDS[:20], *WORDS[21:], "more", "four"]) == []
    assert changed([*WORDS[:20], "other", "new", *WORDS[22:]]) == []
    assert changed([*WORDS[:20], "more", *WORDS[20:]]) == ["changed"]
    assert changed([*WORDS[:20], "more", "new", *WORDS[20:]]) == []
    assert changed([*WORDS[:20], "12", *WORDS[20:]]) == []
    assert changed([*WORDS[:20], *WORDS[21:]]) == []
    assert changed([*["a", "b", "c", "d", "e", "f"], *WORDS[6:]]) == []
    assert changed(WORDS) == [""]


def test_where_a_changed_paragraph_may_stand() -> None:
    other = [*WORDS[:20], "other", *WORDS[21:]]
    assert changed(other, between="Between.\n\n") == ["changed"]
    assert changed(other, between="Between.\n\nThen.\n\n") == []
    assert changed(other, between="## Next\n\n") == []
    assert changed(other, before="One.\n\n") == ["changed"]
    assert changed(other, before="") == []


def test_the_cost_of_sections_over_one_paragraph_grows_with_their_number() -> None:
    def search(size: int) -> Callable[[], object]:
        sections = (f"## Part {number}\n\n{POOL}\n\n" for number in range(size // len(POOL)))
        text = "# Pool\n\nOf it.\n\n" + "".join(sections)
        return lambda: alarms(text)

    assert_linear(search, 4_000)
