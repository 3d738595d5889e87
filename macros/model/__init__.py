"""What a file may hold: the fields of patterns, vocabulary, cases, routes and situations, with their help."""
