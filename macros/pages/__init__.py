"""The HTML of every kind of page, seen from its own address."""
