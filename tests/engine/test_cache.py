"""What stands in a cache is believed only if this user's linter wrote it, and else harms nothing."""

from __future__ import annotations

import json
import marshal
import os
import random
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from fuzz.cache import OneCode, Project, crowd, killed_at, mutate
from linter.engine import config as settings
from linter.engine.cache import private, projects
from linter.engine.cache.keyed import Prover
from linter.engine.cache.location import cache_folder, user_cache_folder
from linter.engine.cache.private import Refused
from linter.engine.cache.rulebooks import Books
from linter.engine.cache.stamps import Code, signed
from linter.engine.cache.store import Store
from linter.engine.config_files import ConfigFinder
from linter.engine.guests import Guests
from linter.engine.run import Linter
from linter.finding import FileReport
from linter.matching.regex_codes import stamp
from linter.rules.load import load_rules
from linter.rules.serial import LaterParams, plain_rules, rules_of

CRASH = b"<\x01\x00\x00\x00\xa9\x01r\x00\x00\x00\x00"
"""``marshal`` makes a set of a tuple that holds itself, and overflows the stack over its hash."""
SECRET = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project that has been linted twice, so that everything that can be kept is."""
    made = Project(tmp_path)
    made.check("first")
    made.check("second")
    return made


def folder_of(project: Project) -> Path:
    return Path(projects.project_folder(str(project.cache), str(project.articles)))


def kept(project: Project) -> set[str]:
    return {path.name.split("-")[0] for path in folder_of(project).iterdir()}


def store(project: Project) -> Store:
    return Store(str(project.cache), str(project.articles))


def test_six_kinds_of_state_are_kept(project: Project) -> None:
    assert kept(project) == {"files", "joint", "last", "patterns", "reports", "rules"}


# -- what somebody else has written ------------------------------------------------------------------------

BOMBS = {
    "marshal": CRASH,
    "marshal of what was expected": marshal.dumps((((), ()), {})),
    "nothing": b"",
    "deep": b"[" * 1_000_000,
    "a number": b"9" * 1_000_000,
    "pickle": b"cos\nsystem\n(S'touch pwned'\ntR.",
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_no_file_is_parsed_before_it_is_proved(project: Project, bomb: bytes) -> None:
    for path in folder_of(project).iterdir():
        path.write_bytes(bomb)
    project.check("bombs")
    assert not (project.articles / "pwned").exists()


def test_a_forged_cache_is_not_believed(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another user's linter, which finds nothing, has made it for the very same files."""
    shutil.rmtree(project.cache)
    with monkeypatch.context() as patch:
        patch.setattr(Linter, "lint_bytes", lambda linter, data, path: FileReport(path))
        hidden = project.run()
    assert hidden[0] == 0
    assert project.run() == hidden, "whoever has the key is believed"
    (project.cache / "key").write_bytes(bytes(32))
    project.check("a forged cache")


