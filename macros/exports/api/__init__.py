"""The data of the language for other programs: `/api/v1/`, described by models that also make its JSON Schema."""
