"""What a reader takes along to a report of their own: pieces to copy, and the parts that a bundle is made of."""
