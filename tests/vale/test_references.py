import pytest

from linter.vale.references import apart


def test_references_are_numbered_through_all_patterns() -> None:
    assert apart([r"(a)b", r"(c)\2"]) == [r"(a)b", r"(c)\1"]
    assert apart([r"(a)b", r"c\1"]) == [r"(a)b|c\1"]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"(a(b)\1)", r"(a(b)(?!))"),
        (r"(a(b)\2)\1", r"(a(b)\2)\1"),
        (r"(?:a)(?<=b)(?<c>d\1)", r"(?:a)(?<=b)(?<c>d(?!))"),
        (r"[(](a)\1\(\1", r"[(](a)\1\(\1"),
    ],
)
def test_a_group_that_refers_to_itself_matches_nothing(pattern: str, expected: str) -> None:
    assert apart([pattern]) == [expected]
