"""What `check` knows of macros and of MkDocs' settings is what the site is built with."""

import inspect

import pytest
from mkdocs.config import load_config

from macros.site.macros import declare
from macros.written_pages.html import EXTENSIONS
from macros.written_pages.macro_calls import COMMENT
from macros.written_pages.macro_signatures import MACROS


class Declared:
    """Stands for mkdocs-macros, and takes the macros that the site declares."""

    def __init__(self):
        self.macros = {}

    def macro(self, function):
        self.macros[function.__name__] = function


def test_check_knows_every_macro_with_its_parameters():
    declared = Declared()
    declare(declared)
    defined = {
        name: [
            (parameter.name, parameter.default is parameter.empty)
            for parameter in inspect.signature(function).parameters.values()
        ]
        for name, function in declared.macros.items()
    }
    known = {name: [(one.name, one.required) for one in macro.parameters] for name, macro in MACROS.items()}
    assert known == defined


@pytest.mark.parametrize("name", ["mkdocs.yml", "mkdocs.en.yml"])
def test_check_reads_pages_as_mkdocs_is_set_to(root, name):
    config = load_config(str(root / name))
    assert set(config.markdown_extensions) == set(EXTENSIONS)
    settings = config.plugins["macros"].config
    assert (settings["j2_comment_start_string"], settings["j2_comment_end_string"]) == COMMENT
    own = [one for one in settings if one.startswith("j2_") and settings[one] and "comment" not in one]
    assert own == ["j2_extensions"], "no other setting changes what a template is"
