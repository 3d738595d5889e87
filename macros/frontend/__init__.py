"""Templates, styles, scripts and the overrides of Material."""
