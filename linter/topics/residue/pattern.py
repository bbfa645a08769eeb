"""The check behind most rules of words: regular expressions in chosen parts of an article."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set

from linter.analyses.exempt import Exempt, exempt, shown_in_code
from linter.analyses.language import language
from linter.analyses.searchable import searchable
from linter.article.model import SCOPES, Article
from linter.check import Alarm, Check, CheckFailed, Count, Setup
from linter.finding import Severity
from linter.matching.budget import Budget, Clock, PatternTooSlow, stopped
from linter.matching.needles import needle_sets
from linter.matching.patterns import compiled, fault_of, ignores_case
from linter.matching.signs import Signs, packed
from linter.messages import verbatim
from linter.namedtuples import NamedTuple
from linter.text import FILLER, Span
from linter.topics.residue.places import is_scope, places
from linter.typed import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import regex


COMPILING_SECONDS = 10.0
"""What the patterns of a rule may take to compile; those of the largest take a tenth of a second."""
NEAR = 60
"""How many characters before and after a match an ``unless`` looks at."""


class Group(NamedTuple):
    """Patterns with settings of their own."""

    match: tuple[str, ...]
    """Regular expressions; one with a group named ``hit`` reports that group only."""
    what: str = ""
    """What the match is, for the ``{what}`` of the message."""
    languages: tuple[str, ...] = ()
    """The article's languages in which the patterns are tried; none for any."""
    formats: tuple[Literal["text", "markdown", "html", "rst", "asciidoc", "org", "latex"], ...] = ()
    """The formats in which what is looked for is no markup; none for any."""
    scopes: tuple[str, ...] = ()
    """As for the rule."""
    exempt: tuple[Exempt, ...] | None = None
    """As for the rule."""
    unless: tuple[str, ...] | None = None
    """Patterns that excuse a match when they match near it."""
    subject: tuple[str, ...] = ()
    """Patterns of which one in the prose says that the article speaks of what is looked for."""
    beside: tuple[str, ...] = ()
    """Kinds of block of which the article must have one; none for any article."""
    line: str = ""
    """What the line begins with in which such a block stands."""
    code: bool = True
    """Whether it is looked for in articles that show code, too."""
    severity: Severity | None = None
    """Lower than the rule's, for less certain matches."""
    delete: bool = False
    """The match can be deleted without a loss."""


class PatternParams(NamedTuple):
    """What to look for, where, and what excuses it. The settings of a group go before these."""

    patterns: tuple[str | Group, ...]
    """Regular expressions of the package ``regex``, or groups of them with settings of their own."""
    what: str = ""
    """What the matches are, for the ``{what}`` of the message."""
    scopes: tuple[str, ...] = ("text",)
    """Kinds of block (``text``, ``prose``, ``headline`` …), ``opening`` and ``ending`` for the first and last
    blocks, ``source`` for the raw file, ``field:NAME`` for the metadata of that name, or ``fields`` for all
    that may be shown to readers."""
    exempt: tuple[Exempt, ...] = ("code",)
    """In what a match counts for nothing."""
    unless: tuple[str, ...] = ()
    """Patterns that excuse a match when they match near it."""
    words: Mapping[str, tuple[str, ...]] = {}
    """Named lists of words for ``\\L<name>`` in patterns; ``@languages/PATH`` in it is what the files of all
    languages have at a path, such as ``dates.months``, ``@file/list`` a list that is packaged."""
    ignore_case: bool | None = None
    """Whether capitals and small letters are the same. Where it is not said, they are for each pattern that
    has no capital letter itself: ``lorem ipsum`` is found as ``Lorem ipsum`` too, ``MORE`` only as it is."""
    alone: Severity | None = None
    """The severity where all matches of an article have the same ``what``, of groups that set none: one
    trace is no proof."""


class Item(NamedTuple):
    """One pattern, ready to run."""

    pattern: str
    group: Group
    """With all settings filled in."""
    further: Sequence[Collection[str]]
    """Sets of folded literals of which a match has one each, beside a needle."""


class _Later(dict[int, Item]):
    """Patterns by number, each made of plain data when it is asked for."""

    def __init__(self, part: Callable[[str], Any]) -> None:
        super().__init__()
        self._part = part

    def __missing__(self, number: int) -> Item:
        pattern, group, further = self._part(str(number))
        made = self[number] = Item(pattern, _group(group), further)
        return made


