"""Word files: a body of real styles, written as WordprocessingML, in a package that python-docx makes once."""
