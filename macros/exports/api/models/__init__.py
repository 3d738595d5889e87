"""What each file of the API holds, as pydantic models: the promise of version 1.

Fields may be added within version 1. None is removed, renamed or given another meaning.
Prose is CommonMark; a link to a pattern is its permalink. A date is written as 2026-11-22, a pattern named by number.
"""
