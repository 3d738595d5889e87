"""Reads YAML with the place of every value, within limits, and edits it without losing comments."""
