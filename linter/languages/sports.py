"""How a language tells the scores of matches, and the tables that they make."""

from __future__ import annotations

from linter.namedtuples import NamedTuple


class Match(NamedTuple):
    """What is said around the score of a match."""

    beats: tuple[str, ...] = ()
    """Said of a winner whose score stands first ("beat", "won"): no word that a loser is told with, too."""
    loses: tuple[str, ...] = ()
    """The same of a loser."""
    by: tuple[str, ...] = ()
    """Right before a score: "*by* 3-1", "со счётом"."""
    away: tuple[str, ...] = ()
    """In the sentence: the side named first may stand second in the score."""
    half: tuple[str, ...] = ()
    """At a score: it is that in the middle of a match ("half-time", "at the break")."""
    ended: tuple[str, ...] = ()
    """At a score: it is the last one ("ended", "final score", "won")."""
    sets: tuple[str, ...] = ()
    """Of which a match is made: "sets", "in straight sets"."""
    straight: tuple[str, ...] = ()
    """Says behind the scores of sets that one side won all: "in straight sets"."""
    behind: tuple[str, ...] = ()
    """Beside a score that is turned: "trailing", "Rückstand"."""
    wins: tuple[str, ...] = ()
    """Before the score in the end: "won", "gewann"."""
    decided: tuple[str, ...] = ()
    """In a sentence whose score is not what decided: "shoot-out"."""


class League(NamedTuple):
    """What is said around the numbers of a table."""

    won: tuple[str, ...] = ()
    """Right before or behind a number of matches …"""
    drawn: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()
    """… and of all of them."""
    points: tuple[str, ...] = ()
    """Right behind what a team has for them."""
    leads: tuple[str, ...] = ()
    """Between the points of two sides, the first of which has more."""
    trails: tuple[str, ...] = ()
    """The same where the first one has fewer."""
    first: tuple[str, ...] = ()
    """Before the points of the one who has the most ("top of the table with") …"""
    second: tuple[str, ...] = ()
    """… and between these and the points of the next one ("second")."""
