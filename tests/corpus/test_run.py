"""From an archive to tables: whole, whatever happens on the way."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from linter.corpus.discover import inputs_of
from linter.corpus.folder import Folder, Refused
from linter.corpus.judge import Row, judged
from linter.corpus.pool import GivenUp, Progress
from linter.corpus.readers import columns_of
from linter.corpus.run import Run, TooManyFailures
from linter.corpus.settings import Settings, settings_of
from linter.corpus.tables import Counts
from linter.engine.policies import Choice
from tests.corpus.conftest import read, rows, tables, write_lines, write_parquet
from tests.corpus.deadly import DEADLY, STUCK, deadly_settings
from tests.corpus.rows import settings


def run(
    archive: Path,
    out: Path,
    settings: Settings,
    processes: int = 1,
    resume: bool = True,
    fail_above: float = 1,
) -> tuple[Run, list[Progress]]:
    inputs = inputs_of([str(archive)], settings)
    folder = Folder(str(out))
    folder.begin(inputs, settings, resume)
    made = Run(inputs, folder, settings, fail_above)
    told: list[Progress] = []
    made.judge(processes, told.append)
    return made, told


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Five files in Parquet and JSON Lines."""
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in range(4):
        write_parquet(folder / f"{number}.parquet", rows(20)[5 * number : 5 * number + 5], 2)
    write_lines(folder / "4.jsonl", rows(22)[20:])
    return folder


def test_the_tables(archive: Path, tmp_path: Path) -> None:
    made, told = run(archive, tmp_path / "one", settings())
    two, _ = run(archive, tmp_path / "two", settings(), processes=2)
    assert tables(tmp_path / "one") == tables(tmp_path / "two")

    articles = {str(each["id"]): each for each in read(tmp_path / "one")}
    findings = read(tmp_path / "one", "findings")
    records = read(tmp_path / "one", "records")
    assert sorted(articles) == [f"{number:03}.md" for number in range(22)]
    assert made.counts == two.counts == Counts(22, 0, len(findings))
    for row in rows(22):
        values = {name: value for name, value in row.items() if value is not None and name != "id"}
        expected = judged(Row(str(row["id"]), values), settings())
        own = [{k: v for k, v in each.items() if k != "id"} for each in findings if each["id"] == row["id"]]
        assert own == expected["findings"]
        assert [each["key"] for each in records if each["id"] == row["id"]] == [
            each["key"] for each in expected["records"]
        ]
        assert articles[str(row["id"])] == {
            **{k: v for k, v in expected.items() if k != "records"},
            "findings": len(own),
        }
    assert sum(each.rows for each in told) == 22
    assert round(sum(each.size for each in told)) == sum(path.stat().st_size for path in archive.iterdir())
    assert made.peak > 0


