"""``factlint serve``: a page, and an HTTP server for LanguageTool's clients and publishing systems."""

from __future__ import annotations

import argparse
import signal

from linter.cli import FAILED, OK
from linter.cli.terminal import say, say_errors
from linter.engine.config_files import ConfigError
from linter.messages import message
from linter.quoting import reason


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", metavar="FILE", help="use this configuration")
    parser.add_argument("--isolated", action="store_true", help="read no configuration")
    parser.add_argument(
        "--host", default="127.0.0.1", help="the address to listen on (default: this machine only)"
    )
    parser.add_argument(
        "--port", type=int, default=8765, help="the port (default: 8765; 0 takes one that is free)"
    )
    parser.add_argument(
        "--allow-host",
        action="append",
        default=[],
        metavar="NAME",
        help="a name that the server is asked by, beside localhost",
    )
    parser.add_argument(
        "--allow-origin",
        action="append",
        default=[],
        metavar="ORIGIN",
        help="pages that may ask, such as https://cms.example.org",
    )
    parser.add_argument(
        "--workers", type=int, default=0, metavar="N", help="processes (default: one a processor)"
    )
    parser.add_argument(
        "--time-limit", type=int, default=10, metavar="SECONDS", help="for a text (default: 10)"
    )
    parser.add_argument("--max-size", type=int, default=4, metavar="MIB", help="of a text (default: 4)")


def run(args: argparse.Namespace) -> int:
    """Serve until a signal ends it."""
    try:
        from linter.serve.job import Settings
        from linter.serve.judge import Judge
        from linter.serve.server import Limits, Server, address, listen
        from linter.serve.worker import GivenUp
    except ImportError:
        say(message("error: the server needs uvicorn and starlette: pip install 'factlint[serve]'"))
        return FAILED
    if args.time_limit < 1 or args.max_size < 1 or args.workers < 0 or not 0 <= args.port < 2**16:
        say(message("error: sizes, times, ports and numbers of processes are positive"))
        return FAILED
    settings = Settings(args.config or "", args.isolated, args.time_limit)
    limits = Limits(
        args.workers, args.max_size * 2**20, (args.host, *args.allow_host), tuple(args.allow_origin)
    )
    try:
        Judge(settings)
        listening = listen(args.host, args.port)
    except ConfigError as error:
        say_errors(error.problems)
        return FAILED
    except OSError as error:
        place = f"{args.host}:{args.port}"
        problem = message("{place}: {problem}", place=place, problem=reason(error))
        say(message("error: {problem}", problem=problem))
        return FAILED
    say(message("Listening at {address}; Ctrl-C ends it.", address=address(listening)))
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # else processes that hang would be left behind
    try:
        Server(settings, limits, listening).run()
    except KeyboardInterrupt:
        return OK
    except GivenUp:
        say(message("error: the processes that judge do not start"))
        return FAILED
    return OK
