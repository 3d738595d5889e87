"""The tests: a folder for each part of macros/, and cases, site, browser and workshop."""
