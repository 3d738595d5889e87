"""Tests of macros/findings."""
