"""Tests of contributions: the questions, the message, what is wrong in one."""
