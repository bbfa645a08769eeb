"""What a check is: a typed question that rules put to an article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set

from linter.article.model import Article
from linter.finding import Related, Severity
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.typed import Any, ClassVar


class Alarm(NamedTuple):
    """A check's answer: this place, for this reason. The engine makes a finding of it."""

    span: Span
    fields: Mapping[str, str] = {}
    """Values for the ``{names}`` in the rule's message."""
    related: tuple[Related, ...] = ()
    suggestion: str | None = None
    fix: str | None = None
    severity: Severity | None = None
    """Lowers the severity of the rule for a less certain case; it never raises it."""
    variant: str = ""
    """Picks one of the rule's ``messages`` instead of its ``message``."""


class CheckFailed(Exception):
    """A check could not judge the article (a pattern ran out of time …); the message says why."""


class Count(NamedTuple):
    """A check's account of what it looked at or could not decide, for ``--verbose``."""

    what: str
    number: int = 1


class Record(NamedTuple):
    """What an article says that is judged only with all other articles of the run; plain data.

    What the fields mean is for the check to say: it gives the records and gets them back.
    """

    kind: str
    key: str
    said: str
    first: int
    last: int
    span: Span


class Setup(NamedTuple):
    """What the configuration tells the checks."""

    vocabulary: frozenset[str] = frozenset()
    """Words and names that the project knows to be right, as written."""
    root: str = ""
    """Folder of the configuration file; paths in the configuration are relative to it."""
    bible: object = None
    """The story bible, where the project has one; what is in it only the topic of facts knows."""


class NoParams(NamedTuple):
    """For checks that nothing can be set on."""


class Check:
    """Base of all checks. A check keeps no state between articles."""

    Params: ClassVar[type[Any]] = NoParams
    """Record of the parameters that a rule may set, decoded by their types."""
    fields: ClassVar[frozenset[str]] = frozenset()
    """Every ``{name}`` a message of such a rule may use."""
    variants: ClassVar[frozenset[str]] = frozenset()
    """Names of alternative messages that the check may ask for."""
    together: ClassVar[bool] = False
    """It yields records, which :meth:`judge` compares when all articles of a run are read."""
    needs: ClassVar[tuple[str, ...]] = ()
    """What a language has to have for the check to judge it, as paths in its file: ``numbers.total``.

    From it follows which languages the rules of the check speak; without needs they speak all.
    """

    triggers: ClassVar[tuple[str, ...]] = ()
    """Paths in the file of a language to phrases, of which the prose needs one for the check to say anything.

    Without one it is not even imported. Each phrase has to stand there as words: what the check finds
    by a part of a word is no trigger of it.
    """

    heeds_vocabulary: ClassVar[bool] = False
    """It leaves words alone that the project knows to be right."""

    def __init__(self, params: Any, setup: Setup) -> None:
        self.params = params
        self.setup = setup

    @classmethod
    def needs_with(cls, params: Mapping[str, object]) -> tuple[str, ...]:
        """What is needed by a rule that states these parameters, as its file has them."""
        return cls.needs

    @classmethod
    def words_with(cls, params: Mapping[str, object]) -> tuple[str, ...]:
        """Lists in language files from which such a rule has words; without them it finds less."""
        return ()

    @classmethod
    def tells_signs(cls) -> bool:
        """Whether it is known what an article has to hold for such a check."""
        return bool(cls.triggers) or cls.signs is not Check.signs

    def signs(self, code: str) -> Mapping[int, frozenset[str]]:
        """For each part of the check the folded literals of which an article in a language needs one.

        None of a part of which that is not known; a part that is for other languages is not there. The engine
        looks for them in what is searchable of the article, and calls :meth:`run_parts`, or nothing at all.
        """
        from linter.languages import phrases_at, speech
        from linter.languages.phrases import signs_of

        phrases = phrases_at(code, *self.triggers)
        return {0: signs_of(phrases, speech(code).dates.unspaced)} if phrases else {}

    def run_parts(self, article: Article, found: Mapping[int, Set[str]]) -> Iterator[Alarm | Count | Record]:
        """As :meth:`run`, by the parts alone that the article may concern, each with its literals there."""
        return self.run(article)

    def prepared(self) -> dict[str, Any]:
        """Plain data by name, of which :meth:`of_prepared` makes the same check sooner."""
        return {}

    @classmethod
    def of_prepared(cls, part: Callable[[str], Any], setup: Setup) -> Check:
        """The check again; ``part`` gives the data of a name, and is asked only for what an article needs."""
        raise NotImplementedError

    @classmethod
    def faults(cls, params: Any) -> Iterator[str]:
        """What is wrong with parameters beyond their types (a pattern that does not compile …)."""
        return iter(())

    def run(self, article: Article) -> Iterator[Alarm | Count | Record]:
        """The alarms of one article, in any order; and what to keep of it for :meth:`judge`."""
        raise NotImplementedError

    def judge(self, collected: Sequence[tuple[str, Record]]) -> Iterator[tuple[str, Alarm]]:
        """The alarms of all articles together, each with its path, from their paths and records."""
        return iter(())
