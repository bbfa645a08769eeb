"""The checks, one module each, and the one table of them.

The table holds strings so that listing rules imports no check.
"""

CHECKS: dict[str, str] = {
    "foreign-word": "linter.checks.foreign_word:ForeignWord",
    "headline-names": "linter.checks.headline_names:HeadlineNames",
    "headline-person": "linter.checks.headline_person:HeadlinePerson",
    "metadata-in-text": "linter.checks.metadata_in_text:MetadataInText",
    "missing-headline": "linter.checks.missing_headline:MissingHeadline",
    "pattern": "linter.checks.pattern:PatternCheck",
    "reading-problem": "linter.checks.engine:ReadingProblem",
    "suppression": "linter.checks.engine:SuppressionCheck",
    "weekday": "linter.checks.weekday:Weekday",
}
"""Name of a check in rule files -> module and class."""
