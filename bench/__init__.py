"""Measures the build on languages of any size: `python -m bench` (make bench)."""
