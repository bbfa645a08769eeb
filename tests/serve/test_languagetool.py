"""What speaks with LanguageTool speaks with the server."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest

from linter.languages import described
from tests.serve.conftest import ARTICLE, Client


def utf16(text: str, offset: int, length: int) -> str:
    units = text.encode("utf-16-le")
    return units[2 * offset : 2 * (offset + length)].decode("utf-16-le")


def test_a_text_in_a_form(client: Client) -> None:
    reply = client.form(text=ARTICLE, language="en-US")
    assert (reply.status, reply.headers["content-type"]) == (200, "application/json")
    found = reply.json
    assert found["language"] == {
        "name": "English",
        "code": "en-US",
        "detectedLanguage": {"name": "English", "code": "en", "confidence": 1.0},
    }
    match = found["matches"][0]
    assert match["message"] == "18 August 2024 is a Sunday, not a Monday; Monday is the 19th."
    assert match["replacements"] == [{"value": "Sunday, 18 August 2024"}]
    assert (match["offset"], match["length"]) == (12, 22)
    assert match["sentence"] == ARTICLE
    assert match["rule"]["id"] == "weekday-mismatch"
    assert match["rule"]["category"] == {"id": "DATES", "name": "dates"}
    assert match["rule"]["issueType"] == "inconsistency"
    assert found["matches"][1]["replacements"] == []


def test_the_same_in_the_address(client: Client) -> None:
    address = f"/v2/check?language=en-US&text={quote(ARTICLE)}"
    assert client.ask("GET", address).json == client.form(text=ARTICLE, language="en-US").json
    assert client.ask("POST", address).json == client.form(text=ARTICLE, language="en-US").json


def test_offsets_count_utf_16(client: Client) -> None:
    text = "😀 We 🎉 left.\n\n" + "Nothing happened here. " * 5 + f"😀 {ARTICLE} 😀 {'Then they left. ' * 3}"
    [first, _] = client.form(text=text, language="en").json["matches"]
    assert utf16(text, first["offset"], first["length"]) == "Monday, 18 August 2024"
    context = first["context"]
    assert utf16(context["text"], context["offset"], context["length"]) == "Monday, 18 August 2024"
    assert context["text"].startswith("...")
    assert context["text"].endswith("...")
    assert first["sentence"] == f"😀 {ARTICLE}"


def test_markup_is_no_text_but_counts(client: Client) -> None:
    parts = [
        {"markup": "<p>😀"},
        {"text": "They met on "},
        {"markup": "<b>"},
        {"text": "Monday, 18"},
        {"markup": "&nbsp;", "interpretAs": " "},
        {"text": "August 2024"},
        {"markup": "</b></p>", "interpretAs": "\n\n"},
        {"text": "They left in April 20XX."},
    ]
    source = "".join(part.get("text") or part["markup"] for part in parts)
    first, second = client.form(data=json.dumps({"annotation": parts}), language="en").json["matches"]
    assert utf16(source, first["offset"], first["length"]) == "Monday, 18&nbsp;August 2024"
    assert first["replacements"] == []  # it would write over markup
    assert utf16(source, second["offset"], second["length"]) == "April 20XX"


def test_data_may_be_a_text(client: Client) -> None:
    found = client.form(data=json.dumps({"text": ARTICLE}), language="en").json
    assert found == client.form(text=ARTICLE, language="en").json


def test_a_language_that_is_found_out_is_the_one_of_the_messages(client: Client) -> None:
    text = "Ils se sont retrouvés le lundi 18 août 2024 à Paris, avec leurs amis et leurs enfants."
    found = client.form(text=text, language="auto", preferredVariants="en-GB,fr-CA").json
    assert found["language"]["code"] == "fr-CA"
    assert found["matches"][0]["message"].startswith("Le 18 août 2024 est un dimanche")


def rules(client: Client, **fields: str) -> list[str]:
    return [each["rule"]["id"] for each in client.form(text=ARTICLE, language="en", **fields).json["matches"]]


def test_rules_that_are_not_wanted(client: Client) -> None:
    assert rules(client) == ["weekday-mismatch", "placeholder-date"]
    assert rules(client, disabledRules="WHITESPACE_RULE,weekday-mismatch") == ["placeholder-date"]
    assert rules(client, disabledCategories="RESIDUE,STYLE") == ["weekday-mismatch"]
    only = {"enabledOnly": "true", "enabledRules": "weekday-mismatch,COMMA_RULE"}
    assert rules(client, **only) == ["weekday-mismatch"]


def test_rules_in_preview_run_where_they_are_asked_for(client: Client) -> None:
    text = "President Anna Holm spoke to both houses. On Thursday Prime Minister Holm met the unions."
    assert client.form(text=text, language="en").json["matches"] == []
    found = client.form(text=text, language="en", enabledRules="title-clash").json["matches"]
    assert [each["rule"]["id"] for each in found] == ["title-clash"]


def test_picky_is_told_infos_as_well(client: Client) -> None:
    text = "# Bridge\n\nThey paid 5 euros. They paid 5 euros."
    plain = client.form(text=text, language="en").json["matches"]
    picky = client.form(text=text, language="en", level="picky").json["matches"]
    assert plain == [each for each in picky if each in plain]


def test_languages(client: Client) -> None:
    found = client.ask("GET", "/v2/languages").json
    assert {each["code"] for each in found} == set(described())
    assert {"name": "English (GB)", "code": "en", "longCode": "en-GB"} in found


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({}, "Error: there is neither 'text' nor 'data'"),
        ({"text": "a", "data": "{}"}, "Error: there are both 'text' and 'data'; one of them is needed"),
        (
            {"text": "a", "language": "qq"},
            "Error: 'qq' is no language code; /v2/languages lists them, 'auto' is one",
        ),
        ({"data": "{"}, "Error: 'data' is no JSON"),
        ({"data": "[" * 100_000}, "Error: 'data' is no JSON"),
        ({"data": "[]"}, "Error: 'data' has neither a 'text' nor a list 'annotation'"),
        (
            {"data": '{"annotation": [{"text": "a"}, {}]}'},
            "Error: annotation 2 of 'data' has to have either a 'text' or a 'markup'",
        ),
        ({str(number): "" for number in range(101)}, "Error: there are more than 100 parameters"),
    ],
)
def test_what_cannot_be_understood(client: Client, fields: dict[str, str], why: str) -> None:
    reply = client.form(**fields)
    assert (reply.status, reply.body) == (400, why)


def test_a_body_of_another_kind(client: Client) -> None:
    reply = client.ask("POST", "/v2/check", b"{}", Content_Type="application/json")
    assert reply.status == 400
    assert "has to be application/x-www-form-urlencoded" in reply.body


def test_an_empty_text(client: Client) -> None:
    assert client.form(text="", language="auto").json["matches"] == []


def test_half_a_character(client: Client) -> None:
    data = '{"annotation": [{"text": "\\ud83d They met on Monday, 18 August 2024."}]}'
    [match] = client.form(data=data, language="en").json["matches"]
    assert match["offset"] == 14
