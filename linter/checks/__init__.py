"""The checks, one module each, and the one table of them.

The table holds strings so that listing rules imports no check.
"""

CHECKS: dict[str, str] = {
    "acronym-clash": "linter.checks.acronym_clash:AcronymClash",
    "age-clash": "linter.checks.age_clash:AgeClash",
    "altered-quote": "linter.checks.altered_quote:AlteredQuote",
    "capitalization": "linter.checks.capitalization:Capitalization",
    "conditional": "linter.checks.conditional:Conditional",
    "consistency": "linter.checks.consistency:Consistency",
    "conversion": "linter.checks.conversion:Conversion",
    "date-range": "linter.checks.date_range:DateRange",
    "decade": "linter.checks.decade:Decade",
    "existence": "linter.checks.existence:Existence",
    "first-name-clash": "linter.checks.first_name_clash:FirstNameClash",
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
    "name-spelling": "linter.checks.name_spelling:NameSpelling",
    "occurrence": "linter.checks.occurrence:Occurrence",
    "pattern": "linter.checks.pattern:PatternCheck",
    "percent-change": "linter.checks.percent_change:PercentChange",
    "reading-problem": "linter.checks.engine:ReadingProblem",
    "relative-date": "linter.checks.relative_date:RelativeDate",
    "repetition": "linter.checks.repetition:Repetition",
    "span-arithmetic": "linter.checks.span:SpanArithmetic",
    "substitution": "linter.checks.substitution:Substitution",
    "suppression": "linter.checks.engine:SuppressionCheck",
    "title-clash": "linter.checks.title_clash:TitleClash",
    "unsupported-date": "linter.checks.unsupported_date:UnsupportedDate",
    "unsupported-name": "linter.checks.unsupported_name:UnsupportedName",
    "unsupported-number": "linter.checks.unsupported_number:UnsupportedNumber",
    "weekday": "linter.checks.weekday:Weekday",
}
"""Name of a check in rule files -> module and class."""
