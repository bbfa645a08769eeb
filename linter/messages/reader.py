"""Which language the reader has."""

from __future__ import annotations

from collections.abc import Mapping

WRITTEN_IN = "en"
"""The language that messages are written in."""
LANGUAGES = (WRITTEN_IN, "fr", "de", "es", "it", "pt", "nl", "pl")
"""The languages that messages are there in."""
AUTO = "auto"


def reader_language(environment: Mapping[str, str]) -> str:
    """The language of the locale, as gettext finds it out: English for C, POSIX and what has no catalogue.

    ``LANGUAGE`` lists languages by preference, and counts only where the locale is a real one.
    """
    locale = environment.get("LC_ALL") or environment.get("LC_MESSAGES") or environment.get("LANG") or ""
    if _code(locale) in ("", "c", "posix"):
        return WRITTEN_IN
    wanted = (environment.get("LANGUAGE") or "").split(":")
    return next((code for each in (*wanted, locale) if (code := _code(each)) in LANGUAGES), WRITTEN_IN)


def _code(locale: str) -> str:
    """``fr`` of ``fr_CA.UTF-8@euro``."""
    for mark in "@._-":
        locale = locale.partition(mark)[0]
    return locale.lower()
