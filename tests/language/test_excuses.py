"""Why passages in another language are left alone; the marks ``[[…]]`` show what is taken for one."""

from __future__ import annotations

import pytest

from linter.article.read import read_article
from linter.topics.language.excuses import excuse
from linter.topics.language.lexicon import lexicon
from linter.topics.language.passages import CLAUSE, SENTENCE, Stretch
from linter.topics.language.tokens import tokenise

PLAIN = "Le maire disait hier [[the mayor of the town was not there]] à ses amis."


def reason(text: str, *, lang: str = "en", extent: str = CLAUSE, block: int = 0) -> str:
    before, _, rest = text.partition("[[")
    inside, _, after = rest.partition("]]")
    article = read_article(f"---\nlang: fr\n---\n\n{before}{inside}{after}\n", "a.md")
    table = lexicon("fr")
    assert table is not None
    prose = article.blocks[block].text.prose
    start = prose.index(inside)
    paragraph = tokenise(prose, table)
    within = [
        place
        for place, token in enumerate(paragraph.tokens)
        if start <= token.start and token.end <= start + len(inside)
    ]
    stretch = Stretch(within[0], within[-1], lang, extent, 4, 3)
    return excuse(article, block, paragraph, stretch, table)


def test_a_plain_passage_has_no_excuse() -> None:
    assert reason(PLAIN) == ""
    assert reason(PLAIN, extent=SENTENCE) == ""


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Il disait : [[the mayor of the town was not there]] à ses amis.", "quoted"),
        ("Il disait “[[the mayor of the town]]” à ses amis.", "quoted"),
        ("Il disait “[[the mayor of the town.]]” À ses amis.", "quoted"),
        ('Il disait [[the mayor" of the town]] à ses amis.', "quoted"),
        ('Il disait [[the "mayor" of the town]] à ses amis.', ""),
        ("Il disait ([[the mayor of the town]]) à ses amis.", "gloss"),
        ("Il disait [[the mayor of the town]] à ses amis sur pic.twitter.com hier.", "tweet"),
        ("Il disait [[the mayor :smile: of the town]] à ses amis.", "no text"),
        ("Il disait :smile: hier [[the mayor of the town]] encore :smile: à ses amis.", ""),
    ],
)
def test_what_stands_around_it(text: str, why: str) -> None:
    assert reason(text) == why


def test_a_sentence_in_brackets_is_no_gloss() -> None:
    assert reason("Il disait ([[the mayor of the town was there]]) à ses amis.", extent=SENTENCE) == ""


@pytest.mark.parametrize(
    ("passage", "lang", "extent", "is_title"),
    [
        ("The Mayor Under Pressure", "en", CLAUSE, True),
        ("The Mayor Under pressure", "en", CLAUSE, True),
        ("The Mayor of pressure", "en", CLAUSE, False),
        ("The Mayor Under Heavy pressure", "en", CLAUSE, True),
        ("The Great Mayor Under strong heavy Pressure Again There", "en", CLAUSE, False),
        ("The Mayor", "en", CLAUSE, True),
        ("the rest of it", "en", CLAUSE, False),
        ("Der Bürgermeister Unter Großem Druck", "de", CLAUSE, False),
    ],
)
def test_capitals_make_a_title(passage: str, lang: str, extent: str, is_title: bool) -> None:
    text = f"Le maire disait hier [[{passage}]] à ses amis."
    assert reason(text, lang=lang, extent=extent) == ("title" if is_title else "")


@pytest.mark.parametrize(
    ("sentence", "is_title"),
    [
        ("The Mayor Under Pressure Again", True),
        ("The Mayor Under pressure Again", False),
        ("The Mayor Under It", False),
    ],
)
def test_a_whole_sentence_is_a_title_if_all_words_have_capitals(sentence: str, is_title: bool) -> None:
    assert reason(f"Il est là. [[{sentence}]].", extent=SENTENCE) == ("title" if is_title else "")
    assert reason(f"Il est là. [[{sentence}]].", extent=CLAUSE) == "title"


@pytest.mark.parametrize(
    ("before", "is_title"),
    [
        ("sous le titre", True),
        ("sous le titre de la", True),
        ("sous le titre de la une", False),
        ("sous le titre quelque", False),
        ("intitulé", True),
        ("sous le toit", False),
    ],
)
def test_a_title_is_announced(before: str, is_title: bool) -> None:
    text = f"Il écrivit {before} [[the mayor of the town was not there]] à ses amis."
    assert reason(text) == ("title" if is_title else "")


def test_an_address_follows_a_title() -> None:
    assert reason("Il lit [[the mayor of the town was there]] https://example.org/mayor") == "title"
    assert reason("Il lit [[the mayor of the town was there]] encore https://example.org/mayor") == ""
    assert reason("Il lit [[the mayor of the town was there]]\n\n    https://example.org/mayor") == "title"
    assert reason("Il lit [[the mayor of the town was there]]\n\nVoir https://example.org/mayor") == ""


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("Il dirige [[the Office of the mayor]] (OTM) à Lyon.", True),
        ("Il dirige [[the Office of the mayor]] (Otm) à Lyon.", False),
        ("Il dirige [[the Office of the mayor]] (OM) à Lyon.", False),
        ("Il dirige [[the office of the mayor]] (OTM) à Lyon.", False),
        ("Il dirige [[the Office of the mayor]] OTM à Lyon.", False),
        ("Il dirige (OTM) [[the Office of the mayor]] à Lyon.", True),
        ("Il dirige [[the Office of the mayor and of all that he has to do in town]] (OTM) à Lyon.", False),
    ],
)
def test_a_name_with_its_acronym(text: str, is_name: bool) -> None:
    assert (reason(text) == "name") is is_name


def test_lists_of_works_explain_themselves() -> None:
    entries = "make — [[the tool of the town]]\n\npida — un outil\n\nvim — un éditeur"
    assert reason(entries) == "listed"
    assert reason("make — [[the tool of the town]] encore là.\n\npida — un outil.") == ""


def test_a_line_among_lines_in_other_languages() -> None:
    assert reason("[[The mayor of the town was there]]\n\nThe other mayor was not there\n\nRien.") == "listed"
    assert reason("[[The mayor of the town was there]]\n\nLe maire de la ville était là\n\nRien.") == ""
    assert reason("[[The mayor of the town was there]].\n\nThe other mayor was not there\n\nRien.") == ""
    long = "The other mayor was not there " * 6
    assert reason(f"[[The mayor of the town was there]]\n\n{long}\n\nRien.") == ""
