"""Linting many files: those that are known are not linted again, the others by several processes.

Whatever the number of processes, the reports are the same and come in the same order.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence

from linter.engine.cache.regexes import keep
from linter.engine.cache.results import Known, Results
from linter.engine.cache.store import Store
from linter.files import PERMIT, allow
from linter.finding import FileReport
from linter.matching.regexes import CODES
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.typed import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

    from linter.matching.regex_codes import Codes

_FEW = 20
"""Files for which no further process is started, whatever their size."""
_TASK = 100_000
"""Bytes that a process takes at once: a tenth of a second's work or two."""
_OPENING = 1_000
"""Bytes that could be linted in the time that it takes to open a file and to report."""
_WORTH = 1_000_000
"""Bytes to lint from which on more than one process pays."""
_MOST = 61
"""Processes that Windows can wait for at once; more are of no use elsewhere either."""


class FileLinter(Protocol):
    """Lints one file at a time."""

    def lint_file(self, path: str) -> FileReport:
        """The findings in one file."""

    def digest(self, path: str) -> bytes | None:
        """What stands for all but the file itself that its findings depend on; nothing if it is broken."""


MakeLinter = Callable[[], FileLinter]


def lint_all(
    linter: FileLinter, again: MakeLinter, paths: Sequence[str], store: Store | None, jobs: int
) -> Iterator[FileReport]:
    """The reports of files, in the order of the paths.

    ``again`` makes a linter like ``linter`` in another process. ``jobs`` is the number of processes;
    0 for as many as there are processors, if there is enough to do.
    """
    if store is None:
        yield from _lint(linter, again, list(paths), jobs)
        return
    results = Results(store)
    known = {path: _known(results, linter, path) for path in paths}
    todo = [path for path, each in known.items() if isinstance(each, Known) and each.report is None]
    fresh = _lint(linter, again, todo, jobs)
    try:
        for path in paths:
            each = known[path]
            if isinstance(each, FileReport):
                yield each
            elif each.report is not None:
                yield each.report
            else:
                report = next(fresh)
                results.keep(each, report)
                yield report
    finally:
        results.close()
        keep(store)


def _known(results: Results, linter: FileLinter, path: str) -> Known | FileReport:
    digest = linter.digest(path)
    if digest is None:
        return linter.lint_file(path)
    found = results.known(path, digest)
    if isinstance(found, OSError):
        return FileReport(path, failures=[found.strerror or str(found)])
    return found


def _lint(linter: FileLinter, again: MakeLinter, paths: list[str], jobs: int) -> Iterator[FileReport]:
    processes = _processes(paths, jobs)
    if processes < 2:
        yield from map(linter.lint_file, paths)
        return
    for path in paths:
        linter.digest(path)  # what is wrong with a configuration has to be known here
    yield linter.lint_file(paths[0])  # what it takes to lint is then there for forked processes too
    yield from _by_processes(linter, again, paths[1:], processes)


def _processes(paths: list[str], jobs: int) -> int:
    if jobs or len(paths) <= _FEW:
        return min(jobs, len(paths), _MOST)
    size = 0
    for path in paths:
        size += _size(path)
        if size > _WORTH:
            return min(processors(), len(paths) // _FEW + 1, _MOST)
    return 1


def _size(path: str) -> int:
    return os.stat(path).st_size if os.path.isfile(path) else 0


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _by_processes(
    linter: FileLinter, again: MakeLinter, paths: list[str], processes: int
) -> Iterator[FileReport]:
    from concurrent.futures.process import BrokenProcessPool

    tasks = _tasks(paths, processes)
    at = 0
    while at < len(tasks):
        try:
            with _pool(linter, again, min(processes, len(tasks) - at)) as pool:
                for reports in _done(pool, tasks[at:]):
                    at += 1
                    yield from reports
        except BrokenProcessPool:  # a file has killed its process: find out which
            yield from (_alone(linter, again, path) for path in tasks[at].paths)
            at += 1


class _Task(NamedTuple):
    """Files that one process lints in a row."""

    paths: tuple[str, ...]
    large: bool
    """It is one file that takes longer than many, and is begun first."""


def _tasks(paths: list[str], processes: int) -> list[_Task]:
    """The files in their order; the last tasks get smaller, so that all processes end at once."""
    sizes = [_size(path) + _OPENING for path in paths]
    left = sum(sizes)
    tasks: list[_Task] = []
    start = size = 0
    for at, each in enumerate(sizes, 1):
        size += each
        if size >= min(_TASK, left // (2 * processes)) or at == len(paths):
            tasks.append(_Task(tuple(paths[start:at]), each > _TASK))
            start, left, size = at, left - size, 0
    return tasks


def _done(pool: Executor, tasks: list[_Task]) -> Iterator[list[FileReport]]:
    """The reports of each task, in order. ``BrokenProcessPool`` if a process has died."""
    futures: dict[int, Future[_Done]] = {}
    try:
        for number in sorted(range(len(tasks)), key=lambda number: not tasks[number].large):
            futures[number] = pool.submit(_lint_task, tasks[number].paths)
        for number in range(len(tasks)):
            yield _taken(futures.pop(number))
    finally:
        for future in futures.values():
            future.cancel()


def _taken(future: Future[_Done]) -> list[FileReport]:
    """The reports of a task; what its process has compiled is kept for the next run."""
    reports, codes = future.result()
    CODES.learn(codes)
    return reports


def _alone(linter: FileLinter, again: MakeLinter, path: str) -> FileReport:
    """The report of a file that may kill the process that lints it."""
    from concurrent.futures.process import BrokenProcessPool

    try:
        with _pool(linter, again, 1) as pool:
            return _taken(pool.submit(_lint_task, (path,)))[0]
    except BrokenProcessPool:
        return FileReport(path, failures=[message("cannot be linted: the process that read it was killed")])


def _pool(linter: FileLinter, again: MakeLinter, processes: int) -> Executor:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    global _linter
    forks = sys.platform.startswith("linux")
    context = multiprocessing.get_context("fork" if forks else "spawn")
    if forks:
        _linter = linter
    begun = () if forks else (again, PERMIT.most, PERMIT.folders)
    return ProcessPoolExecutor(processes, context, _begin, begun)


_Done: TypeAlias = "tuple[list[FileReport], Codes]"
"""The reports of a task, and the patterns that were compiled for them."""

_linter: FileLinter | None = None
"""The linter of this process; a forked process has that of its parent."""


def _begin(make: MakeLinter | None = None, most: int = 0, folders: tuple[str, ...] = ()) -> None:
    import gc
    import signal
    from threading import Thread

    global _linter
    Thread(target=_end_with_parent, daemon=True).start()
    gc.freeze()  # else each collection would copy what is shared with the process that was forked
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if make is not None:
        allow(most, folders)
        _linter = make()


def _end_with_parent() -> None:
    """End this process if its parent is killed: it waits for tasks on a pipe that others of its kind hold."""
    import multiprocessing

    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _lint_task(paths: Iterable[str]) -> _Done:
    assert _linter is not None
    return list(map(_linter.lint_file, paths)), CODES.news()
