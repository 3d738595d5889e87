"""The files of the theme: those of our own alone."""

from pathlib import Path

from mkdocs.structure.files import Files


def keep_own(files: Files, own: Path) -> None:
    """Take out the scripts, styles and icons of Material, which no page asks for.

    Args:
        files: the files of the build; those of the theme are in it.
        own: the folder of our own theme.
    """
    for file in list(files):
        if file.src_uri.startswith("assets/") and Path(file.src_dir or "") != own:
            files.remove(file)
