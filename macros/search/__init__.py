"""Search: the index that browsers fetch. `scripts/search/` ranks it."""
