"""What is wrong in a file, where, and what would be right; and how that is reported."""
