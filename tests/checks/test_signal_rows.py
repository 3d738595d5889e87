"""Each signal of the diagnosis leads somewhere, and each published pattern is reached by one."""

import re

from macros.checks import check
from macros.language.reading import read_language
from macros.language.signal_rows import grouped_rows, signal_rows
from macros.model.editions import EDITIONS
from tests.tools.project import copy_project

LONGEST = 20
"""Words of a row: more is not read at a glance."""


def test_every_row_stands_in_a_group_and_leads_to_a_published_pattern(root):
    language = read_language(root).language
    groups = grouped_rows(language)
    assert None not in [group for group, _rows in groups]
    rows = [row for _group, listed in groups for row in listed]
    assert sorted(row.ref for row in rows) == sorted(signal_rows(language))
    assert all(row.start and all(pattern.published for pattern in row.start) for row in rows)
    assert {pattern.id for row in rows for pattern in row.start} == {pattern.id for pattern in language.published()}


def test_a_row_is_read_at_a_glance(root):
    rows = signal_rows(read_language(root).language).values()
    long = [(row.id, edition) for row in rows for edition in EDITIONS if len(row.text(edition).split()) > LONGEST]
    assert long == []


def test_ten_rows_come_first_and_change_with_the_answer(root):
    language = read_language(root).language
    diagnosis = language.situations.diagnosis if language.situations else None
    assert diagnosis
    lists = [diagnosis.first, *(answer.first for answer in diagnosis.answers)]
    assert [len(rows) for rows in lists] == [10] * len(lists)
    assert len({tuple(rows) for rows in lists}) == len(lists)
    of = {row.ref: group for group, rows in grouped_rows(language) for row in rows}
    for rows in lists:
        assert len({group.key for ref in rows if (group := of[ref])}) >= 5, "from most of the situations"


def test_a_pattern_in_no_group_is_told_and_stands_on_the_page_without_one(root, tmp_path):
    project = tmp_path / "project"
    copy_project(root, project)
    path = project / "patterns/situations.yml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"\n +- small-table-open-windows\.\d", "", text), "utf-8", newline="\n")
    reading = check(project)
    assert [finding.written for finding in reading.findings if finding.message == "pattern-in-no-group"] == [
        "small-table-open-windows"
    ]
    group, rows = grouped_rows(reading.language)[-1]
    assert group is None
    assert [row.id for row in rows] == ["58.1", "58.2"]
