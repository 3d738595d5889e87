"""Tests of macros/linkcheck: of small sites made by hand, and of the real one."""
