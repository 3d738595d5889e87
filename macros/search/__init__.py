"""Search: the index that browsers fetch, and the ranking of it, the same as in `scripts/search/`."""
