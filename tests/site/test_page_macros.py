"""The call that is all of a generated page's source makes the same in a page that someone wrote."""

import re

from lxml import html

CALLS = {
    'pattern_page("look-first")': "patronen/eerst-eens-kijken/",
    'chapter_page("seeking")': "hoofdstukken/zoeken/",
    'route_page("first-steps")': "leesroutes/eerste-stappen/",
    'case_page("the-walk")': "gevallen/de-wandeling/",
    'stagnation_page("diverging-interests")': "herken-je-dit/ieder-voor-zich/",
}


def test_a_page_can_hold_what_is_a_page_of_its_own(small):
    links = ""
    for number, call in enumerate(CALLS):
        (small.folder / f"docs/nl/eigen-{number}.md").write_text(f"# Eigen\n\n{{{{ {call} }}}}\n", "utf-8")
        links += f"\n[{number}](eigen-{number}.md)\n"
    with (small.folder / "docs/nl/index.md").open("a", encoding="utf-8") as home:
        home.write(links)
    code, said = small.build()
    assert code == 0, said
    for number, address in enumerate(CALLS.values()):
        generated, written = (_main(small.site, one) for one in (address, f"eigen-{number}/"))
        assert generated[0].split() == written[0].split()[1:], "after its own heading"
        assert generated[1] == written[1]


def _main(site, address):
    """The words of a page and its links elsewhere."""
    tree = html.parse(site / address / "index.html").getroot()
    tree.make_links_absolute(f"https://patterns.example/{address}")
    main = tree.find(".//main")
    within = f"https://patterns.example/{address}#"
    links = [one for one in main.xpath(".//@href | .//@src") if not one.startswith(within)]
    return re.sub(r"(eigen-\d/)|\s+", " ", main.text_content()), links
