"""The command line, one module a subcommand."""

from __future__ import annotations

OK, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: nothing at or above the threshold; findings; the job could not be done; Ctrl-C."""

COMMANDS = {
    "check": "lint articles (the default)",
    "explain": "say what a rule is about, with its examples",
    "rules": "list the rules",
    "test": "run the examples of rules",
    "facts": "keep a story bible: add, import, suggest",
    "corpus": "judge an archive: tables of articles in, tables of findings out",
    "init": "look at a repository, and write a configuration of what was learned",
    "lsp": "serve an editor",
    "serve": "show a page to paste into, and answer over HTTP what speaks LanguageTool's protocol",
    "clean": "remove what is kept between runs",
    "schema": "print the JSON Schema of rule or configuration files",
    "completion": "print what completes the command in a shell",
}
