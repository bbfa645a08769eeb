"""Folders for editors."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for articles, the top of a project."""
    project = tmp_path / "project"
    (project / ".git").mkdir(parents=True)
    return project
