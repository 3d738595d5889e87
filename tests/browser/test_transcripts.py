"""What is spoken in five tasks to who hears the pages is as it was when somebody read it for sense."""

import pytest

from macros.model.editions import EDITIONS
from tests.browser.tasks import TASKS
from tests.tools.transcripts import FOLDER, transcript

AGAIN = "read what changed, and write it anew: python -m tests.tools.transcripts <site> (docs/commands.md)"


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("task", TASKS)
def test_what_is_spoken_is_as_it_was_read(browser, site_address, task, edition):
    kept = (FOLDER / f"{task}.{edition}.txt").read_text("utf-8")
    assert transcript(browser, site_address, task, edition).splitlines() == kept.splitlines(), AGAIN


def test_no_transcript_is_left_of_a_task_that_is_gone():
    assert {path.stem.partition(".")[0] for path in FOLDER.iterdir()} == set(TASKS)
