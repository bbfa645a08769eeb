"""What a run met and did not lint, said beside its report: silence must not read as approval."""

from __future__ import annotations

from linter.cli.terminal import say
from linter.engine.discover import PassedOver


def say_passed_over(passed: PassedOver, sites: bool) -> None:
    """Count the documents of formats that are not read; with ``sites`` name the generators, too."""
    for folder, name in passed.sites.items() if sites else ():
        where = folder or "this folder"
        say(f"note: {where} is a site of {name}; its layouts, themes and output are left out")
    for suffix, count in sorted(passed.suffixes.items()):
        files = "file was" if count == 1 else "files were"
        say(f"note: {count:,} {suffix} {files} not read: the format is not known")
