"""Sentences of a passage, for rules of style: where they begin and end.

The decisions are those of Kiss and Strunk, "Unsupervised Multilingual Sentence Boundary
Detection" (2006), with a list of abbreviations instead of a trained model: a period ends a
sentence unless it belongs to an abbreviation, an initial or an ellipsis that goes on.
"""

from __future__ import annotations

from linter.regexes import lazy

_WORD = lazy(r"\S+")
_ENDS = lazy(r"(?:[?!][\"'’”)]?|\.[\"’”)])$|[.?!][\[(]|\.\"")
_CLOSES = ("'", '"', "’", "”", ")")
_INITIAL = lazy(r"[A-Za-z]\.$")
_DOTTED = lazy(r"(?:\w\.)+\w*\.")
_ELLIPSIS = lazy(r"\.\.+$")

_ABBREVIATIONS = frozenset(
    """
    adj adm al apr approx apt art assn assoc aug ave bldg blvd brig bros calif capt cf cie cm cmdr co
    col colo comdr conn corp cos cpl ct dec del dept det dist dr ed eds esp est etc feb fig figs fla fri
    ft ga gen gov hon hwy ill inc ing jan jr jul jun kan kg km ky lb lbs lt ltd maj mar mass max mfg mg
    mgr mich min minn misc mo mon mr mrs ms mt mts nev no nos nov oct okla op ore oz pa ph pl pp pres
    prof pt pub pvt rd ref rep reps rev sat sec sen sens sep sept sgt sq sr st stat sun supt tel tenn
    thu thur thurs tue tues univ va vol vols vs vt wash wed wis yr yrs
    """.split()
)
_STARTERS = frozenset(
    """
    a according after all also although among an and any as at because before both but by despite during
    each even every finally first for from he her here his how however i if in indeed instead is it its
    last later many meanwhile moreover most my nevertheless no nonetheless nor not now of on once one or
    other our per please perhaps separately she similarly since so some such that the their then there
    these they this those though through thus to today under unlike until we what when where which while
    who why with without yet you your
    """.split()
)


def segments(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence, without the blanks around it."""
    words = list(_WORD.finditer(text))
    found: list[tuple[int, int]] = []
    start = 0
    for i, word in enumerate(words):
        if i + 1 == len(words) or (_may_end(word[0]) and _ends(word[0], words[i + 1][0])):
            found.append((words[start].start(), word.end()))
            start = i + 1
    return found


def _may_end(word: str) -> bool:
    return "." in word or "?" in word or "!" in word


def _ends(word: str, after: str) -> bool:
    if _ENDS.search(word):
        return not (word.endswith(_CLOSES) and after[0].islower())
    if not word.endswith("."):
        return False
    starts = after[0].isupper() and after.lower().strip(",.") in _STARTERS
    if _ELLIPSIS.search(word):
        return after[0].isupper()
    if _INITIAL.fullmatch(word) or _DOTTED.search(word):
        return starts
    stem = word[:-1].lower().rpartition("-")[2].lstrip("(\"'“‘[")
    return starts if stem in _ABBREVIATIONS else after != "."
