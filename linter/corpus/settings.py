"""How the rows of an archive are judged: plain data, made once and sent to every process that judges."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from typing import Any

from linter.decode import Problem
from linter.engine.cache.digest import portable_digest
from linter.engine.config_files import ConfigError, ConfigFinder
from linter.engine.policies import Choice, Policies, Policy
from linter.namedtuples import NamedTuple
from linter.topics.names import nlp

NAME = "article"
"""What a row is called when the configuration is asked how files are judged; its overrides name files."""
_LARGEST = 2**31 - 1
"""Places in the tables are numbers of 32 bits."""
MOST = 1_000_000
"""Characters of an article: a book. It takes about 100 MB to judge one."""


class WrongModels(Exception):
    """Another machine has other spaCy models than the one that the settings were made on."""


class Settings(NamedTuple):
    """How rows are judged. Nothing in it names a machine, a user or a folder of theirs."""

    policy: bytes
    """Configuration, rules and story bible, pickled: only for processes that belong to whoever made it."""
    digest: str
    """Stands for all that has a say in what is found: the same on every machine, and in another process."""
    columns: Mapping[str, str] = {}
    """What columns are called, by :data:`linter.corpus.columns.NAMES`; the others are guessed."""
    format: str = "text"
    """How texts are written whose row does not say it."""
    max_chars: int = MOST
    """A longer text is not judged; its row says so."""
    models: tuple[str, ...] = ()
    """The spaCy models that recognise names, by their folders; a machine without them is refused."""


def settings_of(
    choice: Choice | None = None,
    finder: ConfigFinder | None = None,
    columns: Mapping[str, str] | None = None,
    format: str = "text",
    max_chars: int = MOST,
    with_nlp: bool = True,
) -> Settings:
    """Settings by the rules and the configuration that hold in the working directory.

    ``finder`` without which no configuration is read, ``with_nlp`` whether installed spaCy models are asked.
    ``ConfigError`` if the configuration is broken.
    """
    max_chars = min(max_chars, _LARGEST)
    policies = Policies(choice or Choice(), finder or ConfigFinder(isolated=True), None)
    policies.reject_unknown_choice()
    policy = policies.of(NAME)
    if policies.problems:
        raise ConfigError(policies.problems)
    models = nlp.installed() if with_nlp else ()
    digest = portable_digest(policy.basis, *_more(policy), format, max_chars, models)
    return Settings(_packed(policy), digest, columns or {}, format, max_chars, models)


def _more(policy: Policy) -> tuple[Any, ...]:
    """What else has a say."""
    config = policy.config
    return (sorted(config.vocabulary), config.metadata, int(config.min_severity), config.time_limit)


def _packed(policy: Policy) -> bytes:
    try:
        return pickle.dumps(policy)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        told = f"these rules cannot be sent to other processes: {error}"
        raise ConfigError([Problem(NAME, 0, 0, told)]) from None


_policies: dict[str, Policy] = {}
"""Those of this process, by the digests of their settings."""


def policy_of(settings: Settings) -> Policy:
    """The policy again, made once in each process. ``WrongModels`` if this machine has not the models."""
    if settings.digest not in _policies:
        _policies[settings.digest] = _unpacked(settings)
    return _policies[settings.digest]


def _unpacked(settings: Settings) -> Policy:
    wanted = settings.models
    missing = sorted(set(wanted) - set(nlp.installed()))
    if missing:
        raise WrongModels(f"these models are not installed here: {', '.join(missing)}")
    nlp.use_only(wanted)
    policy: Policy = pickle.loads(settings.policy)
    return policy
