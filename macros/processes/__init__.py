"""Processes that work while this one goes on."""
