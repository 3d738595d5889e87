"""The links of the site as built: reads a folder of HTML and the language. Knows nothing of MkDocs."""
