"""``factlint lsp``: a language server, so that editors show findings while an article is written."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import redirect_stdout
from threading import Thread
from typing import TYPE_CHECKING, BinaryIO, cast

from linter.cli import FAILED, OK
from linter.cli.terminal import say, say_errors
from linter.engine.config_files import ConfigError, read_config
from linter.messages import message

if TYPE_CHECKING:
    from linter.lsp.server import Server
    from linter.lsp.worker import Worker


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", metavar="FILE", help="use this configuration for all files")


def run(args: argparse.Namespace) -> int:
    """Serve on stdin and stdout until the editor ends it."""
    try:
        if args.config:
            read_config(args.config)
        from linter.lsp.server import Server
        from linter.lsp.worker import Worker
    except ImportError:
        say(message("error: the language server needs pygls: pip install 'factlint[lsp]'"))
        return FAILED
    except ConfigError as error:
        say_errors(error.problems)
        return FAILED
    if not args.debug:
        _without_tracebacks()
    worker = Worker()
    server = Server(worker, args.config)
    channel = open(os.dup(sys.stdout.fileno()), "wb")  # noqa: SIM115 - the server closes it
    with redirect_stdout(sys.stderr):  # what anybody prints is no message to the editor
        Thread(target=_listen, args=(server, worker, channel), daemon=True).start()
        worker.run()
    return OK


def _listen(server: Server, worker: Worker, channel: BinaryIO) -> None:
    """Talk to the editor until the end, which is that of the worker too."""
    from linter.lsp.incoming import Incoming

    try:
        server.start_io(cast("BinaryIO", Incoming(sys.stdin.buffer)), channel)
    finally:
        worker.close()


def _without_tracebacks() -> None:
    import logging

    for name in ("pygls", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
