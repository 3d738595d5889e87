"""What was published: addresses, redirects, texts with their dates, revisions and withdrawals."""
