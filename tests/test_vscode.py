"""The extension of Visual Studio Code goes with the linter: its version, its settings, its formats."""

from __future__ import annotations

import json
import re
from pathlib import Path

from linter import __version__
from linter.article.formats import FORMATS
from linter.lsp.judge import BY_LANGUAGE_ID
from linter.lsp.settings import Settings, settings_of
from linter.rules.model import Profile
from linter.site import REPOSITORY, SITE

FOLDER = Path(__file__).resolve().parent.parent / "editors" / "vscode"
MANIFEST = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
CONTRIBUTES = MANIFEST["contributes"]
OWN = {"path", "languages", "trace.server"}
"""Settings of the extension itself."""


def settings() -> dict[str, dict[str, object]]:
    properties = CONTRIBUTES["configuration"]["properties"]
    return {key.removeprefix("factlint."): value for key, value in properties.items()}


def test_it_installs_the_linter_of_its_own_version() -> None:
    lock = json.loads((FOLDER / "package-lock.json").read_text(encoding="utf-8"))
    assert MANIFEST["version"] == lock["version"] == lock["packages"][""]["version"] == __version__
    assert f"\n## {__version__}\n" in (FOLDER / "CHANGELOG.md").read_text(encoding="utf-8")


def test_each_setting_of_the_server_can_be_set() -> None:
    ours = {key: value["default"] for key, value in settings().items() if key not in OWN}
    assert settings_of(ours) == (Settings(), [])
    assert len(ours) == len(Settings._fields)


def test_the_choices_are_those_of_the_server() -> None:
    given = settings()
    assert given["profiles"]["items"] == {"type": "string", "enum": list(Profile.__args__)}
    for key in ("minSeverity", "messages"):
        choices = given[key]["enum"]
        assert isinstance(choices, list)
        assert all(settings_of({key: each})[1] == [] for each in choices)
        assert settings_of({key: "none of them"})[1] != []


def test_each_language_is_one_that_the_server_knows() -> None:
    assert set(settings()["languages"]["default"]) <= BY_LANGUAGE_ID.keys()


def test_the_explorer_offers_to_check_what_can_be_read() -> None:
    (item,) = CONTRIBUTES["menus"]["explorer/context"]
    pattern = item["when"].partition("=~ /")[2].partition("/i")[0]
    assert [suffix for suffix in FORMATS if not re.search(pattern, suffix)] == []


def test_addresses() -> None:
    assert MANIFEST["homepage"] == f"{SITE}editors/"
    assert MANIFEST["repository"]["url"] == f"{REPOSITORY}.git"
    texts = [path.read_text(encoding="utf-8") for path in (FOLDER / "src").glob("*.ts")]
    assert f'"{SITE}rules/"' in "".join(texts)


def test_the_licence_is_ours() -> None:
    assert (FOLDER / "LICENSE").read_bytes() == (FOLDER.parent.parent / "LICENSE").read_bytes()
