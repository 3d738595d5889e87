"""What was published: the texts with their dates, what was withdrawn, and what the next publication adds."""
