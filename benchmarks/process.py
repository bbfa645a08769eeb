"""Runs one command and says what it cost, as the operating system measures it.

    python process.py SECONDS COMMAND…

writes exit code (none if the time was too short), processor seconds, seconds on the clock and KiB at the
peak. A process begins with the memory of the one that started it: this one has next to none, that of a
benchmark has all its articles.
"""

from __future__ import annotations

import os
import subprocess
import sys
from time import perf_counter, sleep


def main() -> None:
    limit, line = float(sys.argv[1]), sys.argv[2:]
    begun = perf_counter()
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(line, stdin=quiet, stdout=quiet, stderr=quiet)
    pid, code = 0, ""
    while not pid:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            code = str(os.waitstatus_to_exitcode(status))
        elif perf_counter() > begun + limit:
            process.kill()
            pid, status, usage = os.wait4(process.pid, 0)
        else:
            sleep(0.002)
    print(code, usage.ru_utime + usage.ru_stime, perf_counter() - begun, usage.ru_maxrss, sep="\n")


if __name__ == "__main__":
    main()
