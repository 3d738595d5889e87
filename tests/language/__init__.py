"""Tests of macros/language."""
