"""An age that does not follow from the year of birth beside it."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.language import language
from linter.analyses.sentences import sentence_around
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages import speech
from linter.languages.phrases import GAP
from linter.matching import re
from linter.matching.letters import CAPITALS, SMALL
from linter.matching.regexes import lazy
from linter.messages import either
from linter.namedtuples import NamedTuple
from linter.topics.dates.anchors import Anchor, anchors, beside, day_of
from linter.topics.dates.lives.ages_in_years import Age, ages_bare, ages_in_years, ages_then, ages_turned
from linter.topics.dates.lives.ages_lived import lived, names_another
from linter.topics.dates.lives.lifetimes import (
    BETWEEN,
    DIED,
    Lifetime,
    born_before,
    born_beside,
    is_of_one_person,
    is_plain,
    lifetimes,
)
from linter.topics.dates.lives.lives_told import told_lives
from linter.topics.dates.publication import published
from linter.topics.dates.reading.forms import compiled, counted, forms, possible
from linter.topics.dates.reading.model import OLDEST
from linter.topics.dates.wording import word_set, words_at

_WITH_AGE = lazy(rf"(?:[-\w]*)(?:{GAP}[^\W\d_]+){{0,2}}")
"""Two words may stand with an age before the birth is told ("the 44-year-old new director, born …")."""
_FEW_WORDS = 13
_FEW_NEAR = 6
_OPENING = 12
"""Characters of a sentence before the number of the age that it opens with."""
_FEW_YEARS = 2
"""A sentence with more years beside the birth tells a life, and the age may be that of any of them."""
_SLIP = 10
"""So many years an age may be off where it may as well be of an earlier day."""
_NEAR_YEAR = 2
"""An age so near to that of another year is of that year."""
_WHEN = lazy(r",\s+\w{1,3}\s*\Z")
"""A comma right before the year and its "in"."""
_YEAR_OF_LIFE = lazy(r"\d(?:-[^\W\d]{1,3}\b|\.)")
"""In an age that is an ordinal, the number of a year that is not full: "на 83-м году жизни"."""
_NAMED = lazy(rf",{GAP}+(?:[{SMALL}]+{GAP}+){{0,3}}(?:[{CAPITALS}][\w'’-]+(?:{GAP}+|(?=,))){{1,3}}")
"""Who it is, right behind the birth that begins the sentence, some words before the name at the most."""
_BORN_ONE = lazy(rf"(?:{GAP}+[{CAPITALS}][\w'’-]+){{1,3}}")
"""Who it is, right behind a participle: "die 1968 geborene Petra Seidel"."""
_MARK = lazy(rf"{GAP}*,?{GAP}*")


class Life(NamedTuple):
    """One person of one sentence: the age that is said and the years it must agree with."""

    block: int
    start: int
    end: int
    age: int
    """In full years, at ``prose[start:end]``."""
    birth: Anchor
    death: Anchor | None
    """Nothing if the sentence tells no death; the age is then that at the time of writing."""
    at_event: bool = False
    """It is no death but what the person did at that age."""
    among_years: bool = False
    """The sentence tells of other years, too, and the age may be of a day between them."""


def lives(article: Article) -> Iterator[Life]:
    """The years of birth with the same person's age beside them, that of today or that at death."""
    found = list(_beside_births(article))
    yield from found
    for told in lived(article):
        read = (one for one in found if one.block == told.birth.block)
        if not any(one.start < told.end and told.start < one.end for one in read):
            yield Life(told.birth.block, told.start, told.end, told.years, told.birth, told.death)


def _beside_births(article: Article) -> Iterator[Life]:
    code = language(article)
    whole = lifetimes(article)
    died = [life for lifetime in whole for life in _at_death(article, lifetime, code)]
    yield from died
    births = {lifetime.birth for lifetime in whole}
    for told in told_lives(article):
        if all(life.birth != told.birth for life in died):
            births.add(told.birth)
            yield _life(told.age, told.birth, told.death)
    for birth in anchors(article):
        if not birth.quoted and birth not in births:
            yield from list(_today(article, birth, code)) or _in_next_sentence(article, birth, code)
            yield from _at_event(article, birth, code)
            yield from _in_year(article, birth, code)
            yield from _then(article, birth, code)
            yield from _first(article, birth, code)
            yield from _turned(article, birth, code)


