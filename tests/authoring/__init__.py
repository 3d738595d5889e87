"""Tests of macros/authoring."""
