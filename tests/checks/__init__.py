"""Tests of macros/checks, and of the whole that check is."""
