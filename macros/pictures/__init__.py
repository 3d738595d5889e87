"""Pictures of patterns: SVG read strictly, built anew from checked values, and written in every variant."""
