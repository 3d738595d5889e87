"""Tests of macros/view and macros/pages."""