def test_wrong_codes_of_patterns_are_never_tried(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """They crash the interpreter: the run would make use of them at once."""
    monkeypatch.setattr("linter.engine.cache.store.Code", OneCode)
    path = folder_of(project) / "patterns"
    data, places = path.read_bytes(), store(project).read_parts("patterns", stamp()).places
    begin = len(data) - sum(size for _, size in places.values())
    assert places
    for other in folder_of(project).iterdir():
        if other.name.startswith(("files", "last-run", "reports")):
            other.unlink()
    for start, size in places.values():
        size_of_elements, *_ = marshal.loads(data[begin + start + Prover.size :])
        end = begin + start + size
        wrong = b"\x19\x00\x00\x00" * (size_of_elements // 4)
        data = data[: end - len(wrong)] + wrong + data[end:]
    path.write_bytes(data)
    project.check("wrong codes")


def test_parts_are_proved_by_themselves(project: Project) -> None:
    kept, nothing = store(project), {"a": b""}
    kept.add_parts("parts", (1,), {"one": b"1", "two": b"2" * 9, "a": b""})
    parts = kept.read_parts("parts", (1,))
    assert [parts.get(name) for name in ("one", "two", "a", "three")] == [b"1", b"2" * 9, b"", None]
    kept.add_parts("parts", (1,), {"three": b"3", "one": b"I"})
    parts = kept.read_parts("parts", (1,))
    assert [parts.get(name) for name in ("one", "two", "three")] == [b"I", b"2" * 9, b"3"]
    assert not kept.read_parts("parts", (2,)).places
    kept.add_parts("parts", (2,), nothing)
    assert len(kept.read_parts("parts", (2,)).places) == 1


def test_no_byte_of_parts_may_be_another(project: Project) -> None:
    kept, wanted = store(project), {"one": b"1", "two": b"2" * 9}
    kept.add_parts("parts", (), wanted)
    path = folder_of(project) / "parts"
    data = path.read_bytes()
    for at in range(len(data)):
        path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        found = {name: kept.read_parts("parts", ()).get(name) for name in wanted}
        assert found != wanted
        assert all(found[name] in (None, wanted[name]) for name in wanted)
    for end in range(len(data)):
        path.write_bytes(data[:end])
        assert kept.read_parts("parts", ()).get("two") is None


def test_a_part_is_not_another(project: Project) -> None:
    """Under the checksum of one name stands the part of another, as two names might have one checksum."""
    kept = store(project)
    kept.add_parts("parts", (), {"one": b"1", "two": b"2"})
    parts = kept.read_parts("parts", ())
    one, two = parts.places
    parts.places[one] = parts.places[two]
    assert [parts.get("one"), parts.get("two")] == [None, b"2"]


def test_no_database_is_opened(project: Project) -> None:
    """A view over an endless query, as ``results.db`` of an older version might have held it."""
    import sqlite3

    for folder in (folder_of(project), project.cache, project.articles / ".factlint_cache"):
        folder.mkdir(exist_ok=True)
        with sqlite3.connect(folder / "results.db") as database:
            endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"
            database.execute(f"CREATE VIEW reports AS {endless}")
        database.close()
    project.check("a view")


def test_an_entry_of_another_linter_is_not_believed(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(project).write("one", (), 1)
    assert store(project).read("one", ()) == 1
    monkeypatch.setattr("linter.engine.cache.store.Code", lambda: SimpleNamespace(stamp=("another version",)))
    assert store(project).read("one", ()) is None


def test_an_entry_of_another_project_or_name_is_not_believed(project: Project, tmp_path: Path) -> None:
    own = store(project)
    own.write("one", (), {"a": 1})
    assert own.read("one", ()) == {"a": 1}
    assert own.read("one", ("another stamp",)) is None
    os.rename(own.path("one"), own.path("two"))
    assert own.read("two", ()) is None
    other = Store(str(project.cache), str(tmp_path / "other"))
    own.write("one", (), {"a": 1})
    os.rename(own.path("one"), other.path("one"))
    assert other.read("one", ()) is None


def test_rules_are_the_same_after_they_were_kept() -> None:
    rules = load_rules().rules
    plain = json.loads(json.dumps(plain_rules(rules)))
    assert plain_rules(rules_of(plain)) == plain_rules(rules)


def test_parameters_that_are_kept_apart_are_those_of_the_rule(project: Project) -> None:
    read = load_rules().rules
    for _ in range(2):
        rules = Books(store(project), Guests(None)).of(settings.Project()).rules
        assert {name: dict(rule.params) for name, rule in rules.items()} == {
            name: dict(rule.params) for name, rule in read.items()
        }
        assert any(isinstance(rule.params, LaterParams) for rule in rules.values())
    next(folder_of(project).glob("rules-*-params")).unlink()
    rules = Books(store(project), Guests(None)).of(settings.Project()).rules
    assert rules["placeholder-text"].params["patterns"] == read["placeholder-text"].params["patterns"]


def test_an_installed_linter_is_known_by_its_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two builds of one version are two linters, wherever and whenever they were installed."""
    from linter import __version__
    from linter.engine.cache import stamps

    monkeypatch.setattr(stamps, "PACKAGE", str(tmp_path / "linter"))
    record = tmp_path / f"factlint-{__version__}.dist-info" / "RECORD"
    record.parent.mkdir()
    record.write_text("linter/a.py,sha256=1,2\n")
    first = Code().stamp
    os.utime(record, (0, 0))
    assert Code().stamp == first
    record.write_text("linter/a.py,sha256=2,2\n")
    assert Code().stamp != first


# -- links, pipes, owners ----------------------------------------------------------------------------------


def test_nothing_is_read_or_written_through_a_link(project: Project, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("precious")
    names = [path.name for path in folder_of(project).iterdir()]
    for path in list(folder_of(project).iterdir()):
        path.unlink()
    for name in names:
        (folder_of(project) / name).symlink_to(precious)
        (folder_of(project) / f"{name}.{os.getpid()}").symlink_to(precious)
    project.check("links")
    project.check("links, once more")
    assert precious.read_text() == "precious"
    assert not any(path.is_symlink() for path in folder_of(project).iterdir() if path.name in names)


def test_nothing_is_added_to_a_file_that_has_another_name(project: Project, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("precious")
    for path in folder_of(project).glob("reports-*"):
        path.unlink()
        os.link(precious, path)
    for path in folder_of(project).glob("files-*"):
        path.unlink()
    (folder_of(project) / "last-run").unlink()
    project.check("hard links")
    assert precious.read_text() == "precious"


def test_pipes_folders_and_endless_files_are_not_waited_for(project: Project) -> None:
    makers: list[Callable[[Path], object]] = [
        os.mkfifo,
        Path.mkdir,
        lambda path: path.symlink_to("/dev/zero"),
    ]
    for number, path in enumerate(list(folder_of(project).iterdir())):
        path.unlink()
        makers[number % 3](path)
    project.check("pipes")


def test_a_file_of_great_size_is_not_read(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in folder_of(project).iterdir():
        with path.open("r+b") as file:
            file.truncate(1 << 40)
    read = os.read
    monkeypatch.setattr(os, "read", lambda descriptor, size: read(descriptor, min(size, 1 << 29)))
    project.check("a tebibyte")


def _link(folder: Path) -> None:
    folder.rename(folder.with_name("real"))
    folder.symlink_to("real")


def _group(folder: Path) -> None:
    folder.chmod(0o770)


def _world(folder: Path) -> None:
    folder.chmod(0o777)


def _file(folder: Path) -> None:
    folder.rename(folder.with_name("real"))
    folder.write_text("")


REFUSALS = ((_link, "is a link"), (_group, "by others"), (_world, "by others"), (_file, "is no folder"))


@pytest.mark.parametrize(("harm", "reason"), REFUSALS)
@pytest.mark.parametrize("inner", [False, True])
def test_a_folder_that_others_may_have_written_is_refused(
    project: Project, harm: Callable[[Path], None], reason: str, inner: bool
) -> None:
    harm(folder_of(project) if inner else project.cache)
    before = sorted(project.cache.rglob("*"))
    code, out, err = project.run()
    assert (code, out) == project.expected[:2]
    note, _, rest = err.partition("\n")
    assert note.startswith("note: nothing is kept between runs: ")
    assert note.endswith(reason)
    assert rest == project.expected[2]
    assert sorted(project.cache.rglob("*")) == before


def test_a_folder_of_another_user_is_refused(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: 54321)
    assert "belongs to another user" in project.run()[2]


def test_a_file_of_another_user_or_open_to_others_is_not_there(project: Project) -> None:
    own = store(project)
    own.write("one", (), 1)
    os.chmod(own.path("one"), 0o666)
    assert own.read("one", ()) is None
    own.write("one", (), 1)
    assert own.read("one", ()) == 1
    for path in folder_of(project).iterdir():
        path.chmod(0o622)
    project.check("open files")
    assert all(path.stat().st_mode & 0o77 == 0 for path in folder_of(project).glob("reports-*"))


def test_a_folder_with_other_things_is_no_cache(project: Project, tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "letter").write_text("")
    with pytest.raises(Refused, match="not empty"):
        Store(str(tmp_path / "documents"), str(project.articles))
    assert os.listdir(tmp_path / "documents") == ["letter"]


# -- the key -----------------------------------------------------------------------------------------------


def _shorter(key: Path) -> None:
    key.write_bytes(key.read_bytes()[:31])


def _readable(key: Path) -> None:
    key.chmod(0o644)


def _elsewhere(key: Path) -> None:
    key.rename(key.with_name("elsewhere"))
    key.symlink_to("elsewhere")


@pytest.mark.parametrize("harm", [_shorter, _readable, _elsewhere, Path.unlink])
def test_a_key_that_others_may_know_is_replaced(project: Project, harm: Callable[[Path], None]) -> None:
    key = project.cache / "key"
    assert key.stat().st_mode & 0o777 == 0o600
    before = key.read_bytes()
    store(project).write("one", (), 1)
    harm(key)
    assert store(project).read("one", ()) is None
    assert key.read_bytes() != before
    assert key.lstat().st_mode & 0o777 == 0o600
    assert len(key.read_bytes()) == 32
    project.check("another key")


def test_a_secret_of_the_environment_is_the_key(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTLINT_CACHE_KEY", SECRET)
    store(project).write("one", (), 1)
    (project.cache / "key").unlink()
    assert store(project).read("one", ()) == 1
    assert not (project.cache / "key").exists()
    monkeypatch.setenv("FACTLINT_CACHE_KEY", SECRET[::-1])
    assert store(project).read("one", ()) is None
    monkeypatch.setenv("FACTLINT_CACHE_KEY", "password")
    assert "FACTLINT_CACHE_KEY has less than 32 characters" in project.run()[2]


def test_a_cache_in_the_checkout_needs_a_key_from_outside(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = str(project.articles / "cache")
    with pytest.raises(Refused, match="inside of the project"):
        Store(folder, str(project.articles))
    (project.articles / ".git").mkdir()
    (project.articles / "part").mkdir()
    with pytest.raises(Refused, match="inside of the project"):
        Store(folder, str(project.articles / "part"))
    monkeypatch.setenv("HOME", str(project.articles))
    with pytest.raises(Refused, match="inside of the project"):
        Store(folder, str(project.articles))
    monkeypatch.setenv("FACTLINT_CACHE_KEY", SECRET)
    Store(folder, str(project.articles)).write("one", (), 1)
    assert Store(folder, str(project.articles)).read("one", ()) == 1


def test_a_link_out_of_the_checkout_is_in_it_where_it_leads(project: Project, tmp_path: Path) -> None:
    (tmp_path / "way").symlink_to(project.articles)
    with pytest.raises(Refused, match="inside of the project"):
        Store(str(tmp_path / "way" / "cache"), str(project.articles))


def test_no_link_in_the_checkout_leads_out_of_it(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "precious").mkdir()
    (project.articles / ".cache").symlink_to(tmp_path / "precious")
    with pytest.raises(Refused, match="inside of the project"):
        Store(str(project.articles / ".cache" / "factlint"), str(project.articles))
    monkeypatch.setenv("FACTLINT_CACHE_KEY", SECRET)
    with pytest.raises(Refused, match="leads out of the project"):
        Store(str(project.articles / ".cache" / "factlint"), str(project.articles))
    assert os.listdir(tmp_path / "precious") == []


def test_a_home_folder_may_have_a_configuration_and_the_cache(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(project.articles))
    assert Store(str(project.articles / ".cache" / "factlint"), str(project.articles)).folder


# -- where it stands ---------------------------------------------------------------------------------------


def test_the_folder_is_that_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FACTLINT_CACHE_DIR")
    monkeypatch.setenv("HOME", "/home/anna")
    for platform, variables, expected in (
        ("linux", {}, "/home/anna/.cache/factlint"),
        ("linux", {"XDG_CACHE_HOME": "/scratch"}, "/scratch/factlint"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, "/home/anna/.cache/factlint"),
        ("darwin", {}, "/home/anna/Library/Caches/factlint"),
        ("linux", {"FACTLINT_CACHE_DIR": "~/mine"}, "/home/anna/mine"),
    ):
        monkeypatch.setattr(sys, "platform", platform)
        monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        assert cache_folder(None) == expected
    assert cache_folder("/said") == "/said"


def test_the_folder_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", "/Users/anna/AppData/Local")
    assert user_cache_folder() == os.path.join("/Users/anna/AppData/Local", "factlint", "Cache")


def test_without_a_home_there_is_a_notice(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    with pytest.raises(Refused, match="no home folder"):
        cache_folder("~/cache")


def test_the_projects_that_were_longest_not_used_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(projects, "_MOST", 3)
    made = [Path(Store(str(tmp_path / "cache"), f"/project/{number}").folder) for number in range(3)]
    for age, number in enumerate((1, 0, 2)):
        (made[number] / "files").write_text("")
        os.utime(made[number], (age, age))
    made.append(Path(Store(str(tmp_path / "cache"), "/project/3").folder))
    assert [path.exists() for path in made] == [True, False, True, True]


# -- bit rot, kills, crowds: short runs of fuzz/cache.py ---------------------------------------------------


def test_a_wrong_byte_anywhere_changes_nothing(tmp_path: Path) -> None:
    mutate(Project(tmp_path), 200, seed=1)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the process that is killed is forked")
@pytest.mark.parametrize("seed", range(12))
def test_killed_at_any_step(tmp_path: Path, seed: int) -> None:
    project = Project(tmp_path)
    choice = random.Random(seed)
    child = os.fork()
    if child == 0:
        with killed_at(choice.randrange(16), half=bool(seed % 2)):
            project.run()
        os._exit(0)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
    project.check("after the kill")
    project.check("second run after the kill")


def test_a_draft_that_is_there_is_replaced(tmp_path: Path) -> None:
    """A killed process has left it, or it is another name of a file that somebody wants to be overwritten."""
    precious, draft = tmp_path / "precious", tmp_path / f"file.{os.getpid()}"
    precious.write_text("precious")
    os.link(precious, draft)
    assert private.write_file(str(tmp_path / "file"), b"all of it")
    assert (tmp_path / "file").read_bytes() == b"all of it"
    assert not draft.exists()
    assert precious.read_text() == "precious"


def test_eight_processes_on_one_cache(tmp_path: Path) -> None:
    crowd(Project(tmp_path), 1, 8)


@pytest.mark.parametrize("target", ["x.yaml", "nowhere.yaml"])
def test_a_rule_that_is_a_link_to_nothing_is_told_and_the_others_hold(tmp_path: Path, target: str) -> None:
    ours = tmp_path / "ours"
    ours.mkdir()
    (ours / "x.yaml").symlink_to(target)
    assert [path for path, _ in signed(str(ours), (".yaml",))] == [str(ours / "x.yaml")]
    (tmp_path / ".factlint.yaml").write_text("rules: [ours]\n", encoding="utf-8")
    (tmp_path / "a.md").write_text("They met on Monday, 18 August 2024, in Kent.\n", encoding="utf-8")
    finder = ConfigFinder(str(tmp_path / ".factlint.yaml"))
    linter = Linter(finder=finder, store=Store(str(tmp_path / "kept"), str(tmp_path / "project")))
    report = linter.lint_file(str(tmp_path / "a.md"))
    assert [finding.rule for finding in report.findings] == ["weekday-mismatch"]
    assert [str(problem).split(": ")[0] for problem in linter.policies.problems] == [str(ours / "x.yaml")]
