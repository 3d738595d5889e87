"""PDF: a pattern as a handout, books, and a deck of cards, all set by Typst from the same blocks."""