def _at_death(article: Article, lifetime: Lifetime, code: str) -> Iterator[Life]:
    """ "died in 2010 in Ulm, at the age of 85"."""
    birth, death = lifetime
    prose = article.blocks[birth.block].text.prose
    _, end = sentence_around(prose, birth.start, death.end)
    ages = _ages(prose, death.end, end, code, "ages.at-death")
    small = word_set(code, DIED, BETWEEN)
    if len(ages) == 1 and is_plain(prose, death.end, ages[0].start, code, small):
        yield _life(ages[0], birth, death)


def _today(article: Article, birth: Anchor, code: str) -> Iterator[Life]:
    """ "born in 1980, now 44", "the 44-year-old director, born in 1980": that of no other year beside."""
    prose = article.blocks[birth.block].text.prose
    start, end = sentence_around(prose, birth.start, birth.end)
    born = born_beside(prose, birth, code, start)
    others = beside(article, birth, start, end)
    if born is None or len(others) > _FEW_YEARS:
        return
    every = _ages(prose, start, end, code, "ages.today")
    ages = [age for age in every if _is_of(prose, age, born, birth, code)]
    if len(ages) != 1:
        return
    if not any(abs(other.year - birth.year - ages[0].years) <= _NEAR_YEAR for other in others):
        yield _life(ages[0], birth, None)._replace(among_years=bool(others))


def _in_next_sentence(article: Article, birth: Anchor, code: str) -> Iterator[Life]:
    """ "Sie wurde 1943 geboren. Sie ist 57 Jahre alt.": the first sentence ends with the birth."""
    prose = article.blocks[birth.block].text.prose
    start, end = sentence_around(prose, birth.start, birth.end)
    born = born_beside(prose, birth, code, start)
    if born is None or end >= len(prose) or beside(article, birth, start, end):
        return
    if not is_plain(prose, max(birth.end, born.end()), end, code, word_set(code, BETWEEN)):
        return
    _, stop = sentence_around(prose, end + 1, end + 2)
    ages = _ages(prose, end, stop, code, "ages.today")
    own = [age for age in ages if _is_of(prose, age, born, birth._replace(end=end), code)]
    if len(own) == 1:
        yield _life(own[0], birth, None)


def _at_event(article: Article, birth: Anchor, code: str) -> Iterator[Life]:
    """ "Born in 1980, she was 22 years old when she won the title in 2002": one year more in the sentence."""
    prose = article.blocks[birth.block].text.prose
    start, end = sentence_around(prose, birth.start, birth.end)
    others = beside(article, birth, start, end)
    born = born_beside(prose, birth, code, start)
    if born is None or len(others) != 1 or others[0].start < birth.end:
        return
    for told in ages_then(prose, birth.end, others[0].start, code):
        one = is_of_one_person(prose[max(birth.end, born.end()) : told.start], code, _FEW_WORDS)
        if one and _is_one_clause(prose[told.end : others[0].start], code):
            yield _life(told, birth, others[0])._replace(at_event=True)
            return
    ages = _ages(prose, birth.end, others[0].start, code, "ages.today")
    if len(ages) != 1 or born.start() > birth.end:
        return
    mark = _MARK.match(prose, ages[0].end)
    then = words_at(code, "dates.ages.then").match(prose, mark.end()) if mark else None
    small = word_set(code, "dates.ages.now", BETWEEN)
    if then and is_plain(prose, birth.end, ages[0].start, code, small):
        yield _life(ages[0], birth, others[0])._replace(at_event=True)


def _in_year(article: Article, birth: Anchor, code: str) -> Iterator[Life]:
    """ "Born in 1950, he studied law and died in 2010 at the age of 60", "…, he turned 44 in 1994".

    Where no other year stands in the sentence, the next one may tell it: "… in Ulm. In 1994 he turned 44".
    """
    prose = article.blocks[birth.block].text.prose
    start, end = sentence_around(prose, birth.start, birth.end)
    born = born_beside(prose, birth, code, start)
    others = beside(article, birth, start, end) if born else []
    if born and not others:
        end = sentence_around(prose, end + 1, end + 2)[1]
        others = beside(article, birth, start, end)
    if born is None or len(others) != 1 or born_before(prose, others[0], code, birth.end):
        return
    begin, stop = min(born.start(), birth.start), max(born.end(), birth.end)
    for told in ages_in_years(prose, start, end, code):
        between = prose[stop : told.start] if told.start > stop else prose[told.end : begin]
        is_event = others[0].start <= told.year < others[0].end and told.age <= OLDEST
        _, stopped = sentence_around(prose, birth.start, birth.end)
        behind = prose[birth.end : stopped] if told.end < begin and "." in between else ""
        if is_event and _is_of_same(between, code) and not names_another(behind, code):
            yield Life(birth.block, told.start, told.end, told.age, birth, others[0], at_event=True)
            return


