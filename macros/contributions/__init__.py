"""A contribution: what somebody sends in, a story or a correction. The questions, the message, what is wrong in it."""
