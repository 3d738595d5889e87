"""A pattern without a format: sections, blocks, labels, evidence. The site and every export are made from it."""
