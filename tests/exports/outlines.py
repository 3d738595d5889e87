"""What a pattern's text holds, to hold an export against."""

from macros.view.blocks import Facts, Heading, Items, Paragraph, Quote


def runs_of(block):
    """Return the runs of every paragraph in a block."""
    match block:
        case Heading() | Paragraph():
            return [block.runs]
        case Items():
            return [runs for item in block.items for inner in item for runs in runs_of(inner)]
        case Quote():
            return [runs for inner in block.blocks for runs in runs_of(inner)]
        case Facts():
            return [runs for _, runs in block.rows]


def links_of(blocks):
    """Return where the links in blocks lead to, in order."""
    return [run.url for block in blocks for runs in runs_of(block) for run in runs if run.url]
