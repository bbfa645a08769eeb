"""Papers: what they say of tests, samples and other papers, computed again."""
