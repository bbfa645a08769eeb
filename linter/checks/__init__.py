"""The checks, one module each, and the one table of them.

The table holds strings so that listing rules imports no check.
"""

CHECKS: dict[str, str] = {
    "capitalization": "linter.checks.capitalization:Capitalization",
    "conditional": "linter.checks.conditional:Conditional",
    "consistency": "linter.checks.consistency:Consistency",
    "conversion": "linter.checks.conversion:Conversion",
    "existence": "linter.checks.existence:Existence",
    "date-range": "linter.checks.date_range:DateRange",
    "foreign-word": "linter.checks.foreign_word:ForeignWord",
    "headline-body": "linter.checks.headline_body:HeadlineBody",
    "headline-country": "linter.checks.headline_country:HeadlineCountry",
    "headline-names": "linter.checks.headline_names:HeadlineNames",
    "headline-number": "linter.checks.headline_number:HeadlineNumber",
    "headline-person": "linter.checks.headline_person:HeadlinePerson",
    "impossible-date": "linter.checks.impossible_date:ImpossibleDate",
    "metadata-in-text": "linter.checks.metadata_in_text:MetadataInText",
    "missing-headline": "linter.checks.missing_headline:MissingHeadline",
    "money-conversion": "linter.checks.money_conversion:MoneyConversion",
    "occurrence": "linter.checks.occurrence:Occurrence",
    "name-spelling": "linter.checks.name_spelling:NameSpelling",
    "pattern": "linter.checks.pattern:PatternCheck",
    "reading-problem": "linter.checks.engine:ReadingProblem",
    "relative-date": "linter.checks.relative_date:RelativeDate",
    "repetition": "linter.checks.repetition:Repetition",
    "substitution": "linter.checks.substitution:Substitution",
    "suppression": "linter.checks.engine:SuppressionCheck",
    "weekday": "linter.checks.weekday:Weekday",
}
"""Name of a check in rule files -> module and class."""
