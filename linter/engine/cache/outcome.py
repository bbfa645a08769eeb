"""What a run has said, kept with the signatures of all files and folders that had a say in it.

It is asked for before anything is known of the project, and before much is imported. So it stands among the
caches of projects in the folder of the working directory, and answers one question: all else that has a say,
such as the arguments.
"""

from __future__ import annotations

import os
import sys

from linter.engine.cache.keyed import Prover, Stamp, stamp_digest
from linter.engine.cache.location import cache_folder
from linter.engine.cache.private import Refused, read_file, write_file
from linter.engine.cache.projects import key_of, known_project, open_caches, open_project
from linter.engine.cache.signatures import SIZE, signature_at

_NAME = "last-run"
_MOST = 256 << 20
_ENCODING, _ERRORS = sys.getfilesystemencoding(), sys.getfilesystemencodeerrors()
_BETWEEN = "\0"
_PACKAGE = os.path.dirname(os.path.abspath(__file__))
"""Of two linters that share a cache each has its own answers."""

Outcome = tuple[str, str, int]
"""What a run has written to stdout and stderr, and its exit code."""


def kept_outcome(wanted: str | None, question: Stamp) -> Outcome | None:
    """The outcome of the last run, if it was asked this question and nothing that had a say has changed.

    ``wanted`` is the cache folder that the command line names.
    """
    try:
        folder, key = known_project(cache_folder(wanted), os.getcwd())
    except (OSError, Refused):
        return None
    data = read_file(os.path.join(folder, _NAME), _MOST)
    prover = _prover(key, folder, question)
    kept = memoryview(data)[prover.size :] if data else None
    if data is None or kept is None or data[: prover.size] != prover.proof(kept):
        return None
    paths, signatures, outcome = _unpacked(bytes(kept))
    return outcome if b"".join(map(signature_at, paths)) == signatures else None


def keep_outcome(wanted: str | None, question: Stamp, had_a_say: dict[str, bytes], outcome: Outcome) -> None:
    """Keep an outcome instead of that of the run before, with the signatures of all that had a say."""
    caches, here = cache_folder(wanted), os.getcwd()
    try:
        open_caches(caches, here)
        folder, key = open_project(caches, here), key_of(caches)
    except (OSError, Refused):
        return
    data = _packed(had_a_say, outcome)
    write_file(os.path.join(folder, _NAME), _prover(key, folder, question).proof(data) + data)


def _prover(key: bytes, folder: str, question: Stamp) -> Prover:
    programs = (_PACKAGE, sys.hexversion, tuple(map(str, sys.path)))  # language models are found there
    purpose = (_NAME, os.path.basename(folder), os.getcwd(), programs, question)
    return Prover(key, stamp_digest(purpose))


def _packed(had_a_say: dict[str, bytes], outcome: Outcome) -> bytes:
    out, err, code = outcome
    paths = _BETWEEN.join(had_a_say).encode(_ENCODING, _ERRORS)
    written, said = out.encode("utf-8", "surrogatepass"), err.encode("utf-8", "surrogatepass")
    head = f"{len(paths)} {len(had_a_say) * SIZE} {len(written)} {code}\n".encode("ascii")
    return b"".join((head, paths, *had_a_say.values(), written, said))


def _unpacked(data: bytes) -> tuple[list[str], bytes, Outcome]:
    head, _, rest = data.partition(b"\n")
    *sizes, code = map(int, head.split())
    parts = []
    for size in sizes:
        parts.append(rest[:size])
        rest = rest[size:]
    paths, signatures, written = parts
    outcome = written.decode("utf-8", "surrogatepass"), rest.decode("utf-8", "surrogatepass"), code
    return paths.decode(_ENCODING, _ERRORS).split(_BETWEEN), signatures, outcome
