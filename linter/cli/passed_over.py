"""What a run met and did not lint, said beside its report: silence must not read as approval."""

from __future__ import annotations

from linter.cli.terminal import say
from linter.engine.discover import PassedOver
from linter.messages import message, plural


def say_passed_over(passed: PassedOver, sites: bool) -> None:
    """Count the documents of formats that are not read; with ``sites`` name the generators, too."""
    for folder, name in passed.sites.items() if sites else ():
        where = folder or message("this folder")
        say(
            message(
                "note: {folder} is a site of {name}; its layouts, themes and output are left out",
                folder=where,
                name=name,
            )
        )
    for suffix, count in sorted(passed.suffixes.items()):
        say(
            plural(
                count,
                "note: {number} {suffix} file was not read: the format is not known",
                "note: {number} {suffix} files were not read: the format is not known",
                suffix=suffix,
            )
        )
