"""Tests of what surrounds the code: the workflows, the pinned packages, the finders of programs."""