class Prepared(NamedTuple):
    """What a check is made of, ready to run."""

    items: Mapping[int, Item]
    number: int
    """So many patterns there are."""
    ignore_case: bool | None
    alone: Severity | None


class _Hit(NamedTuple):
    span: Span
    text: str
    group: Group


class PatternCheck(Check):
    """Reports what a pattern matches. No pattern can hang the linter: each has its time."""

    Params = PatternParams
    fields = frozenset({"text", "what"})

    def __init__(self, params: PatternParams | Prepared, setup: Setup) -> None:
        super().__init__(params, setup)
        if isinstance(params, PatternParams):
            items = dict(enumerate(_items(groups(params))))
            params = Prepared(items, len(items), params.ignore_case, params.alone)
        self._known = params
        self._by_language: dict[str, Signs] = {}

    @property
    def items(self) -> tuple[Item, ...]:
        """The patterns as they are matched; each is a part of the check."""
        return tuple(self._known.items[number] for number in range(self._known.number))

    @property
    def patterns(self) -> tuple[str, ...]:
        """Their texts."""
        return tuple(item.pattern for item in self.items)

    def signs(self, code: str) -> dict[int, frozenset[str]]:
        """What the patterns cannot match without."""
        return {
            number: needle_sets(item.pattern)[0]
            for number, item in enumerate(self.items)
            if not item.group.languages or code in item.group.languages
        }

    def prepared(self) -> dict[str, Any]:
        known = self._known
        parts: dict[str, Any] = {"": [known.number, known.ignore_case, known.alone]}
        for number, item in enumerate(self.items):
            group = item.group._replace(match=())
            parts[str(number)] = [item.pattern, group, list(map(sorted, item.further))]
        return parts

    @classmethod
    def of_prepared(cls, part: Callable[[str], Any], setup: Setup) -> PatternCheck:
        number, ignore_case, alone = part("")
        return cls(Prepared(_Later(part), number, ignore_case, _severity(alone)), setup)

    @classmethod
    def words_with(cls, params: Mapping[str, Any]) -> tuple[str, ...]:
        from linter.topics.residue.word_lists import paths_in

        return paths_in(params.get("words", {}))

    @classmethod
    def faults(cls, params: PatternParams) -> Iterator[str]:
        """Patterns that do not compile, unknown scopes, unknown lists of words."""
        try:
            found = groups(params)
        except KeyError as missing:
            yield f"there are no words named {missing}"
            return
        budget = Budget(0, COMPILING_SECONDS)
        for group in found:
            unknown = [scope for scope in group.scopes if not is_scope(scope)]
            unknown += [scope for scope in group.beside if scope not in SCOPES]
            yield from (f"unknown scope '{scope}'" for scope in unknown)
            for pattern in (*group.match, *(group.unless or ()), *group.subject):
                if budget.left <= 0:
                    yield f"the patterns took more than {COMPILING_SECONDS:.0f} seconds to compile"
                    return
                fault = fault_of(pattern, _ignores_case(pattern, params))
                if fault:
                    yield f"'{pattern}' is not a regular expression: {fault}"

    def _compiled(self, pattern: str) -> regex.Pattern[str]:
        return compiled(pattern, _ignores_case(pattern, self._known))

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        own = self._own_signs(language(article))
        return self.run_parts(article, own.found(searchable(article)).get("", {}))

    def _own_signs(self, code: str) -> Signs:
        if code not in self._by_language:
            self._by_language[code] = Signs(packed({"": self.signs(code)}))
        return self._by_language[code]

    def run_parts(self, article: Article, found: Mapping[int, Set[str]]) -> Iterator[Alarm | Count]:
        slow: list[str] = []
        hits = _outermost(self._hits(found, article, slow))
        single = self._known.alone if len({hit.group.what for hit in hits}) < 2 else None
        for hit in hits:
            yield Alarm(
                hit.span,
                {"text": _told(hit, article), "what": verbatim(hit.group.what)},
                fix="" if hit.group.delete else None,
                severity=hit.group.severity or single,
            )
        if slow:
            raise CheckFailed(stopped(slow))

    def _hits(self, found: Mapping[int, Set[str]], article: Article, slow: list[str]) -> Iterator[_Hit]:
        """What is found by the patterns with these needles, each with those that the article has."""
        spoken = language(article)
        for number, needles in sorted(found.items()):
            item = self._known.items[number]
            group = item.group
            if (group.languages and spoken not in group.languages) or (
                group.formats and article.format not in group.formats
            ):
                continue
            try:
                hits = list(self._hits_of(item, needles, article))
                if hits and self._is_beside(group, article) and not self._is_subject(group, article):
                    yield from hits
            except PatternTooSlow as pattern:
                slow.append(str(pattern))

    def _is_beside(self, group: Group, article: Article) -> bool:
        """Whether the article has a block of the kind that the group wants, written so."""
        if not group.beside:
            return True
        places = (block.text.whole.start for block in article.scope(*group.beside))
        lines = (article.source.rfind("\n", 0, place) + 1 for place in places)
        return any(article.source.startswith(group.line, line) for line in lines)

    def _is_subject(self, group: Group, article: Article) -> bool:
        """Whether the article speaks of what the group looks for."""
        if not group.code and exempt(article, "code"):
            return True
        clock = article.budget.clock()
        patterns = [self._compiled(pattern) for pattern in group.subject]
        proses = [block.text.prose for block in article.blocks] if patterns else []
        return any(clock.search(pattern, prose) for pattern in patterns for prose in proses)

    def _hits_of(self, item: Item, needles: Set[str], article: Article) -> Iterator[_Hit]:
        found = places(article, item.group.scopes, needles, item.further)
        if not found:  # most patterns: what tells of them stands where they are not looked for
            return
        clock = article.budget.clock()
        pattern = self._compiled(item.pattern)
        for place in found:
            if clock.search(pattern, place.text) is None:  # as most; to ask for all takes four times as long
                continue
            for match in clock.find_all(pattern, place.text):
                start, end = match.span("hit") if "hit" in match.re.groupindex else match.span()
                hit = _Hit(place.span(start, end), place.text[start:end], item.group)
                if not self._excused(hit, place.text, start, end, article, clock):
                    yield hit

    def _excused(self, hit: _Hit, text: str, start: int, end: int, article: Article, clock: Clock) -> bool:
        kinds = hit.group.exempt or ()
        if any(exempt(article, kind).hold(hit.span.start) for kind in kinds):
            return True
        if "emphasis" in kinds and exempt(article, "emphasis").hold(hit.span.end - 1):
            return True  # what is spoken of: "the *a* channel"
        if "code" in kinds and shown_in_code(article, hit.span):
            return True
        near = text[max(0, start - NEAR) : end + NEAR]
        return any(clock.find_all(self._compiled(guard), near) for guard in hit.group.unless or ())


