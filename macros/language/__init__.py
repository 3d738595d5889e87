"""The language as a whole: patterns, relations both ways, editions and addresses."""
