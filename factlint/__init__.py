"""factlint in a program: an article in, findings out.

    >>> import factlint
    >>> [finding.text for finding in factlint.check("They met on Monday, 18 August 2024.", lang="en")]
    ['Monday, 18 August 2024']

What is named here stays, as versions count; the package ``linter`` beside it is how it is made, and changes.
"""

from __future__ import annotations

from factlint.api import Checker, check
from factlint.findings import CheckError, ConfigurationError, Finding, Related
from linter import __version__

__all__ = [
    "CheckError",
    "Checker",
    "ConfigurationError",
    "Finding",
    "Related",
    "__version__",
    "check",
]
