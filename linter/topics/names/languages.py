"""What languages do to names: where capitals mean nothing, where endings change."""

from __future__ import annotations

UNCASED = frozenset("ar bn fa he hi ja ka ko ml my sa si ta th ur zh am".split())
"""Languages whose script has no capitals: a name cannot be told from other words here."""

CAPITAL_NOUNS = frozenset({"de", "lb"})
"""Languages that capitalise every noun."""

TITLE_CASE = frozenset({"en"})
"""Languages whose headlines may capitalise every word; elsewhere that is a headline of names."""

INFLECTING = frozenset(
    "be bg cs el et fi hr hu is lt lv mk pl ro ru sk sl sq sr tr uk".split()
)  # fmt: skip
"""Languages whose names change their endings."""

LIGHTLY_INFLECTING = frozenset("da nb nn no sv".split())
"""Languages that only add a genitive or an article."""

PARTICLES = frozenset(
    "de der den dem des du da do dos das di del della dello dei degli la le van von vom zu zum zur "
    "ter ten te af av al el bin ben ibn abu st y де ван фон аль эль бен ибн да ди".split()
)
"""Words in lower case that may stand inside a name."""

NAME_PREFIXES = ("Mc", "Mac", "De", "Di", "Da", "La", "Le", "Van", "Von", "O'", "D'", "Fitz", "Du", "Ben")
"""Beginnings after which a second capital is no camel case."""
