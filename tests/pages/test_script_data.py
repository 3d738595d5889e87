"""Data in a script element of a page is read back as it was, whatever stands in it."""

import json

import pytest
from lxml import html

from macros.text.script_data import script_data

HARM = [
    "</script><b>",
    "</SCRIPT >",
    "<!-- <script>",
    "<!--<ScRiPt ",
    "<![CDATA[",
    "\u2028 \u00e9 & > < -->",
    '"\\u003c/',
]


@pytest.mark.parametrize("text", HARM)
def test_no_text_closes_the_element_or_opens_another(text):
    written = script_data({"a": text})
    script, after = html.fragment_fromstring(f"<p><script>{written}</script><i>after</i></p>")
    assert (script.tag, after.tag) == ("script", "i")
    assert json.loads(script.text or "") == {"a": text}
    assert not {"</", "<!", "<script"} & {written.lower()[i : i + n] for i in range(len(written)) for n in (2, 7)}
