"""The checks that Vale's rules ask for; a native rule has no use for them."""

CHECKS: dict[str, str] = {
    "capitalization": "linter.vale.checks.capitalization:Capitalization",
    "conditional": "linter.vale.checks.conditional:Conditional",
    "consistency": "linter.vale.checks.consistency:Consistency",
    "existence": "linter.vale.checks.existence:Existence",
    "occurrence": "linter.vale.checks.occurrence:Occurrence",
    "repetition": "linter.vale.checks.repetition:Repetition",
    "substitution": "linter.vale.checks.substitution:Substitution",
}
"""Kind of a Vale rule -> module and class of its check."""
