"""A headline of another story: the text lacks a name of it, and takes up nothing of what else it says.

Either happens over the right text: puns share no word with it, and a portrait does without the surname. Both
at once were not met over 19,000 real texts, and over one in five that bore the headline of another. Nor was a
longer headline without any of its words, unless the first line of a text was only taken for one.
"""

from __future__ import annotations

from linter.analyses import analysis
from linter.article.model import HEADING, Article
from linter.languages import speech
from linter.topics.names import haystack, headline, lists
from linter.topics.names.headlines.echo import FAMILIAR, SHORTEST, Relation, familiar, relation
from linter.topics.names.headlines.excuses import excused, titled
from linter.topics.names.headlines.headline_kinds import special_form
from linter.topics.names.headlines.missing import MissingName, missing_names
from linter.topics.names.headlines.score import REMARK

_FEWEST, _FEWEST_BESIDE_ANY = 2, 3
"""Other words of a headline with a person or a solid name, and of one with whatever else has a capital."""
_FEWEST_ALONE = 4
"""Words of a headline without such a name …"""
_FAMILIAR_ALONE = 0.75
"""… of which so many are no jargon or slang that the text has in other words …"""
_TOLD = 150
"""… above a text of so many words."""


@analysis
def missing_besides(article: Article) -> tuple[MissingName, ...]:
    """The names that the text lacks, if it lacks the rest of the headline as well; else none."""
    missing = tuple(each for each in missing_names(article) if _counts(each, article))
    if not missing or not _tells(article):
        return ()
    found = relation(article)
    lacking = [word for each in missing for word in each.candidate.words if len(word.text) >= SHORTEST]
    others = found.words - len(lacking)
    sure = any(each.solid or each.score >= REMARK for each in missing)
    if others < (_FEWEST if sure else _FEWEST_BESIDE_ANY):
        return ()
    if familiar(headline(article), haystack(article)) < FAMILIAR:
        return ()
    echo = speech(haystack(article).language).names.headline_echo
    return missing if found.words * found.strength <= others * echo else ()


def takes_up_nothing(found: Relation, article: Article) -> bool:
    """Whether there is nothing at all of a longer headline in the text."""
    if found.strength > 0 or found.words < _FEWEST_ALONE:
        return False
    if familiar(headline(article), haystack(article)) < _FAMILIAR_ALONE:
        return False
    return haystack(article).words >= _TOLD and _tells(article)


def marked(article: Article) -> bool:
    """Is the headline marked as one, above no other, and more than the first line of a text?"""
    top = article.field("title") is not None or article.blocks[0].level == 1
    return top and not any(block.kind == HEADING and block.level == 1 for block in article.blocks)


def _tells(article: Article) -> bool:
    """Does the headline say in a sentence what the text is about?"""
    return marked(article) and not titled(article) and not special_form(article)


def _counts(found: MissingName, article: Article) -> bool:
    """Is it a name, as far as a capital tells, and may the text not lack it?"""
    spoken = haystack(article).language
    words = [word.text for word in found.candidate.words]
    listed = lists.place(found.name) is not None or any(map(lists.surname, words))
    if not listed and (_begins(found, article) or all(lists.ordinary(word, spoken) for word in words)):
        return False
    return not excused(found, article)


def _begins(found: MissingName, article: Article) -> bool:
    """Is it the first word of the headline, which has a capital in any case?"""
    assert article.headline is not None
    before = article.headline.prose[: found.candidate.start]
    return len(found.candidate.words) == 1 and not any(map(str.isalpha, before))