def _is_of_same(between: str, code: str) -> bool:
    """Whether the words between a birth and an age go on with one person.

    Those of the next sentence name nobody; where nouns look like names they begin with "she".
    """
    _, stop, following = between.partition(". ")
    if not is_of_one_person(between, code, _FEW_WORDS * (2 if stop else 1)):
        return False
    if not following or not speech(code).names.capital_nouns:
        return not names_another(following, code)
    return following.split()[0].lower() in word_set(code, BETWEEN)


def _then(article: Article, birth: Anchor, code: str) -> Iterator[Life]:
    """ "When she became minister in 2017, the lawyer, born in 1980, was 37": the event is told first."""
    prose = article.blocks[birth.block].text.prose
    start, end = sentence_around(prose, birth.start, birth.end)
    others = beside(article, birth, start, end)
    born = born_beside(prose, birth, code, start)
    if born is None or len(others) != 1 or not start <= others[0].start < birth.start:
        return
    ages = _ages(prose, birth.end, end, code, "ages.today") or list(ages_bare(prose, birth.end, end, code))
    if len(ages) != 1 or not is_of_one_person(prose[start : ages[0].start], code, 2 * _FEW_WORDS):
        return
    was = words_at(code, "dates.ages.was")
    near = prose[birth.end : ages[0].start]
    said = was.search(near) or was.search(prose, others[0].end, min(born.start(), birth.start))
    if (
        said
        and words_at(code, "dates.ages.then").search(prose, start, end)
        and len(near.split()) <= _FEW_NEAR
    ):
        yield _life(ages[0], birth, others[0])._replace(at_event=True)


def _first(article: Article, birth: Anchor, code: str) -> Iterator[Life]:
    """ "At 29, Ines Calder, born in 1990, took over the shipyard in 2019": the age opens the sentence."""
    prose = article.blocks[birth.block].text.prose
    start, end = sentence_around(prose, birth.start, birth.end)
    others = beside(article, birth, start, end)
    born = born_beside(prose, birth, code, start)
    if born is None or len(others) != 1 or born.end() <= others[0].start < birth.start:
        return
    begin = min(born.start(), birth.start)
    ages = [age for age in _ages(prose, start, begin, code, "ages.at-death") if age.start - start <= _OPENING]
    ages = ages or list(ages_then(prose, start, min(begin, start + 3 * _OPENING), code))
    if len(ages) == 1 and is_of_one_person(prose[ages[0].end : begin], code, _FEW_WORDS):
        yield _life(ages[0], birth, others[0])._replace(at_event=True)


def _turned(article: Article, birth: Anchor, code: str) -> Iterator[Life]:
    """ "In 2024 Ines Calder, born in 1950, turned 74": the year opens the sentence."""
    prose = article.blocks[birth.block].text.prose
    start, end = sentence_around(prose, birth.start, birth.end)
    others = beside(article, birth, start, end)
    if len(others) != 1 or others[0].end > birth.start:
        return
    year, born = others[0], born_beside(prose, birth, code, start)
    if born is None or born.start() < year.end:
        return
    place = max(born.end(), birth.end)
    for told in ages_turned(prose, year.end, place, end, code):
        if is_of_one_person(prose[year.end : told.start], code, 2 * _FEW_WORDS):
            yield _life(told, birth, year)._replace(at_event=True)
            return


def _is_one_clause(between: str, code: str) -> bool:
    """Whether the words between an age and the year of an event tell of one event only."""
    clause = _WHEN.sub("", between)
    words = clause.lower().split()
    joined = word_set(code, "numbers.and").isdisjoint(words)
    return is_of_one_person(clause, code, _FEW_WORDS) and joined and "," not in clause.lstrip(" ,")


