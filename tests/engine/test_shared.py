"""Rules and settings that repositories share: folders, and packages of which nothing is imported."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from linter.engine.config import Config
from linter.engine.config_files import ConfigError, ConfigFinder, read_config
from linter.engine.run import Linter

RULE = """\
check: pattern
severity: info
message: "'{text}' is a note to the desk."
rationale: Nobody should print it.
params: {patterns: ['\\(MORE\\)']}
examples:
  bad: [{lang: en, text: "The council adjourned. <<(MORE)>>"}]
  good: [{lang: en, text: "The council (more than half of it) adjourned."}]
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project"
    (folder / ".git").mkdir(parents=True)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder where packages are installed."""
    folder = tmp_path / "site-packages"
    folder.mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(folder)])
    return folder


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def install(
    place: Path, package: str = "gazette_rules", name: str = "gazette", owner: str = "gazette"
) -> Path:
    """What pip leaves of a package of rules; to import it would end the process."""
    info = place / f"{owner}-1.0.dist-info"
    write(info / "METADATA", f"Metadata-Version: 2.1\nName: {owner}\nVersion: 1.0\n")
    write(info / "entry_points.txt", f"[factlint.rules]\n{name} = {package}\n")
    write(place / package / "__init__.py", "raise SystemExit('imported')\n")
    write(place / package / "desk" / "wire-slug.yaml", RULE)
    return place / package


def config_of(folder: Path, text: str) -> Config:
    return read_config(str(write(folder / ".factlint.yaml", text))).config


def faults(folder: Path, text: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        config_of(folder, text)
    return [
        f"{os.path.basename(each.path)}:{each.line}:{each.column}: {each.message}"
        for each in caught.value.problems
    ]


def test_a_folder_of_rules(project: Path) -> None:
    write(project / "house" / "desk" / "wire-slug.yaml", RULE)
    write(project / ".factlint.yaml", "extends: [./house]\n")
    linter = Linter(finder=ConfigFinder())
    policy = linter.policies.of(str(project / "a.md"))
    assert [rule.id for rule in policy.rules.rules if rule.own] == ["wire-slug"]
    assert not linter.policies.problems


def test_a_package_is_read_and_not_imported(project: Path, site: Path) -> None:
    folder = install(site)
    assert config_of(project, "extends: [gazette]\n").rules == (str(folder),)
    assert "gazette_rules" not in sys.modules


@pytest.mark.parametrize("below", ["", "src"])
def test_a_package_that_is_installed_in_place(project: Path, site: Path, tmp_path: Path, below: str) -> None:
    source = tmp_path / "source"
    folder = tmp_path / "source" / below / "gazette_rules"
    install(site).rename(tmp_path / "moved")
    write(folder / "wire-slug.yaml", RULE)
    origin = f'{{"dir_info": {{"editable": true}}, "url": "{source.as_uri()}"}}'
    write(site / "gazette-1.0.dist-info" / "direct_url.json", origin)
    assert config_of(project, "extends: [gazette]\n").rules == (str(folder),)


def test_the_working_directory_holds_no_installed_packages(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(project)
    monkeypatch.setattr(sys, "path", ["", str(project), *sys.path])
    assert faults(project, "extends: [gazette]\n") == [
        ".factlint.yaml:1:11: extends: 'gazette': no installed package has rules of this name"
    ]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("gazete", "no installed package has rules of this name; did you mean 'gazette'?"),
        ("house", "no installed package has rules of this name; './house' is the folder"),
        ("./nowhere", "no such folder of rules"),
        ("../other", "outside of the project; --allow-read FOLDER lets files of a folder be read"),
        (
            "https://example.org/house",
            "an address: nothing is fetched; install a package, and name it in 'extends'",
        ),
    ],
)
def test_what_cannot_be_extended(project: Path, site: Path, name: str, why: str) -> None:
    install(site)
    (project / "house").mkdir()
    assert faults(project, f"extends: [{name}]\n") == [f".factlint.yaml:1:11: extends: '{name}': {why}"]


def test_two_packages_of_one_name(project: Path, site: Path) -> None:
    install(site)
    install(site, package="other_rules", owner="other")
    assert faults(project, "extends: [gazette]\n")[0].endswith(
        "several installed packages have rules of this name: gazette, other"
    )


def test_an_entry_point_leads_to_no_other_folder(project: Path, site: Path) -> None:
    install(site, package="..", owner="other", name="other")
    assert faults(project, "extends: [other]\n")[0].endswith(
        "the files of the installed package other are not found"
    )


SHARED = """\
rules: [desk]
preview: true
fail-on: error
severity: {wire-slug: warning, foreign-word: info}
vocabulary: [Newsroom]
"""


def test_settings_are_shared_and_ones_own_lie_over_them(project: Path) -> None:
    write(project / "house" / ".factlint.yaml", SHARED)
    write(project / "house" / "desk" / "wire-slug.yaml", RULE)
    own = "extends: [./house]\nfail-on: info\nseverity: {foreign-word: off}\nvocabulary: [Gazette]\n"
    config = config_of(project, own)
    assert config.severity == {"wire-slug": "warning", "foreign-word": "off"}
    assert config.vocabulary == ("Newsroom", "Gazette")
    assert (config.preview, config.fail_on) == (True, "info")
    assert config.rules == (os.path.join(project, "./house", "desk"),)


def test_of_two_the_later_lies_over_the_earlier(project: Path) -> None:
    for name, level in (("one", "error"), ("two", "info")):
        write(project / name / ".factlint.yaml", f"severity: {{foreign-word: {level}}}\nfail-on: {level}\n")
    config = config_of(project, "extends: [./one, ./two]\n")
    assert (config.severity, config.fail_on) == ({"foreign-word": "info"}, "info")


def test_faults_of_both_are_told_at_once(project: Path) -> None:
    write(project / "house" / ".factlint.yaml", "baseline: b.json\npreview: maybe\n")
    assert faults(project, "extends: [./house, ./nowhere]\n") == [
        ".factlint.yaml:2:10: preview: expected true or false, found 'maybe'",
        ".factlint.yaml:1:1: 'baseline' belongs into each repository and is not shared",
        ".factlint.yaml:1:20: extends: './nowhere': no such folder of rules",
    ]


@pytest.mark.parametrize("where", ["../../other", "{outside}"])
def test_shared_settings_lead_to_no_rules_outside(project: Path, tmp_path: Path, where: str) -> None:
    write(tmp_path / "other" / "wire-slug.yaml", RULE)
    outside = (tmp_path / "other").as_posix()
    write(project / "house" / ".factlint.yaml", f"rules: ['{where.format(outside=outside)}']\n")
    [told] = faults(project, "extends: [./house]\n")
    assert told.startswith(".factlint.yaml:1:9: rules: ")
    assert "outside of the project" in told


def test_in_pyproject(project: Path) -> None:
    write(project / "house" / ".factlint.yaml", SHARED.replace("rules: [desk]\n", ""))
    path = write(project / "pyproject.toml", '[tool.factlint]\nextends = ["./house"]\n')
    assert read_config(str(path)).config.vocabulary == ("Newsroom",)


def test_addresses_are_no_folders_of_rules(project: Path) -> None:
    assert faults(project, "rules: ['https://example.org/rules']\n") == [
        ".factlint.yaml:1:9: rules: 'https://example.org/rules': an address: nothing is fetched; "
        "install a package, and name it in 'extends'"
    ]
