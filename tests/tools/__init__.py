"""Programs the tests need that no Python package brings."""
