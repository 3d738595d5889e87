"""Exports: the language as files to take along, one module for each format, all made from the views of `view`.

Knows nothing of MkDocs. Every file follows from the language and the settings alone: made twice, it is the same.
"""
