"""Slides: the whole language and each route as a presentation, on layouts that a house template can replace."""
