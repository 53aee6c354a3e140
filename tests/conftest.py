"""What all tests share: a clean environment, and the article where it is at hand."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# The suite tries the same examples each time, so that a change is judged by what it changed.
# ARGMAP_EXPLORE=1 looks for new ones, and for more of them.
EXPLORING = bool(os.environ.get("ARGMAP_EXPLORE"))
settings.register_profile(
    "suite", derandomize=not EXPLORING, deadline=None, max_examples=200 if EXPLORING else 30
)
settings.load_profile("suite")


def examples(most: int) -> int:
    """How often a property that matters more is tried: a third of the time unless exploring."""
    return most if EXPLORING else most // 3


PROJECT = Path(__file__).parent.parent
ARTICLE = PROJECT.parent / "shared" / "article" / "when-borders-blur.txt"


@pytest.fixture(autouse=True)
def clean_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the user's own settings and terminal out of the tests."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "COLUMNS", "LINES", "ARGMAP_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


@pytest.fixture
def article() -> Path:
    """The article that the show-piece map is drawn from; it is not part of the project."""
    if not ARTICLE.is_file():
        if os.environ.get("ARGMAP_NEEDS_ARTICLE"):
            pytest.fail(f"the article is missing: {ARTICLE}")
        pytest.skip("the article is not beside the project")
    return ARTICLE
