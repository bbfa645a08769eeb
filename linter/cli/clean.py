"""``factlint clean``: remove what was kept between runs."""

from __future__ import annotations

import argparse
import os

from linter.cli import FAILED, OK
from linter.cli.terminal import say
from linter.engine.cache.location import cache_folder
from linter.engine.cache.private import Refused
from linter.engine.cache.projects import check_caches, project_folder, remove_caches, remove_project
from linter.engine.config_files import ConfigError, ConfigFinder
from linter.messages import message


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help="remove what is kept of all projects")
    parser.add_argument("--config", metavar="FILE", help="use this configuration")
    parser.add_argument("--cache-dir", metavar="FOLDER", help="where it is kept, as for check")


def run(args: argparse.Namespace) -> int:
    """Remove what is kept of this project, or of all; it is no fault if there is nothing."""
    try:
        folder = cache_folder(args.cache_dir)
        gone = folder if args.all else project_folder(folder, ConfigFinder(args.config).of(os.getcwd()).root)
        check_caches(folder)
        (remove_caches if args.all else remove_project)(gone)
    except FileNotFoundError:
        say(message("Nothing is kept."))
        return OK
    except (ConfigError, Refused) as error:
        say(*f"error: {error}".split("\n"))
        return FAILED
    except OSError as error:
        say(message("error: {path}: {failure}", path=str(error.filename), failure=str(error.strerror)))
        return FAILED
    say(message("Removed {path}.", path=gone))
    return OK
