"""Science: what papers say of tests, samples and other papers, computed again."""
