"""Front matter in its many shapes: what is read, where it stands, what is said of what cannot be read."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from linter.article.frontmatter import FrontMatter, field_text, read_front_matter
from linter.article.read import read_article
from tests.article.exact import assert_exact


def values(front: FrontMatter) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for field in front.fields:
        found.setdefault(field.name, []).append(field.value)
    return found


READ = [
    ("byte order mark", "\ufeff---\ntitle: A\n---\nBody", {"title": ["A"]}, "Body"),
    ("closed by dots", "---\ntitle: A\n...\nBody", {"title": ["A"]}, "Body"),
    ("empty", "---\n---\nBody", {}, "Body"),
    ("only a comment", "---\n# later\n---\nBody", {}, "Body"),
    ("CRLF", "---\r\ntitle: A\r\n---\r\nBody", {"title": ["A"]}, "Body"),
    ("CR", "---\rtitle: A\r---\rBody", {"title": ["A"]}, "Body"),
    ("no line after it", "---\ntitle: A\n---", {"title": ["A"]}, ""),
    (
        "named JSON",
        '---json\n{"title": "A", "n": {"m": 1}}\n---\nBody',
        {"title": ["A"], "n.m": ["1"]},
        "Body",
    ),
    ("named TOML", '---toml\ntitle = "A"\n---\nBody', {"title": ["A"]}, "Body"),
    ("named YAML", "---yaml\ntitle: A\n---\nBody", {"title": ["A"]}, "Body"),
    ("semicolons", ';;;\n{"title": "A"}\n;;;\nBody', {"title": ["A"]}, "Body"),
    (
        "JSON with a nested object",
        '{\n "title": "A",\n "p": {"q": "r"},\n "t": ["x", "y"]\n}\nBody {z}',
        {"title": ["A"], "p.q": ["r"], "t": ["x", "y"]},
        "Body {z}",
    ),
    ("no booleans", "---\nlang: no\ntitle: Yes\n---\n", {"lang": ["no"], "title": ["Yes"]}, ""),
    (
        "no times, octals, floats",
        "---\na: 12:30:45\nb: 0123\nc: 1.10\n---\n",
        {"a": ["12:30:45"], "b": ["0123"], "c": ["1.10"]},
        "",
    ),
    ("impossible date", "---\ndate: 2024-02-31\n---\n", {"date": ["2024-02-31"]}, ""),
    ("nothing", "---\na:\nb: ~\nc: null\n---\n", {"a": [""], "b": [""], "c": [""]}, ""),
    (
        "nested and lists",
        "---\na: {b: {c: d}}\ne:\n  - f\n  - g: h\n---\n",
        {"a.b.c": ["d"], "e": ["f"], "e.g": ["h"]},
        "",
    ),
    ("a key that is a list", "---\n? [x, y]\n: z\nf: g\n---\n", {"f": ["g"]}, ""),
    ("anchor", "---\na: &x One\nb: *x\n---\n", {"a": ["One"], "b": ["One"]}, ""),
    (
        "quotes",
        "---\na: \"say \\\"x\\\" \\u00e9\"\nb: 'it''s'\n---\n",
        {"a": ['say "x" é'], "b": ["it's"]},
        "",
    ),
    (
        "folded lines",
        "---\na: one\n  two\nb: >-\n  x\n  y\n\n  z\nc: |\n  p\n    q\n---\n",
        {"a": ["one two"], "b": ["x y\nz"], "c": ["p\n  q"]},
        "",
    ),
    (
        "TOML",
        '+++\ntitle = "A \\u00e9"\ndate = 2024-08-19\ntags = ["x", \'y\',]\n'
        '[params]\nby.name = "z"\n+++\nBody',
        {"title": ["A é"], "date": ["2024-08-19"], "tags": ["x", "y"], "params.by.name": ["z"]},
        "Body",
    ),
    (
        "TOML of several lines",
        "+++\na = \"\"\"\nOne\ntwo \\\n   three\"\"\"\nb = '''\nC:\\x'''\n[[c]]\nd = 1\n[[c]]\nd = 2\n+++\n",
        {"a": ["One\ntwo three"], "b": ["C:\\x"], "c.d": ["1", "2"]},
        "",
    ),
    (
        "head without a fence",
        "Title: A: b\nDate: 2024-08-19\n\nBody",
        {"Title": ["A: b"], "Date": ["2024-08-19"]},
        "\nBody",
    ),
    (
        "head without a fence, with keys nobody knows",
        "Title: Letter 396\nNumber: 396\nDate: 2024-08-19\nRelease Train: x\n\nBody",
        {"Title": ["Letter 396"], "Number": ["396"], "Date": ["2024-08-19"], "Release Train": ["x"]},
        "\nBody",
    ),
    (
        "docinfo of reStructuredText",
        ":title: A\n:date: 2024-08-19\n\nBody",
        {"title": ["A"], "date": ["2024-08-19"]},
        "\nBody",
    ),
    (
        "twice the same key with the same value",
        "---\ndate: 2024-08-19\ntitle: A\ndate: 2024-08-19\ntags: [x, y]\ntags: [x, y]\n---\n",
        {"date": ["2024-08-19"] * 2, "title": ["A"], "tags": ["x", "y"] * 2},
        "",
    ),
    (
        "the same key in two items",
        "---\nlinks:\n- name: a\n- name: b\n---\n",
        {"links.name": ["a", "b"]},
        "",
    ),
    (
        "Nikola",
        "<!--\n.. title: A\n.. date: 2024-08-19\n-->\nBody",
        {"title": ["A"], "date": ["2024-08-19"]},
        "\nBody",
    ),
]


@pytest.mark.parametrize(
    ("source", "expected", "body"), [case[1:] for case in READ], ids=[case[0] for case in READ]
)
def test_read(source: str, expected: dict[str, list[str]], body: str) -> None:
    front = read_front_matter(source)
    assert values(front) == expected
    assert source[front.body :] == body
    assert front.problems == []
    assert front.found
    for field in front.fields:
        assert_exact(field_text(source, field), source)
        assert field_text(source, field).prose == field.value


NONE = [
    ("thematic breaks", "---\n\nSome text.\n\n---\n\nMore."),
    ("never closed", "---\ntitle: A\n\nBody"),
    ("a list", "---\n- a\n- b\n---\nBody"),
    ("plain text", "Note: this is text.\n\nBody"),
    ("one header line", "Title: a town and its mayor\n\nBody"),
    ("unknown header lines", "Note: one\nHint: two\n\nBody"),
    ("a title and a line that speaks", "Title: a play\nFirst act: a room\n\nBody"),
    ("a heading underlined", "Title: a town and its mayor\n---\n\nBody"),
    ("a rule and two lines of text", "--\nFirst: we came\nThen: we left\n--\nBody"),
    ("an expression", "{name} is here\n"),
    ("no TOML", "+++\nhello there\n+++\n"),
]


@pytest.mark.parametrize("source", [case[1] for case in NONE], ids=[case[0] for case in NONE])
def test_is_none(source: str) -> None:
    front = read_front_matter(source)
    assert not front.found
    assert front.fields == []
    assert front.body == 0


BROKEN = [
    ("a second colon", "---\ntitle: A: b\ndate: 2024-08-19\n---\nBody", "A: b", "mapping values", ": b"),
    (
        "a template tag",
        "---\ntitle: {{ x }}\ndate: 2024-08-19\n---\nBody",
        "{{ x }}",
        "without quotes",
        "{{ x }}",
    ),
    ("an at sign", "---\ntitle: @home\n---\nBody", "@home", "not valid YAML", "@home"),
    ("an unknown anchor", "---\ntitle: *x\n---\nBody", "*x", "nothing is called `*x`", "*x"),
    ("an open quote", '---\ntitle: "A\n---\nBody', '"A', "not valid YAML", ""),
    ("a control character", '---\ntitle: "A\x96 \\"b\\""\n---\nBody', 'A\x96 "b"', "U+0096", "\x96"),
    ("twice the same key", "---\ntitle: A\ntitle: B\n---\nBody", "A", "stands twice", "title: B"),
    ("a list twice", "---\ntitle: A\ntags: [x]\ntags: [y]\n---\nBody", "A", "different values", "tags: [y]"),
    ("JSON key twice", '{\n"title": "A",\n"title": "B"\n}\nBody', "A", "different values", 'title": "B"'),
    ("two hyphens", "--\ntitle: A\ntags:\n  - x\ndate: 2024-08-19\n---\nBody", "A", "does not begin", "--\n"),
    ("a dash", "—\ntitle: A\ndate: 2024-08-19\n---\nBody", "A", "does not begin", "—\n"),
    ("dashes around", "—\ntitle: A\ndate: 2024-08-19\n—\nBody", "A", "does not begin", "—\n"),
    ("no closing fence", "---\ntitle: A\ndate: 2024-08-19\n\nBody", "A", "does not end with `---`", "---\n"),
    ("two plus signs", "++\ntitle = 'A'\ndate = 2024-08-19\n+++\nBody", "A", "begin with `+++`", "++\n"),
    ("TOML that never ends", "+++\ntitle = 'A'\ndate = 2024-08-19\n\nBody", "A", "end with `+++`", "+++\n"),
    ("no opening fence", "title: A\ndate: 2024-08-19\n---\nBody", "A", "does not begin", "title"),
    ("blank lines before", "\n\n---\ntitle: A\n---\nBody", "A", "blank lines", "\n\n---"),
    ("bad JSON", '{\n"title": "A"\n"b": "c"\n}\nBody', "A", "not valid JSON", ""),
    ("bad TOML", "+++\ntitle = A b\ndate = 2024-02-31\n+++\nBody", "A b", "not valid TOML", "A b"),
    ("TOML key twice", "+++\ntitle = 'A'\ntitle = 'B'\n+++\nBody", "A", "stands twice", "title = 'B'"),
]


def test_those_who_read_toml_skip_blank_lines_before_it() -> None:
    front = read_front_matter("\n+++\ntitle = 'A'\n+++\nBody")
    assert (front.problems, values(front)["title"]) == ([], ["A"])


@pytest.mark.parametrize(
    "source",
    [
        "---\nNote: it rains\nPlace: Ulm\n\nBody",
        "---\ntitle: A\nBody that goes on\n",
        "+++\nx = 1\ny = 2\n\nBody",
        "++\na + b = c\n+++\nBody",
        "-\n\ntitle: A\ndate: 2024-08-19\n",
    ],
)
def test_lines_signs_and_labels_of_a_text_are_no_broken_fence(source: str) -> None:
    front = read_front_matter(source)
    assert (front.problems, front.fields) == ([], [])


def test_a_head_for_a_generator_that_reads_line_by_line_is_no_broken_yaml() -> None:
    head = "title: Pool: what it costs\ndate: 2024-05-04\ncategory: { Town }\ntags: pool, town\nslug: pool\n"
    front = read_front_matter(f"---\n{head}---\nBody")
    assert front.problems == []
    assert values(front)["title"] == ["Pool: what it costs"]
    for other in (
        head + "layout: post\n",
        head.replace("pool, town", "[pool, town]"),
        head + "- x\n",
    ):
        assert read_front_matter(f"---\n{other}---\nBody").problems


@pytest.mark.parametrize(
    ("source", "title", "message", "place"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN]
)
def test_broken_is_said_and_the_rest_read(source: str, title: str, message: str, place: str) -> None:
    front = read_front_matter(source)
    assert next(field.value for field in front.fields if field.name == "title") == title
    assert source[front.body :] == "Body"
    problem = next(problem for problem in front.problems if message in problem.message)
    assert source.startswith(place, problem.span.start)


def test_spans_are_of_the_values_without_quotes() -> None:
    source = "---\ntitle: \"A b\"\ntags: ['x', y]\nimage:\n  alt: >\n    Two\n    lines\n---\n"
    front = read_front_matter(source)
    assert [source[slice(*field.span)] for field in front.fields] == ["A b", "x", "y", "Two\n    lines"]
    assert [source[slice(*field.key)] for field in front.fields] == ["title", "tags", "tags", "alt"]


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(WORDS)
def test_json_strings_lead_back(value: str) -> None:
    for source in (
        f"---json\n{json.dumps({'title': value})}\n---\n",
        f"---json\n{json.dumps({'title': value}, ensure_ascii=False)}\n---\n",
    ):
        (field,) = read_front_matter(source).fields
        text = field_text(source, field)
        assert text.prose == value
        assert_exact(text, source)


@given(st.text(st.sampled_from("ab é\"'\\:#\n \t😀-{}[]&*"), max_size=30))
@example(" :::::::::: :")  # PyYAML folds it so that it means something else
def test_yaml_scalars_lead_back(value: str) -> None:
    import yaml

    for style in ("'", '"', "|", ">", None):
        dumped = yaml.dump({"title": value, "z": 1}, default_style=style, allow_unicode=True, width=12)
        source = f"---\n{dumped}---\n"
        field = next(field for field in read_front_matter(source).fields if field.name == "title")
        text = field_text(source, field)
        meant = yaml.load(dumped, yaml.BaseLoader)["title"]
        assert text.prose == meant or meant in ("~", "null") or text.prose == meant.strip("\n")
        assert_exact(text, source)


@given(st.text(st.sampled_from("a: -\n'\"[]{}#&*!|>%@`\t=+.0é\ufeff\x96"), max_size=60))
def test_anything_between_fences_is_survived(inside: str) -> None:
    for fence in ("---", "+++", ";;;"):
        source = f"{fence}\n{inside}\n{fence}\nBody"
        front = read_front_matter(source)
        assert 0 <= front.body <= len(source)
        for field in front.fields:
            assert_exact(field_text(source, field), source)


@pytest.mark.parametrize(
    ("key", "wanted"),
    [("titla", "title"), ("tilte", "title"), ("titl", "title"), ("descripton", "description")],
)
def test_a_misspelt_key_is_named(key: str, wanted: str) -> None:
    article = read_article(f"---\n{key}: A town\ndate: 2024-08-19\n---\n\nBody\n", "a.md")
    (problem,) = article.problems
    assert f"`{key}`" in problem.message
    assert f"`{wanted}`" in problem.message
    assert article.excerpt(problem.span) == key


@pytest.mark.parametrize(
    "head", ["tile: a.png", "titles: x", "titre: A", "data: 2024-08-19", "titla: x\ntitle: A"]
)
def test_a_key_that_may_be_meant_is_left_alone(head: str) -> None:
    assert read_article(f"---\n{head}\n---\n\nBody\n", "a.md").problems == ()
