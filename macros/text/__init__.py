"""Runs of characters: which are refused, how names become addresses, what a link in a text looks like."""
