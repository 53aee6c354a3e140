"""Tests of writing edits into map files; what their helpers assert is explained like the rest."""

import pytest

pytest.register_assert_rewrite("tests.store.patch.edited", "tests.store.patch.test_property")
