"""What a change does to the articles of public repositories: alarms that are new, and that are gone.

    python -m scripts.ecosystem

lints the repositories in ``repositories.yaml``, each at the commit that stands there, with all rules: once by
the commit that the branch starts from, once by the files as they are now. The outcome is Markdown.
"""
