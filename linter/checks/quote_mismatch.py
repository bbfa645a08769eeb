"""A quotation that the article words in two ways."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from linter.analyses.quoted_twice import Token, Variant, quoted_twice
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.finding import Related, Severity
from linter.regexes import lazy

_PERSONS = frozenset(
    """
    i you he she it we they me him her us them my your his its our their this that je tu il elle on
    nous vous ils elles me te se le la les lui leur mon ton son ma ta sa mes tes ses notre votre nos
    vos leurs ce cet cette ces cela ca qui que celui celle y en j m t s l d c n qu ich du er sie es wir ihr
    mich dich ihn uns euch ihnen mir dir ihm mein dein sein unser euer meine meinen meinem meiner deine deinen
    seine seinen seinem seiner seines ihre ihren ihrem ihrer ihres unsere unseren unserem unserer
    yo el ella nosotros ellos ellas nos os mi tu su nuestro esto eso lo io lui lei noi voi loro mi ti
    si ci vi mio tuo suo
    nostro vostro questo eu ele ela eles elas voce meu teu seu nosso isto isso ik jij hij zij wij
    jullie mij hem haar ons hen mijn jouw zijn onze
    """.split()
)
"""Words that change when a quotation is fitted into another sentence; what goes with them may change too."""
_AUXILIARIES = frozenset(
    """
    am is are was were be been have has had do does did will would shall should suis es est sommes
    etes sont etais etait etions etiez etaient ai as a avons avez ont avais avait avaient ete bin
    bist ist sind seid war waren habe hast hat haben hatte hatten wird werden wurde wurden soy eres
    somos son era eran fue he ha hemos han habia sono sei e siamo siete ero erano ho hai abbiamo
    hanno sou eu sao eram foi tenho tem temos ben bent heb hebt heeft hebben hadden wordt werd can
    could may might must etre avoir sera serai seras serons serez seront serait seraient serais aura
    aurai auront aurait auraient peut peux peuvent pouvait pouvaient pourra pourrait pourraient
    puisse doit doivent devait devra devrait sein kann konnte muss musste soll sollte ser estar
    haber seria puede podia debe debia essere avere sara sarebbe puo poteva deve doveva pode zijn
    worden kan kon moet moest
    """.split()
)
_ARTICLES = frozenset(
    """
    the a an le la les un une des du de au aux l d der die das dem den des ein eine einen einem einer eines
    im am vom zum zur ins beim diese dieser diesem diesen dieses el los las una unos unas del al il lo gli uno
    dei delle degli nel nella o os as um uma uns umas dos das do da no na het een deze dit dat
    """.split()
)
_NEGATIONS = frozenset(
    "not no never nor nobody jamais nicht kein keine nie non mai nao nunca nooit niet geen".split()
)
_HALVES = frozenset({"ne", "pas"})
"""A French negation: one half of it alone changes nothing."""
_SMALL = 3
_FRENCH_PAST = lazy(r"i(ons|ez)$")


class QuoteMismatch(Check):
    """Compares each quotation with its other occurrence: headline or subhead against the text.

    Cuts that are marked, changes of person, number and tense that another sentence asks for, names,
    numerals and accents are left alone. Words that are only left out lower the alarm to a hint,
    unless one of them is a negation.
    """

    fields: ClassVar[frozenset[str]] = frozenset({"here", "there"})
    variants: ClassVar[frozenset[str]] = frozenset({"omission"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        seen: set[frozenset[str]] = set()
        for variant in quoted_twice(article):
            yield Count("quotations compared")
            wordings = frozenset(" ".join(_words(runs)) for runs in (variant.said, variant.otherwise))
            if wordings in seen or _is_fitted(variant):
                continue
            seen.add(wordings)
            yield _alarm(variant)


def _words(runs: tuple[tuple[Token, ...], ...]) -> list[str]:
    return [word.text for run in runs for word in run]


def _alarm(variant: Variant) -> Alarm:
    first, second = variant.first, variant.second
    said = [_text(first.block.text.prose, words) for words in variant.said]
    otherwise = [_text(second.block.text.prose, words) for words in variant.otherwise]
    omitted = not any(variant.said) or not any(variant.otherwise)
    words = {*_words(variant.said), *_words(variant.otherwise)}
    negated = bool(words & _NEGATIONS) or words >= _HALVES or (not omitted and bool(words & _HALVES))
    small = all(len(word) <= _SMALL or word in _ARTICLES for word in words)
    minor = not negated and (omitted or small or _shortened(variant))
    here, there = (" … ".join(filter(None, texts)) for texts in (said, otherwise))
    related = Related(second.block.text.span(*variant.place), "the other wording")
    return Alarm(
        first.block.text.span(first.start, first.end),
        {"here": here, "there": there} if here and there else {"here": here or there, "there": ""},
        (related,),
        severity=Severity.INFO if minor else None,
        variant="omission" if omitted else "",
    )


def _shortened(variant: Variant) -> bool:
    """Whether all that differs is that a compound is shorter in one ("Pandemie", "Coronapandemie")."""
    pairs = zip(variant.said, variant.otherwise, strict=True)
    joined = [tuple("".join(word.text for word in run) for run in pair) for pair in pairs]
    short_long = [sorted(pair, key=len) for pair in joined]
    return all(len(a) > _SMALL and (b.startswith(a) or b.endswith(a)) for a, b in short_long)


def _text(prose: str, words: tuple[Token, ...]) -> str:
    return prose[words[0].start : words[-1].end] if words else ""


def _is_fitted(variant: Variant) -> bool:
    """Whether each difference is one that grammar or style explains."""
    prose = (variant.first.block.text.prose, variant.second.block.text.prose)
    said, otherwise = Counter(_words(variant.said)), Counter(_words(variant.otherwise))
    if not _PERSONS.isdisjoint(part for word in said + otherwise for part in re.split(r"\W", word)):
        return True
    moved = said & otherwise
    apart = {*(said - moved), *(otherwise - moved)}
    if any(word[0].isdigit() for word in apart) or (moved and apart <= _ARTICLES):
        return True
    here, there = (list((words - moved).elements()) for words in (said, otherwise))
    if len(variant.said) > 1 and len(here) == len(there) == 1:
        return {*here, *there} <= _AUXILIARIES or _inflected(here[0], there[0])
    return all(_same(one, other, prose) for one, other in zip(variant.said, variant.otherwise, strict=True))


def _same(one: tuple[Token, ...], other: tuple[Token, ...], prose: tuple[str, str]) -> bool:
    said, otherwise = [word.text for word in one], [word.text for word in other]
    if "".join(said).replace("-", "") == "".join(otherwise).replace("-", ""):
        return True
    if not said or not otherwise:
        return all(
            _is_name(word, text) for words, text in ((one, prose[0]), (other, prose[1])) for word in words
        )
    if _initials(said, otherwise):
        return True
    if {*said, *otherwise} <= _AUXILIARIES:
        return True
    return len(said) == len(otherwise) and all(map(_inflected, said, otherwise))


def _is_name(word: Token, prose: str) -> bool:
    return prose[word.start].isupper() and word.start > 0


def _initials(said: list[str], otherwise: list[str]) -> bool:
    """Whether one is the other's initials ("UE", "Union européenne")."""
    one, other = (" ".join(words).replace("-", " ").split() for words in (said, otherwise))
    short, long = sorted((one, other), key=len)
    return len(short) == 1 < len(long) and "".join(word[0] for word in long) == short[0]


def _inflected(one: str, other: str) -> bool:
    """Whether two words differ in their ending only, as forms of one word do."""
    one, other = (_FRENCH_PAST.sub(r"\1", word) for word in (one, other))
    same = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return same >= 2 and max(len(one), len(other)) - same <= 3 and same >= min(len(one), len(other)) - 3
