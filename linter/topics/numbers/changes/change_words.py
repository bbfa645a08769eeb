"""The patterns in which a language states a change: from, to, against, up, down."""

from __future__ import annotations

from functools import lru_cache

from linter.languages import speech
from linter.languages.phrases import any_of, pieces_of, word_of
from linter.matching import re
from linter.matching.letters import SMALL
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.dates.wording import year_marks
from linter.topics.numbers.wording import (
    BLANK,
    GAP_AFTER,
    NOUN,
    Asked,
    filler,
    next_sentence,
    smalls,
    words_of,
)
from linter.typed import Any


def _middle(code: str) -> str:
    """What may stand between two numbers of one change: words, and years with what marks them ("r.")."""
    year = rf"(?<=[ (])(?:19|20)\d\d(?!\d){year_marks(code)}"
    return rf"(?:[^.;:!?\n()\d]|{year}|[()](?=\d{{4}}|[ ,])){{0,70}}?"


_LITTLE = r"[^。；！？;.!?\n\d]{0,8}?"
"""The same where no blanks stand between words."""


class ChangeWords(NamedTuple):
    """Patterns of one language, for the text between two numbers or around one."""

    from_before: Asked
    """Ends with "from"."""
    to_between: Asked
    """All of the text from a number to the one that it became."""
    from_behind: re.Pattern[str]
    """All of the text between two numbers, where "from" stands behind the first …"""
    to_behind: re.Pattern[str]
    """… and "to" behind the second one."""
    to_hedge: re.Pattern[str]
    """Ends with a "to" that elsewhere is a hedge ("up to")."""
    back_between: Asked
    """All of the text from a number to the earlier one that it is compared with."""
    change_of: re.Pattern[str]
    """Ends with a noun of change and its "of", which before another number is a "from"."""
    instead: Asked
    """Ends with "instead of"."""
    now: re.Pattern[str]
    """Ends with "today", few words behind it."""
    soon_between: Asked
    """All of the text between two numbers with a word for what comes."""
    by_between: re.Pattern[str]
    """All of the text from a number to the percentage that it changed by."""
    by_first: re.Pattern[str]
    """Ends right before a percentage with which a sentence begins."""
    of_between: re.Pattern[str]
    """Text that ends with a "from" that also means "of", some words before it ("towns de")."""
    up: re.Pattern[str]
    down: re.Pattern[str]
    more: re.Pattern[str]
    """After a percentage, as good as ``up``."""
    less: re.Pattern[str]
    more_before: re.Pattern[str]
    """Ends right before a percentage, as good as ``more`` behind it."""
    less_before: re.Pattern[str]
    away: re.Pattern[str]
    """Between a pair and a percentage: the percentage is of something else."""
    share: re.Pattern[str]
    """Right after a percentage of a whole."""
    turn: re.Pattern[str]
    """Between a pair and a percentage, as good as ``away`` where the percentage comes last."""
    own_pair: re.Pattern[str]
    """Right after a percentage: "to 15", "from 10"."""
    level: re.Pattern[str]
    """Ends right before a percentage that is no change ("to 12 %") …"""
    amounting: re.Pattern[str]
    """… unless it is the change said again ("pari al 12 %")."""
    of: re.Pattern[str]
    """All of the text between a part and its whole."""
    restated: re.Pattern[str]
    """All of the text between a pair and the percentage that says it again."""
    so: re.Pattern[str]
    """The same, with a word for it."""
    linked: re.Pattern[str]
    """Ends right before a number that is the end of a range or of a list."""
    moving: re.Pattern[str]
    """Between a percentage and "de A à B", which may also say of what size something is."""
    same: re.Pattern[str]
    """Right after a percentage: the number that follows is how much it amounts to."""
    owned: re.Pattern[str]
    """Right after a percentage: it is a share of what was named before."""
    foreseen: re.Pattern[str]
    """At a second number that was expected; it is not what was before."""
    earlier: re.Pattern[str]
    """Near after a number: it is of an earlier time."""
    beside: re.Pattern[str]
    """Between two numbers: a comma, and no word of change right behind it."""
    adjusted: re.Pattern[str]
    """The percentage may be of something else: per year, without inflation, on average."""
    not_adjusted: re.Pattern[str]
    averaged: re.Pattern[str]
    """Near the percentage: the same."""
    under: re.Pattern[str]
    """All of the text from a percentage to the number that something is so much lower than."""
    over: re.Pattern[str]
    than: re.Pattern[str]
    """The same behind a percentage that "more" or "less" stands before."""
    that: re.Pattern[str]
    """The end of a sentence, and with what the next one says its numbers again."""
    they: re.Pattern[str]
    """The same where the next one goes on with the same thing."""
    stated: re.Pattern[str]
    """All of the text from a number to the percentage that it is higher or lower by."""
    rated: re.Pattern[str]
    """Right after a number that is an index or a rate, so that it may be rounded."""
    points: re.Pattern[str]
    """Right after a number of points."""
    any_up: re.Pattern[str]
    """A word of rise, also inside of others, where no blanks part them."""
    any_down: re.Pattern[str]

    def is_level(self, prose: str, start: int, reach: int) -> bool:
        """Whether the percentage at ``start`` says how high something is."""
        begin = max(0, start - reach)
        return bool(self.level.search(prose, begin, start)) and not self.amounting.search(prose, begin, start)