def _is_of(prose: str, age: Age, born: re.Match[str], birth: Anchor, code: str) -> bool:
    """Whether only the same person, a place and "now" stand between the birth and the age."""
    mark = _MARK.match(prose, age.end)
    if mark and words_at(code, "dates.ages.then").match(prose, mark.end()):
        return False
    told = max(birth.end, born.end())
    if age.start > told:
        named = _NAMED.match(prose, told)  # "Born in 1990, Maria Lopez is now 34"
        begin = named.end() if named and not prose[: born.start()].strip() else told
        if born.start() > birth.end and (one := _BORN_ONE.match(prose, told)):
            begin = one.end()
        return is_plain(prose, begin, age.start, code, word_set(code, "dates.ages.now"))
    until = min(birth.start, born.start())
    if age.end > until:
        return False
    match = None if prose[age.end - 1] == "," else _WITH_AGE.match(prose, age.end, until)
    rest = match.end() if match else age.end
    return is_plain(prose, rest, until, code, word_set(code, BETWEEN))


def _life(age: Age, birth: Anchor, death: Anchor | None) -> Life:
    return Life(birth.block, age.start, age.end, age.years, birth, death)


def _ages(prose: str, start: int, end: int, code: str, path: str) -> list[Age]:
    """The ages of a sentence in figures or words, each once."""
    found: dict[int, Age] = {}
    for form in possible(forms(code, path), prose[start:end].lower()):
        for match in compiled(form.pattern).finditer(prose, start, end):
            first, years = counted(match, code)
            if years is not None and years <= OLDEST:
                begin = match.start() if match.start() < match.start("number") else first
                found.setdefault(first, Age(begin, match.end(), years))
    return list(found.values())


class AgeArithmeticParams(NamedTuple):
    years_off: int = 1
    """How many years an age may be off beyond what the birthday explains, where no death is told."""


class AgeArithmetic(Check):
    """Compares an age with the years of birth and death, or of birth and publication, in one sentence."""

    Params = AgeArithmeticParams
    fields = frozenset({"age", "birth", "until", "computed"})
    variants = frozenset({"at-death", "by-day"})
    needs = ("dates.ages.today",)
    triggers = ("dates.lives.born", "dates.lives.died", "dates.lives.told", "dates.ages.lived-to")

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        found = list(lives(article))
        basis = published(article)
        for life in found:
            until = life.death.year if life.death else basis.day.year if basis else None
            if until is None:
                continue
            if self._differs(life, until):
                yield _alarm(article, life, until)
            elif (exact := _age_by_day(article, life)) not in (None, life.age):
                yield _alarm(article, life, until, exact)
        if found:
            yield Count("ages beside a year of birth", len(found))

    def _differs(self, life: Life, until: int) -> bool:
        computed = until - life.birth.year
        if life.among_years and abs(life.age - computed) > _SLIP:
            return False
        slack = 0 if life.death else self.params.years_off
        return computed >= 0 and not computed - 1 - slack <= life.age <= computed + slack


def _age_by_day(article: Article, life: Life) -> int | None:
    """The age at a death, if the text has the days of it and of the birth."""
    prose = article.blocks[life.block].text.prose
    if life.death is None or life.at_event or _YEAR_OF_LIFE.search(prose, life.start, life.end):
        return None
    birth, death = (day_of(article, each) for each in (life.birth, life.death))
    if birth is None or death is None:
        return None
    return death.year - birth.year - ((death.month, death.day) < (birth.month, birth.day))


def _alarm(article: Article, life: Life, until: int, exact: int | None = None) -> Alarm:
    text = article.blocks[life.block].text
    computed = until - life.birth.year
    either_year = [str(max(0, computed - 1)), str(computed)]
    fields = {
        "age": str(life.age),
        "birth": str(life.birth.year),
        "until": str(until),
        "computed": either(either_year if exact is None else [str(exact)]),
    }
    related = [Related(text.span(life.birth.start, life.birth.end), "the birth")]
    if life.death:
        at_event = life.at_event
        place = text.span(life.death.start, life.death.end)
        related.append(Related(place, "the event" if at_event else "the death"))
    elif basis := published(article):
        related.append(Related(basis.span, basis.label))
    variant = "" if life.at_event or not life.death else "at-death" if exact is None else "by-day"
    return Alarm(text.span(life.start, life.end), fields, tuple(related), variant=variant)
