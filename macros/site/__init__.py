"""The site: the only code that knows MkDocs."""
