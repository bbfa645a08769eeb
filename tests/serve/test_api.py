"""The JSON API, and its description."""

from __future__ import annotations

import base64
import io
import zipfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from linter.article.formats import FORMATS
from linter.decode import defaults_of
from linter.serve.api import Wish
from linter.serve.job import Settings
from linter.serve.server import Limits
from tests.serve.conftest import ARTICLE, Client, served


@pytest.fixture(scope="module")
def described(client: Client) -> dict[str, Any]:
    found: dict[str, Any] = client.ask("GET", "/api/openapi.json").json
    return found


def valid(value: Any, name: str, described: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(
        {"$ref": f"#/components/schemas/{name}", "components": described["components"]}
    ).validate(value)


def test_an_article_with_its_headline_and_date(client: Client, described: dict[str, Any]) -> None:
    asked = {"text": ARTICLE, "title": "In 20XX", "date": "2024-08-20", "lang": "en", "messages": "fr"}
    valid(asked, "Request", described)
    found = client.api(asked).json
    valid(found, "Answer", described)
    told = [(each["field"], each["rule"], each["start"], each["end"]) for each in found["findings"]]
    assert ("", "weekday-mismatch", 12, 34) in told
    assert ("title", "placeholder-date", 3, 7) in told
    first = next(each for each in found["findings"] if each["rule"] == "weekday-mismatch")
    assert first["message"].startswith("Le 18 août 2024 est un dimanche")
    assert found["rules"]["weekday-mismatch"]["summary"].startswith("un jour de la semaine")
    assert found["language"] == "en"


def test_both_places_are_told(client: Client, described: dict[str, Any]) -> None:
    text = "😀 In all 12 people came: 5 women and 6 men.\n\nAnna Nowak spoke. Anna Novak sang. Nowak ate."
    for offsets, first in (("code-points", 0), ("utf-16", 1)):
        found = client.api({"text": text, "lang": "en", "offsets": offsets, "severity": "info"}).json
        valid(found, "Answer", described)
        for each in found["findings"]:
            assert text[each["start"] - first : each["end"] - first] == each["text"]
        assert any(each["related"] for each in found["findings"])


def test_a_file(client: Client, described: dict[str, Any]) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        body = f"<w:p><w:r><w:t>{ARTICLE}</w:t></w:r></w:p>"
        space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
        )
    data = base64.b64encode(made.getvalue()).decode()
    found = client.api({"data": data, "format": "docx"}).json
    valid(found, "Answer", described)
    assert [each["rule"] for each in found["findings"]] == ["weekday-mismatch", "placeholder-date"]
    for each in found["findings"]:
        assert found["text"][each["start"] : each["end"]] == each["text"]
        assert each["within"] == "paragraph 1"
    french = client.api({"data": data, "format": "docx", "messages": "fr"}).json
    assert {each["within"] for each in french["findings"]} == {"paragraphe 1"}


def test_what_is_no_such_file(client: Client, described: dict[str, Any]) -> None:
    found = client.api({"data": base64.b64encode(b"PK nothing").decode(), "format": "docx"}).json
    valid(found, "Answer", described)
    assert found["findings"] == []
    assert len(found["failures"]) == 1


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({"text": "a", "titel": "b"}, "unknown key 'titel'; did you mean 'title'?"),
        ({"text": ["a"]}, "text: "),
        ({"format": "pdf"}, "format: "),
        ({"severity": "high"}, "severity: "),
        ({"data": "é", "format": "docx"}, "'data' is not in base64"),
        ({"data": "aaaa", "format": "html"}, "'html' is sent as 'text', not as 'data'"),
        ({"text": "a", "format": "docx"}, "'docx' is sent as 'data'"),
        ([], "the body is no JSON object"),
    ],
)
def test_what_cannot_be_understood(
    client: Client, asked: object, why: str, described: dict[str, Any]
) -> None:
    reply = client.api(asked)
    valid(reply.json, "Refusal", described)
    assert reply.status == 400
    assert reply.json["error"].startswith(why)


@pytest.mark.parametrize(
    "body", [b"{", b"[" * 100_000, b"\xff", b'{"text": ' + b"[" * 900 + b"]" * 900 + b"}"]
)
def test_what_is_no_json(client: Client, body: bytes) -> None:
    assert client.ask("POST", "/api/check", body, Content_Type="application/json").status == 400


def test_a_form_is_no_request(client: Client) -> None:
    """A page of others can send forms without being asked where it comes from."""
    reply = client.ask("POST", "/api/check", b'{"text": "a"}', Content_Type="text/plain")
    assert reply.status == 400


def test_all_is_described(described: dict[str, Any]) -> None:
    asked = described["components"]["schemas"]["Request"]["properties"]
    assert set(asked) == set(defaults_of(Wish))
    assert set(asked["format"]["enum"]) == set(FORMATS.values())
    assert all(each["description"] for each in asked.values())


def test_the_configuration_counts_and_no_other_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".factlint.yaml").write_text("ignore: [weekday-mismatch]\nextend-select: [sources]\n")
    (tmp_path / "secret.md").write_text("# Secret\n\nThey paid 5 million euros to Anna Nowak.\n")
    monkeypatch.chdir(tmp_path)
    text = f"---\nsources: [secret.md]\nlang: en\n---\n\n{ARTICLE} They paid 6 million euros to Anna Novak.\n"
    for client in served(Settings(), Limits(1)):
        found = client.api({"text": text}).json
        assert [each["rule"] for each in found["findings"]] == ["placeholder-date"]
        assert found["failures"] == []
