"""The core: from YAML files to one checked language. Knows nothing of MkDocs or HTML."""