def _told(hit: _Hit, article: Article) -> str:
    """What stands there, with the addresses and the code that no pattern sees."""
    return article.excerpt(hit.span) if FILLER in hit.text else hit.text


def _ignores_case(pattern: str, params: PatternParams | Prepared) -> bool:
    return ignores_case(pattern) if params.ignore_case is None else params.ignore_case


def groups(params: PatternParams) -> tuple[Group, ...]:
    """The patterns as groups in which each setting is filled in. ``KeyError`` for words without a list."""
    from linter.topics.residue.word_lists import WordLists

    lists = WordLists(params.words)

    def filled(patterns: Iterable[str]) -> tuple[str, ...]:
        return tuple(each for pattern in patterns for each in lists.filled(pattern))

    return tuple(
        group._replace(
            match=filled(group.match),
            subject=filled(group.subject),
            what=group.what or params.what,
            scopes=group.scopes or params.scopes,
            exempt=params.exempt if group.exempt is None else group.exempt,
            unless=filled(params.unless if group.unless is None else group.unless),
        )
        for group in (Group((each,)) if isinstance(each, str) else each for each in params.patterns)
    )


def _items(groups: Iterable[Group]) -> Iterator[Item]:
    for group in groups:
        for pattern in group.match:
            yield Item(pattern, group, needle_sets(pattern)[1:])


def _group(plain: list[Any]) -> Group:
    """A group of :meth:`PatternCheck.prepared` again, after it was kept as plain data."""
    group = Group._make(tuple(value) if isinstance(value, list) else value for value in plain)
    return group._replace(severity=_severity(group.severity))


def _severity(plain: int | None) -> Severity | None:
    return None if plain is None else Severity(plain)


def _outermost(hits: Iterable[_Hit]) -> list[_Hit]:
    """The hits in order; of two that overlap the one that begins first, then the longer."""
    kept: list[_Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.span.start, -hit.span.end)):
        if not kept or hit.span.start >= kept[-1].span.end:
            kept.append(hit)
    return kept
