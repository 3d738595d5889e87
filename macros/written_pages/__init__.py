"""Pages that people write: front matter, calls of macros and HTML, looked at before any of it runs."""
