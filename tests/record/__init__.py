"""Tests of macros/record."""
