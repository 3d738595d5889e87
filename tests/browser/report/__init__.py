"""What an adviser takes along: copied from a pattern's page, or put together in a bundle."""
