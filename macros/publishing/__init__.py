"""Publishing: the record of the live site, and what a publication leaves for the main branch."""
