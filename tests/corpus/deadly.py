"""Rules under which some texts end the process that judges them."""

from __future__ import annotations

import os
import pickle
import signal

from linter.corpus.settings import Settings
from linter.finding import Finding
from tests.corpus.rows import settings

DEADLY = "This text is deadly."
STUCK = "This text is endless."


def deadly(findings: list[Finding], source: str) -> list[Finding]:
    """A filter of findings that ends the process, or stops it for ever."""
    if DEADLY in source:
        os.kill(os.getpid(), signal.SIGKILL)
    if STUCK in source:
        os.kill(os.getpid(), signal.SIGSTOP)
    return findings


def deadly_settings() -> Settings:
    """The usual settings, with that filter."""
    policy = pickle.loads(settings().policy)
    policy.rules.filters = (deadly,)
    return settings()._replace(policy=pickle.dumps(policy), digest="deadly")
