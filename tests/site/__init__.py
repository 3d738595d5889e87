"""Tests of macros.site: real builds of real sites."""