def test_what_is_done_is_not_done_again(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(archive, out, settings())
    before = tables(out)
    articles = sorted((out / "articles").iterdir())
    kept = articles[0].stat().st_mtime_ns
    lost = sum(pq.read_metadata(path).num_rows for path in articles[1:3])
    articles[1].unlink()
    (out / "findings" / articles[2].name).unlink()
    articles[2].unlink()
    made, _ = run(archive, out, settings())
    assert tables(out) == before
    assert articles[0].stat().st_mtime_ns == kept
    assert (made.counts.rows, made.known) == (22, 22 - lost)
    made, _ = run(archive, out, settings(), resume=False)
    assert made.known == 0
    assert tables(out) == before


def test_rows_that_end_their_process(tmp_path: Path) -> None:
    plain = rows(12)
    deadly = [{**row, "text": DEADLY} if number in (3, 4, 11) else row for number, row in enumerate(plain)]
    run(write_lines(tmp_path / "a.jsonl", plain), tmp_path / "plain", settings())
    made, told = run(write_lines(tmp_path / "b.jsonl", deadly), tmp_path / "out", deadly_settings())
    assert made.counts.rows == sum(each.rows for each in told) == 12
    assert made.counts.failures == 3
    for number, (one, other) in enumerate(zip(read(tmp_path / "plain"), read(tmp_path / "out"), strict=True)):
        if number in (3, 4, 11):
            assert other["failures"] == ["cannot be linted: the process that read it was killed"]
            assert other["id"] == one["id"]
        else:
            assert other == one


@pytest.mark.skipif(
    not Path("/proc/self/stat").exists(), reason="only Linux says whether a process is stopped"
)
def test_rows_of_which_a_process_never_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stuck = [{**row, "text": STUCK} if number == 2 else row for number, row in enumerate(rows(4))]

    now = 0.0

    def clock() -> float:
        """Time stands still but while a process is stopped: then every look at it takes ten seconds."""
        nonlocal now
        children = (Path(f"/proc/{each.pid}/stat") for each in multiprocessing.active_children())
        if "T" in {path.read_text().rpartition(")")[2].split()[0] for path in children}:
            now += 10
        return now

    monkeypatch.setattr("linter.corpus.pool.monotonic", clock)
    monkeypatch.setattr("linter.corpus.pool._silence", lambda settings: 1)
    made, _ = run(write_lines(tmp_path / "a.jsonl", stuck), tmp_path / "out", deadly_settings())
    assert made.counts[:2] == (4, 1)
    assert [bool(each["failures"]) for each in read(tmp_path / "out")] == [False, False, True, False]


def test_a_row_group_that_is_broken(tmp_path: Path) -> None:
    path = write_parquet(tmp_path / "a.parquet", rows(), 12)
    data = bytearray(path.read_bytes())
    at = len(data) // 3
    data[at : at + 200] = bytes(200)
    path.write_bytes(data)
    made, _ = run(path, tmp_path / "out", settings())
    there = read(tmp_path / "out")
    lost = there[-1]
    assert str(lost["id"]).startswith("a.parquet:0:")
    assert made.counts.rows == 12
    assert made.counts.failures == 12 - len(there) + 1
    assert f"{made.counts.failures} rows are lost" in str(lost["failures"])


def test_a_file_that_breaks_off_does_not_lose_the_others(archive: Path, tmp_path: Path) -> None:
    (archive / "5.jsonl.gz").write_bytes(bytes.fromhex("1f8b0800000000000003"))
    (archive / "6.jsonl").write_text('{"text": "The last."}\n')

    def columns(path: str, kind: str) -> list[str]:
        return ["text"] if "gz" in path else columns_of(path, kind)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("linter.corpus.discover.columns_of", columns)
        made, _ = run(archive, tmp_path / "out", settings())
    assert made.counts.rows == 23
    assert len(made.broken) <= 1


def test_without_limits(tmp_path: Path) -> None:
    limitless = settings_of(Choice(time_limit=0), format="markdown", max_chars=10**30)
    made, _ = run(write_lines(tmp_path / "a.jsonl", rows(3)), tmp_path / "out", limitless)
    assert made.counts[:2] == (3, 0)


def test_too_many_failures(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "good"}\n' + "no JSON\n" * 3)
    run(path, tmp_path / "out", settings(), fail_above=0.75)
    with pytest.raises(TooManyFailures):
        run(path, tmp_path / "out", settings(), fail_above=0.7)


def test_processes_that_cannot_judge(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", rows())
    elsewhere = settings()._replace(models=("xx_core_none_lg-1.0.0",), digest="here")
    from linter.corpus import settings as module

    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(module._policies, "here", module.policy_of(settings()))
        with pytest.raises(GivenUp, match="xx_core_none_lg"):
            run(path, tmp_path / "out", elsewhere)


def test_other_tables_are_not_touched(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    folder = Folder(str(out))
    inputs = inputs_of([str(archive)], settings())
    folder.begin(inputs, settings(), True)
    folder.begin(inputs, settings(), True)
    with pytest.raises(Refused, match="by other rules or settings"):
        folder.begin(inputs, settings()._replace(digest="other"), True)
    with pytest.raises(Refused, match="of other files"):
        folder.begin(inputs[1:], settings(), True)
    (out / "articles" / "old.parquet").touch()
    folder.begin(inputs[1:], settings(), False)
    assert list((out / "articles").iterdir()) == []
    (out / "corpus.json").write_text("{")
    with pytest.raises(Refused, match="not valid JSON"):
        folder.begin(inputs, settings(), True)
    (out / "corpus.json").write_text("[" * 100_000)
    with pytest.raises(Refused, match="not valid JSON"):
        folder.begin(inputs, settings(), True)
    with pytest.raises(Refused, match="is not empty"):
        Folder(str(archive)).begin(inputs, settings(), True)
