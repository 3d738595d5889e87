"""Rendering: from the language to safe HTML, laid out as pages. Knows nothing of MkDocs."""
