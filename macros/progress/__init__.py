"""What a person sees while waiting: a line a step, on a terminal a bar, and numbers as their language writes them."""
