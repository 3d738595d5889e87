"""Tests of what a reader takes along."""
