"""The commands of `python -m macros`, one module each: its `declare` says what it takes, its `run` does it."""
