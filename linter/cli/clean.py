"""``factlint clean``: remove what was kept between runs."""

from __future__ import annotations

import argparse
import os
import shutil
import sys

from linter.cli.main import FAILED, OK
from linter.engine.cache.folder import FOLDER
from linter.engine.config import ConfigError, ConfigFinder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", metavar="FILE", help="use this configuration")
    parser.add_argument("--cache-dir", metavar="FOLDER", help="the folder to remove")


def run(args: argparse.Namespace) -> int:
    """Remove the cache folder; it is no fault if there is none."""
    try:
        folder = args.cache_dir or os.path.join(ConfigFinder(args.config).of(os.getcwd()).root, FOLDER)
    except ConfigError as error:
        print(error, file=sys.stderr)
        return FAILED
    if not os.path.isdir(folder):
        print(f"There is no {os.path.relpath(folder)}.", file=sys.stderr)
        return OK
    if not os.path.isfile(os.path.join(folder, "CACHEDIR.TAG")):
        print(f"error: {folder} is no cache folder; it was left alone", file=sys.stderr)
        return FAILED
    shutil.rmtree(folder, ignore_errors=True)
    print(f"Removed {os.path.relpath(folder)}.", file=sys.stderr)
    return OK
