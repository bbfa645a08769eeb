"""An acronym that stands once with two neighbouring letters exchanged: PBSM for PSBM."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from linter.languages import described
from linter.matching.regexes import lazy
from linter.text import Span
from linter.topics.names import lists
from linter.topics.names.acronym_clash import explained
from linter.topics.names.edit_distance import distance
from linter.topics.names.mentions import Mentions
from linter.topics.names.typo import Typo

_TOLD = 3
"""Places of two acronyms of which one stands more often than the other."""
_LONG = 4
"""Letters of an acronym; a shorter one is near too many others, unless the text says what it stands for."""
_ACRONYM = lazy(r"[A-Z](?<![\w-].)[A-Z]{2,7}(?![\w-])")


def acronym_typos(found: Mentions) -> Iterator[Typo]:
    """Each acronym that stands once, with two neighbouring letters of another one exchanged."""
    if len(_ACRONYM.findall(found.text.text)) < _TOLD:
        return
    places: dict[str, list[Span]] = defaultdict(list)
    for block in found.text.blocks:
        for match in _ACRONYM.finditer(block.text.prose):
            places[match[0]].append(block.text.span(*match.span()))
    by_letters: dict[str, list[str]] = defaultdict(list)
    for acronym in places:
        by_letters["".join(sorted(acronym))].append(acronym)
    for group in by_letters.values():
        usual = max(group, key=lambda acronym: len(places[acronym]))
        for slip in group:
            if len(places[slip]) == 1 < len(places[usual]) and _is_slip(slip, usual, found):
                yield Typo(places[slip][0], slip, places[usual][0], usual, len(places[usual]))


def _is_slip(slip: str, usual: str, found: Mentions) -> bool:
    if distance(slip, usual, 1) != 1:
        return False
    if len(slip) >= _LONG and not any(lists.ordinary(slip, code) for code in described()):
        return True
    told = explained(found.text)
    return usual in told and slip not in told
