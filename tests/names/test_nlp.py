"""spaCy is asked seldom, found by package, and missed aloud."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from linter.analyses.notices import said
from linter.topics.names import nlp
from linter.topics.names.headlines.headline_person import HeadlinePerson
from linter.topics.names.headlines.missing import missing_names
from linter.topics.names.nlp import Entity
from tests.names.builders import alarms, article, texts


@pytest.fixture
def no_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nlp, "_found", lambda language: None)
    monkeypatch.setattr(nlp, "_pipeline", lambda language: None)


def test_not_asked_when_all_names_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nlp, "entities", lambda *_: pytest.fail("nothing to ask"))
    assert missing_names(article("fr", "Le plan Khalimov", "Khalimov a parlé.", long=True)) == ()


def test_a_model_raises_and_lowers(monkeypatch: pytest.MonkeyPatch) -> None:
    found = "Attaque contre Corvisart", "Rien."
    for label, expected in (("PER", ["Corvisart"]), ("ORG", [])):
        monkeypatch.setattr(nlp, "entities", lambda *_, label=label: (Entity(15, 24, label),))
        warned = [
            alarm for alarm in alarms(HeadlinePerson, article("fr", *found, long=True)) if not alarm.severity
        ]
        assert len(warned) == len(expected)


@pytest.mark.usefixtures("no_pipeline")
def test_a_missing_pipeline_is_said_with_its_command() -> None:
    judged = article("fr", "Attaque contre Corvisart", "Rien.", long=True)
    texts(HeadlinePerson, judged)
    texts(HeadlinePerson, judged)
    notices = said(judged)
    assert len(notices) == 1
    assert "spacy download fr_core_news_md" in notices[0]


@pytest.mark.usefixtures("no_pipeline")
def test_nothing_is_said_when_no_model_was_needed() -> None:
    judged = article("fr", "Le plan Khalimov", "Khalimov a parlé.", long=True)
    texts(HeadlinePerson, judged)
    assert said(judged) == ()


def test_languages_without_pipelines_have_no_advice() -> None:
    assert nlp.advice("is") is None


def _package(folder: Path, name: str, lang: str, pipeline: list[str]) -> Path:
    data = folder / name / f"{name}-3.8.0"
    data.mkdir(parents=True)
    (folder / name / "__init__.py").touch()
    meta = {"lang": lang, "name": name.split("_", 1)[1], "pipeline": pipeline}
    (data / "meta.json").write_text(json.dumps(meta))
    (data / "config.cfg").touch()
    return data


def test_pipelines_are_found_by_their_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(nlp, "find_spec", _with_spacy(nlp.find_spec))
    nlp._installed.cache_clear()
    nlp._found.cache_clear()
    small = _package(tmp_path, "sq_core_news_sm", "sq", ["tok2vec", "ner"])
    assert nlp._found("sq") == small
    middle = _package(tmp_path, "sq_core_news_md_other", "sq", ["ner"])
    _package(tmp_path, "sq_core_news_lg", "sq", ["tagger"])
    (tmp_path / "sq_core_web_md").mkdir()
    (tmp_path / "sq_core_web_md" / "__init__.py").touch()  # an empty shell
    nlp._installed.cache_clear()
    nlp._found.cache_clear()
    assert nlp._found("sq") in (small, middle)
    assert nlp._found("xx") is None
    nlp._installed.cache_clear()
    nlp._found.cache_clear()


def _with_spacy(real):  # type: ignore[no-untyped-def]
    return lambda name, *rest: object() if name == "spacy" else real(name, *rest)


def test_words_are_cut_as_models_learned_them() -> None:
    words, spaces = nlp._pieces("L'avis d'Anne, 50 %", nlp._cut("fr"))
    assert words == ["L'", "avis", "d'", "Anne", ",", "50", "%"]
    assert spaces == [False, True, False, False, True, True, False]
    assert nlp._pieces("Anna's 102.6bn", nlp._cut("en"))[0] == ["Anna", "'s", "102.6", "bn"]


def test_an_article_without_missing_names_imports_neither_spacy_nor_lists() -> None:
    code = """
import sys
from linter.article.read import read_article
from linter.topics.names.headlines.headline_person import HeadlinePerson
from linter.check import Setup
text = "---\\ntitle: Le plan Khalimov\\nlang: fr\\n---\\n\\n" + "Khalimov parle encore. " * 60
assert list(HeadlinePerson(HeadlinePerson.Params(), Setup()).run(read_article(text, "a.md"))) == []
assert not {"spacy", "numpy", "dateparser"} & set(sys.modules), sorted(sys.modules)
"""
    subprocess.run([sys.executable, "-c", code], check=True)
