"""What people type, and what they would be glad to find: the lists that searching is measured with."""
