"""What is kept between runs, one module a kind.

Kept are reports by content (``reports``), states of files (``file_states``, ``signatures``), findings between
articles (``joint_findings``), the outcome of the last run (``outcome``), rules (``rulebooks``) and compiled
patterns (``regexes``). They lie in a ``store``, which stands in a folder of ``projects`` at a ``location``,
is made of ``private`` files, and is believed by ``keyed`` digests.
"""
