"""A rule as its YAML file states it."""

from __future__ import annotations

from collections.abc import Mapping

from linter.finding import Severity
from linter.namedtuples import NamedTuple
from linter.typed import Any, Literal

Status = Literal["preview", "stable"]
Profile = Literal["science", "data"]
"""A family of rules that are off until a configuration asks for it: papers, tables."""
PROFILES: tuple[Profile, ...] = ("science", "data")


class Example(NamedTuple):
    """A small article. ``<<…>>`` marks what a bad one is expected to be reported for."""

    text: str = ""
    """The text of the article, without a headline."""
    headline: str = ""
    """The title in its front matter."""
    lang: str = ""
    """The language that its front matter says."""
    meta: Mapping[str, object] = {}
    """More front matter."""
    format: Literal["markdown", "html", "text", "rst", "asciidoc", "org", "latex"] = "markdown"
    """How it is written."""
    source: str = ""
    """The whole raw file, instead of ``text``, ``headline`` and ``meta``."""
    path: str = ""
    """File name, for rules that read it; the format decides the default."""
    why: str = ""
    """Why it is reported, or not."""
    expect: tuple[str, ...] = ()
    """Texts of the expected findings, where marks cannot stand in the text."""
    also: tuple[str, ...] = ()
    """Other rules that rightly report the example too."""
    files: Mapping[str, str] = {}
    """Other files beside the article (a source, a story bible), by relative path."""


class Examples(NamedTuple):
    bad: tuple[Example, ...] = ()
    """What is reported, where `<<…>>` marks it."""
    good: tuple[Example, ...] = ()
    """What looks alike and is not reported; at least as many as the bad ones."""


class Reading(NamedTuple):
    """What reading the rule's alarms on real articles has shown: all of them, or a sample."""

    articles: int
    """How many articles were linted."""
    alarms: int
    """How many were read, of those at the rule's own severity."""
    true: int
    """How many of these were right."""
    note: str = ""
    """What else is to be known of it."""


class Precision(NamedTuple):
    """How often the rule is right, where it is used and where texts are edited."""

    repositories: Reading | None = None
    """Posts of article repositories."""
    press: Reading | None = None
    """Articles of newspapers and agencies."""
    note: str = ""
    """Why there is nothing to read, such as: by construction."""

    @property
    def readings(self) -> tuple[Reading, ...]:
        return tuple(reading for reading in (self.repositories, self.press) if reading is not None)


class Translation(NamedTuple):
    """What a rule says in another language; what is not given stays English."""

    message: str = ""
    """As the rule's own."""
    messages: Mapping[str, str] = {}
    """As the rule's own."""
    summary: str = ""
    """As the rule's own."""
    rationale: str = ""
    """As the rule's own."""
    what: Mapping[str, str] = {}
    """What the parameters call a thing, by the English words."""


class RuleFile(NamedTuple):
    """The keys of a rule file."""

    check: str
    """The question that the rule asks, with its parameters."""
    severity: Severity
    """An error or a warning fails a run; an info is shown to those who ask for it."""
    message: str
    """What a finding says, in one sentence; `{name}` stands for what the check provides."""
    rationale: str
    """Why the rule exists, for those who get its findings."""
    examples: Examples
    """Small articles that are reported, and such that are not: its tests and its documentation."""
    summary: str = ""
    """What the rule reports, in a few words; its message where this is empty."""
    messages: Mapping[str, str] = {}
    """Other messages that the check may ask for, by their names."""
    status: Status = "stable"
    """A preview rule runs only where it is selected by its id, or with `preview: true`."""
    profile: Literal["", Profile] = ""
    """It runs only where the configuration has this one in its `profiles`, or where it is selected."""
    habit: bool = False
    """What three of the nearest articles in its folder have as well is a habit of the site, and an info."""
    precision: Precision | None = None
    """What was seen when its alarms on real articles were read."""
    languages: tuple[str, ...] = ("all",)
    """The languages it is meant for; of these it runs in those that its check can judge."""
    params: Mapping[str, object] = {}
    """What the check is told."""
    references: tuple[str, ...] = ()
    """Where more can be read."""
    translations: Mapping[str, Translation] = {}
    """What it says in other languages, by the code of the language."""


class Rule(NamedTuple):
    """A loaded rule. ``params`` stay plain data until the rule is bound to its check."""

    id: str
    topic: str
    path: str
    check: str
    severity: Severity
    message: str
    messages: dict[str, str]
    rationale: str
    status: Status
    precision: Precision | None
    languages: tuple[str, ...]
    params: Mapping[str, Any]
    examples: Examples
    references: tuple[str, ...]
    summary: str = ""
    translations: Mapping[str, Mapping[str, str]] = {}
    """By language what its texts are there."""
    own: bool = False
    """Whether it is the user's, from a folder or a package of rules, and none that comes with factlint."""
    profile: Literal["", Profile] = ""
    habit: bool = False
    """What articles beside it have as well is an info."""

    def speaks(self, language: str) -> bool:
        """Whether the rule is meant for articles in this language (``""``: not known)."""
        return "all" in self.languages or language in self.languages

    @property
    def on_by_default(self) -> bool:
        return self.status == "stable" and self.is_shown and not self.profile

    @property
    def is_shown(self) -> bool:
        """Whether people are told of what it finds without asking."""
        return self.own or self.severity > Severity.INFO
