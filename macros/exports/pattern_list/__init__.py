"""The list of all published patterns with their facts, for a spreadsheet: one row a pattern, as CSV and as XLSX."""
