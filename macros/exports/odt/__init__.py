"""OpenDocument text files (ISO/IEC 26300), which governments exchange: from the blocks that Word files are made of."""
