"""Commands that write files for an author: a new pattern, a rename, a retirement, a note on a revision."""