@lru_cache(maxsize=16)
def turns(code: str) -> frozenset[str]:
    """The words, or the first of several, with which a sentence turns to something else."""
    return frozenset(phrase.split(" ")[0] for phrase in words_of(code).turn)


@lru_cache(maxsize=16)
def change_words(code: str) -> ChangeWords:
    """The patterns of a language; they match nothing for one that says nothing of changes."""
    words = words_of(code)
    change = words.change
    fill, turn, again = filler(code), any_of(words.turn), any_of(words.again)
    planned = rf"{fill}(?:{word_of(change.planned)}{BLANK}){{0,2}}"
    up, down, by = any_of(change.up), any_of(change.down), word_of(change.by)
    said = rf"(?:{again}),?(?: (?:{by}|{word_of(words.listing.single)}))"
    and_so = f"(?:{any_of(words.and_)}) (?:{any_of(words.so)})"
    few, middle = rf"(?:{BLANK}[^\W\d]+){{0,4}}?", _middle(code)
    unspaced = speech(code).dates.unspaced
    word = any_of if unspaced else word_of
    led = rf"(?:{any_of(change.from_)})[^\W\d]{{0,3}}$" if unspaced else rf"{word_of(change.from_)}{fill}$"
    to = any_of(change.to)
    reached = rf"{_LITTLE}(?:{to}){_LITTLE}" if unspaced else rf"{middle}{word_of(change.to)}{fill}"
    from_behind, to_behind = _behind(code)
    ending = r"(?:[-:'’][^\W\d]{1,5})?" if change.to_behind and not unspaced else ""
    patterns = {
        "from_before": led,
        "to_between": reached,
        "from_behind": from_behind,
        "to_behind": to_behind,
        "to_hedge": rf"{word_of(set(change.to).intersection(speech(code).numerals.before.at_most))}{fill}$",
        "back_between": rf"{middle}[ (\u00a0]{word_of(change.against)}{planned}",
        "change_of": rf"{word_of((*change.up, *change.down))}{BLANK}"
        rf"{word_of((*change.against, *change.of_whole))}{fill}$",
        "instead": rf"{word_of(change.instead)}{fill}$",
        "now": rf"{word_of(change.now)}(?: [^\W\d]+){{0,3}} $",
        "soon_between": rf"{middle}{word_of(change.soon)}{middle}",
        "by_between": rf"{middle}{BLANK}{word_of(change.by)}{fill}",
        "by_first": rf"(?m:^|[.!?] ){word_of(change.by)}{fill}$",
        "of_between": rf"{BLANK}[^\W\d](?:(?!, ).)*{BLANK}{word_of(change.from_or_of)}{fill}",
        "up": word(change.up),
        "down": word(change.down),
        "more": word((*change.more, *change.up)),
        "less": word((*change.less, *change.down)),
        "more_before": rf"{word_of(change.more)} $",
        "less_before": rf"{word_of(change.less)} $",
        "away": rf"[;!?\n)]|\.(?!{BLANK}(?-i:[{SMALL}]))|, (?:{turn})(?! {word_of(words.so)}) ",
        "share": rf"{BLANK}{word_of(change.of_whole)}",
        "turn": rf"(?:^|[ ,])(?:{turn})(?! {word_of(words.so)}) (?:[^\W\d]+ ){{0,2}}?(?:{up}|{down})|"
        rf"{word_of(words.says)} |"
        rf"^, (?!(?:{again})(?!\w))(?:{any_of(words.the)}){GAP_AFTER}(?!$|{up}|{down})",
        "own_pair": rf"[^.;:!?\n(),\d]{{0,50}}?{word_of((*change.to, *change.from_))}{fill}[$€£]?"
        r"(?!(?:19|20)\d\d(?!\d))\d",
        "level": rf"{word_of(change.at)}{fill}$",
        "amounting": rf"{word_of(words.again)}{fill}$",
        "of": rf"{BLANK}{word_of(change.of)}{fill}",
        "restated": rf"{ending}(?:{NOUN}){{0,3}},? {said}? $|, {by} $|[^()]{{0,24}}\((?:{by} )?$|"
        rf" ?[=\u2013\u2014] ?(?:{by} )?$|"
        rf"(?:{NOUN}){{0,3}},? {and_so} {by} $",
        "so": rf"{ending}{few},? \(?{said}? ?$|{few} (?:[\u2013\u2014]|{and_so}) {by} ?$",
        "linked": rf"\d{BLANK}?(?:{any_of((*words.until, *words.and_, *words.or_))}|[-\u2013/]){BLANK}?$",
        "moving": rf" ?[,(:\u2013\u2014]|.*{word_of(change.moves)}",
        "same": rf"(?:, | \()(?:{again})\b",
        "owned": f" {word_of(change.of_its)}",
        "foreseen": word_of(change.foreseen),
        "earlier": rf"(?s:.){{0,40}}?(?:\d{{4}}|{word_of(change.earlier)})",
        "beside": f"[^,]*, (?!{up}|{down})",
        "adjusted": word_of(change.adjusted),
        "not_adjusted": word_of(change.not_adjusted),
        "averaged": word_of(change.averaged),
        "under": rf"{BLANK}{word_of(change.under)}{planned}",
        "over": rf"{BLANK}{word_of(change.over)}{planned}",
        "than": rf"{BLANK}{word_of(change.than)}{planned}",
        "that": next_sentence(code),
        "they": rf"[.;:][ \u00a0\n](?:{any_of(words.they)})(?!\w)",
        "stated": rf"(?:{NOUN}|{BLANK}(?:19|20)\d\d(?!\d)){{0,7}},? ?(?:[(\u2013\u2014] ?)?"
        rf"(?:(?:{again}),? )?(?:{word_of(change.by)} )?"
        rf"{smalls(code)}",
        "rated": rf"\s?{word_of(change.rated)}",
        "points": f"{BLANK}{word_of(change.points)}",
        "any_up": up,
        "any_down": down,
    }
    built: dict[str, Any] = {name: lazy(pattern, re.IGNORECASE) for name, pattern in patterns.items()}
    asked = {
        "from_before": change.from_,
        "to_between": change.to,
        "back_between": change.against,
        "instead": change.instead,
        "soon_between": change.soon,
    }
    built |= {name: Asked(built[name], pieces_of(phrases)) for name, phrases in asked.items()}
    return ChangeWords(**built)


def _behind(code: str) -> tuple[str, str]:
    """The sources of "from" and "to" behind their numbers, nouns of these between."""
    change = words_of(code).change
    begins, reaches = any_of(change.from_behind), any_of(change.to_behind)
    if speech(code).dates.unspaced:
        return rf"{_LITTLE}(?:{begins}){_LITTLE}", rf"{_LITTLE}(?:{reaches})"
    noun = rf"(?:[^\W\d]+(?={BLANK}))?(?:{BLANK}[^\W\d]+){{0,2}}?(?:{BLANK}|['’:-])?"
    return rf"{noun}(?:{begins}),?{filler(code)}", rf"{noun}(?:{reaches})(?!\w)"
