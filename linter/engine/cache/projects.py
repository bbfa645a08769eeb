"""The folder with the caches of all projects: a tag, a key, and one flat folder for each project."""

from __future__ import annotations

import os

from linter.engine.cache.keyed import content_digest
from linter.engine.cache.location import KEY_VARIABLE, check_location
from linter.engine.cache.private import Refused, check_folder, make_folder, read_file, write_file

TAG = "CACHEDIR.TAG"
_TAG_TEXT = b"Signature: 8a477f597d28d172789f06886806bc55\n# This folder is a cache of factlint.\n"
_IGNORED = ".gitignore"
_KEY = "key"
_HEXADECIMAL = frozenset("0123456789abcdef")
_KEY_SIZE = 32
_LEAST_SECRET = 32
"""Characters: sixteen random bytes as they are usually written."""
_MOST = 100
"""Projects that are kept; with one more the one goes that was longest not written to."""


def open_caches(folder: str, root: str) -> None:
    """See that there is a cache folder for the project below ``root``.

    ``Refused`` or ``OSError`` if there is none that can be used.
    """
    check_location(folder, root)
    make_folder(folder)
    if os.path.lexists(os.path.join(folder, TAG)):
        return
    names = os.listdir(folder)
    if TAG not in names and not all(name.startswith(TAG) for name in names):
        raise Refused(f"{folder} is not empty and no cache of factlint")
    write_file(os.path.join(folder, TAG), _TAG_TEXT)  # first of all: by it the folder is known
    write_file(os.path.join(folder, _IGNORED), b"*\n")


def check_caches(folder: str) -> None:
    """``Refused`` unless it is a cache folder of ours; ``OSError`` if there is none."""
    check_folder(folder)
    if read_file(os.path.join(folder, TAG), len(_TAG_TEXT)) != _TAG_TEXT:
        raise Refused(f"{folder} is no cache of factlint")


def open_project(folder: str, root: str) -> str:
    """The folder of a project in a cache folder, made if it is not there; errors as :func:`open_caches`."""
    path = project_folder(folder, root)
    if make_folder(path):
        _remove_oldest(folder)
    return path


def known_project(folder: str, root: str) -> tuple[str, bytes]:
    """The folder of a project and the key, if both are there; ``Refused`` or ``OSError`` if not."""
    check_location(folder, root)
    check_folder(folder)
    path = project_folder(folder, root)
    check_folder(path)
    key = _secret() or _key_in(os.path.join(folder, _KEY))
    if key is None:
        raise Refused(f"{folder} has no key")
    return path, key


def project_folder(folder: str, root: str) -> str:
    """Where a cache folder has what is kept of a project."""
    return os.path.join(folder, content_digest(os.fsencode(os.path.realpath(root)))[:16].hex())


def project_folders(folder: str) -> list[str]:
    """The folders of all projects in a cache folder."""
    names = [name for name in os.listdir(folder) if len(name) == 32 and _HEXADECIMAL.issuperset(name)]
    return [path for name in sorted(names) if os.path.isdir(path := os.path.join(folder, name))]


def _remove_oldest(folder: str) -> None:
    try:
        projects = sorted(project_folders(folder), key=os.path.getmtime)
        for path in projects[:-_MOST]:
            remove_project(path)
    except OSError:
        return


def remove_project(path: str) -> None:
    """Remove the folder of a project with its files, following no link; ``OSError`` if more is in it."""
    check_folder(path)
    for name in os.listdir(path):
        os.unlink(os.path.join(path, name))
    os.rmdir(path)


def remove_caches(folder: str) -> None:
    """Remove a cache folder with all that is ours in it, and no more; ``OSError`` if something cannot be."""
    for path in project_folders(folder):
        remove_project(path)
    for name in os.listdir(folder):
        if name.split(".")[0] == _KEY or name.startswith(_IGNORED):
            os.unlink(os.path.join(folder, name))
    os.unlink(os.path.join(folder, TAG))
    try:
        os.rmdir(folder)
    except OSError:  # something else is in it
        return


def key_of(folder: str) -> bytes:
    """The key that everything in a cache folder is authenticated by.

    It is random and kept in the folder, readable by the user alone; or it is a secret of the environment, for
    folders that come from elsewhere. ``Refused`` if that is too short.
    """
    path = os.path.join(folder, _KEY)
    return _secret() or _key_in(path) or _new_key(path)


def _secret() -> bytes | None:
    """The key of the environment, if there is one."""
    secret = os.environ.get(KEY_VARIABLE)
    if secret and len(secret) < _LEAST_SECRET:
        raise Refused(f"{KEY_VARIABLE} has less than {_LEAST_SECRET} characters")
    return content_digest(os.fsencode(secret)) if secret else None


def _key_in(path: str) -> bytes | None:
    key = read_file(path, _KEY_SIZE, secret=True)
    return key if key and len(key) == _KEY_SIZE else None


def _new_key(path: str) -> bytes:
    """A key for a folder without one; that of another process if it has been quicker."""
    key = os.urandom(_KEY_SIZE)
    write_file(path, key)
    return _key_in(path) or key
