"""Sentences of a passage, for rules of style: where they begin and end.

The decisions are those of Kiss and Strunk, "Unsupervised Multilingual Sentence Boundary
Detection" (2006), with a list of abbreviations instead of a trained model: a period ends a
sentence unless it belongs to an abbreviation, an initial or an ellipsis that goes on.
"""

from __future__ import annotations

from linter.matching.regexes import lazy

_STOPPED = lazy(r"(?<!\S)([^\s.?!]*+[.?!]\S*+)(?=\s++(\S++))")
"""A word that may end a sentence, and the one after it."""
_ENDS = lazy(r"(?:[?!][\"'’”)]?|\.[\"’”)])$|[.?!][\[(]|\.\"")
_CLOSES = ("'", '"', "’", "”", ")")
_INITIAL = lazy(r"[A-Za-z]\.$")
_DOTTED = lazy(r"(?:[A-Za-z0-9_]\.)+[A-Za-z0-9_]*\.")
"""A token with periods inside: an acronym, a version, the name of a site."""

_ABBREVIATIONS = frozenset(
    """
    adj adm al apr approx apt assn assoc aug ave bldg blvd brig bros calif capt cf cie cm cmdr co
    col colo comdr conn corp cos cpl ct dec del dept det dist dr ed eds esp est etc feb figs fla fri
    ft ga gen gov hon hwy ill inc ing jan jr jul jun kan kg km ky lb lbs lt ltd maj mar mfg mg
    mgr mich minn misc mo mon mr mrs ms mt mts nev nov oct okla ore oz pa ph pl pp pres
    prof pt pvt rd rep reps rev sec sen sens sep sept sgt sq sr st stat supt tel tenn
    thu thur thurs tue tues univ va vol vols vs vt wash wed wis yr yrs
    """.split()
)
_AFTER_DOTS = frozenset(
    """
    according although among both but despite even finally he her here however i if in indeed instead it
    many meanwhile moreover most nevertheless nonetheless nor per please recently separately similarly since
    so some such the there these they this though through thus under unlike when whether which while without
    yes yet your
    """.split()
)
"""Words that begin a sentence if they are capitalised after a token with periods inside."""
_OPENERS = _AFTER_DOTS | frozenset(
    """
    a after all also an and another any as at because before by during each every first for from his how is
    its last later my no not now of on once one or other our perhaps she that their then those to today until
    we what where who why with you
    """.split()
)
"""Words that begin a sentence if they are capitalised after an abbreviation."""
_RESUMES = frozenset(
    """
    according although among both but despite even he however i if in instead it many most since so some
    the there these they this though thus under when while yet
    """.split()
)
"""Words that begin a sentence in lower case too, after an ellipsis or a closed quotation."""


def segments(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence, without the blanks around it."""
    found: list[tuple[int, int]] = []
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    for word in _STOPPED.finditer(text):
        if _ends(word[1], word[2]):
            found.append((start, word.end()))
            start = word.start(2)
    return [*found, (start, end)] if start < end else found


def _ends(word: str, after: str) -> bool:
    plain = after.lower().strip(",.")
    if "..." in word:
        return after[0].isupper() or plain in _RESUMES
    if _DOTTED.search(word) and not _INITIAL.fullmatch(word):
        return after[0].isupper() and plain in _AFTER_DOTS
    if _ENDS.search(word):
        return not (word.endswith(_CLOSES) and after[0].islower() and plain not in _RESUMES)
    if not word.endswith("."):
        return False
    starts = after[0].isupper() and plain in _OPENERS
    if _INITIAL.fullmatch(word):
        return starts and plain != "i"
    stem = word[:-1].lower().rpartition("-")[2].lstrip("(\"'“‘[")
    if stem in ("no", "nos"):
        return not after[0].isdigit()
    if stem == "etc" or stem.isdigit():
        return not after[0].islower()
    return starts if not stem or stem in _ABBREVIATIONS else after != "."
