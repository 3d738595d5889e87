"""Tests of the links: of small sites made by hand, and of the real one."""
