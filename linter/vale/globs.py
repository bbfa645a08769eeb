"""The globs of a ``.vale.ini``: ``*`` matches slashes too unless the glob has a ``**``."""

from __future__ import annotations

import re
from functools import lru_cache

from linter.matching.regexes import lazy

_TOKEN = lazy(r"\*\*/?|\*|\?|\\.|\[!?[^\]]+\]|[{},]|.", re.DOTALL)


@lru_cache(maxsize=256)
def _compiled(glob: str) -> re.Pattern[str]:
    one = "[^/]" if "**" in glob else "."
    depth = 0
    parts: list[str] = []
    for token in _TOKEN.findall(glob):
        if token.startswith("**"):
            parts.append("(?:.*/)?" if token.endswith("/") else ".*")
        elif token in ("*", "?"):
            parts.append(one + "*" if token == "*" else one)
        elif token[0] == "[" and len(token) > 1:
            parts.append("[" + token[1:].replace("!", "^", 1) if token[1] == "!" else token)
        elif token == "{" or (token == "}" and depth):
            depth += 1 if token == "{" else -1
            parts.append("(?:" if token == "{" else ")")
        elif token == "," and depth:
            parts.append("|")
        else:
            parts.append(re.escape(token.removeprefix("\\") if len(token) > 1 else token))
    return re.compile("".join(parts), re.DOTALL)


def means(glob: str, path: str) -> bool:
    """Whether a glob means a path (with forward slashes). A leading ``!`` turns the answer round."""
    plain = glob.lstrip("!")
    return (_compiled(plain).fullmatch(path) is not None) != (plain != glob)
