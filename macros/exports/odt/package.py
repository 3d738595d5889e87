"""The package around a text: styles, language and what the document says of itself, the same bytes every time."""

from functools import cache
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from macros.exports.archive import archive
from macros.exports.odt.body import Body
from macros.exports.properties import Properties
from macros.model.editions import LOCALES, Edition

_STYLES: Final = Path(__file__).with_name("styles.xml")
_KIND: Final = "application/vnd.oasis.opendocument.text"
_SPACES: Final = {
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
_LEVELS: Final = 3
"""How deep lists go."""
_INDENT: Final = 0.64
"""Of each level of a list, in centimetres."""
_DECLARED: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'


def odt_file(body: Body, properties: Properties) -> bytes:
    """Return a whole document."""
    spaces = " ".join(f"xmlns:{name}={quoteattr(space)}" for name, space in _SPACES.items())
    content = (
        f'{_DECLARED}<office:document-content {spaces} office:version="1.3">'
        f"<office:automatic-styles>{body.styles}</office:automatic-styles>"
        f"<office:body><office:text>{''.join(body.parts)}</office:text></office:body></office:document-content>"
    )
    parts = {
        "mimetype": _KIND.encode(),
        "content.xml": content.encode(),
        "styles.xml": _styles(properties.language),
        "meta.xml": _meta(properties).encode(),
        **body.images,
    }
    return archive(parts | {"META-INF/manifest.xml": _manifest(list(parts)).encode()}, properties.made, "mimetype")


@cache
def _styles(edition: Edition) -> bytes:
    """Return the styles in the language of an edition, with their lists."""
    language, _, country = LOCALES[edition].partition("-")
    bullets, numbers = [], []
    for level in range(1, _LEVELS + 1):
        left = f"{_INDENT * level:.2f}cm"
        room = (
            '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
            '<style:list-level-label-alignment text:label-followed-by="listtab"'
            f' text:list-tab-stop-position="{left}" fo:text-indent="-{_INDENT}cm" fo:margin-left="{left}"/>'
            "</style:list-level-properties>"
        )
        bullets.append(
            f'<text:list-level-style-bullet text:level="{level}" text:bullet-char="•">{room}'
            "</text:list-level-style-bullet>"
        )
        numbers.append(
            f'<text:list-level-style-number text:level="{level}" style:num-format="1" style:num-suffix=".">{room}'
            "</text:list-level-style-number>"
        )
    holes = {"language": language, "country": country or "none", "bullets": bullets, "numbers": numbers}
    text = _STYLES.read_text("utf-8")
    for name, value in holes.items():
        text = text.replace(f"{{{name}}}", "".join(value))
    return text.encode()


def _meta(properties: Properties) -> str:
    """Return what the document says of itself."""
    made = f"{properties.made:%Y-%m-%dT%H:%M:%S}"
    return (
        f'{_DECLARED}<office:document-meta xmlns:office="{_SPACES["office"]}" office:version="1.3"'
        ' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<office:meta><meta:generator>{escape(properties.site)}</meta:generator>"
        f"<dc:title>{escape(properties.title)}</dc:title><dc:subject>{escape(properties.subject)}</dc:subject>"
        f"<dc:description>{escape(f'{properties.site}, {properties.address}')}</dc:description>"
        f"<meta:initial-creator>{escape(properties.author)}</meta:initial-creator>"
        f"<dc:creator>{escape(properties.author)}</dc:creator>"
        f"<meta:creation-date>{made}</meta:creation-date><dc:date>{made}</dc:date>"
        f"<dc:language>{LOCALES[properties.language]}</dc:language></office:meta></office:document-meta>"
    )


def _manifest(names: list[str]) -> str:
    """Return the list of the parts with the kind of each."""
    kinds = {"/": _KIND} | {
        name: "image/png" if name.endswith(".png") else "text/xml" for name in names if name != "mimetype"
    }
    rows = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in kinds.items()
    )
    return (
        f'{_DECLARED}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
        f' manifest:version="1.3">{rows}</manifest:manifest>'
    )
