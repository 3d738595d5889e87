"""Tests of macros/processes."""
