"""Where the cache stands: in the folder that the system has for the caches of a user, never in a checkout."""

from __future__ import annotations

import os
import sys

from linter.engine.cache.private import Refused

FOLDER_VARIABLE = "FACTLINT_CACHE_DIR"
KEY_VARIABLE = "FACTLINT_CACHE_KEY"


def cache_folder(wanted: str | None) -> str:
    """The folder with the caches of all projects: ``wanted``, or as the environment says, or the user's."""
    folder = os.path.expanduser(wanted or os.environ.get(FOLDER_VARIABLE) or user_cache_folder())
    if folder.startswith("~"):
        raise Refused(f"there is no home folder; {FOLDER_VARIABLE} can name another one")
    return os.path.abspath(folder)


def user_cache_folder() -> str:
    """Where the XDG Base Directory Specification, macOS and Windows have it, as platformdirs knows them."""
    if sys.platform == "win32":
        top = os.environ.get("LOCALAPPDATA") or r"~\AppData\Local"
        return os.path.join(top, "factlint", "Cache")
    if sys.platform == "darwin":
        return "~/Library/Caches/factlint"
    top = os.environ.get("XDG_CACHE_HOME", "")
    return os.path.join(top if os.path.isabs(top) else "~/.cache", "factlint")


def check_location(folder: str, root: str) -> None:
    """``Refused`` if a cache folder stands where whoever sends the files of the project could put one.

    ``root`` is the folder of the project. With a key from the environment the folder may be there, but no
    link may lead out of the project to it.
    """
    real, top = os.path.realpath(folder), _work_tree(os.path.realpath(root))
    leads_there = _is_below(real, top)
    if not (leads_there or _is_below(folder, _work_tree(os.path.abspath(root)))) or _is_home(top):
        return
    if not os.environ.get(KEY_VARIABLE):
        raise Refused(f"{folder} is inside of the project, and {KEY_VARIABLE} is not set")
    if not leads_there:
        raise Refused(f"{folder} leads out of the project by a link")


def _is_home(top: str) -> bool:
    """Whether a folder is no checkout but a user's own, where a configuration may stand, or one above."""
    home = os.path.realpath(os.path.expanduser("~"))
    return _is_below(home, top) and not os.path.lexists(os.path.join(top, ".git"))


def _work_tree(folder: str) -> str:
    """The git work tree that a folder belongs to; the folder itself if there is none."""
    top = folder
    while not os.path.lexists(os.path.join(top, ".git")):
        top, below = os.path.dirname(top), top
        if top == below:
            return folder
    return top


def _is_below(folder: str, top: str) -> bool:
    return f"{folder}{os.sep}".startswith(top if top.endswith(os.sep) else top + os.sep)
